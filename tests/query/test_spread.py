"""The spread of a figure: the latest of each claimant, once, of those that speak of the time of the headline."""

import pytest

from tests.support.bases import KILLED, base_of, fact, killed, spliced

VOICES = """entities:
  nis: {name: A service, kind: organisation}
  state: {name: A state, kind: place}
  head: {name: Of the service, kind: person, part_of: nis}
  deputy: {name: Of the service too, kind: person, part_of: nis}
  president: {name: Of the state, kind: person, part_of: state}
"""


def test_a_spread_counts_the_latest_of_each_claimant_once(base):
    low, high, claimants, facts = base.spread("casualties.killed")
    assert (low.id, high.id, claimants, facts) == ("killed-gur", "killed-post", 2, 4)
    low, high, claimants, facts = base.spread("deployment.soldiers")
    assert (low.id, high.id, claimants, facts) == ("soldiers-jcs", "soldiers-gur", 2, 2)  # the plan is over


@pytest.mark.parametrize(
    ("claimants", "count"),
    [(("nis", "head"), 1), (("head", "deputy"), 1), (("nis", "state"), 2), (("state", "president"), 2)],
)
def test_who_speaks_for_a_body_is_one_claimant_with_it(claimants, count):
    facts = [fact(f"f{number}", value=number, by=by) for number, by in enumerate(claimants)]
    with base_of(spliced(f"{VOICES}facts:\n{''.join(facts)}")) as base:
        assert base.spread(KILLED).claimants == count


@pytest.mark.parametrize(
    ("value", "when", "in_a_count", "in_a_total"),
    [
        (5, "2025-03", True, True),
        (5, "2025-01/2025-02-20", True, False),
        (5, "2024-10/2025-01-20", False, False),
        (5, "2025-02-28", True, True),
        (5, "2025-02-27", True, False),
        (20, "2024-04-01", False, True),
        (20, "2024-03-29", False, False),
    ],
)
def test_a_claim_about_another_time_is_out_of_the_spread(value, when, in_a_count, in_a_total):
    for cumulative, expected in (("false", in_a_count), ("true", in_a_total)):
        figure = f"  {KILLED}: {{label: Killed, topic: casualties, unit: people, cumulative: {cumulative}}}\n"
        headline = fact("a", value=10, when="2025-03-01/2025-03-31", reported="2025-04-01")
        other = fact("b", value=value, when=when, reported="2025-03-31", by="state")
        with base_of(spliced(f"{VOICES}figures:\n{figure}facts:\n{headline}{other}")) as base:
            assert (base.spread(KILLED).claimants == 2) is expected, cumulative


def test_a_claim_of_the_year_after_the_headline_counts():
    medium = VOICES + "  paper: {name: A medium, kind: medium}\n"
    headline = fact("a", when="2025-03", reported="2025-03-31")
    for reported, claimants in (("2026-04-01", 2), ("2026-04-02", 1)):
        with base_of(spliced(f"{medium}facts:\n{headline}{fact('b', by='paper', reported=reported)}")) as base:
            assert base.headline(KILLED).id == "a"
            assert base.spread(KILLED).claimants == claimants


def test_of_two_words_of_one_day_the_number_counts():
    with killed(
        fact("headline", by="jcs", reported="2025-01-03"),
        fact("a", value=None, words="hundreds"),
        fact("b", value=300),
    ) as base:
        assert base.spread(KILLED).lowest.id == "b"


def test_an_earlier_figure_of_a_claimant_is_out_of_the_spread():
    with killed(
        fact("a", value=10, reported="2025-01-01"),
        fact("b", value=700, reported="2025-02-01"),
        fact("c", value=300, by="jcs", reported="2025-01-15"),
        fact("d", value=9999, by="gur", scope="part"),
    ) as base:
        low, high, claimants, facts = base.spread(KILLED)
        assert (low.id, high.id, claimants, facts) == ("c", "b", 2, 3)


def test_words_count_as_a_claimant_but_have_no_place_in_the_range(base):
    assert base.spread("deployment.shells") == (None, None, 1, 1)
