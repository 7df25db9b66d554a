"""Named tuples are those of ``typing`` in all that the program and its users do with them."""

import copy
import inspect
import pickle
import typing

import pytest

from nkfacts import hints
from nkfacts.errors import Problem
from nkfacts.query.results import Hit, Spread


def place_of(base, name):
    """Return a named tuple of either kind, which is found by its name in this module."""

    class Place(base):
        """A place."""

        name: str
        size: int = 3
        tags: tuple[str, ...] = ()

        @property
        def double(self) -> int:
            return 2 * self.size

        def grown(self, by: int):
            return self._replace(size=self.size + by)

    Place.__qualname__ = name
    return Place


Ours, Typings = place_of(hints.NamedTuple, "Ours"), place_of(typing.NamedTuple, "Typings")


def matched(place):
    match place:
        case (Ours() | Typings()) as found if found.size > 100:
            return found.size
        case Ours(name, 3) | Typings(name, size=3):
            return name
        case (first, *rest):
            return first, rest


MADE = [
    lambda of: of("a"),
    lambda of: of("a", 4),
    lambda of: of("a", 4, ("b",)),
    lambda of: of("a", tags=("b",)),
    lambda of: of(size=500, name="a"),
    lambda of: of._make(["a", 1, ()]),
]
MADE_WRONGLY = [
    lambda of: of(),
    lambda of: of("a", name="b"),
    lambda of: of("a", 4, (), 5),
    lambda of: of("a", sort="b"),
    lambda of: of._make(["a"]),
]
USES = {
    "tuple": tuple,
    "length": len,
    "words": repr,
    "hash": hash,
    "match": matched,
    "copy": copy.copy,
    "deep copy": copy.deepcopy,
    "pickle": lambda place: pickle.loads(pickle.dumps(place)),  # noqa: S301
    "fields": lambda place: (place.name, place.size, place.tags, place.double, place[0], place[1:]),
    "dictionary": lambda place: place._asdict(),
    "method": lambda place: place.grown(2),
    "replaced": lambda place: place._replace(name="c"),
    "replaced by no field": lambda place: place._replace(nobody="c"),
    "field set": lambda place: setattr(place, "size", 1),
    "more set": lambda place: setattr(place, "more", 1),
    "equal": lambda place: (place == ("a", 3, ()), place == ("b", 3, ())),
    "made anew": lambda place: type(place)(*place),
    "sorted": lambda place: sorted([place, *place._replace(size=1)], key=str),
    "class": lambda place: (place._fields, place._field_defaults, place.__match_args__, place.__doc__, place.__slots__),
    "signature": lambda place: [str(each) for each in inspect.signature(type(place)).parameters.values()],
}


def outcome(of, made, use):
    """Return what a use of a place comes to, in words, or the kind of its error."""
    try:
        return str(use(made(of)))
    except Exception as error:  # noqa: BLE001
        # For a field that is none, or of which there are too few, typing has one kind of error here and another there.
        return {ValueError: TypeError}.get(type(error), type(error))


@pytest.mark.parametrize("use", USES)
def test_a_named_tuple_does_what_that_of_typing_does(use):
    for made in MADE:
        assert outcome(Ours, made, USES[use]) == outcome(Typings, made, USES[use])


def test_what_typing_does_not_make_is_not_made():
    for made in MADE_WRONGLY:
        assert outcome(Typings, made, tuple) is TypeError
        assert outcome(Ours, made, tuple) is TypeError


@pytest.mark.parametrize(
    "value", [Hit("facts", "a", "b", "c"), Spread(None, None, 0, 0), Problem("f", 1, 2, "", "m", "")]
)
def test_what_the_program_returns_is_pickled_and_copied(value):
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value  # noqa: S301
    assert type(pickle.loads(pickle.dumps(value))) is type(value)  # noqa: S301


def test_who_makes_one_wrongly_is_told_its_fields():
    with pytest.raises(TypeError, match="Hit takes part, id, title, text, each once"):
        Hit("facts", number=1)
