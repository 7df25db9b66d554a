"""The rooms of the house: who may call whom, and how large a room may be."""

import ast
from pathlib import Path

import pytest

import nkfacts

HOUSE = Path(nkfacts.__file__).parent
ROOMS = {path.relative_to(HOUSE).with_suffix("").as_posix(): path for path in HOUSE.rglob("*.py")}

# Each room may import the rooms of its own line that stand before it, and those of the lines above.
FLOORS = (
    "errors text headline",
    "words",
    "amounts dates nodes",
    "fields keys model",
    "syntax support rows record_rules base_rules reasons",
    "reading",
    "schema",
    "compile",
    "whole",
    "store folder",
    "completing",
    "lexicon filters results lookup",
    "matching",
    "query",
    "records report terminal",
    "layouts frontdoor",
    "formats",
    "ask",
    "adding",
    "commands options",
    "answer waiting",
    "cli",
    "program",
    "__main__",
)
FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor.split()}
LIBRARIES = {
    "rich": {"formats/table", "waiting"},
    "yaml": {"syntax", "formats/yaml_document", "adding/emit", "adding/outline"},
    "sqlite3": {
        "store",
        "folder",
        "compile",
        "whole",
        "base_rules",
        "query",
        "lexicon",
        "lookup",
        "rows",
        "adding/addition",
    },
}


def imports(path):
    """Yield every module that a file imports, also inside functions; not what only type checkers read."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def room_of(module):
    """Return the room that an imported name of the package belongs to; None outside it."""
    parts = module.split(".")
    if parts[0] != "nkfacts" or len(parts) == 1:
        return None
    return parts[1] if parts[1] in FLOOR_OF else None


@pytest.mark.parametrize("name", [name for name in ROOMS if name != "__init__"])
def test_a_room_imports_only_from_its_floor_or_below(name):
    own = name.split("/")[0]
    assert own in FLOOR_OF, f"give {own} a floor in this test"
    for module in imports(ROOMS[name]):
        other = room_of(module)
        if other and other != own:
            assert FLOOR_OF[other] <= FLOOR_OF[own], f"{name} imports {module}"


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_used_in_its_rooms_only(library):
    users = {name for name, path in ROOMS.items() for module in imports(path) if module.split(".")[0] == library}
    assert users <= LIBRARIES[library]


@pytest.mark.parametrize("name", [name for name in ROOMS if name.startswith("commands/")])
def test_a_command_neither_prints_nor_knows_format_or_terminal(name):
    path = ROOMS[name]
    called = {node.func.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
              if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}  # fmt: skip
    assert "print" not in called
    modules = {module.split(".")[1] for module in imports(path) if module.startswith("nkfacts.")}
    assert modules.isdisjoint({"formats", "terminal", "answer", "program", "cli"})
    assert ".stdout" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in ROOMS if name.startswith("formats/")])
def test_a_format_knows_reports_not_facts(name):
    modules = {room_of(module) for module in imports(ROOMS[name])} - {None}
    assert modules <= {"amounts", "formats", "report", "terminal", "text"}


def test_no_room_is_too_large():
    assert {name for name, path in ROOMS.items() if len(path.read_text(encoding="utf-8").splitlines()) > 400} == set()


def test_no_topic_may_have_the_name_of_a_command():
    from nkfacts.commands import COMMANDS
    from nkfacts.record_rules import RESERVED_COMMANDS

    assert set(COMMANDS) <= RESERVED_COMMANDS
