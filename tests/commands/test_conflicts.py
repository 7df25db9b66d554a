"""``conflicts``: claims that cannot both hold, on a screen and as data."""

import pytest


def test_a_pair_has_both_claims_with_claimants_days_and_pages(run):
    (row,) = run("conflicts").rows()
    assert (row["figure"], row["why"], row["apart"]) == ("deployment.soldiers", "same time", "1000")
    assert (row["higher_id"], row["lower_id"]) == ("soldiers-gur", "soldiers-jcs")
    assert row["higher_url"] == "https://institute.example.org/report"
    (record,) = run("conflicts", "-f", "json").json()
    facts = {item["id"]: item for item in run("list", "-f", "json").json()}
    assert (record["higher"], record["lower"]) == (facts["soldiers-gur"], facts["soldiers-jcs"])


@pytest.mark.parametrize("columns", [50, 80, 140])
def test_a_screen_shows_the_lower_claim_under_the_higher_one(terminal, columns):
    lines = terminal("conflicts", "--links", columns=columns, NO_COLOR="1").out.splitlines()
    assert all(len(line) <= columns for line in lines)
    text = " ".join(" ".join(lines).split())
    first, second = text.partition(" ≠ 10,000 to ")[::2]
    assert "13,000" in first
    assert "https://institute.example.org/report" in first
    for words in ("12,000", "4 Nov 2024", "Nov 2024: same time", "1,000 apart", "https://yonda.example.kr/1"):
        assert words in second


def test_where_nothing_conflicts_the_status_is_1(run):
    found = run("conflicts", "--topic", "casualties")
    assert (found.out.count("\n"), found.code) == (1, 1)
    assert "no two claims contradict each other" in found.err
    assert run("conflicts", "--as-of", "2024-11-03", "-f", "json").out == "[]\n"
    assert run("conflicts", "--figure", "nothing").code == 2


def test_the_shipped_facts_are_not_flooded(run, shipped):
    records = run("conflicts", "-f", "json", env=shipped).json()
    claims = {(record["higher"]["id"], record["lower"]["id"]) for record in records}
    assert ("zelensky-2025-01-16-killed", "nis-2025-09-02-killed") in claims
    # States that sanction say what they did themselves, and each of a plan that is over said nothing that could be.
    assert not {record["topic"] for record in records} & {"sanctions"}
    assert len(records) < 60


def test_a_limit_keeps_the_first_pairs(run, shipped):
    every = run("conflicts", "-f", "json", env=shipped).json()
    assert run("conflicts", "-n", "2", "-f", "json", env=shipped).json() == every[:2]


def test_against_keeps_what_two_claimants_contradict_each_other_in(run, shipped):
    def found(*words):
        return run("conflicts", *words, "-f", "json", "--ok-empty", env=shipped).json()

    def sides(record):
        return {record["higher"]["by"], record["lower"]["by"]}

    both = found("--by", "nis", "--against", "zelensky")
    assert both
    assert all("zelensky" in sides(each) and len(sides(each)) == 2 for each in both)
    assert found("--by", "zelensky", "--against", "nis") == both
    folded = [each for each in found("--by", "nis") if "zelensky" in sides(each)]
    assert len(both) == sum(1 + each["others"] for each in folded) > len(folded)
    assert {each["others"] for each in both} == {0}
    assert len(found("--by", "nis", "--by", "zelensky")) > len(found("--by", "nis")) > len(both)
    assert found("--against", "zelensky") == found("--by", "zelensky")
    several = found("--by", "nis", "--against", "zelensky", "--against", "western-officials")
    assert len(several) > len(both)
    assert found("--by", "nis", "--against", "zelensky", "--topic", "arms") == [
        each for each in both if each["topic"] == "arms"
    ]


def test_who_is_against_has_to_be_known(run):
    found = run("conflicts", "--against", "nobody")
    assert (found.out, found.code) == ("", 2)
    assert "no entity is called 'nobody'" in found.err
