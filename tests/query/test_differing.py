"""What differs between two bases: records by what they say, and the headlines that move by it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nkfacts
from tests.support.bases import KILLED, TREE, base_of, fact, killed
from tests.support.files import BASE

TEXT = BASE.read_text("utf-8")


def between(old, new, as_of=None):
    with base_of(old, as_of) as before, base_of(new, as_of) as after:
        return nkfacts.diff(before, after)


def told(found):
    return [(each.part, each.id, each.change, each.keys) for each in found.records]


def test_a_base_does_not_differ_from_itself_nor_from_another_layout_of_it():
    assert between(TEXT, TEXT) == ((), ())
    assert between(TEXT, TEXT.replace("value: 300\n", "value: 300 # as printed\n\n")) == ((), ())
    head, mark, facts = TEXT.partition("\nfacts:\n")
    first, *rest = facts.split("\n  - id: ")
    assert between(TEXT, head + mark + "\n  - id: ".join([first, *reversed([each.rstrip() for each in rest])])) == (
        (),
        (),
    )


def test_a_key_that_changed_is_named_with_both_values_and_a_headline_that_moved():
    found = between(
        TEXT, TEXT.replace("high: 1100", "high: 1200").replace('updated: "2026-03-31"', 'updated: "2026-04-01"')
    )
    assert told(found) == [("header", "updated", "changed", ()), ("facts", "killed-gur", "changed", ("high",))]
    assert [(each.old.high, each.new.high) for each in found.records[1:]] == [(1100, 1200)]
    assert (found.records[0].old, found.records[0].new) == ("2026-03-31", "2026-04-01")
    assert [(each.kind, each.figure.id, each.old.amount, each.new.amount) for each in found.moved] == [
        ("moved", KILLED, "900 to 1,100", "900 to 1,200")
    ]


def test_added_and_removed_are_each_others_mirror():
    with killed(fact("a")) as old, killed(fact("a"), fact("b", value=900, by="gur", reported="2025-03-03")) as new:
        there, back = nkfacts.diff(old, new), nkfacts.diff(new, old)
    assert told(there) == [("facts", "b", "added", ())]
    assert told(back) == [("facts", "b", "removed", ())]
    assert (there.records[0].old, there.records[0].new.value) == (None, 900)
    assert [(each.old.id, each.new.id) for each in there.moved] == [("a", "b")]
    assert [(each.old.id, each.new.id) for each in back.moved] == [("b", "a")]


def test_a_figure_of_one_base_only_is_told_with_its_headline():
    with base_of(TEXT) as old, killed(fact("a")) as new:
        found = nkfacts.diff(old, new)
    lost = {each.figure.id: each.kind for each in found.moved}
    assert lost["deployment.soldiers"] == "lapsed"
    assert ("figures", "deployment.soldiers", "removed", ()) in told(found)


def test_both_are_taken_as_they_were_known_on_a_day():
    changed = TEXT.replace("high: 1100", "high: 1200")
    assert between(TEXT, changed, as_of="2025-06-14") == ((), ())
    assert len(between(TEXT, changed, as_of="2025-06-15").records) == 1


@pytest.mark.parametrize("part", ["topics", "entities", "sources", "figures"])
def test_every_part_is_compared(part):
    first = next(iter(TREE[part]))
    key = next(key for key, value in TREE[part][first].items() if key in ("label", "name", "title"))
    value = TREE[part][first][key]
    at = TEXT.index(f"\n{part}:")
    changed = TEXT[:at] + TEXT[at:].replace(f"{key}: {value}", f"{key}: {value} II", 1)
    assert told(between(TEXT, changed)) == [(part, first, "changed", (key,))]


VALUES = st.lists(st.one_of(st.none(), st.integers(1, 3)), min_size=4, max_size=4)


@settings(max_examples=20, deadline=None)
@given(VALUES, VALUES)
def test_the_differences_lead_from_one_base_to_the_other(old, new):
    def facts(values):
        return [fact(f"f{n}", value=value, by="gur") for n, value in enumerate(values) if value is not None]

    if any(facts(old)) and any(facts(new)):
        with killed(*facts(old)) as before, killed(*facts(new)) as after:
            found = nkfacts.diff(before, after)
        expected = [
            (f"f{n}", "changed" if one and other else "added" if other else "removed")
            for n, (one, other) in enumerate(zip(old, new, strict=True))
            if one != other
        ]
        assert [(each.id, each.change) for each in found.records] == expected
