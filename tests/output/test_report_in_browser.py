"""The report in a real browser: it opens, filters, follows links, fits a phone, prints; skipped where there is none."""

import pytest

from nkfacts.output.files import write_file
from nkfacts.output.pages.report_page import report_page
from tests.support.bases import base_of
from tests.support.browser import CHROMIUM, browsing
from tests.support.files import BASE

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

VISIBLE = (
    "[...document.querySelectorAll('article.fact')].filter((each) => each.checkVisibility()).map((each) => each.id)"
)
FOCUS = "document.activeElement.id || document.activeElement.className || document.activeElement.textContent"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """Return the report of the fact file of the tests as a file."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    with base_of(BASE.read_text("utf-8")) as base:
        write_file(str(path), report_page(base).html.encode())
    return path


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with browsing(tmp_path_factory.mktemp("profile")) as page:
        yield page


@pytest.fixture
def page(browser, report):
    """Return the report, just opened in a window of usual size; it must not have complained at the end."""
    browser.size(1200, 900)
    browser.requests.clear()
    browser.open(report)
    yield browser
    assert browser.complaints == []
    assert {address.partition("#")[0] for address in browser.requests} == {report.as_uri()}


def test_it_opens_with_every_fact_and_the_filter(page):
    assert len(page.do(VISIBLE)) == 16
    assert page.do("document.getElementById('Shown').textContent") == "16 facts"
    assert page.do("document.getElementById('Filter').checkVisibility()")


def choose(page, id_, value):
    page.do(f"{id_}.value = '{value}'; {id_}.dispatchEvent(new Event('input', {{bubbles: true}}))")


def test_it_filters_by_topic_claimant_and_words(page):
    choose(page, "Topic", "casualties")
    assert "first-ship" not in page.do(VISIBLE)
    # A body takes in who speaks for it.
    choose(page, "By", "south-korea")
    assert set(page.do(VISIBLE)) == {"killed-nis-1", "killed-nis-2", "killed-misprint", "wounded-nis", "wounded-jcs"}
    choose(page, "Words", "DEAD nis")
    assert set(page.do(VISIBLE)) == {"killed-nis-1", "killed-nis-2"}
    assert page.do("Shown.textContent") == "2 of 16 facts"
    # A month in which nothing is left has no heading.
    assert page.do("[...document.querySelectorAll('.span')].filter((each) => each.checkVisibility()).length") == 1
    page.do("document.querySelector('#Filter button').click()")
    assert len(page.do(VISIBLE)) == 16


def test_it_works_by_keyboard(page):
    page.press("Tab")
    assert page.do(FOCUS) == "skip"
    page.press("/")
    assert page.do(FOCUS) == "Words"
    page.type("retaken")
    assert page.do(VISIBLE) == ["sudzha-retaken"]
    page.press("Tab")
    assert page.do("document.activeElement.tagName") == "BUTTON"
    page.press("Escape")
    assert len(page.do(VISIBLE)) == 16
    assert page.do("Words.value") == ""


def test_a_link_to_a_fact_leads_there_whatever_the_filter_hides(page, report):
    choose(page, "Words", "sudzha")
    assert "first-ship" not in page.do(VISIBLE)
    page.do("location.hash = 'first-ship'; new Promise((done) => setTimeout(done, 100))")
    assert "first-ship" in page.do(VISIBLE)
    assert 0 <= page.do("document.getElementById('first-ship').getBoundingClientRect().top") < 900


def test_a_sign_of_a_chart_leads_to_its_fact(page):
    found = page.do("[...document.querySelectorAll('.wide svg a.point')].map((each) => each.getAttribute('href'))")
    assert "#killed-gur" in found
    assert page.do("document.querySelector('.wide').checkVisibility()")
    assert not page.do("document.querySelector('.narrow').checkVisibility()")


@pytest.mark.parametrize("width", [320, 390, 768, 1200])
def test_no_width_scrolls_sideways(page, width):
    page.size(width, 800)
    assert page.do("document.documentElement.scrollWidth") == width
    assert page.do("document.querySelector('.narrow').checkVisibility()") == (width < 640)


def test_dark_is_dark(page):
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.do(ground)
    page.size(1200, 900, dark=True)
    assert page.do(ground) != light


def test_it_prints_every_fact_without_the_filter(page):
    page.size(1200, 900, media="print")
    assert not page.do("document.getElementById('Filter').checkVisibility()")
    assert len(page.do(VISIBLE)) == 16
    page.size(1200, 900)
    assert page.printed()[:5] == b"%PDF-"


def test_without_scripts_everything_is_shown(page, report):
    page.without_script()
    page.open(report)
    page.do("0")
    # Evaluation from outside still runs.
    assert len(page.do(VISIBLE)) == 16
    assert not page.do("document.getElementById('Filter').checkVisibility()")
