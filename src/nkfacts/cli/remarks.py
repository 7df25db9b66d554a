"""What is told of an answer beside it: on stderr, at a terminal in lines of its width."""

import os
import sys

from nkfacts.cli.standard_streams import tell
from nkfacts.output import terminal
from nkfacts.text import visible, wrapped


def remark(text: str) -> None:
    """Write a remark to stderr: at a terminal in lines of its width, but for a mistake with its place in the file."""
    screen = terminal.look_at(sys.stderr, os.environ)
    if "\n" in text or not screen.is_terminal:
        tell(f"{visible(text)}\n")
        return
    for number, line in enumerate(wrapped(visible(text), screen.width - 2)):
        tell(f"{'  ' if number else ''}{line}\n")
