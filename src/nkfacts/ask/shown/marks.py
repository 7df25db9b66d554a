"""The marks of an answer, as ``get`` and the lists have them: that it was revised, is disputed, old or a plan."""

from collections.abc import Iterator

from nkfacts.ask.told.answers import Answer
from nkfacts.ask.told.caveats import revised_to
from nkfacts.ask.told.wording import bare, is_listed, told_parts
from nkfacts.model.dates import days_between
from nkfacts.output.lines import Line
from nkfacts.output.mappings import fact_record, said_words
from nkfacts.output.screens import hand
from nkfacts.output.screens.hand import Record
from nkfacts.output.wrapping import Bit, Bits
from nkfacts.query import age, disputes


def mark_bits(found: Answer, best: Record, *, is_old: bool) -> Bits:
    """Return the words that stand behind the origins of the fact that answers, but those that its lines say anyway."""
    # A number has its part in brackets, a statement its standing before its claimant, and the page its language.
    said = ["part"] if bare(found) else ["planned", "denied"]
    words = hand.flags(best, is_headline=is_old)
    told = hand.flag_words([word for word in words if word not in said and not word.startswith("[")])
    return [Bit(f"  {told}", whole=True)] if told else []


def mark_lines(found: Answer, best: Record) -> Iterator[Line]:
    """Yield what the fact that answers was revised to, and where it is told who disputes it."""
    fact = found.facts[0]
    later = revised_to(found.base, fact)
    if later is not None:
        yield Line([Bit(f"revised by the same claimant: {said_words(later)}")], hang=2)
    if hand.is_disputed(best):
        disputed, _, command = disputes.remark(fact.id, found.base.disputed_ids(fact)).partition(": ")
        yield Line([Bit(f"{disputed}: "), hand.typed(command)], hang=2)


def remarks(found: Answer) -> list[str]:
    """Return what ``get`` says beside a bare number: when it was said, if long ago, and that it is disputed."""
    if found.parts or is_listed(found) or not found.facts:
        return [line for part in told_parts(found) for line in remarks(part)] if found.facts else []
    fact, base = found.facts[0], found.base
    old = age.remark(fact.reported, base.counted_to, base.as_of) if is_old_word(found) else ""
    disputed = hand.is_disputed(fact_record(base, fact))
    return [*filter(None, (old, disputes.remark(fact.id, base.disputed_ids(fact) if disputed else ())))]


def is_old_word(found: Answer) -> bool:
    """Say whether an answer is the newest word on its figure, of all or of its claimant, and that is old.

    Who asks for a time that is past asks for no newer word, nor who asks whether somebody said so.
    """
    fact, base = found.facts[0], found.base
    if fact.figure is None or not age.is_old(days_between(fact.reported, base.counted_to)):
        return False
    if any(not time.known for time in found.question.times):
        return False
    newest = [base.headline(fact.figure), base.headline(fact.figure, by=fact.by) if bare(found) else None]
    return any(each is not None and each.id == fact.id for each in newest)
