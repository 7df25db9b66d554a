"""What the fact file answers by itself: names of figures, and whose number it is that is asked for."""

import pytest


def test_the_name_of_a_figure_alone_is_answered_as_get_does(answer, base):
    for counted in base.figures():
        figure = counted.record
        if not figure.main or base.headline(figure.id) is None:
            continue
        for name in (figure.id, *figure.aliases):
            wanted = base.headline(base.resolve("figures", name))
            found = answer(name)
            assert found.facts, name
            assert found.facts[0].figure == wanted.figure, name


@pytest.mark.parametrize("text", ["casualties", "Casualties?", "  losses ", "dead", "Killed?", "troops", "shells"])
def test_case_marks_and_spaces_do_not_matter(run, shipped, text):
    shown = run("ask", "--brief", text, env=shipped)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == run("get", text.strip(" ?"), env=shipped).out


@pytest.mark.parametrize(
    "question",
    [
        "how many troops does Pyongyang say it sent",
        "how many North Koreans have died according to Moscow",
        "how many North Koreans have died according to Russia",
        "how many killed according to HUR",
        "how many soldiers has north korea sent according to france",
    ],
)
def test_no_number_is_told_of_who_gave_none(answer, question):
    assert not answer(question).choice.facts


@pytest.mark.parametrize("of", ["killed", "dead"])
def test_the_killed_are_never_told_by_the_killed_and_wounded(answer, base, of):
    by = {fact.by for fact in base.facts_of("casualties.total")} - {
        fact.by for fact in base.facts_of("casualties.killed")
    }
    for claimant in sorted(by):
        name = base.name_of(claimant)
        for fact in answer(f"how many were {of} according to {name}").facts[:1]:
            assert fact.figure not in ("casualties.total", "casualties.share"), name


@pytest.mark.parametrize("question", ["And the wounded?", "what about the dead", "So how about the prisoners"])
def test_words_that_only_lead_over_to_a_figure_ask_for_nothing_else(answer, base, question):
    figure = base.resolve("figures", question.rstrip("?").split()[-1])
    assert answer(question).facts[0].id == base.headline(figure).id
