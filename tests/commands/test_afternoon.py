"""An analyst's afternoon, as docs/commands.md tells it: what one command prints is what the next one takes.

pandas and DuckDB are not among the development dependencies: they are heavy, and nothing of ours imports them. Where they are
installed, the code of the page is run with them; elsewhere the standard library reads the same tables.
"""

import csv
import json
import re
from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

import bibtexparser
import pytest

from tests.support.commandline import ids, run_here
from tests.support.files import ROOT

QUESTION = ["how many north korean soldiers were killed"]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def nkfacts(tmp_path):
    """Return a function that runs the command on the shipped facts, its streams in pipes."""
    return partial(run_here, tmp_path, data="")


@pytest.fixture
def answer(nkfacts):
    """Return the fact that answers the question."""
    found = nkfacts("ask", *QUESTION, "-f", "json")
    assert (found.err, found.code) == ("", 0)
    return found.json()["facts"][0]


@pytest.fixture
def headline(nkfacts):
    """Return what ``nkfacts get`` has to say of a figure, and of one claimant of it."""
    return lambda figure, *words: nkfacts("get", figure, *words, "-f", "json").json()


def shown_code(library):
    """Return the one block of Python on the page that imports a library."""
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    (code,) = re.findall(rf"^```python\n(import {library}\n.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return code


def test_the_answer_is_a_fact_that_can_be_traced_and_cited(nkfacts, answer):
    assert ids(nkfacts("ask", *QUESTION, "-c", "id"))[0] == answer["id"]
    origins = {row["role"] for row in nkfacts("trace", answer["id"]).rows() if row["role"].startswith("origin")}
    assert len(origins) == answer["support"]["origins"]
    (entry,) = bibtexparser.parse_string(nkfacts("cite", answer["id"], "--style", "bibtex").out).entries
    assert entry.key == answer["id"]
    quote = nkfacts("cite", "-", "--quote", stdin=f"{answer['id']}\n".encode()).out
    assert answer["claimant"] in quote
    assert entry["url"] in quote


def test_the_comparison_marks_the_answer_and_the_chart_draws_it(nkfacts, answer, tmp_path):
    compared = {row["id"]: row for row in nkfacts("compare", answer["figure"]).rows()}
    assert [key for key, row in compared.items() if row["is_headline"] == "true"] == [answer["id"]]
    picture = tmp_path / "killed.svg"
    assert nkfacts("chart", answer["figure"], "-o", picture).code == 0
    root = ET.parse(picture).getroot()  # noqa: S314 - our own file
    assert root.tag == f"{SVG}svg"
    assert answer["label"] in root.findtext(f"{SVG}title")
    described = root.findtext(f"{SVG}desc")
    assert all(f"{row['amount']}; {row['claimant']}" in described for row in compared.values())


def test_a_paragraph_of_what_was_compared_is_verified(nkfacts, answer, tmp_path):
    said = nkfacts("compare", answer["figure"]).rows()
    latest = {row["by"]: row for row in said if row["compared"] == "latest"}
    day = {by: date.fromisoformat(row["reported"]) for by, row in latest.items()}
    sentences = {
        by: f"In {day[by]:%B %Y} {row['claimant']} said that {row['amount']} North Korean soldiers had been killed."
        for by, row in latest.items()
        if by in {answer["by"], "zelensky"}
    }
    draft = tmp_path / "draft.txt"
    draft.write_text(" ".join(sentences.values()), "utf-8")
    verified = nkfacts("verify", draft)
    assert verified.code == 0, verified.out
    assert ids(verified) == [latest[by]["id"] for by in sentences]
    earlier = next(row for row in said if row["compared"] == "earlier" and row["by"] == answer["by"])
    draft.write_text(f"{earlier['amount']} North Koreans have been killed, the {earlier['claimant']} says.", "utf-8")
    outdated = nkfacts("verify", draft)
    assert outdated.code == 1
    (row,) = outdated.rows()
    assert (row["verdict"], row["id"], row["later_amount"]) == ("outdated", earlier["id"], answer["amount"])


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Return a folder with the tables that the page exports, which nobody changes."""
    folder = tmp_path_factory.mktemp("work")
    assert run_here(folder, "export", "csv", "-o", folder / "facts", data="").code == 0
    (folder / "facts.json").write_text(run_here(folder, "list", "-f", "json", data="").out, "utf-8")
    return folder


@pytest.fixture
def tables(exported, monkeypatch):
    """Go to the folder with the tables."""
    monkeypatch.chdir(exported)
    return exported


def test_the_tables_have_the_answer(answer, tables):
    with (tables / "facts" / "claims.csv").open(encoding="utf-8", newline="") as file:
        claims = {row["id"]: row for row in csv.DictReader(file)}
    listed = {row["id"]: row for row in json.loads((tables / "facts.json").read_text("utf-8"))}
    assert int(claims[answer["id"]]["value"]) == listed[answer["id"]]["value"] == answer["value"]
    assert claims[answer["id"]]["reported"] == listed[answer["id"]]["reported"] == answer["reported"]
    assert claims.keys() == listed.keys()


@pytest.mark.usefixtures("tables")
def test_pandas_reads_the_table(nkfacts, headline):
    pytest.importorskip("pandas")
    names = {}
    exec(shown_code("pandas"), names)  # noqa: S102 - our own page
    nis = headline("casualties.killed", "--by", "nis")
    assert (names["nis"].index[-1].date().isoformat(), names["nis"].iloc[-1]) == (nis["reported"], nis["value"])
    compared = nkfacts("compare", "casualties.killed").rows()
    series = {day.date().isoformat(): value for day, value in names["nis"].items()}
    assert series == {row["reported"]: int(row["value"]) for row in compared if row["by"] == "nis"}
    heads = names["pandas"].read_csv("facts/headlines.csv", index_col="figure")
    assert heads.loc["casualties.killed", "value"] == headline("casualties.killed")["value"]


@pytest.mark.usefixtures("tables")
def test_duckdb_reads_the_table(headline):
    duckdb = pytest.importorskip("duckdb")
    names = {}
    exec(shown_code("duckdb"), names)  # noqa: S102 - our own page
    claimant, reported, value = names["most"]
    zelensky = headline("casualties.killed", "--by", "zelensky")
    assert (claimant, reported.isoformat(), value) == tuple(zelensky[key] for key in ("claimant", "reported", "value"))
    (head,) = duckdb.sql("select value from 'facts/headlines.csv' where figure = 'casualties.killed'").fetchall()
    assert head == (headline("casualties.killed")["value"],)
