"""What was said between two days, and the headlines that moved by it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nkfacts
from nkfacts.query.changes import changes, movements
from nkfacts.query.filters import Filter
from tests.support.bases import KILLED, fact, ids, killed


def moves(found):
    return [
        (each.kind, each.figure.id, each.old and each.old.id, each.new and each.new.id)
        for each in found.moved
        if each.figure.id == KILLED
    ]


def test_a_headline_moves_when_another_fact_says_another_amount(base):
    found = nkfacts.changes(base, "2025-04-30", "2025-06")
    assert set(ids(found.said)) == {"killed-gur", "wounded-gur", "killed-nis-2"}
    assert moves(found) == [("moved", KILLED, "killed-nis-1", "killed-gur")]
    assert (found.since, found.until, found.newest) == ("2025-04-30", "2025-06-30", "2025-06-15")


def test_the_first_word_on_a_figure_is_its_first_headline(base):
    assert moves(changes(base, "2025-01", "2025-01")) == [("first", KILLED, None, "killed-nis-1")]


def test_the_same_amount_said_anew_is_a_repetition():
    with killed(fact("a", reported="2025-01-02"), fact("b", by="gur", reported="2025-02-02")) as base:
        assert moves(changes(base, "2025-02")) == [("repeated", KILLED, "a", "b")]


def test_a_headline_lapses_when_the_time_of_a_plan_is_over():
    with killed(fact("a", status="planned", when="2025-02"), fact("b", scope="part", reported="2025-05-05")) as base:
        found = changes(base, "2025-03")
    assert moves(found) == [("lapsed", KILLED, "a", None)]
    assert found.moved[0].fact.id == "a"


def test_an_older_fact_leads_again_where_a_newer_plan_is_over():
    plan = fact("b", value=900, status="planned", when="2025-03", reported="2025-02-02")
    with killed(fact("a", value=300), plan, fact("c", scope="part", reported="2025-05-05")) as base:
        assert moves(changes(base, "2025-04")) == [("moved", KILLED, "b", "a")]
        assert ids(changes(base, "2025-04").said) == ["c"]


def test_a_filter_keeps_what_satisfies_it_and_the_moves_by_it(base):
    found = changes(base, "2025", wanted=Filter(by="gur"))
    assert {each.by for each in found.said} == {"gur"}
    assert {each.fact.by for each in found.moved} == {"gur"}
    assert changes(base, "2025", wanted=Filter(figure="casualties.wounded")).said
    assert moves(changes(base, "2025", wanted=Filter(figure="casualties.wounded"))) == []


def test_where_nothing_was_said_the_newest_day_is_known(base):
    found = changes(base, "2026")
    assert (found.said, found.moved, found.newest) == ((), (), "2025-10-01")
    assert changes(base, "2024", "2024-01").newest is None


def test_a_base_of_a_day_has_nothing_later(base):
    found = changes(base.on("2025-05-31"), "2025-04", "2026")
    assert (found.until, ids(found.said)) == ("2025-05-31", ["killed-nis-2"])


@pytest.mark.parametrize("days", [("2025-02", "2025-01"), ("some week", None), ("2025-01", "soon")])
def test_days_in_the_wrong_order_or_none_are_wrong_usage(base, days):
    with pytest.raises(nkfacts.UsageProblem):
        changes(base, *days)


@pytest.mark.parametrize("day", ["0001", "0001-01-01"])
def test_the_first_day_of_the_calendar_is_a_day_too(base, day):
    assert changes(base, day).said == tuple(base.facts())
    assert {each.kind for each in changes(base, day).moved} == {"first"}
    assert changes(base, "9999-12-31").said == ()


DAYS = st.integers(1, 28).map(lambda day: f"2025-03-{day:02}")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(DAYS, st.sampled_from(["nis", "gur"]), st.integers(1, 3)), min_size=1, max_size=6), DAYS, DAYS
)
def test_the_moves_are_the_headlines_that_differ_on_the_two_days(said, one, other):
    since, until = sorted((one, other))
    facts = [fact(f"f{n}", reported=day, by=by, value=value) for n, (day, by, value) in enumerate(said)]
    with killed(*facts) as base:
        found = changes(base, since, until)
        before = base.on(f"2025-03-{int(since[8:]) - 1:02}" if since[8:] != "01" else "2025-02-28").headline(KILLED)
        after = base.on(until).headline(KILLED)
        assert bool(found.moved) == ((before and before.id) != (after and after.id))
        assert sorted(ids(found.said)) == sorted(each.id for each in base.facts() if since <= each.reported <= until)
        assert movements(base, base) == []
