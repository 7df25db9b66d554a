"""Amounts: how numbers are read, and written for people and for scripts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts.errors import UsageProblem
from nkfacts.model import amounts

decimals = st.integers(0, 10**9).flatmap(
    lambda whole: st.integers(0, 9999).map(lambda fraction: float(f"{whole}.{fraction:04}"))
)
numbers = st.integers(0, amounts.LARGEST) | decimals


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("600", 600), ("0.5", 0.5), ("12.50", 12.5), ("-3", -3), ("1000000000000000", amounts.LARGEST)],
)
def test_a_plain_number_is_read(text, number):
    found = amounts.parse_number(text)
    assert found == number
    assert type(found) is type(number)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("", "digits only"),
        ("-", "digits only"),
        (".5", "digits only"),
        ("5.", "digits only"),
        ("1.2.3", "digits only"),
        ("+5", "digits only"),
        ("no", "digits only"),
        ("0x10", "digits only"),
        ("1e999", "digits only"),
        (".nan", "digits only"),
        (".inf", "digits only"),
        ("10:30:00", "digits only"),
        ("٥", "digits only"),
        ("²", "digits only"),
        ("1,000", "write 1000"),
        ("1_000", "write 1000"),
        ("12 000.5", "write 12000.5"),
        ("010", "write 10"),
        ("00", "write 0"),
        ("9" * 5000, "numbers end"),
        ("1000000000000001", "numbers end"),
        ("0." + "1" * 30, "numbers end"),
    ],
)
def test_what_is_no_plain_number_is_refused_with_a_mend(text, mend):
    with pytest.raises(UsageProblem) as caught:
        amounts.parse_number(text)
    assert mend in caught.value.mend


@settings(deadline=None, max_examples=300)
@given(st.text() | st.text(alphabet="0123456789.,-_ eE+x", max_size=25))
def test_any_text_is_a_number_or_a_usage_problem(text):
    try:
        number = amounts.parse_number(text)
    except UsageProblem:
        return
    assert abs(number) <= amounts.LARGEST + 1


@settings(deadline=None)
@given(numbers)
def test_a_number_written_for_scripts_is_read_back(number):
    assert amounts.parse_number(amounts.plain_number(number)) == number


@settings(deadline=None, max_examples=300)
@given(numbers | st.integers(1, 999_999).map(lambda n: n * 1000))
def test_a_number_written_for_people_is_never_rounded(number):
    text = amounts.readable_number(number)
    digits, _, word = text.partition(" ")
    size = {"": 0, "million": 6, "billion": 9}[word]
    whole, _, fraction = digits.replace(",", "").partition(".")
    if word:
        assert len(fraction) <= 3
        assert int(whole + fraction.ljust(size, "0")) == number
    else:
        assert float(f"{whole}.{fraction or 0}") == number


@pytest.mark.parametrize(
    ("number", "plain", "readable"),
    [
        (0, "0", "0"),
        (600, "600", "600"),
        (600.0, "600", "600"),
        (12000, "12000", "12,000"),
        (0.5, "0.5", "0.5"),
        (0.0001, "0.0001", "0.0001"),
        (1234.5, "1234.5", "1,234.5"),
        (999_999, "999999", "999,999"),
        (1_000_000, "1000000", "1 million"),
        (4_800_000, "4800000", "4.8 million"),
        (4_812_000, "4812000", "4.812 million"),
        (4_812_500, "4812500", "4,812,500"),
        (12_345_000_000, "12345000000", "12.345 billion"),
        (12_345_678_000, "12345678000", "12,345,678,000"),
        (10**15, "1000000000000000", "1,000,000 billion"),
    ],
)
def test_a_number_for_scripts_and_for_people(number, plain, readable):
    assert amounts.plain_number(number) == plain
    assert amounts.readable_number(number) == readable


@pytest.mark.parametrize(
    ("value", "low", "high", "words", "qualifier", "readable", "bare"),
    [
        (600, None, None, None, None, "600", "600"),
        (600, None, None, None, "exactly", "600", "600"),
        (600, None, None, None, "about", "about 600", "600"),
        (600, None, None, None, "at-least", "at least 600", "600"),
        (600, None, None, None, "more-than", "more than 600", "600"),
        (600, None, None, None, "at-most", "at most 600", "600"),
        (600, None, None, None, "up-to", "up to 600", "600"),
        (600, None, None, None, "fewer-than", "fewer than 600", "600"),
        (600, None, None, None, "nearly", "nearly 600", "600"),
        (0, None, None, None, None, "0", "0"),
        (None, 10000, 12000, None, "between", "10,000 to 12,000", "10000-12000"),
        (None, 10000, 12000, None, None, "10,000 to 12,000", "10000-12000"),
        (None, 10000, 12000, None, "about", "about 10,000 to 12,000", "10000-12000"),
        (None, 0, 2, None, None, "0 to 2", "0-2"),
        (None, 10000, None, None, None, "at least 10,000", "10000"),
        (None, 10000, None, None, "more-than", "more than 10,000", "10000"),
        (None, None, 12000, None, None, "up to 12,000", "12000"),
        (None, None, 12000, None, "fewer-than", "fewer than 12,000", "12000"),
        (None, None, 12000, None, "at-most", "at most 12,000", "12000"),
        (None, None, None, "several million", "several", "several million", "several million"),
        (None, None, None, "several million", "about", "about several million", "several million"),
        (None, None, None, "dozens", None, "dozens", "dozens"),
        (None, None, None, None, None, "", ""),
    ],
)
def test_an_amount_for_people_and_for_scripts(value, low, high, words, qualifier, readable, bare):
    assert amounts.readable(value, low, high, words, qualifier) == readable
    assert amounts.bare(value, low, high, words) == bare


@settings(deadline=None)
@given(
    st.none() | numbers,
    st.none() | numbers,
    st.none() | numbers,
    st.none() | st.just("dozens"),
    st.none() | st.sampled_from(sorted(amounts.QUALIFIERS)),
)
def test_any_amount_has_words_whenever_it_has_a_bare_form(value, low, high, words, qualifier):
    assert bool(amounts.readable(value, low, high, words, qualifier)) == bool(amounts.bare(value, low, high, words))
