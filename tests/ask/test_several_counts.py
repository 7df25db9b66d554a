"""Numbers of several things at once stand side by side; one that counts them together answers alone."""

import pytest


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        (
            "how many north koreans were killed, wounded and captured",
            ["casualties.killed", "casualties.wounded", "prisoners.captured"],
        ),
        ("how many dead and captured", ["casualties.killed", "prisoners.captured"]),
        ("how many koksan guns and rocket launchers did north korea send", ["arms.guns-170mm", "arms.launchers-240mm"]),
        ("how many shells and missiles were sent", ["arms.shells", "arms.ballistic-missiles"]),
    ],
)
def test_each_is_told(answer, question, figures):
    assert [part.choice.figure.id for part in answer(question).parts] == figures


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("how many were killed and wounded", "casualties.total"),
        ("how many sappers and builders went to kursk", "workers.construction"),
    ],
)
def test_what_counts_them_together_answers_alone(answer, question, figure):
    found = answer(question)
    assert (found.choice.figure.id, found.parts) == (figure, ())


def test_the_one_that_is_not_told_is_named(run, shipped):
    reply = run("ask", "how many were killed, wounded and promoted", env=shipped)
    assert reply.code == 1
    assert "promoted" in reply.err


def test_any_numbers_ask_how_many(answer):
    assert answer("any numbers on losses per day").choice.figure.id == "casualties.per-day"


@pytest.mark.parametrize("question", ["so how many died lol", "tbh how many died", "wtf, how many died"])
def test_how_somebody_takes_it_is_nothing_that_is_asked(answer, question):
    assert answer(question).facts[0].figure == "casualties.killed"
