"""The questions a base answers: headlines, spreads, days, filters, names, search and support."""

import itertools
import json
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts.errors import UnknownName, UsageProblem
from nkfacts.index.opening import check_file
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter
from tests.support.bases import base_of, fact, spliced
from tests.support.files import BASE

KILLED = "casualties.killed"
TREE = yaml.load(BASE.read_bytes(), Loader=yaml.BaseLoader)  # noqa: S506 - every value a string, from our own file


@pytest.fixture(scope="module")
def connection():
    _, found = check_file(str(BASE))
    yield found
    found.close()


@pytest.fixture
def base(connection):
    return Base(connection)


def ids(facts):
    return [fact.id for fact in facts]


def killed(*facts):
    """Return a base with facts about the dead by nis and jcs."""
    claimants = "".join(f"  {id_}:\n    name: The {id_}\n    kind: organisation\n" for id_ in ("nis", "jcs", "gur"))
    blog = "  blog:\n    publisher: Blog\n    language: en\n    kind: unverified\n"
    page = "  page:\n    publisher: Yonda\n    language: en\n    kind: agency\n"
    return base_of(spliced(f"entities:\n{claimants}sources:\n{page}{blog}facts:\n{''.join(facts)}"))


BLOG = '[{source: blog, as_printed: "600"}]'
PREFERRED = {"rank": "preferred", "rank_reason": "Because"}
DEPRECATED = {"rank": "deprecated", "rank_reason": "Because"}


# Headlines


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
        ({"reported": "2025-01-01"}, {"reported": "2025-02-01", "scope": "part"}),
        ({"reported": "2025-01-01"}, {"reported": "2025-02-01", "status": "denied"}),
        ({"reported": "2025-01-01"}, {"reported": "2025-02-01", **DEPRECATED}),
    ],
)
@pytest.mark.parametrize("names", [("a", "z"), ("z", "a")])
def test_the_headline_is_the_better_of_two(winner, loser, names):
    for order in itertools.permutations([fact(names[0], value=1, **winner), fact(names[1], value=2, **loser)]):
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


# Spread


def test_a_spread_counts_the_latest_of_each_claimant_once(base):
    low, high, claimants, facts = base.spread("casualties.killed")
    assert (low.id, high.id, claimants, facts) == ("killed-nis-2", "killed-post", 3, 4)
    low, high, claimants, facts = base.spread("deployment.soldiers")
    assert (low.id, high.id, claimants, facts) == ("soldiers-jcs", "soldiers-plan", 3, 3)  # both say 12,000


def test_an_earlier_figure_of_a_claimant_is_out_of_the_spread():
    with killed(
        fact("a", value=10, reported="2025-01-01"),
        fact("b", value=700, reported="2025-02-01"),
        fact("c", value=300, by="jcs", reported="2025-01-15"),
        fact("d", value=9999, by="gur", scope="part"),
    ) as base:
        low, high, claimants, facts = base.spread(KILLED)
        assert (low.id, high.id, claimants, facts) == ("c", "b", 2, 3)


def test_words_count_as_a_claimant_but_have_no_place_in_the_range(base):
    assert base.spread("deployment.shells") == (None, None, 1, 1)


# As of a day


def answers(base):
    figures = list(base.names("figures"))
    return {
        "headlines": [base.headline(figure) for figure in figures],
        "candidates": [base.candidates(figure) for figure in figures],
        "spreads": [base.spread(figure) for figure in figures],
        "facts": base.facts(),
        "timeline": base.timeline(),
        "topics": base.topics(),
        "figures": base.figures(),
        "entities": base.entities(),
        "sources": base.sources(),
        "revisions": base.revisions(KILLED, "nis"),
        "supports": [base.support(fact) for fact in base.facts()],
        "superseded": [base.superseded_by(fact) for fact in base.facts()],
        "of kursk": base.facts(Filter(place="kursk-oblast")),
        "naming nis": base.facts_naming("entities", "nis"),
        "search": sorted(hit.id for hit in base.search("soldiers")),
    }


@settings(deadline=None, max_examples=40)
@given(st.dates(date(2024, 10, 1), date(2025, 11, 1)))
def test_a_day_answers_as_a_base_without_what_was_reported_later(day):
    known = {**TREE, "facts": [fact for fact in TREE["facts"] if fact["reported"] <= day.isoformat()]}
    text = json.dumps(known, ensure_ascii=False)
    for fact_ in known["facts"]:
        for key in ("value", "low", "high"):
            text = text.replace(f'"{key}": "{fact_.get(key)}"', f'"{key}": {fact_.get(key)}')
    for key in ("format", "main", "cumulative", "state_controlled"):
        text = text.replace(f'"{key}": "1"', f'"{key}": 1').replace(f'"{key}": "true"', f'"{key}": true')
    with base_of(text) as filtered, base_of(BASE.read_bytes(), as_of=day.isoformat()) as base:
        assert answers(base) == answers(filtered)


def test_a_month_or_year_means_its_last_day(connection):
    assert Base(connection, as_of="2025-01").as_of == "2025-01-31"
    assert Base(connection, as_of="2025-01").headline(KILLED).id == "killed-nis-1"
    assert Base(connection, as_of="2025-01-12").headline(KILLED) is None
    assert Base(connection, as_of="2025").headline(KILLED).id == "killed-gur"
    with pytest.raises(UsageProblem):
        Base(connection, as_of="soon")


def test_a_fact_reported_later_is_unknown(connection):
    before = Base(connection, as_of="2025-04-29")
    assert before.fact("killed-nis-2") is None
    assert before.superseded_by(before.fact("killed-nis-1")) is None
    with pytest.raises(UnknownName):
        before.find("killed-nis-2")


# Filters


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
        ({"until": "0002"}, {"killed-gur"}),
        ({"since": "2025-03-13", "until": "2025-03-13", "topic": "deployment"}, {"sudzha-retaken", "shells-gur"}),
    ],
)
def test_a_filter_lets_pass(base, wanted, found):
    facts = base.facts(Filter(**wanted))
    assert set(ids(facts)) == found
    # The timeline takes the same filters and leaves out slips.
    assert set(ids(base.timeline(Filter(**wanted)))) == found - {"killed-misprint"}


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


@pytest.mark.parametrize("wanted", [{"since": "soon"}, {"until": "2025-02-30"}])
def test_a_filter_by_no_date_is_refused(base, wanted):
    with pytest.raises(UsageProblem):
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


# Names


def names_of(part):
    return [
        (id_, name)
        for id_, record in TREE[part].items()
        for name in (id_, record.get("name", record.get("label")), *record.get("aliases", ()))
    ]


@pytest.mark.parametrize("part", ["entities", "figures", "topics"])
def test_every_name_leads_to_its_record_in_any_spelling(base, part):
    for id_, name in names_of(part):
        for spelling in (name, name.upper(), name.lower(), f"  {name} ", name.replace(" ", "-"), f"«{name}»"):
            assert base.resolve(part, spelling) == id_
            assert base.has_name(part, spelling)
            assert getattr(base.find(spelling)[1], "id", None) is not None


def test_an_unknown_name_offers_the_nearest(base):
    for part, name, near in (
        ("entities", "Sudza", "sudzha"),
        ("figures", "soldiers woundet", "casualties.wounded"),
        ("figures", "killed", "casualties.killed"),
        ("topics", "casulties", "casualties"),
    ):
        with pytest.raises(UnknownName) as caught:
            base.resolve(part, name)
        assert repr(near) in caught.value.mend
        with pytest.raises(UnknownName) as caught:
            base.find(name)
        assert repr(near) in caught.value.mend


def test_a_name_like_nothing_says_where_to_look(base):
    with pytest.raises(UnknownName) as caught:
        base.resolve("entities", "qqqqqq\x1b[31m")
    assert caught.value.mend == "see: nkfacts entities"
    assert "\x1b" not in caught.value.message


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("killed-gur", "facts"),
        (KILLED, "figures"),
        ("전사자", "figures"),
        ("nis", "entities"),
        ("КНДР", "entities"),
        ("losses", "topics"),
        ("gazeta-undated", "sources"),
    ],
)
def test_anything_is_found_by_its_name(base, name, part):
    assert base.find(name)[0] == part


def test_a_source_is_found_by_its_publisher_or_site(base):
    assert base.sources_called("yonda") == [
        "yonda-2025-01-13-losses", "yonda-2025-04-30-dead", "portal-2025-04-30-yonda",
    ]  # fmt: skip
    with pytest.raises(UnknownName) as caught:
        base.sources_called("Yondo")
    assert "'Yonda'" in caught.value.mend


# Search


def test_every_alias_finds_its_record_first(base):
    for part in ("entities", "figures", "topics"):
        for id_, name in names_of(part):
            hit = base.search(name)[0]
            # A figure and an entity may share a word of theirs; an exact name leads all the same.
            assert (hit.part, hit.id) == (part, id_), name


@pytest.mark.parametrize(
    "words",
    ["don't", 'say "hello', "*", "NEAR(", "NEAR(a b, 5)", "10,000", "a AND", "OR", "NOT x", "title:x", "-x", "^x",
     "a\x00b", "(", "x" * 10_000, "x " * 500, "국가*", "🙂", "\ud800", "'; --", "multi-agent", "{a}", "+"],
)  # fmt: skip
def test_hostile_words_are_only_words(base, words):
    if any(character.isalnum() for character in words):
        assert isinstance(base.search(words), list)
        assert isinstance(base.unmatched(words), list)
    else:
        with pytest.raises(UsageProblem):
            base.search(words)
        assert base.unmatched(words) == []


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.characters()))
def test_any_words_are_searched_or_refused(connection, words):
    try:
        hits = Base(connection).search(words)
    except UsageProblem:
        return
    assert all(hit.title for hit in hits)


@pytest.mark.parametrize("words", ["", "   ", '"', "*", "---"])
def test_a_search_for_no_word_is_refused(base, words):
    with pytest.raises(UsageProblem):
        base.search(words)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ship", "first-ship"),
        ("SHIPS", "first-ship"),
        ("roughly 600", "killed-nis-2"),
        ("twice January", "killed-nis-2"),
        ("10,000", "soldiers-jcs"),
        ("миллионы", "shells-gur"),
        ("함정", "first-ship"),
        ("국가정보", "killed-nis-1"),
        ("오민수 killed", "killed-nis-1"),
    ],
)
def test_a_fact_is_found_by_its_words_and_the_names_in_it(base, words, found):
    assert found in [hit.id for hit in base.search(words)]


def test_a_search_has_a_limit_and_names_the_words_it_misses(base):
    assert len(base.search("soldiers", limit=1)) == 1
    assert base.search("soldiers qqqq") == []
    assert base.unmatched("soldiers qqqq zzzz") == ["qqqq", "zzzz"]


# What belongs together


def test_neighbours_are_those_named_then_those_of_the_topic(base):
    assert [f.id for f in base.neighbours(KILLED)] == ["casualties.wounded"]
    assert [f.id for f in base.neighbours("deployment.soldiers")] == ["deployment.shells"]
    assert base.neighbours("nothing") == []


def test_revisions_run_from_the_oldest(base):
    assert ids(base.revisions(KILLED, "nis")) == ["killed-nis-1", "killed-nis-2"]
    assert ids(base.revisions("death toll", "NIS")) == ["killed-nis-1", "killed-nis-2"]
    assert base.superseded_by(base.fact("killed-nis-1")).id == "killed-nis-2"
    assert base.superseded_by(base.fact("killed-nis-2")) is None


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
    assert Fact(**vars(fact)) == fact != Fact(**vars(fact) | {"note": "another"})
    assert ids(base.facts_naming("entities", "sudzha")) == ["killed-at-sudzha", "sudzha-retaken"]


@pytest.mark.parametrize("words", ["корейский", "КОРЕЙСКИЙ", "Україна", "ёлка", "ガス", "don't", "Ch'ŏl", "naïve"])
def test_a_word_is_found_as_it_is_written(words):
    statement = json.dumps("корейский Україна ёлка ガス don't Ch'ŏl naïve", ensure_ascii=False)
    with base_of(spliced("facts:\n" + fact("a", statement=statement))) as base:
        assert [hit.id for hit in base.search(words)] == ["a"]
        assert base.unmatched(words) == []
