"""The rules about what statements mean, where a bad file is not enough to show them."""

import pytest

from nkfacts.errors import DataProblem
from nkfacts.index.meaning_rules import cycles
from nkfacts.index.numbers import numbers_in
from tests.support.bases import compiled, spliced

MEANING = """actions:
  lose: {label: lose, verbs: [lose]}
  kill: {label: kill, verbs: [kill], inverse: [die], inverse_nouns: [death], parent: lose, required: [whom]}
  be-at: {label: be, verbs: [be], required: [who, where]}
things:
  soldiers: {names: [soldiers, soldier]}
entities:
  nis: {name: Intelligence Service, kind: organisation}
  kursk: {name: Kursk, kind: place}
figures:
  casualties.killed: {label: Killed, topic: casualties, unit: people, counts: {of: [soldiers], did: [lose]}}
"""
FIGURE_FACT = """  - id: z
    figure: casualties.killed
    statement: Words.
    value: 600
    status: reported
    reported: 2025-01-02
    by: nis
    place: kursk
    evidence: [{source: page, as_printed: "600"}]
"""


def event(frames, *more, title="Soldiers die", statement="Many deaths."):
    lines = [
        f"title: {title}", f"statement: {statement}", "topic: casualties", "status: reported", "when: 2025-01",
        "reported: 2025-01-02", "by: nis", 'evidence: [{source: page, as_printed: "600"}]', f"events: {frames}", *more,
    ]  # fmt: skip
    return "\n    ".join(["  - id: a", *lines]) + "\n"


def messages(frames, *more, **texts):
    try:
        _, problems = compiled(spliced(f"{MEANING}facts:\n{FIGURE_FACT}{event(frames, *more, **texts)}"))
    except DataProblem as fault:
        problems = fault.problems
    return [problem.message for problem in problems if "nothing uses this action" not in problem.message]


def test_the_place_of_a_fact_fills_where_unless_the_frame_has_its_own_or_none():
    assert messages("[{who: [soldiers], did: be-at}]", "place: kursk") == []
    assert messages("[{who: [soldiers], did: be-at, where: []}]", "place: kursk") == [
        "the frame of 'be-at' lacks where"
    ]
    assert messages("[{did: be-at}]") == ["the frame of 'be-at' lacks who and where"]


@pytest.mark.parametrize("title", ["Three died", "Deaths in Kursk", "How it lost them", "Kills seen"])
def test_an_action_is_said_by_its_words_in_any_form_and_by_a_wider_one(title):
    assert messages("[{did: kill, whom: [soldiers]}]", title=title, statement="Words.") == []


def test_the_statement_may_say_what_the_title_does_not():
    assert messages("[{did: kill, whom: [soldiers]}]", title="Words", statement="They died.") == []
    assert messages("[{did: kill, whom: [soldiers]}]", title="Words", statement="None.") == [
        "neither title nor statement says kill"
    ]


def test_one_action_that_is_said_is_enough():
    assert messages("[{did: kill, whom: [soldiers]}, {did: lose}]", title="Losing", statement="None.") == []


def test_a_state_needs_no_word():
    assert messages("[{did: be-at, who: [soldiers], where: [kursk]}]", title="Soldiers in Kursk", statement="No.") == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("10,000 soldiers", {10000}),
        ("4.5 million dollars, $9 billion", {4_500_000, 9_000_000_000}),
        ("two or three million", {2_000_000, 3_000_000}),
        ("twenty-four, thirty and six", {24, 30, 6}),
        ("two hundred thousand", {200_000}),
        ("a ship", {1}),
        ("a third, two thirds and half of them", {33, 66, 67, 50}),
        ("1.5 km", {1.5}),
    ],
)
def test_the_numbers_of_a_text(text, numbers):
    assert numbers <= numbers_in(text)


@pytest.mark.parametrize(("text", "number"), [("10,000", 10), ("4.5 million", 5), ("no number", 1), ("", 0)])
def test_no_other_number_is_said(text, number):
    assert number not in numbers_in(text)


def test_each_cycle_is_found_once():
    assert list(cycles({"a": ["b"], "b": ["c"], "c": ["a", "b"], "d": ["a"], "e": ["e"]})) == [
        ["a", "b", "c"], ["b", "c"], ["e"],
    ]  # fmt: skip
    assert list(cycles({"a": ["b", "c"], "b": ["d"], "c": ["d"]})) == []


def test_a_long_way_up_is_no_trouble():
    assert list(cycles({str(n): [str(n + 1)] for n in range(100_000)})) == []
