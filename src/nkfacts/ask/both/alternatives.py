"""This or that: a question with an alternative is asked of each, and answered by the one that is so, or by both."""

from nkfacts.ask.both.joining import Whole, closest_of, part_of
from nkfacts.ask.both.phrases import Phrase, joined
from nkfacts.ask.one.single import answer_one
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.told.wording import bare_or_told
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.reading import read_by
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.text import fold


class _Alternatives(NamedTuple):
    """The question of each alternative and of neither, each itself, and whether one is to be chosen: which, A or B."""

    questions: tuple[str, str]
    neither: str
    named: tuple[str, str]
    is_choice: bool


def answered(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return which of two alternatives is so, or both of them; None where a question names none.

    Args:
        phrase: the question.
        base: the base.
        lexicon: the names and words of the base.
    """
    question = read_by(phrase.text, base, lexicon)
    words = [token.word for token in question.tokens]
    if words.count("or") != 1 or words[-1] == "or" or words[words.index("or") + 1] == "not":
        return None
    if not w.UNEQUAL.isdisjoint(words[: words.index("or")]):
        # Which of two is more is told by neither.
        return None
    whole = answer_one(phrase.text, base, lexicon)
    asks_whether = question.kind == "yes-no"
    found = _alternatives(question, words, lexicon)
    if found is None or (whole.facts and not asks_whether):
        return _without_a_yes(whole) if asks_whether else whole
    first, second = (answer_one(text, base, lexicon) for text in found.questions)
    parts = Whole(question, "either", (first, second), base)
    return _which_is_so(parts, found, whole, lexicon) if asks_whether else _what_is_told(parts, found, whole)


def _which_is_so(parts: Whole, named: _Alternatives, whole: Answer, lexicon: Lexicon) -> Answer:
    """Return the answer to whether this or that is so: the one that is; both where each is by another fact."""
    chosen = _chosen(parts, named, lexicon)
    if chosen is not None:
        return _told(chosen, parts, named)
    lacking = [name for name in named.named if _lacks(whole, name)]
    if whole.facts and not lacking:
        # One fact tells of both: dead or injured.
        return whole
    told = [part.facts[0] for part in parts.parts if part.facts]
    if len(lacking) == 1 and not told:
        return _without_a_yes(whole)
    if all(_is_so(part, name, parts.question) for part, name in zip(parts.parts, named.named, strict=True)):
        return _both_told(parts, named)
    near = {fact.id: fact for fact in (*told, *closest_of(parts.parts))}
    return parts.refused(f"no fact on {'which of the two' if told else 'either'} as asked", tuple(near.values()))


def _what_is_told(parts: Whole, named: _Alternatives, whole: Answer) -> Answer:
    """Return the answer to a question of which a fact lacks but one alternative: that of the other one."""
    lacking = [name for name in named.named if _lacks(whole, name)]
    if len(lacking) != 1 or named.is_choice:
        return whole
    told = parts.parts[1 - named.named.index(lacking[0])]
    return _told(told, parts, named) if told.facts else whole


def _told(chosen: Answer, parts: Whole, named: _Alternatives) -> Answer:
    """Return the answer that one of the alternatives gives, by its name."""
    name = named.named[parts.parts.index(chosen)]
    if _asks_for_any(parts.question):
        told = parts.told("yes", f"Yes, {name}")
    else:
        told = parts.told(name, name[:1].upper() + name[1:])
    return told._replace(choice=chosen.choice, date=chosen.date)


def _asks_for_any(question: Question) -> bool:
    """Say whether it is asked if this or that is so at all, and not which: have they been seen here or there."""
    words = [token.word for token in question.tokens[:2]]
    return question.kind == "yes-no" and (words[0] in w.HAVE or words[1] == "there")


def _both_told(parts: Whole, named: _Alternatives) -> Answer:
    """Return the answers of both alternatives, each to its own question; once, if one fact tells of both."""
    if parts.parts[0].facts[0] == parts.parts[1].facts[0]:
        told = parts.parts[0]._replace(question=parts.question)
        return _without_a_yes(told) if parts.question.tokens[0].word in w.BE else told
    both = tuple(part_of(part, text) for part, text in zip(parts.parts, named.questions, strict=True))
    return parts._replace(kind="both", parts=(both[0], both[1])).told("\t".join(map(bare_or_told, both)))


def _without_a_yes(found: Answer) -> Answer:
    """Return an answer to which of two as the statement that tells it: a yes would not say which."""
    return found._replace(brief="") if found.brief == "yes" else found


def _alternatives(question: Question, words: list[str], lexicon: Lexicon) -> _Alternatives | None:
    """Return the alternatives of a question: what stands right before and right behind "or"; None where not alike."""
    at = words.index("or")
    left = next((m for m in question.mentions if m.end == at), None)
    right = next((m for m in question.mentions if m.start > at), None)
    if left is None or right is None or not _are_alike(left, right):
        return None
    before = set(words[at + 1 : right.start])
    if not before <= w.DETERMINERS | w.PREPOSITIONS:
        return None
    # What is North Korea's is so of both.
    start = _behind_its_nation(left, words, lexicon)
    begins = _beginning(words, start, placed=not before.isdisjoint(w.PREPOSITIONS))
    opens = _beginning(words, left.start, placed=False)
    typed = [token.typed + ("'s" if token.possessive else "") for token in question.tokens]
    return _Alternatives(
        (" ".join([*typed[:at], *typed[right.end :]]), " ".join([*typed[:begins], *typed[at + 1 :]])),
        " ".join([*typed[:begins], *typed[right.end :]]),
        (" ".join(typed[start : left.end]), " ".join(typed[right.start : right.end])),
        opens > 0 and question.tokens[opens - 1].stop,
    )


def _are_alike(left: Mention, right: Mention) -> bool:
    """Say whether two mentions may be alternatives: names, or things, or words of one kind; no number is one."""
    kinds = {left.kind, right.kind}
    # Of a word that nothing is called by, no fact tells, and of the other one may.
    return "word" in kinds or kinds <= {"name", "thing", "figure"} or kinds in ({"action"}, {"thing", "action"})


def _behind_its_nation(left: Mention, words: list[str], lexicon: Lexicon) -> int:
    """Return where a mention begins behind the nation whose it is."""
    ends = {" ".join(words[left.start : end]): end for end in range(left.start + 1, left.end)} if left.nation else {}
    found = lexicon.meanings(tuple(ends)) if ends else {}
    return max((ends[name] for name, meanings in found.items() if lexicon.country(meanings)), default=left.start)


def _beginning(words: list[str], start: int, *, placed: bool) -> int:
    """Return where the first alternative begins: with its article, and its preposition if the other has one."""
    while start and (words[start - 1] in w.DETERMINERS or (placed and words[start - 1] in w.PREPOSITIONS)):
        start -= 1
    return start


def _chosen(whole: Whole, named: _Alternatives, lexicon: Lexicon) -> Answer | None:
    """Return the answer of the alternative that is so; None where both or neither are."""
    question, parts, base = whole.question, whole.parts, whole.base
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


def _lacks(found: Answer, name: str) -> bool:
    """Say whether an alternative is not borne out, with the nation whose it is or without."""
    return any(missing.endswith(fold(name)) for missing in found.choice.missing)


def _is_so(part: Answer, name: str, question: Question) -> bool:
    if not part.facts or _lacks(part, name) or not _has_the_number(part.facts[0], question):
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
    if _lacks(part, name):
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
