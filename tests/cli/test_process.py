"""What only a process of its own can show: modules loaded, mistakes, locales, signals, full disks."""

import os
import re
import signal
import subprocess
import sys

import pytest

from tests.support.commandline import COMMAND, environment
from tests.support.files import BASE, SHIPPED

_NO_MORE_THAN_SQLITE = """collections copyreg datetime functools gc importlib itertools keyword math operator reprlib sqlite3
    types zlib"""
_PLAIN = f"{_NO_MORE_THAN_SQLITE} contextlib unicodedata"


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        ("get casualties.killed", _NO_MORE_THAN_SQLITE),
        ("--as-of 2025-01-31 get casualties.killed", _NO_MORE_THAN_SQLITE),
        ("get death toll --by nis", _PLAIN),
        ("casualties", _PLAIN),
        ("losses", _PLAIN),
        ("list -f json --by=nis -n2", _PLAIN),
        ("timeline --events", _PLAIN),
        ("search soldiers", _PLAIN),
        ("show nis", _PLAIN),
        ("why casualties.killed", _PLAIN),
        ("figures -f jsonl", _PLAIN),
        ("compare casualties.killed", _PLAIN),
        ("ask how many were killed", f"{_PLAIN} bisect"),
        ("casualties -f csv", f"{_PLAIN} csv enum io re"),
    ],
)
def test_a_warm_answer_loads_nothing_that_it_does_not_need(tmp_path, words, allowed):
    # Without site, whose modules are those of the machine.
    code = f"""import sys; sys.path[:] = {sys.path}; sys.argv[1:] = {words.split()}; before = {{*sys.modules}}
from nkfacts.__main__ import run; run(); print(*{{each.partition(".")[0] for each in {{*sys.modules}} - before}})"""
    found = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True,
        env=environment(tmp_path, NKFACTS_DATA=str(BASE)),
    )  # fmt: skip
    loaded = {name for name in found.stdout.splitlines()[-1].split() if not name.startswith("_")}
    assert loaded - {"nkfacts", "os", "stat", "posixpath", "genericpath"} <= set(allowed.split())


@pytest.mark.parametrize("words", ["casualties --help", "check --nonsense"])
def test_help_and_mistakes_load_neither_rich_nor_yaml(tmp_path, words):
    code = f"import sys; sys.argv[1:] = {words.split()}; from nkfacts.__main__ import run; run(); print(*sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env=environment(tmp_path, NKFACTS_DATA=str(BASE)),
    )  # fmt: skip
    assert {"rich", "yaml"}.isdisjoint(found.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("words", "are_read"),
    [
        (["list"], False),
        (["list", "--since", "2024-1X", "--as-of", "2025"], False),
        (["changes", "--since", "2025-01"], False),
        (["list", "--since", "5 years ago"], True),
        (["list", "--as-of", "today"], True),
    ],
)
def test_words_for_dates_are_read_only_where_there_are_some(tmp_path, words, are_read):
    code = f"import sys; sys.argv[1:] = {words}; from nkfacts.__main__ import run; run(); print(*sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env=environment(tmp_path, NKFACTS_DATA=str(BASE)),
    )  # fmt: skip
    assert ("nkfacts.model.relative_days" in found.stdout.splitlines()[-1].split()) == are_read


def test_five_mistakes_are_five_lines_with_their_places(process, tmp_path):
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
        found = process(*arguments, data=copy)
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


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "ko_KR.UTF-8"}, {"LC_ALL": "ru_RU.UTF-8"}, {"TZ": "Asia/Seoul"},
        {"TZ": "America/New_York"}, {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}, {"LANG": ""}, {"COLUMNS": "40"},
    ],
    ids=str,
)  # fmt: skip
def test_bytes_depend_on_neither_locale_nor_time_zone_nor_window(run, process, variables):
    for arguments in (["entities"], ["list", "-f", "json"]):
        assert process(*arguments, **variables) == run(*arguments)


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
            env=environment(tmp_path, NKFACTS_DATA=str(BASE), XDG_CACHE_HOME=str(tmp_path)),
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
