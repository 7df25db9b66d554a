"""Two questions in one: each is answered by itself, with what it shares with the other."""

from nkfacts.ask.both.joining import Whole, part_of, unanswered
from nkfacts.ask.both.phrases import Phrase, joined
from nkfacts.ask.both.sharing import Before
from nkfacts.ask.one.single import answer_one
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.told.wording import bare_or_told
from nkfacts.ask.understanding import times
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.reading import read, read_by
from nkfacts.query.base import Base

_HAPPENING = frozenset(("happen", "happened", "happening", "occur", "occurred", "be", "place", "take"))
_REPORTING = w.words("source sources according say says said claim claims claimed report reports reported")
_ANYTHING = frozenset(("who", "whom", "which", "what", "so", "it", "this", "that", "the", "to"))
_COUNTING = (("how", "many"), ("how", "much"))
_JOINTS = ("and", "or")
_BEFORE_ANOTHER = ("and", "or", "also", "then", "so", "")
_RELATIVE = frozenset(("who", "whom", "whose", "which", "where", "when"))
"""Words that behind a comma tell more of what was named: the prisoners, who were."""

_SUBJECTS = frozenset(("it", "he", "she", "they", "that", "this", "there"))


def answered(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the answers to two questions in one; None where there is only one.

    Args:
        phrase: the question.
        base: the base.
        lexicon: the names and words of the base.
    """
    halves = _halves(phrase)
    if halves is None:
        return None
    whole = answer_one(phrase.text, base, lexicon) if _may_be_one(halves[0], phrase) else None
    if whole is not None and whole.facts:
        return whole
    first, second = halves
    if _asks_for_the_source(second):
        # Every answer tells who says so.
        return part_of(answer_one(first.text, base, lexicon), phrase.text)
    one, other = first.asking, second.asking
    today = base.as_of or base.header["updated"]
    if other is not None and _says_only_what_is_asked(first, one):
        # "Where and when did they meet": what is asked of both stands behind the second.
        first = _joined(first, second.part(_where_the_deed_begins(second, len(other))))
    elif one in _COUNTING and other in _COUNTING:
        first, second = _both_counts(first, second, today, lexicon)
    found = _answered(first, halves[0], base, lexicon)
    if other is not None and len(second.words) == len(other):
        second = _joined(second, _what_is_asked_of(first))
    else:
        second = _of_the_same_happening(second, first)
        second = second if one in _COUNTING else _with_the_deed(first, second, today, lexicon)
        second = Before(halves[0], base, lexicon, _name_in(found)).named_in(second)
    parts = found, _answered(second, halves[1], base, lexicon)
    return _told(phrase, _of_the_same_people(parts, (first, second), base, lexicon), base, lexicon)


def _asks_for_the_source(second: Phrase) -> bool:
    """Say whether it is asked who says what the question before asks: which source says so, who reported it."""
    words = set(second.words)
    saying = words & _REPORTING
    asking = second.asking in (("who",), ("which",), ("what",)) or words >= {"according", "whom"}
    return asking and bool(saying) and words - saying <= _ANYTHING | w.AUXILIARIES


def _says_only_what_is_asked(first: Phrase, asking: tuple[str, ...] | None) -> bool:
    """Say whether the first question ends behind what it asks for, and leaves the deed to the second: which rifle."""
    if asking is None:
        return False
    behind = first.part(len(asking))
    return w.AUXILIARIES.isdisjoint(behind.words) and (asking[0] == "which" or not behind.words)


def _where_the_deed_begins(second: Phrase, start: int) -> int:
    """Return where behind a phrase that asks and its noun the rest begins: with an auxiliary, if there is one."""
    return next((i for i in range(start, len(second.words)) if second.words[i] in w.AUXILIARIES), start)


def _halves(phrase: Phrase) -> tuple[Phrase, Phrase] | None:
    """Return the two questions of one; None where there is only one."""
    if not phrase.asks:
        return None
    for at in range(1, len(phrase.words)):
        ends, joint = phrase.ends_a_sentence(at - 1), phrase.words[at]
        if not (phrase.pauses(at - 1) or joint in _JOINTS) or "between" in phrase.words[:at]:
            continue
        behind = at
        while behind < len(phrase.words) and phrase.words[behind] in _BEFORE_ANOTHER:
            behind += 1
        first, second = phrase.part(0, at), phrase.part(behind)
        if not second.words:
            continue
        if _begins_another(phrase, first, second, ends=ends) if ends or joint == "and" else _is_inverted(second, joint):
            return first, second
    return None


def _may_be_one(first: Phrase, phrase: Phrase) -> bool:
    """Say whether a first question ends with a comma or at "or", so that the second may only say more of the same."""
    at = len(first.words)
    return not phrase.ends_a_sentence(at - 1) and phrase.words[at] != "and"


def _is_inverted(second: Phrase, joint: str) -> bool:
    """Say whether words behind a comma or "or" have the order of a question: did they, what has he, or does Kim."""
    asking = second.asking
    if asking is not None:
        behind = second.words[len(asking) :]
        return asking[0] not in _RELATIVE and (not w.AUXILIARIES.isdisjoint(behind[:1]) or asking in _COUNTING)
    opening, *rest = second.words
    if opening not in w.AUXILIARIES or not rest:
        return False
    return joint == "or" or rest[0] in _SUBJECTS or rest[0] in w.DETERMINERS


def _begins_another(phrase: Phrase, first: Phrase, second: Phrase, *, ends: bool) -> bool:
    """Say whether words behind "and" begin a question of their own."""
    asking = second.asking
    if asking is not None:
        return not (first.words[0] in w.AUXILIARIES and not ends and len(second.words) > len(asking))
    opening, *rest = second.words
    if opening not in w.AUXILIARIES or not rest:
        return False
    inverted = rest[0] in _SUBJECTS or (opening in ("did", "does", "do") and rest[0] != "not")
    return inverted or ends or (opening == phrase.words[0] and rest[0] in w.DETERMINERS)


def _what_is_asked_of(first: Phrase) -> Phrase:
    asking = first.asking
    return first.part(len(asking)) if asking is not None and asking not in _COUNTING else first.part(0)


def _joined(*parts: Phrase) -> Phrase:
    return Phrase.of(joined(*parts))


def _both_counts(first: Phrase, second: Phrase, today: str, lexicon: Lexicon) -> tuple[Phrase, Phrase]:
    """Return two questions for a number, each with the people, the deed and the time that only the other names."""
    one, other = read(first.text, lexicon, today), read(second.text, lexicon, today)
    deeds = [_deed(phrase, question) for phrase, question in ((first, one), (second, other))]
    if deeds[0] is not None and deeds[1] is None:
        second = _joined(second, first.part(deeds[0]))
    elif deeds[1] is not None and deeds[0] is None:
        first = _joined(first, second.part(deeds[1]))
    elif deeds[0] is not None and deeds[1] == len(_COUNTING[0]):
        # "How many soldiers were killed and how many wounded": of whom, and that they were.
        verb = next((i for i in range(deeds[0], len(first.words)) if first.words[i] not in w.AUXILIARIES), deeds[0])
        if second.words[deeds[1]] not in w.AUXILIARIES:
            second = _joined(second.part(0, deeds[1]), first.part(len(_COUNTING[0]), verb), second.part(deeds[1]))
    second = _joined(second, *_times_of(first, today)) if not other.times and not _has_time(second, today) else second
    first = _joined(first, *_times_of(second, today)) if not one.times and not _has_time(first, today) else first
    return first, second


def _has_time(phrase: Phrase, today: str) -> bool:
    return bool(times.find(list(phrase.words), today))


def _times_of(phrase: Phrase, today: str) -> list[Phrase]:
    return [phrase.part(time.start, time.end) for time in times.find(list(phrase.words), today)]


def _deed(phrase: Phrase, question: Question) -> int | None:
    """Return where the deed of a question begins, with its auxiliaries; None where it names none."""
    deed = next((m for m in question.mentions if _may_be_done(m)), None)
    at = next((i for i, word in enumerate(phrase.words) if deed is not None and word == deed.text.split()[0]), None)
    while at and phrase.words[at - 1] in w.AUXILIARIES:
        at -= 1
    return at


def _may_be_done(mention: Mention) -> bool:
    """Say whether a mention tells what is done: an action, or a word that may be a participle."""
    return mention.kind == "action" or any(m.shape == "participle" for m in mention.meanings)


def _with_the_deed(first: Phrase, second: Phrase, today: str, lexicon: Lexicon) -> Phrase:
    """Return the second question with the deed of the first, where it names only who or what else did it."""
    one, other = read(first.text, lexicon, today), read(second.text, lexicon, today)
    if first.asking != second.asking or any(m.kind in ("action", "word") for m in other.mentions):
        return second
    deed = next((m for m in one.mentions if m.kind in ("action", "light")), None)
    if deed is None or not other.mentions or not _PLAIN_DEED & set(second.words):
        return second
    at = next((i for i, word in enumerate(first.words) if word == deed.text.split()[0]), len(first.words))
    return _joined(second, first.part(at))


_PLAIN_DEED = frozenset(("did", "does", "do", "was", "were", "is", "are"))
"""Auxiliaries that stand for the deed of a question before: and when did the other house."""


def _of_the_same_happening(second: Phrase, first: Phrase) -> Phrase:
    """Return a question that asks of "that" with what the question before tells: when did that happen."""
    asking = second.asking
    rest = set(second.words[len(asking or ()) :])
    if asking is None or not rest & {"that", "this", "it"} or not rest & _HAPPENING:
        return second
    if rest <= _HAPPENING | {"that", "this", "it", "all"} | w.AUXILIARIES:
        return _joined(second.part(0, len(asking)), _what_is_asked_of(first))
    return second


def _name_in(found: Answer) -> str:
    """Return the person that answers a question; empty where it is answered by none, or by several."""
    if found.entity is not None:
        return found.entity.name
    return found.brief if found.kind == "who" and ";" not in found.brief else ""


def _answered(phrase: Phrase, typed: Phrase, base: Base, lexicon: Lexicon) -> Answer:
    """Return the answer to a part, as one to what was typed for it, unless that is only who or when."""
    bare = len(typed.words) == len(typed.asking or ())
    found = answer_one(phrase.text, base, lexicon)
    if (not found.facts or found.common) and typed.asking == _COUNTING[0] and phrase != typed:
        # "How many dead" needs no deed of "how many wounded", nor asks for both.
        alone = answer_one(typed.text, base, lexicon)
        found = alone if alone.facts else found
    return part_of(found, phrase.text if bare else typed.text)


def _of_the_same_people(
    parts: tuple[Answer, Answer], phrases: tuple[Phrase, Phrase], base: Base, lexicon: Lexicon
) -> tuple[Answer, Answer]:
    """Return both answers; a question that counts nobody by name is asked again of those whom the other counts."""
    place = next((i for i, part in enumerate(parts) if not part.facts), 0)
    lacking, found = parts[place], parts[1 - place]
    figure = found.choice.figure
    names_nobody = not any(_names_people(m) for m in lacking.question.mentions)
    if lacking.facts or figure is None or figure.counts is None or not names_nobody:
        return parts
    people = next((id_ for id_ in figure.counts.fillers("of") if lexicon.is_people(id_)), None)
    if people is None or phrases[place].asking not in _COUNTING:
        return parts
    again = joined("how many", people.replace("-", " "), phrases[place].part(2))
    asked = part_of(answer_one(again, base, lexicon), lacking.question.text)
    return (asked, found) if place == 0 else (found, asked)


def _names_people(mention: Mention) -> bool:
    return mention.kind in ("name", "thing", "word")


def _told(phrase: Phrase, parts: tuple[Answer, Answer], base: Base, lexicon: Lexicon) -> Answer:
    whole = Whole(read_by(phrase.text, base, lexicon), "both", parts, base)
    missing = unanswered(parts)
    if len(missing) == len(parts):
        return whole.refused("no fact on either question as asked")
    if missing and "or" in phrase.words:
        # The one that is told tells of the other.
        return part_of(next(part for part in parts if part.facts), phrase.text)
    if missing:
        return whole.refused(f"no fact on “{missing[0].question.text}” as asked")
    return whole.told("\t".join(map(bare_or_told, parts)))
