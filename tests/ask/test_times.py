"""Times in questions: what is read as days, and what is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkfacts.ask.understanding import times
from nkfacts.text import fold

DAY = "2026-11-23"


def split(text):
    return fold(text).split()


@pytest.mark.parametrize(
    ("words", "first", "last", "known"),
    [
        ("by april 2025", "0001-01-01", "2025-04-30", True),
        ("before 2025", "0001-01-01", "2024-12-31", True),
        ("as of end of January 2025", "0001-01-01", "2025-01-31", True),
        ("known at the end of 2024", "0001-01-01", "2024-12-31", True),
        ("so far in 2025", "0001-01-01", "2025-12-31", True),
        ("in October 2024", "2024-10-01", "2024-10-31", False),
        ("on 28 April 2025", "2025-04-28", "2025-04-28", False),
        ("April 28, 2025", "2025-04-28", "2025-04-28", False),
        ("on the 4th of June 2025", "2025-06-04", "2025-06-04", False),
        ("28.04.2025", "2025-04-28", "2025-04-28", False),
        ("2024-10-18", "2024-10-18", "2024-10-18", False),
        ("10-12 November 2024", "2024-11-10", "2024-11-12", False),
        ("last winter", "2025-12-01", "2026-02-28", False),
        ("winter 2024-25", "2024-12-01", "2025-02-28", False),
        ("in the autumn of 2024", "2024-09-01", "2024-11-30", False),
        ("in early 2025", "2025-01-01", "2025-04-30", False),
        ("in mid-November 2024", "2024-11-11", "2024-11-20", False),
        ("the first half of 2025", "2025-01-01", "2025-06-30", False),
        ("between October 2024 and January 2025", "2024-10-01", "2025-01-31", False),
        ("from December to February 2025", "2024-12-01", "2025-02-28", False),
        ("since May 2025", "2025-05-01", "9999-12-31", False),
        ("after 28 April 2025", "2025-04-29", "9999-12-31", False),
        ("in October", "2026-10-01", "2026-10-31", False),
        ("in December", "2025-12-01", "2025-12-31", False),
        ("last month", "2026-10-01", "2026-10-31", False),
        ("this year", "2026-01-01", "2026-12-31", False),
        ("next year", "2027-01-01", "2027-12-31", False),
        ("next month", "2026-12-01", "2026-12-31", False),
        ("next spring", "2027-03-01", "2027-05-31", False),
        ("next March", "2027-03-01", "2027-03-31", False),
        ("in 2000", "2000-01-01", "2000-12-31", False),
    ],
)
def test_a_time_is_read_as_days(words, first, last, known):
    found = times.find(split(f"were they there {words}"), DAY)
    assert [(time.first, time.last, time.known) for time in found] == [(first, last, known)]


@pytest.mark.parametrize(
    "words", ["may they march", "10.000 killed", "in 31 days", "the 1500 shells", "30 February 2025 x"]
)
def test_what_is_no_time_is_not_read_as_one(words):
    found = times.find(split(words), DAY)
    assert all(time.first[:4] != "0001" and time.last >= time.first for time in found)
    assert "may" not in [split(words)[time.start] for time in found]


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_spelling(day):
    for text in (day.isoformat(), f"{day:%d %B %Y}", f"{day:%B %d, %Y}", f"{day:%d.%m.%Y}"):
        (found,) = times.find(split(text), DAY)
        assert found.first == found.last == day.isoformat()


@pytest.mark.parametrize("today", ["0001-01-01", "2026-11-23", "9999-12-31"])
@given(
    st.lists(
        st.sampled_from(
            [
                "this",
                "last",
                "next",
                "week",
                "month",
                "year",
                "winter",
                "before",
                "after",
                "since",
                "by",
                "between",
                "and",
                "0001-01-01",
                "9999-12-31",
                "2025",
                "early",
                "12",
                "may",
                "31",
            ]
        ),
        max_size=6,
    )
)
def test_no_time_at_the_ends_of_the_calendar_breaks_the_reading(today, words):
    assert all(time.first[:4].isdecimal() for time in times.find(fold(" ".join(words)).split(), today))


def test_a_count_of_just_the_time_asked_for_goes_before_one_of_more(answer):
    best = answer("How many shells came between September and November 2023, by Skibitskyi's account?").facts[0]
    assert (best.when, best.value) == ("2023-09/2023-11", 1_000_000)


def test_a_time_may_stand_before_a_question_of_yes_or_no(answer):
    found = answer("In November 2024 was Pyongyang still exporting howitzers to Russia, according to the NIS?")
    assert (found.kind, found.brief) == ("yes-no", "yes")


@pytest.mark.parametrize("until", ["up to 27 february 2024", "until the end of february 2024"])
def test_what_was_counted_up_to_a_day_may_have_been_said_later(answer, until):
    found = answer(f"how many people did north korean missiles kill {until} by the prosecutors' count")
    assert (found.brief, found.facts[0].id) == ("24", "prosecutors-2024-05-07-missile-victims")


def test_what_was_known_by_a_day_was_said_by_then(answer):
    found = answer("how many were killed until january 2025")
    assert found.facts[0].reported <= "2025-01-31"
    assert found.base.as_of == "2025-01-31"


def test_more_that_were_sent_are_no_plan(answer):
    figure = answer("how many more troops were sent in 2025").choice.figure
    assert figure is None or figure.id != "deployment.planned"


def test_a_number_of_what_is_counted_is_no_year():
    assert times.find(split("who said 2000 north koreans died"), DAY) == []
    assert times.find(split("2025 casualties"), DAY)[0].first == "2025-01-01"
