"""The first word where it is no command: a figure, a sentence, a slip."""

import pytest

from tests.support.commandline import one_line


@pytest.mark.parametrize(
    "words", [["casualties.wounded"], ["injured"], ["death toll"], ["death", "toll"], ["전사자"], ["Death  TOLL"]]
)
@pytest.mark.parametrize("more", [[], ["--by", "nis", "-n", "1"], ["--all", "-f", "table", "--links"]])
def test_the_name_of_a_figure_compares_its_claimants(run, words, more):
    compared = run("compare", " ".join(words), *more)
    assert compared.code == 0
    assert run(*words, *more) == compared


@pytest.mark.parametrize("words", [["casualties.killed"], ["death toll"], ["death", "toll"]])
def test_the_events_of_a_figure_are_wrong_usage(run, process, words):
    for found in (run(*words, "--events"), process(*words, "--events")):
        assert (found.out, found.code) == ("", 2)
        assert one_line(found.err)
        assert "--events is for a topic" in found.err
        assert found.err.endswith("(see: nkfacts compare casualties.killed)\n")


def test_a_comparison_is_headed_by_the_label_of_its_figure(run):
    shown = run("injured", "--said-since", "2025-02", "-f", "table", env={"COLUMNS": "140"})
    assert shown.out.splitlines()[0].startswith("Soldiers wounded  casualties.wounded  people  said since Feb 2025   ")


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        ("how many died", "did you mean: nkfacts ask how many died"),
        ("death toll of the nis", "did you mean: nkfacts ask death toll of the nis"),
        ("who said?", "did you mean: nkfacts ask 'who said?'"),
        ("what is North Korea's toll?", "did you mean: nkfacts ask 'what is North Korea'\"'\"'s toll?'"),
        ("serch for the dead", "did you mean 'search', or: nkfacts ask serch for the dead"),
        ("casualties of the war", "did you mean: nkfacts ask casualties of the war"),
        ("casualties nobody", "see: nkfacts casualties --help"),
        ("show me the dead", "did you mean: nkfacts ask show me the dead"),
        ("lst", "did you mean 'list'?"),
        ("casualtees", "did you mean 'casualties'?"),
        ("death tol", "did you mean 'casualties.killed'?"),
        ("gur", "see: nkfacts show gur"),
        ("claims", "it is asked in SQL: nkfacts sql claims"),
        ("xyz", "see: nkfacts --help"),
        ("xyz abc", "did you mean: nkfacts ask xyz abc"),
    ],
)
def test_what_is_no_name_is_answered_with_what_was_meant(run, words, mend):
    result = run(*words.split())
    assert (result.out, result.code) == ("", 2)
    assert one_line(result.err)
    assert result.err.endswith(f" ({mend})\n")


@pytest.mark.parametrize("words", ["how many died", "who said?", "death toll of the nis", "xyz abc"])
def test_a_quoted_sentence_is_answered_like_its_words(run, words):
    assert run(words) == run(*words.split())


def test_help_is_a_command_too(run):
    assert run("help").out == run("--help").out
    assert run("help", "get").out == run("get", "--help").out
    assert run("help", "casualties").out == run("casualties", "--help").out
    assert run("help", "death", "toll").code == 0
    result = run("help", "lst")
    assert (result.out, result.code) == ("", 2)
    assert "did you mean 'list'?" in result.err


@pytest.mark.parametrize("columns", [40, 80])
def test_an_error_is_wrapped_at_a_terminal_with_the_mend_on_a_line_of_its_own(terminal, columns):
    lines = terminal("how", "many", "north", "koreans", "had", "died?", columns=columns).out.splitlines()
    assert all(len(line) <= columns for line in lines)
    assert lines[0].startswith("nkfacts: no command, topic or figure")
    first = next(number for number, line in enumerate(lines) if line.startswith("  did you mean: nkfacts ask"))
    assert first == (2 if columns == 40 else 1)
    assert " ".join(line.strip() for line in lines[first:]) == (
        "did you mean: nkfacts ask 'how many north koreans had died?'"
    )
