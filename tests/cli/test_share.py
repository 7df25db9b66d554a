"""What a wheel installs beside the program: the manual page and the files that shells complete with."""

import re
import shutil
import subprocess
import sys
import zipfile
from importlib import import_module

import pytest

from nkfacts.commands.registry import COMMANDS
from tests.support.calls import module_of
from tests.support.files import ROOT
from tests.support.shells import Shell, prepared

SHARE = ROOT / "share"
MANUAL = SHARE / "man" / "man1" / "nkfacts.1"
SIGNS = {r"\-": "-", r"\(aq": "'", r"\(ga": "`", r"\(ti": "~", r"\(ha": "^", r"\&": "", r"\e": "\\"}
VARIABLE = re.compile(r"\"((?:NKFACTS|XDG|CLICOLOR|FORCE|NO)_[A-Z_]+|PAGER|COLUMNS|TERM)\"")


@pytest.fixture(scope="module")
def made():
    """Return the module that writes the files."""
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        return import_module("make_share")
    finally:
        sys.path.pop(0)


@pytest.fixture(scope="module")
def manual():
    """Return the text of the manual page, without the signs of roff."""
    text = re.sub(r"\\f[BIR]", "", MANUAL.read_text(encoding="utf-8"))
    text = re.sub(r"\\\[u([0-9A-F]{4,5})\]", lambda found: chr(int(found[1], 16)), text)
    return re.sub(r"\\(?:\((?:aq|ga|ti|ha)|[-&e])", lambda found: SIGNS[found[0]], text)


def test_what_is_installed_is_up_to_date(made):
    wanted = made.main()
    there = {str(path.relative_to(SHARE)) for path in SHARE.rglob("*") if path.is_file()}
    assert there == set(wanted)
    for path, text in wanted.items():
        assert (SHARE / path).read_text(encoding="utf-8") == text, "python docs/make_share.py makes it anew"


def test_the_manual_has_every_command_with_its_examples(manual):
    for name in COMMANDS:
        assert re.search(rf"^nkfacts {name} \[OPTION", manual, re.MULTILINE), name
        for example in module_of(name).EXAMPLES:
            assert f"\n{example}\n" in manual


def test_the_manual_has_every_option_once_or_where_it_belongs(manual, made):
    for page in made.pages():
        for option in page.options:
            assert f"\n{option.names} {option.value}".rstrip() in manual, (page.name, option)
    for option in ("-d, --data FILE", "--said-since DATE", "-n, --limit N"):
        assert manual.count(f"\n{option}\n") == 1


def test_the_manual_has_every_variable_that_the_program_looks_at(manual):
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    environment = manual[manual.index(".SH ENVIRONMENT") :]
    asked = set(VARIABLE.findall(sources))
    assert {"NKFACTS_DATA", "NO_COLOR", "PAGER"} <= asked
    assert {name for name in asked if not re.search(rf"\b{name}\b", environment)} == set()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            words, marks=pytest.mark.skipif(shutil.which(words[0]) is None, reason="not installed"), id=words[0]
        )
        for words in (["groff", "-man", "-ww", "-b", "-z", "-Tutf8"], ["mandoc", "-Tlint", "-Wwarning"])
    ],
)
def test_what_shows_manuals_finds_nothing_wrong_with_it(words):
    found = subprocess.run([*words, str(MANUAL)], capture_output=True, check=False, text=True)
    # The manual is of a version, and versions of it have no day.
    assert [line for line in (found.stdout + found.stderr).splitlines() if "missing date" not in line] == []


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_a_person_reads_it():
    variables = {"MANWIDTH": "80", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "MANPAGER": "cat", "TERM": "dumb"}
    found = subprocess.run(["man", "-l", str(MANUAL)], capture_output=True, check=False, env=variables, text=True)
    if found.returncode != 0 or "minimized" in found.stdout:
        pytest.skip("man shows no pages here")
    shown = re.sub(r".\x08", "", found.stdout)
    assert "NKFACTS(1)" in shown.splitlines()[0]
    assert re.search(r"^ +nkfacts get \[OPTION\.\.\.\] FIGURE\.\.\.$", shown, re.MULTILINE)
    assert re.search(r"^ +-d, --data FILE$", shown, re.MULTILINE)
    assert "국가정보원" in shown


def test_a_wheel_installs_them(tmp_path):
    pytest.importorskip("hatchling")
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name.partition(".data/data/share/")[2]: name for name in archive.namelist() if "/share/" in name}
        assert set(names) == {str(path.relative_to(SHARE)) for path in SHARE.rglob("*") if path.is_file()}
        assert archive.read(names["man/man1/nkfacts.1"]) == MANUAL.read_bytes()


def bash(home, variables):
    (home / ".bashrc").write_text(f". {SHARE}/bash-completion/completions/nkfacts\n", encoding="utf-8")


def zsh(home, variables):
    begin = f"fpath=({SHARE}/zsh/site-functions $fpath)\nautoload -U compinit\ncompinit -u\n"
    (home / ".zshrc").write_text(begin, encoding="utf-8")


def fish(home, variables):
    variables["XDG_DATA_DIRS"] = str(SHARE)


@pytest.mark.parametrize(
    "install",
    [
        pytest.param(each, marks=pytest.mark.skipif(shutil.which(each.__name__) is None, reason="not installed"))
        for each in (bash, zsh, fish)
    ],
)
def test_a_shell_completes_with_what_was_installed(install, tmp_path):
    variables = prepared(tmp_path)
    install(tmp_path, variables)
    subprocess.run(["nkfacts", "topics"], env=variables, check=True, capture_output=True)
    shell = Shell(install.__name__, variables)
    try:
        shell.type("nkfacts get casualties.k\t", "casualties.killed ")
        shell.type("--by gu\t", "gur ")
        shell.type("\r", "900-1100")
    finally:
        shell.close()
