"""The marks beside an answer: what they mean stands under it, once, before how the question was read."""

import pytest

MEANINGS = {"●": "● an independent origin, at most 4 shown", "○": "○ unverified pages only"}


@pytest.mark.parametrize(
    "question",
    [
        "how many were killed",
        "which missiles did north korea deliver",
        "how many were killed and how many were wounded",
        "how many prisoners does ukraine hold now",
        "did the north koreans fight in kursk",
    ],
)
def test_an_answer_says_once_what_its_marks_mean(run, shipped, question):
    *lines, read_as = run("ask", question, env=shipped).out.splitlines()
    assert read_as.startswith("read as  ")
    legend = "   ".join(words for mark, words in MEANINGS.items() if mark in "".join(lines))
    assert lines[-3:] == ["", legend, ""]
    assert sum(words in line for line in lines for words in MEANINGS.values()) == 1 + legend.count("   ")
