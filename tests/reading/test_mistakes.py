"""Every kind of mistake in a fact file, with the exact lines that report it.

``data/errors/NAME.yaml`` holds the faulty parts, put in front of the rest of ``data/minimal.yaml``
(``NAME.whole.yaml`` is a whole file); ``NAME.txt`` holds the lines that ``check`` prints.
"""

from functools import cache
from pathlib import Path

import pytest

from nkfacts.errors import DataProblem, Problem
from nkfacts.index import building as compile_module
from nkfacts.index.rules import BASE_RULES, WARNINGS
from nkfacts.model import dates
from nkfacts.reading import fact_file as reading
from nkfacts.reading.rules import RECORD_RULES
from tests.support.bases import compiled, fact, spliced
from tests.support.files import DATA, MINIMAL

FILES = sorted((DATA / "errors").glob("*.yaml"))


def content(path: Path) -> bytes:
    if path.name.endswith(".whole.yaml"):
        return path.read_bytes()
    return spliced(path.read_text(encoding="utf-8")).encode()


@cache
def problems_of_file(path: Path) -> list[Problem]:
    """Return the problems of a file of FILES, looked for once for all tests that do not change how."""
    return problems_of(content(path))


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
    problems = problems_of_file(path)
    assert "".join(f"{problem}\n" for problem in problems) == expected
    assert problems, "a bad file without a problem"
    assert all(problem.mend for problem in problems)
    worst = min(problem.severity for problem in problems)
    assert worst == ("warning" if path.name.startswith("warning-") else "error")


def test_every_expectation_has_its_file():
    expected = {path.stem for path in (DATA / "errors").glob("*.txt")}
    assert expected == {path.name.partition(".")[0] for path in FILES}


def test_every_rule_is_broken_by_some_file(monkeypatch):
    broken = set()

    def recording(rule):
        def recorded(subject):
            for finding in rule(subject):
                broken.add(rule.__name__)
                if rule in BASE_RULES:
                    assert (finding.severity == "warning") == (rule in WARNINGS), rule.__name__
                yield finding

        return recorded

    monkeypatch.setattr(reading, "RECORD_RULES", tuple(map(recording, RECORD_RULES)))
    monkeypatch.setattr(compile_module, "BASE_RULES", tuple(map(recording, BASE_RULES)))
    for path in FILES:
        problems_of(content(path))
    assert broken == {rule.__name__ for rule in (*RECORD_RULES, *BASE_RULES)}


def test_after_a_thousand_mistakes_a_file_is_not_read_on():
    problems = problems_of(spliced("facts:\n" + "  - x\n" * 5000).encode())
    assert len(problems) == 1001
    assert problems[-1].message == "reading stopped after 1,000 mistakes"
    assert problems[-1].line == 1002


def test_at_most_a_hundred_lines_are_printed(run, tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_text(spliced("facts:\n" + "  - x\n" * 300), "utf-8")
    lines = run("get", "casualties.killed", "--data", path).err.splitlines()
    assert len(lines) == 101
    assert lines[-1] == "nkfacts: and 200 more mistakes (mend these first)"
    assert run("check", path).err.splitlines() == lines
    found = run("check", path, "-f", "json").json()
    assert sum(problem["severity"] == "error" for problem in found) == 300


def test_at_most_a_hundred_warnings_are_printed(run, tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_text(spliced("facts:\n" + "".join(fact(f"f{n}") for n in range(150))), "utf-8")
    lines = run("check", path, "--warnings").err.splitlines()
    assert len(lines) == 101
    assert lines[-1] == "and 49 more"


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "y" * 15_000},
        {"value": "9" * 5000},
        {"reported": "z" * 5000},
        {"by": "n" * 5000},
        {"figure": '"' + "it's " * 1000 + '"'},
        {"value": '"' + "it's '" * 1000 + '"'},
        {"k" * 15_000: "1"},
        {"tags": f"[{'t' * 4000}, {'t' * 4000}]"},
    ],
    ids=lambda wrong: next(iter(wrong))[:10],
)
def test_a_message_repeats_at_most_sixty_letters(wrong):
    problems = problems_of(spliced("facts:\n" + fact("one", **wrong)).encode())
    assert any(problem.severity == "error" for problem in problems)
    assert all(len(part) <= 460 for problem in problems for part in (problem.message, problem.mend, problem.id))
    for letter in "y9znkt":
        assert all(letter * 61 not in str(problem) for problem in problems)


def test_a_record_and_a_list_have_an_end():
    items = ", ".join(f"t{n}" for n in range(201))
    assert [p.message for p in problems_of(spliced("facts:\n" + fact("one", tags=f"[{items}]")).encode())] == [
        "a list of 201 items"
    ]
    items = ", ".join(f"t{n}" for n in range(6000))
    assert "a record of more than 5,000 values" in [
        p.message for p in problems_of(spliced("facts:\n" + fact("one", tags=f"[{items}]")).encode())
    ]


@pytest.mark.parametrize("key", ['"": [x]', '"": {a: b}', '"": x', "? \n: [x]"])
def test_an_empty_key_is_a_mistake(key):
    assert any("key is empty" in problem.message for problem in problems_of(spliced(f"{key}\n").encode()))


def test_days_are_counted_from_the_file_where_the_clock_is_behind(monkeypatch):
    monkeypatch.setattr(dates, "today", lambda: "2001-01-01")
    assert problems_of(MINIMAL.read_bytes()) == []
    late = [p.message for p in problems_of(spliced("facts:\n" + fact("one", reported="2099-01-01")).encode())]
    assert late == ["reported on 2099-01-01"]
    last = MINIMAL.read_text("utf-8").replace("updated: ", "updated: 9999-12-31 # ")
    assert problems_of(last.encode()) == []


def test_one_circle_is_one_mistake_that_names_a_few():
    entities = "".join(f"  e{n}: {{name: N{n}, kind: place, part_of: e{(n + 1) % 500}}}\n" for n in range(500))
    errors = [p for p in problems_of(spliced("entities:\n" + entities).encode()) if "itself" in p.message]
    assert [p.message for p in errors] == ["the entity is a part of itself, by e1, e2, e3 and 496 others"]


def test_what_belongs_to_too_many_others_is_a_mistake():
    entities = "".join(f"  e{n}: {{name: N{n}, kind: place, part_of: e{n + 1}}}\n" for n in range(150))
    entities += "  e150: {name: Last, kind: place}\n"
    (error,) = [p for p in problems_of(spliced("entities:\n" + entities).encode()) if "step by step" in p.message]
    assert (error.id, error.message) == ("e49", "the entity is a part of more than 100 others, step by step")


def test_a_rule_of_the_whole_base_stops_after_a_thousand_mistakes_and_says_so():
    facts = "".join(fact(f"f{n}", by=f"nobody-{n}", value=n) for n in range(1200))
    messages = [p.message for p in problems_of(spliced("facts:\n" + facts).encode()) if p.severity == "error"]
    assert len(messages) == 1001
    assert messages[-1] == "looking for more of this kind stopped after 1,000 mistakes"


def test_a_file_ends_at_a_thousand_topics():
    topics = "topics:\n  casualties: {label: Losses}\n" + "".join(f"  t{n}: {{label: T{n}}}\n" for n in range(999))
    assert [p.message for p in problems_of(spliced(topics).encode()) if p.severity == "error"] == []
    topics += "".join(f"  u{n}: {{label: U{n}}}\n" for n in range(300))
    (problem,) = problems_of(spliced(topics).encode())
    assert (problem.id, problem.message) == ("u0", "more than 1,000 topics")
