"""What a question demands of what answers it: how much each of its words weighs, and which cannot be missing."""

from collections.abc import Sequence

from nkfacts.ask.gate.slots import ANOTHER, NOT_YET, OTHER_WAY, POPULATION, UNDONE, Slots
from nkfacts.ask.gate.texts import folded
from nkfacts.ask.gate.verdict import Verdict
from nkfacts.ask.terms.lexicon import UNKNOWN, Lexicon
from nkfacts.ask.terms.matter import NORTH_KOREANS, PEOPLE
from nkfacts.ask.understanding.question import WHOSE, Mention, Question
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.ask.understanding.words import LIGHT
from nkfacts.english import stem

_WEIGHTS = {"name": 3.0, "thing": 2.5, "action": 2.0, "number": 3.0, "figure": 3.0, "light": 0.5, "count": 0.7}
"""The weights of mentions by their kind; a plain word weighs the more, the fewer facts have it."""

_PARTY_ROLES = ("subject", "by", "to", "object", "patient")
"""Roles in which a name tells who does something or to whom it goes."""

_SURE_PARTY_ROLES = ("subject", "by", "to", "from", "object", WHOSE)
"""Roles in which that is sure."""


class Demands:
    """Weighs the mentions of one question.

    Args:
        question: the question.
        lexicon: the names and words of the base.
    """

    def __init__(self, question: Question, lexicon: Lexicon) -> None:
        self._question, self._lexicon = question, lexicon
        self.slots = Slots(question, lexicon)
        """What finds the slots that the mentions fill: one for all gates, which hold the same frames against them."""
        self._fitting = self.slots.fitting
        self.weighed = [(mention, self._weight(mention)) for mention in question.mentions]
        self._weights = dict(self.weighed)
        telling = {token.word for token in question.tokens if token.word not in LIGHT}
        self._texts: dict[str, dict[str, float]] = lexicon.kept("weights of text")
        self._telling = {stem(word): min(lexicon.weight(word), UNKNOWN) for word in telling}
        self.telling = sum(self._telling.values())
        """How much the words of the question tell, all together."""

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
            beside = not mention.claims and mention.role not in _PARTY_ROLES
            return named and beside and not self._is_visited(mention)
        people = all(m.id in (NORTH_KOREANS, PEOPLE) for m in mention.meanings)
        return mention.kind == "thing" and mention.role == "" and people

    def _is_visited(self, mention: Mention) -> bool:
        """Say whether a mention tells where somebody is visited: who visits them may do so at home."""
        verb = self._question.mentions[mention.verb] if mention.verb >= 0 else None
        return mention.role == "in" and verb is not None and any(m.id == "visit" for m in verb.meanings)

    def is_alternative(self, mention: Mention, borne: Sequence[tuple[Mention, float, str]]) -> bool:
        """Say whether a number is one of several that the question lets one choose from, and another is borne out."""
        if mention.kind != "number" or not any(token.word == "or" for token in self._question.tokens):
            return False
        numbers = {m.text for m in self._question.mentions if m.kind == "number"}
        return any(other.text in numbers for other, _, _ in borne)

    def weight(self, mention: Mention) -> float:
        """Return how much a mention weighs."""
        return self._weights[mention]

    def cover(self, words: Sequence[frozenset[str]]) -> float:
        """Return the share of what the words of the question tell that is in sets of words without their endings."""
        total = self.telling
        covered = [weight for root, weight in self._telling.items() if any(root in each for each in words)]
        return sum(covered) / total if total else 0.0

    def alike(self, text: str) -> float:
        """Return how alike the words of the question and a text are, each weighted by what it tells: 0 to 1."""
        if text not in self._texts:
            words = [word for word in folded(text) if word not in LIGHT]
            self._texts[text] = {stem(word): min(self._lexicon.weight(word), UNKNOWN) for word in words}
        other = self._texts[text]
        both = sum(weight for root, weight in other.items() if root in self._telling)
        total = self.telling + sum(other.values())
        return 2 * both / total if total else 0.0

    def is_verb(self, mention: Mention) -> bool:
        """Say whether a mention is of a deed, and stands as a verb."""
        return mention.kind == "action" and is_verb(mention, self._question.tokens)

    def standing(self, mention: Mention) -> str:
        """Return what a mention is to a question, by which it can more or less be missing."""
        if mention.claims:
            return "claimant"
        if mention.kind in ("number", "count"):
            return "number"
        if mention.kind == "word":
            return self._standing_of_word(mention)
        if self.is_of_nation_beside(mention):
            return "another nation"
        if self._fitting.is_nation(mention):
            return "nation"
        if self._fitting.is_population(mention):
            return "people"
        return "verb" if self.is_verb(mention) else "deed" if mention.kind == "action" else mention.kind

    def _standing_of_word(self, mention: Mention) -> str:
        if self.is_written_as_name(mention):
            return "name not known"
        return "word not known" if self._lexicon.weight(mention.text) > UNKNOWN else "word"

    def rules_out(self, missing: Sequence[Mention]) -> bool:
        """Say whether what is missing cannot be read away: people or goods that are said to be another nation's."""
        return any(mention.nation is not None and self.is_of_nation_beside(mention) for mention in missing)

    def is_undone(self, verdict: Verdict) -> bool:
        """Say whether a question asks for what takes back what a fact tells, or is only wished there: lifted, got."""
        return any(reason in (UNDONE, NOT_YET) for reason, _ in verdict.against)

    def is_turned_round(self, verdict: Verdict) -> bool:
        """Say whether a country, people or somebody does in the question what in a fact is done to them, or otherwise.

        That cannot be read away either: who captured whom is not a word more or less.
        """
        return any(
            reason == OTHER_WAY and mention is not None and mention.role in _SURE_PARTY_ROLES and self._acts(mention)
            for reason, mention in verdict.against
        )

    def is_of_somebody_else(self, verdict: Verdict) -> bool:
        """Say whether a fact tells that somebody else than the question names did it, or that it was done to another.

        People of another nation are somebody else too. Who of several did it may be asked, and is then told by one of
        them.
        """
        asks_which = any(token.word == "or" for token in self._question.tokens)
        others = [
            mention for reason, mention in verdict.against if mention is not None and reason in (ANOTHER, POPULATION)
        ]
        return not asks_which and any(
            self._is_of_another_nation(each, verdict) if self.is_people(each) else self._fitting.is_person(each)
            for each in others
        )

    def _is_of_another_nation(self, mention: Mention, verdict: Verdict) -> bool:
        """Say whether a mention is of people of a nation, and all people whom a fact tells of are of others."""
        whose = self._fitting.nation_of
        asked = {mention.nation, *(whose(meaning.id) for meaning in mention.meanings if meaning.part == "things")}
        told = {whose(id_) for ids in verdict.view.slots.values() for id_ in ids if self._lexicon.is_people(id_)}
        known = asked - {None}, told - {None}
        return all(known) and known[0].isdisjoint(known[1])

    def _acts(self, mention: Mention) -> bool:
        return self.is_people(mention) or self._fitting.is_person(mention)

    def is_people(self, mention: Mention) -> bool:
        """Say whether a mention is of a country or of people."""
        return self._fitting.is_nation(mention) or self._fitting.is_population(mention)

    def is_of_nation_beside(self, mention: Mention) -> bool:
        """Say whether a mention is of a country, or of what is a country's, that the base is not about."""
        if mention.nation is not None:
            return mention.nation not in self._lexicon.subjects
        countries = {m.id for m in mention.meanings if m.part == "entities"} & self._lexicon.countries
        countries.update(filter(None, (self._lexicon.whose(m.id) for m in mention.meanings if m.part == "things")))
        return bool(countries) and countries.isdisjoint(self._lexicon.subjects)

    def is_written_as_name(self, mention: Mention) -> bool:
        """Say whether a word is written as a name is, though the base has none such."""
        typed = self._question.tokens[mention.start].typed
        return mention.kind == "word" and mention.start > 0 and typed[:1].isupper()
