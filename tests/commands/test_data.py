"""A person's own base: which fact file is in use, its choice, and the copy that the first add makes of installed facts."""

import shutil

import pytest

from tests.support.additions import OPTIONS
from tests.support.commandline import one_line, run_process
from tests.support.files import BASE, ROOT


@pytest.fixture
def installed(tmp_path):
    """Return a function that runs a program which was installed with the fact file of the tests."""
    site = tmp_path / "site"
    # With what Python compiled, as installing a program leaves it.
    shutil.copytree(ROOT / "src" / "nkfacts", site / "nkfacts")
    (site / "nkfacts" / "data").mkdir()
    shutil.copyfile(BASE, site / "nkfacts" / "data" / "facts.yaml")

    def run(*words, **options):
        options = {"PYTHONPATH": str(site), "data": "", **options}
        return run_process(tmp_path / "home", *words, **options)

    return run


@pytest.fixture
def checkout(tmp_path):
    """Return a function that runs a program from a checkout with the fact file of the tests, as pip install -e does."""
    place = tmp_path / "checkout"
    shutil.copytree(ROOT / "src" / "nkfacts", place / "src" / "nkfacts", ignore=shutil.ignore_patterns("data"))
    (place / "data").mkdir()
    shutil.copyfile(BASE, place / "data" / "facts.yaml")
    return lambda *words: run_process(tmp_path / "home", *words, PYTHONPATH=str(place / "src"), data="")


def paths(tmp_path):
    home = tmp_path / "home"
    return (
        tmp_path / "site/nkfacts/data/facts.yaml",
        home / ".local/share/nkfacts/facts.yaml",
        home / ".config/nkfacts/data",
    )


def test_where_says_which_file_is_in_use_and_why(run, tmp_path):
    assert run("data", "where") == (f"{BASE}\n", "", 0)
    assert run("data") == run("data", "where")
    assert run("data", "-f", "json").json() == {"path": str(BASE), "chosen_by": "NKFACTS_DATA", "updated": "2026-03-31"}
    assert run("data", "-d", BASE, "-f", "json").json()["chosen_by"] == "--data"
    shipped = run("data", "-f", "json", env={"NKFACTS_DATA": ""}).json()
    assert (shipped["path"], shipped["chosen_by"]) == (str(ROOT / "data" / "facts.yaml"), "shipped")


def test_a_chosen_file_is_read_from_then_on_until_the_shipped_one_is(run, edited):
    own, none = edited(("value: 600\n", "value: 601\n")), {"NKFACTS_DATA": ""}
    assert run("data", "use", own, env=none) == (f"{own}\n", "", 0)
    assert run("get", "casualties.killed", "--by", "nis", env=none).out == "601\n"
    assert run("get", "casualties.killed", "--by", "nis", "--data", BASE, env=none).out == "600\n"
    assert run("get", "casualties.killed", "--by", "nis").out == "600\n"
    assert run("data", "-f", "json", env=none).json()["chosen_by"] == "data use"
    assert run("data", "use", "shipped", env=none).out == f"{ROOT / 'data' / 'facts.yaml'}\n"


def test_a_choice_that_the_environment_overrules_says_so(run, edited):
    result = run("data", "use", edited())
    assert (result.out, result.code) == (f"{BASE}\n", 0)
    assert result.err == "NKFACTS_DATA names this file and wins over the choice; unset it\n"


def test_what_cannot_be_read_is_not_chosen(run, faulty, tmp_path):
    none = {"NKFACTS_DATA": ""}
    for path in (faulty, tmp_path / "none.yaml"):
        assert run("data", "use", path, env=none)[::2] == ("", 3)
    assert run("data", "-f", "json", env=none).json()["chosen_by"] == "shipped"


def test_a_chosen_file_that_is_gone_is_named_with_the_way_back(run, edited):
    own, none = edited(), {"NKFACTS_DATA": ""}
    run("data", "use", own, env=none)
    own.unlink()
    result = run("topics", env=none)
    assert (result.out, result.code) == ("", 3)
    assert "nkfacts data use shipped" in result.err
    assert run("data", env=none)[::2] == (f"{own}\n", 0)


@pytest.mark.parametrize("words", [["clear"], ["use"], ["where", "x"], ["use", "a", "b"]])
def test_what_data_cannot_do_is_wrong_usage(run, words):
    result = run("data", *words)
    assert (result.out, result.code) == ("", 2)
    assert one_line(result.err)


def test_the_first_add_makes_a_copy_of_installed_facts_and_says_so(installed, tmp_path):
    shipped, own, choice = paths(tmp_path)
    before = shipped.read_bytes()
    assert installed("add", *OPTIONS).code == 4
    assert not own.exists()
    done = installed("add", *OPTIONS, "--yes")
    assert done.code == 0, done.err
    assert f"made your own copy of the shipped facts, {own}; nkfacts reads it from now on\n" in done.err
    assert shipped.read_bytes() == before
    assert choice.read_text(encoding="utf-8") == f"{own}\n"
    assert installed("get", "casualties.killed", "--by", "nis").out == "750\n"
    # The second one goes to the copy, and says no more of it.
    again = installed("add", *OPTIONS, "--reported", "2025-07-30", "--yes")
    assert again.code == 0, again.err
    assert "copy" not in again.err
    assert shipped.read_bytes() == before


def test_in_a_checkout_add_writes_to_its_own_facts_as_its_help_says(checkout, tmp_path):
    facts = tmp_path / "checkout" / "data" / "facts.yaml"
    assert checkout("data").out == f"{facts}\n"
    done = checkout("add", *OPTIONS, "--yes")
    assert done.code == 0, done.err
    assert b"about 750 were killed" in facts.read_bytes()
    assert not any(path.exists() for path in paths(tmp_path))
    told = " ".join(checkout("add", "--help").out.split())
    assert "In a checkout (pip install -e) that is its data/facts.yaml itself." in told
    assert "Facts inside an installed program stay as they are" in told


def test_a_copy_that_is_not_in_use_is_not_overwritten(installed, tmp_path):
    _, own, _ = paths(tmp_path)
    assert installed("add", *OPTIONS, "--yes").code == 0
    kept = own.read_bytes()
    assert installed("data", "use", "shipped").code == 0
    refused = installed("add", *OPTIONS, "--yes")
    assert (refused.out, refused.code) == ("", 4)
    assert f"you have a copy of your own, {own}" in refused.err
    assert own.read_bytes() == kept


def test_a_faulty_addition_leaves_no_copy(installed, tmp_path):
    _, own, choice = paths(tmp_path)
    assert installed("add", *OPTIONS, "--by", "niss", "--yes").code == 3
    assert not own.exists()
    assert not choice.exists()


def test_a_checkout_reads_and_writes_its_own_file(tmp_path):
    root = tmp_path / "checkout"
    shutil.copytree(ROOT / "src" / "nkfacts", root / "src" / "nkfacts")
    (root / "data").mkdir()
    shutil.copyfile(BASE, root / "data" / "facts.yaml")
    variables = {"PYTHONPATH": str(root / "src"), "data": ""}
    assert run_process(tmp_path / "home", "data", "where", **variables).out == f"{root / 'data' / 'facts.yaml'}\n"
    assert run_process(tmp_path / "home", "add", *OPTIONS, "--yes", **variables).code == 0
    assert "nis-2025-06-30-killed" in (root / "data" / "facts.yaml").read_text(encoding="utf-8")


def test_a_copy_that_cannot_be_remembered_is_named(installed, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    found = installed("add", *OPTIONS, "--yes", XDG_CONFIG_HOME=str(blocked))
    assert (found.out, found.code) == ("", 4)
    assert one_line(found.err)
    assert str(paths(tmp_path)[1]) in found.err
    assert paths(tmp_path)[1].exists()
    assert installed("get", "casualties.killed").code == 0
