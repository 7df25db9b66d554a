"""What the tests of questions share: the shipped facts, and their words looked up once."""

from functools import cache

import pytest

from nkfacts.ask import answering
from nkfacts.ask.terms.lexicon import Lexicon


@pytest.fixture(scope="session")
def base(shipped_base):
    """Return the shipped facts."""
    return shipped_base


@pytest.fixture(scope="session")
def lexicon(base):
    """Return the names and words of the shipped facts."""
    return Lexicon(base.known)


@pytest.fixture(scope="session")
def answer(base, lexicon):
    """Return a function that answers a question; what several tests ask is answered once."""
    return cache(lambda question: answering.answer(question, base, lexicon))
