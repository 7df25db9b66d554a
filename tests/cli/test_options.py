"""The options that every command has, and those of the program itself."""

import pytest

import nkfacts
from tests.support.files import BASE


def test_shared_options_stand_before_or_behind_the_command_and_the_latter_win(run, edited):
    other = edited(("value: 600\n", "value: 601\n"))
    assert run("--as-of", "2025-05-01", "get", "casualties.killed").out == "600\n"
    assert run("--as-of", "2025-01", "get", "casualties.killed", "--as-of", "2025-05-01").out == "600\n"
    assert run("--data", other, "get", "casualties.killed", "--by", "nis").out == "601\n"
    assert run("--data", "none.yaml", "get", "casualties.killed", "-d", other, "--by", "nis").out == "601\n"


def test_version_names_program_file_format_and_facts(run):
    result = run("--version")
    assert result == (f"nkfacts {nkfacts.__version__}, file format 1, facts of 2026-03-31\n", "", 0)


def test_version_speaks_of_the_file_that_is_named(run, tmp_path):
    assert "facts of 2026-03-31" in run("--data", str(BASE), "--version", env={"NKFACTS_DATA": ""}).out
    assert "facts that cannot be read" in run("--data", str(tmp_path / "none.yaml"), "--version").out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("get casualties.killed --max-age 30d", "--max-age takes a whole number of days, from 0 on, and not '30d'"),
        ("get casualties.killed --max-age -1", "--max-age takes a whole number of days, from 0 on, and not -1"),
        ("list --limit abc", "--limit takes a whole number, from 1 on, and not 'abc'"),
        ("list -n 0", "--limit takes a whole number, from 1 on, and not 0"),
        ("list --limit 1.5", "--limit takes a whole number, from 1 on, and not '1.5'"),
        ("list --min-publishers x", "--min-publishers takes a whole number, from 1 on, and not 'x'"),
        ("sql --seconds soon claims", "--seconds takes a number from 0.01 to 86400, and not 'soon'"),
    ],
)
def test_an_option_that_takes_a_number_says_which(run, words, message):
    result = run(*words.split())
    assert (result.out, result.code) == ("", 2)
    assert result.err.startswith(f"nkfacts: {message} (see: nkfacts ")


def test_a_name_that_nobody_meant_is_not_offered(run, shipped):
    result = run("casualties", "--by", "nobody", env=shipped)
    assert (result.out, result.code) == ("", 2)
    assert result.err == "nkfacts: no entity is called 'nobody' (see: nkfacts entities)\n"
    for typed, meant in (("kremlim", "'kremlin'"), ("niss", "'nis'")):
        assert f"did you mean {meant}" in run("casualties", "--by", typed, env=shipped).err
