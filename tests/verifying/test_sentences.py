"""A text in sentences and words."""

from hypothesis import given
from hypothesis import strategies as st

from nkfacts.verifying.sentences import MOST_WORDS, sentences


def parted(text):
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


def test_a_point_ends_a_sentence_but_not_an_abbreviation_a_decimal_or_an_initial():
    text = "Gen. Kim Y. Bok sent 4.5 million to the U.S. army. He left. No. 5 stayed."
    assert parted(text) == ["Gen. Kim Y. Bok sent 4.5 million to the U.S. army", "He left", "No. 5 stayed"]


def test_lines_of_a_wrapped_text_are_read_on_and_headings_are_not():
    wrapped = "The intelligence service said that about six hundred\nsoldiers had died there. It gave no more\n"
    assert parted(wrapped)[0].endswith("had died there")
    heading = "Losses\n" + "The service said that about six hundred soldiers had died there. " * 3
    assert parted(heading)[0] == "Losses"


def test_a_sentence_without_an_end_is_read_in_parts():
    found = list(sentences("word " * (3 * MOST_WORDS)))
    assert [len(sentence.words) for sentence in found] == [MOST_WORDS] * 3


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text):
    place = 0
    for sentence in sentences(text):
        for word in sentence.words:
            assert text[word.start : word.end] == word.typed
            assert word.start >= place
            place = word.end
