"""What of the matter is known beside the fact file: the ids and names of it that code counts on, and why.

Whoever keeps a fact file on another matter has these to change, and no others that name whom it is about.
"""

PEOPLE, SOLDIERS, NORTH_KOREANS = "people", "soldiers", "north-koreans"
"""Things of the fact file: of which all people are a kind, whom most facts count, and whom it is about."""

WHOEVER = frozenset((NORTH_KOREANS, SOLDIERS))
"""Whom nearly all questions are about, so that one may leave them out."""

ANYBODY = ("north", "korean", "troops", "soldiers")
"""Words for them in names of figures, which tell none from another."""

ASKED_ABOUT = ("russia", "ukraine", "kursk", "kim", "north korea", "dprk", "nk")
"""Names that before an estimate tell of what it is, and not who makes it: the Kursk numbers."""

WISHED = frozenset(("request", "promise", "propose"))
"""Actions of the fact file by which what is done to something is not done yet."""
