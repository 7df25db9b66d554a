"""Names: in every spelling they lead to their record; an unknown one offers the nearest."""

import pytest

from nkfacts.errors import UnknownName
from nkfacts.query.filters import Filter
from tests.support.bases import KILLED, base_of, fact, ids, names_of, spliced


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


CITIES = """entities:
  land: {name: A land, short: AL, kind: place, capital: [Port, Порт]}
  port-city: {name: The port, kind: place, part_of: land, aliases: [Port]}
  isle: {name: An isle, kind: place, capital: [Cove]}
  nis: {name: A service, kind: organisation, part_of: land, aliases: [Cabin]}
"""


@pytest.mark.parametrize(
    ("name", "entity", "claimant"),
    [
        ("Port", "port-city", "land"),
        ("the port", "port-city", "port-city"),
        ("порт", "land", "land"),
        ("cove", "isle", "isle"),
        ("al", "land", "land"),
        ("land", "land", "land"),
        ("Cabin", "nis", "nis"),
    ],
)
def test_a_capital_leads_to_its_country_where_no_city_has_the_name_or_a_claimant_is_meant(name, entity, claimant):
    with base_of(spliced(CITIES)) as base:
        assert base.resolve("entities", name) == entity
        assert base.resolve("entities", name, claimant=True) == claimant


def test_a_capital_that_says_or_passes_on_is_the_government():
    with base_of(spliced(f"{CITIES}facts:\n{fact('a', via='[nis]', place='port-city')}")) as base:
        assert ids(base.facts(Filter(by="Port"))) == ids(base.facts(Filter(via="Port"))) == ["a"]
        assert base.headline(KILLED, by="Port").id == "a"
        assert ids(base.facts(Filter(place="Port"))) == ["a"]
