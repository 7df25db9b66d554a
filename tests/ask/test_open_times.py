"""Times with an open end, and words that only look as if they asked for an end or a reason."""

import pytest

from nkfacts.ask.understanding.kinds import flags_of, kind_of
from nkfacts.ask.understanding.times import find


@pytest.mark.parametrize("text", ["since may", "after may", "since december", "after last october"])
def test_an_open_time_is_of_one_year(text):
    (time,) = find(text.split(), "2026-11-28")
    assert not time.floating


@pytest.mark.parametrize(("text", "floats"), [("in may", True), ("previous october", False), ("last october", False)])
def test_a_month_floats_where_no_word_steps_to_its_year(text, floats):
    (time,) = find(text.split(), "2026-11-28")
    assert time.floating is floats


def test_no_day_at_the_end_of_the_calendar_is_shown(run, shipped):
    for question in ("who visited pyongyang since december 2024", "how many soldiers were killed after march 2025"):
        shown = run("ask", question, env=shipped)
        assert "9999" not in shown.out + shown.err
        reply = run("ask", question, "-f", "json", env=shipped).json()
        assert reply["understood"]["until"] is None
        assert reply["understood"]["since"]
    assert "about the time since 1 Dec 2024" in run("ask", "who visited pyongyang since december 2024", env=shipped).out


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("who says that most were killed", {"highest"}),
        ("were at most 500 killed", set()),
        ("what are the prisoners accused of", set()),
        ("what did he die of", {"reason"}),
        ("what did they fight for", {"reason"}),
    ],
)
def test_only_whole_phrases_ask_for_no_end_or_for_a_reason(text, flags):
    words = text.split()
    assert flags_of(words, kind_of(words)[0]) & {"highest", "reason"} == flags
