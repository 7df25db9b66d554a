"""The base of the tests, opened once for each file of tests."""

import pytest

from nkfacts.index.opening import check_file
from nkfacts.query.base import Base
from tests.support.files import BASE


@pytest.fixture(scope="module")
def connection():
    _, found = check_file(str(BASE))
    yield found
    found.close()


@pytest.fixture
def base(connection):
    return Base(connection)
