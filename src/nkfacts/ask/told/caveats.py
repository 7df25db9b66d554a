"""What an answer must not be read without: that a number is of a plan, a part or another time, or was revised since."""

from collections.abc import Iterator, Sequence

from nkfacts.ask.told.answers import Answer
from nkfacts.ask.told.wording import MOST_LISTED, bare, is_listed, over_words, told_parts
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.output.mappings import said_words
from nkfacts.query.base import Base
from nkfacts.text import listing


def caveats(found: Answer) -> list[str]:
    """Return in a line each what a bare answer leaves out: ``400 is a total up to Feb 2025, …``; none for no answer."""
    if not found.facts:
        return []
    if found.parts:
        return list(dict.fromkeys(line for part in told_parts(found) for line in caveats(part)))
    told: dict[str, list[Fact]] = {}
    for fact in found.facts[:MOST_LISTED] if is_listed(found) else found.facts[:1]:
        for limit in _limits(found, fact):
            # A bare "planned" says it itself.
            if limit.words != found.brief:
                told.setdefault(limit.words + limit.asked, []).append(fact)
    lines = [_line(facts, words) for words, facts in told.items()]
    if not is_listed(found) and (later := revised_to(found.base, found.facts[0])) is not None:
        lines.append(f"{found.facts[0].amount or 'it'} was revised by the same claimant: {said_words(later)}")
    return [*lines, *_unmet(found)]


def limits(found: Answer, fact: Fact) -> str:
    """Return in words to stand beside a quotation what a fact is only, and what of the question it does not tell."""
    return "; ".join([*(limit.words for limit in _limits(found, fact)), *_unmet(found)])


def is_part(fact: Fact) -> bool:
    """Say whether a number counts one battle, week or unit only."""
    return fact.scope == "part" and fact.figure is not None


def number_remarks(found: Answer, fact: Fact) -> list[str]:
    """Return what the number of a fact is of: a part, all up to a day where a time is asked for, or its time."""
    when = fact.when or fact.reported
    if is_part(fact):
        return ["a part of the whole", *_time_counted(fact)]
    if found.question.times and is_total_up_to_a_day(found.base, fact):
        return [f"in all by {dates.parse(when).words}"]
    return _time_counted(fact)


def is_total_up_to_a_day(base: Base, fact: Fact) -> bool:
    """Say whether a number counts all up to the time it is about: of what can only grow, from no day that is named."""
    figure = base.figure(fact.figure) if fact.figure else None
    return figure is not None and bool(figure.cumulative) and "/" not in (fact.when or fact.reported)


def revised_to(base: Base, fact: Fact) -> Fact | None:
    """Return the last word of the claimant by which a fact was revised; None where it stands."""
    last, later = None, base.superseded_by(fact)
    while later is not None:
        last, later = later, base.superseded_by(later)
    return last


def _time_counted(fact: Fact) -> list[str]:
    return [dates.parse(fact.when).words] if fact.when and fact.when != fact.reported else []


class _Limit(NamedTuple):
    """What a number, or a statement, is only; and that it is not what was asked for, where that does not follow."""

    words: str
    asked: str = ""


def _limits(found: Answer, fact: Fact) -> Iterator[_Limit]:
    if fact.status == "planned":
        yield _Limit("planned for a time that is over" if over_words(fact, found.base) else "planned")
    elif fact.status == "denied" and fact.figure is not None and found.kind != "yes-no":
        yield _Limit("denied", f" by {found.base.name_of(fact.by)}")
    if is_part(fact):
        yield _Limit("a part of the whole")
    asked = [time for time in found.question.times if not time.known]
    if not asked or fact.figure is None or not (bare(found) or found.kind == "yes-no"):
        return
    when = dates.parse(fact.when or fact.reported)
    if is_total_up_to_a_day(found.base, fact) and not is_part(fact):
        yield _Limit(f"a total up to {when.words}", ", not counted over the time asked for")
    elif not any(time.first <= when.first and when.last <= time.last for time in asked):
        is_longer = any(when.first <= time.first and time.last <= when.last for time in asked)
        beside = "a longer time than the one asked for" if is_longer else "which is not the time asked for"
        yield _Limit(f"of {when.words}", f", {beside}")


def _unmet(found: Answer) -> list[str]:
    """Return which words of the question nothing bears out, though it is answered."""
    words = [f"“{word}”" for word in found.choice.missing]
    return [f"not borne out: {listing(words)}"] if words else []


def _line(facts: Sequence[Fact], words: str) -> str:
    told = list(dict.fromkeys(fact.amount for fact in facts if fact.amount))
    if not told:
        return f"{words}: {listing(fact.title or fact.id for fact in facts)}"
    return f"{listing(told)} {'is' if len(told) == 1 else 'are each'} {words}"
