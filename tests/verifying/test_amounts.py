"""The numbers of a sentence: what counts something, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkfacts.verifying.amounts import amounts_in
from nkfacts.verifying.moments import moments_in
from nkfacts.verifying.sentences import sentences


def amounts(text):
    return [amount for sentence in sentences(text) for amount in amounts_in(sentence.words, set())]


def told(text):
    """Return the amounts of a text as lower end, upper end and qualifier."""
    return [(amount.low, amount.high, amount.qualifier) for amount in amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("600 died", (600, 600, "")),
        ("some 4,700 casualties", (4700, 4700, "about")),
        ("no fewer than 3,000 men", (3000, 3000, "at-least")),
        ("as many as 100,000 could go", (100_000, 100_000, "up-to")),
        ("28,000+ containers", (28_000, 28_000, "at-least")),
        ("a thousand or more", (1000, 1000, "at-least")),
        ("twenty-five generals", (25, 25, "")),
        ("a dozen officers", (12, 12, "")),
        ("4.8 million rounds", (4_800_000, 4_800_000, "")),
        ("1.5m shells", (1_500_000, 1_500_000, "")),
        ("between 10,000 and 12,000 soldiers", (10_000, 12_000, "")),
        ("10,000\u201312,000 soldiers", (10_000, 12_000, "")),
        ("5 to 6 million shells", (5_000_000, 6_000_000, "")),
        ("2000 troops", (2000, 2000, "")),
        ("about 2 000 troops", (2000, 2000, "about")),
        ("1 600\u00a0000 shells", (1_600_000, 1_600_000, "")),
        ("10\u202f000 to 12\u202f000 troops", (10_000, 12_000, "")),
        ("about 2.000 troops", (2000, 2000, "about")),
        ("1.600.000 shells", (1_600_000, 1_600_000, "")),
        ("1.125 million shells", (1_125_000, 1_125_000, "")),
        ("1.125 percent of them", (1.125, 1.125, "")),
        ("$1.125 each", (1.125, 1.125, "")),
    ],
)
def test_a_number_is_read_with_its_qualifier_and_range(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("40% of them", "percent"), ("40 per cent of it", "percent"), ("$20 billion", "dollars"), ("3 euros", "euros")],
)
def test_a_number_knows_its_unit(text, unit):
    assert [amount.unit for amount in amounts(text)] == [unit]


def test_a_share_in_words_is_one_in_percent():
    (half,) = amounts("half of the shells")
    assert (half.low, half.unit) == (50, "percent")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On April 30 600 soldiers died.", [600]),
        ("In 2024 600 soldiers died.", [600]),
        ("600 700 800 900 1000 soldiers", [600, 700, 800, 900, 1000]),
        ("Call 2 123 4567 for 12 troops.", [123, 4567, 12]),
        ("They sent 2 000. Then 300 died.", [2000, 300]),
    ],
)
def test_numbers_beside_each_other_are_not_one(text, expected):
    found = []
    for sentence in sentences(text):
        moments = moments_in(sentence.words, "2026-01-01", dated=True)
        taken = {place for moment in moments for place in range(moment.first, moment.last)}
        found += [amount.low for amount in amounts_in(sentence.words, taken)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two were captured; one died.", [2, 1]),
        ("Two were captured, one of whom died.", [2, 1]),
        ("Two were captured and only one later survived.", [2, 1]),
        ("Two were captured and one soldier was killed.", [2, 1]),
        ("Two were captured in one of the battles, one day after it began.", [2]),
        ("No one died when two were captured, and this one was wounded.", [2]),
        ("One soldier was killed.", []),
        ("Two were captured, one soldier said.", [2]),
    ],
)
def test_one_is_a_number_of_those_who_were_counted(text, expected):
    (sentence,) = sentences(text)
    found = amounts_in(sentence.words, set(), lambda word: word == "soldier")
    assert [amount.low for amount in found] == expected


def test_an_amount_in_words_stays_words():
    assert [amount.words for amount in amounts("several million shells and tens of thousands of workers")] == [
        "several million",
        "tens of thousands",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2024.",
        "Call +82-2-123-4567.",
        "At 10:30 a.m. it began.",
        "See Article 4 of Resolution 2270, page 12.",
        "A 26-year-old man aged 30.",
        "KN-23 missiles and 152mm guns, 170 mm howitzers.",
        "The 93rd Brigade of the 11th Corps.",
        "1. The first item.",
        "They stayed 30 days.",
        "The order of 007.",
    ],
)
def test_what_counts_nothing_is_no_amount(text):
    assert amounts(text) == []


@given(st.integers(1, 10**12))
def test_every_whole_number_is_read_as_it_is_printed(number):
    assert [amount.low for amount in amounts(f"He counted {number:,} shells.")] == [number]


_WORDS = "$ 600 - million a third of % to several few thousands and between 1.5m : 19 2024 or more + ( ) . about 10,000 twenty"


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=12), st.sampled_from(["", " "]))
def test_no_row_of_numbers_and_signs_breaks_it(words, space):
    assert all(amount.words or amount.low <= amount.high for amount in amounts(space.join(words)))


@given(st.text(max_size=80))
def test_no_text_breaks_it_and_every_amount_lies_in_its_sentence(text):
    for sentence in sentences(text):
        for amount in amounts_in(sentence.words, set()):
            assert 0 <= amount.first <= amount.core < amount.last <= len(sentence.words)
            assert amount.words or amount.low <= amount.high
