"""The commands that list facts, figures, topics, entities and sources."""

import re

import pytest

import nkfacts
from nkfacts.model import dates
from tests.support.bases import ids as ids_of
from tests.support.commandline import ids


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("--topic deployment --status acknowledged", "sudzha-retaken"),
        ("--topic troops --status planned", "soldiers-plan"),
        ("--figure casualties.wounded", "wounded-gur wounded-jcs wounded-nis"),
        ("--figure injured", "wounded-gur wounded-jcs wounded-nis"),
        ("--by gur", "killed-at-sudzha killed-gur wounded-gur shells-gur soldiers-gur"),
        (
            "--by south-korea",
            "killed-misprint killed-nis-2 wounded-jcs killed-nis-1 wounded-nis soldiers-jcs soldiers-plan first-ship",
        ),
        ("--via oh-min-su", "killed-nis-2 killed-nis-1"),
        ("--source yonda", "killed-nis-2 wounded-jcs killed-nis-1 wounded-nis soldiers-jcs"),
        ("--source tasz-2025-07-02", "killed-denied sudzha-retaken"),
        ("--place sudzha", "killed-at-sudzha sudzha-retaken"),
        (
            "--place Kursk",
            "killed-at-sudzha killed-gur killed-nis-2 sudzha-retaken killed-nis-1 wounded-nis soldiers-gur",
        ),
        ("--about kim-chol-ho", "first-ship"),
        ("--status denied", "killed-denied"),
        ("--status denied --status planned", "killed-denied soldiers-plan"),
        ("--since 2025-08", "killed-misprint killed-at-sudzha killed-post shells-gur"),
        ("--until 2024-10 --by nis", "killed-nis-2 killed-nis-1 wounded-nis first-ship"),
        ("--since 2025-03 --until 2025-03 --by jcs", "wounded-jcs"),
        ("--said-since 2025-08", "killed-misprint killed-at-sudzha killed-post"),
        ("--said-until 2024-10", "first-ship soldiers-plan"),
        ("--by jcs --by north-korea", "killed-misprint wounded-jcs soldiers-jcs killed-post"),
        ("--topic losses --topic troops --by jcs", "killed-misprint wounded-jcs soldiers-jcs"),
        ("--figure injured --figure deployment.shells --by gur", "wounded-gur shells-gur"),
        ("--place sudzha --place kursk-oblast --by jcs --by gur", "killed-at-sudzha killed-gur soldiers-gur"),
        ("--source gazeta-undated --source tasz", "shells-gur killed-denied sudzha-retaken"),
        ("--tag first-count --tag none", "killed-nis-1 first-ship"),
        ("--rank preferred --rank deprecated", "wounded-jcs killed-misprint"),
        ("--tag first-count", "killed-nis-1 first-ship"),
        ("--scope part", "killed-at-sudzha"),
        ("--rank preferred", "wounded-jcs"),
        ("--rank deprecated", "killed-misprint"),
        ("--min-publishers 2", "killed-nis-2 killed-nis-1"),
        ("--disputed", "killed-denied killed-gur"),
        ("--disputed --status reported", "killed-gur"),
        ("--as-of 2024-10", "first-ship soldiers-plan"),
        ("--limit 2", "killed-misprint killed-at-sudzha"),
        ("-n 1 --oldest-first", "first-ship"),
        ("--by nis --figure casualties.killed --oldest-first", "killed-nis-1 killed-nis-2"),
    ],
)
def test_every_filter_of_list(run, words, found):
    assert sorted(ids(run("list", *words.split()))) == sorted(found.split())
    if "--limit" not in words and "-n" not in words:
        reported = [row["reported"] for row in run("list", *words.split()).rows()]
        assert reported == sorted(reported, reverse="--oldest-first" not in words)


def test_before_the_other_was_said_a_fact_is_not_listed_as_disputed(run):
    assert run("list", "--disputed", "--as-of", "2025-06-30").code == 1
    assert ids(run("list", "--disputed", "--as-of", "2025-07-01")) == ["killed-denied", "killed-gur"]


@pytest.mark.parametrize("option", ["--since", "--until", "--said-since", "--said-until", "--min-publishers"])
def test_a_bound_that_is_given_twice_is_refused(run, option):
    result = run("list", option, "2025", option, "2024")
    assert (result.out, result.code) == ("", 2)
    assert result.err == f"nkfacts: {option} was given 2 times (give it once)\n"


@pytest.mark.parametrize("command", ["get", "why"])
def test_one_headline_is_of_one_claimant(run, command):
    result = run(command, "casualties.killed", "--by", "nis", "--by", "gur")
    assert (result.out, result.err, result.code) == ("", "nkfacts: --by was given 2 times (give it once)\n", 2)


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("list --since 2025-08", "Facts about the time since Aug 2025"),
        ("list --said-since 2025-08 --said-until 2025-09", "Facts said from Aug 2025 to Sep 2025"),
        ("timeline --until 2024-10", "Timeline about the time until Oct 2024"),
        ("casualties --said-until 2025-01", "Casualties said until Jan 2025"),
    ],
)
def test_the_heading_says_which_day_ruled(run, words, heading):
    shown = run(*words.split(), "--format", "table", env={"COLUMNS": "140"})
    assert shown.out.splitlines()[0].startswith(f"{heading}   ")


TOTALS = ("--by", "gur", "--scope", "total")


@pytest.mark.parametrize(
    "words",
    [
        "list --figure casualties.killed", "timeline --figure casualties.killed",
        "casualties --figure casualties.killed", "compare casualties.killed",
        "chart casualties.killed", "casualties.killed",
    ],
)  # fmt: skip
def test_where_nothing_is_of_that_time_the_filter_by_saying_is_named_if_it_finds_some(run, words):
    found = run(*words.split(), *TOTALS, "--since", "2025-06-12")
    assert (found.rows(), found.code) == ([], 1)
    assert "--since is about the time told of; when it was said is --said-since, which would find some" in found.err
    assert run(*words.split(), *TOTALS, "--said-since", "2025-06-12").code == 0
    both = run(*words.split(), *TOTALS, "--since", "2025-06-12", "--until", "2025-06-20")
    assert "--since and --until are about the time told of" in both.err
    for nothing in ("--since", "--said-since"):
        assert "--said-since" not in run(*words.split(), *TOTALS, nothing, "2030").err


@pytest.mark.parametrize(
    "command",
    ["list", "timeline", "casualties", "casualties.killed", "compare casualties.killed", "chart casualties.killed"],
)
@pytest.mark.parametrize("what", ["", "said-"])
def test_days_the_wrong_way_round_are_wrong_usage(run, command, what):
    found = run(*command.split(), f"--{what}since", "2025-03-01", f"--{what}until", "2025-01-01")
    assert (found.out, found.code) == ("", 2)
    assert found.err == f"nkfacts: {what}since is after {what}until: 2025-03-01, 2025-01-01 (exchange the two)\n"


@pytest.mark.parametrize(
    "asked", [{"since": "2024-10-01", "until": "2024-10-12"}, {"since": "2025-06"}, {"until": "2024"}]
)
def test_a_timeline_of_some_days_begins_with_what_lies_within_them(run, shipped, shipped_base, asked):
    first, last = (
        asked.get("since") and dates.first_day_of(asked["since"]), asked.get("until") and dates.last_day_of(asked["until"])
    )  # fmt: skip
    words = ["timeline", *(word for name, day in asked.items() for word in (f"--{name}", day))]
    rows = run(*words, env=shipped).rows()
    spans = [dates.parse(row["when"] or row["reported"]) for row in rows]
    within = [(first or "") <= span.first and span.last <= (last or "9999-12-31") for span in spans]
    assert 0 < sum(within) < len(within)
    assert within == sorted(within, reverse=True)
    for part in (True, False):
        begins = [span.first[:7] for span, is_within in zip(spans, within, strict=True) if is_within == part]
        assert begins == sorted(begins)
    assert sorted(row["id"] for row in rows) == sorted(ids_of(shipped_base.timeline(nkfacts.Filter(**asked))))
    assert [row["id"] for row in run(*words, "--limit", "3", env=shipped).rows()] == [row["id"] for row in rows[:3]]
    screen = run(*words, "--format", "table", env={**shipped, "COLUMNS": "100"}).out
    assert f"Of a longer time  {len(within) - sum(within)} facts" in screen


def test_a_timeline_without_days_has_one_part(run):
    assert "Of a longer time" not in run("timeline", "--format", "table").out


@pytest.mark.parametrize("columns", [60, 72, 80, 100])
def test_in_a_narrow_timeline_no_word_is_broken_and_no_mark_stands_where_the_days_do(run, shipped, columns):
    words = ["timeline", "--since", "2024-10-01", "--until", "2024-10-12"]
    shown = run(*words, "--format", "table", env={**shipped, "COLUMNS": str(columns)}).out
    lines = shown.splitlines()
    assert all(len(line) <= columns for line in lines)
    for line in lines:
        assert not re.match(r"(part|denied|planned|revised|deprecated|\[..\])", line), line
    assert re.search(r"\bintelligence$", shown, re.MULTILINE) or columns > 72
    assert not re.search(r"\bintelligenc?$", shown, re.MULTILINE)


def test_list_without_filters_lists_every_fact(run):
    assert len(ids(run("list"))) == len(list(nkfacts.load().names("facts"))) == 16


def test_the_timeline_is_in_the_order_of_the_time_facts_are_about(run):
    rows = run("timeline", "--topic", "deployment").rows()
    assert [row["id"] for row in rows] == [
        "shells-gur", "first-ship", "soldiers-gur", "soldiers-jcs", "soldiers-plan", "sudzha-retaken",
    ]  # fmt: skip
    assert ids(run("timeline", "--events")) == ["first-ship", "sudzha-retaken"]
    assert ids(run("timeline", "--events", "--limit", "1")) == ["first-ship"]
    assert "killed-misprint" not in ids(run("timeline"))


def test_the_parts_are_listed_with_their_numbers_of_facts(run):
    base = nkfacts.load()
    for part in ("entities", "sources", "figures", "topics"):
        assert ids(run(part)) == list(base.names(part))
    assert {row["id"]: row["facts"] for row in run("figures").rows()}["casualties.killed"] == "7"
    assert ids(run("figures", "--topic", "troops")) == ["deployment.soldiers", "deployment.shells"]
    assert ids(run("entities", "--kind", "person")) == ["oh-min-su", "kim-chol-ho"]
    assert ids(run("sources", "--kind", "research")) == ["institute-2025-report"]
    claims = [int(row["facts"]) for row in run("entities", "--claimants").rows()]
    assert claims == sorted(claims, reverse=True)
    assert 0 not in claims


def test_in_a_month_of_the_timeline_days_come_before_longer_times_and_these_as_said(run, shipped):
    rows = run(
        "timeline", "--since", "2024-10", "--until", "2024-10", "-c", "when,reported", "-f", "tsv", env=shipped
    ).rows()
    times = [(dates.parse(row["when"] or row["reported"]), row["reported"]) for row in rows]
    within = [(time, said) for time, said in times if time.first >= "2024-10-01" and time.last <= "2024-10-31"]
    assert times[: len(within)] == within
    keys = [(time.first < time.last, time.last, time.first, said) for time, said in within]
    assert keys == sorted(keys)
    assert {is_longer for is_longer, *_ in keys} == {False, True}


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_a_long_time_takes_two_lines_of_the_timeline(terminal, columns):
    words = ("timeline", "--since", "2024-10", "--until", "2024-10", "--figure", "deployment.troops-sent")
    lines = terminal(*words, data="", columns=columns, NO_COLOR="1").out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("about 1 Oct 2024 to  "))
    assert lines[at + 1].startswith("about 15 Oct 2024")


@pytest.mark.parametrize("option", ["--about", "--by", "--via", "--place"])
def test_a_thing_where_an_entity_is_wanted_is_told_by_which_filters_it_is_asked(run, shipped, option):
    found = run("list", option, "soldiers", env=shipped)
    assert (found.out, found.code) == ("", 2)
    assert "no entity is called 'soldiers' (a thing: --who soldiers and --to soldiers take it)" in found.err
    assert run("list", "--who", "soldiers", "-n", "1", env=shipped).code == 0
