"""What a part of a question takes from the part before it: whom its pronouns mean, and what it leaves unsaid."""

from collections.abc import Iterator

from nkfacts.ask.both.phrases import Phrase
from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.reading import read_by
from nkfacts.query.base import Base

_PERSONAL = frozenset(("he", "him", "she", "her", "his", "hers"))
_NEUTER = frozenset(("it", "its"))
_PLURAL = frozenset(("they", "them", "their", "theirs"))
_POSSESSIVE = frozenset(("his", "her", "its", "their"))
_THERE = "there"
PRONOUNS = _PERSONAL | _NEUTER | _PLURAL
"""Words that stand for what was named before."""


class Before:
    """What stands before a part of a question, and may be meant by its pronouns.

    Args:
        phrase: its words.
        base: the base.
        lexicon: the names and words of the base.
        answer: the name that answers it, where it asks for somebody.
    """

    def __init__(self, phrase: Phrase, base: Base, lexicon: Lexicon, answer: str = "") -> None:
        self._base, self._fitting, self._answer = base, Fitting(lexicon), answer
        self._question: Question = read_by(phrase.text, base, lexicon)

    def named_in(self, part: Phrase) -> Phrase:
        """Return a part with the names that its pronouns stand for, as far as they are named before it."""
        if (PRONOUNS | {_THERE}).isdisjoint(part.words):
            return part
        typed = list(part.typed)
        for place, word in enumerate(part.words):
            # Are there any tells no place; did they fight there does.
            if word == _THERE and place and part.words[place - 1] not in w.AUXILIARIES and (where := self._place()):
                typed[place] = f"in {where}"
        for place, word in enumerate(part.words):
            named = self._antecedent(word) if word in PRONOUNS else ""
            if named:
                mark = typed[place][-1] if not typed[place][-1].isalnum() else ""
                possessive = word in _POSSESSIVE and place + 1 < len(typed) and not mark
                ending = "'s" if possessive else ""
                typed[place] = f"{named}{ending}{mark}"
        return Phrase.of(" ".join(typed))

    def _antecedent(self, pronoun: str) -> str:
        """Return the name that a pronoun stands for; empty for none."""
        if pronoun in _PERSONAL:
            persons = [self._typed(m) for m in self._question.mentions if self._is_somebody(m)]
            return self._answer or (persons[-1] if persons else "")
        wanted = (self._are_people, self._are_several) if pronoun in _PLURAL else (self._is_something,)
        named = (self._typed(m) for fits in wanted for m in self._question.mentions if fits(m))
        return next(named, "")

    def _place(self) -> str:
        """Return the place that is named; empty for none."""
        return next((self._typed(m) for m in self._question.mentions if self._fitting.is_place(m) and m.role), "")

    def _is_somebody(self, mention: Mention) -> bool:
        found = [self._base.entity(m.id) for m in mention.meanings if m.part == "entities"]
        return any(entity is not None and entity.kind == "person" for entity in found)

    def _are_people(self, mention: Mention) -> bool:
        return self._fitting.is_population(mention) or self._fitting.is_nation(mention)

    def _is_something(self, mention: Mention) -> bool:
        return mention.kind in ("thing", "name") and not self._is_somebody(mention) and not self._are_people(mention)

    def _are_several(self, mention: Mention) -> bool:
        return self._is_something(mention) and mention.text.endswith("s")

    def _typed(self, mention: Mention) -> str:
        return " ".join(self._with_what_stands_before(mention))

    def _with_what_stands_before(self, mention: Mention) -> Iterator[str]:
        """Yield the words of a name, with the nation whose it is."""
        tokens = self._question.tokens
        for other in self._question.mentions:
            if other.end == mention.start and other.kind == "name" and mention.kind == "thing":
                yield from (token.typed for token in tokens[other.start : other.end])
        yield from (token.typed for token in tokens[mention.start : mention.end])
