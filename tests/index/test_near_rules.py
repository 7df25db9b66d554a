"""The rules that look at neighbours find what a look at every pair finds."""

import contextlib
import sqlite3
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts.errors import DataProblem
from nkfacts.index import derived
from tests.support.bases import compiled, fact, spliced

DAYS = [f"2025-01-{day:02}" for day in (1, 2, 4, 6, 9, 20)] + ["2025-03-01"]
CLAIM = st.fixed_dictionaries(
    {
        "value": st.sampled_from([5, 6]),
        "by": st.sampled_from(["nis", "jcs"]),
        "reported": st.sampled_from(DAYS),
        "figure": st.sampled_from(["casualties.killed", "casualties.all"]),
        "qualifier": st.sampled_from([None, None, "at-least"]),
    }
)
FRAME = """entities:
  nis:
    name: The NIS
    kind: organisation
  jcs:
    name: The JCS
    kind: organisation
figures:
  casualties.killed:
    label: Killed
    topic: casualties
    unit: people
    cumulative: true
    within: casualties.all
  casualties.all:
    label: All
    topic: casualties
    unit: people
    cumulative: true
"""


def base_of(claims):
    return compiled(spliced(FRAME + "facts:\n" + "".join(fact(f"f{n}", **keys) for n, keys in enumerate(claims))))


def apart(one, other):
    return abs((date.fromisoformat(one["reported"]) - date.fromisoformat(other["reported"])).days)


def expected(claims):
    """Return what a look at every pair finds: the beginning of the message, and the later fact."""
    found = set()
    for (n, one), (m, other) in permutations(enumerate(claims), 2):
        alike = one["value"] == other["value"]
        if one["figure"] == other["figure"]:
            if alike and one["by"] == other["by"] and m < n and apart(one, other) <= 7:
                found.add(("the same amount and claimant", f"f{n}"))
            if alike and one["by"] != other["by"] and m < n and apart(one, other) <= 3:
                found.add(("the same amount on the same page", f"f{n}"))
            falls = other["reported"] < one["reported"] and one["value"] < other["value"]
            if one["by"] == other["by"] and falls:
                found.add(("the total is below an earlier one", f"f{n}"))
        elif one["figure"] == "casualties.killed" and alike and apart(one, other) <= 31:
            found.add(("the same amount as the whole", f"f{n}"))
    return found


@pytest.mark.parametrize("naming", [{"note": "Unlike f0."}, {"disputes": "[f0]"}], ids=["note", "disputes"])
@pytest.mark.parametrize("figure", ["casualties.killed", "casualties.all"])
def test_two_alike_of_which_one_names_the_other_were_looked_at(figure, naming):
    one = {"value": 5, "by": "nis", "figure": "casualties.all"}
    other = {"value": 5, "by": "jcs", "figure": figure}
    for more, warned in (({}, True), (naming, False)):
        base, found = base_of([one, other | more])
        base.close()
        assert any("the same amount" in problem.message for problem in found) == warned


@settings(max_examples=40, deadline=None)
@given(st.lists(CLAIM, min_size=1, max_size=9))
def test_neighbours_show_what_all_pairs_show(claims):
    base, warnings = base_of(claims)
    kinds = {kind for kind, _ in expected(claims)}
    found = {(kind, each.id) for each in warnings for kind in kinds if each.message.startswith(kind)}
    assert found == expected(claims)
    base.close()


@settings(max_examples=40, deadline=None)
@given(st.lists(CLAIM, min_size=1, max_size=12))
def test_the_total_that_a_lower_bound_does_not_displace_is_that_of_the_query(claims):
    base, _ = base_of([{**claim, "value": n % 3} for n, claim in enumerate(claims)])
    rows = base.known.connection.execute(f"SELECT below, {derived.BELOW.format('fact')} FROM fact").fetchall()
    assert [row[0] for row in rows] == [row[1] for row in rows]
    base.close()


def linear(make, count):
    """Return how many steps of SQLite a base of so many facts takes."""
    steps = [0]

    def counting():
        steps[0] += 1
        return 0

    connect = sqlite3.connect

    def connected(*given):
        connection = connect(*given)
        connection.set_progress_handler(counting, 1000)
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", connected)
        with contextlib.suppress(DataProblem):
            compiled(make(count))[0].close()
    return steps[0]


def facts_of(**keys):
    def make(count):
        numbered = ({name: str(value).format(n=n) for name, value in keys.items()} for n in range(count))
        return spliced("facts:\n" + "".join(fact(f"f{n}", **own) for n, own in enumerate(numbered)))

    return make


CROWDS = {
    "equal claims": facts_of(value=1),
    "at least": facts_of(value="{n}", qualifier="at-least"),
    "preferred": facts_of(value="{n}", rank="preferred", rank_reason="why"),
    "disputed": facts_of(disputes="[f0]"),
    "unknown": facts_of(by="nobody-{n}"),
    "one id": lambda count: spliced("facts:\n" + fact("one") * count),
    "aliases": lambda count: spliced(
        "entities:\n" + "".join(f"  e{n}: {{name: N{n}, kind: person, aliases: [same]}}\n" for n in range(count))
    ),
    "chain": lambda count: spliced(
        "entities:\n" + "".join(f"  e{n}: {{name: N{n}, kind: place, part_of: e{n + 1}}}\n" for n in range(count))
    ),
}


@pytest.mark.parametrize("crowd", CROWDS)
def test_twice_the_facts_take_twice_the_work(crowd):
    few, many = (linear(CROWDS[crowd], count) for count in (150, 600))
    assert many < 4 * few * 1.7 + 30, (few, many)
