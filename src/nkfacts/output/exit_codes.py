"""The exit statuses of the command."""

from nkfacts.hints import IntEnum


class ExitCode(IntEnum):
    """The exit statuses of the command; documented in the README."""

    ANSWERED = 0
    NOTHING_FOUND = 1
    WRONG_USAGE = 2
    FAULTY_DATA = 3
    CANNOT_WRITE = 4
    TOO_OLD = 5
    INTERNAL_FAULT = 70  # EX_SOFTWARE of BSD's sysexits: a mistake of ours, never the user's
    INTERRUPTED = 130
