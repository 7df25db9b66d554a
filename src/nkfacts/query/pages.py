"""The pages to read a record at: of a fact those of its evidence, of a figure those of its headline."""

from nkfacts.errors import UnknownName
from nkfacts.hints import NamedTuple
from nkfacts.model.records import Fact, Figure, Source
from nkfacts.query.base import Base
from nkfacts.text import visible


class Read(NamedTuple):
    """What is read somewhere: the id of the fact or source, the fact if it is one, and the sources it is read in.

    ``lapsed`` says that the fact stands for a figure all of whose plans are over.
    """

    id: str
    fact: Fact | None
    sources: list[Source]
    lapsed: bool = False


def read_of(base: Base, name: str) -> Read:
    """Return what a fact, a source, or a figure, which stands for its headline, is read in.

    A figure without a headline stands for the last plan; without that for itself, with no source.

    Raises:
        UnknownName: nothing has the name, or what has it is not read anywhere.
    """
    part, record = base.find(name)
    if isinstance(record, Source):
        return Read(record.id, None, [record])
    headline = base.headline(record.id) if isinstance(record, Figure) else record
    fact = headline or base.lapsed(record.id)
    if isinstance(fact, Fact):
        found = [base.source(piece.source) for piece in fact.evidence]
        return Read(fact.id, fact, [source for source in found if source is not None], lapsed=headline is None)
    if fact is None:
        return Read(record.id, None, [])
    raise UnknownName(
        f"{visible(record.id)!r} is one of the {part}, which have no page", f"see: nkfacts show {record.id}"
    )
