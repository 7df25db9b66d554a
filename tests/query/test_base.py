"""What a base tells of its records: what belongs together, how well a fact is supported, how many there are."""

import pytest

from nkfacts.model.records import Fact
from tests.support.bases import KILLED, fact, ids, killed


def test_neighbours_are_those_named_then_those_of_the_topic(base):
    assert [f.id for f in base.neighbours(KILLED)] == ["casualties.wounded"]
    assert [f.id for f in base.neighbours("deployment.soldiers")] == ["deployment.shells"]
    assert base.neighbours("nothing") == []


def test_a_later_word_supersedes_an_earlier_one(base):
    assert base.superseded_by(base.fact("killed-nis-1")).id == "killed-nis-2"
    assert base.superseded_by(base.fact("killed-nis-2")) is None


def test_a_dispute_is_known_from_both_sides_and_the_oldest_comes_first():
    facts = [
        fact("count"),
        fact("other", by="jcs", reported="2025-01-03", disputes="[later, count]"),
        fact("denial", by="gur", reported="2025-01-03", status="denied", disputes="[count]"),
        fact("later", by="nis", reported="2025-01-09", value=900),
    ]
    with killed(*facts) as base:
        assert ids(base.disputed(base.fact("count"))) == ["denial", "other"]
        assert ids(base.disputed(base.fact("other"))) == ["count", "later"]
        assert ids(base.disputed(base.fact("later"))) == ["other"]
        before = base.on("2025-01-05")
        assert ids(before.disputed(before.fact("other"))) == ["count"]
        assert before.disputed(before.fact("count")) == base.disputed(base.fact("count"))


@pytest.mark.parametrize(
    ("id_", "publishers", "kinds", "origins"),
    [
        ("killed-nis-1", ("National Intelligence Service", "Yonda"), ("official", "agency"), 2),
        ("killed-nis-2", ("Yonda", "Evening Post"), ("agency", "news", "syndication"), 1),
        ("killed-post", ("Repost Blog",), ("unverified",), 1),
    ],
)
def test_the_support_of_a_fact(base, id_, publishers, kinds, origins):
    support = base.support(base.fact(id_))
    assert support == (publishers, kinds, origins)
    assert support.verified == (kinds != ("unverified",))
    assert base.support(base.fact(id_)) is support


def test_counts_are_of_facts(base):
    assert {c.record.id: c.facts for c in base.topics()} == {"casualties": 10, "deployment": 6}
    assert {c.record.id: c.facts for c in base.figures("troops")} == {"deployment.soldiers": 3, "deployment.shells": 1}
    assert [c.record.id for c in base.entities("person")] == ["oh-min-su", "kim-chol-ho"]
    assert {c.record.id: c.facts for c in base.entities()}["nis"] == 5
    assert [(c.record.id, c.facts) for c in base.sources("unverified")] == [("repost-2025-08-01", 1)]


def test_records_are_read_back_as_they_were_written(base):
    assert base.fact("killed-gur").amount == "900 to 1,100"
    assert base.fact("killed-gur").bare_amount == "900-1100"
    assert base.fact("killed-nis-2").evidence[1].as_printed is None
    assert base.source("tasz-2025-07-02").state_controlled is True
    assert base.source("gazeta-undated").published is None
    assert base.entity("nis").aliases[2] == "국가정보원"
    assert base.figure(KILLED).cumulative is True
    assert base.topic("casualties").aliases == ("losses",)
    assert base.name_of("nis") == "National Intelligence Service"
    assert base.name_of("nobody") == "nobody"
    assert base.header["updated"] == "2026-03-31"
    fact = base.fact("killed-gur")
    assert Fact(**fact.given) == fact != Fact(**fact.given | {"note": "another"})
    assert ids(base.facts_naming("entities", "sudzha")) == ["killed-at-sudzha", "sudzha-retaken"]
