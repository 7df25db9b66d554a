"""A base as of a day: nothing that was said later is known."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts.errors import UnknownName, UsageProblem
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter
from tests.support.bases import KILLED, TREE, base_of


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
        "supports": [base.support(fact) for fact in base.facts()],
        "superseded": [base.superseded_by(fact) for fact in base.facts()],
        "disputed": [base.disputed(fact) for fact in base.facts()],
        "of kursk": base.facts(Filter(place="kursk-oblast")),
        "naming nis": base.facts_naming("entities", "nis"),
        "search": sorted(hit.id for hit in base.search("soldiers")),
    }


@settings(deadline=None, max_examples=40)
@given(st.dates(date(2024, 10, 1), date(2025, 11, 1)))
def test_a_day_answers_as_a_base_without_what_was_reported_later(connection, day):
    known = {**TREE, "facts": [fact for fact in TREE["facts"] if fact["reported"] <= day.isoformat()]}
    text = json.dumps(known, ensure_ascii=False)
    for fact_ in known["facts"]:
        for key in ("value", "low", "high"):
            text = text.replace(f'"{key}": "{fact_.get(key)}"', f'"{key}": {fact_.get(key)}')
    for key in ("format", "main", "cumulative", "state_controlled"):
        text = text.replace(f'"{key}": "1"', f'"{key}": 1').replace(f'"{key}": "true"', f'"{key}": true')
    # On a later day plans would be over.
    with base_of(text, as_of=day.isoformat()) as filtered:
        assert answers(Base(connection, as_of=day.isoformat())) == answers(filtered)


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
