"""The words that a page printed stand in one pair of marks wherever they are quoted, and in data as they are."""

import pytest

PRINTED = "said “roughly” 600"
SHOWN = "said ‘roughly’ 600"


@pytest.fixture
def quoting(edited):
    """Return a fact file whose newest total of the NIS is printed with marks inside."""
    return edited(("as_printed: roughly 600", f"as_printed: {PRINTED}"))


def test_a_screen_quotes_in_one_pair_of_marks(terminal, quoting):
    shown = terminal("show", "killed-nis-2", data=quoting, NO_COLOR="1").out
    assert f"“{SHOWN}”  " in shown
    assert PRINTED not in shown
    asked = terminal("ask", "Did Ukraine deny that Kursk had been retaken?", data="", NO_COLOR="1").out
    assert "\n“do not correspond to reality”  POLITICO" in asked


def test_a_reference_has_its_title_in_one_pair_of_marks(run, edited):
    data = edited(("title: Spy agency doubles its count", "title: Spy agency “doubles” its count"))
    assert ": “Spy agency ‘doubles’ its count”, " in run("cite", "killed-nis-2", "--data", data).out


def test_a_page_of_the_browser_brings_the_outer_marks(run, quoting, tmp_path):
    page = tmp_path / "report.html"
    assert run("report", "-o", page, "--data", quoting).code == 0
    assert f"<q>{SHOWN}</q>" in page.read_text("utf-8")


def test_data_has_what_the_page_printed(run, quoting):
    fact = run("show", "killed-nis-2", "--format", "json", "--data", quoting).json()
    assert fact["evidence"][0]["as_printed"] == PRINTED
    assert PRINTED in run("export", "json", "--data", quoting).out
    assert f"|quote={PRINTED}" in run("cite", "killed-nis-2", "--style", "wikitext", "--data", quoting).out


def test_no_words_of_the_shipped_facts_bring_marks_around_them(shipped_base):
    printed = [piece.as_printed for fact in shipped_base.facts() for piece in fact.evidence if piece.as_printed]
    assert len(printed) > 900
    assert [words for words in printed if words[0] in "“«„" and words[-1] in "”»“"] == []
