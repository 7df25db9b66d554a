"""Whether facts tell what is asked at all: the name of something, or just by a frame that it is so."""

from collections.abc import Sequence
from itertools import pairwise

from nkfacts.ask.gate.asked import Asked
from nkfacts.ask.gate.names import tells_a_name
from nkfacts.ask.gate.negation import NEGATIONS, denies
from nkfacts.ask.gate.quantities import counts_people
from nkfacts.ask.gate.slots import POPULATION
from nkfacts.ask.gate.verdict import Verdict
from nkfacts.ask.terms.views import views_kept
from nkfacts.ask.understanding.question import Kind, Mention
from nkfacts.ask.understanding.verbs import is_passive, is_verb, rising_or_falling
from nkfacts.ask.understanding.words import BE, CONFIRMING, GOING, SAYING, UNEQUAL, words
from nkfacts.english import stem
from nkfacts.model.meaning import SLOTS
from nkfacts.model.records import Fact
from nkfacts.text import fold

_WHAT_AND_DEED = 2
"""The mentions of a question that names nothing but what is counted and what became of it."""

_SAYING = SAYING | words("publish publishes published release releases released")
_TOLLS = words("toll tally number numbers count figure figures")
"""Verbs by which a number is made known, and nouns for one that counts all."""

_STAYING = frozenset(("be-at", "have"))
"""Actions of those who are, or are held, somewhere."""


class Telling(Asked):
    """Finds what one question asks for, and says whether facts tell it."""

    def is_told(self, kind: Kind, facts: Sequence[Fact], verdict: Verdict) -> bool:
        """Say whether facts have what is asked for at all: the name of something, or by a frame that it is so."""
        if kind == "yes-no" and "name" not in self._question.flags:
            deeds = [mention for mention in self._question.mentions if mention.kind == "action"]
            done = any(mention not in verdict.missing for mention in deeds) if deeds else not self._lacks_all(verdict)
            done = done and not self.is_of_another(verdict) and all(why != POPULATION for why, _ in verdict.against)
            if facts[0].figure is not None and not self._is_counted_so(verdict):
                return False
            if self._lacks_how_many(verdict):
                return False
            return not self.is_beside(kind, facts, verdict) and (done or self._yes_or_no(facts[0], verdict) != "yes")
        lacking = self._lacks_what_they_were, self._lacks_what_became_of_them, self._lacks_what_was_done_to_them
        if kind == "how-many" and any(lacks(verdict) for lacks in lacking):
            return False
        return not self.is_beside(kind, facts, verdict)

    def _lacks_what_became_of_them(self, verdict: Verdict) -> bool:
        """Say whether a number lacks the deed that is asked for of just what it counts: how many guns were lost."""
        tokens, mentions = self._question.tokens, self._question.mentions
        counted = [mention for mention in mentions if mention.kind != "light"]
        if len(counted) != _WHAT_AND_DEED or counted[-1].kind != "action" or counted[-1] not in verdict.missing:
            return False
        return counted[-1].end == len(tokens) and is_passive(counted[-1], tokens)

    def _lacks_how_many(self, verdict: Verdict) -> bool:
        """Say whether people are counted in a word, and a fact does not have so many: were ten captured."""
        borne = {id(mention) for mention, _, _ in verdict.borne}
        counts = (m for m in self._question.mentions if counts_people(m, self._question, self._fitting))
        return any(id(mention) not in borne for mention in counts)

    def _lacks_what_was_done_to_them(self, verdict: Verdict) -> bool:
        """Say whether a number of somebody's lacks what by his word was done to those it counts: said were killed."""
        missing, mentions = verdict.missing, self._question.mentions
        deeds = {id(mentions[m.verb]) for m in mentions if self._question.asks_for(m) and m.role == "patient"}
        return any(m.claims for m in missing) and any(id(m) in deeds and m.kind == "action" for m in missing)

    def _lacks_what_they_were(self, verdict: Verdict) -> bool:
        """Say whether a number lacks what some of all are said to be: how many of the dead were children."""
        words, last = [token.word for token in self._question.tokens], self._question.mentions[-1:]
        of_all = words[:4] == ["how", "many", "of", "the"] and bool(last) and last[0].end == len(words)
        return of_all and words[last[0].start - 1] in BE and last[0] in verdict.missing

    def _is_of_the_country_led(self, verdict: Verdict) -> bool:
        """Say whether somebody is asked to have gone or the like, and only his country is told to: did Kim go."""
        if any(mention.kind == "action" for mention in self._question.mentions):
            return False
        who = verdict.view.slots.get("who", ())
        return any(
            by == "who" and mention.role == "subject" and self._is_leader(mention, who)
            for mention, _, by in verdict.borne
        )

    def _is_leader(self, mention: Mention, who: Sequence[str]) -> bool:
        """Say whether a mention is of somebody who leads a country, and is himself none of those who did it."""
        led = any(m.part == "entities" and self._lexicon.leads(m.id) for m in mention.meanings)
        return led and not any(m.id in who for m in mention.meanings)

    def _lacks_that_they_went(self, verdict: Verdict) -> bool:
        """Say whether it is only asked if somebody went or came, and the fact does not even have that."""
        if any(mention.kind == "action" for mention in self._question.mentions):
            return False
        first = next((m for m in self._question.mentions if is_verb(m, self._question.tokens)), None)
        if first is None or first.text.split()[0] not in GOING:
            return False
        return not any(mention is first and by == "did" for mention, _, by in verdict.borne)

    def _lacks_all(self, verdict: Verdict) -> bool:
        """Say whether a fact lacks the one word that is asked of something: was the number of wounded revised."""
        tokens, mentions = self._question.tokens, self._question.mentions
        last = mentions[-1] if mentions else None
        asked = last is not None and last.kind == "word" and last.end == len(tokens) and last in verdict.missing
        return asked and tokens[0].word in BE

    def _is_counted_so(self, verdict: Verdict) -> bool:
        """Say whether a number has the deed by what it counts, and not its words, and counts just those asked for.

        The killed of a place are no fighters there; 50,000 of two nations are not as many of one.
        """
        tokens, mentions = self._question.tokens, self._question.mentions
        numbers = {mention.end for mention in mentions if mention.kind == "number"}
        counted = {mention.start for mention in mentions if mention.kind in ("name", "thing")} & numbers
        if any(mention.kind == "number" for mention in verdict.missing):
            return False
        return not any(
            (by == "names" and mention.kind == "action" and is_verb(mention, tokens))
            or (by == "words" and mention.kind == "number" and mention.end in counted)
            or (by == "who" and mention.start in counted and self._fitting.is_population(mention))
            for mention, _, by in verdict.borne
        )

    def is_of_another(self, verdict: Verdict) -> bool:
        """Say whether it was done elsewhere, to other people, or not at all: who condemned that some went sent none."""
        question = self._question
        # Without a deed, what they are is what is asked: is the 6,000 dead.
        deeds = any(mention.kind == "action" for mention in question.mentions)
        roles = ("patient", "object") if deeds else ("patient", "object", "")
        for mention in verdict.missing:
            to_whom = mention.role in roles and mention.kind == "thing"
            if to_whom and self._fitting.is_population(mention):
                return True
            if mention.role in ("to", "in", "object") and self._fitting.is_place(mention):
                return True
        if question.flags & {"saying", "judging"} or any(mention.claims for mention in question.mentions):
            return False
        verbs = (m for m in question.mentions if m.kind in ("action", "light") and is_verb(m, question.tokens))
        first = next(verbs, None)
        return any(mention is first and by in SLOTS for mention, _, by in verdict.borne)

    def is_beside(self, kind: Kind, facts: Sequence[Fact], verdict: Verdict) -> bool:
        """Say whether facts tell something else than is asked: no name, what is denied, a yes that they also deny."""
        if "name" in self._question.flags:
            return not tells_a_name(self._question, facts[0], verdict, self._base, self._lexicon)
        if kind == "when" and "ahead" in self._question.flags and "past" not in self._question.flags:
            # The next summit is none that was.
            return not (facts[0].status == "planned" or verdict.view.planned)
        if self._lacks_what_is_asked(verdict) or self._counts_something_beside(verdict):
            return True
        if self._has_not_what_is_asked(kind, facts[0], verdict):
            return True
        if kind in ("yes-no", "when", "where") and self._is_of_the_country_led(verdict):
            return True
        if kind in ("what", "which", "where", "when"):
            # What was not done has no day or place.
            is_not_so = kind in ("when", "where") and verdict.view.negated
            return (facts[0].status == "denied" or is_not_so) and not self._asks_of_words
        return kind == "yes-no" and self._is_undecided(facts[0], verdict)

    def _has_not_what_is_asked(self, kind: Kind, best: Fact, verdict: Verdict) -> bool:
        """Say whether a fact cannot have the day, place or number that is asked for, near as it is."""
        if kind == "when":
            return self._asks_for_the_last_of_a_total(best)
        if kind == "where":
            # Where they were captured is not where they are.
            counts = best.figure is not None and self._asks_where_they_are()
            own = (view for view in views_kept(best, self._lexicon) if view.slots.get("where"))
            staying = "be-at" in verdict.view.actions or any(view.actions & _STAYING for view in own)
            return counts and not staying
        return kind == "who" and self._asks_for_a_number_said and best.lowest is None

    def _asks_for_the_last_of_a_total(self, best: Fact) -> bool:
        """Say whether the last of what a fact only counts in all is asked for: a total of shipments has no last one."""
        figure = self._base.figure(best.figure) if best.figure else None
        last = "latest" in self._question.flags and "saying" not in self._question.flags
        return last and figure is not None and bool(figure.cumulative)

    def _counts_something_beside(self, verdict: Verdict) -> bool:
        """Say whether a figure counts something else than is asked for, which was only there: which ships they took."""
        mentions, hole = self._question.mentions, self._question.hole
        if hole < 0 or "of" not in verdict.view.slots or self._question.kind not in ("which", "what"):
            return False
        asked = mentions[hole]
        # Ships are no form of to ship there.
        beside = ("with", "means", "did") if asked.kind == "thing" else ("with", "means")
        return any(mention is asked and by in beside for mention, _, by in verdict.borne)

    def _lacks_what_is_asked(self, verdict: Verdict) -> bool:
        """Say whether what is asked for and its deed are both not told: which general was sacked."""
        mentions, hole = self._question.mentions, self._question.hole
        if hole < 0 or mentions[hole] not in verdict.missing or mentions[hole].verb < 0:
            return False
        return mentions[mentions[hole].verb] in verdict.missing

    @property
    def _asks_with_not(self) -> bool:
        return not NEGATIONS.isdisjoint(token.word for token in self._question.tokens)

    @property
    def _asks_of_words(self) -> bool:
        """Whether it is asked what was said, denied or not, and not what was done."""
        question = self._question
        return (
            self._asks_with_not
            or bool(question.flags & {"saying", "denying", "claimant"})
            or any(mention.claims for mention in question.mentions)
        )

    def _is_undecided(self, best: Fact, verdict: Verdict) -> bool:
        """Say whether a fact says yes or no of something beside what is asked."""
        if self._question.flags & {"confirming", "denying"} and any(map(self._fitting.is_nation, verdict.missing)):
            # Whether Russia confirmed it is not told by an American who did.
            return True
        if self._asks_where_somebody_is() or (self._sets_one_above_another and not _compares(best)):
            return True
        if self._asks_for_a_number_said and not self._says_the_number(best, verdict):
            return True
        if not self._moves <= set(map(stem, fold(f"{best.statement} {best.title or ''}").split())):
            return True
        if self._asks_for_a_comment_of(best):
            return False
        if self._lacks_that_they_went(verdict):
            return True
        told = self._yes_or_no(best, verdict)
        if not told and "denying" not in self._question.flags:
            return True
        return told in ("yes", "planned") and self._may_be_denied(best, verdict)

    @property
    def _asks_for_a_number_said(self) -> bool:
        """Whether it is asked if somebody said how many, or gave a toll, and not only if he said anything."""
        asked = [token.word for token in self._question.tokens]
        said = next((place for place, word in enumerate(asked) if word in _SAYING), len(asked))
        return ("how", "many") in pairwise(asked[said:]) or not _TOLLS.isdisjoint(asked[said:])

    def _says_the_number(self, best: Fact, verdict: Verdict) -> bool:
        """Say whether a fact has a number of all that is asked for, by whoever is asked to have said one."""
        others = {mention for mention, _, by in verdict.borne if by not in ("by", "via")}
        by_another = any(m in others or m in verdict.missing for m in self._question.mentions[:1] if m.kind == "name")
        return best.lowest is not None and best.scope != "part" and not by_another

    @property
    def _moves(self) -> set[str]:
        """The roots of the words by which it is asked whether something rose or fell, which a fact has to say."""
        tokens = self._question.tokens
        return {stem(tokens[place].word) for place in rising_or_falling(self._question.mentions, tokens)}

    @property
    def _sets_one_above_another(self) -> bool:
        """Whether it is asked if something is more than another, and than no number: more wounded than killed."""
        words = [token.word for token in self._question.tokens]
        numbers = {mention.start for mention in self._question.mentions if mention.kind in ("number", "count")}
        than = [place for place, word in enumerate(words) if word in ("than", "or")]
        return not UNEQUAL.isdisjoint(words) and any(
            not UNEQUAL.isdisjoint(words[:place]) and place + 1 not in numbers for place in than
        )

    def _asks_where_somebody_is(self) -> bool:
        """Say whether it is asked of a person by name to be somewhere now: that he once came there does not tell it."""
        question = self._question
        if question.tokens[0].word not in ("is", "are") or any(m.kind == "action" for m in question.mentions):
            return False
        named = (self._base.entity(m.id) for mention in question.mentions for m in mention.meanings)
        of_somebody = any(each is not None and each.kind == "person" for each in named)
        return of_somebody and any(m.role in ("in", "at") and self._fitting.is_place(m) for m in question.mentions)

    def _asks_where_they_are(self) -> bool:
        """Say whether it is asked where somebody or something is now, or is held: where are the prisoners."""
        question = self._question
        verbs = (m for m in question.mentions if m.kind == "action" and is_verb(m, question.tokens))
        staying = all(any(meaning.id in _STAYING for meaning in verb.meanings) for verb in verbs)
        return staying and not {"is", "are"}.isdisjoint(token.word for token in question.tokens[1:2])

    def _may_be_denied(self, best: Fact, verdict: Verdict) -> bool:
        """Say whether a fact says of something that it is not so, where the frame that bears out the question does not.

        It may be just what is asked: Ukraine held two prisoners, and no more.
        """
        if best.figure is not None or verdict.view.negated or self._asks_with_not:
            return False
        unsure = [view for view in views_kept(best, self._lexicon) if view.negated or view.open]
        if not unsure and not denies(best.statement):
            return False
        done = verdict.view.actions
        verbs = [mention for mention in self._question.mentions if is_verb(mention, self._question.tokens)]
        if any(mention.claims for mention in self._question.mentions):
            # Whether somebody confirmed that they were killed is not denied by who did, without a number.
            verbs = [verb for verb in verbs if verb.text not in CONFIRMING] or verbs
        # The first verb is what is asked: did they kill themselves, to avoid being captured or for whatever else.
        is_said = any(not done.isdisjoint(m.id for m in verb.meanings) for verb in verbs[:1])
        return not is_said or any(view.actions & done for view in unsure)


def _compares(fact: Fact) -> bool:
    """Say whether a fact says itself that one thing is more, or better, than another, which is no number."""
    return any(than == "than" and not other[0].isdigit() for than, other in pairwise(fact.statement.split()))
