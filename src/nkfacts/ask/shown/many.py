"""Answers to many questions, by as many processes as there are processors for them and questions worth it."""

import os
from collections.abc import Sequence

from nkfacts.ask.refusals.helping import answer_or_help
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.index.cache import open_kept
from nkfacts.query.base import Base

_LEAST = 50
"""Questions of which a process answers at least so many: to start one takes about as long as to answer ten."""


def answers(texts: Sequence[str], base: Base) -> list[Answer]:
    """Answer questions from what a base knew on its day.

    Args:
        texts: the questions, each in any wording.
        base: the base.

    Returns:
        The answers, in the order of the questions.
    """
    count = max(1, min(_processors(), len(texts) // _LEAST))
    helpers = [_Helper(texts[number::count], base) for number in range(1, count)]
    try:
        shares = [_answered(texts[::count], base), *(helper.answers() for helper in helpers)]
    finally:
        for helper in helpers:
            helper.end()
    return [shares[place % count][place // count] for place in range(len(texts))]


def _processors() -> int:
    """Return how many processors this process may use; 1 where it had better not be forked, as on a Mac."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _answered(texts: Sequence[str], base: Base) -> list[Answer]:
    lexicon = Lexicon(base.known)
    return [answer_or_help(text, base, lexicon) for text in texts]


class _Helper:
    """A process that answers some of the questions; where it cannot, this one does.

    Args:
        texts: the questions.
        base: the base.
    """

    def __init__(self, texts: Sequence[str], base: Base) -> None:
        self._texts, self._base = texts, base
        reading, writing = os.pipe()
        self._stream = open(reading, "rb")  # noqa: SIM115
        try:
            self._process = os.fork()
        except OSError:
            self._process = -1
        if not self._process:
            self._work(writing)
        os.close(writing)

    def _work(self, writing: int) -> None:
        """Answer, write what the answers are made of, and end at once: what this process began is for the other."""
        try:
            from nkfacts.ask.common.parcels import Packer

            with open(writing, "wb") as stream:
                Packer(stream).dump(_answered(self._texts, _opened_anew(self._base)))
        finally:
            os._exit(0)

    def answers(self) -> list[Answer]:
        """Return the answers: what the process wrote, or else what this one finds."""
        from nkfacts.ask.common.parcels import Unpacker, UnpicklingError

        try:
            found: list[Answer] = Unpacker(self._stream, self._base).load()
        except (EOFError, UnpicklingError):
            return _answered(self._texts, self._base)
        return found

    def end(self) -> None:
        """End the process, whatever it does."""
        self._stream.close()
        if self._process > 0:
            os.kill(self._process, 9)
            os.waitpid(self._process, 0)


def _opened_anew(base: Base) -> Base:
    """Return the same base by a connection of its own: SQLite's go with one process. One in memory was copied.

    Raises:
        OSError: another index is kept there by now.
    """
    connection = base.known.connection
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    if not path:
        return base
    own, origin = open_kept(path), "SELECT * FROM origin"
    if tuple(own.execute(origin).fetchone()) != tuple(connection.execute(origin).fetchone()):
        raise OSError(f"{path} is another index by now")
    return Base(own, base.as_of)
