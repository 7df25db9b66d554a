"""The base of the tests, open, and what export makes of it."""

import pytest

import nkfacts
from tests.support.files import BASE


@pytest.fixture
def base():
    """Return the base of the tests."""
    found = nkfacts.load(str(BASE))
    yield found
    found.close()
