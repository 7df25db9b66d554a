"""A figure by its claimants: whose last word counts, what came before it, and what is not compared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nkfacts
from nkfacts.query.comparison import ROLES, compare
from nkfacts.query.filters import Filter
from tests.support.bases import KILLED, base_of, fact, killed, spliced

VOICES = """entities:
  nis: {name: A service, kind: organisation}
  head: {name: Of the service, kind: person, part_of: nis}
  deputy: {name: Of the service too, kind: person, part_of: nis}
  gur: {name: Another, kind: organisation}
"""


def roles(found):
    return {claim.fact.id: claim.role for claim in found.claims}


def test_the_last_word_of_each_claimant_is_compared_and_the_rest_is_told_apart(base):
    found = compare(base, "death toll")
    assert roles(found) == {
        "killed-post": "latest", "killed-gur": "latest", "killed-nis-2": "latest", "killed-nis-1": "earlier",
        "killed-misprint": "deprecated", "killed-at-sudzha": "part", "killed-denied": "denied",
    }  # fmt: skip
    assert [claim.fact.id for claim in found.compared] == ["killed-post", "killed-gur", "killed-nis-2"]
    assert (found.headline, found.claimants, found.are_plans_over) == ("killed-gur", 3, False)
    assert [(body, [each.id for each in said]) for body, said in found.chains] == [
        ("nis", ["killed-nis-1", "killed-nis-2"])
    ]
    assert found.reason == "said by a named body, and last"


def test_it_is_part_of_the_python_api(base):
    assert nkfacts.compare(base, "casualties.killed") == compare(base, "death toll")


def test_a_day_hides_what_was_said_after_it(base):
    found = compare(base.on("2025-04-30"), KILLED)
    assert roles(found) == {"killed-nis-2": "latest", "killed-nis-1": "earlier"}
    assert found.headline == "killed-nis-2"


def test_persons_of_a_body_are_one_claimant_and_their_words_one_chain():
    facts = [
        fact("a", value=100, by="head", reported="2025-01-02"),
        fact("b", value=300, by="nis", reported="2025-02-02"),
        fact("c", value=200, by="gur", reported="2025-02-03"),
        fact("d", value=400, by="deputy", reported="2025-03-02"),
    ]
    with base_of(spliced(f"{VOICES}facts:\n{''.join(facts)}")) as base:
        found = compare(base, KILLED)
    assert [(claim.fact.id, claim.body) for claim in found.compared] == [("d", "nis"), ("c", "gur")]
    assert [(body, [each.amount for each in said]) for body, said in found.chains] == [("nis", ["100", "300", "400"])]


def test_of_one_day_a_number_is_the_later_word():
    facts = [fact("a", value=None, words="hundreds", status="confirmed"), fact("b", value=300)]
    with killed(*facts) as base:
        assert roles(compare(base, KILLED)) == {"a": "earlier", "b": "latest"}


def printed_on(sources):
    return "[" + ", ".join(f"{{source: {source}, as_printed: Words}}" for source in sources.split()) + "]"


LEVELS = st.fixed_dictionaries(
    {
        "amount": st.sampled_from([{}, {"value": None, "words": "hundreds"}, {"value": None, "low": 1, "high": 9}]),
        "status": st.sampled_from(["confirmed", "estimated", "reported"]),
        "sources": st.sampled_from(["page", "page paper", "blog"]),
        "by": st.sampled_from(["nis", "jcs"]),
    }
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LEVELS, min_size=2, max_size=5))
def test_of_one_day_what_is_compared_is_what_answers_for_a_claimant(said):
    facts = [
        fact(f"f{n}", **each["amount"], status=each["status"], by=each["by"], evidence=printed_on(each["sources"]))
        for n, each in enumerate(said)
    ]
    with killed(*facts) as base:
        for by in {each["by"] for each in said}:
            shown = compare(base, KILLED, Filter(by=by))
            assert [each.fact for each in shown.compared if each.role == "latest"] == [base.headline(KILLED, by=by)]


def whom_they_speak_for(base, figure):
    """Return the claimants of a figure, and whom they speak for."""
    found, left = set(), {fact.by for fact in base.facts(Filter(figure=figure))}
    while left:
        found |= left
        left = {above for id_ in left if (above := base.entity(id_).part_of)}
    return sorted(found)


@pytest.mark.parametrize("day", [None, "2024-12-31", "2025-06-30"])
def test_no_figure_of_a_claimant_is_answered_otherwise_than_it_is_compared(shipped_base, day):
    base, pairs = shipped_base.on(day), 0
    for figure, _ in base.figures():
        for by in whom_they_speak_for(base, figure.id):
            found, answer = compare(base, figure.id, Filter(by=by)), base.headline(figure.id, by=by)
            last = [each.fact for each in found.claims if each.role == "latest"]
            if answer is None:
                assert found.are_plans_over or not last
                continue
            # A later word on unverified pages only is no answer, but it is compared, and marked as such.
            unsure = [each for each in last if each.reported > answer.reported and not base.support(each).verified]
            assert answer in last or (day and unsure), (figure.id, by)
            pairs += 1
    assert pairs > 100


def test_the_headline_is_there_where_its_claimant_has_a_later_word():
    preferred = {"rank": "preferred", "rank_reason": "the only count by name"}
    with killed(fact("a", value=100, **preferred), fact("b", value=200, reported="2025-05-05")) as base:
        found = compare(base, KILLED)
    assert [claim.fact.id for claim in found.compared] == ["b", "a"]
    assert found.reason == "preferred: the only count by name"


def test_why_a_headline_leads_is_said():
    with killed(fact("a", value=900), fact("b", value=100, qualifier="at-least", reported="2025-05-05")) as base:
        assert compare(base, KILLED).reason == "said by a named body, and last"
    grows = spliced(
        "figures:\n  casualties.killed:\n    {label: Dead, topic: casualties, unit: people, cumulative: true}\n"
        f"facts:\n{fact('a', value=900)}{fact('b', value=100, qualifier='at-least', reported='2025-05-05')}"
    )
    with base_of(grows) as base:
        assert compare(base, KILLED).reason == "said by a named body, and higher than the lower bounds said since"


def test_plans_that_are_over_are_compared_where_none_stands():
    plans = [
        fact("a", value=100, status="planned", when="2025-02"),
        fact("b", value=200, status="planned", when="2025-03", by="gur"),
    ]
    later = fact("later", value=17, scope="part", reported="2026-03-01")
    with killed(*plans, later, fact("c", value=300, status="planned", when="2027", by="jcs")) as base:
        found = compare(base, KILLED)
        assert roles(found) == {"c": "latest", "a": "over", "b": "over", "later": "part"}
        assert not found.are_plans_over
    with killed(*plans, later) as base:
        found = compare(base, KILLED)
        assert roles(found) == {"a": "latest", "b": "latest", "later": "part"}
        assert (found.headline, found.are_plans_over) == (None, True)


def test_filters_decide_what_is_compared_and_never_what_the_headline_is(base):
    found = compare(base, KILLED, Filter(by="nis"))
    assert (roles(found), found.headline) == ({"killed-nis-2": "latest", "killed-nis-1": "earlier"}, None)
    assert roles(compare(base, KILLED, Filter(scope="part"))) == {"killed-at-sudzha": "part"}
    assert roles(compare(base, KILLED, Filter(figure="casualties.wounded"))) == {}
    assert roles(compare(base, KILLED, Filter(said_until="2025-04")))["killed-nis-2"] == "latest"


def test_a_limit_keeps_to_the_claimants_who_spoke_last(base):
    found = compare(base, KILLED, limit=2)
    assert [claim.fact.id for claim in found.compared] == ["killed-post", "killed-gur"]
    assert (found.claimants, found.chains) == (3, [])


SAID = st.lists(
    st.tuples(
        st.sampled_from(["nis", "head", "deputy", "gur"]),
        st.integers(1, 9),
        st.integers(1, 28),
        st.sampled_from([{}, {"scope": "part"}, {"status": "denied"}, {"rank": "deprecated", "rank_reason": "a slip"}]),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(SAID)
def test_every_fact_has_one_role_and_every_total_that_stands_is_compared_or_in_a_chain(said):
    facts = [
        fact(f"f{number}", by=by, value=value, reported=f"2025-03-{day:02}", **keys)
        for number, (by, value, day, keys) in enumerate(said)
    ]
    with base_of(spliced(f"{VOICES}facts:\n{''.join(facts)}")) as base:
        found = compare(base, KILLED)
        standing = {each.id for each in base.candidates(KILLED)}
        assert sorted(claim.fact.id for claim in found.claims) == sorted(each.id for each in base.facts_of(KILLED))
    assert {claim.role for claim in found.claims} <= set(ROLES)
    shown = {claim.fact.id for claim in found.compared} | {each.id for _, chain in found.chains for each in chain}
    assert shown == standing
    latest = [claim for claim in found.claims if claim.role == "latest"]
    assert len({claim.body for claim in latest}) == len(latest) == found.claimants
    days = [claim.fact.reported for claim in latest]
    assert days == sorted(days, reverse=True)
