"""Who somebody is, who holds or took an office: the fact shown is the one that says so, and no other question is that."""

import pytest


@pytest.mark.parametrize(
    ("question", "name", "fact"),
    [
        ("Who became South Korea's defence minister in September 2024?", "Kim Yong-hyun",
         "rok-presidential-office-2024-09-06-kim-yong-hyun"),
        ("who was south korea's defence minister in november 2024", "Kim Yong-hyun",
         "rok-presidential-office-2024-09-06-kim-yong-hyun"),
        ("who took over the south korean spy agency in june 2025", "Lee Jong-seok", "donga-2025-06-27-lee-jong-seok"),
        ("who was in charge of the Reconnaissance General Bureau in May 2025", "Ri Chang Ho", "kbs-2025-05-09-posts"),
        ("who heads kursk oblast", "Alexander Khinshtein", "kremlin-2024-12-05-khinshtein"),
    ],
)  # fmt: skip
def test_of_an_office_comes_what_was_reported_when_it_was_taken(answer, question, name, fact):
    found = answer(question)
    assert (found.entity.name, found.facts[0].id) == (name, fact)


def test_of_somebody_without_an_office_comes_who_told_of_him_first(answer):
    facts = answer("what is the MSMT").facts
    assert facts[0].id == "reuters-2024-10-16-msmt"
    assert [fact.reported for fact in facts] == sorted(fact.reported for fact in facts)


@pytest.mark.parametrize(
    "question",
    [
        "whom did the south korean foreign ministry summon on 21 october 2024",
        "who took over kursk",
        "who did the storm corps fight",
    ],
)
def test_a_name_that_does_something_is_not_asked_who_it_is(answer, question):
    assert answer(question).kind != "identity"


def test_who_did_it_is_not_to_whom_it_was_done(answer):
    assert "prisoner" not in answer("who captured the two north korean prisoners").brief


def test_where_is_told_by_the_fact_and_not_by_all_places_of_its_figure(answer):
    assert answer("where were the two north korean prisoners captured").brief == "Kursk Oblast"


@pytest.mark.parametrize(
    ("question", "holds", "name"),
    [
        ("is Shoigu defence minister", False, "Andrei Belousov"),
        ("was Shoigu defence minister", True, "Sergei Shoigu"),
        ("is Patrushev still security council secretary", False, "Sergei Shoigu"),
        ("is Sullivan national security adviser", False, "Jake Sullivan"),
        ("is Shoigu foreign minister", False, "Sergei Lavrov"),
        ("is Gerasimov still chief of the general staff", True, "Valery Gerasimov"),
        ("is Yoon still president", False, "Lee Jae-myung"),
    ],
)
def test_an_office_that_is_said_of_somebody_is_held_against_who_has_it(answer, question, holds, name):
    found = answer(question)
    assert found.entity.name == name
    assert found.brief.startswith("yes: " if holds else "no: ")
