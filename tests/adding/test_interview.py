"""A person at a terminal is asked, and asked again with the mend; nothing is written before the last yes."""

import os
import pty
import re
import select
import subprocess
import sys
import time

import pytest

from tests.support.additions import FRAGMENT, OLD, OPTIONS, added_only, read
from tests.support.commandline import environment


def talk(file, answers, *arguments, interrupt=None, command="add"):
    """Answer the questions of ``nkfacts add``, or a command like it, at a terminal; return its status, stdout and screen."""
    screen, terminal = pty.openpty()
    # The first terminal that the leader of a session opens is the one whose keys interrupt it.
    shell = ["sh", "-c", 'exec "$@" 0<>"$0" 2>&0', os.ttyname(terminal)]
    process = subprocess.Popen(
        [*shell, sys.executable, "-m", "nkfacts", command, "--data", str(file), *arguments],
        stdout=subprocess.PIPE,
        env={**environment(file.parent / "home"), "TERM": "dumb"},
        start_new_session=True,
    )
    shown, pending = b"", [*answers, interrupt] if interrupt else list(answers)
    fresh = b""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        ready = select.select([screen], [], [], 0.05)[0]
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
        "estimated", "", "30 Jun 2025", "NIS", "", "", "",
        "new-page-2025", "y", "", "New Page", "", "30 Jun 2025", "en", "news", "", "", "", "",
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


FRAME = '{who: [nis], did: ship, what: ["28 crates"], planned: true}'


def test_frames_are_asked_for_at_the_end_only_each_in_the_form_of_the_file(file):
    file.write_bytes(OLD + b"\nactions:\n  ship: {label: ship, verbs: [ship]}\nthings:\n  crates: {names: [crates]}\n")
    before_the_last = ["", ""]  # place, about
    frames = ["{who: [nis], didd: ship}", "{who: [nis", "no frame", FRAME, ""]
    status, _, screen = talk(file, [*before_the_last, "events", *frames, "y"], *OPTIONS)
    assert status == 0, screen
    assert screen.count("events: who did what to whom") == 1
    for words in ("did you mean 'did'", "write it in braces"):
        assert words in screen
    assert f"\n      - {FRAME}\n" in file.read_text(encoding="utf-8")
    (frame,) = read(file.read_bytes()).fact("nis-2025-06-30-killed").events
    assert (frame.did, frame.planned) == ("ship", True)


def test_a_new_body_is_not_asked_what_it_means(file):
    by = OPTIONS.index("--by")
    body = ["new-body", "y", "New Body", "", "organisation", "", "", "", ""]
    status, _, screen = talk(file, [*body, "", "", "y"], *OPTIONS[:by], *OPTIONS[by + 2 :])
    assert status == 0, screen
    assert "short:" in screen
    for key in ("isa:", "held:", "capital:"):
        assert key not in screen
    assert read(file.read_bytes()).entity("new-body").name == "New Body"


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
