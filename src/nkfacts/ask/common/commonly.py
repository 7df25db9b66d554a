"""The answer to a question that is a common one: what its facts or its figure tell of just what is asked."""

from collections.abc import Iterator, Sequence

from nkfacts.ask.broad.several import Several, told_by
from nkfacts.ask.common.common_evidence import Common
from nkfacts.ask.gate.asked import Asked
from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.figure_gate import FigureGate
from nkfacts.ask.gate.sameness import is_phrase
from nkfacts.ask.gate.slots import Slots
from nkfacts.ask.gate.telling import Telling
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.views import views_kept
from nkfacts.ask.told.answers import Answer, answer_from, told_together
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.weighing.choosing import Choice
from nkfacts.model.records import Fact
from nkfacts.query.base import Base

_BROAD = ("who", "where", "which", "what", "list")
"""Kinds of question that several facts may answer together."""


def answer_commonly(common: Common, question: Question, choice: Choice, base: Base, lexicon: Lexicon) -> Answer:
    """Return the answer of a common question: of a broad one all its facts, else what its figure or best fact tells.

    Args:
        common: the common question that is asked.
        question: the question as read.
        choice: what was weighed, and did not answer.
        base: the base as it was known on the day the question names.
        lexicon: the names and words of the base.
    """
    if common.kind == "yes-no" and question.text.rstrip().endswith("?") and is_phrase(question):
        # Put as a question, a general wounded in Kursk asks whether one was.
        question = question._replace(kind=common.kind)
    beside = _denies_something_else(common, question) or _counts_something_else(common, question, base, lexicon)
    if question.kind == "yes-no" and beside:
        # That so many are there tells something of whether they left, but no yes.
        question = question._replace(kind="what")
    if len(common.facts) > 1 and common.figure is None and question.kind in _BROAD:
        # Who said it first is told by the order of the days.
        first = "earliest" in question.flags
        facts = tuple(sorted(common.facts, key=lambda fact: fact.reported)) if first else common.facts
        told = told_by(facts, question, base, lexicon)
        if question.kind == "where" and not told:
            told = tuple(dict.fromkeys(_places(facts, question, base, lexicon)))
        found = told_together(Several(facts, told), question, choice, base, lexicon)
    else:
        chosen = choice._replace(facts=common.facts, figure=common.figure, missing=(), verdict=common.verdict)
        found = answer_from(question, chosen, base, lexicon)
    return found._replace(common=common.words)


def _places(facts: Sequence[Fact], question: Question, base: Base, lexicon: Lexicon) -> Iterator[str]:
    """Yield the places where by the frames of facts was done what is asked, those left out that the question names."""
    slots, asked = Slots(question, lexicon), Asked(question, base, lexicon)
    deeds = [mention for mention in question.mentions if any(m.part == "actions" for m in mention.meanings)]
    for fact in facts:
        views = [view for view in views_kept(fact, lexicon) if not view.is_unsure]
        told = [view for view in views if any(slots.acts(deed, view.actions) for deed in deeds)]
        places = [id_ for view in told for id_ in view.slots.get("where", ())]
        if not views and fact.place is not None:
            # What only counts has no frame of its own.
            places = [fact.place]
        yield from (id_ for id_ in places if not asked.names(id_))


def _counts_something_else(common: Common, question: Question, base: Base, lexicon: Lexicon) -> bool:
    """Say whether what answers a common question first counts something, and not by the deed that is asked."""
    id_ = common.facts[0].figure
    figure = base.figure(id_) if id_ is not None else None
    if figure is None or is_decided(common, Telling(question, base, lexicon)):
        return False
    verdict = FigureGate(question, lexicon, Demands(question, lexicon)).judge(figure)
    return bool(verdict.against) or all(by != "did" for _, _, by in verdict.borne)


def _denies_something_else(common: Common, question: Question) -> bool:
    """Say whether a denial answers a common question, and not of the deed that is asked: it is no "no" to that."""
    if common.facts[0].status != "denied" or common.verdict is None or question.flags & {"denying", "saying"}:
        return False
    done = [mention for mention, _, by in common.verdict.borne if by == "did"]
    return not done and any(mention.kind in ("action", "light") for mention in question.mentions)


def is_decided(common: Common, asked: Telling) -> bool:
    """Say whether what answers a common question tells yes or no of just what is asked."""
    told = common.verdict is None or asked.is_told("yes-no", common.facts, common.verdict)
    return told and not common.told.get("beside what is asked")
