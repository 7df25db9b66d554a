"""What the hints of types are made of, without the module ``typing``.

To import that module, and to make some thirty classes of its ``NamedTuple``, was a tenth of the time of a short answer.
Type checkers read the real thing; at run time stands here the little that is needed of it: names for hints, what the
command line reads of ``Annotated``, and named tuples. All other modules take these from here.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import IntEnum
    from typing import (
        IO,
        Annotated,
        Any,
        ClassVar,
        Literal,
        NamedTuple,
        NoReturn,
        Protocol,
        Self,
        TextIO,
        cast,
        dataclass_transform,
    )
else:
    try:
        from _collections import _tuplegetter as _place
    except ImportError:
        # Another Python than CPython may have none.
        from operator import itemgetter

        def _place(number, doc):
            return property(itemgetter(number), doc=doc)

    Any = NoReturn = Protocol = Self = TextIO = object
    # Of named numbers nothing but the numbers is needed: the library's, with its module, are a thirtieth of an answer.
    IntEnum = int

    class _OfAnything:
        """A hint that is made more precise by what stands in brackets behind it."""

        def __class_getitem__(cls, _):
            return cls

    class IO(_OfAnything):
        """An open file."""

    class ClassVar(_OfAnything):
        """A variable of a class."""

    class Literal(_OfAnything):
        """One of some values."""

    class Annotated:
        """A type, and what is said about it besides: under the names that ``typing`` gives them."""

        def __init__(self, origin, *metadata):
            self.__origin__, self.__metadata__ = origin, metadata

        def __class_getitem__(cls, said):
            return cls(*said)

    def cast(_, value):
        """Return a value, of which the checker is told the type."""
        return value

    def dataclass_transform(**_):
        """Return what leaves a class as it is."""
        return lambda class_: class_

    _MISSING = object()

    class _Named(type):
        """The class of named tuples."""

        def __new__(meta, name, bases, body):
            made = super().__new__(meta, name, bases, {"__slots__": (), **body})
            fields = tuple(made.__annotations__)
            made._field_defaults = {field: body[field] for field in fields if field in body}
            made._fields = made.__match_args__ = fields
            for number, field in enumerate(fields):
                setattr(made, field, _place(number, f"Field {number}"))
            return made

        @property
        def __signature__(cls):
            """How an instance is made, for ``help`` and those who look."""
            from inspect import Parameter, Signature

            return Signature(
                [
                    Parameter(
                        field,
                        Parameter.POSITIONAL_OR_KEYWORD,
                        default=cls._field_defaults.get(field, Parameter.empty),
                        annotation=cls.__annotations__[field],
                    )
                    for field in cls._fields
                ]
            )

    class NamedTuple(tuple, metaclass=_Named):
        """A tuple whose places have names, as ``typing.NamedTuple``: the annotations of its class, with defaults."""

        def __new__(cls, *values, **named):
            if named or len(values) != len(cls._fields):
                defaults, left = cls._field_defaults, cls._fields[len(values) :]
                values += tuple([named.pop(name) if name in named else defaults.get(name, _MISSING) for name in left])
                if named or len(values) != len(cls._fields) or _MISSING in values:
                    raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}, each once")
            return tuple.__new__(cls, values)

        @classmethod
        def _make(cls, values):
            """Return the tuple of the values of all fields, in their order."""
            return cls(**dict(zip(cls._fields, values, strict=True)))

        def _replace(self, **named):
            """Return the same tuple with other values in some fields."""
            made = tuple.__new__(type(self), map(named.pop, self._fields, self))
            if named:
                raise TypeError(f"{type(self).__name__} has no field called {', '.join(named)}")
            return made

        def _asdict(self):
            """Return the fields with their values."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            """Return the call that makes the tuple."""
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

        def __getnewargs__(self):
            """Return what copies and pickles are made of."""
            return tuple(self)


__all__ = [
    "IO", "TYPE_CHECKING", "Annotated", "Any", "ClassVar", "IntEnum", "Literal", "NamedTuple", "NoReturn", "Protocol",
    "Self", "TextIO", "cast", "dataclass_transform",
]  # fmt: skip
