"""Dates in words: which days they are, and that each other text is what it is as a date."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkfacts.model import dates
from nkfacts.model.dates import DateProblem
from nkfacts.model.relative_days import asked_for


@pytest.fixture
def on_day(monkeypatch):
    """Return a function that sets the day of today."""
    return lambda day: monkeypatch.setattr("nkfacts.model.relative_days.today", lambda: day)


@pytest.mark.parametrize(
    ("today", "text", "first", "last", "words"),
    [
        ("2025-03-31", "today", "2025-03-31", "2025-03-31", "31 Mar 2025"),
        ("2025-03-01", "yesterday", "2025-02-28", "2025-02-28", "28 Feb 2025"),
        ("2025-03-31", "last week", "2025-03-24", "2025-03-30", "24 Mar 2025 to 30 Mar 2025"),
        ("2025-03-30", "last week", "2025-03-17", "2025-03-23", "17 Mar 2025 to 23 Mar 2025"),
        ("2025-03-31", "this week", "2025-03-31", "2025-04-06", "31 Mar 2025 to 6 Apr 2025"),
        ("2025-03-31", "last month", "2025-02-01", "2025-02-28", "Feb 2025"),
        ("2025-01-15", "Last  Month", "2024-12-01", "2024-12-31", "Dec 2024"),
        ("2025-01-15", "last-month", "2024-12-01", "2024-12-31", "Dec 2024"),
        ("2025-01-15", "last year", "2024-01-01", "2024-12-31", "2024"),
        ("2025-01-15", "this year", "2025-01-01", "2025-12-31", "2025"),
        ("2025-01-15", "1 day ago", "2025-01-14", "2025-01-14", "14 Jan 2025"),
        ("2025-01-15", "30-days-ago", "2024-12-16", "2024-12-16", "16 Dec 2024"),
        ("2025-01-15", "2 weeks ago", "2025-01-01", "2025-01-01", "1 Jan 2025"),
        ("2025-03-31", "1 month ago", "2025-02-28", "2025-02-28", "28 Feb 2025"),
        ("2024-02-29", "1 year ago", "2023-02-28", "2023-02-28", "28 Feb 2023"),
        ("2025-01-15", "99999999999 years ago", "0001-01-01", "0001-01-01", "1 Jan 0001"),
        ("2025-01-15", "9999999 weeks ago", "0001-01-01", "0001-01-01", "1 Jan 0001"),
    ],
)
def test_words_are_days_that_count_from_today(on_day, today, text, first, last, words):
    on_day(today)
    assert asked_for(text)[1:] == (first, last, words)


@pytest.mark.parametrize(
    "text", ["soon", "last", "last tuesday", "days ago", "-1 days ago", "1.5 days ago", "next week"]
)
def test_other_words_are_no_date_and_the_mend_names_some_that_are(text):
    with pytest.raises(DateProblem) as caught:
        asked_for(text)
    assert repr(text) in caught.value.message
    assert caught.value.mend


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("31 Jan 2025", "2025-01-31"),
        ("1 may 2025", "2025-05-01"),
        ("01 May 2025", "2025-05-01"),
        ("31-jan-2025", "2025-01-31"),
        ("30 September 2025", "2025-09-30"),
        ("30 Sept. 2025", "2025-09-30"),
        ("Jan 2025", "2025-01"),
        ("Oct 2024 to 12 Jan 2025", "2024-10/2025-01-12"),
        ("2024 to 2025", "2024/2025"),
    ],
)
def test_a_date_is_taken_as_screens_print_it(text, same):
    assert asked_for(text) == dates.parse(same)


@given(st.dates())
def test_what_a_screen_prints_of_a_day_or_month_leads_back_to_it(day):
    for written in (str(day), str(day)[:7], str(day)[:4]):
        assert asked_for(dates.parse(written).words) == dates.parse(written)


@pytest.mark.parametrize(
    "text", ["32 Jan 2025", "31 Jan", "Ja 2025", "31 Foo 2025", "Jan 31 2025 5", "to 2025", "soon"]
)
def test_the_error_shows_the_form_that_screens_print(text):
    with pytest.raises(DateProblem) as caught:
        asked_for(text)
    assert "calendar" in caught.value.message or "18 Oct 2024 or Oct 2024" in caught.value.mend


@given(st.text(max_size=12) | st.from_regex(r"\d{1,3}[ -](day|week|month|year)s?[ -]ago", fullmatch=True))
def test_any_text_is_a_date_or_a_date_problem(text):
    with suppress(DateProblem):
        found = asked_for(text)
        assert dates.FIRST_DAY <= found.first <= found.last <= dates.LAST_DAY


@given(st.dates().map(str))
def test_what_is_a_date_stays_what_it_is(day):
    assert asked_for(day) == dates.parse(day)
    assert asked_for(day[:7]) == dates.parse(day[:7])


# From outside


def test_every_option_that_is_a_date_takes_them(run, on_day):
    on_day("2025-11-15")
    assert run("changes", "--since", "last month").out == run("changes", "--since", "2025-10-01").out
    assert (
        run("changes", "--since", "2025", "--until", "2 months ago").out
        == run("changes", "--since", "2025", "--until", "2025-09-15").out
    )
    assert run("get", "casualties.killed", "--as-of", "31 Jan 2025").out == "300\n"
    for option in ("--since", "--until", "--said-since", "--said-until", "--as-of"):
        assert run("list", option, "13 Jan 2025").out == run("list", option, "2025-01-13").out
    for words, dated in (
        (("list", "--said-since", "last-year"), ("list", "--said-since", "2024-01-01")),
        (("list", "--said-until", "last year"), ("list", "--said-until", "2024-12-31")),
        (("list", "--since", "10 months ago"), ("list", "--since", "2025-01-15")),
        (("timeline", "--until", "last year"), ("timeline", "--until", "2024")),
        (("get", "casualties.killed", "--as-of", "last year"), ("get", "casualties.killed", "--as-of", "2024-12-31")),
    ):
        assert run(*words) == run(*dated), words
        assert run(*words, by_typer=True) == run(*dated), words
    assert "said since Oct 2025" in run("list", "--said-since", "last month", "-f", "html").out
    text = "Last October North Korea sent 11,000 soldiers."
    assert run("verify", "--written", "last month", text) == run("verify", "--written", "2025-10", text)
