"""The arguments and options of commands, declared as data; Typer is built from them too.

A command says what it takes in the signature of its ``run``: ``Annotated[int | None, Option("--limit", "-n")]``. What
is made of other data, as the keys of a fact, stands in a table ``OPTIONS`` of its module instead, as ``Parameter``.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nkfacts.hints import Any

    Complete = Callable[..., Sequence[str | tuple[str, str]]]


class _Declared:
    """What is the same of an argument and of an option.

    Args:
        names: how an option is written, ``--limit`` and ``-n``; left out, it is the parameter's name behind two dashes.
        metavar: what stands for the value in the help.
        help: one line about it.
        complete: what begins as the word typed so far, each alone or with what it is.
        by_command: ``complete`` is told the command besides.
        least: the smallest number that is taken.
        most: the largest.
        eager: read before ``--help`` is answered.
    """

    def __init__(
        self,
        *names: str,
        metavar: "str | None" = None,
        help: "str | None" = None,  # noqa: A002 - Typer's name for it
        complete: "Complete | None" = None,
        by_command: bool = False,
        least: "float | None" = None,
        most: "float | None" = None,
        eager: bool = False,
    ) -> None:
        self.names, self.metavar, self.help = names, metavar, help
        self.complete, self.by_command = complete, by_command
        self.least, self.most, self.eager = least, most, eager


class Argument(_Declared):
    """A word, or all words, that a command takes beside its options."""


class Option(_Declared):
    """What is given by its name: with a value, or alone where its type is bool."""


class Parameter:
    """An argument or option under its name in ``run``, with its type, and its default unless it must be given."""

    def __init__(self, name: str, type_: "Any", declared: "Argument | Option", *default: "Any") -> None:
        self.name, self.type, self.declared, self.default = name, type_, declared, default
        taken = _without_none(type_)
        self.is_option = isinstance(declared, Option)
        self.is_many = getattr(taken, "__origin__", None) is list
        self.kind: Any = taken.__args__[0] if self.is_many else taken

    @property
    def spellings(self) -> "Sequence[str]":
        """How the option is written."""
        return self.declared.names or (f"--{self.name.replace('_', '-')}",)


def _without_none(type_: "Any") -> "Any":
    """Return what is taken where there is something: of ``str | None`` it is ``str``."""
    is_union = type(type_) is type(int | str)
    return next(kind for kind in (type_.__args__ if is_union else (type_,)) if kind is not type(None))


def declared(run: "Any") -> "dict[str, Parameter]":
    """Return what a function takes that is declared in its signature, in that order."""
    code = run.__code__
    positional, keywords = code.co_varnames[: code.co_argcount], run.__kwdefaults__ or {}
    defaults = dict(zip(reversed(positional), reversed(run.__defaults__ or ()), strict=False)) | keywords
    found = {}
    # Not inspect.signature: it takes as long to import as many an answer.
    for name, annotation in run.__annotations__.items():
        said = getattr(annotation, "__metadata__", ())
        if said and isinstance(said[0], Argument | Option):
            default = (defaults[name],) if name in defaults else ()
            found[name] = Parameter(name, annotation.__origin__, said[0], *default)
    return found
