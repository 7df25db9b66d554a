"""Whether what a number counts is told as it stands at a time: where people are, what they do."""

from collections.abc import Container, Mapping, Sequence

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.slots import AT
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question, Token
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.model.meaning import Counts
from nkfacts.model.records import Figure
from nkfacts.verifying.fits import DEED
from nkfacts.verifying.helpers import helping
from nkfacts.verifying.pieces import Piece

_PRESENT = w.words("is are am isnt arent")
_WERE = w.words("was were had did")
_REMAINING = w.words("remain remains remained")
_PLACES = frozenset(("where", "to"))
_SAME = ("of", "did", "who")
"""What figures have in common of which one counts who went and the other who is there."""

_STILL = w.words("still currently presently")
"""Words by which something is said to last."""


def beside_present(figures: Sequence[Figure]) -> frozenset[str]:
    """Return the figures of what was done so far beside which another counts how many of the same there are."""
    told = [(figure.id, figure.counts) for figure in figures if figure.counts is not None]
    present = [counts for _, counts in told if counts.state == "present"]
    return frozenset(
        id_ for id_, own in told if own.state == "so-far"
        and any(own.measure == other.measure and all(set(own.fillers(key)) & set(other.fillers(key)) for key in _SAME)
                for other in present)
    )  # fmt: skip


def is_of_another_state(piece: Piece, figure: Figure, beside: Container[str]) -> bool:
    """Say whether a figure counts up what was done, where a piece tells what is so at a time: who is there.

    Args:
        piece: the piece.
        figure: the figure.
        beside: the figures beside which another counts how many there are.
    """
    if figure.counts is None or figure.counts.state != "so-far":
        return False
    return _is_going_on(piece) or (figure.id in beside and _is_standing(piece))


def is_told_to_last(piece: Piece) -> bool:
    """Say whether a piece tells that something is still so: are still fighting, remain in Kursk."""
    words = {token.word for token in piece.question.tokens}
    return not words.isdisjoint(_STILL | (_REMAINING - {"remained"})) and not words & _WERE


def is_told_as_now(piece: Piece) -> bool:
    """Say whether a piece tells what is so when it is written: are in Kursk, clear mines there, hold two prisoners."""
    deed, tokens = piece.deed, piece.question.tokens
    if is_told_to_last(piece):
        return True
    if deed is None:
        return any(token.word in _PRESENT for token in tokens)
    if not is_verb(deed, tokens) or tokens[deed.start].word in _PRESENT:
        return tokens[deed.start].word in _PRESENT
    helped = helping(deed, tokens)
    is_doing = _has_shape(deed, "gerund") and bool(helped & _PRESENT) and w.HAVE.isdisjoint(helped)
    return is_doing or (not helped and _is_simple_present(deed, tokens))


def is_under_way(piece: Piece, figure: Figure) -> bool:
    """Say whether a piece tells of doing what a figure counts up once it is done: is sending 15,000, are being sent."""
    deed, counted, tokens = piece.deed, piece.counted, piece.question.tokens
    is_count = figure.counts is not None and figure.counts.state == "so-far"
    if not is_count or deed is None or counted is None or deed is counted:
        return False
    helped = helping(deed, tokens)
    if w.BE.isdisjoint(helped) or not w.HAVE.isdisjoint(helped):
        return False
    is_doing = deed.start < counted.start and _has_shape(deed, "gerund") and is_verb(deed, tokens)
    is_done = {"being"} < helped & (_PRESENT | {"being"})
    return is_doing or (is_done and _has_shape(deed, "participle"))


def is_done_to_unknown(piece: Piece) -> bool:
    """Say whether a piece tells that something was done to what the base does not know: spies were captured."""
    deed, tokens = piece.deed, piece.question.tokens
    if not piece.plain or piece.counted is not None or deed is None or not _has_shape(deed, "participle"):
        return False
    return not w.BE.isdisjoint(helping(deed, tokens))


def is_left_there(piece: Piece, counts: Counts, borne: Mapping[str, str], fitting: Fitting) -> bool:
    """Say whether a piece tells of a place in which something is, and a figure of that from which it went away."""
    places = [m for m in piece.question.mentions if m.role in AT and borne.get(m.text) == "names"]
    return any(fitting.fits_any(m, counts.fillers("from")) for m in places)


def how_surely_there(piece: Piece, counts: Counts, borne: Mapping[str, str], fitting: Fitting) -> int:
    """Return how surely a piece without a deed tells how many are in a place, as a figure counts them.

    Returns:
        ``DEED`` where a verb of being or having says it (are in Kursk, has in Kursk), 1 where none does (soldiers in
        Kursk), 0 where it may be something else.
    """
    needed = bool(counts.needs) and all(not _PLACES.isdisjoint(need.split("/")) for need in counts.needs)
    counted, mentions = piece.counted, piece.question.mentions
    if counts.state != "present" or counted is None or not needed:
        return 0
    others = [m for m in mentions if m is not counted and not m.claims and m.kind not in ("number", "count")]
    others = [m for m in others if m.text not in _REMAINING]
    there = [m for m in others if m.role in AT and borne.get(m.text) in _PLACES]
    if not there or any(m.kind != "name" for m in others) or not _is_whose(piece, counts, fitting):
        return 0
    words = {token.word for token in piece.question.tokens[: there[0].start]}
    return DEED if words & (w.BE | w.HAVE | _REMAINING) else 1


def _is_whose(piece: Piece, counts: Counts, fitting: Fitting) -> bool:
    """Say whether those who are said to have people are whose these are, where that is not said: Russia has men."""
    tokens, counted = piece.question.tokens, piece.counted
    has = next((p for p in range(len(tokens) - 1) if tokens[p].word in w.HAVE and tokens[p + 1].word == "how"), 0)
    if not has or counted is None or tokens[has - 1].word in w.PRONOUNS:
        return True
    owner = next((m for m in piece.question.mentions if m.end == has), None)
    if owner is None or owner.kind != "name":
        return False
    nations = {fitting.nation_of(filler) for filler in counts.of} - {None}
    whose = {fitting.nation_of(m.id) for m in owner.meanings if m.part == "entities"}
    return not nations or bool(nations & whose) or counted.end - counted.start > 1


def _is_going_on(piece: Piece) -> bool:
    """Say whether what is counted is said to do something at a time: soldiers are fighting, soldiers fighting in."""
    deed, counted = piece.deed, piece.counted
    if deed is None or counted is None or deed is counted or deed.start < counted.end:
        return False
    helped = helping(deed, piece.question.tokens)
    if not _has_shape(deed, "gerund") or not is_verb(deed, piece.question.tokens):
        return False
    return w.HAVE.isdisjoint(helped) and (not w.BE.isdisjoint(helped) or deed.start == counted.end)


def _is_standing(piece: Piece) -> bool:
    """Say whether what is counted is said to be somewhere or somebody's, or done to it in the present: are deployed."""
    deed, tokens = piece.deed, piece.question.tokens
    if deed is None:
        has = any(tokens[p].word in w.HAVE and tokens[p + 1].word == "how" for p in range(len(tokens) - 1))
        return has or any(m.role in AT and not m.claims for m in piece.question.mentions)
    if tokens[deed.start].word in w.BE:
        return True
    helped = helping(deed, tokens)
    if _has_shape(deed, "participle") and not _PRESENT.isdisjoint(helped):
        return w.HAVE.isdisjoint(helped)
    behind = piece.counted is not None and deed is not piece.counted and deed.start >= piece.counted.end
    return behind and not helped and _is_simple_present(deed, tokens)


def as_states(question: Question, lexicon: Lexicon) -> Question:
    """Return a question in which a deed behind is or are means the state that the base calls so: are left, are based.

    Who is left somewhere did not leave.
    """
    mentions = list(question.mentions)
    for i, deed in enumerate(mentions):
        form = _present(deed, question.tokens)
        if deed.kind != "action" or not form or not _has_shape(deed, "participle"):
            continue
        own = lexicon.meanings([f"{form} {deed.text}"]).get(f"{form} {deed.text}", [])
        states = tuple(m for m in own if m.part == "actions")
        if states and {m.id for m in states}.isdisjoint(m.id for m in deed.meanings):
            mentions[i] = deed._replace(meanings=states)
            mentions = [m._replace(role="subject") if m.verb == i and m.role == "patient" else m for m in mentions]
    return question._replace(mentions=tuple(mentions))


def _has_shape(deed: Mention, shape: str) -> bool:
    return any(m.part == "actions" and m.shape == shape for m in deed.meanings)


def _is_simple_present(deed: Mention, tokens: Sequence[Token]) -> bool:
    shapes = {m.shape for m in deed.meanings if m.part == "actions"}
    before = tokens[deed.start - 1].word if deed.start else ""
    return bool(shapes & {"base", "third"}) and not shapes & {"past", "participle"} and before != "to"


def _present(deed: Mention, tokens: Sequence[Token]) -> str:
    return next(iter(helping(deed, tokens) & _PRESENT), "")
