"""Where the fact file and the cache folder are."""

import os
import shutil
import subprocess
import sys

import pytest

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


def test_a_choice_is_remembered_and_gives_way_to_what_is_given(monkeypatch, home, tmp_path):
    monkeypatch.setenv("NKFACTS_DATA", "")
    assert (location.chosen_facts(), location.chosen_by()) == ("", location.SHIPPED)
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/mine \xff.yaml")
    for path in (str(tmp_path / "facts.yaml"), str(tmp_path / "facts\n"), odd):
        location.choose(path)
        assert (location.facts_path(), location.chosen_by()) == (path, location.CHOSEN)
    assert location.chosen_by("/given.yaml") == "--data"
    monkeypatch.setenv("NKFACTS_DATA", "/environment.yaml")
    assert (location.facts_path(), location.chosen_by()) == ("/environment.yaml", "NKFACTS_DATA")
    monkeypatch.setenv("NKFACTS_DATA", "")
    for _ in range(2):
        location.choose(None)
        assert location.facts_path() == location.shipped_facts()


def test_choice_and_copy_are_where_the_xdg_specification_wants_them(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("NKFACTS_DATA", "")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    location.choose("/somewhere.yaml")
    assert (tmp_path / "config" / "nkfacts" / "data").read_bytes() == b"/somewhere.yaml\n"
    assert location.own_copy() == str(tmp_path / "data" / "nkfacts" / "facts.yaml")


def test_a_path_with_signs_of_an_address_is_only_a_path(tmp_path, monkeypatch, compiling):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a?mode=rwc#b%41 ü'"))
    path = tmp_path / "facts?x=1#%41 국.yaml"
    shutil.copy(BASE, path)
    assert [answer(path), answer(path)] == [RIGHT, RIGHT]
    assert len(compiling) == 1


@pytest.mark.parametrize("variables", [{}, {"HOME": ""}, {"HOME": "relative"}])
def test_without_a_home_nothing_is_kept_in_the_folder_one_is_in(tmp_path, monkeypatch, variables):
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("posixpath.expanduser", lambda path: path)
    assert answer(BASE) == RIGHT
    assert list(tmp_path.iterdir()) == []


def test_links_in_a_circle_are_looked_into_once(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "one.yaml").write_text("x", "utf-8")
    for number in range(30):
        (tmp_path / "a" / f"link{number}").symlink_to(tmp_path)
        (tmp_path / "a" / "b" / f"link{number}").symlink_to(tmp_path / "a")
    assert location.files_of(str(tmp_path)) == [str(tmp_path / "a" / "b" / "one.yaml")]


def test_folders_may_nest_deeper_than_python_calls_itself(tmp_path):
    path = str(tmp_path / "d")
    os.mkdir(path)
    for _ in range(1200):
        path += "/d"
        os.mkdir(path)
    with open(path + "/one.yml", "w") as stream:
        stream.write("x")
    assert location.files_of(str(tmp_path)) == [path + "/one.yml"]
    # The library's own way to remove them calls itself.
    subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)


@pytest.mark.parametrize("make", ["pipe", "zero", "folder", "circle"])
def test_a_choice_that_is_no_file_is_none_and_is_not_waited_for(monkeypatch, tmp_path, make):
    monkeypatch.setenv("NKFACTS_DATA", "")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "nkfacts").mkdir()
    place = tmp_path / "nkfacts" / "data"
    makers = {
        "pipe": lambda: os.mkfifo(place),
        "zero": lambda: place.symlink_to("/dev/zero"),
        "folder": place.mkdir,
        "circle": lambda: place.symlink_to(place),
    }
    makers[make]()
    assert location.facts_path() == location.shipped_facts()
