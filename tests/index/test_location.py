"""Where the fact file and the cache folder are."""

import shutil
import sys

from nkfacts.index import location
from tests.support.files import BASE
from tests.support.indexes import RIGHT, answer


def test_the_cache_folder_follows_the_xdg_specification(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setenv("XDG_CACHE_HOME", "/elsewhere")
    assert location.cache_folder() == "/elsewhere/nkfacts"
    for ignored in ("", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", ignored)
        assert location.cache_folder() == "/home/somebody/.cache/nkfacts"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert location.cache_folder() == "/home/somebody/Library/Caches/nkfacts"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert location.cache_folder() == "/local/nkfacts"


def test_the_file_given_comes_before_that_of_the_environment(monkeypatch):
    monkeypatch.setenv("NKFACTS_DATA", "/environment.yaml")
    assert location.facts_path("/given.yaml") == "/given.yaml"
    assert location.facts_path() == "/environment.yaml"
    monkeypatch.setenv("NKFACTS_DATA", "")
    assert location.facts_path() == location.shipped_facts()


def test_a_path_with_signs_of_an_address_is_only_a_path(tmp_path, monkeypatch, compiling):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a?mode=rwc#b%41 ü'"))
    path = tmp_path / "facts?x=1#%41 국.yaml"
    shutil.copy(BASE, path)
    assert [answer(path), answer(path)] == [RIGHT, RIGHT]
    assert len(compiling) == 1
