"""The Typer application: commands made when they are called, the topics among them made from the fact file."""

import inspect
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

import nkfacts
from nkfacts.cli import progress_bar as waiting
from nkfacts.cli.printing import answer, show
from nkfacts.commands.options import FILTERS, SHARED, Setting, filter_of, parameter, parameters_of
from nkfacts.commands.registry import COMMANDS, OVERVIEW, TOPIC, Command
from nkfacts.errors import NkfactsError, UsageProblem
from nkfacts.index import cache, location
from nkfacts.model.records import FORMAT
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.text import did_you_mean, nearest, visible

_HELP_OPTIONS = ("--help", "-h")
_CONTEXT = {"help_option_names": list(_HELP_OPTIONS), "max_content_width": 100}


def application() -> Any:
    """Return the whole command line as a Typer command."""
    app = _typer(cls=_Commands, context_settings=_CONTEXT)
    app.callback(invoke_without_command=True, help=_help(OVERVIEW), epilog=_examples(OVERVIEW))(
        _callback(OVERVIEW, at_root=True)
    )
    return get_command(app)


class _Commands(TyperGroup):
    """The commands: those of the registry, and one for each topic of the fact file."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [*COMMANDS, *_topics(_given(ctx).data)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name in COMMANDS:
            return _build(cmd_name, COMMANDS[cmd_name])
        # Whether it is a topic is known when its own --data has been read.
        return _build(cmd_name, TOPIC, {"topic": cmd_name})

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str, Any, list[str]]:
        name, *words = args
        if name not in COMMANDS and not set(_HELP_OPTIONS).isdisjoint(words):
            # Help is printed before the options behind the command are read, so they are looked at here.
            topics = _topics(_data_option(words) or _given(ctx).data)
            if name not in topics:
                raise no_such_command(name, list(topics))
        return name, self.get_command(ctx, name), words

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.summary) for name, command in COMMANDS.items()])
        topics = _topics(ctx.params.get("data"))
        if topics:
            with formatter.section("Topics, each a command"):
                formatter.write_dl([(name, label) for name, label in topics.items() if label])


def no_such_command(name: str, topics: list[str]) -> UsageProblem:
    """Return the problem that a word is neither a command nor a topic; it offers the nearest."""
    mend = did_you_mean(nearest(name, [*COMMANDS, *topics])) or "see: nkfacts --help"
    return UsageProblem(f"no command or topic is called {visible(name)!r}", mend)


def _typer(**settings: Any) -> typer.Typer:
    # Without rich, help is printed in half the time.
    return typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, **settings)


def _build(name: str, command: Command, fixed: dict[str, str] | None = None) -> Any:
    app = _typer(add_completion=False)
    # The words behind what may be no topic are looked at when that is known.
    context = {**_CONTEXT, "allow_extra_args": bool(fixed)}
    app.command(name, help=_help(command), epilog=_examples(command), context_settings=context)(
        _callback(command, fixed or {})
    )
    return get_command(app)


def _module(command: Command) -> Any:
    return import_module(f"nkfacts.commands.{command.module}")


def _help(command: Command) -> str:
    return inspect.cleandoc(_module(command).run.__doc__)


def _examples(command: Command) -> str:
    return "\b\nExamples:\n" + "\n".join(f"  {example}" for example in _module(command).EXAMPLES)


def _callback(command: Command, fixed: dict[str, str] | None = None, *, at_root: bool = False) -> Callable[..., Any]:
    """Return the function that Typer calls for a command: its ``run`` with the shared options around its own."""
    run = _module(command).run
    fixed = fixed or {}
    own = inspect.signature(run).parameters
    filters = {name: option for name, option in FILTERS.items() if "wanted" in own and name not in fixed}

    def callback(ctx: typer.Context, **given: Any) -> None:
        setting = _given(ctx.parent).overridden_by(given)
        if at_root:
            ctx.obj = setting
            if ctx.invoked_subcommand is not None:
                return
        values: dict[str, Any] = {name: value for name, value in given.items() if name in own} | fixed
        if "wanted" in own:
            values["wanted"] = filter_of(given)
        if "setting" in own:
            values["setting"] = setting
        if "base" not in own:
            with waiting.shown(sys.stderr, os.environ) as progress:
                if "progress" in own:
                    values["progress"] = progress
                raise typer.Exit(answer(lambda: run(**values), setting))
        topic = (fixed["topic"], *ctx.args) if fixed else ()
        raise typer.Exit(_answered_from_base(lambda base: run(base=base, **values), topic, setting))

    parameters = [parameter("ctx", typer.Context)]
    parameters += [
        own_parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, own_parameter in own.items()
        if name not in ("base", "wanted", "setting", "progress", *fixed)
    ]
    parameters += parameters_of(filters) + parameters_of(SHARED)
    if at_root:
        version = typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
        parameters += parameters_of({"version": (bool, version)})
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    callback.__annotations__ = {each.name: each.annotation for each in parameters}
    return callback


def _answered_from_base(run: Callable[[Base], Report], topic: tuple[str, ...], setting: Setting) -> ExitCode:
    """Run a command on the fact base and write its report; ``topic`` is the word taken for one, and those behind it."""

    def attempt(*, use_cache: bool) -> ExitCode:
        with waiting.shown(sys.stderr, os.environ) as progress:
            base = nkfacts.load(setting.data, as_of=setting.as_of, use_cache=use_cache, progress=progress)
        if topic and not base.has_name("topics", topic[0]):
            raise no_such_command(topic[0], list(base.names("topics")))
        if topic[1:]:
            words = visible(" ".join(topic[1:]))
            raise UsageProblem(f"{topic[0]} takes options only, not {words!r}", f"see: nkfacts {topic[0]} --help")
        return answer(lambda: _report(run, base), setting)

    try:
        return attempt(use_cache=not setting.no_cache)
    except _DoubtfulIndex as fault:
        if setting.no_cache:
            raise fault.reason from None
        # Nothing is written before the whole report stands: start again, with another index.
        cache.forget(location.facts_path(setting.data))
    try:
        return attempt(use_cache=True)
    except _DoubtfulIndex as fault:
        raise fault.reason from None


class _DoubtfulIndex(Exception):
    """A command failed in a way that nobody foresaw: either it has a mistake, or the index that it asked."""

    def __init__(self, reason: Exception) -> None:
        super().__init__()
        self.reason = reason


def _report(run: Callable[[Base], Report], base: Base) -> Report:
    try:
        return run(base)
    except (NkfactsError, OSError):
        raise
    except Exception as reason:
        raise _DoubtfulIndex(reason) from reason


def _given(ctx: Any) -> Setting:
    return ctx.obj if ctx is not None and isinstance(ctx.obj, Setting) else Setting()


def _version(ctx: typer.Context, asked: bool) -> None:
    if not asked:
        return
    try:
        facts = f"facts of {nkfacts.load(ctx.params.get('data')).header['updated']}"
    except NkfactsError:
        facts = "facts that cannot be read"
    show(f"nkfacts {nkfacts.__version__}, file format {FORMAT}, {facts}\n")
    raise typer.Exit(ExitCode.ANSWERED)


def _topics(data: str | None) -> dict[str, str]:
    """Return the names of the topics of a fact file with their labels; aliases have none."""
    try:
        found = [counted.record for counted in nkfacts.load(data).topics()]
    except NkfactsError:
        return {}
    return {topic.id: topic.label for topic in found} | {alias: "" for topic in found for alias in topic.aliases}


def _data_option(words: list[str]) -> str | None:
    for word, following in zip(words, [*words[1:], None], strict=True):
        if word in ("--data", "-d"):
            return following
        if word.startswith("--data="):
            return word.partition("=")[2]
    return None
