"""The quick way and Typer's: whatever the line, the same bytes on both streams and the same status.

A sample runs with the suite; ``NKFACTS_TEST_LINES=20000 python -m pytest tests/cli/test_both_ways.py`` runs more.
"""

import os

import pytest

from nkfacts.cli import bare_get
from tests.support.lines import lines

_AT_ONCE = 50
_COUNT = int(os.environ.get("NKFACTS_TEST_LINES", "200"))


@pytest.mark.parametrize("seed", range(_COUNT // _AT_ONCE))
def test_any_line_is_answered_alike_by_both_ways(run, capfd, seed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # some write a file
    for words in lines(seed, _AT_ONCE):
        whole = run(*words, by_typer=True)
        assert run(*words) == whole, words
        if bare_get.answered(words):
            assert (capfd.readouterr().out, whole.err, whole.code) == (whole.out, "", 0), words
        assert capfd.readouterr().out == "", words
