"""``nkfacts export``: the base in files for other programs; nothing is written over, nothing is written by halves."""

import csv
import io
import json
import sqlite3
import stat
import tempfile

import pytest

from tests.support.commandline import one_line
from tests.support.files import BASE

FORMS = ["json", "yaml", "events", "sqlite", "csv", "xlsx"]
TEXTS = ["json", "yaml", "events"]


def content(path):
    return {each.name: each.read_bytes() for each in path.iterdir()} if path.is_dir() else path.read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_written_once_the_same_each_time_and_replaced_only_with_force(run, tmp_path, form):
    path = tmp_path / "out"
    assert run("export", form, "-o", path) == ("", "", 0)
    written = content(path)
    refused = run("export", form, "-o", path)
    assert (refused.out, refused.code) == ("", 4)
    assert one_line(refused.err)
    assert "--force" in refused.err
    assert run("export", form, "-o", path, "--force", "--as-of", "2025-01-31").code == 0
    assert content(path) != written or form == "events"  # which the base of the tests has none of
    assert run("export", form, "-o", path, "--force").code == 0
    assert content(path) == written
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("form", TEXTS)
def test_a_text_goes_to_standard_output(run, tmp_path, form):
    run("export", form, "-o", tmp_path / "out")
    for words in ([], ["-o", "-"]):
        result = run("export", form, *words)
        assert (result.out.encode(), result.err, result.code) == ((tmp_path / "out").read_bytes(), "", 0)


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_what_was_exported_is_a_fact_file_that_answers_the_same(run, tmp_path, form):
    path = tmp_path / "facts"
    run("export", form, "-o", path)
    for words in (["list", "-f", "json"], ["figures", "-f", "json"], ["why", "casualties.killed"], ["sources"]):
        assert run(*words, "-d", path) == run(*words)
    assert run("check", path).code == 0
    piped = run("export", form).out
    assert run("get", "casualties.killed", "-d", "-", stdin=piped) == run("get", "casualties.killed")


def test_as_of_exports_what_had_been_said(run, tmp_path):
    run("export", "json", "-o", tmp_path / "then", "--as-of", "2025-01-31")
    then = run("list", "-d", tmp_path / "then", "--columns", "id")
    assert then.out == run("list", "--as-of", "2025-01-31", "--columns", "id").out


def test_the_report_of_what_was_written_comes_in_every_format(run, tmp_path):
    path = tmp_path / "facts.db"
    record = run("export", "sqlite", "-o", path, "-f", "json").json()
    assert record == {"path": str(path), "form": "sqlite", "facts": 16, "bytes": path.stat().st_size}
    assert sqlite3.connect(path).execute("SELECT count(*) FROM facts").fetchone() == (16,)
    path.unlink()
    assert run("export", "sqlite", "-o", path, "--columns", "facts").out == "16\n"


def test_what_is_written_is_told_of_as_a_chart_is(run, terminal, tmp_path):
    for number, words in enumerate((["export", "json"], ["chart", "casualties.killed"], ["report"])):
        path = tmp_path / f"{number}.html"
        assert run(*words, "-o", path)[::2] == ("", 0)
        path.unlink()
        shown = terminal(*words, "-o", str(path), columns=300).out
        assert shown.startswith(f"{path}: ")
        assert shown.endswith(" facts\n")
        assert shown.count("\n") == 1


def test_events_are_one_table_of_who_did_what_to_whom(run, shipped):
    result = run("export", "events", env=shipped)
    rows = list(csv.DictReader(io.StringIO(result.out)))
    assert {"who", "did", "whom", "plover", "place", "when_first", "claimant", "url"} <= rows[0].keys()
    assert any(row["who"] and row["whom"] and row["plover"] for row in rows)
    assert {row["negated"] for row in rows} == {"true", "false"}


def test_a_time_without_a_beginning_or_an_end_has_no_such_day(run, shipped):
    rows = list(csv.DictReader(io.StringIO(run("export", "events", env=shipped).out)))
    facts = {fact["id"]: fact for fact in run("list", "-f", "json", env=shipped).json()}
    open_ends = {"when_first": "../", "when_last": "/.."}
    for key, sign in open_ends.items():
        named = {row["fact"] for row in rows if not row[key]}
        assert named == {row["fact"] for row in rows if sign in (facts[row["fact"]]["when"] or "")} != set()
        assert {facts[name][key] for name in named} == {None}
    assert not [row for row in rows if row["when_first"][:4] == "0001" or row["when_last"][:4] == "9999"]


def test_a_package_takes_the_place_of_one_of_another_release_but_of_nothing_else(run, tmp_path):
    package = tmp_path / "package"
    run("export", "csv", "-o", package)
    (package / "gone.csv").write_text("x\n")
    assert run("export", "csv", "-o", package, "--force").code == 0
    assert not (package / "gone.csv").exists()
    assert json.loads((package / "datapackage.json").read_text("utf-8"))["name"] == "nkfacts"
    (package / "thesis.doc").write_text("years of work")
    result = run("export", "csv", "-o", package, "--force")
    assert (result.out, result.code) == ("", 4)
    assert "thesis.doc" in result.err
    assert (package / "thesis.doc").read_text() == "years of work"


def test_the_facts_that_are_read_are_not_written_over(run, file):
    before = file.read_bytes()
    for words in (["-d", file], ["-d", file.parent]):
        result = run("export", "yaml", "-o", file, "--force", *words)
        assert (result.out, result.code) == ("", 4)
        assert "is not written over" in result.err
    assert file.read_bytes() == before


def test_a_file_that_cannot_be_written_is_status_4(run, tmp_path):
    for path in (tmp_path / "none" / "out", tmp_path, BASE / "out", "/dev/full"):
        result = run("export", "json", "-o", path)
        assert (result.out, result.code) == ("", 4), path
        assert one_line(result.err)
        assert str(path) in result.err


def test_a_new_file_has_the_rights_that_the_person_s_mask_leaves(run, tmp_path):
    with tempfile.NamedTemporaryFile(dir=tmp_path):
        (tmp_path / "touched").touch()
    run("export", "json", "-o", tmp_path / "out")
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == stat.S_IMODE((tmp_path / "touched").stat().st_mode)


@pytest.mark.parametrize(
    ("words", "part_of_message"),
    [
        (["jsn"], "did you mean 'json'"),
        (["sqlite"], "nkfacts export sqlite -o"),
        (["xlsx", "-o", "-"], "no text for standard output"),
        (["json", "--format", "json"], "-o"),
        (["yaml", "--columns", "id"], "-o"),
        ([], "nkfacts export --help"),
    ],
)
def test_what_cannot_be_exported_is_refused(run, words, part_of_message):
    result = run("export", *words)
    assert (result.out, result.code) == ("", 2)
    assert one_line(result.err)
    assert part_of_message in result.err


def test_a_faulty_file_is_not_exported(run, faulty, tmp_path):
    result = run("export", "json", "-o", tmp_path / "out.json", "-d", faulty)
    assert (result.out, result.code) == ("", 3)
    assert not (tmp_path / "out.json").exists()
