"""Whether a question asks as done for what is only planned: which weapons did Seoul send, of what it may send."""

from nkfacts.ask.gate.slots import Slots
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.views import views_kept
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.ask.weighing.scoring import Found

_PAST_SHAPES = ("past", "participle")


class Plans:
    """Tells plans from deeds for one question.

    Args:
        question: the question.
        lexicon: the names and words of the base.
    """

    def __init__(self, question: Question, lexicon: Lexicon) -> None:
        self._question, self._lexicon = question, lexicon
        self._slots = Slots(question, lexicon)
        ahead = question.flags & {"ahead", "will", "planned"} or any(t.word in w.MODALS for t in question.tokens)
        self._may_be = question.kind != "yes-no" and not ahead

    def are_asked_as_done(self, found: Found) -> bool:
        """Say whether the question asks for a deed in the past that a candidate tells as planned only.

        Whether it was done may be asked, as that is answered: planned.
        """
        return self._may_be and any(
            by == "did" and self._is_past(mention) and self._is_planned(mention, found)
            for mention, _, by in found.verdict.borne
        )

    def _is_past(self, mention: Mention) -> bool:
        tokens = self._question.tokens
        before = [token.word for token in tokens[: mention.start] if token.word != "be"]
        if not is_verb(mention, tokens) or before[-1:] == ["to"]:
            return False
        return "past" in self._question.flags or any(meaning.shape in _PAST_SHAPES for meaning in mention.meanings)

    def _is_planned(self, mention: Mention, found: Found) -> bool:
        views = [found.verdict.view] if found.figure is not None else views_kept(found.facts[0], self._lexicon)
        doing = [view for view in views if self._slots.acts(mention, view.actions)]
        return bool(doing) and all(view.planned for view in doing)
