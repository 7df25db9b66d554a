"""Names: in every spelling they lead to their record; an unknown one offers the nearest."""

import pytest

from nkfacts.errors import UnknownName
from tests.support.bases import KILLED, names_of


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
