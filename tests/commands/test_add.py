"""``nkfacts add``: what it writes by options or a fragment, and what it refuses."""

import os
import re
import shutil
import subprocess

import pytest

from nkfacts.model.record import keys_of
from nkfacts.model.records import STATUSES, Evidence, Fact, Source
from tests.support.additions import (
    FRAGMENT,
    OLD,
    OPTIONS,
    PAGE,
    add,
    added_only,
    new_fact,
    read,
)
from tests.support.commandline import COMMAND, environment


def test_without_a_terminal_it_shows_the_difference_and_writes_nothing(file):
    for words, status in (((), 4), (("--dry-run",), 0)):
        done = add(*OPTIONS, *words, data=file)
        assert done.code == status
        assert "+  - id: nis-2025-06-30-killed\n" in done.out
        assert "nothing is written" in done.err
        assert file.read_bytes() == OLD


def test_yes_writes_and_git_shows_added_lines_only(file):
    shutil.copy(file, file.with_name("old.yaml"))
    done = add(*OPTIONS, "--yes", data=file)
    assert done.code == 0, done.err
    numbers = subprocess.run(
        ["git", "diff", "--no-index", "--numstat", "old.yaml", "facts.yaml"],
        cwd=file.parent, capture_output=True, text=True, check=False,
    ).stdout.split()  # fmt: skip
    assert int(numbers[0]) > 0
    assert numbers[1] == "0"
    found = read(file.read_bytes()).fact("nis-2025-06-30-killed")
    assert found == new_fact(
        id="nis-2025-06-30-killed", figure="casualties.killed", statement="The NIS: about 750 were killed.", value=750,
        qualifier="about", status="estimated", when="2024-10/2025-06", via=("oh-min-su",),
        evidence=(Evidence(source=PAGE, as_printed="about 750"),),
    )  # fmt: skip
    assert [path.name for path in file.parent.iterdir() if path.name.endswith(".tmp")] == []


def test_the_difference_shown_is_one_that_git_applies(file):
    done = add(*OPTIONS, data=file)
    patch = re.sub(r"^(---|\+\+\+) .*", r"\1 a/facts.yaml", done.out, flags=re.MULTILINE)
    patch = patch.replace("+++ a/", "+++ b/", 1)
    subprocess.run(["git", "apply", "-"], cwd=file.parent, input=patch.encode(), check=True)
    by_patch = file.read_bytes()
    file.write_bytes(OLD)
    assert add(*OPTIONS, "--yes", data=file).code == 0
    assert file.read_bytes() == by_patch


def test_the_same_amount_again_is_a_likely_duplicate_and_gets_another_id(file):
    assert add(*OPTIONS, "--yes", data=file).code == 0
    done = add(*OPTIONS, data=file)
    assert "nis-2025-06-30-killed-2" in done.out
    assert "the same amount and claimant" in done.err


@pytest.mark.parametrize(
    ("reported", "when"),
    [("30 Jun 2025", "Oct 2024 to Jun 2025"), ("30 june 2025", "2024-10/2025-06"), ("2025-06-30", "2024-10/2025-06")],
)
def test_a_day_may_be_typed_as_screens_print_it(file, reported, when):
    words = list(OPTIONS)
    words[words.index("2025-06-30")], words[words.index("2024-10/2025-06")] = reported, when
    assert add(*words, "--yes", data=file).code == 0
    fact = read(file.read_bytes()).fact("nis-2025-06-30-killed")
    assert (fact.reported, fact.when) == ("2025-06-30", "2024-10/2025-06")


def test_a_fragment_may_have_days_as_screens_print_them_too(file):
    fragment = FRAGMENT.replace('"2025-06-30"', "30 Jun 2025").replace(
        "kind: news", "kind: news, published: 29 Jun 2025"
    )
    done = add("--from", "-", "--yes", data=file, stdin=fragment)
    assert done.code == 0, done.err
    base = read(file.read_bytes())
    assert base.source("aa-2025-06-30-new").published == "2025-06-29"
    (fact,) = (each for each in base.facts() if each.by == "zz-new")
    assert fact.reported == "2025-06-30"


@pytest.mark.parametrize("day", ["31 Jun 2025", "Jun 2025", "soon"])
def test_what_is_no_day_is_refused_as_typed_days_are(file, day):
    words = [day if word == "2025-06-30" else word for word in OPTIONS]
    done = add(*words, "--yes", data=file)
    assert (done.code, "nkfacts: reported: " in done.err, file.read_bytes() == OLD) == (2, True, True)


def test_wrong_options_are_all_named_with_their_mends(file):
    done = add("--value", "6,00", "--by", "nis", "--as-printed", "x", data=file)
    assert done.code == 2
    for words in ("write 600", "'statement' is missing", "'reported' is missing", "'source' is missing"):
        assert words in done.err


def test_unknown_names_are_told_in_one_round_with_what_else_is_wrong(file):
    wrong = {
        "--id": "Bad id",
        "--status": "estimatd",
        "--by": "niss",
        "--source": "no-such-page",
        "--via": "oh-min-suu",
    }
    done = add(*OPTIONS, *(word for pair in wrong.items() for word in pair), data=file)
    *mistakes, last = done.err.splitlines()
    assert (done.out, done.code) == ("", 2)
    assert last == "nkfacts: the fact has 5 mistakes (see: nkfacts add --help)"
    assert "nkfacts: by: unknown entity 'niss' (did you mean 'nis'?)" in mistakes
    assert [line.split(": ")[1] for line in mistakes] == ["id", "status", "by", "via", "source"]


@pytest.mark.parametrize("command", [["add", "--by", "nis"], ["revise", "killed-nis-2", "--statement", "x" * 300]])
def test_each_mistake_has_a_line_and_is_told_whole(run, command):
    done = run(*command)
    *mistakes, last = done.err.splitlines()
    assert (done.out, done.code) == ("", 2)
    assert last == f"nkfacts: the fact has {len(mistakes)} mistakes (see: nkfacts add --help)"
    assert len(mistakes) > 1
    for line in mistakes:
        assert re.fullmatch(r"nkfacts: (\w+): the key '\1' is missing \(.+\)", line), line
        assert "…" not in line
    if command[0] == "add":
        assert f"nkfacts: status: the key 'status' is missing (one of {', '.join(STATUSES)})" in mistakes


def test_a_mistake_of_the_whole_base_is_shown_and_nothing_is_written(file):
    done = add(*OPTIONS, "--by", "niss", "--yes", data=file)
    assert done.code == 3
    assert "did you mean 'nis'?" in done.err
    assert file.read_bytes() == OLD


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")
@pytest.mark.parametrize("redirect", [">/dev/full", ">&-"])
def test_what_was_added_and_cannot_be_shown_is_said_so(file, tmp_path, redirect):
    line = f'exec "$@" {redirect}'
    done = subprocess.run(
        ["sh", "-c", line, "sh", *COMMAND, "add", *OPTIONS, "--yes"], capture_output=True, check=False,
        env=environment(tmp_path, NKFACTS_DATA=str(file)),
    )  # fmt: skip
    assert done.returncode == 4
    assert done.stderr.startswith(f"nkfacts: added to {file}: nis-2025-06-30-killed, but not shown: ".encode())
    assert done.stderr.count(b"\n") == 1
    assert read(file.read_bytes()).fact("nis-2025-06-30-killed").value == 750


def test_a_faulty_file_is_refused_with_its_problems(file):
    file.write_bytes(OLD.replace(b"status: estimated", b"status: guessed", 1))
    done = add(*OPTIONS, "--yes", data=file)
    assert done.code == 3
    assert "'guessed' is not a status" in done.err


@pytest.mark.parametrize("from_stdin", [True, False])
def test_a_fragment_brings_a_fact_and_what_it_names(file, tmp_path, from_stdin):
    fragment = tmp_path / "new.yaml"
    fragment.write_text(FRAGMENT, encoding="utf-8")
    done = add("--from", "-" if from_stdin else str(fragment), "--yes", data=file, stdin=FRAGMENT)
    assert done.code == 0, done.err
    base = read(file.read_bytes())
    assert base.fact("zz-new-2025-06-30-new-thing").evidence == (
        Evidence(source="aa-2025-06-30-new", as_printed="{yes}"),
    )
    assert base.entity("zz-new").aliases == ("a, b", "#c")
    assert added_only(OLD, file.read_bytes())


@pytest.mark.parametrize(
    "form", ["figure: casualties.killed\nby: nis\n{}", "  - by: nis\n    figure: casualties.killed\n{}"]
)
def test_a_fragment_may_be_one_fact_or_a_list_as_copied_from_a_file(file, form):
    rest = [
        "statement: S", "value: 5", "status: reported", 'reported: "2025-06-30"',
        f"evidence: [{{source: {PAGE}, as_printed: five}}]",
    ]  # fmt: skip
    indent = "    " if form.startswith(" ") else ""
    text = form.format("".join(f"{indent}{line}\n" for line in rest))
    done = add("--from", "-", "--yes", data=file, stdin=text)
    assert done.code == 0, done.err
    assert read(file.read_bytes()).fact("nis-2025-06-30-killed").value == 5


MEANT = """
actions:
  ship: {label: ship, verbs: [ship]}
things:
  crates: {names: [crates, crate]}
facts:
  - {topic: deployment, title: Crates, statement: Crates were shipped., status: reported, when: "2025", by: nis,
     reported: "2025-06-30", evidence: [{source: PAGE, as_printed: crates}], event: crates-2025, main: true,
     events: [{who: [nis], did: ship, what: ["28 crates"], where: [], planned: true}], asked: ["How many crates?"]}
""".replace("PAGE", PAGE)


def test_a_fragment_says_what_a_fact_means(file):
    file.write_bytes(OLD + b"\nactions:\n\nthings:\n")
    done = add("--from", "-", "--yes", data=file, stdin=MEANT)
    assert done.code == 0, done.err
    text = file.read_text(encoding="utf-8")
    assert '\n      - {who: [nis], did: ship, what: ["28 crates"], where: [], planned: true}\n' in text
    found = read(file.read_bytes()).fact("nis-2025-06-30-crates")
    assert (found.event, found.main, found.asked) == ("crates-2025", True, ("How many crates?",))
    assert found.events[0].fillers("what") == ("28 crates",)


def test_a_part_that_the_file_does_not_have_is_named(file):
    done = add("--from", "-", "--yes", data=file, stdin=MEANT)
    assert done.code == 3
    assert "the file has no part 'actions' that could be added to (write 'actions:' on a line of its own)" in done.err
    assert file.read_bytes() == OLD


def test_a_happening_has_options_and_its_frames_have_none(file):
    done = add(*OPTIONS, "--event", "count-2025-06", "--main", "--asked", "How many?", "--yes", data=file)
    assert done.code == 0, done.err
    found = read(file.read_bytes()).fact("nis-2025-06-30-killed")
    assert (found.event, found.main, found.asked) == ("count-2025-06", True, ("How many?",))
    assert add(*OPTIONS, "--did", "send", data=file).code == 2


def test_a_faulty_fragment_is_refused_with_line_and_column(file):
    done = add("--from", "-", "--yes", data=file, stdin="- by: nis\n  valeu: 5\n")
    assert done.code == 3
    assert "<stdin>:2:3: unknown key 'valeu' (did you mean 'value'?)" in done.err


def test_the_template_names_every_key_and_reads_as_a_fragment(file):
    done = add("--template", data=file)
    assert done.code == 0
    filled = done.out
    assert re.search(r"^events: # optional: .*\n  # - \{who: .*\}$", filled, re.MULTILINE)
    assert re.findall(r"^([a-z_]+):", filled, re.MULTILINE) == list(keys_of(Fact))
    for key, value in {
        "figure": "casualties.killed", "statement": "S", "value": "5", "status": "reported",
        "reported": "2025-06-30", "by": "nis", "  - source": PAGE, "    as_printed": "five",
    }.items():  # fmt: skip
        filled = re.sub(rf"^{key}:", f"{key}: {value}", filled, flags=re.MULTILINE)
    assert add("--from", "-", "--yes", data=file, stdin=filled).code == 0
    assert read(file.read_bytes()).fact("nis-2025-06-30-killed").value == 5


@pytest.mark.parametrize(
    ("address", "mend"),
    [
        ("https://yonda.example.kr/2", "its id is yonda-2025-04-30-dead"),
        ("https://yonda.example.kr/2/", "its id is yonda-2025-04-30-dead"),
        ("https://elsewhere.example.kr/1", "a page is named by its id: write it under 'sources' of a fragment, as in nkfacts add --template"),
    ],
)  # fmt: skip
def test_an_address_for_a_source_is_told_its_id_or_how_it_gets_one(file, address, mend):
    options = [*OPTIONS[: (at := OPTIONS.index("--source") + 1)], address, *OPTIONS[at + 1 :]]
    for words in ((), ("--dry-run",), ("--yes",), ("--status", "estimatd")):
        done = add(*options, *words, data=file)
        assert (done.out, done.code) == ("", 2)
        assert f"nkfacts: source: unknown source '{address}' ({mend})\n" in done.err
    assert file.read_bytes() == OLD


def test_the_template_has_a_place_for_a_page_that_the_base_lacks(file):
    template = add("--template", data=file).out
    at = template.index("# sources:\n")
    assert re.findall(r"^# +-? *([a-z_]+): # ", template[at:], re.MULTILINE) == list(keys_of(Source))
    page = template[at:].replace("# sources", "sources").replace("\n#  ", "\n ")
    for key, value in {"id": "gazette-1", "publisher": "Gazette", "language": "en", "kind": "news"}.items():
        page = re.sub(rf"^(  (?:-| ) {key}): #", rf"\1: {value} #", page, flags=re.MULTILINE)
    options = dict(zip(OPTIONS[::2], OPTIONS[1::2], strict=True))
    fact = "".join(
        f"{name.removeprefix('--')}: {options[name]}\n"
        for name in ("--figure", "--value", "--status", "--reported", "--by")
    )
    fact += f"statement: {options['--statement']!r}\nevidence: [{{source: gazette-1, as_printed: seven}}]\n"
    done = add("--from", "-", "--yes", data=file, stdin=fact + page)
    assert done.code == 0, done.err
    assert read(file.read_bytes()).source("gazette-1").publisher == "Gazette"


def test_mode_and_link_stay(file):
    file.chmod(0o640)
    link = file.with_name("link.yaml")
    link.symlink_to(file.name)
    assert add(*OPTIONS, "--yes", data=link).code == 0
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert file.read_bytes() != OLD


def test_a_read_only_file_is_refused_with_status_4(file):
    file.chmod(0o444)
    done = add(*OPTIONS, "--yes", data=file)
    assert done.code == 4
    assert "it is not writable" in done.err
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("nothing", ["", "\n", "# nothing yet\n", "\ufeff# nothing"])
def test_a_fragment_of_nothing_says_what_to_write(file, nothing):
    done = add("--from", "-", data=file, stdin=nothing)
    assert done.code == 3
    assert "<stdin>:1:1: there is no record in it (write the keys of a fact: id, figure," in done.err
