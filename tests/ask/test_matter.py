"""What code counts on of the matter is in the shipped fact file."""

import pytest

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.matter import ASKED_ABOUT, NORTH_KOREANS, PEOPLE, SOLDIERS, WHOEVER


@pytest.mark.parametrize("thing", [PEOPLE, SOLDIERS, NORTH_KOREANS, *sorted(WHOEVER)])
def test_people_that_code_names_are_people_in_the_file(shipped_base, thing):
    assert Lexicon(shipped_base.known).is_people(thing)


@pytest.mark.parametrize("name", ASKED_ABOUT)
def test_names_that_are_no_claimants_before_an_estimate_are_names(shipped_base, name):
    meanings = Lexicon(shipped_base.known).meanings([name])

    assert any(meaning.part == "entities" for meaning in meanings[name])
