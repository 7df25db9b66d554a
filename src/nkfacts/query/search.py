"""Full-text search over every record, in any spelling."""

from collections.abc import Iterator

from nkfacts.errors import UsageProblem
from nkfacts.index.told import TOLD
from nkfacts.query.filters import at_most
from nkfacts.query.known import Known
from nkfacts.query.results import Hit
from nkfacts.text import fold, spellings, well_formed

_COLUMNS = "{title body names more}"
"""What is searched: not the questions, nor what stands for meanings."""
_CALLED = """SELECT own.number FROM name JOIN record AS own ON own.id = name.id AND own.part = name.part
             WHERE name.folded = ?"""
"""SQL for the numbers of the records with exactly a name."""
_WAS_KNOWN = "AND (record.part <> 'facts' OR EXISTS (SELECT 1 FROM known WHERE known.number = record.number))"
"""SQL for a hit that was known on the day; each is looked up, as to list all facts takes longer than most searches."""
_OF_VALUE = "SELECT number FROM fact WHERE value IN ({})"
_COUNTING = """SELECT known.number FROM known LEFT JOIN figure ON figure.id = known.figure WHERE known.value = ?
               ORDER BY known.rank IS 'deprecated', figure.main IS NULL, known.reported DESC, known.id"""
"""SQL for the facts that count just so many, those of main figures first."""
_YEARS = frozenset(map(str, range(1900, 2100)))
_MOST_DIGITS = 16
_AT_ONCE = 500
"""The records whose texts are put together at once."""


def search(known: Known, words: str, limit: int | None) -> list[Hit]:
    """Return the records whose words match, best first; one with exactly that name leads, sources come last.

    Facts whose value is just the number that is among the words go before all others; where there is nothing else, so
    do those that print it in no such form.

    Raises:
        UsageProblem: there is no word to look for.
    """
    # A word said twice asks for no more, and SQLite takes quadratic time for it.
    numbers, others = _numbers_and_words(well_formed(words))
    terms = list(dict.fromkeys([*map(_match_number, numbers), *map(_match, spellings(others))]))
    if not terms:
        raise UsageProblem("there is no word to look for", "write one or more words")
    name, counts = fold(well_formed(words)), sorted(numbers)
    # Few words are a name; for others each hit would be looked for among no records.
    is_name = known.connection.execute(f"{_CALLED} LIMIT 1", (name,)).fetchone() is not None
    first = [number for (number,) in known.rows(_COUNTING, counts)] if len(counts) == 1 and len(terms) == 1 else []
    rows = known.ranked(
        f"""SELECT record.number FROM fulltext JOIN record ON record.number = fulltext.rowid
            WHERE fulltext MATCH ? {_WAS_KNOWN if known.as_of else ""}
            ORDER BY {f"record.number IN ({_CALLED}) DESC," if is_name else ""}
                     {f"record.number IN ({_OF_VALUE.format(', '.join('?' * len(counts)))}) DESC," if counts else ""}
                     record.part = 'sources', bm25(fulltext, 6, 4, 1, 1), record.id
            LIMIT ?""",
        (f"{_COLUMNS} : ({' AND '.join(terms)})", *([name] if is_name else ()), *counts, at_most(limit)),
    )
    return list(_hits(known, list(dict.fromkeys([*first, *(number for (number,) in rows)]))[:limit]))


def _numbers_and_words(words: str) -> tuple[set[int], str]:
    """Return the numbers among words, their thousands parted by commas or not, and the other words; a year is one."""
    numbers, others = set(), []
    for word in words.split():
        number = word.replace(",", "")
        is_number = number.isascii() and number.isdigit() and len(number) < _MOST_DIGITS
        if is_number and word in (str(int(number)), f"{int(number):,}") and word not in _YEARS:
            numbers.add(int(number))
        else:
            others.append(word)
    return numbers, " ".join(others)


def _hits(known: Known, numbers: list[int]) -> Iterator[Hit]:
    """Yield what is shown of records; the texts of those alone that were chosen are put together."""
    for start in range(0, len(numbers), _AT_ONCE):
        wanted = numbers[start : start + _AT_ONCE]
        query = f"""SELECT number, part, id, title, coalesce(nullif(body, ''), title) FROM ({TOLD})
                    WHERE number IN ({", ".join(map(str, wanted))})"""
        found = {number: Hit(*hit) for number, *hit in known.connection.execute(query)}
        yield from map(found.__getitem__, wanted)


def unmatched(known: Known, words: str) -> list[str]:
    """Return those of the words that occur nowhere in the base."""
    query = "SELECT 1 FROM fulltext WHERE fulltext MATCH ? LIMIT 1"
    return [
        term[0]
        for term in spellings(well_formed(words))
        if not known.connection.execute(query, (f"{_COLUMNS} : {_match(term)}",)).fetchone()
    ]


def _match_number(number: int) -> str:
    """Return the expression that a number matches, its thousands parted as most pages part them, or not at all."""
    return f'("{" ".join(f"{number:,}".split(","))}" OR "{number}")'


def _match(forms: tuple[str, ...]) -> str:
    """Return the full-text expression that a word matches in any of its forms."""
    # Korean particles stick to the word before them, so other scripts match by their beginning.
    phrases = (f'"{form}"' if form.isascii() else f'"{form}"*' for form in forms)
    return f"({' OR '.join(phrases)})"
