"""``nkfacts sql``: a SELECT over the views and tables of an export, in every format."""

import json

import pytest

from nkfacts.exporting.tables import TABLES
from nkfacts.exporting.views import VIEWS
from tests.support.commandline import one_line


def test_a_query_is_answered_in_every_format(run):
    query = (
        "SELECT figure, count(*) AS n, max(value) AS most FROM claims WHERE figure IS NOT NULL GROUP BY 1 ORDER BY 1"
    )
    rows = run("sql", query).rows()
    assert rows[0] == {"figure": "casualties.killed", "n": "7", "most": "6000"}
    assert run("sql", query, "-f", "json").json()[0] == {"figure": "casualties.killed", "n": 7, "most": 6000}
    assert run("sql", query, "-f", "csv").out.splitlines()[0] == "figure,n,most"
    assert run("sql", query, "-f", "markdown").out.startswith("| figure | n | most |\n| --- | --: | --: |\n")
    assert "<td class=number>7</td>" in run("sql", query, "-f", "html").out
    assert run("sql", query, "--columns", "n", "--no-header").out.splitlines()[0] == "7"


def test_the_numbers_are_those_of_the_commands(run):
    query = "SELECT low || '-' || high FROM headlines WHERE figure = 'casualties.killed'"
    assert run("sql", query, "--no-header").out == run("get", "casualties.killed").out == "900-1100\n"
    then = ["--as-of", "2025-01-31"]
    query = "SELECT value FROM headlines WHERE figure = 'casualties.killed'"
    assert run("sql", query, "--no-header", *then).out == run("get", "casualties.killed", *then).out == "300\n"


def test_a_query_comes_from_standard_input_too(run):
    assert run("sql", "-", stdin="SELECT count(*) AS n\n  FROM facts -- all of them\n;\n").rows() == [{"n": "16"}]


def test_nothing_found_is_status_1_with_the_header(run):
    result = run("sql", "SELECT id FROM facts WHERE value < 0")
    assert (result.out, result.code) == ("id\n", 1)
    assert one_line(result.err)
    assert run("sql", "SELECT id FROM facts WHERE value < 0", "--ok-empty").code == 0
    assert run("sql", "SELECT id FROM facts WHERE value < 0", "-f", "json").out == "[]\n"


def test_without_a_query_come_the_views_and_tables_and_with_a_name_its_columns(run, terminal):
    rows = run("sql").rows()
    assert list(dict.fromkeys(row["table"] for row in rows)) == [each.name for each in (*VIEWS, *TABLES)]
    assert {row["column"] for row in run("sql", "claims").rows()} == {column.name for column in VIEWS[0].columns}
    shown = terminal("sql", columns=60)
    assert shown.code == 0
    for each in (*VIEWS, *TABLES):
        assert f"\n{each.name}  " in shown.out.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert all(len(line) <= 60 for line in terminal("sql", columns=60, NO_COLOR="1").out.splitlines())
    assert "the day on which it was said" in terminal("sql", "claims", columns=80).out


def test_a_number_is_shown_as_it_was_answered(terminal):
    shown = terminal("sql", "SELECT 2024 AS year, 1234567.5 AS much, 0 AS none", NO_COLOR="1").out
    assert shown.splitlines()[-1].split() == ["2024", "1234567.5", "0"]


def test_an_address_is_a_link_and_is_never_broken(run, terminal):
    query = "SELECT url, statement FROM claims WHERE id = 'killed-nis-2'"
    url = run("sql", query).rows()[0]["url"]
    assert f'<a href="{url}"' in run("sql", query, "-f", "html").out
    assert f"(<{url}>)" in run("sql", query, "-f", "markdown").out
    assert url in terminal("sql", query, columns=30, NO_COLOR="1").out
    assert "javascript:" not in run("sql", "SELECT 'x' AS url, 'javascript:x' AS a", "-f", "html").out.replace(
        ">javascript:x<", ""
    )


def test_what_a_query_makes_of_text_is_as_safe_as_any_other(run, terminal):
    query = (
        "SELECT '=1+1' AS formula, char(27) || '[31m' AS colour, 'a' || char(9) || char(10) AS tab, '<b>|' AS \"<i>|\""
    )
    assert "'=1+1\t<U+001B>[31m\ta<U+0009><U+000A>\t<b>|" in run("sql", query).out
    assert "\x1b[31m" not in terminal("sql", query).out
    assert "&lt;b&gt;" in run("sql", query, "-f", "html").out
    lines = run("sql", query, "-f", "markdown").out.splitlines()
    assert lines[0] == "| formula | colour | tab | \\<i\\>\\| |"
    assert json.loads(run("sql", query, "-f", "jsonl").out)["colour"] == "\x1b[31m"


@pytest.mark.parametrize(
    ("query", "part_of_message"),
    [
        ("SELECT reportd FROM facts", "did you mean 'reported'"),
        ("SELECT * FROM fact", "did you mean 'facts'"),
        ("DROP TABLE facts", "more than read"),
        ("SELECT 1; SELECT 2", "more than one statement"),
        ("SELECT FROM", "nkfacts sql lists"),
    ],
)
def test_a_query_that_is_wrong_is_refused_in_one_line_with_the_mend(run, query, part_of_message):
    result = run("sql", query)
    assert (result.out, result.code) == ("", 2)
    assert one_line(result.err)
    assert part_of_message in result.err


def test_a_query_that_takes_too_long_is_stopped(run):
    query = "WITH RECURSIVE t (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT count(*) FROM t"
    result = run("sql", query, "--seconds", "0.1")
    assert (result.out, result.code) == ("", 2)
    assert "took longer than 0.1 s" in result.err


@pytest.mark.parametrize(("words", "stdin"), [([""], ""), (["  "], ""), (["-"], ""), (["-"], "\n \n")])
def test_an_empty_query_is_wrong_usage_and_no_list_of_tables(run, words, stdin):
    result = run("sql", *words, stdin=stdin)
    assert (result.out, result.code) == ("", 2)
    assert result.err == "nkfacts: the query is empty (give a SELECT, or leave it out for the views and tables)\n"
    assert run("sql").code == 0
