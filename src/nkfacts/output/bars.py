"""Bars to scale, drawn with the lines of Unicode's box drawing: a whole sign is two halves."""

from nkfacts.model.records import Fact

_WHOLE, _LEFT, _RIGHT = "━", "╸", "╺"
MORE, LESS = "▶", "◁"

OPEN_ABOVE = ("at-least", "more-than")
OPEN_BELOW = ("at-most", "up-to", "fewer-than")


def bar(fact: Fact, most: float, width: int) -> str:
    """Return the bar of an amount: from nothing to its number, or from end to end of its range.

    It ends in ``▶`` where the claimant said at least so many, in ``◁`` where at most; a range is drawn ``╺━╸``. Words
    have no length, and so no bar; what is not nothing is never drawn as nothing.

    Args:
        fact: whose amount is drawn.
        most: the amount that is as long as the width.
        width: the signs that there is room for.
    """
    low, high = fact.lowest, fact.highest
    if low is None or high is None or most <= 0 or width <= 0:
        return ""
    begin, end = (round(2 * width * min(number / most, 1)) for number in (low, high))
    if low < high:
        # Both ends of a range are half a sign, so that it is told from a bar that begins at nothing.
        begin = min(begin // 2, width - 1) * 2 + 1
        end = max(end - (end + 1) % 2, begin + 2 if begin + 2 < 2 * width else begin + 1)
        return _signs(begin, end)
    ending = MORE if fact.qualifier in OPEN_ABOVE else LESS if fact.qualifier in OPEN_BELOW else ""
    if not ending:
        return _signs(0, max(end, 1) if high else 0)
    return _WHOLE * (max((end + 1) // 2, 1) - 1) + ending


def _signs(begin: int, end: int) -> str:
    """Return the line between two places, counted in halves of a sign."""
    halves = [begin <= place < end for place in range(end + end % 2)]
    signs = {(True, True): _WHOLE, (True, False): _LEFT, (False, True): _RIGHT, (False, False): " "}
    return "".join(signs[pair] for pair in zip(halves[::2], halves[1::2], strict=True))
