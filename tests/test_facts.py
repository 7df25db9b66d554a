"""The shipped facts: clean, complete, and not taken in by what the pages themselves got wrong."""

import re
from urllib.parse import urlsplit

import pytest

from nkfacts.index.opening import check_file
from nkfacts.query.filters import Filter
from tests.support.files import DATA, ROOT, SHIPPED, read_yaml

CURATION = (ROOT / "docs" / "curation.md").read_text(encoding="utf-8")
HOSTS = read_yaml((DATA / "hosts.yaml").read_bytes())
KINDS = {host: kind for kind in ("official", "agency", "news", "research", "syndication") for host in HOSTS[kind]}
MAIN_FIGURES = (
    "casualties.killed", "casualties.wounded", "casualties.total", "prisoners.captured", "deployment.troops-sent",
    "deployment.in-kursk", "deployment.planned", "arms.shells", "arms.containers", "arms.ballistic-missiles",
)  # fmt: skip


@pytest.fixture(scope="module")
def base(shipped_base):
    return shipped_base


def section(title):
    return CURATION.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def ids_in(text):
    return re.findall(r"`([a-z0-9-]+)`", text)


def listed(text, base):
    return {id_ for id_ in ids_in(text) if base.fact(id_)}


def hosts_of(url):
    """Yield the host of an address and the domains above it."""
    host = urlsplit(url).netloc.lower().split(":")[0].rstrip(".").removeprefix("www.")
    while host:
        yield host
        host = host.partition(".")[2]


def values(base, figure, **wanted):
    """Return the numbers of the facts of a figure that compete to be its headline."""
    return {fact.highest for fact in base.candidates(figure, **wanted)}


def test_the_file_has_no_mistake_and_warns_only_of_the_facts_that_are_listed(base):
    warnings, connection = check_file(str(SHIPPED))
    connection.close()
    left = list(warnings)
    found = [warning for warning in left if "rests on unverified pages only" in warning.message]
    assert {warning.id for warning in found} == listed(section("Facts on unverified pages only"), base)
    left = [warning for warning in left if warning not in found]
    assert [str(warning) for warning in left] == []


def test_the_base_is_as_large_as_the_evidence_that_was_researched(base):
    assert len(base.facts()) >= 700
    assert len(base.sources()) >= 800


def test_each_row_of_the_first_document_leads_to_facts(base):
    rows = [line for line in section("The first document").splitlines() if re.match(r"\| \d+ \|", line)]
    assert [int(row.split("|")[1]) for row in rows] == list(range(1, 21))
    for row in rows:
        ids = ids_in(row.split("|")[3])
        assert ids, row
        assert all(base.fact(id_) for id_ in ids), row


def test_every_source_has_the_kind_of_its_host_and_none_is_never_linked(base):
    for source, _ in base.sources():
        if source.url is None:
            assert source.kind == "unverified"
            continue
        hosts = list(hosts_of(source.url))
        assert hosts[0] not in HOSTS["never_link"], source.id
        assert source.kind == next((KINDS[host] for host in hosts if host in KINDS), "unverified"), source.id
        if any(host in HOSTS["state_controlled"] for host in hosts):
            assert source.state_controlled, source.id


@pytest.mark.parametrize("figure", MAIN_FIGURES)
def test_a_main_figure_has_several_claimants_and_days(base, figure):
    facts = base.facts(Filter(figure=figure))
    assert len({fact.by for fact in facts}) >= 2
    assert len({fact.reported for fact in facts}) >= 2
    assert base.headline(figure) or base.lapsed(figure)


def test_the_deaths_that_the_nis_counted_are_one_chain_of_revisions(base):
    said = base.facts(Filter(figure="casualties.killed"), oldest_first=True)
    chain = [fact for fact in said if fact.by == "nis" and fact.scope != "part"]
    assert [fact.value for fact in chain] == [100, 300, 600, 2000]
    assert [fact.supersedes for fact in chain] == [None, *(fact.id for fact in chain[:-1])]
    assert [base.headline("casualties.killed", by="nis").id] == [chain[-1].id]


def test_each_dispute_is_known_from_both_sides_and_is_of_two_claimants(base):
    facts = base.facts()
    pairs = {(fact.id, other) for fact in facts for other in fact.disputes}
    for fact in facts:
        others = base.disputed(fact)
        assert {other.id for other in others} == {b if a == fact.id else a for a, b in pairs if fact.id in (a, b)}
        assert all(other.by != fact.by and fact in base.disputed(other) for other in others), fact.id
        assert [other.reported for other in others] == sorted(other.reported for other in others)
    assert len(pairs) >= 100


def test_every_denial_of_a_fact_of_the_base_says_which(base):
    # What they deny is no fact here: reports from Kharkiv Oblast, and North Koreans on Ukrainian soil in 2025.
    alone = {"kharkiv-group-2024-11-22-reports-false", "peskov-2025-09-05-not-in-ukraine"}
    denials = base.facts(Filter(status=["denied"]))
    assert {fact.id for fact in denials if not base.disputed(fact)} == alone


def test_no_note_names_a_fact_that_it_conflicts_with(base):
    against = re.compile(r"(?i)(?:conflicts with|denied by|against)[^.;:]* \(?([a-z0-9]+(?:-[a-z0-9]+){3,})")
    for fact in base.facts():
        named = {base.fact(id_) for id_ in against.findall(fact.note or "")} - {None}
        assert all(other.by == fact.by for other in named), fact.id


# What the pages got wrong


def test_killed_and_wounded_are_never_deaths(base):
    assert 4700 in values(base, "casualties.total", by="nis")
    assert 4700 not in {fact.value for fact in base.facts(Filter(figure="casualties.killed"))}


def test_the_british_figure_reprinted_as_deaths_is_deprecated_with_its_reason(base):
    assert 6000 in values(base, "casualties.total", by="uk")
    misprints = [fact for fact in base.facts(Filter(figure="casualties.killed")) if fact.value == 6000]
    assert misprints
    assert all(fact.is_deprecated and fact.rank_reason for fact in misprints)
    assert base.headline("casualties.killed", by="uk") is None


def test_the_casualties_of_one_week_are_a_part(base):
    week = [fact for fact in base.facts(Filter(figure="casualties.total", by="us-white-house")) if fact.value == 1000]
    assert [fact.scope for fact in week] == ["part"] * len(week)
    assert week
    in_days = [fact for fact in base.facts(Filter(figure="casualties.killed")) if fact.value in (17, 50, 77)]
    assert len(in_days) >= 3
    assert {fact.scope for fact in in_days} == {"part"}


def test_the_nis_not_pyongyang_counted_4700(base):
    claimants = {fact.by for fact in base.facts(Filter(figure="casualties.total")) if fact.value == 4700}
    assert claimants == {"nis"}


def test_names_shown_by_north_korea_are_no_toll(base):
    assert 350 not in values(base, "casualties.killed")
    assert base.headline("casualties.killed", by="north-korea") is None


def test_a_hundred_thousand_were_possible_never_sent(base):
    for figure in ("deployment.troops-sent", "deployment.in-russia", "deployment.in-kursk"):
        assert max(values(base, figure) - {None}) < 100_000
    assert 100_000 in {fact.highest for fact in base.facts(Filter(figure="deployment.planned"))}


def test_what_containers_could_hold_is_no_delivery(base):
    assert 4_800_000 not in values(base, "arms.shells")
    named = [fact for fact in base.facts(Filter(topic="arms")) if "4.8 million" in fact.statement]
    assert named
    assert all("hold" in fact.statement for fact in named)


def test_calibres_are_alternatives_and_never_added(base):
    assert base.headline("arms.shells-152mm") is not None
    assert base.headline("arms.rounds-122mm") is not None
    assert 3_500_000 not in values(base, "arms.shells") | values(base, "arms.shells-152mm")


def test_a_share_of_shells_is_not_a_count(base):
    assert base.figure("arms.share-of-russian-shells").unit == "percent"
    assert all(fact.reported for fact in base.facts(Filter(figure="arms.share-of-russian-shells")))


def test_the_qualifier_is_kept_beside_the_bare_figure(base):
    fact = base.fact("nis-2025-04-30-killed")
    assert (fact.bare_amount, fact.amount) == ("600", "about 600")


def test_the_gain_printed_as_27_billion_is_deprecated(base):
    gains = {fact.value: fact for fact in base.facts(Filter(figure="returns.total-benefit", by="kida"))}
    assert gains[27_000_000_000].is_deprecated
    assert not gains[20_000_000_000].is_deprecated


def test_the_220_guns_and_launchers_are_told_apart(base):
    counts = [fact for fact in base.facts(Filter(topic="arms")) if 220 in (fact.value, fact.low, fact.high)]
    assert counts
    assert any(fact.note and "launcher" in fact.note for fact in counts)


def test_the_148_missiles_are_a_plan_in_one_report_and_delivered_in_another(base):
    missiles = [fact for fact in base.facts(Filter(topic="arms", by="hur")) if fact.value == 148]
    assert {fact.status == "planned" for fact in missiles} == {True, False}
    assert all(fact.note for fact in missiles)


@pytest.mark.parametrize(
    "name", ["Lee Seong-kweun", "Lee Sung-kwon", "Lee Seong Kweun", "이성권", "Ли Сон Квон", "lee seongkweun"][:5]
)
def test_every_spelling_finds_the_lawmaker(base, name):
    assert base.resolve("entities", name) == "lee-seong-kweun"
    assert base.search(name)[0].id == "lee-seong-kweun"


@pytest.mark.parametrize(
    ("names", "id_"),
    [
        ("Zelensky, Zelenskyy, Zelenskiy, Selenskyj, Зеленський", "zelensky"),
        ("Kim Jong Un, Kim Jong-un, 김정은, Ким Чен Ын", "kim-jong-un"),
        ("NIS, National Intelligence Service, 국가정보원", "nis"),
        ("Kursk Oblast, Kursk region, Kurskaya oblast", "kursk-oblast"),
    ],
)
def test_every_spelling_of_the_main_names_leads_to_one_entity(base, names, id_):
    assert {base.resolve("entities", name) for name in names.split(", ")} == {id_}


def test_one_text_on_several_sites_is_one_origin(base):
    reprinted = [fact for fact in base.facts() if base.support(fact).origins < len(fact.evidence)]
    assert len(reprinted) >= 20
    for fact in base.facts():
        assert 1 <= base.support(fact).origins <= len(fact.evidence)


def test_one_claim_on_several_pages_is_one_fact(base):
    seen = {}
    for fact in base.facts(Filter(figure="casualties.killed")):
        key = (fact.by, fact.reported, fact.bare_amount, fact.scope, fact.place)
        assert key not in seen, (fact.id, seen.get(key))
        seen[key] = fact.id


def test_the_first_document_is_evidence_beside_pages_that_have_a_publisher(base):
    (article,) = [source for source, _ in base.sources() if source.url is None]
    assert article.kind == "unverified"
    assert "killed" in str([fact.figure for fact in base.facts(Filter(source=article.id))])
    six_thousand = base.facts(Filter(figure="workers.construction"))
    assert any(fact.value == 6000 for fact in six_thousand)
    assert base.headline("workers.sappers") is not None
    assert base.headline("workers.builders") is not None


def test_statements_are_short_and_as_printed_is_no_more_than_ten_words(base):
    for fact in base.facts():
        assert len(fact.statement) <= 400, fact.id
        assert all(len((piece.as_printed or "").split()) <= 10 for piece in fact.evidence), fact.id
