"""What a name leads to: the id of a record, in any spelling; and what a name that leads nowhere was meant for."""

from collections.abc import Iterator, Sequence

from nkfacts.errors import UnknownName
from nkfacts.hints import TYPE_CHECKING
from nkfacts.model.records import SINGULAR
from nkfacts.text import did_you_mean, fold, nearest, visible, well_formed

if TYPE_CHECKING:
    import sqlite3


_NEAR = 0.7
"""How like a name the one must be that is offered for it: nobody mistypes as much as leads from "nobody" to Wood."""


def id_of_name(index: "sqlite3.Connection", part: str, name: str, *, claimant: bool = False) -> str | None:
    """Return the id of the record of a part that has a name or alias, in any spelling; None when none has.

    Of entities the capital leads to the country too: behind every other name, but before it for a ``claimant``, as a
    capital that says something is a government.
    """
    row = index.execute(
        "SELECT id FROM name WHERE part = ? AND folded = ? ORDER BY (reading IS 'capital') <> ? LIMIT 1",
        (part, fold(well_formed(name)), claimant),
    ).fetchone()
    return row[0] if row else None


def ids_of_meaning(index: "sqlite3.Connection", name: str) -> list[str]:
    """Return the ids of the entity and of the things that an id or name leads to: a word may have several meanings.

    Raises:
        UnknownName: neither has the name; the error offers the nearest.
    """
    wanted = well_formed(name)
    rows = index.execute(
        """SELECT id FROM record WHERE id = ? AND part IN ('entities', 'things')
           UNION SELECT id FROM name WHERE folded = ? AND part IN ('entities', 'things')""",
        (wanted, fold(wanted)),
    )
    found = [id_ for (id_,) in rows]
    if found:
        return found
    near = [*_like(index, "entities", name), *_like(index, "things", name)]
    raise UnknownName(
        f"no entity or thing is called {visible(name)!r}",
        did_you_mean(list(dict.fromkeys(near))[:3]) or "see: nkfacts entities",
    )


def ids(index: "sqlite3.Connection", part: str) -> Iterator[str]:
    """Yield the ids of a part, in the order of the file."""
    yield from (id_ for (id_,) in index.execute(f"SELECT id FROM {SINGULAR[part]} ORDER BY rowid"))


def sources_called(index: "sqlite3.Connection", name: str) -> list[str]:
    """Return the ids of the sources that an id or the name of a publisher or site leads to.

    Raises:
        UnknownName: none is called so; the error offers the nearest.
    """
    rows = [tuple(row) for row in index.execute("SELECT id, publisher, via_site FROM source")]
    if any(name == id_ for id_, *_ in rows):
        return [name]
    wanted = fold(name)
    found = [id_ for id_, *names in rows if wanted in [fold(n) for n in names if n]]
    if found:
        return found
    folded = {fold(publisher): publisher for publisher in {publisher for _, publisher, _ in rows}}
    near = [folded[n] for n in nearest(wanted, folded)] or nearest(name, [id_ for id_, *_ in rows])
    raise UnknownName(
        f"no source or publisher is called {visible(name)!r}", did_you_mean(near) or "see: nkfacts sources"
    )


def unknown(index: "sqlite3.Connection", name: str, part: str | None = None) -> UnknownName:
    """Return the problem that a name leads to no record, of one part or of any; it offers the nearest."""
    if part is not None:
        thing = id_of_name(index, "things", name) if part == "entities" else None
        mend = f"a thing: --who {thing} and --to {thing} take it" if thing else did_you_mean(_like(index, part, name))
        return UnknownName(f"no {SINGULAR[part]} is called {visible(name)!r}", mend or f"see: nkfacts {part}")
    every = [id_ for (id_,) in index.execute("SELECT id FROM record")]
    near = [*_like(index, "figures", name), *_like(index, "entities", name), *_spelt_alike(name, every)]
    return UnknownName(
        f"nothing here is called {visible(name)!r}",
        did_you_mean(list(dict.fromkeys(near))[:3]) or f"try: nkfacts search {visible(name)}",
    )


def _like(index: "sqlite3.Connection", part: str, name: str) -> list[str]:
    """Return the ids of a part that have the words of a name in one of theirs, then those spelt alike."""
    wanted = set(fold(name).split())
    rows = index.execute("SELECT folded, id FROM name WHERE part = ?", (part,)).fetchall()
    known = dict(tuple(row) for row in rows) or {id_: id_ for id_ in ids(index, part)}
    sharing = [id_ for folded, id_ in known.items() if wanted and wanted <= set(folded.split())]
    # Who types "total" means what is called so in its topic rather than what has the word among others.
    sharing.sort(key=lambda id_: fold(id_.rpartition(".")[2]).split() != fold(name).split())
    spelt = [known[folded] for folded in _spelt_alike(fold(name), list(known))]
    return list(dict.fromkeys([*sharing, *spelt]))[:3]


def _spelt_alike(name: str, names: Sequence[str]) -> list[str]:
    """Return the names that one may be a slip for, best first: much alike, or of the same letters."""
    alike = {*nearest(name, names, least=_NEAR)}
    return [each for each in nearest(name, names) if each in alike or sorted(each) == sorted(name)]
