"""``python -m nkfacts`` and the console script."""

import gc
import os
import sys


def main() -> int:
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
        from nkfacts.cli.run import main as run

        return int(run())
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
