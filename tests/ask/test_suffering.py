"""Who something was done to, and who did it."""

import pytest


@pytest.mark.parametrize(
    ("question", "named", "unnamed"),
    [
        ("who was killed", "soldiers", "ukraine"),
        ("who was captured in january 2025", "prisoners", "ukraine"),
        ("Who was decorated in August 2025?", "soldiers", "kim jong un"),
        ("who killed the north koreans", "ukraine", "north korea"),
    ],
)
def test_who_suffers_a_deed_is_not_who_does_it(answer, question, named, unnamed):
    brief = answer(question).brief.lower()
    assert named in brief
    assert unnamed not in brief
