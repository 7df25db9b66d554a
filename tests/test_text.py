"""Text: what may reach a terminal, what is one name, and how lists and counts are worded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts import text
from nkfacts.text import fold, fold_all, visible

any_text = st.text(alphabet=st.characters())  # surrogates too


@settings(deadline=None, max_examples=300)
@given(any_text)
def test_no_unsafe_character_is_left_visible(given_text):
    shown = visible(given_text)
    assert not text.first_unsafe(shown)
    assert not any(character < " " or "\x7f" <= character < "\xa0" for character in shown)
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("\x1b]52;c;aGk=\x07", "<U+001B>]52;c;aGk=<U+0007>"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2066b\u2069", "a<U+2066>b<U+2069>"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("\ufeffbom", "<U+FEFF>bom"),
        ("soft\xadhyphen", "soft<U+00AD>hyphen"),
        ("two\nlines\r\t", "two<U+000A>lines<U+000D><U+0009>"),
        ("two\u2028lines", "two<U+2028>lines"),
        ("\udc80", "<U+DC80>"),
        ("\x00", "<U+0000>"),
        ("\ufffe\uffff\ufdd0\U0001fffe", "<U+FFFE><U+FFFF><U+FDD0><U+1FFFE>"),
        ("tag\U000e0041\U000e0001", "tag<U+E0041><U+E0001>"),
        ("\u206a\u2062\ufff9", "<U+206A><U+2062><U+FFF9>"),
        ("private\ue000\U000f0000", "private<U+E000><U+F0000>"),
        ("\u3164\u115f\uffa0\u2800", "<U+3164><U+115F><U+FFA0><U+2800>"),
    ],
)
def test_an_unsafe_character_is_shown_by_its_code(given_text, shown):
    assert visible(given_text) == shown


@pytest.mark.parametrize(
    "given_text",
    ["", "plain", "국가정보원", "Южная Корея", "Kim Ch'ŏl-ho", "第11軍団", "’“”—", "e\u0301", "한국", "👍", "a\xa0b"],
)
def test_every_script_is_left_as_it_is(given_text):
    assert visible(given_text) == given_text
    assert text.first_unsafe(given_text) == ""


@settings(deadline=None, max_examples=300)
@given(any_text)
def test_folding_twice_is_folding_once(given_text):
    assert fold(fold(given_text)) == fold(given_text)


@settings(deadline=None, max_examples=300)
@given(st.lists(any_text | st.text(st.characters(max_codepoint=127))))
def test_several_texts_fold_as_each_does(texts):
    assert fold_all(texts) == list(map(fold, texts))


@settings(deadline=None, max_examples=300)
@given(any_text)
def test_a_folded_name_has_words_and_single_spaces_only(given_text):
    folded = fold(given_text)
    assert all(word.isalnum() for word in folded.split())
    assert folded == " ".join(folded.split())


@pytest.mark.parametrize(
    "names",
    [
        ("Kim Jong-un", "KIM  JONG UN", " kim\tjong un ", "Kim-Jong-Un"),
        ("Kim Ch'ŏl-ho", "kim chol ho", "Kim Ch’ŏl-ho"),
        ("don't", "dont", "DON’T"),
        ("Zürich", "ZURICH", "Zu\u0308rich"),
        ("Straße", "STRASSE"),
        ("국가정보원", "\u1100\u116e\u11a8가정보원"),
        ("Южная Корея", "южная-корея"),
        ("１１군단", "11군단"),
    ],
)
def test_spellings_of_one_name_fold_alike(names):
    assert len({fold(name) for name in names}) == 1


def test_scripts_are_kept_apart():
    assert len({fold(name) for name in ("Kursk", "Курск", "쿠르스크", "クルスク")}) == 4
    assert fold("국가정보원") == "국가정보원"


@pytest.mark.parametrize("nothing", ["", "  ", "---", "'", '!?*"', "\x00"])
def test_what_has_no_word_folds_to_nothing(nothing):
    assert fold(nothing) == ""


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_listing(items, words):
    assert text.listing(items) == words
    assert text.listing(iter(items)) == words


@pytest.mark.parametrize(
    ("count", "noun", "words"),
    [
        (1, "fact", "1 fact"),
        (2, "fact", "2 facts"),
        (0, "fact", "0 facts"),
        (1, "entity", "1 entity"),
        (3, "entity", "3 entities"),
        (2, "index", "2 indexes"),
        (12345, "fact", "12,345 facts"),
    ],
)
def test_a_count_agrees_with_its_noun(count, noun, words):
    assert text.plural(count, noun) == words


def test_near_names_are_offered_best_first():
    assert text.nearest("kilde", ["killed", "wounded", "kills"])[0] == "killed"
    assert text.nearest("kilde", ["wounded"]) == []
    assert text.did_you_mean([]) == ""
    assert text.did_you_mean(["a"]) == "did you mean 'a'?"
    assert text.did_you_mean(["a", "b"]) == "did you mean 'a' or 'b'?"


def test_a_letter_carries_ten_marks_and_no_more():
    assert not text.is_overloaded("Kim Ch'ŏl-ho — 국가정보원 …………………………………")
    assert not text.is_overloaded("e" + "\u0301" * 10)
    assert text.is_overloaded("e" + "\u0301" * 11)
    assert text.is_overloaded("plain " + "a\u0489" * 3 + "b" + "\u0489" * 500)


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_message_keeps_sixty_letters_of_what_it_quotes(quote):
    assert text.clipped("short 'message'") == "short 'message'"
    long = f"{quote}{'x' * 61}{quote} is no id"
    assert text.clipped(long) == f"{quote}{'x' * 60}…{quote} is no id"
    assert len(text.clipped("y" * 5000)) == 400


def test_whole_texts_are_like_no_name():
    assert text.nearest("x" * 5_000_000, ["x" * 90]) == []
