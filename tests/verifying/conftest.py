"""What the tests of verify share: texts held against the shipped facts."""

import pytest

import nkfacts


@pytest.fixture(scope="module")
def base(shipped_base):
    return shipped_base


@pytest.fixture
def verdicts(base):
    """Return a function that gives the verdict on each claim of a text."""
    return lambda text, **options: [claim.verdict for claim in nkfacts.verify(text, base, **options).claims]


@pytest.fixture
def only(base):
    """Return a function that gives the one claim of a text."""

    def only(text, **options):
        (claim,) = nkfacts.verify(text, base, **options).claims
        return claim

    return only
