"""By whom or what, and where, a number was done is told only by facts that say so, and not by all that is counted."""

import pytest


@pytest.mark.parametrize("question", ["how many were killed by drones", "how many were wounded by drones"])
def test_a_total_is_not_what_one_weapon_did(answer, question):
    found = answer(question)
    assert "drone" in found.facts[0].statement.lower()
    assert found.facts[0].scope == "part"


def test_what_a_figure_is_called_by_did_all_of_it(answer):
    assert answer("how many people were killed by north korean missiles").facts[0].figure == "arms.missile-victims"


def test_the_victims_of_a_country_are_not_those_of_a_city(answer):
    found = answer("How many Ukrainians were killed by North Korean missiles in Kyiv?")
    assert {fact.place for fact in found.facts} == {"kyiv-city"}
