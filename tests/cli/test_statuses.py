"""The exit statuses: nothing found, wrong usage, a faulty or missing file, a mistake of the program."""

import pytest

from tests.support.calls import CALLS, reads_facts
from tests.support.commandline import one_line


def test_ok_empty_makes_nothing_found_a_success(run):
    assert run("get", "casualties.killed", "--as-of", "2020", "--ok-empty")[::2] == ("", 0)


@pytest.mark.parametrize("name", ["list", "timeline", "casualties"])
def test_nothing_found_is_status_1_with_a_header_and_a_remark(run, name):
    result = run(name, "--tag", "no-such-tag")
    assert result.code == 1
    assert result.out.startswith("id\t") or result.out.startswith("when\t")
    assert result.out.count("\n") == 1
    assert one_line(result.err)
    assert run(name, "--tag", "no-such-tag", "--ok-empty").code == 0


@pytest.mark.parametrize(
    ("words", "part_of_message"),
    [
        (["get", "casualties.kiled"], "casualties.killed"),
        (["get", "casualties.killed", "--by", "niss"], "nis"),
        (["get", "casualties.killed", "--low", "--high"], "exclude"),
        (["get", "casualties.killed", "--as-of", "2025-13"], "2025-13"),
        (["get", "casualties.killed", "--format", "jsn"], "json"),
        (["get", "casualties.killed", "--columns", "vlaue"], "value"),
        (["get", "casualties.killed", "--columns", ","], "columns: "),
        (["get"], "nkfacts get --help"),
        (["get", "casualties.killed", "and", "more"], "no figure is called 'and'"),
        (["why", "casualties.killed", "and"], "and"),
        (["get", "casualties.killed", "--lov"], "--low"),
        (["casualtees"], "casualties"),
        (["casualtees", "--help"], "casualties"),
        (["lst"], "list"),
        (["list", "--topic", "casualtys"], "casualties"),
        (["list", "--figure", "wounded-soldiers"], "casualties.wounded"),
        (["list", "--figure", "xyz"], "nkfacts figures"),
        (["list", "--by", "gru"], "gur"),
        (["list", "--via", "nobody"], "nkfacts entities"),
        (["list", "--place", "sudza"], "sudzha"),
        (["list", "--about", "kim-chol"], "kim-chol-ho"),
        (["list", "--source", "Yonta"], "Yonda"),
        (["list", "--status", "denyed"], "denied"),
        (["list", "--scope", "totel"], "total"),
        (["list", "--rank", "prefered"], "preferred"),
        (["list", "--since", "some day"], "10 days ago"),
        (["list", "--until", "2025-00"], "2025-00"),
        (["list", "--limit", "0"], "0"),
        (["list", "--limit", "many"], "many"),
        (["list", "--min-publishers", "-1"], "-1"),
        (["list", "--columns", "id,amuont"], "amount"),
        (["entities", "--kind", "persn"], "person"),
        (["sources", "--kind", "newspaper"], "news"),
        (["figures", "--topic", "casualty"], "casualties"),
        (["show", "killed-nis-3"], "killed-nis-1"),
        (["show", "casualties.dead"], "casualties"),
        (["trace", "killed-nis-3"], "killed-nis"),
        (["trace", "nis"], "nkfacts show nis"),
        (["why", "casualties.kiled"], "casualties.killed"),
        (["search", ""], "word"),
        (["search", "?!"], "word"),
        (["cache", "clean"], "cache clear"),
        (["--as-of", "soon"], "soon"),
        (["--format", "pdf"], "html"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_is_one_line_on_stderr_that_helps_and_status_2(run, words, part_of_message):
    result = run(*words)
    assert (result.out, result.code) == ("", 2)
    assert one_line(result.err)
    assert part_of_message in result.err


def test_words_behind_what_is_no_command_do_not_hide_that_it_is_none(run):
    result = run("nonsense", "casualties.killed")
    assert (result.out, result.code) == ("", 2)
    assert result.err.startswith("nkfacts: no command, topic or figure is called 'nonsense'")
    result = run("casualties", "nobody")
    assert (result.out, result.code) == ("", 2)
    assert "takes options only, not 'nobody'" in result.err


@pytest.mark.parametrize("name", [name for name in CALLS if reads_facts(name)])
def test_a_faulty_file_gives_status_3_and_no_answer_in_every_command(run, faulty, name):
    for words in ([*CALLS[name], "--data", faulty], ["--data", faulty, *CALLS[name]]):
        for format_ in ([], ["--format", "json"]):
            if name == "check" and format_:
                continue
            result = run(*words, *format_)
            assert (result.out, result.code) == ("", 3)
            assert f"{faulty}:" in result.err
            assert "killed-nis-1: 'three' is not a number" in result.err


@pytest.mark.parametrize("name", [name for name in CALLS if reads_facts(name)])
def test_a_missing_file_gives_status_3_and_one_line(run, tmp_path, name):
    for path in (tmp_path / "none.yaml", tmp_path):
        result = run(*CALLS[name], "--data", path)
        assert (result.out, result.code) == ("", 3)
        assert one_line(result.err)
        assert str(path) in result.err


def test_a_fault_of_the_program_itself_is_one_line_and_status_70(run, monkeypatch):
    from nkfacts.query.base import Base

    monkeypatch.setattr(Base, "topics", lambda _: 1 / 0)
    result = run("topics")
    assert (result.out, result.code) == ("", 70)
    assert one_line(result.err)
    with pytest.raises(ZeroDivisionError):
        run("topics", env={"NKFACTS_DEBUG": "1"})


def test_without_docstrings_it_works_the_same(process):
    found = process("list", PYTHONOPTIMIZE="2")
    assert (found.out, found.code) == (process("list").out, 0)


def test_a_shell_that_asks_for_a_completion_half_is_told_so(process):
    found = process("list", _NKFACTS_COMPLETE="complete_bash")
    assert (found.out, found.code) == ("", 2)
    assert "completion" in found.err
