"""``nkfacts trace ID``: how a fact came to be known."""

from collections.abc import Iterator

from nkfacts.commands.declaring import Argument
from nkfacts.commands.options import claim_names
from nkfacts.commands.viewing import Ids
from nkfacts.errors import UnknownName
from nkfacts.hints import Annotated
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.output.layouts import STEPS
from nkfacts.output.mappings import Mapping, fact_record, page_words, said_words
from nkfacts.output.report import Report
from nkfacts.output.screens.hand import View
from nkfacts.output.screens.paths import way
from nkfacts.query.base import Base
from nkfacts.text import plural, visible

EXAMPLES = ("nkfacts trace nis-2025-04-30-killed", "nkfacts trace casualties.killed --format json")

_Step = Mapping


def run(
    base: Base,
    name: Annotated[
        str, Argument(metavar="ID", help="The id of a fact, or a figure for its headline.", complete=claim_names)
    ],
    ids: Ids = False,
) -> Report:
    """Trace a fact: the claimant, who passed it on, and the pages it was read on, by origin.

    Pages that repeat another publisher's report stand under that publisher: together they are one
    origin. The claimant's revisions before and after it come last, and what others say otherwise.
    """
    part, record = base.find(name)
    headline = base.headline(record.id) if isinstance(record, Figure) else None
    fact = headline or (base.lapsed(record.id) if isinstance(record, Figure) else record)
    if fact is None:
        return Report(
            record.id, STEPS, [], nothing=(f"no fact answers for {record.id}", f"see: nkfacts show {record.id}")
        )
    if not isinstance(fact, Fact):
        raise UnknownName(f"{visible(name)!r} is no fact but one of the {part}", f"see: nkfacts show {fact.id}")
    data = fact_record(base, fact)
    steps = [*_steps(base, data), *_revisions(base, fact), *_disputes(base, fact)]
    whole = {"id": fact.id, "origins": data["support"]["origins"], "steps": steps}
    return Report(
        f"{data['label']} ({fact.id})",
        STEPS,
        steps,
        whole=whole,
        notes=[f"no plan stands; {fact.id} is the last"] if isinstance(record, Figure) and headline is None else [],
        screen=lambda: way(data["label"], steps, data["support"]["origins"], View(ids)),
    )


def _steps(base: Base, data: _Step) -> Iterator[_Step]:
    said = f"{data['amount']} {data['unit']}: {data['label']}" if data["amount"] else data["label"]
    yield _step(0, "fact", f"{said}, said on {dates.day_words(data['reported'])}", data["id"])
    yield _step(1, "claimant", _with_bodies(base, data["by"]), data["by"])
    depth = 2
    for entity in data["via"]:
        yield _step(depth, "relay", _with_bodies(base, entity), entity)
        depth += 1
    origins: dict[str, list[_Step]] = {}
    for piece in data["evidence"]:
        origins.setdefault(piece.get("citing") or piece["publisher"], []).append(piece)
    for number, (origin, pieces) in enumerate(origins.items(), 1):
        yield _step(depth, f"origin {number}", f"{origin}, {plural(len(pieces), 'page')}", "")
        for piece in pieces:
            yield {**_step(depth + 1, "page", _page(piece), piece["source"]), "url": piece.get("url")}


def _revisions(base: Base, fact: Fact) -> Iterator[_Step]:
    earlier = base.fact(fact.supersedes) if fact.supersedes else None
    while earlier is not None:
        yield _step(1, "revises", said_words(earlier), earlier.id)
        earlier = base.fact(earlier.supersedes) if earlier.supersedes else None
    later = base.superseded_by(fact)
    while later is not None:
        yield _step(1, "revised by", said_words(later), later.id)
        later = base.superseded_by(later)


def _disputes(base: Base, fact: Fact) -> Iterator[_Step]:
    for other in base.disputed(fact):
        role = "says otherwise than" if other.id in fact.disputes else "disputed by"
        yield _step(1, role, f"{base.name_of(other.by)}: {said_words(other)}", other.id)


def _step(depth: int, role: str, name: str, id_: str) -> _Step:
    return {"depth": depth, "role": role, "name": name, "id": id_, "url": None}


def _with_bodies(base: Base, entity: str) -> str:
    """Return the name of an entity with the bodies it speaks for."""
    names, here = [], base.entity(entity)
    while here is not None:
        names.append(here.name)
        here = base.entity(here.part_of) if here.part_of else None
    return ", ".join(names) or entity


def _page(piece: _Step) -> str:
    # Whom it cites is the origin, which stands above it.
    words = [piece["publisher"], *page_words({**piece, "citing": None})]
    foreign = f" [{piece['language']}]" if piece["language"] != "en" else ""
    return ", ".join(words) + foreign
