"""``nkfacts verify``: a text held against the facts, from outside."""

import os

import pytest

from tests.support.commandline import one_line, run_terminal_here
from tests.support.files import MINIMAL, SHIPPED

SO = "The NIS said in April 2025 that 600 North Korean soldiers had died."
OTHER = "The NIS said in April 2025 that 700 North Korean soldiers had died."
OLD = "About 300 North Korean soldiers have died, the NIS says."


@pytest.fixture
def verify(run, shipped):
    return lambda *words, **options: run("verify", *words, env=shipped, **options)


@pytest.mark.parametrize(("text", "code"), [(SO, 0), (OTHER, 1), (OLD, 1), (f"{SO} {OTHER}", 1)])
def test_the_status_is_0_only_when_all_were_said_so(verify, text, code):
    loud, quiet = verify(text), verify("--quiet", text)
    assert (loud.code, quiet.code) == (code, code)
    assert quiet.out == quiet.err == ""


def test_a_pipe_gets_a_row_for_each_claim(verify):
    first, second = verify(f"{SO} {OLD}").rows()
    assert (first["verdict"], first["claim"], first["id"]) == ("said so", "600", "nis-2025-04-30-killed")
    assert (second["verdict"], second["later_amount"]) == ("outdated", "about 2,000")
    assert first["url"].startswith("http")


@pytest.mark.parametrize(
    "text", ["12,000 North Koreans work at Alabuga.", "2,000 North Koreans were killed by drones."]
)
def test_a_row_of_what_nobody_said_has_no_claimant(verify, text):
    (row,) = verify(text).rows()
    assert row["verdict"] in ("not in the base", "not read")
    assert row["claimant"] == row["amount"] == row["reported"] == ""


def test_json_has_the_claims_with_their_facts_whole(verify):
    (claim,) = verify(OTHER, "--format", "json").json()
    assert (claim["verdict"], claim["low"], claim["about"]) == ("said otherwise", 700, "casualties.killed")
    assert claim["fact"]["id"] == "nis-2025-04-30-killed"
    assert claim["reason"] == "another number"
    assert '"low": 700,' in verify(OTHER, "--format", "json").out
    assert OTHER[claim["start"] : claim["end"]] == "700"


def test_json_and_screen_have_what_a_number_was_given_for(verify, tmp_path):
    text = "The NIS said in April 2025 that 4,700 North Koreans had been killed."
    (claim,) = verify(text, "--format", "json").json()
    assert (claim["neighbour"]["id"], claim["fact"]["id"]) == ("nis-2025-04-30-total", "nis-2025-04-30-killed")
    assert verify(SO, "--format", "json").json()[0]["neighbour"] is None
    for options in ([], ["--marked"]):
        shown = run_terminal_here(tmp_path, "verify", *options, text, data=SHIPPED, columns=100, NO_COLOR="1").out
        assert "that number was given for “Killed and wounded together”" in shown
        assert "about 4,700" in shown


def test_a_text_comes_from_words_a_file_or_standard_input(verify, tmp_path):
    file = tmp_path / "a text.txt"
    file.write_text(f"\ufeff{SO}\n", "utf-8")
    other = tmp_path / "other"
    other.write_bytes(b"\xff\xfe " + SO.encode())
    wanted = verify(SO).out
    assert verify(*SO.split()).out == wanted
    assert verify("-", stdin=SO).out == wanted
    assert verify(other, "-c", "id").out == verify(SO, "-c", "id").out
    assert verify(str(file.rename(tmp_path / "text.txt"))).code == 0


@pytest.mark.parametrize("name", ["missing/file", "missing.txt", "."])
def test_a_file_that_cannot_be_read_is_wrong_usage(verify, name):
    result = verify(name)
    assert (result.code, result.out) == (2, "")
    assert one_line(result.err)


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\0\0 600 soldiers died.",
        SO.encode("utf-16"),
        SO.encode("utf-16-be"),
        "Погибли 600 солдат, сообщили в Сеуле.".encode("cp1251"),
        bytes(range(256)) * 40,
        b"\0" * 2_000_000,
    ],
)
def test_what_is_no_text_is_refused_in_one_line(verify, tmp_path, data):
    file = tmp_path / "file"
    file.write_bytes(data)
    for result in (verify(str(file)), verify("-", stdin=data)):
        assert (result.code, result.out) == (2, "")
        assert "is no text in UTF-8 (save it as UTF-8, without control characters)" in result.err
        assert result.err.count("\n") == 1


def test_a_stray_byte_does_not_keep_a_text_from_being_read(verify, tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"They met in a caf\xe9. " + SO.encode())
    assert verify(str(file)).code == 0


def test_a_text_that_is_too_long_is_refused(verify):
    result = verify("-", stdin="a" * 1_000_001)
    assert result.code == 2
    assert "in parts" in result.err


@pytest.mark.parametrize("name", ["/dev/zero", "pipe"])
def test_what_is_no_file_or_never_ends_is_not_waited_for(run, tmp_path, name, monkeypatch):
    monkeypatch.setattr("nkfacts.index.streams.PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    result = run("verify", tmp_path / name, "--data", MINIMAL)
    assert (result.code, result.out) == (2, "")
    assert "cannot read the text" in result.err


def test_text_and_facts_do_not_both_come_from_standard_input(verify):
    result = verify("-", "--data", "-", stdin=MINIMAL.read_text("utf-8"))
    assert result.code == 2
    assert "standard input" in result.err


def test_a_text_without_claims_is_status_1_and_says_so(verify):
    result = verify("Nothing is claimed here.")
    assert (result.code, result.out.count("\n")) == (1, 1)
    assert one_line(result.err)
    assert verify("Nothing is claimed here.", "--ok-empty").code == 0
    assert verify("Nothing is claimed here.", "--format", "json", "--ok-empty").json() == []


def test_as_of_holds_it_against_what_had_been_said(verify):
    assert verify(OLD, "--as-of", "2025-01-31").code == 0
    assert verify(SO, "--as-of", "2025-01-31").code == 1


def test_the_day_of_the_text_has_to_be_one(verify):
    assert verify(SO, "--written", "2025-04").code == 0
    assert verify(SO, "--written", "some day").code == 2


def test_the_marked_text_keeps_its_words_and_marks_its_claims(verify):
    text = f"First line.\n{SO}\n{OLD}"
    shown = verify("--marked", text).out
    marked = shown.partition("\n\n")[0]
    assert marked.splitlines() == [
        "First line.",
        SO.replace("600", "[600 ✓1]"),
        OLD.replace("About 300", "[About 300 ↻2]"),
    ]
    assert "http" in shown


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Britain said 9,000 North Koreans had been killed.", "no word of United Kingdom on it; others say"),
        (OTHER, "another number"),
        ("Exactly 2,000 North Koreans were killed.", "not said to be exactly so"),
    ],
)
def test_the_marked_text_says_why_it_is_not_so_before_what_was_said(verify, text, reason):
    under = verify("--marked", text).out.partition("\n1 ")[2]
    assert reason in under
    assert under.index(reason) < under.index("http")


def test_signs_in_a_text_never_reach_the_terminal(verify):
    for option in ("--marked", "--format=table", "--format=tsv"):
        assert "\x1b" not in verify(option, f"\x1b[31m{SO}\x1b]0;x\x07 \u202e{OLD}").out


def test_a_person_reads_each_claim_with_its_page_on_a_line_of_its_own(tmp_path):
    for columns in (40, 80, 100):
        shown = run_terminal_here(
            tmp_path, "verify", SO, OLD, data=SHIPPED, columns=columns, NO_COLOR="1", TERM="dumb"
        ).out
        lines = shown.splitlines()
        assert "✓ said so" in shown
        assert "↻ outdated" in shown
        links = [line for line in lines if "http" in line]
        assert len(links) == 4
        assert all(line.strip().startswith("http") and " " not in line.strip() for line in links)
        assert all(len(line) <= columns for line in lines if line not in links)


def test_each_of_several_numbers_of_a_sentence_is_named_before_it(verify):
    shown = verify("--format=table", "About 600 of 15,000 died, says NIS in April.").out
    assert "✓ said so  About 600  “About 600 of" in shown
    assert "✓ said so  15,000  “About 600 of" in shown
    assert "600  “" not in verify("--format=table", SO).out


def test_one_in_words_is_a_number_in_every_format(run, shipped):
    text = "Two North Koreans were captured; one died."
    for given in ("json", "tsv", "csv", "yaml", "markdown", "html", "table"):
        shown = run("verify", text, "-f", given, env=shipped)
        assert (shown.err, shown.code) == ("", 1), given
    claims = run("verify", text, "-f", "json", env=shipped).json()
    assert [claim["low"] for claim in (claims if isinstance(claims, list) else claims["claims"])] == [2, 1]
