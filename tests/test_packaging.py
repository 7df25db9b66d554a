"""What pyproject.toml promises is what was tried, and what the suite of lowest versions installs."""

import re
import subprocess
import sys
import tomllib

from tests.support.files import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_a_python_that_is_named_was_tried():
    prefix = "Programming Language :: Python :: 3."
    named = {each.removeprefix(prefix) for each in PROJECT["classifiers"] if each.startswith(prefix)}
    rows = re.findall(
        r"^\| 3\.(\d+)[.\d]* \|(.*)$", (ROOT / "docs" / "dependencies.md").read_text("utf-8"), re.MULTILINE
    )
    assert named == {minor for minor, tried in rows if "whole suite" in tried}


def test_the_lowest_versions_are_those_of_the_program_and_of_its_extras():
    script = re.search(r"<<'END'\n(.*?)^END$", (ROOT / ".ci" / "suite").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    words = [sys.executable, "-c", script[1], "lowest"]
    found = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    extras = PROJECT["optional-dependencies"]
    allowed = [*PROJECT["dependencies"], *extras["charts"], *extras["xlsx"]]
    wanted = [re.match(r"[\w-]+>=[\d.]+", each)[0] for each in allowed]
    assert found == [each.replace(">=", "==") for each in wanted]
