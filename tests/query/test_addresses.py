"""The page to read a fact at: of those with an address the one that most readers can read."""

import pytest

from nkfacts.model.support import unreadability
from nkfacts.query.base import Base
from tests.support.bases import base_of, spliced

SOURCES = """sources:
  ours: {publisher: Ours, language: en, kind: news, url: "https://ours.example.org/", published: "2025-01-01"}
  theirs: {publisher: Theirs, language: ko, kind: official, url: "https://theirs.example.kr/", published: "2025-01-01"}
  blog: {publisher: Blog, language: en, kind: unverified, url: "https://blog.example.net/", published: "2025-01-01"}
  paper: {publisher: Paper, language: en, kind: news, published: "2025-01-01"}
"""
FACT = """facts:
  - id: one
    topic: {topic}
    title: One
    statement: It was so.
    when: "2025-01-01"
    reported: "2025-01-01"
    status: reported
    by: {by}
    evidence: [{evidence}]
"""


@pytest.fixture(scope="module")
def names():
    with base_of(spliced("")) as base:
        return {"topic": next(base.names("topics")), "by": next(base.names("entities"))}


@pytest.mark.parametrize(
    ("sources", "url", "language"),
    [
        ("theirs ours", "https://ours.example.org/", "en"),
        ("theirs blog", "https://blog.example.net/", "en"),
        ("blog ours", "https://ours.example.org/", "en"),
        ("paper theirs", "https://theirs.example.kr/", "ko"),
        ("paper", None, None),
    ],
)
def test_english_comes_before_others_and_a_known_publisher_before_an_unknown_one(names, sources, url, language):
    evidence = ", ".join(f"{{source: {source}, as_printed: so}}" for source in sources.split())
    with base_of(spliced(SOURCES + FACT.format(evidence=evidence, **names))) as base:
        assert base.address(base.fact("one")) == (url, language)


def test_every_shipped_fact_has_the_first_of_its_pages(shipped_base):
    for fact in shipped_base.facts():
        found = [shipped_base.source(piece.source) for piece in fact.evidence]
        pages = [page for page in found if page.url]
        page = min(pages, key=lambda page: unreadability(page.language, page.kind), default=None)
        assert shipped_base.address(fact) == ((page.url, page.language) if page else (None, None))


def test_the_page_of_a_fact_is_that_of_every_day(connection):
    base = Base(connection)
    facts = base.facts()
    earlier = base.on(min(fact.reported for fact in facts))
    earlier.read_ahead(facts)
    on_the_first_day = [earlier.address(fact) for fact in facts]
    assert on_the_first_day == [base.address(fact) for fact in facts] == [Base(connection).address(f) for f in facts]
    assert any(url for url, _ in on_the_first_day)
