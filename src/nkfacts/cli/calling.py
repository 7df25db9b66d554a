"""A command called with what was given to it, and its report written."""

import contextlib
import os
import sys
from collections.abc import Callable, Sequence

import nkfacts
from nkfacts.cli import browser, first_word
from nkfacts.cli import progress_bar as waiting
from nkfacts.cli.forms import lent_to, module_of, own_parameters
from nkfacts.cli.printing import CutShort, answer
from nkfacts.commands.options import Setting, filter_of
from nkfacts.commands.registry import Command
from nkfacts.errors import NkfactsError
from nkfacts.hints import Any
from nkfacts.index import cache, location
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report
from nkfacts.query.base import Base


def call(
    command: Command,
    given: dict[str, Any],
    setting: Setting,
    *,
    subject: Sequence[str] = (),
    manual: Callable[[Sequence[str]], str] | None = None,
) -> ExitCode:
    """Call a command, write its report and return the exit status.

    Args:
        command: the command.
        given: the values of the arguments and options behind it.
        setting: the shared options, those before the command overridden by those behind it.
        subject: the words that name the topic or figure, where the command is for any of them.
        manual: what returns the help of a command.

    Raises:
        NkfactsError: the command refuses, the facts are faulty, or the answer cannot be written.
    """
    run, lent = module_of(command).run, lent_to(command)
    values = {name: given[name] for name in own_parameters(command) if name in given}
    values |= {"setting": setting} if "setting" in lent else {}
    values |= (
        {"wanted": filter_of({name: value for name, value in given.items() if name not in values})}
        if "wanted" in lent
        else {}
    )
    values |= {"manual": manual} if "manual" in lent else {}
    values |= {"browse": browser.start} if "browse" in lent else {}
    if "base" not in lent:
        return answer(lambda: _watched(run, values, is_told="progress" in lent), setting)

    def on(base: Base) -> Report:
        named = {"topic": first_word.subject(subject, base)} if subject else {}
        return run(base=base, **values | named)  # type: ignore[no-any-return]

    return _answered_from_base(on, setting)


def _watched(run: Callable[..., Report], values: dict[str, Any], *, is_told: bool) -> Report:
    with waiting.shown(sys.stderr, os.environ) as progress:
        return run(**values, **{"progress": progress} if is_told else {})


def _answered_from_base(run: Callable[[Base], Report], setting: Setting) -> ExitCode:
    """Run a command on the fact base and write its report."""

    def attempt(*, use_cache: bool) -> ExitCode:
        with waiting.shown(sys.stderr, os.environ) as progress:
            base = nkfacts.load(setting.data, as_of=setting.as_of, use_cache=use_cache, progress=progress)
        with contextlib.closing(base):
            try:
                return answer(lambda: run(base), setting)
            except (NkfactsError, OSError, CutShort):
                raise
            except Exception as reason:
                raise _DoubtfulIndex(reason) from reason

    try:
        return attempt(use_cache=not setting.no_cache)
    except _DoubtfulIndex as fault:
        if setting.no_cache:
            raise fault.reason from None
        # Nothing was written: start again, with another index.
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
