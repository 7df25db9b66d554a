"""docs/reliability.md: every figure names what produces it, and agrees with it where that is counted here."""

import importlib
import re
from pathlib import Path

import pytest

from tests.support.dry_attacks import cases
from tests.support.files import ROOT

LINES = (ROOT / "docs" / "reliability.md").read_text("utf-8").splitlines()
ROWS = [[cell.strip() for cell in line.split("|")[1:-1]] for line in LINES if re.match(r"\|.*\| +[\d,]+ \|", line)]
BY_HAND = {"10,000 files of one fact each"}


def test_every_row_names_what_counts_it():
    assert len(ROWS) > 15
    assert {what for what, _, by, *_ in ROWS if not by.startswith("`")} == BY_HAND


@pytest.mark.parametrize("path", sorted({path for row in ROWS for path in re.findall(r"`(tests/[\w/]+\.py)`", row[4])}))
def test_what_holds_a_row_is_there(path):
    assert "def test_" in (ROOT / path).read_text("utf-8")


@pytest.mark.parametrize("row", [row for row in ROWS if not row[2].startswith("`tests/")], ids=lambda row: row[0][:30])
def test_a_command_that_counts_is_there_and_tries_so_many(row, tmp_path):
    if row[0] in BY_HAND:
        return
    name, *words = row[2].strip("`").replace("`", "").split()
    source = Path(ROOT / "tests" / "attack" / f"{name}.py").read_text("utf-8")
    figure = row[1].replace(",", "")
    if name == "hostile":
        assert len(importlib.import_module("tests.attack.hostile").FILES) == int(figure)
    elif name == "fuzz":
        # How many it tries depends on the machine: the row says what one run did.
        assert f'"{words[0]}": (' in source
    elif name in ("damage", "words"):
        assert words[-1] == figure
    else:
        assert cases(name, words[0], tmp_path) == int(figure)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row[2].startswith("`tests/")], ids=lambda row: row[2].strip("`")
)
def test_the_tests_of_a_file_are_as_many_as_is_said(row, request):
    path = row[2].strip("`")
    chosen = request.config.option
    if any("::" in word for word in request.config.args) or chosen.keyword or getattr(chosen, "lf", False):
        pytest.skip("only some of the tests were chosen")
    found = [item for item in request.session.items if item.nodeid.startswith(f"{path}::")]
    if not found:
        pytest.skip("its tests were not chosen")
    assert len(found) == int(row[1].replace(",", ""))
