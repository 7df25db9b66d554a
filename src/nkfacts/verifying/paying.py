"""What a sum of money is paid for, by whom and to whom: 30,000 dollars for each soldier killed."""

from collections.abc import Mapping

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.model.meaning import Counts

_FOR = ("for", "per")
_EARN = "earn"


def done_to_money(question: Question, place: int) -> Mention | None:
    """Return what is done to the sum asked for at a place, whatever it is for: gets 30,000 dollars for each killed."""
    money = next((m for m in question.mentions if m.start == place + 2), None) if question.measure == "money" else None
    return question.mentions[money.verb] if money is not None and money.verb >= 0 else None


def is_paid_otherwise(
    question: Question, deed: Mention | None, counts: Counts, borne: Mapping[str, str], fitting: Fitting
) -> bool:
    """Say whether a sum is paid for somebody or something else than a figure has, or by who is paid.

    Args:
        question: the words around the sum.
        deed: what is done to it.
        counts: what the figure counts.
        borne: by what of the figure each mention is borne out.
        fitting: what compares mentions with what fills a slot.
    """
    if question.measure != "money":
        return False
    # What the arms for Russia are worth is paid for nobody.
    sum_at = next((p for p, token in enumerate(question.tokens) if token.word == "many"), 0)
    behind = (m.start for m in question.mentions if m.role in _FOR and not m.claims and m.start > sum_at)
    first = next(behind, len(question.tokens))
    told = [m for m in question.mentions if m.start >= first and m is not deed and not m.claims]
    paid_for = [m for m in told if any(x.part in ("things", "actions") for x in m.meanings) and m.kind != "light"]
    if any(borne.get(m.text) not in ("for", "of") for m in paid_for):
        return True
    named = {x.id for m in paid_for for x in m.meanings}
    # Of the soldiers the dead are only some, who have to be told of.
    return (bool(paid_for) and named.isdisjoint(counts.fillers("for"))) or _is_by_who_is_paid(
        question, deed, counts, fitting
    )


def _is_by_who_is_paid(question: Question, deed: Mention | None, counts: Counts, fitting: Fitting) -> bool:
    """Say whether who is paid pays, or who pays earns; who does either may stand in one slot of a figure."""
    if deed is None:
        return False
    receives = any(m.reading == "inverse" or m.id == _EARN for m in deed.meanings)
    paid = counts.fillers("whom")
    wrong = [id_ for id_ in counts.fillers("who") if id_ not in paid] if receives else paid
    at = question.mentions.index(deed)
    subjects = (m for m in question.mentions if m.verb == at and m.role == "subject" and not m.claims)
    return bool(paid) and any(fitting.fits_any(m, wrong) for m in subjects)
