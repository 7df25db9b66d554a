"""The Typer application: commands made when they are called, the topics among them made from the fact file."""

import contextlib
import inspect
from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any

import typer
from typer.core import CompletionItem, TyperGroup  # type: ignore[attr-defined]
from typer.main import get_command

import nkfacts
from nkfacts.cli import completion_scripts, first_word
from nkfacts.cli.calling import call
from nkfacts.cli.forms import module_of, parameters_of
from nkfacts.cli.printing import show
from nkfacts.commands.declaring import Parameter
from nkfacts.commands.options import Setting, first_words
from nkfacts.commands.registry import COMMANDS, HELP_OPTIONS, OVERVIEW, TASKS, TOPIC, Command
from nkfacts.errors import DataProblem, NkfactsError
from nkfacts.model.records import FORMAT
from nkfacts.output.exit_codes import ExitCode

_QUOTING = ("In zsh and fish, quote a question that has ? or ' in it:", "$ nkfacts ask 'how many died?'")
_CONTEXT = {"help_option_names": list(HELP_OPTIONS), "max_content_width": 100}


def application() -> Any:
    """Return the whole command line as a Typer command."""
    completion_scripts.mend()
    app = _typer(cls=_Commands, context_settings=_CONTEXT)
    app.callback(invoke_without_command=True, help=_help(OVERVIEW), epilog=_examples(OVERVIEW))(_callback(OVERVIEW))
    return get_command(app)


class _Commands(TyperGroup):
    """The commands: those of the registry, and one for each topic of the fact file."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [*COMMANDS, *_topics(_given(ctx).data)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name in COMMANDS:
            return _build(cmd_name, COMMANDS[cmd_name])
        # Whether it is a topic is known when its own --data has been read.
        return _build(cmd_name, TOPIC)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        # Neither are all commands made for their summaries, nor is a topic listed once for each of its names.
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [CompletionItem(name, help=words) for name, words in first_words(incomplete, _given(ctx).data)]

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str, Any, list[str]]:
        name, *words = args
        if name not in COMMANDS and not set(HELP_OPTIONS).isdisjoint(words):
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
        for line in _QUOTING:
            formatter.write_text(line)


def _typer(**settings: Any) -> typer.Typer:
    # Without rich, help is printed in half the time.
    return typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, **settings)


def _build(name: str, command: Command) -> Any:
    app = _typer(add_completion=False)
    # The words behind what may be no topic are looked at when that is known.
    context = {**_CONTEXT, "allow_extra_args": command is TOPIC}
    app.command(name, help=_help(command), epilog=_examples(command), context_settings=context)(
        _callback(command, name)
    )
    return get_command(app)


def _help(command: Command) -> str:
    return inspect.cleandoc(module_of(command).run.__doc__ or "")  # python -OO leaves none


def _examples(command: Command) -> str:
    return "\b\nExamples:\n" + "\n".join(f"  {example}" for example in module_of(command).EXAMPLES)


def _callback(command: Command, name: str = "") -> Callable[..., Any]:
    """Return the function that Typer calls for a command, with a signature; without a name, at the root."""

    def callback(ctx: typer.Context, **given: Any) -> None:
        setting = _given(ctx.parent).overridden_by(given)
        if not name:
            ctx.obj = setting
            if ctx.invoked_subcommand is not None:
                return
        subject = (name, *ctx.args) if command is TOPIC else ()
        raise typer.Exit(call(command, given, setting, subject=subject, manual=partial(_manual, ctx)))

    parameters = [_keyword("ctx", typer.Context), *map(_typed, parameters_of(command))]
    if not name:
        version = typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
        parameters.append(_keyword("version", Annotated[bool, version], False))
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    callback.__annotations__ = {each.name: each.annotation for each in parameters}
    return callback


def _typed(parameter: Parameter) -> inspect.Parameter:
    """Return a declared argument or option in the words of Typer."""
    said = parameter.declared
    make: Callable[..., Any] = typer.Option if parameter.is_option else typer.Argument
    typed = make(
        *(parameter.spellings if parameter.is_option else ()),
        metavar=said.metavar,
        help=said.help,
        min=said.least,
        max=said.most,
        is_eager=said.eager,
        autocompletion=_completion(parameter),
    )
    return _keyword(parameter.name, Annotated[parameter.type, typed], *parameter.default)


def _keyword(name: str, annotation: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _completion(parameter: Parameter) -> Callable[..., Any] | None:
    complete = parameter.declared.complete
    if complete is None or not parameter.declared.by_command:
        return complete

    def of_command(ctx: typer.Context, incomplete: str) -> Any:
        return complete(incomplete, str(ctx.info_name) if ctx.parent else "nkfacts")

    return of_command


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
