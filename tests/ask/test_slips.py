"""A slip in a short word that asks sinks no question, and no short name is taken for one."""

import pytest


@pytest.mark.parametrize(
    "question", ["how mny north koreen solders wre kiled", "hwo many north koreans were killed", "hw many died"]
)
def test_a_slip_in_a_word_that_asks_sinks_no_question(run, shipped, question):
    found = run("ask", question, "--brief", env=shipped)
    assert (found.out, found.code) == ("2000\n", 0)


@pytest.mark.parametrize("question", ["how many did the bnd count as killed", "who is choe ryong hae"])
def test_a_short_name_is_no_slip(run, shipped, question):
    steps = run("ask", "--explain", "-f", "json", question, env=shipped).json()["explained"]
    assert not [step for step in steps if step["step"] == "respelt"]
