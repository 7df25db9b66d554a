"""Full-text search over every record, in any spelling."""

from nkfacts.errors import UsageProblem
from nkfacts.query.filters import at_most
from nkfacts.query.known import Known
from nkfacts.query.results import Hit
from nkfacts.text import fold, spellings, well_formed

_COLUMNS = "{title body names more}"
"""What is searched: not the questions, nor what stands for meanings."""


def search(known: Known, words: str, limit: int | None) -> list[Hit]:
    """Return the records whose words match, best first; one with exactly that name leads, sources come last.

    Raises:
        UsageProblem: there is no word to look for.
    """
    # A word said twice asks for no more, and SQLite takes quadratic time for it.
    terms = list(dict.fromkeys(spellings(well_formed(words))))
    if not terms:
        raise UsageProblem("there is no word to look for", "write one or more words")
    rows = known.rows(
        """SELECT fulltext.part, fulltext.id, fulltext.title,
                  coalesce(known.statement, nullif(fulltext.body, ''), fulltext.title) AS text
           FROM fulltext LEFT JOIN known ON fulltext.part = 'facts' AND known.id = fulltext.id
           WHERE fulltext MATCH ? AND (fulltext.part <> 'facts' OR known.id IS NOT NULL)
           ORDER BY EXISTS (SELECT 1 FROM name WHERE name.part = fulltext.part AND name.id = fulltext.id
                            AND name.folded = ?) DESC,
                    fulltext.part = 'sources', bm25(fulltext, 0, 0, 6, 4, 1, 1), fulltext.id
           LIMIT ?""",
        (f"{_COLUMNS} : ({' AND '.join(map(_match, terms))})", fold(well_formed(words)), at_most(limit)),
    )
    return [Hit(*row) for row in rows]


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
