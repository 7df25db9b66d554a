"""``nkfacts revise``: a later word of the same claimant, filled in with what stays."""

import pytest

from tests.adding.test_interview import talk
from tests.support.additions import OLD, PAGE, added_only, read
from tests.support.commandline import one_line, run_here

SAID = [
    "--value", "750", "--status", "estimated", "--reported", "2025-06-30", "--source", PAGE, "--as-printed", "750",
    "--statement", "The NIS counted 750 dead.",
]  # fmt: skip


def revise(file, *words, stdin=""):
    return run_here(file.parent / "home", "revise", *words, data=file, stdin=stdin.encode())


def test_a_revision_keeps_claimant_and_figure_and_names_what_it_revises(file):
    done = revise(file, "killed-nis-2", *SAID, "--yes")
    assert done.code == 0, done.err
    base = read(file.read_bytes())
    new, old = base.fact("nis-2025-06-30-killed"), base.fact("killed-nis-2")
    assert (new.figure, new.by, new.place, new.supersedes) == (old.figure, old.by, old.place, "killed-nis-2")
    assert (new.value, new.via) == (750, ())
    assert added_only(OLD, file.read_bytes())


def test_what_is_given_wins_over_what_is_kept(file):
    assert revise(file, "killed-nis-2", *SAID, "--place", "sudzha", "--yes").code == 0
    assert read(file.read_bytes()).fact("nis-2025-06-30-killed").place == "sudzha"


def test_nothing_is_written_without_a_yes(file):
    done = revise(file, "killed-nis-2", *SAID)
    assert done.code == 4
    assert "+    supersedes: killed-nis-2\n" in done.out
    assert file.read_bytes() == OLD


def test_a_fragment_needs_to_say_only_what_is_new(file):
    fragment = f"""value: 750
status: estimated
reported: "2025-06-30"
statement: The NIS counted 750 dead.
evidence: [{{source: {PAGE}, as_printed: "750"}}]
"""
    done = revise(file, "killed-nis-2", "--from", "-", "--yes", stdin=fragment)
    assert done.code == 0, done.err
    new = read(file.read_bytes()).fact("nis-2025-06-30-killed")
    assert (new.by, new.figure, new.supersedes) == ("nis", "casualties.killed", "killed-nis-2")


def test_a_template_is_filled_in(file):
    shown = revise(file, "killed-nis-2", "--template").out
    for line in ("figure: casualties.killed #", "by: nis #", "supersedes: killed-nis-2 #"):
        assert f"\n{line}" in f"\n{shown}"


def test_a_person_is_asked_for_the_rest_only(file):
    answers = ["The NIS counted 750 dead.", "750", "", "estimated", "", "2025-06-30", "", "", PAGE, "750", "", "y"]
    status, _, screen = talk(file, answers, "killed-nis-2", command="revise")
    assert status == 0, screen
    for key in ("figure:", "by:", "supersedes:", "place:"):
        assert f"\n{key}" not in screen.partition("+++")[0]
    assert read(file.read_bytes()).fact("nis-2025-06-30-killed").supersedes == "killed-nis-2"


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        (["killed-nis-1"], "nkfacts revise killed-nis-2"),
        (["nis"], "nkfacts show nis"),
        (["killed-nis-9"], "killed-nis-"),
        (["killed-nis-2", "--by", "gur"], "--by"),
    ],
)
def test_what_cannot_be_revised_is_refused(file, words, mend):
    done = revise(file, *words, *SAID, "--yes")
    assert (done.out, done.code) == ("", 2)
    assert one_line(done.err)
    assert mend in done.err
    assert file.read_bytes() == OLD
