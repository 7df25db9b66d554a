"""What the words of texts and records are."""

import pytest

from nkfacts.ask.gate.texts import what_is_so


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Deaths only: not killed and wounded together. Part: one unit", "Deaths only:. Part: one unit"),
        ("All waves together. Not those planned, and never guests", "All waves together. "),
        ("Soldiers who noted it", "Soldiers who noted it"),
        ("Troops for Kursk, without sappers", "Troops for Kursk,"),
        ("", ""),
    ],
)
def test_what_a_text_says_is_not_so_is_left_out(text, told):
    assert what_is_so(text) == told
