"""What a question demands of what answers it: how much each of its words weighs, and which cannot be missing."""

from collections.abc import Sequence

from nkfacts.ask.fits import Fitting
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question
from nkfacts.ask.verbs import is_verb

_UNKNOWN = 6.4
"""The weight of a word that no fact has."""

_WEIGHTS = {"name": 3.0, "thing": 2.5, "action": 2.0, "number": 3.0, "figure": 3.0, "light": 0.5, "count": 0.7}
"""The weights of mentions by their kind; a plain word weighs the more, the fewer facts have it."""

_DOING = ("subject", "by", "to", "object", "patient")
"""Roles in which a name tells who does something or to whom it goes."""


class Demands:
    """Weighs the mentions of one question.

    Args:
        question: the question.
        lexicon: the names and words of the base.
    """

    def __init__(self, question: Question, lexicon: Lexicon) -> None:
        self._question, self._lexicon = question, lexicon
        self._fitting = Fitting(lexicon)
        self.weighed = [(mention, self._weight(mention)) for mention in question.mentions]

    def _weight(self, mention: Mention) -> float:
        if mention.kind == "word":
            return min(max(self._lexicon.weight(mention.text), 0.5), 4.0)
        return _WEIGHTS[mention.kind]

    @property
    def has_value(self) -> bool:
        """Whether the question names a number that may be a value."""
        return any(mention.kind == "number" and (mention.value or 0) > 12 for mention in self._question.mentions)

    def is_subject(self, mention: Mention) -> bool:
        """Say whether a mention is of whom the whole base is about, and tells neither who acts nor who is acted on."""
        if mention.kind == "name":
            named = any(m.id in self._lexicon.subjects for m in mention.meanings)
            return named and not mention.claims and mention.role not in _DOING
        people = all(m.id in ("north-koreans", "people") for m in mention.meanings)
        return mention.kind == "thing" and mention.role == "" and people

    def is_alternative(self, mention: Mention, slots: Sequence[tuple[str, str]]) -> bool:
        """Say whether a number is one of several that the question lets one choose from, and another is borne out."""
        if mention.kind != "number" or not any(token.word == "or" for token in self._question.tokens):
            return False
        numbers = {m.text for m in self._question.mentions if m.kind == "number"}
        return any(text in numbers for text, _ in slots)

    def is_critical(self, mention: Mention) -> bool:
        """Say whether what lacks a mention answers only if nothing else comes near: the verb, an unknown word."""
        return self.bars(mention) or self._is_verb_or_unknown(mention)

    def bars(self, mention: Mention) -> bool:
        """Say whether what lacks a mention cannot answer: a name, number, people, claimant, or what is asked for."""
        question = self._question
        return (
            mention.kind in ("name", "number")
            or mention.claims
            or self._fitting.is_population(mention)
            or self.is_written_as_name(mention)
            or question.asks_for(mention)
            or (question.kind in ("yes-no", "how-many") and self._is_verb_or_unknown(mention))
        )

    def is_written_as_name(self, mention: Mention) -> bool:
        """Say whether a word is written as a name is, though the base has none such."""
        typed = self._question.tokens[mention.start].typed
        return mention.kind == "word" and mention.start > 0 and typed[:1].isupper()

    def _is_verb_or_unknown(self, mention: Mention) -> bool:
        if mention.kind == "action":
            return is_verb(mention, self._question.tokens)
        return mention.kind == "word" and self._lexicon.weight(mention.text) > _UNKNOWN
