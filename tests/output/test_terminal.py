"""Tables at a terminal and rows in a pipe: the same records, no wider than the window, coloured only when wanted."""

import json
import re
import sys

import pytest
from rich.cells import cell_len

from nkfacts.output.terminal import has_colour, has_links
from tests.support.commandline import environment, shown_at_terminal
from tests.support.files import BASE

ANSWERS = {
    "overview": [],
    "get": ["get", "casualties.killed"],
    "show": ["show", "killed-nis-2"],
    "why": ["why", "casualties.killed"],
    "trace": ["trace", "killed-nis-2"],
    "list": ["list"],
    "timeline": ["timeline"],
    "search": ["search", "soldiers"],
    "figures": ["figures"],
    "topics": ["topics"],
    "entities": ["entities"],
    "sources": ["sources"],
    "topic": ["casualties"],
}


@pytest.fixture
def hostile(tmp_path):
    copy = tmp_path / "hostile.yaml"
    text = BASE.read_text(encoding="utf-8")
    for number, statement in enumerate(
        ("=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "[red]x[/red] :smile: [link=javascript:1]y[/link]", "<b>&amp;")
    ):
        old = re.findall(r"^    statement: .*$", text, re.MULTILINE)[number]
        text = text.replace(old, f"    statement: {json.dumps(statement)}", 1)
    copy.write_text(text, encoding="utf-8")
    return copy


def test_text_is_never_markup(run, terminal, hostile):
    shown = terminal("list", "--columns", "statement", columns=200, data=hostile).out
    assert "[red]x[/red] :smile: [link=javascript:1]y[/link]" in re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "\x1b]8" not in shown
    assert "<b>&amp;" not in run("list", "-f", "html", "--columns", "statement", "--data", hostile).out


@pytest.mark.parametrize("name", ["list", "timeline", "topic", "figures", "entities", "sources", "topics"])
def test_a_terminal_and_a_pipe_show_the_same_records(run, terminal, name):
    more = ["--all"] if name == "topic" else []
    header, *rows = [line.split("\t") for line in run(*ANSWERS[name], *more).out.splitlines()]
    shown = terminal(*ANSWERS[name], *more, columns=220, NO_COLOR="1").out
    assert rows
    assert [row for row in rows if row[header.index("id")] not in shown] == []
    assert "\t" not in shown


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("name", ANSWERS)
def test_nothing_is_wider_than_the_window_but_what_is_never_broken(terminal, terminal_process, name, columns):
    # A plain get is answered before the rest of the program is imported.
    at = terminal_process if name == "get" else terminal
    shown = at(*ANSWERS[name], columns=columns, NO_COLOR="1").out
    wide = [line for line in shown.splitlines() if cell_len(line) > columns]
    # An id or an address stands alone then, behind no more than the branches of a tree.
    assert [line for line in wide if len(line.strip("│ ").split()) > 1] == []
    assert name == "get" or len(shown.splitlines()) > 3


def test_wide_characters_line_up(terminal):
    shown = terminal("entities", "--columns", "aliases,kind", columns=120, NO_COLOR="1").out
    places = {
        cell_len(line[: line.index(kind)]) for line in shown.splitlines() for kind in ("organisation",) if kind in line
    }
    assert "국가정보원" in shown
    assert len(places) == 1


@pytest.mark.parametrize(
    ("variables", "is_terminal", "colour"),
    [
        ({}, True, True), ({}, False, False), ({"NO_COLOR": "1"}, True, False), ({"NO_COLOR": ""}, True, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False), ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False), ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, False, True),
        ({"TERM": "dumb"}, True, False),
    ],
)  # fmt: skip
def test_colour_follows_the_environment(variables, is_terminal, colour):
    assert has_colour(variables, is_terminal=is_terminal) == colour


def test_colour_reaches_the_terminal_only_when_wanted(process, terminal_process):
    assert "\x1b[" in terminal_process("casualties").out
    for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "0"}):
        assert "\x1b[" not in terminal_process("casualties", **variables).out
    assert "\x1b[" not in process("casualties").out
    assert "\x1b[" in process("casualties", "-f", "table", FORCE_COLOR="1").out


@pytest.mark.parametrize(
    ("variables", "is_terminal", "links"),
    [
        ({"TERM": "xterm"}, True, True), ({"TERM": "xterm"}, False, False), ({"TERM": "dumb"}, True, False),
        ({"TERM": "linux"}, True, False), ({}, True, False), ({"TERM": "xterm", "NO_COLOR": "1"}, True, False),
        ({"TERM": "xterm", "FORCE_COLOR": "1"}, False, False),
    ],
)  # fmt: skip
def test_links_only_where_a_person_sits_at_a_terminal_that_has_them(variables, is_terminal, links):
    assert has_links(variables, is_terminal=is_terminal) == links


def test_a_table_in_a_pipe_is_as_wide_as_the_terminal_behind_it(tmp_path):
    words = ["sh", "-c", f"{sys.executable} -m nkfacts list --format table | cat"]
    variables = environment(tmp_path, NKFACTS_DATA=str(BASE), TERM="xterm")

    def width(columns):
        return max(map(cell_len, shown_at_terminal(words, variables, columns).out.splitlines()))

    assert 50 < width(60) <= 60
    assert 80 < width(130) <= 130
