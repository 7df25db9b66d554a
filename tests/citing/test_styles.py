"""References read back by the libraries of the fields they are for: nothing is lost, and nothing becomes markup."""

import html
import json

import bibtexparser
import mwparserfromhell
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given, settings

import nkfacts
from nkfacts.citing import bibtex, csl_json, ris, wikitext
from nkfacts.citing.reference import Reference, base_reference, references
from nkfacts.citing.styles import STYLES, cited
from nkfacts.errors import UsageProblem
from tests.support.files import BASE
from tests.support.texts import texts

ADDRESS = "https://example.org/a_b?c=1&d={e}|%20~#f"
# What pylatexenc takes for the plain sign beside it, whichever of them TeX was given.
LIKENED = str.maketrans({"ˆ": "^", "˜": "~"})


def words(text):
    """Return a text with single spaces, as TeX and MediaWiki show it."""
    return " ".join(text.split())


TEXTS = texts(60).map(words)
HOSTILE = (
    r"50% of {all} \x $5 #1 a_b ~ ^ --- '' `` !` ?` << ,, \\ \% \{",
    "}", "{", "@misc{a, b = {c}}", "[[File:x]] ''it'' {{a|b}} <ref> &amp; http://x.y ~~~~ __TOC__ news:abc =",
    "ER  - x", "TY  - NEWS", "북한군 600명 «Київ» “Сеул” ‘x’", "'", "''", "-", "…",
)  # fmt: skip


def reference(text):
    return Reference(
        "fact-1:page-2", text, publisher=text, site=text, published="2025-04-30", url=ADDRESS, language="uk",
        kind="news", printed=text, notes=(text,),
    )  # fmt: skip


def hostile(test):
    for text in HOSTILE:
        test = example(text)(test)
    return settings(max_examples=60, deadline=None)(given(TEXTS)(test))


VERBATIM = {"url", "date"}
"""The fields that biblatex takes as they stand."""


def bibtex_entries(text):
    raw, decoded = (
        bibtexparser.parse_string(text),
        bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()]),
    )
    assert not decoded.failed_blocks
    return [
        {"key": entry.key}
        | {field.key: field.value for field in entry.fields}
        | {field.key: field.value for field in plain.fields if field.key in VERBATIM}
        for entry, plain in zip(decoded.entries, raw.entries, strict=True)
    ]


@hostile
def test_bibtexparser_reads_every_text_back(text):
    (found,) = bibtex_entries(bibtex.render([reference(text)]))
    for field in ("title", "author", "organization", "note"):
        assert found[field].translate(LIKENED) == text.translate(LIKENED)
    assert found["key"] == "fact-1:page-2"
    assert (found["date"], found["language"]) == ("2025-04-30", "uk")


@hostile
def test_rispy_reads_every_text_back(text):
    (found,) = rispy.loads(ris.render([reference(text)]))
    assert (found["title"], found["publisher"], found["secondary_title"]) == (text, text, text)
    assert found["notes"] == [text]
    assert found.get("authors") == (None if "," in text else [f"{text},"])
    assert (found["urls"], found["year"], found["date"]) == ([ADDRESS], "2025", "2025/04/30/")


@hostile
def test_a_wikitext_parser_finds_one_template_and_plain_text_in_it(text):
    code = mwparserfromhell.parse(wikitext.render([reference(text)]))
    (template,) = code.filter_templates()
    assert template.name.strip() == "cite news"
    for name in ("title", "agency", "work", "quote"):
        value = template.get(name).value
        assert {type(node).__name__ for node in value.nodes} <= {"Text", "HTMLEntity"}
        assert html.unescape(str(value).strip()) == text
    template.get("url").value.filter_external_links()
    (note,) = [str(code).removeprefix(str(template)).strip()]
    assert html.unescape(note) == text


@hostile
def test_csl_json_holds_every_text(text):
    (found,) = json.loads(csl_json.render([reference(text)]))
    assert (found["title"], found["author"], found["container-title"]) == (text, [{"literal": text}], text)
    assert found["issued"] == {"date-parts": [[2025, 4, 30]]}


def test_an_address_ends_where_it_ends():
    (found,) = bibtex_entries(bibtex.render([reference("x")]))
    assert found["url"] == "https://example.org/a_b?c=1&d=%7Be%7D|%20~#f"
    (template,) = mwparserfromhell.parse(wikitext.render([reference("x")])).filter_templates()
    assert str(template.get("url").value).strip() == "https://example.org/a_b?c=1&d=%7Be%7D%7C%20~#f"


@pytest.mark.parametrize(
    ("published", "in_csl", "in_ris", "in_wikitext"),
    [
        (None, None, (None, None), None),
        ("2025", {"date-parts": [[2025]]}, ("2025", None), "2025"),
        ("2025-04", {"date-parts": [[2025, 4]]}, ("2025", "2025/04//"), "Apr 2025"),
        ("2025-04-05", {"date-parts": [[2025, 4, 5]]}, ("2025", "2025/04/05/"), "2025-04-05"),
        ("2025~", {"date-parts": [[2025]], "circa": True}, ("2025", None), "c. 2025"),
        ("2025-04~", {"date-parts": [[2025, 4]], "circa": True}, ("2025", "2025/04//"), None),
        ("2025-21", {"literal": "spring 2025"}, ("2025", None), None),
        ("2024-12/2025-01", {"literal": "Dec 2024 to Jan 2025"}, (None, None), None),
    ],
)
def test_a_day_is_told_as_far_as_it_is_known(published, in_csl, in_ris, in_wikitext):
    cited_page = reference("x")._replace(published=published)
    assert csl_json.item(cited_page).get("issued") == in_csl
    (record,) = rispy.loads(ris.render([cited_page]))
    assert (record.get("year"), record.get("date")) == in_ris
    (template,) = mwparserfromhell.parse(wikitext.render([cited_page])).filter_templates()
    assert (str(template.get("date").value).strip() if template.has("date") else None) == in_wikitext
    (entry,) = bibtex_entries(bibtex.render([cited_page]))
    assert entry.get("date") == published


def test_a_kept_copy_has_the_day_that_its_address_tells():
    kept = reference("x")._replace(archived="https://web.archive.org/web/20250501120000/https://example.org/a")
    (template,) = mwparserfromhell.parse(wikitext.render([kept])).filter_templates()
    assert str(template.get("archive-date").value).strip() == "2025-05-01"
    (template,) = mwparserfromhell.parse(
        wikitext.render([kept._replace(archived="https://archive.ph/AbC")])
    ).filter_templates()
    assert not template.has("archive-url")


@pytest.fixture
def cited_facts(shipped_base):
    """Return the reference of every shipped fact, and that of the base."""
    every = [reference for fact in shipped_base.facts() for reference in references(shipped_base, fact.id)]
    return [*every, base_reference(shipped_base)]


def test_shipped_facts_are_read_back_by_all(cited_facts):
    assert len({each.key for each in cited_facts}) == len(cited_facts) > 1000
    assert cited(cited_facts).count("\n") == len(cited_facts)
    chosen = [*cited_facts[::23], cited_facts[-1]]
    entries = bibtex_entries(bibtex.render(chosen))
    records = rispy.loads(ris.render(chosen))
    items = json.loads(csl_json.render(chosen))
    templates = mwparserfromhell.parse(wikitext.render(chosen)).filter_templates()
    keys, titles = [each.key for each in chosen], [each.title for each in chosen]
    assert (
        keys == [each["key"] for each in entries] == [each["id"] for each in records] == [each["id"] for each in items]
    )
    assert [each["title"] for each in entries] == titles == [each["title"] for each in items]
    assert [each["title"] for each in records] == titles
    assert [html.unescape(str(each.get("title").value).strip()) for each in templates] == titles
    assert [each.get("url") for each in entries] == [each.url for each in chosen]


def test_a_citation_processor_prints_publisher_title_site_day_and_address(cited_facts):
    chosen = [each for each in cited_facts if each.site and each.published and each.url and each.language == "ko"][:10]
    assert chosen
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(json.loads(csl_json.render(chosen))), formatter.plain)
    for each in chosen:
        bibliography.register(Citation([CitationItem(each.key)]))
    for each, line in zip(chosen, map(str, bibliography.bibliography()), strict=True):
        assert line.startswith(f"{each.publisher} ({each.published[:4]})")
        assert each.title in line
        assert each.site in line
        assert each.url in line


@pytest.fixture
def base():
    found = nkfacts.load(str(BASE))
    yield found
    found.close()


def test_only_what_the_file_knows_is_cited(base):
    (own,) = references(base, "killed-nis-2")
    assert own == Reference(
        "killed-nis-2", "Spy agency doubles its count", "Yonda", published="2025-04-30", url="https://yonda.example.kr/2",
        archived="https://archive.example.org/yonda/2", language="en", kind="agency", printed=own.printed,
        notes=("claim of National Intelligence Service, 30 Apr 2025, passed on by Oh Min-su", "kept copy: https://archive.example.org/yonda/2",
               "nkfacts killed-nis-2, facts of 31 Mar 2026"),
    )  # fmt: skip
    assert csl_json.item(own).keys() == {"id", "type", "title", "author", "issued", "language", "URL", "note"}


def test_the_publisher_answers_for_a_page_not_the_claimant_nor_the_site_that_reprints_it(base):
    pages = {each.key.partition(":")[2]: each for each in references(base, "killed-nis-2", every=True)}
    reprint, citing = pages["portal-2025-04-30-yonda"], pages["evening-post-2025-04-30-dead"]
    assert (reprint.publisher, reprint.site) == ("Yonda", "Portal")
    assert (citing.publisher, citing.site) == ("Evening Post", None)
    assert "the page cites Yonda" in citing.notes
    for each in pages.values():
        assert csl_json.item(each)["author"] == [{"literal": each.publisher}]
    (template,) = mwparserfromhell.parse(wikitext.render([reprint])).filter_templates()
    assert [str(template.get(name).value).strip() for name in ("agency", "work")] == ["Yonda", "Portal"]


def test_relays_are_notes_and_an_unverified_page_is_called_so(base):
    assert "passed on by Oh Min-su" in references(base, "killed-nis-1")[0].note
    assert "unverified page" in references(base, "killed-post")[0].notes


def test_a_title_of_ours_stands_in_brackets(edited):
    base = nkfacts.load(str(edited(("    title: Spy agency doubles its count\n", ""))))
    (own,) = references(base, "killed-nis-2")
    assert own.title == "[Soldiers killed: about 600]"
    (own,) = references(base, "yonda-2025-04-30-dead")
    assert own.title == "[title not recorded]"
    assert cited([own]).startswith("Yonda: [title not recorded], 30 Apr 2025, https://")
    base.close()


def test_the_base_is_cited_with_its_day_and_that_of_the_question(base):
    assert base_reference(base).version == base.header["updated"]
    assert "as known on 31 Jan 2025" in base_reference(base.on("2025-01")).note


def test_a_style_that_is_none_is_refused_with_the_nearest(base):
    with pytest.raises(UsageProblem) as refused:
        cited([base_reference(base)], "bibtx")
    assert "bibtex" in refused.value.mend
    assert set(STYLES) == {"text", "wikitext", "bibtex", "ris", "csl-json"}
