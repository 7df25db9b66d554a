"""One figure at two times: each is asked for by itself, and what is more is told only as the facts allow."""

from nkfacts.ask.both.differences import FEWER, MORE, Difference, difference
from nkfacts.ask.both.joining import Whole, unanswered
from nkfacts.ask.both.phrases import Phrase, joined
from nkfacts.ask.gate.timing import time_fit
from nkfacts.ask.one.single import answer_one
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.understanding import times
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.periods import is_year, period
from nkfacts.ask.understanding.reading import read_by
from nkfacts.ask.understanding.times import Time
from nkfacts.hints import NamedTuple
from nkfacts.model.records import Fact
from nkfacts.query.base import Base

_SIDE_BY_SIDE = w.words("than compared compare comparison versus vs against difference")
_GROWING = (MORE - w.words("more higher greater larger bigger up")) | (FEWER - w.words("fewer less lower smaller down"))
_NUMBER_OPENINGS = (
    *(("how", "many"), ("how", "much"), ("how", "did"), ("how", "does"), ("how", "do"), ("how", "has")),
    *(("by", "how", "much"), ("what", "was"), ("what", "is"), ("what", "were")),
)
_NUMBER_OF = ("number", "numbers", "amount", "total", "count", "tally")
_PLACES = ("first", "second")
_BOTH_WAYS = ("and", "to", "with")


class _Plan(NamedTuple):
    """What is asked of both times, each time, and which of them is said to have more: 1 the first, -1 the second.

    ``affirming`` is a question of yes or no; ``turned`` is one that names the later time first.
    """

    asked: Phrase
    first: str
    second: str
    more: int
    affirming: bool
    turned: bool = False


def answered(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return what a figure was at two times that a question names; None where it asks for no such thing.

    Args:
        phrase: the question.
        base: the base.
        lexicon: the names and words of the base.
    """
    plan = _plan(phrase, base.as_of or base.header["updated"])
    if plan is None:
        return None
    asked = _as_how_many(plan.asked)
    first, second = (answer_one(joined(asked, time), base, lexicon) for time in (plan.first, plan.second))
    return _told(phrase, plan, _of_one_figure(first, second), base, lexicon)


def _plan(phrase: Phrase, today: str) -> _Plan | None:
    signs = set(phrase.words)
    growing = bool(signs & _GROWING)
    if not growing and signs.isdisjoint(_SIDE_BY_SIDE) and "and" not in signs:
        return None
    found = times.find(list(phrase.words), today)
    if growing and len(found) == 1 and phrase.words[:2] not in (("how", "did"), ("how", "has"), ("how", "have")):
        return _of_a_pair(phrase, found[0], today)
    if len(found) != len(_PLACES):
        return None
    first, second = found
    one, other = _marked(phrase, first, today), _marked(phrase, second, today)
    if not _is_joint(phrase.part(first.end, second.start), signs, marked=bool(other[0])):
        return None
    head, tail = phrase.part(0, first.start), phrase.part(second.end)
    mark = one[0]
    opening = head.words[0] if head.words else ""
    direction = 1 if signs & MORE else -1 if signs & FEWER else 0
    asked = _without(Phrase((*head.typed, *tail.typed), (*head.words, *tail.words)))
    return _Plan(
        asked,
        joined(mark, one[1]),
        joined(other[0] or mark, other[1]),
        direction if "than" in signs else -direction,
        opening in w.AUXILIARIES,
        turned=second.last < first.last,
    )


def _is_joint(between: Phrase, signs: set[str], *, marked: bool) -> bool:
    """Say whether the words between two times put them side by side, and ask for nothing else."""
    words = set(between.words)
    if words & _SIDE_BY_SIDE or (words & set(_BOTH_WAYS) and "compare" in signs):
        return words <= w.LIGHT | _SIDE_BY_SIDE | MORE | FEWER | {""}
    # "In January 2025 and in February 2026", "by March and how many by June"; but not of January and February.
    asked_again = {"how", "what"} & words
    return (
        between.words[:1] == ("and",)
        and words <= {"and", "how", "many", "much", "what"}
        and bool(marked or asked_again)
    )


def _of_a_pair(phrase: Phrase, time: Time, today: str) -> _Plan | None:
    """Return the plan of a question how much something grew between two times."""
    joint = next((i for i in range(time.start + 1, time.end) if phrase.words[i] in ("and", "to", "until")), None)
    start = next((i for i in range(time.start, time.end) if period(list(phrase.words), i, today)), None)
    if joint is None or start is None or start >= joint:
        return None
    asked = _without(Phrase((*phrase.typed[: time.start], *phrase.typed[time.end :]),
                            (*phrase.words[: time.start], *phrase.words[time.end :])))  # fmt: skip
    direction = 1 if set(phrase.words) & MORE else -1
    first, second = phrase.part(start, joint).text, phrase.part(joint + 1, time.end).text
    if not any(map(is_year, phrase.words[start:joint])):
        years = [word for word in phrase.words[joint + 1 : time.end] if is_year(word)]
        first = joined(first, *years[-1:])
    opening = phrase.words[0] in w.AUXILIARIES
    return _Plan(asked, f"in {first}", f"in {second}", -direction, opening)


def _marked(phrase: Phrase, time: Time, today: str) -> tuple[str, str]:
    """Return the words before a time that say what it is the time of, and the time."""
    start = next((i for i in range(time.start, time.end) if period(list(phrase.words), i, today)), time.start)
    return phrase.part(time.start, start).text, phrase.part(start, time.end).text


def _without(phrase: Phrase) -> Phrase:
    """Return what is asked without the words by which two times are compared."""
    comparing = _SIDE_BY_SIDE | MORE | FEWER
    return phrase.without({i for i, word in enumerate(phrase.words) if word in comparing})


def _as_how_many(asked: Phrase) -> str:
    """Return what is asked of each time as a question for a number."""
    opening = asked.find(("how", "many"), ("how", "much"))
    if opening is not None and opening[0] == 0:
        return asked.text
    start = 0
    for phrase in _NUMBER_OPENINGS:
        if asked.words[: len(phrase)] == phrase:
            start = len(phrase)
            break
    while start < len(asked.words) and asked.words[start] in w.AUXILIARIES | {"there", "the", "did"}:
        start += 1
    end = len(asked.words)
    while end > start and asked.words[end - 1] in w.PREPOSITIONS | w.CONJUNCTIONS | {"that", "those", "the"}:
        end -= 1
    if asked.words[start + 1 : start + 2] == ("of",) and asked.words[start] in _NUMBER_OF:
        start += 2
    rest = asked.part(start, end)
    # "The number of soldiers", "the share" say themselves what is asked for.
    named = not (w.COUNTING | {"proportion", "percent", "rate"}).isdisjoint(rest.words)
    return joined("what was the" if named else "how many", rest)


def _of_one_figure(first: Answer, second: Answer) -> tuple[Answer, Answer]:
    """Return the answers of two times with one figure: where they differ, that of the surer one, if it has both."""
    parts = first, second
    surer, other = sorted(parts, key=_chance, reverse=True)
    if surer.choice.figure is None or other.choice.figure in (None, surer.choice.figure):
        return parts
    known = [
        fact for fact in other.base.candidates(surer.choice.figure.id) if time_fit(fact, other.question.times)
    ]  # fmt: skip
    if not known:
        return parts
    choice = surer.choice._replace(facts=tuple(known))
    moved = other._replace(choice=choice, brief=known[0].bare_amount, date=known[0].when or known[0].reported)
    return (first, moved) if surer is first else (moved, second)


def _chance(part: Answer) -> float:
    return part.choice.weighed[0][2] if part.choice.weighed else 0.0


def _told(phrase: Phrase, plan: _Plan, parts: tuple[Answer, Answer], base: Base, lexicon: Lexicon) -> Answer:
    whole = Whole(read_by(phrase.text, base, lexicon), "times", parts, base)
    missing = unanswered(parts)
    if missing:
        named = [plan.second if part is parts[1] else plan.first for part in missing]
        return whole.refused(f"no fact on that as asked {' nor '.join(named)}")
    asked = (plan.first, parts[0]), (plan.second, parts[1])
    (early_time, early), (late_time, late) = asked[::-1] if plan.turned else asked
    if early.facts[0] == late.facts[0] and not _are_known(early, late):
        return whole.refused("no fact on that as asked: one fact spans both times", early.facts)
    found = difference(early.facts[0], late.facts[0], early.base)
    alike = _by_one_claimant(early, late) if found.claimants else None
    lead = f"{early.facts[0].amount} {early_time}, {late.facts[0].amount} {late_time}: {found.words}"
    if alike is not None:
        amounts = ", then ".join(fact.amount for fact in alike.facts)
        alone = f"{base.name_of(alike.facts[0].by)} alone: {amounts}, {alike.difference.words}"
        lead = f"{alone}; {lead}" if plan.affirming else f"{lead}; {alone}"
    brief = "\t".join(part.brief for part in parts)
    more = found.more if alike is None else alike.difference.more
    if plan.affirming and plan.more:
        first_has_more = None if more is None else more * (1 if plan.turned else -1)
        brief = "not comparable" if first_has_more is None else "yes" if first_has_more == plan.more else "no"
        lead = f"{brief.capitalize()}: {lead}"
    return whole.told(brief, lead, found.measured)._replace(beside=alike.facts if alike else ())


def _are_known(*parts: Answer) -> bool:
    """Say whether all are asked for what was known by a day: the last known may be the same."""
    return all(any(time.known for time in part.question.times) for part in parts)


class _Alike(NamedTuple):
    """What one claimant said of both times, the earlier first, and the difference."""

    facts: tuple[Fact, Fact]
    difference: Difference


def _by_one_claimant(first: Answer, second: Answer) -> _Alike | None:
    """Return what one claimant said of both times and what may be said of it; None where nobody did."""
    early, late = ({fact.by: fact for fact in reversed(part.facts)} for part in (first, second))
    for claimant in dict.fromkeys(fact.by for fact in (*first.facts, *second.facts)):
        if claimant in early and claimant in late and early[claimant].id != late[claimant].id:
            facts = early[claimant], late[claimant]
            found = difference(*facts, first.base)
            if found.more is not None:
                return _Alike(facts, found)
    return None
