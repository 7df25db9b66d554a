"""Meetings, deaths and confirmations: who met whom and where, and when it was."""

import pytest

from nkfacts.verifying import claims

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = claims.VERDICTS


def test_where_states_met_their_leaders_did_not_therefore(base, verdicts):
    # The intergovernmental commission met in Moscow.
    assert SAID not in verdicts("Kim met Putin in Moscow.")
    assert SAID not in verdicts("Kim met Putin in Moscow on 27 November 2025.")
    assert verdicts("Kim met Putin in Beijing.") == [SAID]


def test_who_met_met_where_the_fact_is_placed(only):
    assert only("Lavrov met Kim Jong Un in Wonsan on 12 July 2025.").verdict == SAID
    claim = only("Lavrov met Kim Jong Un in Vladivostok on 12 July 2025.")
    assert (claim.verdict, claim.finding.reason) == (OTHERWISE, "not so said: “in Vladivostok”")


def test_a_place_may_be_called_by_the_first_word_of_its_name(only):
    claim = only("Kim and Putin met at Vostochny on 13 September 2023.")
    assert (claim.verdict, claim.finding.fact.id) == (SAID, "reuters-2023-09-13-summit")
    assert only("Kim and Putin met at Vostochny on 13 September 2024.").verdict != SAID


def test_the_embassy_of_another_nation_is_no_visit_to_the_city(verdicts):
    assert verdicts("Kim Jong Un visited the Russian embassy in Pyongyang on 10 December 2025.") == [SAID]
    assert SAID not in verdicts("Kim Jong Un visited the Chinese embassy in Pyongyang on 10 December 2025.")


def test_nobody_dies_twice(only):
    assert only("Matsegora died on 6 December 2025.").verdict == SAID
    claim = only("Matsegora died on 16 December 2025.")
    assert (claim.verdict, claim.finding.reason) == (OTHERWISE, "at another time")


@pytest.mark.parametrize("who", ["North Korea", "Pyongyang"])
def test_the_deployment_was_confirmed_for_the_first_time_on_one_day(only, who):
    text = "{} confirmed the deployment for the first time on 28 {} 2025."
    assert only(text.format(who, "April")).verdict == SAID
    claim = only(text.format(who, "May"))
    assert (claim.verdict, claim.finding.reason) == (OTHERWISE, "at another time")
