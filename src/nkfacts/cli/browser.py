"""The person's browser: started at a terminal only."""

import os
import sys

from nkfacts.output.terminal import look_at


def start(url: str) -> bool | None:
    """Open an address in the browser and say whether there was one; None, with nothing started, where nobody sits."""
    if not look_at(sys.stdout, os.environ).is_terminal:
        return None
    import webbrowser

    return webbrowser.open(url)
