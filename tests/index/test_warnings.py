"""What only deserves a warning is looked for when a base is checked, and where it has mistakes."""

import pytest

import nkfacts
from nkfacts.errors import DataProblem
from nkfacts.index import building, opening
from nkfacts.index.rules import BASE_RULES, WARNINGS
from tests.support.bases import compiled, fact, spliced

ALONE = "entities:\n  nobody-at-all: {name: Nobody at all, kind: person}\n"
UNUSED = "nothing uses this entity"


@pytest.fixture
def asked(monkeypatch):
    """The rules that were asked since the test began."""
    asked = []

    def watched(rule):
        def asking(base):
            asked.append(rule)
            yield from rule(base)

        return asking

    rules = {rule: watched(rule) for rule in BASE_RULES}
    monkeypatch.setattr(building, "BASE_RULES", tuple(rules.values()))
    monkeypatch.setattr(building, "WARNINGS", {rules[rule] for rule in WARNINGS})
    return asked


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_text(spliced("").replace("entities:\n", ALONE), encoding="utf-8")
    return path


def test_no_rule_that_only_warns_is_asked_before_an_answer(facts, asked):
    nkfacts.load(str(facts)).close()
    nkfacts.load(str(facts.parent), use_cache=False).close()
    assert asked == [rule for rule in BASE_RULES if rule not in WARNINGS] * 2


def test_a_check_asks_every_rule(facts, asked):
    warnings, base = opening.check_file(str(facts))
    base.close()
    assert asked == list(BASE_RULES)
    assert UNUSED in [warning.message for warning in warnings]


def test_who_mends_mistakes_is_told_of_warnings_too(facts):
    twice = "  other: {name: Nobody at all, kind: person}\n"
    facts.write_text(facts.read_text(encoding="utf-8").replace(ALONE, ALONE + twice), encoding="utf-8")
    told = []
    for read in (nkfacts.load, opening.check_file):
        with pytest.raises(DataProblem) as caught:
            read(str(facts))
        told.append(caught.value.problems)
    assert told[0] == told[1]
    assert {problem.severity for problem in told[0]} == {"error", "warning"}


@pytest.mark.parametrize(
    ("value", "statement", "wrong"),
    [
        (260, "The NIS said 2,600.", "the amount is 260, and the statement says 2,600"),
        (5_000_000, "Kyiv put them at 0.5 million.", "the amount is 5 million, and the statement says 500,000"),
        (2600, "The NIS said 2,600, of 260 it had seen.", ""),
        (10, "A general spoke of one dozen.", ""),
        (600, "Six hundred, said the NIS.", ""),
    ],
)
def test_an_amount_with_a_zero_too_many_or_too_few_is_warned_of(value, statement, wrong):
    base, warnings = compiled(spliced("facts:\n" + fact("slip", value=value, statement=statement)))
    base.close()
    assert [each.message for each in warnings if "the statement says" in each.message] == [wrong] * bool(wrong)
