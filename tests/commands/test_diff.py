"""``diff``: what differs between two fact files."""

import pytest

from tests.support.commandline import one_line
from tests.support.files import BASE


@pytest.fixture
def changed(edited):
    return edited(
        ("    high: 1100\n", "    high: 1200\n"),
        ("    note: Twice the number of January.\n", ""),
        ("    name: Oh Min-su\n", "    name: Oh Min Su\n"),
    )


def test_a_pipe_has_a_row_for_each_headline_record_and_key(run, changed):
    assert [list(row.values()) for row in run("diff", BASE, changed).rows()] == [
        ["headline", "figures", "casualties.killed", "Soldiers killed", "",
         "900 to 1,100, Defence Intelligence of Ukraine, 2025-06-15", "900 to 1,200, Defence Intelligence of Ukraine, 2025-06-15"],
        ["changed", "facts", "killed-gur", "900 to 1,200 Soldiers killed", "high", "1100", "1200"],
        ["changed", "facts", "killed-nis-2", "about 600 Soldiers killed", "note", "Twice the number of January.", ""],
        ["changed", "entities", "oh-min-su", "Oh Min Su", "name", "Oh Min-su", "Oh Min Su"],
    ]  # fmt: skip


def test_json_has_values_as_they_are_and_whole_facts_that_were_added(run, changed, file):
    file.write_text(file.read_text("utf-8").replace("id: first-ship #", "id: ship-one #"), "utf-8")
    rows = run("diff", BASE, file, "-f", "json").json()
    facts = {item["id"]: item for item in run("list", "-f", "json").json()}
    assert [(row["change"], row["id"], row["old"] and row["old"]["id"]) for row in rows] == [
        ("removed", "first-ship", "first-ship"), ("added", "ship-one", None),
    ]  # fmt: skip
    assert rows[0]["old"] == facts["first-ship"]
    keys = {row["key"]: (row["old"], row["new"]) for row in run("diff", BASE, changed, "-f", "json").json()}
    assert keys["high"] == (1100, 1200)


@pytest.mark.parametrize("columns", [50, 100])
def test_a_screen_names_what_was_and_what_is(terminal, changed, columns):
    shown = terminal("diff", str(BASE), str(changed), columns=columns, NO_COLOR="1").out
    text = " ".join(shown.split())
    assert "Soldiers killed: 900 to 1,100 → 900 to 1,200" in text
    assert "Facts 2 changed ~ killed-gur 900 to 1,200 Soldiers killed high: 1,100 → 1,200" in text
    assert "note: Twice the number of January. → nothing" in text
    assert "~ oh-min-su Oh Min Su name: Oh Min-su → Oh Min Su" in text


def test_a_headline_with_the_same_amount_did_not_move(terminal, edited):
    path = edited(("id: killed-gur #", "id: killed-gur-two #"), ("[killed-gur]", "[killed-gur-two]"))
    shown = terminal("diff", str(BASE), str(path), columns=100, NO_COLOR="1").out
    assert "Headlines that moved" not in shown
    assert "Headlines that were repeated\n  Soldiers killed: 900 to 1,100 as before\n" in shown


def test_no_difference_is_status_1_and_a_faulty_file_3(run, faulty, changed):
    found = run("diff", BASE)
    assert (found.code, found.err) == (1, f"nkfacts: no difference between {BASE} and {BASE}\n")
    assert run("diff", BASE, BASE, "--ok-empty").code == 0
    assert run("diff", BASE, changed, "--as-of", "2025-01").code == 0
    for words in ((BASE, faulty), (faulty, BASE)):
        found = run("diff", *words)
        assert (found.out, found.code) == ("", 3)
        assert "'three' is not a number" in found.err


def test_one_of_the_two_may_come_from_standard_input(run, changed):
    piped = run("diff", "-", changed, stdin=BASE.read_text("utf-8"))
    assert piped == run("diff", BASE, changed)
    found = run("diff", "-", "-")
    assert (found.out, found.code) == ("", 2)
    assert one_line(found.err)


def test_a_folder_can_be_compared(run, tmp_path):
    folder = tmp_path / "facts"
    folder.mkdir()
    (folder / "all.yaml").write_bytes(BASE.read_bytes())
    assert run("diff", BASE, folder).code == 1
