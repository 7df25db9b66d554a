"""How long between two events: each is looked for as a question of its own, and the days between are counted."""

from collections.abc import Iterator

from nkfacts.ask.both.joining import Whole, part_of, unanswered
from nkfacts.ask.both.phrases import Phrase, joined
from nkfacts.ask.both.sharing import Before
from nkfacts.ask.both.spans import DAYS_OF, DaysBetween, between
from nkfacts.ask.one.single import answer_one
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer, Measured
from nkfacts.ask.understanding import times
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.reading import read_by
from nkfacts.model import dates
from nkfacts.model.dates import EdtfDate
from nkfacts.query.base import Base
from nkfacts.text import fold

_OPENINGS = tuple(
    tuple(each.split())
    for each in (
        *("how long", "how soon", "how much time", "what time", "time", "the time", "what period", "the interval"),
        *(f"how many {unit}s" for unit in DAYS_OF),
        *(f"{unit}s between" for unit in DAYS_OF),
        *("what interval", "interval", "what gap", "the gap", "gap"),
    )
)
_BEGINNING = frozenset(("from", "between", "separate", "separates", "separated", "after", "before"))
_ASKING_ELSE = frozenset(word for phrase in (*w.WHO, *w.WHICH, *w.WHERE, *w.WHEN) for word in phrase)
"""Words before the phrase that asks how long by which a question asks for something else."""

_UNTIL = ("until", "till", "to")
_PASSING = w.LIGHT | w.words("passed elapsed lay lie lies went by pass elapse lapsed") | {""}
"""Words that may stand between a phrase that asks how long and the first event: passed, or was it."""

_DO = ("did", "does", "do")
_ARTICLES = frozenset(("the", "a", "an", "of"))
_MOST_TRIES = 3
_NO_AGENTS = ("agreement", "weapon", "ship")
"""Kinds of entity that do nothing themselves: the signing of a treaty is not its own."""


def answered(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return how long lies between the two events that a question names; None where it asks for no such thing.

    Args:
        phrase: the question.
        base: the base.
        lexicon: the names and words of the base.
    """
    events = list(_events(phrase))[:_MOST_TRIES]
    if not events:
        return None
    whole = answer_one(phrase.text, base, lexicon)
    if whole.facts and _says_how_long(whole):
        # A fact that says itself how long it was is better than what is counted.
        return whole
    best: tuple[Answer, Answer] | None = None
    for first, second in events:
        parts = _both(first, second, base, lexicon)
        if best is None or len(unanswered(parts)) < len(unanswered(best)):
            best = parts
        if not unanswered(parts):
            break
    if best is None or best[0].facts[:1] == best[1].facts[:1] != ():
        # One fact that tells of both tells no time between them.
        return whole
    return _told(phrase, best, base, lexicon)


def _says_how_long(found: Answer) -> bool:
    """Say whether a fact tells a span of time, as "a month after"; that of a date is written otherwise."""
    words = fold(found.facts[0].statement).split()
    return any(word.removesuffix("s") in DAYS_OF for word in words)


def _events(phrase: Phrase) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield the ways to take a question apart into two events, in the order in which time is counted."""
    opening = phrase.find(*_OPENINGS)
    if opening is None:
        return
    start = next((i for i, word in enumerate(phrase.words) if word in _BEGINNING), None)
    if not _ASKING_ELSE.isdisjoint(phrase.words[: opening[0]]) and opening[0] < (start or 0):
        return
    if start is None or (start > opening[0] and not set(phrase.words[opening[1] : start]) <= _PASSING):
        return
    end = opening[0] if opening[0] > start else len(phrase.words)
    sign, rest = phrase.words[start], phrase.part(start + 1, end)
    if sign in ("after", "before"):
        at = _where_the_other_clause_begins(rest)
        if at is not None:
            one, other = rest.part(0, at), rest.part(at)
            yield (one, other) if sign == "after" else (other, one)
        return
    for joint in _UNTIL if sign == "from" else ("and",):
        for at, word in enumerate(rest.words):
            if word == joint and 0 < at < len(rest.words) - 1:
                yield rest.part(0, at), rest.part(at + 1)


def _where_the_other_clause_begins(rest: Phrase) -> int | None:
    """Return where behind "after A" the clause begins whose verb is put first: did B, was B."""
    doing = [i for i, word in enumerate(rest.words) if word in _DO and i]
    others = [i for i, word in enumerate(rest.words) if word in w.BE | w.HAVE and 0 < i < len(rest.words) - 1]
    return doing[-1] if doing else others[-1] if others else None


def _both(first: Phrase, second: Phrase, base: Base, lexicon: Lexicon) -> tuple[Answer, Answer]:
    """Return when two events were; of several that the second may be one behind the first, if there is any."""
    one = _when(first, base, lexicon)
    named = Before(first, base, lexicon).named_in(second)
    other = _when(named, base, lexicon)
    if one.facts and other.facts and not times.find(list(named.words), base.header["updated"]):
        day = _day_of(one)
        if _day_of(other).last < day.first:
            later = _when(Phrase.of(joined(named, f"after {day.last}")), base, lexicon)
            other = part_of(later, second.text) if later.facts else other
    return one, part_of(other, second.text)


def _day_of(part: Answer) -> EdtfDate:
    return dates.parse(part.brief or part.date or part.facts[0].reported)


def _when(event: Phrase, base: Base, lexicon: Lexicon) -> Answer:
    """Return when an event was, as the answer to a question of its own."""
    bare = event.without({i for i, word in enumerate(event.words) if word in _ARTICLES})
    words = [_unpossessed(typed, word, base, lexicon) for typed, word in zip(bare.typed, bare.words, strict=True)]
    found = answer_one(joined("when", " ".join(words)), base, lexicon)
    if found.facts and not _is_firm(found):
        found = found._replace(choice=found.choice._replace(facts=(), figure=None), reason="no fact on that as asked")
    return part_of(found, event.text)


def _unpossessed(typed: str, word: str, base: Base, lexicon: Lexicon) -> str:
    """Return the name of a thing without the ending of a possessive: what is done to it, and not by it."""
    if not typed.lower().rstrip("?,.").endswith("'s"):
        return typed
    entities = [base.entity(m.id) for m in lexicon.meanings([word]).get(word, ()) if m.part == "entities"]
    return typed if any(entity is not None and entity.kind not in _NO_AGENTS for entity in entities) else word


def _is_firm(found: Answer) -> bool:
    view = found.choice.verdict.view if found.choice.verdict else None
    return found.facts[0].status != "denied" and not (view and (view.negated or view.open))


def _told(phrase: Phrase, parts: tuple[Answer, Answer], base: Base, lexicon: Lexicon) -> Answer:
    whole = Whole(read_by(phrase.text, base, lexicon), "between", parts, base)
    missing = unanswered(parts)
    if missing:
        names = " or ".join(f"“{part.question.text}”" for part in missing)
        return whole.refused(f"no fact on {names} as asked")
    first, second = map(_day_of, parts)
    span = between(first, second)
    if span is None:
        facts = [part.facts[0] for part in parts]
        return whole.refused("no fact on that: one of the two has no day of its own", facts)
    asked = next((unit for unit in DAYS_OF if f"{unit}s" in phrase.words), "")
    measured = _measured(span, asked)
    planned = ", to what is planned" if any(part.facts[0].status == "planned" for part in parts) else ""
    lead = f"{measured.words}{_order(span)}{planned}: from {first.words} to {second.words}"
    return whole.told(measured.words, lead, measured)


def _order(span: DaysBetween) -> str:
    if span.least < 0 < span.most:
        return ", in which order is not told"
    return ", the other way round" if span.most < 0 else ""


def _measured(span: DaysBetween, asked: str) -> Measured:
    low, high = sorted((abs(span.least), abs(span.most)))
    low = 0 if span.least < 0 < span.most else low
    exact = float(low) if low == high else None
    rounded = span.rounded(asked or ("month" if high - low > 2 * DAYS_OF["month"] else "day"))
    words = f"{span.in_words} ({rounded})" if rounded else span.in_words
    return Measured(exact, None if exact is not None else low, None if exact is not None else high, "days", words)
