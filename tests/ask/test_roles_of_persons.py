"""Whoever is named in a question has to be whom the fact tells of, in the part that the question gives him."""

import pytest


@pytest.mark.parametrize(
    "question",
    [
        "What infantry rockets did Wagner deliver to North Korea in November 2022?",
        "Who handed Putin a letter from Kim Jong Un in July 2023?",
        "On which day did Kim visit a military headquarters in Kursk Oblast?",
        "When did Trump meet Kim Jong Un?",
        # People of another nation are somebody else too.
        "Which South Korean minister called the Russian soldiers mere cannon fodder?",
        "how many russian soldiers rehearsed for the parade at mirim in feb 2026",
        "How many people did Japan sanction over North Korean arms in December 2023?",
        # So is to whom it was done, where it went the other way.
        "Who delivered Kim Jong Un's letter to Putin in July 2023?",
        "Which mortars did Russia hand over to North Korea in June 2025?",
        "When did Russian rocket artillery experts go to North Korea to teach the use of the weapons?",
    ],
)
def test_what_somebody_else_did_is_no_answer(answer, question):
    assert not answer(question).facts


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Who handed Kim Jong Un a letter from Putin in July 2023?", "kcna-2023-07-27-putin-letter"),
        (
            "On which day did Putin visit a military headquarters in Kursk Oblast?",
            "associated-press-2025-03-13-putin-in-kursk",
        ),
        ("What arms did North Korea deliver to Wagner in November 2022?", "white-house-2022-12-22-wagner-arms"),
    ],
)
def test_what_he_did_himself_is(answer, question, fact):
    assert fact in [found.id for found in answer(question).facts]


def test_the_frame_of_the_deed_that_is_asked_for_names_who_did_it(answer):
    # Putin wrote the letter, by another frame of the same fact.
    assert "Shoigu" in answer("Who handed Kim Jong Un a letter from Putin in July 2023?").brief


@pytest.mark.parametrize("asking", ["On which day", "On what date", "In which month"])
def test_a_day_is_asked_for_in_many_words(answer, asking):
    assert answer(f"{asking} did Putin visit a military headquarters in Kursk Oblast?").brief == "2025-03-12"


def test_what_is_only_planned_was_not_done(answer):
    assert not answer("which lethal weapons did yoon send to ukraine").facts
    assert answer("which lethal weapons may yoon send to ukraine").facts


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Who presented the MSMT's findings in New York?", "us-state-2025-07-18-bailey"),
        ("How many of the 528th Engineers fell, by Kim?", "kim-jong-un-2025-12-12-killed-528th"),
        ("who claimed that up to 100,000 north koreans might end up in russia?", "g20-officials-2024-11-17-planned"),
        ("According to Peskov, are there North Korean soldiers on Ukrainian soil?", "peskov-2025-09-05-not-in-ukraine"),
        ("who said squares would bear the names of korean soldiers", "matsegora-2025-05-09-monuments"),
        ("Who told the press that Beijing was not aware of North Korean troops?", "china-2024-10-24-not-aware"),
    ],
)
def test_what_only_describes_does_nothing(answer, question, fact):
    assert fact in [found.id for found in answer(question).facts]


def test_a_reason_is_told_where_a_fact_has_one(answer):
    assert "snow" in answer("why did the sappers leave kursk in December 2025").facts[0].statement
    refused = answer("Why did Smirnov resign as governor of Kursk?")
    assert not refused.facts
    assert refused.reason == "reasons are not among the facts"


def test_whom_one_of_several_countries_sanctioned_is_told_by_its_own_fact(answer):
    found = answer("How many people did Canada sanction in May 2024?")
    assert found.facts[0].by.startswith("canada")
