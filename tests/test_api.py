"""The Python API: what a program gets from ``import nkfacts``."""

import subprocess
import sys

import pytest

import nkfacts
from tests.support.files import BASE


@pytest.fixture
def base():
    found = nkfacts.load(str(BASE), use_cache=False)
    yield found
    found.close()


def test_importing_the_package_imports_nothing_heavy():
    code = "import sys, nkfacts; print(*sorted(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"typer", "rich", "yaml", "sqlite3", "dataclasses", "typing", "re", "json", "nkfacts.query.base"}
    assert heavy.isdisjoint(found.stdout.split())


def test_everything_that_is_promised_is_there():
    for name in nkfacts.__all__:
        assert getattr(nkfacts, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = nkfacts.nothing


def test_a_base_answers_as_the_commands_do(base):
    fact = base.headline("casualties.killed")
    assert isinstance(fact, nkfacts.Fact)
    assert (fact.amount, fact.by, fact.reported) == ("900 to 1,100", "gur", "2025-06-15")
    assert [f.id for f in base.facts(nkfacts.Filter(by="nis", figure="casualties.killed"))] == [
        "killed-nis-2",
        "killed-nis-1",
    ]
    assert base.spread("casualties.killed").claimants == 2


def test_a_day_hides_what_was_said_after_it():
    base = nkfacts.load(str(BASE), as_of="2025-01", use_cache=False)
    assert base.headline("casualties.killed").id == "killed-nis-1"
    assert base.fact("killed-nis-2") is None
    base.close()


def test_errors_carry_what_is_wrong_and_the_mend(base, tmp_path):
    with pytest.raises(nkfacts.UnknownName) as unknown:
        base.resolve("figures", "casualties.kiled")
    assert "casualties.killed" in unknown.value.mend
    with pytest.raises(nkfacts.UsageProblem):
        nkfacts.load(str(BASE), as_of="some week", use_cache=False)
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("format: 1\n", encoding="utf-8")
    with pytest.raises(nkfacts.DataProblem) as fault:
        nkfacts.load(str(faulty))
    assert all(isinstance(problem, nkfacts.Problem) and problem.line == 1 for problem in fault.value.problems)
    assert isinstance(fault.value, nkfacts.NkfactsError)
