"""This or that: a question of yes or no with an alternative is asked of each, and answered by the one that is so."""

from nkfacts.ask import words as w
from nkfacts.ask.both.joining import Whole, closest_of
from nkfacts.ask.both.phrases import Phrase, joined
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question
from nkfacts.ask.reading import read
from nkfacts.ask.single import Answer, answer_one
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.text import fold


class _Alternatives(NamedTuple):
    """The question of each alternative and of neither, and each by itself."""

    questions: tuple[str, str]
    neither: str
    named: tuple[str, str]


def answered(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return which of two alternatives is so; None where a question names none.

    Args:
        phrase: the question.
        base: the base.
        lexicon: the names and words of the base.
    """
    question = read(phrase.text, lexicon, base.as_of or base.header["updated"])
    words = [token.word for token in question.tokens]
    if (
        question.kind != "yes-no"
        or words.count("or") != 1
        or words[-1] == "or"
        or words[words.index("or") + 1] == "not"
    ):
        return None
    whole = answer_one(phrase.text, base, lexicon)
    found = _alternatives(question, words)
    if found is None:
        return _without_a_yes(whole)
    first, second = (answer_one(text, base, lexicon) for text in found.questions)
    parts = Whole(question, "either", (first, second), base)
    chosen = _chosen(question, parts.parts, found, base, lexicon)
    if chosen is not None:
        name = found.named[parts.parts.index(chosen)]
        answer = parts.told(name, name[:1].upper() + name[1:])
        return answer._replace(choice=chosen.choice, date=chosen.date)
    lacking = [name for name in found.named if fold(name) in whole.choice.missing]
    if whole.facts and not lacking:
        # One fact tells of both: dead or injured.
        return whole
    told = [part.facts[0] for part in parts.parts if part.facts]
    if len(lacking) == 1 and not told:
        return _without_a_yes(whole)
    near = {fact.id: fact for fact in (*told, *closest_of(parts.parts))}
    return parts.refused(f"no fact on {'which of the two' if told else 'either'} as asked", tuple(near.values()))


def _without_a_yes(found: Answer) -> Answer:
    """Return an answer to which of two as the statement that tells it: a yes would not say which."""
    return found._replace(brief="") if found.brief == "yes" else found


def _alternatives(question: Question, words: list[str]) -> _Alternatives | None:
    """Return the alternatives of a question: what stands right before and right behind "or"; None where not alike."""
    at = words.index("or")
    left = next((m for m in question.mentions if m.end == at), None)
    right = next((m for m in question.mentions if m.start > at), None)
    if left is None or right is None or not _are_alike(left, right):
        return None
    before = set(words[at + 1 : right.start])
    if not before <= w.DETERMINERS | w.PREPOSITIONS:
        return None
    begins = _beginning(words, left, placed=not before.isdisjoint(w.PREPOSITIONS))
    typed = [token.typed + ("'s" if token.possessive else "") for token in question.tokens]
    return _Alternatives(
        (" ".join([*typed[:at], *typed[right.end :]]), " ".join([*typed[:begins], *typed[at + 1 :]])),
        " ".join([*typed[:begins], *typed[right.end :]]),
        (" ".join(typed[left.start : left.end]), " ".join(typed[right.start : right.end])),
    )


def _are_alike(left: Mention, right: Mention) -> bool:
    """Say whether two mentions may be alternatives: names, or things, or words of one kind; no number is one."""
    kinds = {left.kind, right.kind}
    return kinds <= {"name", "thing", "figure"} or kinds in ({"action"}, {"word"}, {"thing", "action"})


def _beginning(words: list[str], left: Mention, *, placed: bool) -> int:
    """Return where the first alternative begins: with its article, and its preposition if the other has one."""
    start = left.start
    while start and (words[start - 1] in w.DETERMINERS or (placed and words[start - 1] in w.PREPOSITIONS)):
        start -= 1
    return start


def _chosen(
    question: Question, parts: tuple[Answer, ...], named: _Alternatives, base: Base, lexicon: Lexicon
) -> Answer | None:
    """Return the answer of the alternative that is so; None where both or neither are."""
    so = [part for part, name in zip(parts, named.named, strict=True) if _is_so(part, name, question)]
    if len(so) == len(parts):
        if "earliest" in question.flags:
            first, second = (dates.parse(part.date or part.facts[0].reported) for part in parts)
            if first.last < second.first or second.last < first.first:
                return parts[0] if first.last < second.first else parts[1]
        return _of_the_same_fact(parts, named.neither, base, lexicon)
    if not so:
        return None
    other = next(part for part in parts if part is not so[0])
    if _may_be_so(other, named.named[parts.index(other)], question):
        return _of_the_same_fact(parts, named.neither, base, lexicon)
    return so[0]


def _is_so(part: Answer, name: str, question: Question) -> bool:
    if not part.facts or fold(name) in part.choice.missing or not _has_the_number(part.facts[0], question):
        return False
    # What a number counts is so of one that is planned as well.
    counts = part.facts[0].figure is not None and any(m.kind == "number" for m in question.mentions)
    return part.brief == "yes" or (counts and part.brief != "no")


def _has_the_number(fact: Fact, question: Question) -> bool:
    """Say whether a fact is of the number that is asked about, where there is one."""
    asked = [m.value for m in question.mentions if m.kind == "number"]
    return not asked or fact.figure is None or bool({fact.value, fact.low, fact.high} & set(asked))


def _may_be_so(part: Answer, name: str, question: Question) -> bool:
    """Say whether what comes nearest bears out every word, and nothing stands against it."""
    if fold(name) in part.choice.missing:
        return False
    if part.facts:
        return part.brief not in ("yes", "no") and _has_the_number(part.facts[0], question)
    weighed, closest = part.choice.weighed[:1], part.choice.closest[:1]
    return bool(weighed) and not weighed[0][1] and bool(closest) and _has_the_number(closest[0], question)


def _of_the_same_fact(parts: tuple[Answer, ...], neither: str, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the alternative that is borne out by the fact which answers the question without any."""
    plain = answer_one(joined("when", Phrase.of(neither).part(1)), base, lexicon)
    if not plain.facts:
        return None
    found = [part for part in parts if part.facts and part.facts[0].id == plain.facts[0].id]
    return found[0] if len(found) == 1 else None
