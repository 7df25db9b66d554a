"""Every command shown in the README and in docs prints what is shown there."""

import json
import re
import shlex
import shutil
import sys
from importlib import import_module

import pytest

from nkfacts import Filter
from nkfacts.commands.options import Setting
from nkfacts.commands.registry import COMMANDS, TASKS
from tests.support.bases import shipped_about
from tests.support.calls import module_of
from tests.support.commandline import environment, shown_at_terminal
from tests.support.examples import PAGES, blocks, output_of, replay
from tests.support.files import BASE, ROOT

MORE = [ROOT / "CONTRIBUTING.md", ROOT / "benchmarks" / "README.md"]
HOMES = [ROOT, ROOT / "src" / "nkfacts"]
WATCHED = """
import json, os, sys

def watch(event, _):
    if event.startswith("socket.") or event in {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"}:
        os.write(2, event.encode())
        os._exit(9)

from nkfacts.__main__ import run
os.chdir(sys.argv[2])  # some write a file
sys.addaudithook(watch)
for words in json.loads(sys.argv[1]):
    sys.argv[:] = words
    status = run()
    print(f"\\f{status}\\f", flush=True)
"""
EXAMPLES = {
    **{name: module_of(name).EXAMPLES for name in ("overview", "casualties", *COMMANDS)},
    "what the help says to try": tuple(TASKS.values()),
}
"""The examples of every help, by command, and those of the tasks."""
READ_WHOLE = ["add", "revise", "check"]
"""Commands that read the whole file, several times to prove an addition: a part of the shipped facts shows the same."""
_ORDINARY = [name for name in EXAMPLES if name not in ("cache", *READ_WHOLE)]
TOGETHER = {
    "cache": ["cache"],
    "what reads the whole file": READ_WHOLE,
    **{f"from {_ORDINARY[n]}": _ORDINARY[n : n + 9] for n in range(0, len(_ORDINARY), 9)},
}
"""Commands whose examples are tried in one process: all of them would be a long time, and one of them clears the cache."""
_FACT = """id figure topic label title statement value low high words qualifier unit amount status when when_first when_last
    reported age_days by claimant via relays place place_name about tags evidence support scope rank rank_reason supersedes
    superseded_by disputes disputed_by note"""
KEYS = {
    "list --limit 1": _FACT,
    "timeline --limit 1": _FACT,
    "casualties --limit 1": _FACT,
    "show nis-2024-12-19-killed": f"{_FACT} disagrees",
    "": """figure label topic unit amount value low high words qualifier by claimant relays reported age_days lapsed lowest highest
        claimants facts support id""",
    "get casualties.killed": _FACT,
    "why casualties.killed": "figure as_of rule headline facts",
    "compare casualties.killed": f"{_FACT} compared is_headline body",
    "changes --since 2026-04": f"{_FACT} change was was_id was_by was_claimant was_short was_reported was_url",
    "conflicts --figure casualties.killed": "figure label topic unit why apart others higher lower",
    "diff tests/data/minimal.yaml tests/data/base.yaml": "change part id what key old new",
    "trace nis-2024-12-19-killed": "id origins steps",
    "search lawmakers": "part id title text",
    "topics": "id label description aliases facts",
    "figures": "id label topic unit description aliases near within main cumulative facts",
    "entities": "id name kind role country part_of aliases facts",
    "sources": "id title publisher url published language kind state_controlled via_site citing archived facts",
}
"""The keys that a script may look for; they may become more."""

SHOWN = [(page, block) for page in PAGES for block in blocks(page)]


@pytest.mark.parametrize(
    ("page", "block"), SHOWN, ids=[f"{page.name}-{number}" for number, (page, _) in enumerate(SHOWN)]
)
def test_a_shown_command_prints_what_is_shown(page, block):
    assert replay(block) == block


def test_the_python_shown_runs(capsys):
    (block,) = re.findall(
        r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    names = {}
    exec(block, names)  # noqa: S102 - our own README
    names["base"].close()
    first, *rest = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r".+ [a-z-]+ 2025-01-\d\d", first)
    assert rest


def test_every_command_has_its_part_of_the_page():
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    headed = [name for heading in re.findall(r"^## nkfacts (.+)$", page, re.MULTILINE) for name in heading.split(", ")]
    assert sorted(headed) == sorted([*COMMANDS, "TOPIC"])


@pytest.mark.parametrize("name", [*Setting._fields, *Filter._fields])
def test_every_shared_option_is_on_the_page(name):
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"`--{name.replace('_', '-')}" in page


def test_the_table_of_the_readme_names_commands_that_exist():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = "".join(re.findall(r"^\| `nkfacts.*\n", readme, re.MULTILINE))
    named = set(re.findall(r"`nkfacts ([a-z]+)", rows))
    assert named - {"casualties"} == set(COMMANDS)


@pytest.mark.parametrize("page", [*PAGES, *MORE], ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page):
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [ROOT / "docs" / "asking.md", ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_every_file_named_is_there(page):
    names = re.findall(r"`([\w./-]+(?:\.py|\.yaml|\.json|\.md|/))`", page.read_text(encoding="utf-8"))
    assert names
    assert [name for name in names if not any((folder / name).exists() for folder in HOMES)] == []


@pytest.mark.parametrize("names", TOGETHER.values(), ids=TOGETHER)
def test_every_example_of_the_help_answers_without_network_or_another_program(tmp_path, names):
    shutil.copyfile(BASE, tmp_path / "mine.yaml")
    examples = [shlex.split(example) for name in names for example in EXAMPLES[name]]
    words = [sys.executable, "-c", WATCHED, json.dumps(examples), str(tmp_path)]
    own = {"XDG_CACHE_HOME": str(tmp_path)} if "cache" in names else {}
    if names == READ_WHOLE:
        own["NKFACTS_DATA"] = str(tmp_path / "part.yaml")
        (tmp_path / "part.yaml").write_text(shipped_about("casualties.killed"), encoding="utf-8")
    found = shown_at_terminal(words, environment(tmp_path, **{"NKFACTS_DATA": "", **own}), 100)
    assert found.code == 0, found.out
    shown = found.out.split("\f")
    for example, text, status in zip(examples, shown[:-1:2], shown[1::2], strict=True):
        assert status == "0", (example, text)
        assert text.strip() or example[1:] == ["cache", "clear"] or "-o" in example, example


@pytest.mark.parametrize(("words", "keys"), KEYS.items())
def test_no_key_of_the_json_goes(words, keys):
    found = json.loads(output_of(f"nkfacts {words} --format json"))
    assert set(keys.split()) <= set(found[0] if isinstance(found, list) else found)


def test_the_picture_is_up_to_date(run, shipped, tmp_path):
    path = tmp_path / "killed.svg"
    assert run("chart", "casualties.killed", "-o", path, env=shipped).code == 0
    assert (ROOT / "docs" / "chart-killed.svg").read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("page", "maker"), [("fact-file.md", "make_fact_file"), ("tables.md", "make_tables")], ids=["fact file", "tables"]
)
def test_the_made_pages_are_up_to_date(monkeypatch, page, maker):
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == import_module(maker).main()
