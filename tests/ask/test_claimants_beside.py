"""Claimants set side by side: each is told by its own number, which is higher in words, and who is silent by name."""

from itertools import combinations

import pytest

KILLED = ["nis-2025-09-02-killed", "zelensky-2025-01-16-killed"]
FIGURES = {
    "killed": "casualties.killed",
    "casualties": "casualties.total",
    "troops in Kursk": "deployment.in-kursk",
    "shells": "arms.shells",
}
CLAIMANTS = {
    "Zelensky": "zelensky",
    "the NIS": "nis",
    "HUR": "hur",
    "the Pentagon": "us-pentagon",
    "Budanov": "budanov",
    "Rutte": "mark-rutte",
    "the MSMT": "msmt",
}


@pytest.fixture
def ask(run, shipped):
    """Return a function that asks the shipped facts in this process."""
    return lambda question, *options: run("ask", *options, question, env=shipped)


def _ids(found):
    return sorted(fact.id for fact in found.facts)


@pytest.mark.parametrize(
    "question",
    [
        "difference between Seoul's and Kyiv's figures for killed",
        "what do Seoul and Kyiv say about killed",
        "compare Zelensky and the NIS on the number of killed",
        "NIS vs Zelensky: killed",
        "How many North Koreans were killed according to Zelensky and according to the NIS?",
        "how many were killed by Zelensky's count and by the NIS's",
        "Seoul's death toll compared to Kyiv's",
        "which is higher, the NIS's or Zelensky's number of killed",
        "do Zelensky and the NIS agree on how many were killed",
        "Is Zelensky's number of killed lower than the NIS's?",
        "by how much do Zelensky's and Seoul's figures for killed differ",
        "Do Seoul and Kyiv disagree about the number of killed?",
    ],
)
def test_each_is_told_in_every_form_of_the_question(answer, question):
    found = answer(question)
    assert found.kind == "compare"
    assert _ids(found) == KILLED
    assert [len(part.facts) for part in found.parts] == [1, 1]


@pytest.mark.parametrize("about", FIGURES)
def test_nobody_else_is_told_under_a_name(answer, base, about):
    for (one, id_), (other, another) in combinations(CLAIMANTS.items(), 2):
        found = answer(f"what number of {about} do {one} and {other} give")
        told = (*found.facts, *(found.choice.closest if found.kind == "compare" else ()))
        for fact in told:
            assert any(base.lies_within(fact.by, each) for each in (id_, another)), (one, other)
        held = [base.headline(FIGURES[about], by=each) for each in (id_, another)]
        if None not in held:
            assert list(found.facts) == list(dict.fromkeys(held))


@pytest.mark.parametrize("question", ["difference between the NIS's and HUR's figures for troops in Russia"])
def test_a_part_is_told_as_one_and_nothing_is_counted_from_it(answer, question):
    found = answer(question)
    assert "a part of the whole, 18 Oct 2024" in found.lead
    assert "no difference is told" in found.lead
    assert found.measured is None


def test_it_is_said_which_is_higher_and_by_how_much(answer):
    found = answer("difference between Seoul's and Kyiv's figures for killed")
    assert "Volodymyr Zelensky says about 2,000 more than National Intelligence Service" in found.lead
    assert "16 Jan 2025" in found.lead
    assert "2 Sep 2025" in found.lead
    assert found.brief == "about 2,000 more"


@pytest.mark.parametrize(
    ("question", "brief"),
    [
        ("which is higher, the NIS's or HUR's number of shells", "National Intelligence Service"),
        ("whose number of shells is lower, the NIS's or HUR's", "Vadym Skibitskyi"),
        ("Does Kyiv claim more killed than Seoul?", "yes"),
        ("Does Seoul claim more killed than Kyiv?", "no"),
        ("Is Zelensky's number of killed lower than the NIS's?", "no"),
        ("do Kyiv and Seoul disagree about the shells", "yes"),
        ("do Kyiv and Seoul agree on the number of shells", "no"),
        ("did Zelensky and the Pentagon agree on the number of troops in Kursk", "yes"),
        ("did Zelensky and the Pentagon give different numbers of troops in Kursk", "no"),
        ("how many more killed does Zelensky claim than the NIS", "about 2,000 more"),
        ("Did HUR or the NIS give the higher number of shells?", "National Intelligence Service"),
        # More than 6,000 and about 6,000 may be one number.
        ("Is the British defence ministry's casualty figure higher than the South Korean one?", "not comparable"),
    ],
)
def test_what_is_asked_of_two_is_answered_first(answer, question, brief):
    assert answer(question).brief == brief


@pytest.mark.parametrize(
    ("question", "silent", "said"),
    [
        ("Do Moscow and Kyiv disagree about the killed", "Russia", "zelensky-2025-01-16-killed"),
        ("what number of killed do Japan and South Korea give", "Japan", "nis-2025-09-02-killed"),
        (
            "Zelensky says more were wounded than the NIS, is that right?",
            "Volodymyr Zelensky",
            "nis-2025-04-30-wounded",
        ),
        (
            "What do Western officials versus Russian officials say about casualties",
            "Russia",
            "western-officials-2025-01-22-total",
        ),
    ],
)
def test_who_said_nothing_of_it_is_named(ask, answer, question, silent, said):
    found = ask(question)
    assert (found.out, found.code) == ("", 1)
    assert f"no fact on that by {silent}; closest" in found.err
    assert [fact.id for fact in answer(question).choice.closest] == [said]


def test_of_a_time_each_is_told_as_of_then(answer):
    found = answer("in January 2025, how did Zelensky's and the NIS's counts of dead differ")
    assert _ids(found) == ["nis-2025-01-13-killed", "zelensky-2025-01-16-killed"]
    assert _ids(answer("killed by the end of January 2025: NIS vs Zelensky")) == _ids(found)


def test_days_far_apart_are_told(answer):
    assert "said 229 days apart" in answer("what do Seoul and Kyiv say about killed").lead
    assert "days apart" not in answer("NIS vs HUR: troops in Kursk").lead


def test_three_are_told_as_two_are(answer):
    found = answer("What did the US, South Korea and Ukraine each say about the number of troops in Kursk?")
    assert [part.facts[0].by for part in found.parts] == ["us-pentagon", "nis", "hur"]


def test_what_no_figure_counts_is_told_in_words_by_each(answer, base):
    found = answer("what do Seoul and Kyiv say about prisoners")
    assert [len(part.facts) > 0 for part in found.parts] == [True, True]
    for part, state in zip(found.parts, ("south-korea", "ukraine"), strict=True):
        assert all(base.lies_within(fact.by, state) for fact in part.facts)


def test_it_has_the_shape_of_other_answers_to_two_things(ask):
    question = "compare Zelensky and the NIS on the number of killed"
    document = ask(question, "-f", "json").json()
    assert sorted(fact["id"] for fact in document["facts"]) == KILLED
    assert (document["understood"]["kind"], document["answer"]["value"]) == ("compare", 2000)
    assert document["understood"]["figure"] == "casualties.killed"
    assert [part["answer"]["value"] for part in document["parts"]] == [4000, 2000]
    assert list(document) == list(document["parts"][0])
    assert [row["answer"] for row in ask(question, "-f", "tsv").rows()] == ["4000", "2000"]
    lines = ask(question).out.splitlines()
    assert sum(line.startswith("http") for line in lines) == 2
    assert "others say" not in lines


@pytest.mark.parametrize(
    "question",
    [
        "what did Putin and Kim sign",
        "when did Putin and Kim meet",
        "did Putin and Kim agree on a treaty",
        "did South Korea and the US confirm the deployment",
        "how many troops did Russia and North Korea send",
        "did Ukraine or South Korea question the prisoners",
        "how many soldiers came from North Korea to Russia",
    ],
)
def test_what_two_do_is_no_comparison_of_what_they_say(answer, question):
    found = answer(question)
    assert found.kind != "compare"
    assert "by Russia" not in found.reason
