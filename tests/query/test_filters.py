"""Filters: what each lets pass, what they refuse, and the order of what passes."""

import pytest

from nkfacts.errors import UnknownName, UsageProblem
from nkfacts.query.filters import Filter
from tests.support.bases import KILLED, TREE, ids


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"topic": "deployment", "figure": None, "tag": "ships"}, {"first-ship"}),
        ({"topic": "losses", "by": "jcs"}, {"killed-misprint", "wounded-jcs"}),
        ({"figure": "death toll", "by": "Kyiv"}, {"killed-gur", "killed-at-sudzha"}),
        ({"figure": "deployment.shells"}, {"shells-gur"}),
        ({"by": "russia"}, {"killed-denied", "sudzha-retaken"}),
        ({"by": "russia-mod"}, {"killed-denied", "sudzha-retaken"}),
        ({"by": "north-korea"}, {"killed-post"}),
        ({"via": "오민수"}, {"killed-nis-1", "killed-nis-2"}),
        ({"via": "south-korea"}, {"killed-nis-1", "killed-nis-2"}),
        ({"place": "sudzha"}, {"killed-at-sudzha", "sudzha-retaken"}),
        (
            {"place": "Kursk", "by": "gur"},
            {"killed-gur", "killed-at-sudzha", "soldiers-gur"},
        ),
        ({"place": "russia", "by": "jcs"}, {"soldiers-jcs"}),
        ({"about": "kim-chol-ho"}, {"first-ship"}),
        ({"about": "DPRK"}, {"first-ship"}),
        ({"source": "gazeta-undated"}, {"shells-gur"}),
        ({"source": "TASZ"}, {"killed-denied", "sudzha-retaken"}),
        ({"source": "Portal"}, {"killed-nis-2"}),
        ({"status": ("planned",)}, {"soldiers-plan"}),
        ({"status": ("planned", "denied")}, {"soldiers-plan", "killed-denied"}),
        ({"tag": "first-count"}, {"killed-nis-1", "first-ship"}),
        ({"tag": "first"}, set()),
        ({"scope": "part"}, {"killed-at-sudzha"}),
        ({"scope": "total", "by": "gur", "topic": "casualties"}, {"killed-gur", "wounded-gur"}),
        ({"rank": "deprecated"}, {"killed-misprint"}),
        ({"rank": "preferred"}, {"wounded-jcs"}),
        ({"min_publishers": 2}, {"killed-nis-1", "killed-nis-2"}),
        ({"min_publishers": 3}, set()),
        ({"since": "2025-09"}, {"killed-misprint", "shells-gur"}),
        ({"until": "2024-10-13", "topic": "deployment"}, {"first-ship", "shells-gur"}),
        ({"said_since": "2025-08"}, {"killed-misprint", "killed-at-sudzha", "killed-post"}),
        ({"said_until": "2024-10"}, {"first-ship", "soldiers-plan"}),
        ({"said_since": "2025-04-30", "said_until": "2025-04-30"}, {"killed-nis-2"}),
        ({"by": ["jcs", "North Korea"]}, {"killed-misprint", "wounded-jcs", "soldiers-jcs", "killed-post"}),
        ({"topic": ("losses", "deployment"), "by": "jcs"}, {"killed-misprint", "wounded-jcs", "soldiers-jcs"}),
        ({"figure": ["injured", "deployment.shells"], "by": "gur"}, {"wounded-gur", "shells-gur"}),
        ({"place": ["sudzha"], "about": ()}, {"killed-at-sudzha", "sudzha-retaken"}),
        ({"source": ["gazeta-undated", "TASZ"]}, {"shells-gur", "killed-denied", "sudzha-retaken"}),
        ({"status": "planned"}, {"soldiers-plan"}),
        ({"tag": ["first-count", "none"]}, {"killed-nis-1", "first-ship"}),
        ({"scope": ["part"], "rank": ["normal", "preferred"]}, {"killed-at-sudzha"}),
        ({"rank": ["preferred", "deprecated"]}, {"wounded-jcs", "killed-misprint"}),
        ({"until": "0002"}, {"killed-gur"}),
        ({"since": "2025-03-13", "until": "2025-03-13", "topic": "deployment"}, {"sudzha-retaken", "shells-gur"}),
    ],
)
def test_a_filter_lets_pass(base, wanted, found):
    facts = base.facts(Filter(**wanted))
    assert set(ids(facts)) == found
    # The timeline takes the same filters and leaves out slips.
    assert set(ids(base.timeline(Filter(**wanted)))) == found - {"killed-misprint"}


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({}, ""),
        ({"since": "2025-08"}, "about the time since Aug 2025"),
        ({"until": "2025-08-02"}, "about the time until 2 Aug 2025"),
        ({"since": "2024", "until": "2025"}, "about the time from 2024 to 2025"),
        ({"since": "2024-06", "until": "2024-06"}, "about the time of Jun 2024"),
        ({"said_since": "2025", "until": "2025-03"}, "about the time until Mar 2025, said since 2025"),
    ],
)
def test_a_filter_says_in_words_whether_a_date_is_of_the_time_or_of_the_saying(wanted, words):
    assert Filter(**wanted).times == words


def test_no_filter_lets_everything_pass(base):
    assert len(base.facts()) == len(TREE["facts"])
    assert {fact.rank for fact in base.facts(Filter(rank="normal"))} == {None}


@pytest.mark.parametrize(
    "wanted",
    [{"topic": "x"}, {"figure": "x"}, {"by": "x"}, {"via": "x"}, {"place": "x"}, {"about": "x"}, {"source": "x"}],
)
def test_a_filter_by_an_unknown_name_is_refused(base, wanted):
    with pytest.raises(UnknownName):
        base.facts(Filter(**wanted))


@pytest.mark.parametrize(
    "wanted", [{"since": "soon"}, {"until": "2025-02-30"}, {"said_since": "soon"}, {"said_until": "2025-13"}]
)
def test_a_filter_by_no_date_is_refused(base, wanted):
    with pytest.raises(UsageProblem):
        base.facts(Filter(**wanted))


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"since": "2025-03-01", "until": "2025-01-01"}, "since is after until: 2025-03-01, 2025-01-01"),
        ({"said_since": "2025", "said_until": "2024-12"}, "said-since is after said-until: 2025, 2024-12"),
        ({"since": "today", "until": "2 days ago"}, "since is after until: today, 2 days ago"),
    ],
)
def test_days_the_wrong_way_round_are_refused(base, wanted, message):
    for ask in (base.facts, base.timeline):
        with pytest.raises(UsageProblem) as found:
            ask(Filter(**wanted))
        assert (found.value.message, found.value.mend) == (message, "exchange the two")


@pytest.mark.parametrize("wanted", [{"since": "2025-03-15", "until": "2025-03"}, {"since": "2025", "until": "2025"}])
def test_days_that_reach_into_each_other_are_in_order(base, wanted):
    base.facts(Filter(**wanted))


@pytest.mark.parametrize("hostile", ["' OR 1=1 --", "nis'; DROP TABLE fact", '"', "\x00", "%", "\ud800", "x" * 100_000])
def test_sql_in_a_filter_is_only_a_name(base, hostile):
    assert base.facts(Filter(tag=hostile.replace("\ud800", "?"))) == []
    with pytest.raises(UnknownName):
        base.facts(Filter(by=hostile))
    with pytest.raises(UnknownName):
        base.facts(Filter(source=hostile))
    assert len(base.facts()) == len(TREE["facts"])


def test_the_order_and_the_limit_of_facts(base):
    newest = base.facts()
    assert [fact.reported for fact in newest] == sorted((fact.reported for fact in newest), reverse=True)
    oldest = base.facts(oldest_first=True)
    assert [fact.reported for fact in oldest] == sorted(fact.reported for fact in oldest)
    assert base.facts(limit=3) == newest[:3]
    assert base.facts(limit=0) == []


def test_a_timeline_runs_by_the_time_that_facts_are_about(base):
    assert ids(base.timeline(Filter(topic="deployment"))) == [
        "shells-gur", "first-ship", "soldiers-gur", "soldiers-jcs", "soldiers-plan", "sudzha-retaken",
    ]  # fmt: skip
    assert ids(base.timeline(Filter(figure=KILLED, status=("denied",)))) == ["killed-denied"]
    assert "killed-misprint" not in ids(base.timeline())
    assert base.timeline(limit=2) == base.timeline()[:2]
