"""Common questions are found by the words of all their wordings, and by what these words mean."""

from collections import Counter

import pytest

from nkfacts.ask.common.by_words import questions_by_words
from nkfacts.ask.common.common import kept_as
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.index.asked_words import EACH, asked_words, telling
from nkfacts.quick_json import decoded
from nkfacts.text import fold
from tests.support.bases import compiled, spliced

QUESTIONS = """questions:
  how-killed:
    asked: [how did they die, what became of the fallen, the fallen]
    facts: [a]
  when-killed:
    asked: [when did they die, day of the deaths]
    facts: [a]
"""


@pytest.fixture
def small():
    base, _ = compiled(spliced(QUESTIONS))
    yield base, Lexicon(base.known)
    base.close()


def test_each_word_counts_by_how_often_a_question_has_it_and_the_others_have_not(small):
    base, lexicon = small
    found = questions_by_words(["what", "became", "of", "the", "fallen", "man"], 5, base, lexicon)
    assert [id_ for id_, _ in found] == ["how-killed", "when-killed"]
    assert sum(share for _, share in found) == pytest.approx(1)
    assert found[0][1] > 0.5
    (likeliest, _), *_ = questions_by_words(["when", "did", "they", "die"], 1, base, lexicon)
    assert likeliest == "when-killed"


def test_what_no_question_has_finds_none(small):
    base, lexicon = small
    assert questions_by_words(["zebra"], 5, base, lexicon) == []


@pytest.mark.parametrize("key", ["crc", "the same"])
def test_a_question_is_known_by_its_wording_whatever_its_case_and_marks(key, monkeypatch):
    if key == "the same":
        # Two wordings with one number are told from each other by their words.
        monkeypatch.setattr("nkfacts.index.packing.key_of", lambda _: 7)
        monkeypatch.setattr("nkfacts.ask.common.common.key_of", lambda _: 7)
    base, _ = compiled(spliced(QUESTIONS))
    assert kept_as("When did THEY die?", base) == "when-killed"
    assert kept_as("the  fallen...", base) == "how-killed"
    assert kept_as("they did die when", base) is None
    assert kept_as("", base) is None
    base.close()


def test_a_word_stands_for_what_it_means_too():
    assert telling("dprk", {"dprk": "north-korea"}) == ("dprk", "=north-korea")
    wordings = {1: ["nk dead", "DPRK dead"], 2: ["déad"]}
    questions = [
        (number, len(texts), Counter(" ".join(map(fold, texts)).split())) for number, texts in wordings.items()
    ]
    counted = dict(asked_words(questions, {"nk": "kp", "dprk": "kp"}))
    assert decoded(counted[EACH]) == [1, 2, 2, 1]
    assert decoded(counted["=kp"]) == [1, 2]
    assert decoded(counted["dead"]) == [1, 2, 2, 1]


def test_a_base_without_questions_has_none():
    base, _ = compiled(spliced(""))
    assert questions_by_words(["they", "die"], 5, base, Lexicon(base.known)) == []
    base.close()
