"""Dates: what each form means, and that no text is more than a date problem."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nkfacts.model import dates
from nkfacts.model.dates import DateProblem

FORMS = [
    # text, first, last, words
    ("2024-10-18", "2024-10-18", "2024-10-18", "18 Oct 2024"),
    ("2024-10-08", "2024-10-08", "2024-10-08", "8 Oct 2024"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "29 Feb 2024"),
    ("2024-02", "2024-02-01", "2024-02-29", "Feb 2024"),
    ("2023-02", "2023-02-01", "2023-02-28", "Feb 2023"),
    ("1900-02", "1900-02-01", "1900-02-28", "Feb 1900"),
    ("2024", "2024-01-01", "2024-12-31", "2024"),
    ("0001", "0001-01-01", "0001-12-31", "0001"),
    ("9999-12-31", "9999-12-31", "9999-12-31", "31 Dec 9999"),
    ("2024~", "2024-01-01", "2024-12-31", "about 2024"),
    ("2024-10?", "2024-10-01", "2024-10-31", "Oct 2024 (uncertain)"),
    ("2024-10-18%", "2024-10-18", "2024-10-18", "about 18 Oct 2024 (uncertain)"),
    ("2024-10/2025-01", "2024-10-01", "2025-01-31", "Oct 2024 to Jan 2025"),
    ("2024-10-08/2024-10-13", "2024-10-08", "2024-10-13", "8 Oct 2024 to 13 Oct 2024"),
    ("2024-10/2024", "2024-10-01", "2024-12-31", "Oct 2024 to 2024"),
    ("2024/2024-10", "2024-01-01", "2024-10-31", "2024 to Oct 2024"),
    ("2024/2024", "2024-01-01", "2024-12-31", "2024 to 2024"),
    ("2024-12~/2025?", "2024-12-01", "2025-12-31", "about Dec 2024 to 2025 (uncertain)"),
    ("2024-10/..", "2024-10-01", "9999-12-31", "since Oct 2024"),
    ("../2024-10", "0001-01-01", "2024-10-31", "until Oct 2024"),
    ("202X", "2020-01-01", "2029-12-31", "2020s"),
    ("20XX", "2000-01-01", "2099-12-31", "2000s"),
    ("00XX", "0001-01-01", "0099-12-31", "0000s"),
    ("2024-XX", "2024-01-01", "2024-12-31", "2024"),
    ("2024-0X", "2024-01-01", "2024-09-30", "Jan to Sep 2024"),
    ("2024-1X", "2024-10-01", "2024-12-31", "Oct to Dec 2024"),
    ("2024-XX-XX", "2024-01-01", "2024-12-31", "2024"),
    ("2024-1X-XX", "2024-10-01", "2024-12-31", "Oct to Dec 2024"),
    ("2024-02-XX", "2024-02-01", "2024-02-29", "Feb 2024"),
    ("2024-02-0X", "2024-02-01", "2024-02-09", "1 to 9 Feb 2024"),
    ("2024-02-2X", "2024-02-20", "2024-02-29", "20 to 29 Feb 2024"),
    ("2024-10-3X", "2024-10-30", "2024-10-31", "30 to 31 Oct 2024"),
    ("2024-10-1X~", "2024-10-10", "2024-10-19", "about 10 to 19 Oct 2024"),
    ("2024-21", "2024-03-01", "2024-05-31", "spring 2024"),
    ("2024-22", "2024-06-01", "2024-08-31", "summer 2024"),
    ("2024-23", "2024-09-01", "2024-11-30", "autumn 2024"),
    ("2024-24", "2024-12-01", "2025-02-28", "winter 2024-25"),
    ("2023-24", "2023-12-01", "2024-02-29", "winter 2023-24"),
    ("2024-21/2024-23", "2024-03-01", "2024-11-30", "spring 2024 to autumn 2024"),
]

REFUSED = [
    ("", "is not a date"),
    ("yesterday", "is not a date"),
    ("18.10.2024", "is not a date"),
    ("2024-10-18T12:00", "is not a date"),
    ("20241018", "is not a date"),
    ("2024-1-8", "is not a date"),
    ("-2024", "is not a date"),
    ("Y17E7", "is not a date"),
    (" 2024", "is not a date"),
    ("2024\n", "is not a date"),
    ("٢٠٢٤", "is not a date"),
    ("２０２４", "is not a date"),
    ("2024-10–18", "is not a date"),
    ("0000", "no year 0000"),
    ("0000-01-01", "no year 0000"),
    ("2024-00", "no such month"),
    ("2024-13", "no such month"),
    ("2024-20", "no such month"),
    ("2024-25", "no such month"),
    ("2024-21-01", "no such month"),
    ("9999-24", "no such month"),
    ("2024-02-30", "not a day of the calendar"),
    ("2023-02-29", "not a day of the calendar"),
    ("2024-10-00", "not a day of the calendar"),
    ("2024-02-3X", "not a day of the calendar"),
    ("2024-2X", "no such month"),
    ("2024-13-XX", "no such month"),
    ("2024-X0", "leaves out digits inside"),
    ("2X24", "leaves out digits inside"),
    ("202X-10", "leaves out digits inside"),
    ("2XXX", "leaves out digits inside"),
    ("XXXX", "leaves out digits inside"),
    ("2024~-10", "qualifies a part"),
    ("2024-10?~", "qualifies a part"),
    ("?", "is not a date"),
    ("[2024, 2025]", "is a set of dates"),
    ("{2024..2025}", "is a set of dates"),
    ("2024/2025/2026", "more than one '/'"),
    ("2024/", "lacks one end"),
    ("/2024", "lacks one end"),
    ("/", "lacks one end"),
    ("../..", "open at both ends"),
    ("..", "is not a date"),
    ("2025/2024", "ends before it begins"),
]

days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
date_like = st.text(alphabet="0123456789X-/.~?%[]{}, ", max_size=24)


@pytest.mark.parametrize(("text", "first", "last", "words"), FORMS)
def test_a_form_has_its_days_and_words(text, first, last, words):
    assert dates.parse(text) == (text, first, last, words)


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_is_no_date_is_refused_with_a_mend(text, why):
    with pytest.raises(DateProblem) as caught:
        dates.parse(text)
    assert why in caught.value.message
    assert caught.value.mend


@settings(deadline=None, max_examples=500)
@given(st.text() | date_like)
@example("0000-0X")
@example("9999-24")
@example("000X-02-3X")
@example("0000-XX")
@example("0000-XX-XX")
@example("0000-01-0X")
def test_any_text_is_a_date_or_a_date_problem(text):
    try:
        found = dates.parse(text)
    except DateProblem:
        return
    assert found.text == text
    assert dates.FIRST_DAY <= found.first <= found.last <= dates.LAST_DAY
    assert found.first == date.fromisoformat(found.first).isoformat()
    assert found.last == date.fromisoformat(found.last).isoformat()


@settings(deadline=None)
@given(days)
def test_every_day_is_read_as_itself(day):
    text = day.isoformat()
    assert dates.parse(text)[:3] == (text, text, text)
    assert dates.parse_day(text) == text
    assert dates.day_words(text).split()[0] == str(day.day)


@settings(deadline=None)
@given(days)
def test_a_day_lies_in_its_month_year_and_decade(day):
    text = day.isoformat()
    for containing in (text[:7], text[:4], f"{text[:3]}X", f"{text[:9]}X", f"{text[:8]}XX", f"{text[:6]}X"):
        if containing in ("0000", "000X-01"):
            continue
        found = dates.parse(containing)
        assert found.first <= text <= found.last
    month = dates.parse(text[:7])
    assert int(month.last[8:]) == monthrange(day.year, day.month)[1]


@settings(deadline=None)
@given(days, days)
def test_an_interval_holds_its_ends_and_no_day_beyond(one, other):
    first, last = sorted((one, other))
    found = dates.parse(f"{first}/{last}")
    assert (found.first, found.last) == (first.isoformat(), last.isoformat())
    if first < last:
        with pytest.raises(DateProblem):
            dates.parse(f"{last}/{first}")


@settings(deadline=None)
@given(days, days)
def test_days_compare_as_strings(one, other):
    assert (one < other) == (dates.parse(str(one)).first < dates.parse(str(other)).first)


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=9998))
def test_the_seasons_of_a_year_follow_each_other_without_a_gap(year):
    seasons = [dates.parse(f"{year:04}-{number}") for number in (21, 22, 23, 24)]
    for before, after in pairwise(seasons):
        assert date.fromisoformat(before.last) + timedelta(days=1) == date.fromisoformat(after.first)


@pytest.mark.parametrize("text", ["2024", "2024-10", "2024-10-1X", "2024-10-18~", "2024/2025", "2024-02-30", ""])
def test_only_a_full_day_is_a_day(text):
    with pytest.raises(DateProblem):
        dates.parse_day(text)


def test_first_and_last_day_of_what_a_user_gave():
    assert dates.first_day_of("2024-02") == "2024-02-01"
    assert dates.last_day_of("2024-02") == "2024-02-29"
    assert dates.last_day_of("2024") == "2024-12-31"


def test_today_is_a_day():
    assert dates.parse_day(dates.today())
