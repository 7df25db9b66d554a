"""Whether a text has what was done the other way round: received by who sent it."""

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.slots import OTHER_WAY, Slots
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.views import Filled, View
from nkfacts.ask.understanding.question import Question


def is_turned_round(question: Question, view: View, lexicon: Lexicon) -> bool:
    """Say whether a nation stands in a role that a frame has another in, though what is counted is of that nation.

    Args:
        question: the question.
        view: the frame.
        lexicon: the names and words of the base.
    """
    slots, fitting = Slots(question, lexicon), Fitting(lexicon)
    # Whose the missiles are does not tell who received them.
    bare = view._replace(slots=Filled((slot, ids) for slot, ids in view.slots.items() if slot != "of"))
    nations = (m for m in question.mentions if m.verb >= 0 and not m.claims and fitting.is_nation(m))
    return any(slots.filled(m, bare) == OTHER_WAY for m in nations)
