"""Who, in a sentence, is said to say it: named, referred to, or unknown to the base."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.slots import AT
from nkfacts.ask.understanding.calendar import MONTHS
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.words import DETERMINERS, GRAMMAR, PREPOSITIONS
from nkfacts.hints import NamedTuple
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.text import fold
from nkfacts.verifying.called import is_called, with_role
from nkfacts.verifying.giving import is_handing_over
from nkfacts.verifying.sentences import Word
from nkfacts.verifying.speakers import body_of, speakers_in
from nkfacts.verifying.wording import BETWEEN, NOUNS_TOO, OFFICES, PEOPLE, REFERRING, ROLES, SAYS, SOURCES_OF, WEEKDAYS

_CITING = ("citing", "quoting")

_OWNED = 4
"""The words in which is told who of somebody speaks: the Pentagon's press office."""


class Sources(NamedTuple):
    """Who is said to say something.

    Attributes:
        named: the mentions of those whom the base knows.
        unknown: a name that it does not know; empty for none.
    """

    named: tuple[Mention, ...] = ()
    unknown: str = ""

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the entities and things that those named may be."""
        return frozenset(m.id for mention in self.named for m in mention.meanings if m.part in ("entities", "things"))


NOBODY = Sources()


def sources_in(question: Question, words: Sequence[Word], common: Callable[[str], bool]) -> Sources:
    """Return who is said to say what a sentence says.

    Args:
        question: the sentence as ``ask`` reads it.
        words: its words.
        common: says whether a word is written small within a sentence, and so is no name where it opens one.
    """
    named = [m for m in question.mentions if m.kind in ("name", "thing") and _names_somebody(m)
             and ((m.claims and not _is_dateline(m, question, words)) or _is_source(m, question))]  # fmt: skip
    known = {word for m in question.mentions if m.nation or _names_somebody(m) for word in m.text.split()}
    unknown = _unknown(words, known, common) or body_of(named, question)
    if not named and not unknown:
        named, unknown = speakers_in(question, common)
    return Sources(tuple(dict.fromkeys(with_role(m, question) for m in named)), unknown)


def called_before(unknown: str, people: Mapping[str, Mention]) -> Mention | None:
    """Return whom a name means that is a part of one that stood before: Lee, who was Lee Seong-kweun."""
    return next((people[part] for part in fold(unknown).split() if part in people), None)


PERSON, BODY = "person", "body"


def refers_back(words: Sequence[Word]) -> tuple[str, ...]:
    """Return as what somebody named before is said to say something: a person (he said), a body (the agency said)."""
    folded = [word.folded for word in words]
    for place, word in enumerate(folded):
        said = word in SAYS or folded[place : place + 2] == ["according", "to"]
        if not said:
            continue
        before = folded[max(0, place - 5) : place]
        while before and before[-1] in BETWEEN | {"later", "then"}:
            before.pop()
        if before and not words[place - 1].stop:
            if before[-1] in REFERRING:
                return _referred(before[-1])
            if before[-1] in ROLES and not DETERMINERS.isdisjoint(before[:-1]):
                return _referred(before[-1])
        behind = folded[place + 1 + (word == "according") : place + 6]
        if behind[:1] == ["the"] and (noun := next((each for each in behind[1:3] if each in ROLES), "")):
            return _referred(noun)
        if behind[:1] and behind[0] in REFERRING and place and words[place - 1].stop:
            return _referred(behind[0])
    return ()


def _referred(word: str) -> tuple[str, ...]:
    if word in ("he", "she") or word in PEOPLE:
        return (PERSON,)
    return (BODY,) if word == "it" or word not in REFERRING else (PERSON, BODY)


def _names_somebody(mention: Mention) -> bool:
    holds_office = mention.nation is not None and mention.text.split()[-1] in PEOPLE
    return holds_office or any(m.part == "entities" for m in mention.meanings)


def _is_dateline(mention: Mention, question: Question, words: Sequence[Word]) -> bool:
    """Say whether a name only opens a text, as the place where it was written: SEOUL, 30 April."""
    last = question.tokens[mention.end - 1]
    return mention.start == 0 and last.stop and next((word.stop for word in words if word.stop), "") != ":"


def _is_source(mention: Mention, question: Question) -> bool:
    """Say whether a word of saying stands before a mention: says the NIS, citing Kyiv, data from the Pentagon."""
    if mention.kind != "name":
        return False
    place = mention.start
    tokens = question.tokens
    if _speaks_through_others(mention, question) or _says_itself(mention, question):
        return True
    # Who stands right before it is told by the same word: said lawmaker Lee.
    while (
        place
        and (tokens[place - 1].word in DETERMINERS - {"that"} or _is_title(place - 1, question))
        and not (tokens[place - 1].stop)
    ):
        place -= 1
    before = [token.word for token in tokens[max(0, place - 2) : place]]
    if before[-1:] and before[-1] in SAYS and not tokens[place - 1].stop:
        return place == 1 or tokens[place - 2].stop or before[-1] in ("citing", "quoting", "cited", "quoted")
    return len(before) == 2 and before[0] in SOURCES_OF and before[1] in ("from", "by", "of")


def _says_itself(mention: Mention, question: Question) -> bool:
    """Say whether a word of saying stands right behind a mention that opens what is said."""
    tokens = question.tokens
    behind = [token.word for token in tokens[mention.end : mention.end + 3]]
    while behind and behind[0] in BETWEEN | {"later", "first"}:
        behind.pop(0)
    if not behind or behind[0] not in SAYS or tokens[mention.end - 1].possessive:
        return False
    if behind[0] in NOUNS_TOO and behind[1:2] != ["that"]:
        return False
    if any(is_handing_over(m, question) for m in question.mentions if m.text == behind[0] and m.start >= mention.end):
        return False
    before = tokens[mention.start - 1].word if mention.start else ""
    return before not in PREPOSITIONS - {"as"}


def _speaks_through_others(mention: Mention, question: Question) -> bool:
    """Say whether people of somebody are said to say it: South Korean officials said, according to Kyiv officials."""
    tokens = question.tokens
    place = mention.end
    # Whatever is called somebody's and says something speaks for them: the Pentagon's press office.
    own = tokens[place - 1].possessive
    while (
        place < len(tokens)
        and not tokens[place - 1].stop
        and (
            tokens[place].word in OFFICES
            or (own and place < mention.end + _OWNED and tokens[place].word not in GRAMMAR | SAYS)
        )
    ):
        place += 1
    if place == mention.end:
        return False
    before = [token.word for token in tokens[max(0, mention.start - 2) : mention.start]]
    if before == ["according", "to"] or before[-1:] == ["citing"]:
        return True
    skipped = [token.word for token in tokens[place : place + 3]]
    while skipped and skipped[0] in BETWEEN:
        skipped.pop(0)
    return bool(skipped) and skipped[0] in SAYS and not tokens[place - 1].stop


def _is_title(place: int, question: Question) -> bool:
    """Say whether a word belongs to another name or thing that stands before one: the South Korean lawmaker."""
    return any(m.start <= place < m.end and m.kind in ("name", "thing") for m in question.mentions)


def _unknown(words: Sequence[Word], known: set[str], common: Callable[[str], bool]) -> str:
    """Return a name of whoever says it that is none of the base: capital letters before or behind a word of saying."""
    for place, word in enumerate(words):
        if word.folded not in SAYS and word.folded != "according":
            continue
        if word.folded in NOUNS_TOO and [each.folded for each in words[place + 1 : place + 2]] != ["that"]:
            continue
        opens = place == 0 or words[place - 1].stop or word.folded in ("according", *_CITING)
        before = "" if word.folded == "according" else _name_before(words, place, known, common)
        found = before or (_name_behind(words, place, known, common) if opens else "")
        if found:
            return found
    return ""


def _name_before(words: Sequence[Word], place: int, known: set[str], common: Callable[[str], bool]) -> str:
    """Return whoever the base has not that stands right before a word of saying: France, French officials."""
    end = place
    while end and _is_beside(words[end - 1]):
        end -= 1
    if end > 1 and words[end - 1].folded in WEEKDAYS and words[end - 2].folded == "on":
        end -= 2
    first = end
    while first and not words[first - 1].stop and _is_office(words[first - 1]):
        first -= 1
    # Who cites somebody else stands before a mark.
    cites = words[place].folded in _CITING and first == place
    while first and _is_large(words[first - 1]) and (not words[first - 1].stop or (cites and first == place)):
        first -= 1
    return _as_name(words, first, end, known, common)


def _name_behind(words: Sequence[Word], place: int, known: set[str], common: Callable[[str], bool]) -> str:
    """Return whoever the base has not that stands right behind a word of saying, or behind "according to"."""
    first = place + (2 if words[place].folded == "according" else 1)
    while first < len(words) and _is_beside(words[first]):
        first += 1
    end = first
    for is_own in (_is_large, _is_office):
        while end < len(words) and is_own(words[end]) and (end == first or not words[end - 1].stop):
            end += 1
    return _as_name(words, first, end, known, common)


def _is_large(word: Word) -> bool:
    return word.typed[:1].isupper()


def _is_office(word: Word) -> bool:
    return word.folded in OFFICES


def _is_beside(word: Word) -> bool:
    return not word.stop and word.folded in DETERMINERS | BETWEEN


def _as_name(words: Sequence[Word], first: int, end: int, known: set[str], common: Callable[[str], bool]) -> str:
    """Return words that say who it is, if one of them is a name and the base has none of these; else nothing."""
    while first < end and words[first].folded in GRAMMAR:
        first += 1
    row = [word for word in words[first:end] if _is_large(word)]
    told = [part for word in row for part in fold(word.typed.removesuffix("'s").removesuffix("\u2019s")).split()]
    if not told or not known.isdisjoint(told) or (row == [words[0]] and common(fold(row[0].typed))):
        return ""
    if all(part in REFERRING | ROLES | WEEKDAYS or part in MONTHS or not part.isalpha() for part in told):
        return ""
    return " ".join(word.typed for word in words[first:end])


def are_of(sources: Sources, fact: Fact, base: Base, fitting: Fitting) -> bool:
    """Say whether a fact is said by those who are said to say it.

    Each has to assert it, pass it on or print it; or be named by it, where another of them asserts it or passes it on.
    """
    if sources.unknown and not _prints(sources.unknown, fact, base):
        return False
    said = [m for m in sources.named if _says(m, fact, base, fitting)]
    if not sources.named:
        return True
    rest = [m for m in sources.named if m not in said and not _passes_on(m, base)]
    return bool(said) and all(fitting.fits_any(m, _named(fact)) for m in rest)


def _passes_on(mention: Mention, base: Base) -> bool:
    """Say whether a mention is of people without a name, of whom a named one may speak, or of who only cites others."""
    found = [base.entity(m.id) for m in mention.meanings if m.part == "entities"]
    return any(entity is not None and entity.kind in ("group", "medium") for entity in found)


def _says(mention: Mention, fact: Fact, base: Base, fitting: Fitting) -> bool:
    return any(_speaks(mention, id_, base, fitting) for id_ in (fact.by, *fact.via)) or _prints(
        mention.text, fact, base
    )


def _speaks(mention: Mention, id_: str, base: Base, fitting: Fitting) -> bool:
    """Say whether a mention means who asserts a fact or passes it on: a country's media are not the country."""
    entity = base.entity(id_)
    if entity is not None and entity.kind == "medium":
        return any(m.id == id_ for m in mention.meanings)
    if fitting.fits(mention, id_) or is_called(mention, id_, fitting.nation_of(id_), base):
        return True
    return mention.role in AT and _is_of_its_country(mention, id_, fitting)


def _is_of_its_country(mention: Mention, id_: str, fitting: Fitting) -> bool:
    """Say whether a place is in the country of somebody, for which they speak there: officials in Seoul."""
    nation = fitting.nation_of(id_)
    return nation is not None and any(fitting.nation_of(m.id) == nation for m in mention.meanings)


def _prints(name: str, fact: Fact, base: Base) -> bool:
    """Say whether a page that a fact rests on is of somebody with a name."""
    wanted = fold(name)
    found = (base.source(piece.source) for piece in fact.evidence)
    return any(source is not None and fold(source.publisher) == wanted for source in found)


def _named(fact: Fact) -> Iterable[str]:
    from nkfacts.ask.terms.views import views_of

    return (*fact.about, *(filler for view in views_of(fact) for fillers in view.slots.values() for filler in fillers))
