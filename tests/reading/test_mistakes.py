"""Every kind of mistake in a fact file, with the exact lines that report it.

``data/errors/NAME.yaml`` holds the faulty parts, put in front of the rest of ``data/minimal.yaml``
(``NAME.whole.yaml`` is a whole file); ``NAME.txt`` holds the lines that ``check`` prints.
"""

from pathlib import Path

import pytest

from nkfacts.errors import DataProblem, Problem
from nkfacts.index import building as compile_module
from nkfacts.index.rules import BASE_RULES
from nkfacts.reading import fact_file as reading
from nkfacts.reading.rules import RECORD_RULES
from tests.support.bases import compiled, spliced
from tests.support.files import DATA, MINIMAL

FILES = sorted((DATA / "errors").glob("*.yaml"))


def content(path: Path) -> bytes:
    if path.name.endswith(".whole.yaml"):
        return path.read_bytes()
    return spliced(path.read_text(encoding="utf-8")).encode()


def problems_of(content: bytes) -> list[Problem]:
    try:
        base, warnings = compiled(content)
    except DataProblem as error:
        return list(error.problems)
    base.close()
    return warnings


def test_the_least_base_has_no_problems():
    assert problems_of(MINIMAL.read_bytes()) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.partition(".")[0])
def test_a_mistake_is_reported_where_it_stands_with_its_mend(path):
    expected = path.with_name(path.name.partition(".")[0] + ".txt").read_text(encoding="utf-8")
    problems = problems_of(content(path))
    assert "".join(f"{problem}\n" for problem in problems) == expected
    assert problems, "a bad file without a problem"
    worst = min(problem.severity for problem in problems)
    assert worst == ("warning" if path.name.startswith("warning-") else "error")


def test_every_expectation_has_its_file():
    expected = {path.stem for path in (DATA / "errors").glob("*.txt")}
    assert expected == {path.name.partition(".")[0] for path in FILES}


def test_every_mistake_names_a_mend():
    assert all(problem.mend for path in FILES for problem in problems_of(content(path)))


def test_every_rule_is_broken_by_some_file(monkeypatch):
    broken = set()

    def recording(rule):
        def recorded(subject):
            for finding in rule(subject):
                broken.add(rule.__name__)
                yield finding

        return recorded

    monkeypatch.setattr(reading, "RECORD_RULES", tuple(map(recording, RECORD_RULES)))
    monkeypatch.setattr(compile_module, "BASE_RULES", tuple(map(recording, BASE_RULES)))
    for path in FILES:
        problems_of(content(path))
    assert broken == {rule.__name__ for rule in (*RECORD_RULES, *BASE_RULES)}
