"""Who says it in more than a name: whoever speaks for somebody, from some place, or nobody at all."""

import pytest

from nkfacts.verifying import claims

KILLED = "about 2,000 North Korean soldiers were killed"


@pytest.mark.parametrize(
    "who",
    [
        "a spokesman for the Danish army", "officials in Paris", "a professor at Oxford University", "Seoul's navy",
        "a doctor in Kursk", "the head of the Polish general staff", "diplomats in Moscow", "Tokyo's army",
    ],
)  # fmt: skip
def test_whoever_else_speaks_did_not_say_it(only, who):
    for text in (f"A{KILLED[1:]}, {who} said.", f"A{KILLED[1:]}, according to {who}."):
        assert only(text).verdict == claims.OTHERWISE, text
    assert only(f"{who[:1].upper()}{who[1:]} said that {KILLED}.").verdict == claims.OTHERWISE


@pytest.mark.parametrize("who", ["a spokesman for the NIS", "the spy agency in Seoul", "analysts", "the spy agency"])
def test_whoever_speaks_for_who_said_it_said_so(only, who):
    assert only(f"A{KILLED[1:]}, {who} said.").verdict == claims.SAID


@pytest.mark.parametrize("who", ["Nobody", "No one", "No official", "None of the agencies"])
def test_what_nobody_says_is_not_said_so(verdicts, only, who):
    assert only(f"{who} has said that {KILLED}.").verdict == claims.UNREAD
    assert claims.SAID not in verdicts(f"{who} has said that Shoigu visited Pyongyang on 17 June 2025.")


def test_no_other_words_are_taken_for_nobody(only):
    assert only(f"There was no comment from Moscow, but the NIS said {KILLED}.").verdict == claims.SAID
    assert only("No fewer than 100 North Koreans were killed, the NIS said in December 2024.").verdict == claims.SAID


@pytest.mark.parametrize(
    "text",
    [
        "According to South Korea's defence intelligence, about 28,000 containers had gone to Russia by July 2025.",
        "About 28,000 containers had gone from North Korea to Russia by July 2025, South Korea's defence intelligence said.",
        "Ukrainian intelligence told the Financial Times that North Korea had supplied Russia with 20 240mm launchers.",
    ],
)  # fmt: skip
def test_a_body_may_be_called_without_the_noun_for_a_body(only, text):
    assert only(text).verdict == claims.SAID


@pytest.mark.parametrize(
    "text",
    [
        "According to {}, about 28,000 containers had gone to Russia by July 2025.",
        "About 28,000 containers had gone from North Korea to Russia by July 2025, {} said.",
    ],
)
@pytest.mark.parametrize("who", ["Japan's defence intelligence", "Britain's defence intelligence", "Tokyo's navy"])
def test_the_body_of_another_nation_did_not_say_it(only, text, who):
    assert only(text.format(who)).verdict == claims.OTHERWISE
