"""Inputs that ``python -m tests.attack.fuzz`` found, and what they have to end in."""

import pytest

from nkfacts.errors import DataProblem
from tests.support.bases import compiled


def test_a_file_that_ends_without_a_line_break_has_its_mistake_in_its_last_line():
    text = "entities:\n  nis:\n    name: Intion\n    id: nis\n4050"
    with pytest.raises(DataProblem) as caught:
        compiled(text)
    last = caught.value.problems[-1]
    assert "not YAML" in last.message
    assert (last.line, last.column) == (5, 5)
