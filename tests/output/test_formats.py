"""The formats against each other: the same records in all of them, and each in its own form."""

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkfacts.output.formats import FORMATS
from nkfacts.output.formats.cells import guarded, guarded_rows, plain, readable
from nkfacts.output.formats.escapes import json_text
from nkfacts.output.report import Column, Layout, Report
from tests.support.bases import fact, spliced
from tests.support.calls import CALLS, LISTS
from tests.support.files import read_yaml

NOTHING = {
    "list": ["list", "--tag", "none"],
    "timeline": ["timeline", "--tag", "none"],
    "casualties": ["casualties", "--tag", "none"],
    "search": ["search", "xylophone"],
    "overview": ["--as-of", "2020"],
}


class Page(HTMLParser):
    """The cells of an HTML page, row by row; every tag must be closed in its turn."""

    def __init__(self, text):
        super().__init__()
        self.open, self.rows, self.tags = [], [], set()
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag != "meta":
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


def cells(text, form):
    """Return the rows of cells of a report in a format that has them, the header first."""
    if form == "html":
        return Page(text).rows
    if form == "csv":
        return list(csv.reader(text.splitlines()))
    if form == "tsv":
        return [line.split("\t") for line in text.splitlines()]
    rows = []
    for line in text.splitlines():
        row = re.split(r"(?<!\\) \| ", line.removeprefix("| ").removesuffix(" |"))
        row = [re.sub(r"^\[(.*)\]\(<[^<>]*>\)$", r"\1", cell) for cell in row]
        rows.append([re.sub(r"\\(.)", r"\1", cell) for cell in row])
    return [*rows[:1], *rows[2:]]


def records(text, form):
    """Return the records of a report in a structured format."""
    if form == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    found = json.loads(text) if form == "json" else read_yaml(text)
    return found if isinstance(found, list) else [found]


@pytest.mark.parametrize("name", CALLS)
def test_json_json_lines_and_yaml_hold_the_same(run, name):
    as_json, as_lines, as_yaml = (run(*CALLS[name], "--format", form) for form in ("json", "jsonl", "yaml"))
    assert records(as_json.out, "json") == records(as_lines.out, "jsonl") == records(as_yaml.out, "yaml")
    assert as_json.code == as_lines.code == as_yaml.code == 0


@pytest.mark.parametrize(
    "statement", ['"Yes", he said', '"', '""', '=1+1"', 'six "inches"', "'tis", '"Open', "\u201cno\u201d"]
)
def test_tsv_with_quotes_is_the_same_to_readers_that_know_quotes_and_that_do_not(run, tmp_path, statement):
    path = tmp_path / "quoted.yaml"
    facts = fact("a", statement=json.dumps(statement)) + fact("b", value=700, reported="2025-01-03")
    path.write_text(spliced("facts:\n" + facts), "utf-8")
    out = run("list", "--data", path).out
    rows = [line.split("\t") for line in out.removesuffix("\n").split("\n")]
    assert list(csv.reader(io.StringIO(out), csv.excel_tab)) == rows
    assert len(rows) == 3
    assert [row for row in rows if statement in row or f"'{statement}" in row]


@pytest.mark.parametrize("name", CALLS)
def test_tsv_and_csv_hold_the_same_and_every_line_as_many_cells_as_the_header(run, name):
    tsv, comma = (cells(run(*CALLS[name], "--format", form).out, form) for form in ("tsv", "csv"))
    # In tab-separated values a quote at the beginning of a cell is guarded as a formula is.
    assert tsv == [[f"'{cell}" if cell.startswith('"') else cell for cell in row] for row in comma]
    assert {len(row) for row in tsv} == {len(tsv[0])}


@pytest.mark.parametrize("name", CALLS)
def test_markdown_and_html_hold_the_same_cells(run, name):
    markdown, page = (cells(run(*CALLS[name], "--format", form).out, form) for form in ("markdown", "html"))
    assert markdown == page
    assert {len(row) for row in page} == {len(page[0])}


@pytest.mark.parametrize("name", LISTS)
def test_every_format_shows_the_same_records_in_the_same_order(run, name):
    key = "figure" if name in ("overview", "conflicts") else "id"
    words = [*CALLS[name], "--columns", key, "--format"]
    expected = [record[key] for record in records(run(*words, "json").out, "json")]
    assert expected
    for form in ("tsv", "csv", "markdown", "html"):
        assert [row[0] for row in cells(run(*words, form).out, form)][1:] == expected, form
    assert run(*words, "table", "--no-header", env={"COLUMNS": "200"}).out.split() == expected
    whole = run(*CALLS[name], "--format", "json").json()
    assert [record[key] for record in (whole["facts"] if name == "why" else whole)] == expected


@pytest.mark.parametrize("form", FORMATS)
def test_columns_are_picked_and_ordered(run, form):
    chosen = ["claimant", "amount", "id"]
    result = run("list", "--by", "gur", "--scope", "total", "-c", ",".join(chosen), "-f", form, env={"COLUMNS": "200"})
    if form in ("json", "jsonl", "yaml"):
        assert [list(record) for record in records(result.out, form)] == [chosen] * 4
    elif form == "table":
        assert result.out.splitlines()[1].split() == chosen
    else:
        header, *rows = cells(result.out, form)
        assert [word.lower() for word in header] == chosen
        assert [row[2] for row in rows] == ["wounded-gur", "killed-gur", "shells-gur", "soldiers-gur"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_header_can_be_left_out(run, form):
    whole, bare = (run("topics", "-f", form, *more).out for more in ([], ["--no-header"]))
    if form in ("json", "jsonl", "yaml"):
        assert bare == whole
    elif form == "table":
        assert whole.splitlines()[2:] == bare.splitlines()
    elif form == "html":
        assert Page(bare).rows == Page(whole).rows[1:]
    else:
        assert whole.endswith(bare)
        assert len(bare.splitlines()) == 2


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", NOTHING)
def test_nothing_found_has_the_form_of_the_format(run, name, form):
    result = run(*NOTHING[name], "--format", form)
    assert result.code == 1
    assert result.err.count("\n") == 1
    if form in ("json", "yaml"):
        assert result.out == "[]\n"
    elif form == "jsonl":
        assert result.out == ""
    elif form == "table":
        assert 1 <= len(result.out.splitlines()) <= 3
    else:
        assert len(cells(result.out, form)) == 1
    assert run(*NOTHING[name], "--format", form, "--ok-empty")[::2] == (result.out, 0)


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "−"])
def test_text_that_begins_like_a_formula_is_guarded_and_no_number_is(run, edited, first):
    path = edited(
        ("statement: The NIS counted about 300 dead.", f"statement: '{first}SUM(1)'"),
        ("Several million shells have arrived.", f'"{first}"'),
        ("aliases: [injured]", f"aliases: ['{first}x', injured]"),
    )
    for form in ("tsv", "csv"):
        found = cells(run("list", "--data", path, "--format", form).out, form)
        texts = {cell for row in found for cell in row}
        assert {f"'{first}SUM(1)", f"'{first}"} <= texts
        assert not [text for text in texts if text.startswith(first)]
    assert f"'{first}x; injured" in run("figures", "--data", path).out
    assert f'"{first}SUM(1)"' in run("list", "--data", path, "--format", "json").out
    assert (guarded(-5), guarded(-0.5), guarded("-5")) == ("-5", "-0.5", "'-5")


_TEXTS = st.text('ab =+@"\t\n\u202e\u3164é−', max_size=3)
_CELLS = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | _TEXTS | st.lists(_TEXTS | st.none())


@given(
    st.lists(st.tuples(_TEXTS, st.lists(_TEXTS), _CELLS), max_size=9),
    st.sampled_from((1, 256, 300)),
)
def test_many_cells_are_guarded_as_each_of_them_is(rows, times):
    keys = ("text", "list", "any")
    records = [dict(zip(keys, row, strict=True)) for row in rows * (times if len(rows) == 1 else 1)]
    report = Report("", Layout([Column(key, key) for key in keys], "", " ".join(keys)), records)
    expected = [tuple(guarded(cell) for cell in record.values()) for record in records]
    assert list(guarded_rows(report)) == expected


@pytest.mark.parametrize("text", ["[red]x[/red]", "[/]", ":smile:", "[link=https://x.example]y[/link]", "<b>&amp;</b>"])
def test_markup_in_facts_is_data(run, edited, text):
    path = edited(("The NIS counted about 300 dead.", json.dumps(text)))
    words = ["list", "--data", path, "--tag", "first-count", "--figure", "casualties.killed", "-c", "statement", "-f"]
    for form in ("html", "markdown", "tsv"):
        assert cells(run(*words, form).out, form)[-1] == [text], form
    for env in ({}, {"FORCE_COLOR": "1"}):
        shown = run(*words, "table", "--no-header", env=env).out
        assert shown == f"{text}\n"


def test_html_and_markdown_lead_to_the_page_of_a_fact(run):
    words = ["list", "--figure", "casualties.killed", "--by", "nis", "--limit", "1", "--format"]
    url = run(*words, "json").json()[0]["url"]
    assert f'<a href="{url}" rel="noopener noreferrer">' in run(*words, "html").out
    assert f"](<{url}>)" in run(*words, "markdown").out


def test_html_asks_for_nothing_and_runs_nothing(run):
    page = Page(run("sources", "--format", "html").out)
    assert not page.tags & {"script", "img", "link", "iframe", "object"}


@pytest.mark.parametrize(
    ("cell", "bare", "shown"),
    [
        (None, "", ""), (True, "true", "yes"), (False, "false", "no"), (12000, "12000", "12,000"), (0.5, "0.5", "0.5"),
        (["a", "b"], "a; b", "a; b"), ([], "", ""), ("a\nb\x1b", "a<U+000A>b<U+001B>", "a<U+000A>b<U+001B>"),
        ({"id": "x", "n": 3, "none": None}, "id: x, n: 3", "id: x, n: 3"), (2_500_000, "2500000", "2.5 million"),
    ],
)  # fmt: skip
def test_cells_are_bare_for_scripts_and_readable_for_people(cell, bare, shown):
    assert (plain(cell), readable(cell)) == (bare, shown)


def test_json_numbers_are_numbers_and_absent_values_null(run):
    fact = run("list", "--figure", "casualties.killed", "--by", "gur", "--scope", "total", "-f", "json").json()[0]
    assert (fact["low"], fact["high"], fact["value"], fact["words"]) == (900, 1100, None, None)
    assert json.loads(run("list", "--limit", "1", "-f", "jsonl").out)["rank"] == "deprecated"


VALUES = [
    None,
    [],
    {},
    [[], {}, [None]],
    {"a": {"b": [1, 2.5, True, 'é\n"\\']}, "c": "\u202e\u2800"},
    "word",
    [{"a": []}],
]


@pytest.mark.parametrize("value", VALUES)
def test_json_is_laid_out_as_the_library_does(value):
    text = json_text(value)
    assert json.loads(text) == value
    assert text == json.dumps(value, ensure_ascii=False, indent=2).replace("\u202e", "\\u202e").replace(
        "\u2800", "\\u2800"
    )
