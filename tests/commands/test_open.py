"""``nkfacts open``: the page to read a fact at; a browser at a terminal only."""

import pytest

from tests.support.commandline import one_line

BEST = "https://yonda.example.kr/2"
_PAGE = f"""{BEST}
    published: "2025-04-30"
    language: en
    kind: agency"""


@pytest.fixture
def browser(tmp_path):
    """Return the settings of a browser that only notes what it is to open, and the note."""
    program, note = tmp_path / "browser", tmp_path / "opened"
    program.write_text(f'#!/bin/sh\necho "$@" >> {note}\n', encoding="utf-8")
    program.chmod(0o755)
    return {"BROWSER": f"{program} %s"}, note


def test_the_address_is_printed_bare(run):
    for words in (["killed-nis-2"], ["killed-nis-2", "--print"], ["yonda-2025-04-30-dead"]):
        assert run("open", *words) == (f"{BEST}\n", "", 0)


def test_a_figure_opens_the_page_of_its_headline(run):
    assert run("open", "injured").out == run("open", "wounded-jcs").out


def test_an_english_page_comes_first_and_an_unverified_one_last(run, edited):
    foreign = edited((_PAGE, _PAGE.replace("language: en", "language: ko")), name="foreign.yaml")
    found = run("open", "killed-nis-2", "--data", foreign, "-f", "json").json()
    assert (found["language"], found["url"]) == ("en", "https://evening-post.example.com/600")
    unverified = edited((_PAGE, _PAGE.replace("agency", "unverified")), name="unverified.yaml")
    assert run("open", "killed-nis-2", "--data", unverified).out == "https://evening-post.example.com/600\n"
    assert run("open", "shells-gur", "-f", "json").json()["language"] == "ru"


def test_a_kept_copy_stands_in_for_a_page_that_is_gone(run, edited):
    gone = edited((f"    url: {BEST}\n", ""))
    assert run("open", "yonda-2025-04-30-dead", "--data", gone).out == "https://archive.example.org/yonda/2\n"


def test_a_browser_is_started_at_a_terminal_only(terminal_process, process, browser):
    variables, note = browser
    assert process("open", "killed-nis-2", **variables).out == f"{BEST}\n"
    assert terminal_process("open", "killed-nis-2", "--print", **variables).out == f"{BEST}\n"
    assert not note.exists()
    assert terminal_process("open", "killed-nis-2", **variables).out == f"{BEST}\nopened in the browser\n"
    assert note.read_text(encoding="utf-8") == f"{BEST}\n"


def test_a_fact_without_a_page_is_status_1(run, edited):
    result = run("open", "shells-gur", "--data", edited(("    url: https://gazeta.example.ru/shells\n", "")))
    assert (result.out, result.code) == ("", 1)
    assert result.err == "nkfacts: shells-gur has no page (see: nkfacts show shells-gur)\n"


@pytest.mark.parametrize("name", ["nis", "casualties", "nothing-of-the-kind"])
def test_what_has_no_page_by_nature_is_wrong_usage(run, name):
    result = run("open", name)
    assert (result.out, result.code) == ("", 2)
    assert one_line(result.err)
