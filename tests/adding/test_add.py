"""``nkfacts add``: what it writes, where, and that nothing else of the file ever changes."""

import io
import os
import pty
import re
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nkfacts.adding import replacement
from nkfacts.adding.addition import FactFile
from nkfacts.adding.emit import record_lines
from nkfacts.adding.outline import outline
from nkfacts.errors import DataProblem, OutputProblem
from nkfacts.index.building import compile_base
from nkfacts.model.records import QUALIFIERS, STATUSES, Entity, Evidence, Fact, Figure, Source
from nkfacts.query.base import Base
from nkfacts.reading.fact_file import Reading
from tests.support.files import BASE, ROOT

OLD = BASE.read_bytes()
PAGE = next(e.id for e in Reading(io.BytesIO(OLD), "").entries() if e.part == "sources")
OPTIONS = [
    "--figure", "casualties.killed", "--value", "750", "--qualifier", "about", "--status", "estimated",
    "--reported", "2025-06-30", "--by", "nis", "--via", "oh-min-su", "--when", "2024-10/2025-06",
    "--source", PAGE, "--as-printed", "about 750", "--statement", "The NIS: about 750 were killed.",
]  # fmt: skip


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_bytes(OLD)
    return path


def run(*arguments, data, stdin=b""):
    return subprocess.run(
        [sys.executable, "-m", "nkfacts", "add", "--data", str(data), *arguments],
        input=stdin, capture_output=True, check=False, env=environment(data),
    )  # fmt: skip


def environment(data):
    home = Path(data).parent / "home"
    return {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "PYTHONPATH": str(ROOT / "src")}


def read(data):
    connection = sqlite3.connect(":memory:")
    compile_base(connection, io.BytesIO(data), "facts.yaml")
    return Base(connection)


def entries(data):
    return [(entry.part, entry.record) for entry in Reading(io.BytesIO(data), "").entries()]


def fact(**keys):
    return Fact(
        **{
            "id": "new",
            "statement": "Said.",
            "status": "reported",
            "reported": "2025-06-30",
            "by": "nis",
            "evidence": (Evidence(source=PAGE, as_printed="said"),),
            **keys,
        }
    )


def added_only(old, new):
    """Say whether the lines of the old file all stand in the new one, in their order."""
    rest = iter(new.splitlines(keepends=True))
    return all(line in rest for line in old.splitlines(keepends=True))


# From outside


def test_without_a_terminal_it_shows_the_difference_and_writes_nothing(file):
    done = run(*OPTIONS, data=file)
    assert done.returncode == 0
    assert b"+  - id: nis-2025-06-30-killed\n" in done.stdout
    assert b"nothing is written" in done.stderr
    assert file.read_bytes() == OLD


def test_yes_writes_and_git_shows_added_lines_only(file):
    shutil.copy(file, file.with_name("old.yaml"))
    done = run(*OPTIONS, "--yes", data=file)
    assert done.returncode == 0, done.stderr
    numbers = subprocess.run(
        ["git", "diff", "--no-index", "--numstat", "old.yaml", "facts.yaml"],
        cwd=file.parent, capture_output=True, text=True, check=False,
    ).stdout.split()  # fmt: skip
    assert int(numbers[0]) > 0
    assert numbers[1] == "0"
    found = read(file.read_bytes()).fact("nis-2025-06-30-killed")
    assert found == fact(
        id="nis-2025-06-30-killed", figure="casualties.killed", statement="The NIS: about 750 were killed.", value=750,
        qualifier="about", status="estimated", when="2024-10/2025-06", via=("oh-min-su",),
        evidence=(Evidence(source=PAGE, as_printed="about 750"),),
    )  # fmt: skip
    assert [path.name for path in file.parent.iterdir() if path.name.endswith(".tmp")] == []


def test_the_difference_shown_is_one_that_git_applies(file):
    done = run(*OPTIONS, data=file)
    patch = re.sub(rb"^(---|\+\+\+) .*", rb"\1 a/facts.yaml", done.stdout, flags=re.MULTILINE)
    patch = patch.replace(b"+++ a/", b"+++ b/", 1)
    subprocess.run(["git", "apply", "-"], cwd=file.parent, input=patch, check=True)
    by_patch = file.read_bytes()
    file.write_bytes(OLD)
    assert run(*OPTIONS, "--yes", data=file).returncode == 0
    assert file.read_bytes() == by_patch


def test_the_same_amount_again_is_a_likely_duplicate_and_gets_another_id(file):
    assert run(*OPTIONS, "--yes", data=file).returncode == 0
    done = run(*OPTIONS, data=file)
    assert b"nis-2025-06-30-killed-2" in done.stdout
    assert b"the same amount and claimant" in done.stderr


def test_wrong_options_are_all_named_with_their_mends(file):
    done = run("--value", "6,00", "--by", "nis", "--as-printed", "x", data=file)
    assert done.returncode == 2
    for words in (b"write 600", b"'statement' is missing", b"'reported' is missing", b"'source' is missing"):
        assert words in done.stderr


def test_a_mistake_of_the_whole_base_is_shown_and_nothing_is_written(file):
    done = run(*OPTIONS, "--by", "niss", "--yes", data=file)
    assert done.returncode == 3
    assert b"did you mean 'nis'?" in done.stderr
    assert file.read_bytes() == OLD


def test_a_faulty_file_is_refused_with_its_problems(file):
    file.write_bytes(OLD.replace(b"status: estimated", b"status: guessed", 1))
    done = run(*OPTIONS, "--yes", data=file)
    assert done.returncode == 3
    assert b"'guessed' is not a status" in done.stderr


FRAGMENT = """
sources:
  aa-2025-06-30-new: {publisher: Aa, language: en, kind: news}
entities:
  zz-new: {name: "Zz: new", kind: person, aliases: ["a, b", "#c"]}
facts:
  - {topic: deployment, title: 'A "new" thing', statement: Yes, status: reported, when: "2025", by: zz-new,
     reported: "2025-06-30", evidence: [{source: aa-2025-06-30-new, as_printed: "{yes}"}]}
"""


@pytest.mark.parametrize("from_stdin", [True, False])
def test_a_fragment_brings_a_fact_and_what_it_names(file, tmp_path, from_stdin):
    fragment = tmp_path / "new.yaml"
    fragment.write_text(FRAGMENT, encoding="utf-8")
    done = run("--from", "-" if from_stdin else str(fragment), "--yes", data=file, stdin=FRAGMENT.encode())
    assert done.returncode == 0, done.stderr
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
    done = run("--from", "-", "--yes", data=file, stdin=text.encode())
    assert done.returncode == 0, done.stderr
    assert read(file.read_bytes()).fact("nis-2025-06-30-killed").value == 5


def test_a_faulty_fragment_is_refused_with_line_and_column(file):
    done = run("--from", "-", "--yes", data=file, stdin=b"- by: nis\n  valeu: 5\n")
    assert done.returncode == 3
    assert b"<stdin>:2:3: unknown key 'valeu' (did you mean 'value'?)" in done.stderr


def test_the_template_names_every_key_and_reads_as_a_fragment(file):
    done = run("--template", data=file)
    assert done.returncode == 0
    filled = done.stdout.decode()
    for key, value in {
        "figure": "casualties.killed", "statement": "S", "value": "5", "status": "reported",
        "reported": "2025-06-30", "by": "nis", "  - source": PAGE, "    as_printed": "five",
    }.items():  # fmt: skip
        filled = re.sub(rf"^{key}:", f"{key}: {value}", filled, flags=re.MULTILINE)
    assert run("--from", "-", "--yes", data=file, stdin=filled.encode()).returncode == 0
    assert read(file.read_bytes()).fact("nis-2025-06-30-killed").value == 5


# At a terminal


def talk(file, answers, *arguments, interrupt=None):
    """Answer the questions of ``nkfacts add`` at a terminal; return its status, stdout and screen."""
    screen, terminal = pty.openpty()
    # The first terminal that the leader of a session opens is the one whose keys interrupt it.
    shell = ["sh", "-c", 'exec "$@" 0<>"$0" 2>&0', os.ttyname(terminal)]
    process = subprocess.Popen(
        [*shell, sys.executable, "-m", "nkfacts", "add", "--data", str(file), *arguments],
        stdout=subprocess.PIPE,
        env={**environment(file), "TERM": "dumb"},
        start_new_session=True,
    )
    shown, pending = b"", [*answers, interrupt] if interrupt else list(answers)
    fresh = b""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        ready = select.select([screen], [], [], 0.15)[0]
        if ready:
            chunk = os.read(screen, 65536)
            shown, fresh = shown + chunk, fresh + chunk
        elif process.poll() is not None:
            break
        elif pending and re.search(rb"[>\])] $", fresh):
            fresh = b""
            answer = pending.pop(0)
            os.write(screen, answer if isinstance(answer, bytes) else f"{answer}\n".encode())
    if time.monotonic() >= deadline:
        process.kill()
    stdout = process.communicate(timeout=30)[0]
    os.close(screen)
    os.close(terminal)
    return process.returncode, stdout, shown.decode("utf-8", "replace").replace("\r", "")


def test_a_person_is_asked_again_with_the_mend_and_can_add_a_source(file):
    answers = [
        "casualties.kiled", "n", "casualties.killed", "The NIS put them at 750.", "6,00", "750", "about", "estimatd",
        "estimated", "", "2025-06-30", "NIS", "", "", "",
        "new-page-2025", "y", "", "New Page", "", "2025-06-30", "en", "news", "", "", "", "",
        "about 750", "", "note", "Looked at.", "y",
    ]  # fmt: skip
    status, stdout, screen = talk(file, answers)
    assert status == 0, screen
    assert stdout == b""
    for words in ("did you mean 'casualties.killed'", "write 600", "did you mean 'estimated'", "new source?"):
        assert words in screen
    base = read(file.read_bytes())
    found = base.fact("nis-2025-06-30-killed")
    assert (found.value, found.note, found.by) == (750, "Looked at.", "nis")
    assert base.source("new-page-2025").publisher == "New Page"
    assert added_only(OLD, file.read_bytes())


def test_tab_completes_an_id(file):
    status, _, screen = talk(file, [b"casualties.ki\t\n", b"\x03"])
    assert status == 130
    assert "casualties.killed" in screen


@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "end of input"])
def test_an_interrupted_conversation_writes_nothing(file, key):
    status, _, _ = talk(file, ["casualties.killed"], interrupt=key)
    assert status == 130
    assert file.read_bytes() == OLD


def test_who_says_no_at_the_end_changes_nothing(file):
    status, _, screen = talk(file, ["n"], "--from", str(fragment_file(file)))
    assert status == 0
    assert "nothing is written" in screen
    assert file.read_bytes() == OLD


def fragment_file(file):
    path = file.with_name("new.yaml")
    path.write_text(FRAGMENT, encoding="utf-8")
    return path


# The place


def with_added(tmp_path, old, *new):
    path = tmp_path / "facts.yaml"
    path.write_bytes(old)
    return FactFile(str(path)).with_added(list(new)).data


def ids(data, part):
    return [record.id for found, record in entries(data) if found == part]


def test_a_figure_fact_follows_the_last_of_its_figure(tmp_path):
    new = with_added(tmp_path, OLD, ("facts", fact(figure="casualties.killed", value=5)))
    facts = [record for part, record in entries(new) if part == "facts"]
    place = [record.id for record in facts].index("new")
    assert facts[place - 1].figure == "casualties.killed"
    assert "casualties.killed" not in [record.figure for record in facts[place + 1 :]]


def test_an_event_follows_the_last_of_its_topic(tmp_path):
    new = with_added(tmp_path, OLD, ("facts", fact(topic="deployment", title="T", when="2025")))
    facts = [record for part, record in entries(new) if part == "facts"]
    place = [record.id for record in facts].index("new")
    rest = [record.topic or record.figure.partition(".")[0] for record in facts[place + 1 :]]
    assert "deployment" not in rest


def test_a_record_takes_its_place_in_the_alphabet_where_there_is_one(tmp_path):
    source = Source(id="m-new", publisher="M", language="en", kind="news")
    entity = Entity(id="aaa-new", name="Aaa", kind="person")
    figure = Figure(id="casualties.aaa", label="L", topic="casualties", unit="people")
    new = with_added(tmp_path, OLD, ("sources", source), ("entities", entity), ("figures", figure))
    for part, id_ in (("sources", "m-new"), ("entities", "aaa-new"), ("figures", "casualties.aaa")):
        old = ids(OLD, part)
        expected = sorted([*old, id_]) if old == sorted(old) else [*old, id_]
        assert ids(new, part) == expected


# Other layouts

SMALL = """# first
format: 1
title: T
updated: "2025-01-01"
topics: {a: {label: A}}
entities:
- # none
figures:
sources:
    b-page: # said of b
        publisher: B
        language: en
        kind: news
        # last words on b
    # said of c
    c-page: {publisher: C, language: en, kind: news}

facts:
- id: one  # trailing
  topic: a
  title: One
  statement: >-
    folded
    text

  when: "2025"
  status: reported
  reported: "2025-01-01"
  by: nis
  evidence: [
    {source: b-page, as_printed: x},
  ]
  # belongs to one

# after all
""".replace("- # none", "    nis: {name: N, kind: person}")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("tail", ["", "cut"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_comments_layout_line_ends_and_the_missing_last_one_stay(tmp_path, end, tail, mark):
    text = SMALL.replace("\n", end)
    if tail:
        text = text[: text.index("# after all")].rstrip()
    old = mark + text.encode()
    new = with_added(
        tmp_path, old,
        ("facts", fact(topic="a", title="Two", when="2025", evidence=(Evidence(source="c-page", as_printed="y"),))),
        ("sources", Source(id="a-page", publisher="A", language="no", kind="news")),
        ("figures", Figure(id="a.dead", label="Dead", topic="a", unit="people")),
    )  # fmt: skip
    assert (b"\r\n" in new) == (end == "\r\n")
    assert b"\n" not in new.replace(b"\r\n", b"") if end == "\r\n" else b"\r" not in new
    lines = new.decode().splitlines()
    assert lines[lines.index("  a.dead:") - 1] == "figures:"
    assert lines[lines.index("    a-page:") + 2] == '        language: "no"'
    assert lines[lines.index("- id: new") - 2 :][:2] == ["  # belongs to one", ""]
    assert new.endswith((b"]", b"}")) if tail else new.endswith(b"# after all" + end.encode())
    kept = added_only(old if not tail else old + end.encode(), new)
    assert kept


def test_a_part_in_braces_cannot_be_added_to(tmp_path):
    from nkfacts.model.records import Topic

    with pytest.raises(DataProblem, match="'topics' stands in brackets or braces"):
        with_added(tmp_path, SMALL.encode(), ("topics", Topic(id="b", label="B")))


def test_outline_sees_every_record_of_the_shipped_file():
    data = (ROOT / "data" / "facts.yaml").read_bytes()
    found = outline(data)
    for part, block in found.items():
        assert len(block.members) == len(ids(data, part))


# Properties

words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Cf")), min_size=1, max_size=40)
texts = words.map(str.strip).filter(bool)
tricky = st.sampled_from(
    ["null", "no", "~", "- x", "a: b", "a #b", "{x}", "x, y", "'", '"', "\\", "1e3", "0x1F", "?", "@", "…"]
)
numbers = st.integers(0, 10**15) | st.floats(0, 10**6).map(lambda x: round(x, 6)).filter(lambda x: x == 0 or x > 0.001)
day = st.dates(date(2025, 1, 20), date(2026, 1, 1)).map(date.isoformat)
some_text = texts | tricky


@st.composite
def facts(draw):
    keys = {"statement": draw(some_text), "status": draw(st.sampled_from(STATUSES)), "reported": draw(day)}
    keys["evidence"] = (Evidence(source=PAGE, as_printed=draw(some_text.filter(lambda t: len(t.split()) < 11))),)
    if draw(st.booleans()):
        keys |= {
            "figure": "casualties.killed",
            "qualifier": draw(st.sampled_from([q for q in QUALIFIERS if q != "between"])),
        }
        keys |= draw(st.fixed_dictionaries({"value": numbers}) | st.fixed_dictionaries({"words": some_text}))
    else:
        keys |= {
            "topic": "deployment",
            "title": draw(some_text),
            "when": draw(st.sampled_from(["2024", "2024-1X~", "../2025-01"])),
        }
    if draw(st.booleans()):
        keys |= {"note": draw(some_text), "tags": ("a-b", "c"), "via": ("oh-min-su",), "scope": "part"}
    return fact(**keys)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(new=facts(), crlf=st.booleans())
def test_any_fact_reads_back_equal_and_no_old_line_is_touched(tmp_path, new, crlf):
    old = OLD.replace(b"\n", b"\r\n") if crlf else OLD
    data = with_added(tmp_path, old, ("facts", new))
    assert read(data).fact("new") == new
    assert [pair for pair in entries(data) if pair[1].id != "new"] == entries(old)
    assert added_only(old, data)


def test_a_record_of_the_shipped_file_is_written_as_it_stands_there():
    data = (ROOT / "data" / "facts.yaml").read_bytes()
    lines = data.decode().splitlines()
    records = {record.id: (part, record) for part, record in entries(data)}
    for id_ in ("nis-2025-04-30-killed", "11th-corps", "kim-jong-un"):
        part, record = records[id_]
        made = record_lines(record, listed=part == "facts")
        start = lines.index(made[0])
        assert lines[start : start + len(made)] == made


# Writing


def test_mode_and_link_stay(file):
    file.chmod(0o640)
    link = file.with_name("link.yaml")
    link.symlink_to(file.name)
    assert run(*OPTIONS, "--yes", data=link).returncode == 0
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert file.read_bytes() != OLD


def test_a_read_only_file_is_refused_with_status_4(file):
    file.chmod(0o444)
    done = run(*OPTIONS, "--yes", data=file)
    assert done.returncode == 4
    assert b"it is not writable" in done.stderr
    assert file.read_bytes() == OLD


def test_a_file_inside_the_installed_program_is_refused(monkeypatch):
    inside = Path(replacement.__file__).parent / "errors.py"
    monkeypatch.setattr(replacement, "shipped_facts", lambda: str(inside))
    assert "installed program" in replacement.why_not_writable(str(inside))


def test_a_file_that_was_changed_meanwhile_is_left_alone(file):
    opened = FactFile(str(file))
    addition = opened.with_added([("facts", fact(figure="casualties.killed", value=5))])
    file.write_bytes(OLD + b"# somebody else\n")
    with pytest.raises(OutputProblem, match="changed meanwhile"):
        opened.write(addition)
    assert file.read_bytes() == OLD + b"# somebody else\n"
    assert [path.name for path in file.parent.iterdir()] == ["facts.yaml"]


@pytest.mark.parametrize("call", ["replace", "fsync", "chmod"])
def test_a_failing_disk_leaves_the_old_file_whole(file, monkeypatch, call):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OutputProblem, match="No space left"):
        replacement.replace_file(str(file), OLD, b"new")
    assert file.read_bytes() == OLD
    assert [path.name for path in file.parent.iterdir()] == ["facts.yaml"]


@pytest.mark.parametrize("call", ["fsync", "chmod", "replace"])
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_a_kill_at_any_moment_leaves_one_whole_file(file, call, before):
    program = f"""
import os, signal
from tests.support.files import BASE, ROOT
from nkfacts.adding import replacement
kept = os.{call}
def die(*given):
    {"pass" if before else "kept(*given)"}
    os.kill(os.getpid(), signal.SIGKILL)
os.{call} = die
replacement.replace_file({str(file)!r}, open({str(file)!r}, "rb").read(), b"new")
"""
    done = subprocess.run([sys.executable, "-c", program], env=environment(file), check=False)
    assert done.returncode == -signal.SIGKILL
    replaced = call == "replace" and not before
    assert file.read_bytes() == (b"new" if replaced else OLD)
