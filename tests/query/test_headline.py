"""The headline of a figure: the better of two facts, and what is never an answer."""

import itertools

import pytest

from tests.support.bases import KILLED, fact, ids, killed

BLOG = '[{source: blog, as_printed: "600"}]'
TWO_ORIGINS = '[{source: page, as_printed: "600"}, {source: paper}]'
TWO_PAGES_OF_ONE = '[{source: page, as_printed: "600"}, {source: reprint}]'
HUNDREDS = {"value": None, "words": "hundreds"}
PREFERRED = {"rank": "preferred", "rank_reason": "Because"}
DEPRECATED = {"rank": "deprecated", "rank_reason": "Because"}


@pytest.mark.parametrize(
    ("figure", "winner"),
    [
        (KILLED, "killed-gur"),
        ("casualties.wounded", "wounded-jcs"),
        ("deployment.soldiers", "soldiers-jcs"),
        ("deployment.shells", "shells-gur"),
    ],
)
def test_the_headlines_of_the_base_are_those_its_comments_name(base, figure, winner):
    assert base.headline(figure).id == winner


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        ({"reported": "2025-02-01"}, {"reported": "2025-01-01"}),
        ({"reported": "2025-01-01", **PREFERRED}, {"reported": "2025-02-01", "status": "confirmed"}),
        ({"reported": "2025-01-01", "evidence": BLOG, **PREFERRED}, {"reported": "2025-02-01"}),
        ({"reported": "2025-01-01"}, {"reported": "2025-02-01", "evidence": BLOG}),
        ({"status": "confirmed"}, {"status": "acknowledged"}),
        ({"status": "acknowledged"}, {"status": "observed"}),
        ({"status": "observed"}, {"status": "estimated"}),
        ({"status": "estimated"}, {"status": "reported"}),
        ({"status": "reported"}, {"status": "planned"}),
        ({"reported": "2025-02-01", "status": "planned"}, {"reported": "2025-01-01", "status": "confirmed"}),
        ({"status": "reported"}, HUNDREDS | {"status": "confirmed"}),
        (HUNDREDS | {"status": "confirmed"}, HUNDREDS),
        (HUNDREDS | {"reported": "2025-02-01"}, {"reported": "2025-01-01"}),
        ({"evidence": TWO_ORIGINS}, {}),
        ({"evidence": TWO_ORIGINS}, {"evidence": TWO_PAGES_OF_ONE}),
        ({"status": "confirmed"}, {"status": "estimated", "evidence": TWO_ORIGINS}),
        ({}, HUNDREDS | {"evidence": TWO_ORIGINS}),
        ({"reported": "2025-01-01"}, {"reported": "2025-02-01", "scope": "part"}),
        ({"reported": "2025-01-01"}, {"reported": "2025-02-01", "status": "denied"}),
        ({"reported": "2025-01-01"}, {"reported": "2025-02-01", **DEPRECATED}),
    ],
)
@pytest.mark.parametrize("names", [("a", "z"), ("z", "a")])
def test_the_headline_is_the_better_of_two(winner, loser, names):
    for order in itertools.permutations(
        [fact(names[0], **{"value": 1} | winner), fact(names[1], **{"value": 2} | loser)]
    ):
        with killed(*order) as base:
            assert base.headline(KILLED).id == names[0]


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_the_last_tie_goes_to_the_id(order):
    with killed(*(fact(id_, value=n, by="nis" if id_ == "a" else "jcs") for n, id_ in enumerate(order))) as base:
        assert base.headline(KILLED).id == "a"


@pytest.mark.parametrize("keys", [{"scope": "part"}, {"status": "denied"}, DEPRECATED])
def test_parts_denials_and_slips_are_never_an_answer(keys):
    with killed(fact("a", **keys)) as base:
        assert base.headline(KILLED) is None
        assert base.candidates(KILLED) == []
        assert base.spread(KILLED) == (None, None, 0, 0)
        assert ids(base.facts()) == ["a"]


def test_the_headline_of_one_claimant_takes_in_who_speaks_for_it(base):
    assert base.headline(KILLED, by="nis").id == "killed-nis-2"
    assert base.headline(KILLED, by="국가정보원").id == "killed-nis-2"
    assert base.headline("deployment.soldiers", by="south-korea").id == "soldiers-jcs"
    assert base.headline(KILLED, by="russia") is None


def test_an_unverified_fact_answers_where_nothing_better_does():
    with killed(fact("a", evidence=BLOG)) as base:
        assert base.headline(KILLED).id == "a"
