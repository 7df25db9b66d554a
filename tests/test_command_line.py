"""The command as its users meet it: a process with pipes, a terminal, its status and its two streams."""

import csv
import io
import json
import os
import re
import shlex
import signal
import subprocess
import sys
from importlib import import_module

import pytest
import yaml

from commandline import BASE, COMMAND, ROOT, environment, run_process, run_terminal
from nkfacts.commands import COMMANDS, OVERVIEW, TOPIC
from nkfacts.formats import FORMATS
from nkfacts.terminal import has_colour

SHIPPED = ROOT / "data" / "facts.yaml"
MODULES = [*COMMANDS.values(), OVERVIEW, TOPIC]
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


# One figure


@pytest.mark.parametrize(
    ("words", "out"),
    [
        ("get casualties.killed", "900-1100"),
        ("get casualties.killed --low", "900"),
        ("get casualties.killed --high", "1100"),
        ("get casualties.killed --by nis", "600"),
        ("get casualties.killed --as-of 2025-01-31", "300"),
        ("--as-of 2025-01-31 get casualties.killed", "300"),
        ("--as-of 2025-12-31 get casualties.killed --as-of 2025-01", "300"),
        ("get casualties.wounded", "4000"),
        ("get deployment.soldiers", "10000-12000"),
        ("get deployment.shells", "several million"),
        ("get casualties.killed --by 'south korea'", "600"),
        ("get casualties.killed --by 국가정보원", "600"),
    ],
)
def test_get_prints_the_bare_figure_and_nothing_else(run, words, out):
    assert run(*shlex.split(words)) == (f"{out}\n", "", 0)


@pytest.mark.parametrize("words", ["get casualties.killed --as-of 2020-01-01", "get casualties.killed --by jcs"])
def test_a_figure_without_a_fact_prints_nothing_and_ends_with_one(run, words):
    found = run(*words.split())
    assert (found.out, found.code) == ("", 1)
    assert found.err.startswith("nkfacts: no fact on casualties.killed")
    assert run(*words.split(), "--ok-empty").code == 0


def test_near_figures_are_offered_by_name_and_never_put_in_the_place_of_the_one_asked_for(run):
    found = run("get", "casualties.killed", "--by", "jcs")
    assert "nkfacts get casualties.wounded --by jcs" in found.err
    assert "4000" not in found.out + found.err


def test_the_front_door_and_the_full_command_line_answer_alike(run):
    for figure in ("casualties.killed", "casualties.wounded", "deployment.soldiers", "deployment.shells"):
        for day in ([], ["--as-of", "2025-01-31"], ["--as-of=2025-05-01"], ["--as-of", "2024-01-01"]):
            quick = run("get", figure, *day)
            full = run("get", figure, *day, "--no-cache")
            assert quick == full
            assert run(*day, "get", figure, "--data", str(BASE)) == full


def test_a_warm_get_imports_neither_typer_nor_rich_nor_yaml(tmp_path):
    os.utime(BASE, ns=(1, 1))
    code = "import sys; sys.argv[1:] = ['get', 'casualties.killed']; from nkfacts.__main__ import main; main(); print(*sorted(sys.modules))"
    for _ in range(2):
        found = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env=environment(tmp_path, NKFACTS_DATA=str(BASE)),
        )  # fmt: skip
    figure, modules = found.stdout.splitlines()
    assert figure == "900-1100"
    assert {"typer", "rich", "yaml", "dataclasses", "inspect", "json", "re", "typing"}.isdisjoint(modules.split())


# Every command


@pytest.mark.parametrize("module", MODULES, ids=lambda command: command.module)
def test_every_command_has_help_with_two_examples_that_run(run, module):
    examples = import_module(f"nkfacts.commands.{module.module}").EXAMPLES
    assert len(examples) == 2
    for example in examples:
        words = shlex.split(example)[1:]
        found = run(*words, data=SHIPPED)
        assert found.code == 0, (example, found.err)
    name = next((word for word in shlex.split(examples[0])[1:] if not word.startswith("-")), None)
    shown = run(*([name] if name else []), "--help", data=SHIPPED)
    assert shown.code == 0
    assert all(example in shown.out for example in examples)


@pytest.mark.parametrize("name", ANSWERS)
def test_no_command_answers_from_a_faulty_file(run, tmp_path, name):
    copy = tmp_path / "copy.yaml"
    copy.write_text(BASE.read_text(encoding="utf-8").replace("by: nis\n", "by: nsi\n", 1), encoding="utf-8")
    found = run(*ANSWERS[name], data=copy)
    assert (found.out, found.code) == ("", 3)
    assert re.fullmatch(rf"{re.escape(str(copy))}:\d+:\d+: [^\n]*did you mean 'nis'[^\n]*\n", found.err)


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
        places = [line.split(": ")[0] for line in found.err.splitlines() if "without an amount" not in line]
        assert len(places) == 5
        assert all(re.fullmatch(rf"{re.escape(str(copy))}:\d+:\d+", place) for place in places)
        assert "Traceback" not in found.err


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        ("casualtes", "casualties"), ("lst", "list"), ("get casualties.kiled", "casualties.killed"),
        ("list --format jsno", "json"), ("list --columns reportd", "reported"), ("list --status denyed", "denied"),
        ("list --by nsi", "nis"), ("list --scope tota", "total"), ("casualtes --help", "casualties"),
        ("list --as-of 2025-02-30", "2025-02-28"), ("show killed-nis-3", "killed-nis-2"), ("list --fomat x", "--format"),
        ("sources --kind newz", "news"), ("list --source Publisher", "see: nkfacts sources"),
    ],
)  # fmt: skip
def test_wrong_usage_is_one_line_that_offers_the_nearest(run, words, offer):
    found = run(*words.split())
    assert (found.out, found.code) == ("", 2)
    assert len(found.err.splitlines()) == 1
    assert offer in found.err


@pytest.mark.parametrize("name", ["list", "timeline", "topic"])
def test_filters_narrow(run, name):
    whole = run(*ANSWERS[name], "-f", "jsonl").out.splitlines()
    for option, key, value in (
        ("--by", "by", "nis"), ("--status", "status", "estimated"), ("--figure", "figure", "casualties.wounded"),
        ("--scope", "scope", "part"), ("--since", None, "2025-05"), ("--until", None, "2024-10"),
    ):  # fmt: skip
        found = run(*ANSWERS[name], "-f", "jsonl", option, value)
        records = [json.loads(line) for line in found.out.splitlines()]
        assert len(records) < len(whole)
        if key:
            assert all(record[key] == value for record in records)
        else:
            days = [(r["when_first"] or r["reported"], r["when_last"] or r["reported"]) for r in records]
            assert all(last >= "2025-05-01" if option == "--since" else first <= "2024-10-31" for first, last in days)


def test_a_new_topic_is_a_command_without_code(run, tmp_path):
    copy = tmp_path / "copy.yaml"
    text = BASE.read_text(encoding="utf-8").replace(
        "topics:\n", "topics:\n  weather: {label: Weather, aliases: [sky]}\n", 1
    )
    text += (
        "  - {id: rain, topic: weather, title: Rain, statement: It rained., status: observed, when: 2024-10-18,\n"
        "     reported: 2024-10-18, by: nis, evidence: [{source: SOURCE, as_printed: rain}]}\n"
    ).replace("SOURCE", re.search(r"\{source: ([a-z0-9-]+)", text)[1])
    copy.write_text(text, encoding="utf-8")
    for name in ("weather", "sky"):
        found = run(name, data=copy)
        assert found.code == 0
        assert "It rained." in found.out
    assert "Weather" in run("--help", data=copy).out


# Formats


def shapes(text, form):
    """Return the records of an answer as the format holds them, or fail."""
    if form == "json":
        return json.loads(text)
    if form == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    if form == "yaml":
        return yaml.safe_load(text)
    if form in ("tsv", "csv"):
        rows = list(csv.reader(io.StringIO(text), delimiter="\t" if form == "tsv" else ",",
                               quoting=csv.QUOTE_NONE if form == "tsv" else csv.QUOTE_MINIMAL))  # fmt: skip
        assert len({len(row) for row in rows}) <= 1
        return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] if rows else []
    if form == "html":
        assert text.startswith("<!doctype html>")
        assert text.count("<tr>") == text.count("</tr>")
    if form == "markdown":
        assert len({re.sub(r"\\.", "", line).count("|") for line in text.splitlines()}) <= 1
    return text.splitlines()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ANSWERS)
def test_every_command_speaks_every_format(run, name, form):
    found = run(*ANSWERS[name], "--format", form)
    assert found.code == 0, found.err
    assert shapes(found.out, form)
    assert "\x1b" not in found.out


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["list", "timeline", "topic", "search", "overview"])
def test_an_empty_answer_has_the_form_of_the_format(run, name, form):
    nothing = ["search", "zzz"] if name == "search" else [*ANSWERS[name], "--as-of", "1999"]
    found = run(*nothing, "--format", form)
    assert found.code == 1
    expected = {"json": "[]\n", "jsonl": "", "yaml": "[]\n"}
    assert found.out == expected.get(form, found.out)
    assert found.out or form == "jsonl"
    assert run(*nothing, "--format", form, "--ok-empty").code == 0


@pytest.mark.parametrize("form", ["json", "jsonl", "yaml", "tsv", "csv"])
def test_columns_are_picked_and_ordered_in_every_format(run, form):
    found = shapes(run("list", "--columns", "amount,id", "-f", form).out, form)
    assert [list(record) for record in found] == [["amount", "id"]] * len(found)
    assert len(found) > 5


def test_the_header_can_be_left_out(run):
    whole = run("list").out.splitlines()
    assert run("list", "--no-header").out.splitlines() == whole[1:]


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


def test_text_is_never_a_formula_and_numbers_are_never_guarded(run, hostile):
    for form in ("tsv", "csv"):
        cells = [r["statement"] for r in shapes(run("list", "-f", form, data=hostile).out, form)]
        assert {"'=cmd|' /C calc'!A0", "'+1", "'-1+1", "'@SUM(A1)"} <= set(cells)
    values = [r["value"] for r in shapes(run("list", "-f", "csv", data=hostile).out, "csv")]
    assert all(value == "" or value[0].isdigit() for value in values)


def test_text_is_never_markup(run, terminal, hostile):
    shown = terminal("list", "--columns", "statement", columns=200, data=hostile).out
    assert "[red]x[/red] :smile: [link=javascript:1]y[/link]" in re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "\x1b]8" not in shown
    assert "<b>&amp;" not in run("list", "-f", "html", "--columns", "statement", data=hostile).out


@pytest.mark.parametrize("word", ["\x1b[31mred", "a\u202eb", "zero\u200bwidth", "\x9b31m"])
def test_what_is_typed_comes_back_without_its_control_characters(run, word):
    for arguments in (["get", word], ["show", word], [word], ["list", "--by", word], ["search", word]):
        found = run(*arguments)
        assert found.code in (1, 2)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202e]", found.out + found.err)


# Terminals and pipes


@pytest.mark.parametrize("name", ["list", "timeline", "topic", "figures", "entities", "sources", "topics"])
def test_a_terminal_and_a_pipe_show_the_same_records(run, terminal, name):
    piped = shapes(run(*ANSWERS[name]).out, "tsv")
    shown = terminal(*ANSWERS[name], columns=220, NO_COLOR="1").out
    assert [record["id"] for record in piped if record["id"] not in shown] == []
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


def test_facts_come_from_standard_input_too(run):
    assert run("list", "--data", "-", stdin=BASE.read_bytes()).out == run("list").out
    assert run("check", "-", stdin=b"format: 2\n").code == 3


def test_odd_words_on_the_command_line_are_wrong_usage_never_a_traceback(run):
    for arguments in (["x" * 100_000], ["get", b"\xff\xfe".decode("utf-8", "surrogateescape")], ["--"], ["get", "--", "-x"],
                      ["show", ""], ["search", ""], ["search", '"'], ["list", "--limit", "0"], ["get"], ["", "list"]):  # fmt: skip
        found = run(*arguments)
        assert found.code in (0, 1, 2), arguments
        assert "Traceback" not in found.err


# The small commands


def test_check_counts_what_is_there_and_warns_on_stderr(run):
    found = run("check")
    assert found.code == 0
    assert "no mistakes, 1 warning" in found.out
    assert found.err.count("\n") == 1
    assert ": warning: killed-post: the fact rests on unverified pages only" in found.err


def test_check_gives_its_findings_as_data(run, tmp_path):
    copy = tmp_path / "copy.yaml"
    copy.write_text(BASE.read_text(encoding="utf-8").replace("by: nis\n", "by: nsi\n", 1), encoding="utf-8")
    found = run("check", str(copy), "--format", "json")
    assert found.code == 3
    problems = json.loads(found.out)
    assert [p["mend"] for p in problems if p["severity"] == "error"] == ["did you mean 'nis'?"]


def test_the_schema_accepts_the_shipped_facts_and_refuses_a_slip(run):
    import jsonschema

    schema = json.loads(run("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)

    class Core(yaml.SafeLoader):
        """Words as YAML 1.2 reads them: numbers, true, false and null; days are words."""

    Core.yaml_implicit_resolvers = {
        first: [(tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":bool", ":merge"))]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
    validator = jsonschema.Draft202012Validator(schema)
    base = yaml.load(BASE.read_text(encoding="utf-8"), Core)  # noqa: S506 - a safe loader with fewer rules
    assert [error.message for error in validator.iter_errors(base)] == []
    base["facts"][0]["valeu"] = 1
    assert not validator.is_valid(base)


def test_the_cache_is_shown_and_cleared(run):
    assert run("cache").out == "index\tfacts\tbytes\n"
    run("list")
    (line,) = run("cache", "--no-header").out.splitlines()
    assert line.split("\t")[1] == str(BASE)
    assert run("cache", "clear").code == 0
    assert run("cache").out == "index\tfacts\tbytes\n"


def test_the_version_names_program_format_and_day_of_the_facts(run):
    assert re.fullmatch(r"nkfacts \d+\.\d+\.\d+, file format 1, facts of 2026-03-31\n", run("--version").out)
