"""What the tests of questions share: the shipped facts, and their words looked up once."""

import pytest

import nkfacts
from nkfacts.ask import answering
from nkfacts.ask.lexicon import Lexicon
from tests.support.files import SHIPPED


@pytest.fixture(scope="session")
def base():
    """Return the shipped facts."""
    found = nkfacts.load(str(SHIPPED), use_cache=False)
    yield found
    found.close()


@pytest.fixture(scope="session")
def lexicon(base):
    """Return the names and words of the shipped facts."""
    return Lexicon(base.known)


@pytest.fixture(scope="session")
def answer(base, lexicon):
    """Return a function that answers a question."""
    return lambda question: answering.answer(question, base, lexicon)
