"""Answers of a base through its index, right or not."""

import time

import nkfacts
from tests.support.bases import KILLED

RIGHT = "900 to 1,100"
"""The headline of the dead in the fact file of the tests."""
LONG_AGO = time.time_ns() - 10**13


def answer(path, **options):
    """Return the headline of KILLED after a look at whether the rest of the base is whole."""
    base = nkfacts.load(str(path), **options)
    try:
        assert base.search("roughly 600")[0].id == "killed-nis-2"
        assert len(base.facts()) == len(list(base.names("facts")))
        return base.headline(KILLED).amount
    finally:
        base.close()


def edit(path, old, new):
    """Replace a text of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
