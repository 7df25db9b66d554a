"""Who held an office on a day: in the shipped facts, and where little is known of it."""

import pytest

from nkfacts.index.opening import check_file
from nkfacts.query.known import Known
from nkfacts.query.offices import Holder, holders
from tests.support.bases import spliced

OFFICES = """entities:
  land: {name: A land, kind: place}
  nis: {name: A body of it, kind: organisation, part_of: land}
  old: {name: The first, kind: person, held: [{post: director, of: nis, to: "2024-05"}]}
  new: {name: The second, kind: person, held: [{post: director, of: nis, from: "2024-05"}]}
  other: {name: Of another post, kind: person, held: [{post: minister, of: land, from: "2020"}]}
  head: {name: Of the land, kind: person, held: [{post: president, of: land, from: "2019-05-20"}]}
  vice: {name: Of the body, kind: person, held: [{post: president, of: nis}]}
things:
  director: {names: [director], office: true}
  minister: {names: [minister], office: true}
  president: {names: [president], office: true}
"""


@pytest.fixture
def known(tmp_path):
    path = tmp_path / "offices.yaml"
    path.write_text(spliced(OFFICES), "utf-8")
    return Known(check_file(str(path))[1])


def who(found):
    return [holder.entity for holder in found]


@pytest.mark.parametrize(
    ("day", "entity"), [("2024-08-20", "shin-won-sik"), ("2024-10-30", "kim-yong-hyun"), ("2025-01-15", None)]
)
def test_the_defence_minister_of_south_korea_is_who_held_the_office_on_the_day(shipped_base, day, entity):
    found = holders(shipped_base.known, "defence-minister", "south-korea", day)
    assert who(found) == ([entity] if entity else [])


def test_a_holder_has_the_days_of_the_office(known):
    assert holders(known, "minister", "land", "2024-01-01") == [Holder("other", "2020", None)]


@pytest.mark.parametrize(
    ("day", "found"),
    [("2024-04-30", ["old"]), ("2024-05-15", ["new", "old"]), ("2024-06-01", ["new"]), (None, ["new", "old"])],
)
def test_where_only_the_month_is_known_both_held_the_office_in_it(known, day, found):
    assert who(holders(known, "director", "nis", day)) == found


def test_a_country_stands_for_its_bodies_where_nobody_holds_the_office_of_it(known):
    assert who(holders(known, "director", "land", "2024-06-01")) == ["new"]
    assert who(holders(known, "president", "land", "2024-06-01")) == ["head"]
    assert who(holders(known, "president", "land", "2018-01-01")) == ["vice"]
    assert holders(known, "minister", "nis", "2024-06-01") == []
