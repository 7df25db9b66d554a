"""``python -m nkfacts`` and the console script."""

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nkfacts.hints import NoReturn


def main() -> "NoReturn":
    """Run the command line of the process and end the process with the exit status.

    It ends at once, as mypy does: to take the interpreter down piece by piece is a tenth of a short command. With
    ``NKFACTS_DEBUG`` it ends as others do, so that profilers and the like have their turn.
    """
    status = run()
    if os.environ.get("NKFACTS_DEBUG"):
        sys.exit(status)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            # Where the answer could not be written, that was said and is in the status.
            continue
    os._exit(status)


def run() -> int:
    """Run the command line of the process and return the exit status."""
    # The process ends before what a collection would free is missed: looking for it is 5 ms of each command.
    gc.disable()
    try:
        if None in (sys.stdin, sys.stdout, sys.stderr):
            from nkfacts.cli import standard_streams

            standard_streams.hold()
        if "_NKFACTS_COMPLETE" in os.environ:
            from nkfacts.cli import quick_complete as completing

            if completing.answered(os.environ["_NKFACTS_COMPLETE"]):
                return 0
        else:
            from nkfacts.cli import bare_get

            if bare_get.answered(sys.argv[1:]):
                return 0
        from nkfacts.cli.run import main as answer

        return int(answer())
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    main()
