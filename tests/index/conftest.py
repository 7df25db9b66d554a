"""A copy of the fact file of the tests, its cache folder, and the files that are compiled."""

import os
import shutil

import pytest

from nkfacts.index import building
from tests.support.files import BASE
from tests.support.indexes import LONG_AGO


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder that keeps the indexes of this test; not made yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("NKFACTS_DATA", raising=False)
    return tmp_path / "cache" / "nkfacts"


@pytest.fixture
def facts(tmp_path, folder):
    """A copy of base.yaml, last changed long ago."""
    path = tmp_path / "facts.yaml"
    shutil.copy(BASE, path)
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return path


@pytest.fixture
def compiling(monkeypatch):
    """The files compiled since the test began."""
    compiled = []
    real = building.compile_base

    def counting(base, stream, file, *rest, **options):
        compiled.append(file)
        return real(base, stream, file, *rest, **options)

    monkeypatch.setattr(building, "compile_base", counting)
    return compiled
