"""Named tuples are those of ``typing`` in all that the program and its users do with them."""

import copy
import inspect
import pickle
import typing

import pytest

from nkfacts import hints
from nkfacts.errors import Problem
from nkfacts.query.results import Hit, Spread


class Ours(hints.NamedTuple):
    """A place."""

    name: str
    size: int = 3
    tags: tuple[str, ...] = ()

    @property
    def double(self) -> int:
        return 2 * self.size

    def grown(self, by: int) -> "Ours":
        return self._replace(size=self.size + by)


class Typings(typing.NamedTuple):
    """A place."""

    name: str
    size: int = 3
    tags: tuple[str, ...] = ()

    @property
    def double(self) -> int:
        return 2 * self.size

    def grown(self, by: int) -> "Typings":
        return self._replace(size=self.size + by)


def matched(place):
    match place:
        case (Ours() | Typings()) as found if found.size > 100:
            return found.size
        case Ours(name, 3) | Typings(name, size=3):
            return name
        case (first, *rest):
            return first, rest


def changed(place):
    place.size = 1


def grown_by_a_key(place):
    place.more = 1


@pytest.mark.parametrize(
    "made",
    [
        lambda of: of("a"),
        lambda of: of("a", 4),
        lambda of: of("a", 4, ("b",)),
        lambda of: of("a", tags=("b",)),
        lambda of: of(size=5, name="a"),
        lambda of: of(),
        lambda of: of("a", name="b"),
        lambda of: of("a", 4, (), 5),
        lambda of: of("a", sort="b"),
        lambda of: of._make(["a", 1, ()]),
        lambda of: of._make(["a"]),
    ],
)
@pytest.mark.parametrize(
    "seen",
    [
        lambda place: place, tuple, len, repr, hash, matched, changed, grown_by_a_key, copy.copy, copy.deepcopy,
        lambda place: (place.name, place.size, place.tags, place.double, place[0], place[1:]),
        lambda place: place._asdict(),
        lambda place: place.grown(2),
        lambda place: place._replace(name="c"),
        lambda place: place._replace(nobody="c"),
        lambda place: place == ("a", 3, ()),
        lambda place: pickle.loads(pickle.dumps(place)),  # noqa: S301
        lambda place: type(place)(*place),
        lambda place: (place._fields, place._field_defaults, place.__match_args__, place.__doc__, place.__slots__),
        lambda place: sorted([place, *place._replace(size=1)], key=str),
        lambda place: [str(each) for each in inspect.signature(type(place)).parameters.values()],
    ],
)  # fmt: skip
def test_a_named_tuple_does_what_that_of_typing_does(made, seen):
    def outcome(of):
        try:
            return str(seen(made(of))).replace("Typings", "Ours")
        except Exception as error:  # noqa: BLE001
            return type(error)

    wanted = outcome(Typings)
    # For a field that is none, or of which there are too few, typing has one kind of error here and another there.
    either = {ValueError: TypeError}
    assert either.get(outcome(Ours), outcome(Ours)) == either.get(wanted, wanted)


@pytest.mark.parametrize(
    "value", [Hit("facts", "a", "b", "c"), Spread(None, None, 0, 0), Problem("f", 1, 2, "", "m", "")]
)
def test_what_the_program_returns_is_pickled_and_copied(value):
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value  # noqa: S301
    assert type(pickle.loads(pickle.dumps(value))) is type(value)  # noqa: S301


def test_who_makes_one_wrongly_is_told_its_fields():
    with pytest.raises(TypeError, match="Hit takes part, id, title, text, each once"):
        Hit("facts", number=1)
