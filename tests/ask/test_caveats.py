"""What a bare answer and a quotation must not be read without: said beside the one, and inside the other."""

import pytest

from nkfacts.ask.told.caveats import caveats, limits

PLANNED = "how many north korean workers are planned for alabuga"
PART = "how many sappers were killed"
BOTH = f"how many were sent and {PART}"
CAVEATS = [
    # The question, the bare answer, and what stderr says beside it.
    (PLANNED, "12000", "about 12,000 is planned for a time that is over"),
    (PART, "9", "9 is a part of the whole"),
    ("did the NIS say 600 were killed", "yes", "about 600 was revised by the same claimant: about 2,000, 2 Sep 2025"),
    ("when will the museum open", "2026-04", "planned: Kim: museum to open on liberation anniversary"),
    (BOTH, "15000\t9", "9 is a part of the whole"),
]


@pytest.fixture
def ask(run, shipped):
    """Return a function that asks the shipped facts in a pipe."""
    return lambda *words, **more: run("ask", *words, env=shipped, **more)


@pytest.mark.parametrize(("question", "bare", "caveat"), CAVEATS)
def test_a_bare_answer_says_on_stderr_what_it_leaves_out(ask, question, bare, caveat):
    assert ask("--brief", question) == (f"{bare}\n", f"{caveat}\n", 0)
    assert ask(question, "-f", "json").json()["caveats"] == [caveat]


def test_a_bare_answer_that_leaves_nothing_out_says_nothing(ask):
    for question in ("how many were killed", "how many were killed by april 2025", "when was the treaty signed"):
        assert ask("--brief", question).err == ""
        assert ask(question, "-f", "json").json()["caveats"] == []


def test_of_many_questions_each_caveat_names_its_own(ask):
    found = ask("-", "--brief", stdin=f"how many were wounded\n{PART}\n")
    assert found == ("4100\n9\n", f"“{PART}”: 9 is a part of the whole\n", 0)


@pytest.mark.parametrize(
    ("question", "inside"),
    [
        (PLANNED, " (planned for a time that is over; Ukrainian military intelligence (HUR), 14 Nov 2025; "),
        (PART, " (a part of the whole; Kim Jong Un, 12 Dec 2025; "),
    ],
)
def test_a_quotation_carries_it_in_its_sentence(ask, question, inside):
    found = ask("--quote", question)
    assert (found.out.count(inside), found.out.count("\n"), found.code) == (1, 1, 0)


def test_of_two_quotations_each_carries_its_own(ask):
    first, second = ask("--quote", BOTH).out.splitlines()
    assert " (National Intelligence Service, 30 Apr 2025; " in first
    assert " (a part of the whole; Kim Jong Un, 12 Dec 2025; " in second


def test_who_quotes_a_revised_or_disputed_fact_is_told_as_who_cites_it(ask, run, shipped):
    found = ask("--quote", "did the NIS say 600 were killed")
    assert found.err == run("cite", "nis-2025-04-30-killed", "--quote", env=shipped).err
    assert "nis-2025-04-30-killed was revised since: nis-2025-09-02-killed\n" in found.err


def test_a_total_up_to_a_day_is_no_count_of_a_time(answer):
    total, asked = answer("how many were wounded"), answer("how many were wounded in february 2025").question
    of_a_time = total._replace(question=asked)
    assert caveats(of_a_time) == ["4,100 is a total up to Apr 2025, not counted over the time asked for"]
    assert limits(of_a_time, of_a_time.facts[0]) == "a total up to Apr 2025"
    known = total._replace(question=answer("how many were wounded by april 2025").question)
    assert caveats(known) == []


@pytest.mark.parametrize(
    ("year", "caveat"),
    [
        ("2024", []),
        ("2025", ["about 8,000 is of 2024, which is not the time asked for"]),
        ("march 2024", ["about 8,000 is of 2024, a longer time than the one asked for"]),
    ],
)
def test_a_number_of_another_time_says_of_which(answer, year, caveat):
    found = answer("how many labourers were sent in 2024")
    assert found.facts[0].amount == "about 8,000"
    asked = answer(f"how many labourers were sent in {year}").question
    assert caveats(found._replace(question=asked)) == caveat


def test_words_that_nothing_bears_out_are_a_caveat(answer):
    found = answer("how many were wounded")
    assert (caveats(found), limits(found, found.facts[0])) == ([], "")
    lacking = found._replace(choice=found.choice._replace(missing=("kim", "mines")))
    assert caveats(lacking) == ["not borne out: “kim” and “mines”"]
    assert limits(lacking, found.facts[0]) == "not borne out: “kim” and “mines”"
