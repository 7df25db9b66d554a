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
_AT_ONCE = 500
"""The records whose texts are put together at once."""


def search(known: Known, words: str, limit: int | None) -> list[Hit]:
    """Return the records whose words match, best first; one with exactly that name leads, sources come last.

    Raises:
        UsageProblem: there is no word to look for.
    """
    # A word said twice asks for no more, and SQLite takes quadratic time for it.
    terms = list(dict.fromkeys(spellings(well_formed(words))))
    if not terms:
        raise UsageProblem("there is no word to look for", "write one or more words")
    name = fold(well_formed(words))
    # Few words are a name; for others each hit would be looked for among no records.
    is_name = known.connection.execute(f"{_CALLED} LIMIT 1", (name,)).fetchone() is not None
    rows = known.ranked(
        f"""SELECT record.number FROM fulltext JOIN record ON record.number = fulltext.rowid
            WHERE fulltext MATCH ? {_WAS_KNOWN if known.as_of else ""}
            ORDER BY {f"record.number IN ({_CALLED}) DESC," if is_name else ""}
                     record.part = 'sources', bm25(fulltext, 6, 4, 1, 1), record.id
            LIMIT ?""",
        (f"{_COLUMNS} : ({' AND '.join(map(_match, terms))})", *([name] if is_name else ()), at_most(limit)),
    )
    return list(_hits(known, [number for (number,) in rows]))


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


def _match(forms: tuple[str, ...]) -> str:
    """Return the full-text expression that a word matches in any of its forms."""
    # Korean particles stick to the word before them, so other scripts match by their beginning.
    phrases = (f'"{form}"' if form.isascii() else f'"{form}"*' for form in forms)
    return f"({' OR '.join(phrases)})"
