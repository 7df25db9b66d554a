"""The gate for figures: whether one counts, by its meaning, names and measure, what a question asks for."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.extent import compares
from nkfacts.ask.gate.figure_told import FigureTold, told_of
from nkfacts.ask.gate.slots import ANOTHER, CONTRADICTION, POPULATION, UNDONE
from nkfacts.ask.gate.texts import stemmed
from nkfacts.ask.gate.verdict import STRENGTHS, Tally, Verdict
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.views import View
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import WHOSE, Mention, Question
from nkfacts.english import stem
from nkfacts.model.meaning import Counts
from nkfacts.model.records import Figure

NAMELESS = "nothing but its names says what it counts"
MEASURE, RATE, NEEDS, PLAN = "another measure", "another rate", "it needs more", "a plan"
"""What may be against a figure."""

_CALLED = 2.0
"""What speaks for a figure that is called as the question has it."""

_EXACT = 1.3
"""How much a mention counts that means just what is counted, and nothing wider."""

_TENSES = {"present": 1.5, "so-far": -1.0}
"""What speaks for a figure where the question asks how many are somewhere, by what it counts."""

_ACCOMPANYING = ("with", "means")
"""What is there besides what is counted: how many ships carried them is not how many they carried."""


class FigureGate:
    """Judges figures for one question.

    Args:
        question: the question.
        lexicon: the names and words of the base.
        demands: what the question demands.
    """

    def __init__(self, question: Question, lexicon: Lexicon, demands: Demands) -> None:
        self._question, self._demands = question, demands
        self._lexicon, self._slots, self._fitting = lexicon, demands.slots, demands.slots.fitting
        self._verdicts: dict[str, Verdict] = {}
        self._figures: dict[str, FigureTold] = lexicon.kept("figures")
        self._asked = {stem(token.word) for token in question.tokens}
        self._weighed = [
            (mention, weight, mention.kind == "light" or demands.is_subject(mention))
            for mention, weight in demands.weighed
            if not mention.claims and mention.kind not in ("number", "count")
        ]
        asks = question.kind == "how-many" or bool(question.flags & {"highest", "lowest"})
        self._asks_plain_number = (asks and not demands.has_value) or compares(question)

    def judge(self, figure: Figure) -> Verdict:
        """Judge a figure by what it counts, its names and its own questions; claimants and times are not looked at."""
        if figure.id not in self._verdicts:
            self._verdicts[figure.id] = self._judge(figure)
        return self._verdicts[figure.id]

    def words(self, figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words of a figure's names, and of the questions for it, without their endings."""
        told = self._told(figure)
        return told.named, told.asked

    def view(self, figure: Figure) -> View:
        """Return what a figure counts as a frame."""
        return self._told(figure).view

    def _told(self, figure: Figure) -> FigureTold:
        if figure.id not in self._figures:
            self._figures[figure.id] = told_of(figure)
        return self._figures[figure.id]

    def _judge(self, figure: Figure) -> Verdict:
        told = self._told(figure)
        tally = Tally()
        for mention, weight, may_lack in self._weighed:
            borne = self._borne(mention, told)
            if borne.startswith(CONTRADICTION):
                tally.contradict(mention, weight, borne)
            elif borne:
                exact = borne == "figure" or any(m.id in told.view.slots["of"] for m in mention.meanings)
                tally.bear(mention, weight, borne, _EXACT if exact else STRENGTHS.get(borne, 1.0))
            elif not may_lack:
                tally.lack(mention, weight)
        called = self._is_called(told)
        covered = {by for _, _, by in tally.borne}
        tally.against += [
            (reason, None)
            for reason in (
                NAMELESS if figure.counts is None and not called else "",
                self._measure_against(told, called=called),
                self._rate_against(told.counts),
                "" if called else self._needs_against(told.counts, covered),
                self._state_against(told.counts, covered),
            )
            if reason
        ]
        tally.score += _CALLED if called else 0.0
        tally.score += self._tense(told.counts, covered)
        return tally.verdict(told.view)

    # Words

    def _borne(self, mention: Mention, told: FigureTold) -> str:
        """Return by what a mention is borne out; empty for nothing, with an exclamation mark for a contradiction."""
        if self._is_of_another_whole(mention, told.counts):
            return POPULATION
        return self._told_by(mention, told) or (UNDONE if self._slots.undoes(mention, told.view.actions) else "")

    def _told_by(self, mention: Mention, told: FigureTold) -> str:
        if told.figure.id in self._fitting.figures(mention):
            return "figure"
        if mention.kind == "word":
            root = stem(mention.text)
            return "names" if root in told.named or root in told.asked else ""
        of_nation = self._is_of_the_nation(mention, told.view)
        is_deed = mention.kind != "light" or mention.text not in w.COUNTING
        if of_nation and is_deed and self._slots.acts(mention, told.view.actions):
            return POPULATION if self.names_a_part(mention, told.counts) else "did"
        found = self._slots.filled(mention, told.view)
        if found in _ACCOMPANYING and self._question.asks_for(mention):
            return ""
        if found == "who" and self._question.asks_for(mention) and self._is_of_others(mention, told.view):
            found = POPULATION
        if found == ANOTHER and not self._is_counted(mention):
            return ""
        if found:
            return found
        # Who killed themselves is not told by who was killed.
        reflexive = mention.kind == "action" and not w.PRONOUNS.isdisjoint(mention.text.split())
        words = mention.text.split() if reflexive else _without_grammar(mention.text)
        beside = mention.nation is not None and self._demands.is_of_nation_beside(mention)
        people = self._is_counted(mention) and self._fitting.is_population(mention)
        if of_nation and not beside and not people and _stands_in(words, told.questions, told.asked):
            return "names"
        return self._in_names(mention, told)

    def _is_of_another_whole(self, mention: Mention, counts: Counts) -> bool:
        """Say whether a share is asked of people who are not the whole of that counted: of troops, not of the lost."""
        if counts.measure != "share" or mention.role != "of" or not self._fitting.is_population(mention):
            return False
        whole = (*counts.fillers("from"), *counts.fillers("what"))
        return bool(whole) and not self._fitting.fits_any(mention, whole)

    def names_a_part(self, mention: Mention, counts: Counts) -> bool:
        """Say whether of what a figure counts as done a question names but a part: the killed of all who were lost."""
        wider = frozenset().union(*map(self._lexicon.isa, counts.did))
        parts = {
            m.id
            for each in self._question.mentions
            for m in each.meanings
            if m.part == "actions" and m.id not in wider and not self._lexicon.isa(m.id).isdisjoint(counts.did)
        }
        done = {m.id for m in mention.meanings if m.part == "actions"}
        return len(parts) == 1 and not parts.isdisjoint(done) and done.isdisjoint(wider)

    def _in_names(self, mention: Mention, told: FigureTold) -> str:
        words = mention.text.split()
        if self._is_counted(mention) and self._fitting.is_population(mention):
            named = all(stem(word) in told.named or word in w.LIGHT for word in words)
            if mention.nation or not named:
                # Another people, or a part of those who are counted: officers are not soldiers in general.
                return POPULATION
        named = self._is_of_the_nation(mention, told.view) and _stands_in(words, told.names, told.named)
        return "names" if named else ""

    def _is_of_the_nation(self, mention: Mention, view: View) -> bool:
        """Say whether those whom a mention names by what became of them, as the dead, are of the nation counted."""
        if mention.nation is None:
            return True
        nations = {self._fitting.nation_of(filler) for filler in view.slots["of"]} - {None}
        return not nations or mention.nation in nations

    def _is_of_others(self, mention: Mention, view: View) -> bool:
        """Say whether those whom a mention names are a people of which nobody is counted: Ukrainian soldiers."""
        counted = {self._fitting.nation_of(filler) for filler in view.slots["of"]} - {None}
        named = {self._fitting.nation_of(m.id) for m in mention.meanings if m.part == "things"} - {None}
        return bool(counted and named) and counted.isdisjoint(named)

    def _is_counted(self, mention: Mention) -> bool:
        return self._question.asks_for(mention) or mention.role in ("subject", WHOSE, "patient", "by")

    def _is_called(self, told: FigureTold) -> bool:
        """Say whether the question has every telling word of one of the figure's names."""
        return any(telling <= self._asked for telling in told.called)

    # Measure, rate, state

    def _tense(self, counts: Counts, covered: set[str]) -> float:
        """Return what speaks for a figure in the tense of a question: how many are there does not ask how many went."""
        if any(m.kind == "action" for m in self._question.mentions) or not covered & {"where", "to"}:
            return 0.0
        return _TENSES.get(counts.state or "", 0.0)

    def _measure_against(self, told: FigureTold, *, called: bool) -> str:
        """Return what is wrong with the measure: a share is no number, a length no weight."""
        wanted, measure = self._question.measure, told.counts.measure or "number"
        if wanted and wanted != measure and not (wanted in ("share", "money") and wanted in told.figure.unit.lower()):
            return MEASURE
        if measure == "share" and not (wanted or called) and _asks_for_no_share(self._question):
            return MEASURE
        much = "much" in self._question.flags and measure != "share"
        named = called and measure != "share"
        fits = wanted or named or much or not self._asks_plain_number or measure in ("number", "size")
        return "" if fits else MEASURE

    def _rate_against(self, counts: Counts) -> str:
        """Return what is wrong with the rate: nobody asks for one who does not say so."""
        question = self._question
        if question.per:
            return "" if question.per == counts.per else RATE
        plain = self._asks_plain_number or question.kind == "what" or len(question.mentions) == 1
        if counts.per and "per" in counts.needs and not question.times and plain:
            return RATE
        return ""

    def _needs_against(self, counts: Counts, covered: set[str]) -> str:
        """Return what a figure needs to be asked for by, and is not, where it is not called by a name."""
        if covered & {"figure", "names"}:
            return ""
        timed = bool(self._question.per or self._question.times)
        for need in counts.needs:
            ways = need.split("/")
            if not covered.intersection(ways) and not (timed and "per" in ways):
                return NEEDS
        return ""

    def _state_against(self, counts: Counts, covered: set[str]) -> str:
        """Return that a figure is a plan, which is not asked for by who asks what was done.

        Who asks for workers at Alabuga and names no deed asks for those that are meant to be there, if all are.
        """
        if (counts.measure or "number") != "number" or (self._demands.has_value and self._question.kind != "when"):
            return ""
        ahead = self._question.flags & {"ahead", "will", "planned"}
        done = any(m.kind in ("action", "light") and m.text not in w.COUNTING for m in self._question.mentions)
        there = "where" in covered and not done and not {"are", "is"} & {token.word for token in self._question.tokens}
        return PLAN if counts.state == "planned" and not there and not ahead and not self._is_under_way() else ""

    def _is_under_way(self) -> bool:
        """Say whether a deed is asked for as on its way, and so may be one that is planned: are going to Alabuga."""
        words = [token.word for token in self._question.tokens]
        deeds = (m for m in self._question.mentions if m.kind in ("action", "light"))
        return any(m.text.split()[0].endswith("ing") and {"is", "are"} & set(words[: m.start]) for m in deeds)


def _asks_for_no_share(question: Question) -> bool:
    """Say whether a question may ask for a number and no share of it: killed so far, how has the toll changed."""
    asks_a_rate = any(token.word == "rate" for token in question.tokens)
    return question.kind == "change" or (question.kind == "what" and "saying" not in question.flags and not asks_a_rate)


@lru_cache(maxsize=1 << 12)
def _without_grammar(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split() if word not in w.GRAMMAR)


def _stands_in(words: Sequence[str], texts: Iterable[str], having: Collection[str]) -> bool:
    """Say whether words stand beside each other in one of some texts, whose words without their endings are given."""
    if not all(stem(word) in having for word in words):
        return False
    wanted = stemmed(" ".join(words))
    return len(words) < 2 or any(wanted in stemmed(text) for text in texts)
