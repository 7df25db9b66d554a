"""The rule that chooses headlines: who says it, plans, lower bounds; and what it chooses of the shipped facts."""

from datetime import date, timedelta

import pytest

from nkfacts.commands.why import run as why
from nkfacts.model import dates
from nkfacts.model.records import STATUSES
from nkfacts.query.filters import Filter
from tests.support.bases import KILLED, base_of, fact, ids, spliced

PAGES = """sources:
  page: {publisher: Yonda, language: en, kind: agency}
  blog: {publisher: Blog, language: en, kind: unverified}
"""
BLOG = '[{source: blog, as_printed: "600"}]'
CLAIMANTS = """entities:
  state: {name: A state, kind: place}
  nis: {name: A body, kind: organisation, part_of: state}
  gur: {name: Another body, kind: organisation}
  troop: {name: A unit, kind: unit}
  spokesman: {name: Of a body, kind: person, part_of: nis}
  president: {name: Of a state, kind: person, part_of: state}
  herald: {name: Of the state's medium, kind: medium, part_of: state}
  anchor: {name: Who speaks for the herald, kind: person, part_of: herald}
  officials: {name: Unnamed, kind: group, part_of: state}
  company: {name: A company, kind: company}
  manager: {name: Of a company, kind: person, part_of: company}
  person: {name: Nobody's, kind: person}
  paper: {name: A medium, kind: medium}
  reporter: {name: Of a medium, kind: person, part_of: paper}
"""
STANDINGS = (
    ("state", "nis", "troop", "spokesman", "president", "herald", "anchor"),
    ("officials", "company", "manager", "person"),
    ("paper", "reporter"),
)


def base_with(*facts, cumulative=False, state=None, day="2025-01-03"):
    """Open a base with facts on one figure by claimants of every standing."""
    counts = f"    counts: {{of: [dead], state: {state}}}\n" if state else ""
    figure = f"""figures:
  casualties.killed:
    label: Killed
    topic: casualties
    unit: people
    cumulative: {str(cumulative).lower()}
{counts}things:
  dead: {{names: [dead]}}
"""
    header = f'format: 1\ntitle: A title\nupdated: "{day}"\n'
    return base_of(spliced(f"{header}{CLAIMANTS}{PAGES}{figure}facts:\n{''.join(facts)}"))


def order(base, **wanted):
    return ids(base.candidates(KILLED, **wanted))


@pytest.mark.parametrize("better", [0, 1])
def test_who_says_it_comes_before_when_it_was_said(better):
    first, second = STANDINGS[better : better + 2]
    for one in first:
        for other in second:
            with base_with(
                fact("a", by=other, reported="2025-01-03", status="confirmed"), fact("b", by=one, status="estimated")
            ) as base:
                assert order(base) == ["b", "a"], (one, other)


@pytest.mark.parametrize("standing", STANDINGS)
def test_claimants_of_one_standing_are_ordered_by_the_day(standing):
    days = [(date(2025, 1, 1) + timedelta(number)).isoformat() for number in range(len(standing))]
    facts = [fact(f"by-{by}", by=by, reported=day) for by, day in zip(standing, days, strict=True)]
    with base_with(*facts, day="2025-02-01") as base:
        assert order(base) == [f"by-{by}" for by in reversed(standing)]


def test_a_known_page_comes_before_who_says_it():
    with base_with(fact("a", by="nis", evidence=BLOG), fact("b", by="paper")) as base:
        assert order(base) == ["b", "a"]


# Plans

PLAN = {"status": "planned", "reported": "2025-01-02"}


@pytest.mark.parametrize(
    ("when", "last"),
    [
        ("2025-01", "2025-01-31"),
        ("2025-01/2025-03", "2025-03-31"),
        ("2025", "2025-12-31"),
        ("2025-01-02", "2025-07-04"),
        ("2024", "2025-07-04"),
        (None, "2025-07-04"),
        ("2025-01/..", "9999-12-30"),
    ],
)
def test_a_plan_stands_to_the_last_day_of_its_time_and_half_a_year_where_it_names_none(when, last):
    after = (date.fromisoformat(last) + timedelta(1)).isoformat()
    with base_with(fact("a", when=when, **PLAN)) as base:
        assert ids(base.on(last).candidates(KILLED)) == ["a"]
        assert base.on(last).lapsed(KILLED) is None
        if when != "2025-01/..":
            assert base.on(after).candidates(KILLED) == []
            assert base.on(after).lapsed(KILLED).id == "a"
            assert base.on(after).spread(KILLED) == (None, None, 0, 0)


def test_the_day_asked_for_is_the_newest_of_the_base_and_not_the_clock():
    plan = fact("a", when="2025-01", **PLAN)
    with base_with(plan) as base:
        assert base.headline(KILLED).id == "a"
    with base_with(plan, day="2025-02-01") as updated:
        assert updated.headline(KILLED) is None
    with base_with(plan, fact("b", reported="2025-02-01", scope="part")) as told:
        assert told.headline(KILLED) is None


def test_every_fact_of_a_figure_of_plans_is_a_plan():
    said = fact("a", when="2025-01", status="estimated", reported="2025-01-02")
    with base_with(said, state="planned", day="2025-03-01") as base:
        assert base.lapsed(KILLED).id == "a"
    with base_with(said, state="so-far", day="2025-03-01") as base:
        assert base.headline(KILLED).id == "a"


def test_the_last_plan_is_the_one_that_would_be_the_headline():
    facts = [
        fact("a", when="2025-01-20", by="officials", **PLAN | {"reported": "2025-01-04"}),
        fact("b", when="2025-01-20", by="gur", **PLAN),
        fact("c", when="2025-01-21", by="nis", **PLAN | {"reported": "2025-01-01"}),
    ]
    with base_with(*facts, day="2025-02-01") as base:
        assert base.lapsed(KILLED).id == "b"
        assert base.lapsed(KILLED, by="state").id == "c"
        assert base.lapsed(KILLED, by="paper") is None


# Lower bounds

TOTAL = fact("total", value=100, reported="2025-01-01")
BOUND = {"value": 90, "qualifier": "at-least", "reported": "2025-01-03", "by": "gur"}


@pytest.mark.parametrize(
    ("keys", "winner"),
    [
        ({}, "total"),
        ({"qualifier": "more-than"}, "total"),
        ({"by": "nis"}, "total"),
        ({"value": 100}, "bound"),
        ({"value": 110}, "bound"),
        ({"qualifier": "about"}, "bound"),
        ({"qualifier": "up-to"}, "bound"),
        ({"qualifier": None}, "bound"),
        ({"value": None, "words": "hundreds"}, "bound"),
        ({"reported": "2025-01-01", "status": "confirmed"}, "bound"),
    ],
)
def test_a_lower_bound_does_not_displace_a_higher_total_before_it(keys, winner):
    with base_with(TOTAL, fact("bound", **BOUND | keys), cumulative=True) as base:
        assert order(base)[0] == winner
    with base_with(TOTAL, fact("bound", **BOUND | keys)) as base:
        assert order(base)[0] == "bound"


@pytest.mark.parametrize("keys", [{"by": "officials"}, {"evidence": BLOG}])
def test_a_weaker_total_holds_back_no_lower_bound(keys):
    before = fact("before", value=80, reported="2024-12-01", by="troop")
    weaker = fact("weaker", value=100, reported="2025-01-01", **keys)
    with base_with(before, weaker, fact("bound", **BOUND), cumulative=True) as base:
        assert order(base) == ["bound", "before", "weaker"]


def test_a_count_in_between_makes_way_for_a_lower_bound():
    count = fact("count", value=80, reported="2025-01-02")
    with base_with(TOTAL, count, fact("bound", **BOUND), cumulative=True) as base:
        assert order(base) == ["bound", "count", "total"]
    with base_with(TOTAL, fact("b", **BOUND | {"reported": "2025-01-02"}), fact("c", **BOUND), cumulative=True) as base:
        assert order(base) == ["total", "c", "b"]


def test_of_one_claimant_only_its_own_totals_hold_back_a_lower_bound():
    own = fact("own", value=80, reported="2024-12-01", by="gur")
    with base_with(TOTAL, own, fact("bound", **BOUND), cumulative=True) as base:
        assert order(base) == ["total", "own", "bound"]
        assert order(base, by="gur") == ["bound", "own"]


def test_a_plan_holds_back_no_lower_bound():
    plan = fact("plan", value=100, **PLAN | {"reported": "2025-01-01"})
    with base_with(plan, fact("bound", **BOUND), cumulative=True) as base:
        assert order(base) == ["bound", "plan"]


# The shipped facts


@pytest.mark.parametrize(
    ("figure", "amount", "by", "reported"),
    [
        ("deployment.troops-sent", "about 15,000", "nis", "2025-04-30"),
        ("deployment.second-wave", "4,000", "nis", "2025-06-26"),
        ("casualties.killed", "about 2,000", "nis", "2025-09-02"),
        ("workers.in-russia", "about 15,000", "nis", "2025-04-30"),
        ("workers.sent-2024", "about 8,000", "msmt", "2025-05-29"),
        ("arms.missiles-fired", "more than 65", "us-state", "2024-09-04"),
        ("arms.shells", "about 6.5 million", "vadym-skibitskyi", "2025-11-14"),
        ("arms.containers", "about 33,000", "rok-dia", "2026-01-01"),
    ],
)
def test_the_headline_is_what_a_careful_reporter_would_print(shipped_base, figure, amount, by, reported):
    fact_ = shipped_base.headline(figure)
    assert (fact_.amount, fact_.by, fact_.reported, fact_.rank) == (amount, by, reported, None)


@pytest.mark.parametrize(
    ("figure", "amount", "by", "reported"),
    [
        ("deployment.planned", "25,000 to 30,000", "hur", "2025-07-02"),
        ("workers.construction", "about 6,000", "vadym-skibitskyi", "2025-09-07"),
    ],
)
def test_a_plan_whose_time_is_over_is_no_headline(shipped_base, figure, amount, by, reported):
    assert shipped_base.headline(figure) is None
    fact_ = shipped_base.lapsed(figure)
    assert (fact_.amount, fact_.by, fact_.reported) == (amount, by, reported)


def test_the_claims_that_are_far_apart_stand_side_by_side(shipped_base):
    low, high, *_ = shipped_base.spread("arms.shells")
    assert (low.amount, high.amount, high.by) == ("about 6.5 million", "more than 10 million", "nis")


def test_of_a_claimant_who_gave_a_number_and_words_on_one_day_the_number_answers(shipped_base):
    for by in ("nis", "seoul"):
        found = shipped_base.headline("arms.shells", by=by)
        assert (found.amount, found.reported) == ("more than 10 million", "2025-06-26")


# The rule replayed, as ``why`` states it, without the index


def standing_of(base, id_):
    entity = base.entity(id_)
    while entity.kind in ("person", "medium") and entity.part_of:
        entity = base.entity(entity.part_of)
    return {"organisation": 0, "unit": 0, "place": 0, "medium": 2}.get(entity.kind, 1)


def stands_until(figure, record):
    """Return the last day of a plan's time; None for what is no plan."""
    if record["status"] != "planned" and not (figure.counts and figure.counts.state == "planned"):
        return None
    if (record["when"] or "").endswith("/.."):
        return "9999-12-31"
    last = record["when_last"] or record["reported"]
    if last > record["reported"]:
        return last
    return (date.fromisoformat(record["reported"]) + timedelta(183)).isoformat()


def held_back(figure, records):
    """Return the ids of the lower bounds of one standing that do not displace what was said before them."""
    found, before = set(), []
    for day in sorted({record["reported"] for record in records}) if figure.cumulative else ():
        said = [r for r in records if r["reported"] == day and stands_until(figure, r) is None]
        numbers = {r["id"]: [n for n in (r["value"], r["low"], r["high"]) if n is not None] for r in said}
        bounds = [r["id"] for r in said if r["qualifier"] in ("at-least", "more-than") and numbers[r["id"]]]
        found |= {id_ for id_ in bounds if any(low > max(numbers[id_]) for low in before)}
        if len(bounds) < len(said):
            before = []
        before += [min(each) for each in numbers.values() if each]
    return found


def replayed(base, figure, records, day):
    """Return what decided about each fact that is not the headline, and the id of the headline."""
    lost = {}
    left = []
    for record in records:
        until = stands_until(figure, record)
        if record["rank"] == "deprecated":
            lost[record["id"]] = "deprecated"
        elif record["scope"] == "part":
            lost[record["id"]] = "counts a part"
        elif record["status"] == "denied":
            lost[record["id"]] = "a denial"
        elif until is not None and until < day:
            lost[record["id"]] = f"a plan that is over: it stood until {dates.day_words(until)}"
        else:
            left.append(record)

    def keep(decided, is_better):
        nonlocal left
        better = {record["id"] for record in left if is_better(record)}
        lost.update({r["id"]: decided for r in left if better and r["id"] not in better})
        left = [record for record in left if not better or record["id"] in better]

    standing = {record["id"]: standing_of(base, record["by"]) for record in left}
    keep("another is preferred", lambda r: r["rank"] == "preferred")
    keep("rests on unverified pages only", lambda r: r["support"]["kinds"] != ["unverified"])
    best = min((standing[r["id"]] for r in left), default=0)
    keep("by an ", lambda r: standing[r["id"]] == best)
    back = held_back(figure, left)
    keep("a lower bound, below what was said before it", lambda r: r["id"] not in back)
    last = max((r["reported"] for r in left), default="")
    keep("said earlier than the headline", lambda r: r["reported"] == last)
    keep("said on the same day, in words", lambda r: r["words"] is None)
    firmest = min((STATUSES.index(r["status"]) for r in left), default=0)
    keep("said on the same day, ", lambda r: STATUSES.index(r["status"]) == firmest)
    most = max((r["support"]["origins"] for r in left), default=0)
    keep("said on the same day with the same status, from fewer", lambda r: r["support"]["origins"] == most)
    keep(
        "said on the same day with the same status, from as many", lambda r: r["id"] == min(each["id"] for each in left)
    )
    return lost, left[0]["id"] if left else None


DAYS = (
    None, "2023-11-15", "2024-02-27", "2024-10-20", "2024-11-20", "2024-12-31", "2025-02-01", "2025-03-15", "2025-04-30",
    "2025-06-27", "2025-07-31", "2025-08-01", "2025-09-01", "2025-12-18", "2026-01-01", "2026-02-14", "2027-06-30",
)  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_the_rule_that_why_states_chooses_the_headline_of_every_figure(shipped_base, day):
    base = shipped_base.on(day)
    newest = max(shipped_base.header["updated"], *(each.reported for each in shipped_base.facts()))
    for figure, _ in base.figures():
        report = why(base, figure.id)
        lost, winner = replayed(base, figure, report.records, day or newest)
        headline = base.headline(figure.id)
        assert winner == report.whole["headline"] == (headline and headline.id)
        verdicts = {record["id"]: record["verdict"] for record in report.records}
        assert verdicts.keys() == set(ids(base.facts(Filter(figure=figure.id)))) == lost.keys() | ({winner} - {None})
        assert all(verdicts[id_].startswith(decided) for id_, decided in lost.items())
        assert winner is None or verdicts[winner] == "the headline"
