"""Claims that cannot both hold, and what only looks like it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nkfacts
from nkfacts.query.conflicts import TOLERANCE, conflicts, read_as
from nkfacts.query.filters import Filter
from tests.support.bases import base_of, fact, spliced

VOICES = "".join(f"  {id_}: {{name: The {id_}, kind: organisation}}\n" for id_ in ("nis", "jcs", "gur"))
VOICES += "  head: {name: Of the service, kind: person, part_of: nis}\n"


def base_with(*facts, **keys):
    """Open a base with facts of one figure, and of one within it, which have keys of their own."""
    figure = {"label": "Dead", "topic": "casualties", "unit": "people", **keys}
    figures = "figures:\n" + "".join(
        f"  casualties.{id_}: {{{', '.join(f'{key}: {value}' for key, value in {**figure, **more}.items())}}}\n"
        for id_, more in (("killed", {}), ("officers", {"label": "Officers dead", "within": "casualties.killed"}))
    )
    return base_of(spliced(f"entities:\n{VOICES}{figures}facts:\n{''.join(facts)}"))


def pairs(base, wanted=nkfacts.Filter()):  # noqa: B008
    return [(each.why, each.higher.id, each.lower.id) for each in conflicts(base, wanted)]


def two(one, other, **keys):
    with base_with(fact("a", **one), fact("b", **{"by": "gur", **other}), **keys) as base:
        return [(why, higher, lower) for why, higher, lower in pairs(base)]


JANUARY = {"when": '"2025-01"', "reported": "2025-01-31"}
MARCH = {"when": '"2025-03"', "reported": "2025-03-31"}


@pytest.mark.parametrize(
    ("one", "other", "is_conflict"),
    [
        ({"value": 600}, {"value": 601}, True),
        ({"value": 600}, {"value": 600}, False),
        ({"value": 600, "qualifier": "about"}, {"value": 540}, False),
        ({"value": 600, "qualifier": "about"}, {"value": 539}, True),
        ({"value": 600, "qualifier": "about"}, {"value": 700, "qualifier": "about"}, False),
        ({"value": 600, "qualifier": "about"}, {"value": 740, "qualifier": "about"}, True),
        ({"value": 600, "qualifier": "at-least"}, {"value": 700}, False),
        ({"value": 600, "qualifier": "more-than"}, {"value": 500}, True),
        ({"value": 600, "qualifier": "up-to"}, {"value": 700, "qualifier": "at-least"}, True),
        ({"value": 600, "qualifier": "up-to"}, {"value": 500}, False),
        ({"value": None, "low": 500, "high": 700}, {"value": 600}, False),
        ({"value": None, "low": 500, "high": 700}, {"value": 800}, True),
        ({"value": None, "words": "hundreds"}, {"value": 2}, False),
        ({"scope": "part", "value": 10}, {"value": 600}, False),
        ({"status": "denied", "value": 10}, {"value": 600}, False),
        ({"status": "planned", "value": 10, "when": "2026"}, {"value": 600}, False),
        ({"rank": "deprecated", "rank_reason": "slip", "value": 10}, {"value": 600}, False),
    ],
)
def test_two_totals_of_one_time_conflict_when_they_cannot_meet(one, other, is_conflict):
    assert [why for why, *_ in two({**JANUARY, **one}, {**JANUARY, **other})] == ["same time"] * is_conflict


@pytest.mark.parametrize(
    ("higher", "lower", "in_a_count", "in_a_total"),
    [
        (JANUARY, MARCH, [], ["later, yet lower"]),
        (MARCH, JANUARY, [], []),
        (JANUARY, {**MARCH, "when": '"2025-01/2025-03"'}, ["same time"], ["later, yet lower"]),
        ({**JANUARY, "when": '"2023/2025-01"'}, {**MARCH, "when": '"2024-06/2025-03"'}, ["same time"], []),
        (
            {**JANUARY, "when": '"2024-05/2025-01"'},
            {**MARCH, "when": '"2024-06/2025-03"'},
            ["same time"],
            ["later, yet lower"],
        ),
        (
            {**JANUARY, "when": '"../2025-01"'},
            {**MARCH, "when": '"2024-06/2025-03"'},
            ["same time"],
            ["later, yet lower"],
        ),
    ],
)
def test_the_time_decides_and_a_total_that_only_grows_is_not_lost(higher, lower, in_a_count, in_a_total):
    for keys, expected in (({}, in_a_count), ({"cumulative": "true"}, in_a_total)):
        found = two({**higher, "value": 900}, {**lower, "value": 300}, **keys)
        assert found == [(why, "a", "b") for why in expected]


def test_a_later_word_takes_back_the_earlier_one_of_its_claimant():
    facts = [
        fact("a", value=900, **JANUARY),
        fact("b", value=300, by="gur", **JANUARY),
        fact("c", value=300, by="head", when='"2025-01"', reported="2025-02-02"),
    ]
    with base_with(*facts[:2]) as base:
        assert pairs(base) == [("same time", "a", "b")]
    with base_with(*facts) as base:
        assert pairs(base) == []


def test_what_a_claimant_counted_for_another_time_stands():
    facts = [
        fact("a", value=900, **JANUARY),
        fact("b", value=300, by="gur", **JANUARY),
        fact("c", value=300, **MARCH),
    ]
    with base_with(*facts) as base:
        assert pairs(base) == [("same time", "a", "b")]


def test_a_claimant_can_contradict_itself_on_one_day():
    with base_with(fact("a", value=900), fact("b", value=300)) as base:
        assert pairs(base) == [("same time", "a", "b")]


def test_of_two_claimants_the_pair_said_last_stands_for_the_others():
    facts = [
        fact(f"{by}{month}", value=value, by=by, when=f'"2025-0{month}"', reported=f"2025-0{month}-28")
        for month in (1, 2, 3)
        for by, value in (("nis", 900), ("gur", 300))
    ]
    with base_with(*facts) as base:
        found = conflicts(base)
    assert [(each.higher.id, each.lower.id, each.others, each.apart) for each in found] == [("nis3", "gur3", 2, 600)]


@pytest.mark.parametrize(
    ("part", "expected"),
    [({"figure": "casualties.officers"}, True), ({"scope": "part"}, True), ({"scope": "part", "status": "denied"}, False),
     ({"figure": "casualties.officers", **MARCH}, False), ({"scope": "part", "value": 300}, False)],
)  # fmt: skip
def test_a_part_is_not_above_its_whole(part, expected):
    found = two({**JANUARY, "value": 900, **part}, {**JANUARY, "value": 300}, cumulative="true")
    assert found == [("part above whole", "a", "b")] * expected


def counting(meaning, facts):
    """Return the text of a base whose figure counts the dead, with what else it means."""
    return spliced(
        "things:\n  people: {names: [people]}\nactions:\n  die: {label: die, verbs: [die]}\n"
        "figures:\n  casualties.killed: {label: Dead, topic: casualties, unit: people, "
        f"counts: {{of: [people], did: [die], {meaning}}}}}\nentities:\n{VOICES}facts:\n{facts}"
    )


@pytest.mark.parametrize(("measure", "count"), [("share", 0), ("number", 1)])
def test_shares_have_no_parts_that_add_up(measure, count):
    facts = fact("a", value=90, scope="part") + fact("b", value=30, by="gur")
    with base_of(counting(f"measure: {measure}", facts)) as base:
        assert pairs(base) == [("part above whole", "a", "b")] * count


@pytest.mark.parametrize(("who", "count"), [("nis, gur", 0), ("nis", 1)])
def test_who_counts_deeds_of_its_own_contradicts_nobody(who, count):
    facts = fact("a", value=90) + fact("b", value=30, by="gur")
    with base_of(counting(f"who: [{who}]", facts)) as base:
        assert pairs(base) == [("same time", "a", "b")] * count


def test_a_filter_is_satisfied_by_one_of_the_two(base):
    assert pairs(base) == [("same time", "soldiers-gur", "soldiers-jcs")]
    for wanted in (
        Filter(by="gur"),
        Filter(by="south-korea"),
        Filter(topic="deployment"),
        Filter(figure="troop strength"),
    ):
        assert pairs(base, wanted) == pairs(base)
    assert pairs(base, Filter(by="nis")) == pairs(base, Filter(topic="casualties")) == []
    assert nkfacts.conflicts(base.on("2024-11-03")) == []


AMOUNTS = st.one_of(
    st.tuples(st.integers(0, 50), st.sampled_from(["exactly", "about", "at-least", "up-to", "nearly"])).map(
        lambda pair: {"value": pair[0], "qualifier": pair[1]}
    ),
    st.tuples(st.integers(0, 50), st.integers(0, 50)).map(
        lambda ends: {"value": None, "low": min(ends), "high": max(ends), "qualifier": "between"}
    ),
)


@settings(max_examples=40, deadline=None)
@given(AMOUNTS, AMOUNTS)
def test_two_claims_of_one_time_conflict_when_no_number_fits_both_and_never_otherwise(one, other):
    with base_with(fact("a", **JANUARY, **one), fact("b", **{**JANUARY, "by": "gur"}, **other)) as base:
        found = conflicts(base)
        (low, high), (begin, end) = (read_as(base.fact(id_)) for id_ in "ab")
    assert bool(found) == (max(low, begin) > min(high, end))
    assert all(each.apart > 0 for each in found)
    assert TOLERANCE == 0.1
