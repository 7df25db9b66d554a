"""``changes``: what was said since a day, as lines to paste and as data."""

import pytest

from tests.support.commandline import one_line


def test_a_pipe_gets_the_lines_of_a_terminal_unbroken(run, terminal, process):
    piped = process("changes", "--since", "2025-04", "--until", "2025-06").out
    assert piped == run("changes", "--since", "2025-04", "--until", "2025-06").out
    shown = terminal("changes", "--since", "2025-04", "--until", "2025-06", columns=60, NO_COLOR="1").out
    assert shown.split() == piped.split()
    # An address is never broken.
    assert all(len(line) <= 60 or "https://" in line for line in shown.splitlines())
    assert "\x1b" not in piped


def test_headlines_that_moved_come_first_with_claimants_days_and_page(run):
    lines = run("changes", "--since", "2025-04", "--until", "2025-06").out.splitlines()
    assert lines[0] == "Said since 1 Apr 2025 until 30 Jun 2025   3 facts, 1 headline moved"
    at = lines.index("  Soldiers killed: about 300 → 900 to 1,100")
    assert lines[at + 1].startswith(
        "    Defence Intelligence of Ukraine (UA), 15 Jun 2025  ●   before: National Intell"
    )
    assert lines[at + 2] == "    https://institute.example.org/report"
    said = lines[lines.index("What was said") :]
    days = [line for line in said if line and not line.startswith(" ")][1:-1]
    assert days == ["15 Jun 2025", "30 Apr 2025"]


def test_the_same_amount_by_another_is_no_move(run, edited):
    path = edited(("    value: 600\n    qualifier: about", "    low: 900\n    high: 1100"))
    words = ("changes", "--since", "2025-06", "--until", "2025-06", "--data", path)
    lines = run(*words).out.splitlines()
    assert lines[0].endswith("2 facts, 0 headlines moved, 1 repeated")
    assert "Headlines that moved" not in lines
    at = lines.index("Headlines that were repeated")
    assert lines[at + 1] == "  Soldiers killed: 900 to 1,100 as before"
    assert "before: National Intelligence Service, 30 Apr 2025" in lines[at + 2]
    assert [row["change"] for row in run(*words, "-f", "tsv").rows()] == ["repeated", "said", "said"]


def test_what_is_no_plain_total_says_so(run):
    lines = run("changes", "--since", "2025-07").out.splitlines()
    for words, flag in (("1,000", "denied"), ("17", "part"), ("6,000", "deprecated")):
        line = next(line for line in lines if line.startswith(f"  {words}  Soldiers killed"))
        assert flag in line.split()


def test_data_has_a_row_for_each_move_and_each_fact(run):
    rows = run("changes", "--since", "2025-04", "--until", "2025-06", "-f", "tsv").rows()
    assert [rows[0][key] for key in ("change", "was", "id")] == ["moved", "about 300", "killed-gur"]
    assert {row["id"] for row in rows if row["change"] == "said"} == {"killed-gur", "wounded-gur", "killed-nis-2"}
    record = run("changes", "--since", "2025-04", "-f", "json").json()[0]
    shown = {item["id"]: item for item in run("list", "-f", "json").json()}[record["id"]]
    assert {key: record[key] for key in shown} == shown
    assert record["was_url"] == "https://yonda.example.kr/1"


def test_a_lapsed_headline_says_that_no_plan_stands(run, edited):
    path = edited(("    low: 10000\n    high: 12000\n    status: estimated", "    low: 10000\n    high: 12000\n    scope: part\n    status: estimated"),
                  ("    value: 13000\n    status: reported", "    value: 13000\n    scope: part\n    status: reported"))  # fmt: skip
    found = run("changes", "--since", "2025", "--until", "2025-02", "--data", path)
    assert (
        "  Soldiers sent: 12,000 → no plan stands\n    the last was by National Intelligence Service, 18 Oct 2024\n"
        in found.out
    )


def test_a_plan_before_a_count_is_told_as_a_plan_and_another_claimant_as_one(run):
    words = ("changes", "--since", "2024-11", "--until", "2024-11")
    at = (lines := run(*words).out.splitlines()).index("  Soldiers sent: 12,000 planned → 10,000 to 12,000")
    assert lines[at + 1].endswith("   before: National Intelligence Service, 18 Oct 2024 (another claimant; a plan)")
    assert run(*words, "-c", "change,was_status").rows()[0] == {"change": "moved", "was_status": "planned"}


def test_two_counts_that_are_unlike_say_in_what(run, edited):
    words = ("changes", "--since", "2025-04", "--until", "2025-04", "--figure", "casualties.killed")
    assert run(*words, "-c", "was,unlike").rows()[0] == {"was": "about 300", "unlike": ""}
    bound = edited(("    value: 300\n    qualifier: about", "    value: 300\n    qualifier: at-least"))
    assert "   before: 13 Jan 2025 (a lower bound)\n" in run(*words, "--data", bound).out
    # Of one claimant too, and in a pipe of data: what is counted over a time is not what there is at one.
    times = edited(("    cumulative: true\n", ""), ('    when: "2024-10/2025-04"', '    when: "2025-04"'))
    rows = run(*words, "--data", times, "-f", "tsv").rows()
    assert [row["unlike"] for row in rows] == ["Oct 2024 to 12 Jan 2025, now Apr 2025", ""]
    assert "   before: 13 Jan 2025 (Oct 2024 to 12 Jan 2025, now Apr 2025)\n" in run(*words, "--data", times).out
    assert run(*words, "--data", times, "-f", "json").json()[0]["unlike"] == ["Oct 2024 to 12 Jan 2025, now Apr 2025"]


def test_when_nothing_was_said_the_newest_day_is_named(run):
    found = run("changes", "--since", "2026-01")
    assert (found.out, found.code) == ("", 1)
    assert one_line(found.err)
    assert found.err.endswith("the newest was said on 1 Oct 2025: nkfacts changes --since 2025-10-01)\n")
    assert run("changes", "--since", "2025-10-01").code == 0
    assert run("changes", "--since", "2026-01", "-f", "json").out == "[]\n"
    assert run("changes", "--since", "2026-01", "--ok-empty").code == 0
    assert "1 Feb 2025" in run("changes", "--since", "2025-02", "--as-of", "2025-01-31").err


@pytest.mark.parametrize(
    ("words", "part_of_message"),
    [
        ((), "Missing option '--since'"),
        (("--since", "soon"), "'soon' is not a date"),
        (("--since", "2025-02", "--until", "2025-01"), "since is after until: 2025-02, 2025-01"),
        (("--since", "2025", "--by", "nobody"), "no entity is called 'nobody'"),
    ],
)
def test_wrong_usage_is_status_2(run, words, part_of_message):
    found = run("changes", *words)
    assert (found.out, found.code) == ("", 2)
    assert one_line(found.err)
    assert part_of_message in found.err


def test_links_and_ids_are_lines_of_their_own(run):
    lines = run("changes", "--since", "2025-10", "--links", "--ids").out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("  6,000  Soldiers killed"))
    assert lines[at + 1 : at + 3] == ["    killed-misprint", "    https://institute.example.org/report"]
