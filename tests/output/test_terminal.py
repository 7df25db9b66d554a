"""What only a process of its own can show: terminals and pipes, colour, locales, signals, full disks, modules loaded."""

import json
import os
import re
import signal
import subprocess
import sys

import pytest

from nkfacts.output.terminal import has_colour
from tests.support.commandline import COMMAND, environment, run_process, run_terminal
from tests.support.files import BASE, SHIPPED

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
def run(tmp_path):
    return lambda *arguments, **options: run_process(tmp_path, *arguments, **options)


@pytest.fixture
def terminal(tmp_path):
    return lambda *arguments, **options: run_terminal(tmp_path, *arguments, **options)


@pytest.mark.parametrize(
    ("words", "unloaded"),
    [
        ("get casualties.killed", "typer rich yaml dataclasses inspect json re typing"),
        ("--as-of 2025-01-31 get casualties.killed", "typer rich yaml dataclasses inspect json re typing"),
        ("casualties -f tsv", "rich yaml"),
        ("list -f json", "rich yaml"),
        ("search soldiers", "rich yaml"),
        ("casualties --help", "rich yaml"),
    ],
)
def test_a_warm_answer_loads_nothing_that_it_does_not_need(tmp_path, words, unloaded):
    os.utime(BASE, ns=(1, 1))
    code = f"import sys; sys.argv[1:] = {words.split()}; from nkfacts.__main__ import main; main(); print(*sys.modules)"
    for _ in range(2):
        found = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env=environment(tmp_path, NKFACTS_DATA=str(BASE)),
        )  # fmt: skip
    assert set(unloaded.split()).isdisjoint(found.stdout.splitlines()[-1].split())


def test_five_mistakes_are_five_lines_with_their_places(run, tmp_path):
    text = BASE.read_text(encoding="utf-8")
    for right, wrong in (
        ("    value: 300\n", "    value: no\n"),
        ("    value: 600\n", "    valeu: 600\n"),
        ("    status: denied\n", "    status: denyed\n"),
        ('    reported: "2025-08-01"\n', '    reported: "2025-13-01"\n'),
        ("    value: 17\n", "    value: 10:30:00\n"),
    ):
        assert text.count(right) >= 1
        text = text.replace(right, wrong, 1)
    copy = tmp_path / "copy.yaml"
    copy.write_text(text, encoding="utf-8")
    for arguments in (["get", "casualties.killed"], ["check"], ["check", str(copy)]):
        found = run(*arguments, data=copy)
        assert found.code == 3
        assert found.out == ""
        places = [line.split(": ")[0] for line in found.err.splitlines()]
        assert len(places) == 5
        assert all(re.fullmatch(rf"{re.escape(str(copy))}:\d+:\d+", place) for place in places)
        assert "Traceback" not in found.err


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_the_line_shown_under_a_mistake_is_the_one_that_holds_it(terminal, tmp_path, line_break):
    copy = tmp_path / "copy.yaml"
    text = BASE.read_text(encoding="utf-8").replace("    value: 300\n", "    value: no\n", 1)
    copy.write_text(f"# a comment{line_break}# goes on\n{text}", encoding="utf-8", newline="")
    lines = terminal("check", data=copy).out.split("\n")
    number = next(number for number, line in enumerate(lines) if "'no' is not a number" in line)
    assert lines[number + 1].strip() == "value: no"
    assert lines[number + 2].index("^") == lines[number + 1].index("no")


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
    assert "<b>&amp;" not in run("list", "-f", "html", "--columns", "statement", data=hostile).out


# Terminals and pipes


@pytest.mark.parametrize("name", ["list", "timeline", "topic", "figures", "entities", "sources", "topics"])
def test_a_terminal_and_a_pipe_show_the_same_records(run, terminal, name):
    header, *rows = [line.split("\t") for line in run(*ANSWERS[name]).out.splitlines()]
    shown = terminal(*ANSWERS[name], columns=220, NO_COLOR="1").out
    assert rows
    assert [row for row in rows if row[header.index("id")] not in shown] == []
    assert "\t" not in shown


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("name", ["overview", "topic", "entities", "why", "show", "trace"])
def test_nothing_is_wider_than_the_window(terminal, name, columns):
    from rich.cells import cell_len

    shown = terminal(*ANSWERS[name], columns=columns, NO_COLOR="1").out
    hints = ("next:", "      nkfacts", *(f"{number}. " for number in range(1, 7)))
    lines = [line for line in shown.splitlines() if not line.startswith(hints)]
    assert max(cell_len(line) for line in lines) <= columns
    assert len(lines) > 3


def test_wide_characters_line_up(terminal):
    from rich.cells import cell_len

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


def test_colour_reaches_the_terminal_only_when_wanted(run, terminal):
    assert "\x1b[" in terminal("casualties").out
    for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "0"}):
        assert "\x1b[" not in terminal("casualties", **variables).out
    assert "\x1b[" not in run("casualties").out
    assert "\x1b[" in run("casualties", "-f", "table", FORCE_COLOR="1").out


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "ko_KR.UTF-8"}, {"LC_ALL": "ru_RU.UTF-8"}, {"TZ": "Asia/Seoul"},
        {"TZ": "America/New_York"}, {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}, {"LANG": ""}, {"COLUMNS": "40"},
    ],
    ids=str,
)  # fmt: skip
def test_bytes_depend_on_neither_locale_nor_time_zone_nor_window(run, variables):
    for arguments in (["entities"], ["list", "-f", "json"]):
        assert run(*arguments, **variables) == run(*arguments)


def test_a_closed_pipe_ends_quietly(tmp_path):
    process = subprocess.Popen(
        [*COMMAND, "sources"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environment(tmp_path, NKFACTS_DATA=str(SHIPPED)),
    )  # fmt: skip
    with process:
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["get", "casualties.killed"], ["list"], ["--version"], ["--help"]], ids=str)
def test_a_full_disk_is_one_line_and_status_four(tmp_path, arguments):
    with open("/dev/full", "wb") as full:
        found = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False,
            env=environment(tmp_path, NKFACTS_DATA=str(BASE)),
        )  # fmt: skip
    assert found.returncode == 4
    assert found.stderr.decode() == "nkfacts: cannot write the answer: No space left on device\n"


def test_an_interrupt_ends_with_130_and_no_traceback(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with subprocess.Popen(
        [*COMMAND, "list", "--data", str(fifo)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    ) as process:
        with open(fifo, "wb") as writer:  # opens when the command does
            writer.write(b"format: 1\n")
            writer.flush()
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert (out, b"Traceback" in err) == (b"", False)
