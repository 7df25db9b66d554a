"""Texts that a fact file may hold."""

from hypothesis import strategies as st

from nkfacts.text import is_overloaded, is_unsafe

_LETTERS = st.characters(codec="utf-8").filter(lambda letter: not is_unsafe(letter))


def texts(most):
    """Return texts of at most so many letters, of which one at least is seen."""
    return st.text(_LETTERS, max_size=most).map(str.strip).filter(lambda text: text and not is_overloaded(text))
