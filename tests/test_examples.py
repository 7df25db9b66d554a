"""Every command shown in the README and in docs prints what is shown there."""

import re

import pytest

from examples import PAGES, ROOT, blocks, replay

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


def test_the_readme_shows_every_command():
    from nkfacts.commands.registry import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"nkfacts {name}" not in readme] == []


def test_the_made_pages_are_up_to_date():
    import json
    import sys

    from nkfacts.model.schema import fact_file_schema

    sys.path.insert(0, str(ROOT / "docs"))
    try:
        from make_fact_file import main
    finally:
        sys.path.pop(0)
    assert (ROOT / "docs" / "fact-file.md").read_text(encoding="utf-8") == main()
    schema = json.loads((ROOT / "data" / "facts.schema.json").read_text(encoding="utf-8"))
    assert schema == fact_file_schema()
