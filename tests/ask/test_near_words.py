"""How near words are in meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkfacts.ask.understanding.near_words import near

WORDS = st.sampled_from(
    [
        "soldiers",
        "troops",
        "shells",
        "rockets",
        "killed",
        "died",
        "wounded",
        "sent",
        "dispatched",
        "received",
        "treaty",
        "pact",
        "widow",
        "mother",
        "kyslytsia",
        "qqq",
    ]
)


@given(WORDS, WORDS)
def test_nearness_is_a_share_that_is_the_same_both_ways(one, other):
    found = near(one)[other]
    assert found == near(other)[one]
    assert 0 <= found <= 1
    assert (found == 1) == (one == other)


@pytest.mark.parametrize(
    ("word", "nearer", "farther"),
    [
        ("soldiers", "troops", "treaty"),
        ("killed", "died", "signed"),
        ("treaty", "pact", "widow"),
        ("worried", "feared", "bridge"),
        ("hygiene", "soap", "missile"),
        ("researchers", "research", "sculptor"),
    ],
)
def test_other_words_for_the_same_are_near(word, nearer, farther):
    assert near(word)[nearer] > 0.25 > near(word)[farther]


@given(st.text(max_size=12))
def test_a_word_that_the_table_has_not_is_near_to_itself_only(word):
    unknown = f"{word}\u0416"
    assert near(unknown)[unknown] == 1
    assert near(unknown)["soldiers"] == near("soldiers")[unknown] == 0


@pytest.mark.parametrize("word", ["aa", "zz", "zone", "able"])
def test_the_first_and_last_words_of_the_table_are_found(word):
    assert near(word)[word] == 1
    assert near(word)["soldiers"] < 1


@pytest.mark.parametrize("word", ["crimea", "tall", "fried", "election", "convert"])
def test_a_common_word_is_no_slip_of_another(answer, word):
    assert word not in dict(answer(f"what {word} did the NIS hear of").question.respelt)
