"""Filters by any values: together they let pass what each lets pass, and nothing that is typed breaks one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts.errors import UsageProblem
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter
from tests.support.bases import TREE, ids

NAMES = {
    "topic": [*TREE["topics"]],
    "figure": [*TREE["figures"]],
    "by": [*TREE["entities"]],
    "via": [*TREE["entities"]],
    "place": [*TREE["entities"]],
    "about": [*TREE["entities"]],
    "source": [*TREE["sources"]],
    "status": ["confirmed", "observed", "estimated", "reported", "denied", "planned"],
    "tag": ["first-count", "ships", "none"],
    "scope": ["total", "part"],
    "rank": ["normal", "preferred", "deprecated"],
    "since": ["2024", "2024-10", "2025-01-13", "2025-1X", "2024-24", "2024-10/2025-02"],
    "until": ["2024", "2024-10-18", "2025-04", "202X", "9999"],
    "said_since": ["0001", "2024-11", "2025-04-30"],
    "said_until": ["2024-12", "2025-04-30", "9999-12-31"],
    "min_publishers": [1, 2, 3],
    "disputed": [True],
}
ONE = st.sampled_from(sorted(NAMES)).flatmap(lambda key: st.tuples(st.just(key), st.sampled_from(NAMES[key])))


def passed(connection, **wanted):
    return set(ids(Base(connection).facts(Filter(**wanted))))


@settings(deadline=None, max_examples=150, database=None)
@given(st.lists(ONE, min_size=2, max_size=4, unique_by=lambda pair: pair[0]))
def test_filters_together_let_pass_what_each_of_them_does(connection, pairs):
    # Alone each may stand; days the wrong way round are refused together.
    given_ = dict(pairs)
    try:
        together = passed(connection, **given_)
    except UsageProblem:
        assert {"since", "until"} <= given_.keys() or {"said_since", "said_until"} <= given_.keys()
        return
    assert together == set.intersection(*(passed(connection, **{key: value}) for key, value in pairs))


REPEATABLE = sorted(set(NAMES) - {"since", "until", "said_since", "said_until", "min_publishers", "disputed"})


@settings(deadline=None, max_examples=100, database=None)
@given(
    st.sampled_from(REPEATABLE).flatmap(
        lambda key: st.tuples(st.just(key), st.lists(st.sampled_from(NAMES[key]), min_size=1, max_size=4))
    )
)
def test_several_names_of_a_filter_let_pass_what_any_of_them_does(connection, pair):
    key, values = pair
    assert passed(connection, **{key: values}) == set().union(*(passed(connection, **{key: value}) for value in values))


TEXTS = st.text(max_size=30) | st.text("0123456789X-/.~?%", max_size=22)


@pytest.mark.parametrize("key", sorted(set(NAMES) - {"min_publishers", "disputed"}))
@settings(deadline=None, max_examples=30, database=None)
@given(text=TEXTS)
def test_any_text_for_a_filter_lets_pass_or_is_refused(connection, key, text):
    try:
        found = passed(connection, **{key: text})
    except UsageProblem:
        return
    assert found <= set(ids(Base(connection).facts()))


@settings(deadline=None, max_examples=60, database=None)
@given(st.sampled_from(["dead", "soldiers", "killed", "nis", "Kursk", "ship", "국가정보원"]), st.integers(1, 12))
def test_a_limit_of_a_search_is_a_beginning_of_all_hits(connection, words, limit):
    base = Base(connection)
    every = [(hit.part, hit.id) for hit in base.search(words, limit=1000)]
    assert [(hit.part, hit.id) for hit in base.search(words, limit=limit)] == every[:limit]
