"""The marks beside an answer, those of ``get`` and ``list``; what they mean stands once, before how it was read."""

import pytest

MEANINGS = {
    "●": "● an independent origin, at most 4 shown",
    "○": "○ unverified pages only",
    " old\n": "old: said half a year before the newest statement",
}


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
    legend = "   ".join(words for mark, words in MEANINGS.items() if mark in "\n".join(lines))
    assert lines[-3:] == ["", legend, ""]
    assert sum(words in line for line in lines for words in MEANINGS.values()) == 1 + legend.count("   ")


MARKED = [
    # The question, the line that the marks stand on, and the line behind them that says more of one.
    ("how many soldiers were sent", 0, "●●  disputed, old", "disputed: nkfacts show nis-2025-04-30-troops-sent"),
    (
        "did the NIS say 600 were killed",
        1,
        "  revised, disputed",
        "revised by the same claimant: about 2,000, 2 Sep 2025",
    ),
    ("did the NIS say 600 were killed", 1, "  revised, disputed", "disputed: nkfacts show nis-2025-04-30-killed"),
    ("how many north korean workers are planned for alabuga", 0, "●●  planned", "planned for a time that is over"),
    ("how many sappers were killed", 0, "(a part of the whole, Aug 2025 to Dec 2025)   ●●●●", "acknowledged by Kim"),
    (
        "what did zelensky say about the killed",
        0,
        "●  disputed, old",
        "disputed: nkfacts show zelensky-2025-01-16-killed",
    ),
]


@pytest.mark.parametrize(("question", "place", "marks", "line"), MARKED)
def test_an_answer_has_the_marks_of_its_fact(run, shipped, question, place, marks, line):
    found = run("ask", question, env=shipped)
    shown = found.out.splitlines()
    assert (found.code, found.err) == (0, "")
    assert shown[place].endswith(marks)
    assert any(each.startswith(line) for each in shown[1:4])


def test_an_answer_is_marked_as_in_a_list_and_as_get_marks_it(run, terminal, shipped):
    question = ("ask", "how many soldiers were sent")
    first = run(*question, env=shipped).out.splitlines()[0]
    listed = terminal("deployment", "--figure", "deployment.troops-sent", data="", columns=140, NO_COLOR="1").out
    (headline,) = [line for line in listed.splitlines() if line.startswith("▸")][:1]
    assert "  disputed, old" in headline
    assert "  disputed, old" in first
    remarks = terminal("get", "deployment.troops-sent", data="", NO_COLOR="1").out.splitlines()[1:]
    assert terminal(*question, "--brief", data="", NO_COLOR="1").out.splitlines()[1:] == remarks
    assert remarks[-1] in run(*question, env=shipped).out


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_the_marks_of_an_answer_are_there_however_narrow_the_terminal(terminal, columns):
    shown = terminal("ask", "how many soldiers were sent", data="", columns=columns, NO_COLOR="1").out
    lines = shown.splitlines()
    assert max(len(line) for line in lines if not line.startswith("https://")) <= columns
    assert "disputed, old" in " ".join(" ".join(lines[:2]).split())


def test_what_was_known_by_a_day_has_the_marks_of_that_day(run, shipped):
    shown = run("ask", "how many did the NIS say were killed by january 2025", env=shipped).out.splitlines()
    assert shown[0].startswith("about 300 North Korean soldiers killed")
    assert shown[0].endswith("●●●  disputed")


def test_what_is_asked_of_a_time_that_is_past_is_not_old(run, shipped):
    assert run("ask", "how many were wounded", env=shipped).out.splitlines()[0].endswith("●  old")
    past = run("ask", "how many were wounded in april 2025", env=shipped).out
    assert past.splitlines()[0] == "4,100 North Korean soldiers wounded  (in all by Apr 2025)   ●"
    assert "old:" not in past
