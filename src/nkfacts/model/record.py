"""The keys of a record: declared once in its class, and described as JSON Schema."""

from collections.abc import Callable, Mapping

from nkfacts.hints import Any, ClassVar, Self, dataclass_transform
from nkfacts.model.types import ListOf, Schema, Type


class Nested(Type):
    """A mapping that is a record of its own, such as a piece of evidence."""

    def __init__(self, record: type[Any]) -> None:
        self.record = record
        self.noun = f"a mapping ({record.__name__})"
        self.has_links = bool(record.linking_keys)

    def schema(self) -> Schema:
        return record_schema(self.record)


class Key:
    """One key of a record: its name, type, whether it must be there, and what it means."""

    __slots__ = ("doc", "name", "required", "type")

    def __init__(self, type_: Type, doc: str, *, required: bool) -> None:
        self.name, self.type, self.doc, self.required = "", type_, doc, required


def key(type_: Type, doc: str, *, required: bool = False) -> Any:
    """Declare a key of a record: its type, what it means, and whether it must be there."""
    return Key(type_, doc, required=required)


class _Late:
    """What stands in a class for a key with values of its own: it decodes them when a record is first asked for them.

    What is decoded, or was given, is found before it from then on.
    """

    __slots__ = ("name", "none")

    def __init__(self, name: str, none: Any) -> None:
        self.name, self.none = name, none

    def __get__(self, record: Any, _: type[Any] | None = None) -> Any:
        decode = record.undecoded.get(self.name) if record is not None else None
        if decode is None:
            return self.none
        value = record.__dict__[self.name] = decode()
        return value


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(key,))
class Declared:
    """An immutable value whose class declares its keys: ``name: type = key(...)``.

    A dataclass would write the same methods as text for each class and compile them at every
    start, a tenth of the time of a short command. A key that is left out is None, or an
    empty tuple when it is a list.
    """

    undecoded: Mapping[str, Callable[[], Any]] = {}
    """What makes the values of the keys that were not asked for yet."""
    declared_keys: ClassVar[dict[str, Key]] = {}
    required_keys: ClassVar[frozenset[str]] = frozenset()
    linking_keys: ClassVar[dict[str, Type]] = {}

    def __init_subclass__(cls) -> None:
        # A name that Python keeps for itself, such as from, is declared with an underscore behind it.
        declared = {name: value for name, value in vars(cls).items() if isinstance(value, Key)}
        cls.declared_keys = {name.removesuffix("_"): value for name, value in declared.items()}
        cls.required_keys = frozenset(name for name, value in cls.declared_keys.items() if value.required)
        cls.linking_keys = {name: value.type for name, value in cls.declared_keys.items() if value.type.has_links}
        for name, value in cls.declared_keys.items():
            value.name = name
            none = () if isinstance(value.type, ListOf) else None
            # What has an id has a row in the index, with its lists as text.
            if "id" in cls.declared_keys and isinstance(value.type, ListOf | Nested):
                setattr(cls, name, _Late(name, none))
            elif not value.required:
                setattr(cls, name, none)
        for name, value in declared.items():
            if name not in cls.declared_keys or (value.required and vars(cls)[name] is value):
                delattr(cls, name)

    def __init__(self, **values: Any) -> None:
        if not (self.required_keys <= values.keys() <= self.declared_keys.keys()):
            wrong = ", ".join(
                sorted((self.required_keys - values.keys()) | (values.keys() - self.declared_keys.keys()))
            )
            raise TypeError(f"{type(self).__name__} lacks or does not know: {wrong}")
        self.__dict__.update(values)

    @classmethod
    def trusted(cls, values: dict[str, Any], undecoded: Mapping[str, Callable[[], Any]] | None = None) -> Self:
        """Return the value with these keys, which were checked when they were written to the index.

        Args:
            values: the values of keys.
            undecoded: of further keys, lists and nested ones, what makes the value when it is first asked for.
        """
        made = object.__new__(cls)
        own = made.__dict__
        own.update(values)
        if undecoded:
            own["undecoded"] = undecoded
        return made

    @property
    def given(self) -> dict[str, Any]:
        """The keys that were given, in their order, with their values; an empty list was given too."""
        own, undecoded = self.__dict__, self.undecoded
        return {name: getattr(self, name) for name in self.declared_keys if name in own or name in undecoded}

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name}")

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.declared_keys)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.given.items())})"

    def __getstate__(self) -> dict[str, Any]:
        return self.given


def keys_of(record: type[Any]) -> dict[str, Key]:
    """Return the keys of a record class, in the order of its fields."""
    keys: dict[str, Key] = record.declared_keys
    return keys


def is_plain(type_: Type) -> bool:
    """Say whether a value can be asked for, or given as options: it is no record with lists in it, such as a frame."""
    item = type_.item if isinstance(type_, ListOf) else type_
    return not isinstance(item, Nested) or not any(
        isinstance(key.type, ListOf) for key in keys_of(item.record).values()
    )


def record_schema(record: type[Any], *, with_id: bool = True) -> Schema:
    """Return the JSON Schema of a record."""
    keys = {name: k for name, k in keys_of(record).items() if with_id or name != "id"}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, k in keys.items() if k.required],
        "properties": {name: {**k.type.schema(), "description": k.doc} for name, k in keys.items()},
    }
