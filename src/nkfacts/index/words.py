"""The words of a record that the index keeps: names, the forms of an action's verbs, what fills its frames."""

from collections.abc import Iterator

from nkfacts.hints import Any
from nkfacts.index.inflection import inflected
from nkfacts.model.meaning import SLOTS, Action, Counts, Frame, Thing, quantity_and_id
from nkfacts.model.records import CommonQuestion, Entity, Fact, Figure, Record, Source
from nkfacts.text import fold


def names_of(record: Record) -> Iterator[tuple[str, str | None]]:
    """Yield every name that leads to a record, its id first, and how it is read; what nobody calls by name has none.

    The name of a capital stands for its country's government only where it is read so.
    """
    if isinstance(record, Fact | Source | Action | CommonQuestion):
        return
    if isinstance(record, Entity):
        yield from ((name, "capital") for name in record.capital)
    yield record.id, None
    if isinstance(record, Thing):
        yield from ((name, None) for name in record.names)
        return
    yield (record.name if isinstance(record, Entity) else record.label), None
    if isinstance(record, Entity) and record.short:
        yield record.short, None
    if isinstance(record, Figure) and record.counts is not None:
        yield from ((name, "counts") for name in record.counts.names)
    yield from ((alias, None) for alias in record.aliases)


def forms_of(action: Action) -> Iterator[tuple[str, str, str, str]]:
    """Yield the forms of an action's words: form, action, whether it is a verb or noun of it or its inverse, shape."""
    for reading, verbs in (("verb", action.verbs), ("inverse", action.inverse), ("negative", action.negative)):
        for verb in verbs:
            for form, shape in inflected(fold(verb)):
                yield form, action.id, reading, shape
    for reading, nouns in (("noun", action.nouns), ("inverse-noun", action.inverse_nouns)):
        for noun in nouns:
            yield fold(noun), action.id, reading, "noun"


def frames_of(fact: Fact) -> Iterator[tuple[str, int, str, bool]]:
    """Yield the frames of a fact: owner, number of the frame, action, whether it is said not to be so."""
    for number, frame in enumerate(fact.events):
        yield fact.id, number, frame.did, bool(getattr(frame, "not"))


def fillers_of(record: Fact | Figure) -> Iterator[tuple[str, int, str, str, str, str | None]]:
    """Yield what fills the frames of a fact or figure: owner, number of the frame, action, slot, id, quantity."""
    if isinstance(record, Fact):
        for number, frame in enumerate(record.events):
            yield from _fillers(record.id, number, frame.did, frame, SLOTS)
            if record.place is not None and "where" not in vars(frame):
                yield record.id, number, frame.did, "where", record.place, None
    elif record.counts is not None:
        for action in record.counts.did or ("",):
            yield from _fillers(record.id, 0, action, record.counts, ("of", *SLOTS))


def _fillers(owner: str, number: int, did: str, frame: Frame | Counts, slots: tuple[str, ...]) -> Iterator[Any]:
    for slot in slots:
        for filler in frame.fillers(slot):
            quantity, id_ = quantity_and_id(filler)
            yield owner, number, did, slot, id_, quantity
