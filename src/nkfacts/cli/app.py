"""The Typer application: commands made when they are called, the topics among them made from the fact file."""

import contextlib
import inspect
import os
import sys
from collections.abc import Callable, Container, Sequence
from functools import partial
from importlib import import_module
from typing import Any

import typer
from typer.core import CompletionItem, TyperGroup  # type: ignore[attr-defined]
from typer.main import get_command

import nkfacts
from nkfacts.cli import browser, completion_scripts, first_word
from nkfacts.cli import progress_bar as waiting
from nkfacts.cli.printing import answer, show
from nkfacts.commands.options import FILTERS, SHARED, Setting, filter_of, first_words, parameter, parameters_of
from nkfacts.commands.registry import COMMANDS, OVERVIEW, TASKS, TOPIC, Command
from nkfacts.errors import DataProblem, NkfactsError
from nkfacts.index import cache, location
from nkfacts.model.records import FORMAT
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report
from nkfacts.query.base import Base

_LENT = ("base", "progress", "wanted", "setting", "manual", "browse")
"""The parameters of a command that are no options of its own: what the command line lends it."""
_HELP_OPTIONS = ("--help", "-h")
_QUOTING = "In zsh and fish, quote a question that has ? or ' in it: nkfacts ask 'how many died?'"
_CONTEXT = {"help_option_names": list(_HELP_OPTIONS), "max_content_width": 100}


def application() -> Any:
    """Return the whole command line as a Typer command."""
    completion_scripts.mend()
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

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        # Neither are all commands made for their summaries, nor is a topic listed once for each of its names.
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [CompletionItem(name, help=words) for name, words in first_words(incomplete, _given(ctx).data)]

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str, Any, list[str]]:
        name, *words = args
        if name not in COMMANDS and not set(_HELP_OPTIONS).isdisjoint(words):
            # Help is printed before the options behind the command are read, so they are looked at here.
            _demand_subject(name, _data_option(words) or _given(ctx).data)
        return name, self.get_command(ctx, name), words

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        for task, example in TASKS.items():
            with formatter.section(task):
                rows = [(name, command.summary) for name, command in COMMANDS.items() if command.task == task]
                formatter.write_dl(rows)
                formatter.write_text(f"$ {example}")
        topics = _topics(ctx.params.get("data"))
        if topics:
            with formatter.section("Topics, each a command"):
                formatter.write_dl(list(topics.items()))

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        super().format_epilog(ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text(_QUOTING)


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
    return inspect.cleandoc(_module(command).run.__doc__ or "")  # python -OO leaves none


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
        values |= {"setting": setting} if "setting" in own else {}
        values |= {"wanted": filter_of(given)} if "wanted" in own else {}
        values |= {"manual": partial(_manual, ctx)} if "manual" in own else {}
        values |= {"browse": browser.start} if "browse" in own else {}
        if "base" not in own:
            raise typer.Exit(answer(partial(_run_watched, run, values, own), setting))
        words = (fixed["topic"], *ctx.args) if fixed else ()

        def on(base: Base) -> Report:
            named = {"topic": first_word.subject(words, base)} if words else {}
            return run(base=base, **values | named)  # type: ignore[no-any-return]

        raise typer.Exit(_answered_from_base(on, setting))

    parameters = [parameter("ctx", typer.Context)]
    parameters += [
        own_parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, own_parameter in own.items()
        if name not in (*_LENT, *fixed)
    ]
    parameters += parameters_of(filters) + parameters_of(SHARED)
    if at_root:
        version = typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
        parameters += parameters_of({"version": (bool, version)})
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    callback.__annotations__ = {each.name: each.annotation for each in parameters}
    return callback


def _run_watched(run: Callable[..., Report], values: dict[str, Any], own: Container[str]) -> Report:
    with waiting.shown(sys.stderr, os.environ) as progress:
        return run(**values, **{"progress": progress} if "progress" in own else {})


def _answered_from_base(run: Callable[[Base], Report], setting: Setting) -> ExitCode:
    """Run a command on the fact base and write its report."""

    def attempt(*, use_cache: bool) -> ExitCode:
        with waiting.shown(sys.stderr, os.environ) as progress:
            base = nkfacts.load(setting.data, as_of=setting.as_of, use_cache=use_cache, progress=progress)
        with contextlib.closing(base):
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
        with contextlib.closing(nkfacts.load(ctx.params.get("data"))) as base:
            facts = f"facts of {base.header['updated']}"
    except NkfactsError:
        facts = "facts that cannot be read"
    show(f"nkfacts {nkfacts.__version__}, file format {FORMAT}, {facts}\n")
    raise typer.Exit(ExitCode.ANSWERED)


def _topics(data: str | None) -> dict[str, str]:
    """Return the ids of the topics of a fact file with their labels."""
    try:
        with contextlib.closing(nkfacts.load(data)) as base:
            return {counted.record.id: counted.record.label for counted in base.topics()}
    except NkfactsError:
        return {}


def _demand_subject(name: str, data: str | None) -> None:
    """Raise UsageProblem when a word leads to no topic or figure of a fact file."""
    with contextlib.suppress(DataProblem), contextlib.closing(nkfacts.load(data)) as base:
        first_word.subject([name], base)


def _manual(ctx: Any, words: Sequence[str]) -> str:
    """Return the help of the program, or of the command, topic or figure that words name."""
    root = ctx.parent
    if not words:
        return f"{root.get_help()}\n"
    name = words[0] if words[0] in COMMANDS else " ".join(words)
    _, command, _ = root.command.resolve_command(root, [name, "--help"])
    return f"{command.make_context(name, [], parent=root, resilient_parsing=True).get_help()}\n"


def _data_option(words: list[str]) -> str | None:
    for word, following in zip(words, [*words[1:], None], strict=True):
        if word in ("--data", "-d"):
            return following
        if word.startswith("--data="):
            return word.partition("=")[2]
    return None
