"""The options that every command has, and those of the program itself."""

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
