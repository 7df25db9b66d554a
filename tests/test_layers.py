"""The files of the program: who may use whom, how large one may be, and that tests keep to what is public."""

import ast
from functools import cache
from pathlib import Path

import pytest

import nkfacts
from nkfacts.commands.registry import COMMANDS
from nkfacts.reading.rules import RESERVED_COMMANDS
from tests.support.files import ROOT

HOUSE = Path(nkfacts.__file__).parent
ROOMS = {path.relative_to(HOUSE).with_suffix("").as_posix(): path for path in HOUSE.rglob("*.py")}

# Each package may import those below it; those of one line never see each other.
ORDER = (
    "cli",
    "commands",
    "verifying",
    "ask adding citing exporting",
    "output",
    "drawing",
    "query",
    "index",
    "reading",
    "model",
    "english",
    "text",
    "errors quick_json _version",
    "hints",
)
# What answers a question has rooms of its own, of which each may import those before it.
ROOMS_OF_ASK = (
    "terms", "understanding", "gate", "weighing", "broad", "told", "common", "one", "both", "answering", "refusals",
    "shown",
)  # fmt: skip
FLOOR_OF = {package: -number for number, floor in enumerate(ORDER) for package in floor.split()}
LIBRARIES = {
    # What is quick to import takes the names of hints from there.
    "typing": {"hints", "cli/app"},
    "typer": {"cli/app", "cli/completion_scripts", "cli/run"},
    "resvg_py": {"output/pictures"},
    "rich": {"output/formats/rich_table", "cli/progress_bar"},
    "yaml": {
        "reading/yaml_events",
        "output/formats/yaml_document",
        "adding/emit",
        "adding/outline",
        "exporting/lossless",
    },
    "sqlite3": {"index", "query", "adding/addition", "exporting/database", "exporting/selecting"},
    "xlsxwriter": {"exporting/workbook"},
}
READERS = {
    "index", "query",
    # What the words of a question may mean, and which facts tell of them: a look-up for every word.
    "ask/terms/lexicon", "ask/terms/actions", "ask/gate/candidates", "ask/common/by_words", "ask/common/common", "ask/shown/many",
    "exporting/records", "exporting/database", "exporting/selecting",
}  # fmt: skip
"""Who asks the index, or a database of its own, in SQL."""


TESTS = {path.relative_to(ROOT / "tests").as_posix(): path for path in (ROOT / "tests").rglob("*.py")}
PUBLIC = {"_field_defaults", "_fields", "_replace", "_asdict", "_make"}
"""What named tuples call by a private name, so that it differs from their fields."""


@cache
def nodes(path):
    """Return all of a file's code, which several tests look through."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def imports(path):
    """Return every module that a file imports: also inside functions, and also what only type checkers read."""
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def room_of(module):
    """Return the room that an imported name of the package stands in; None outside it."""
    parts = module.split(".")
    if parts[0] != "nkfacts":
        return None
    names = ["/".join(parts[1:end]) for end in range(len(parts), 1, -1)]
    return next((name for each in names for name in (each, f"{each}/__init__") if name in ROOMS), "__init__")


@cache
def rooms_used_by(name):
    """Return the rooms from which a room imports."""
    return {room_of(module) for module in imports(ROOMS[name])} - {None, name}


def uses(beginning, *others):
    """Return which rooms of a beginning import from which, but for those with others as their beginnings."""
    return {
        (name, other)
        for name in ROOMS
        if name.startswith(beginning)
        for other in rooms_used_by(name)
        if not other.startswith(others)
    }


def test_a_room_imports_only_from_its_package_or_a_lower_one():
    packages = [
        (name, other, name.split("/")[0], other.split("/")[0])
        for name, other in uses("", "__init__")
        if name not in ("__init__", "__main__")
    ]
    assert len(packages) > 500
    assert [
        f"{name} imports {other}"
        for name, other, own, package in packages
        if package != own and FLOOR_OF[package] >= FLOOR_OF[own]
    ] == []


def test_a_room_of_ask_imports_only_from_itself_or_one_before_it():
    between = [(name.split("/")[1], other.split("/")[1]) for name, other in uses("ask/") if other.startswith("ask/")]
    assert {room for pair in between for room in pair} == set(ROOMS_OF_ASK)
    assert [f"{own} imports {other}" for own, other in between if place_of(other) > place_of(own)] == []


def place_of(room):
    return ROOMS_OF_ASK.index(room)


def test_no_circle_of_imports():
    waiting = {name: rooms_used_by(name) - {"__init__"} for name in ROOMS if name != "__init__"}
    while free := {name for name, others in waiting.items() if not others & waiting.keys()}:
        waiting = {name: others for name, others in waiting.items() if name not in free}
    assert not waiting


def test_only_the_command_line_and_its_commands_use_the_face():
    users = {name.split("/")[0] for name in ROOMS if "__init__" in rooms_used_by(name)}
    assert users <= {"cli", "commands"}


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_used_in_its_rooms_only(library):
    users = {name for name, path in ROOMS.items() for module in imports(path) if module.split(".")[0] == library}
    assert {name for name in users if not {name, name.split("/")[0]} & LIBRARIES[library]} == set()


def asks_in_sql(node):
    """Say whether something is a call that runs a query."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    of_known = ast.unparse(node.func.value).endswith("known")
    return node.func.attr in ("execute", "executemany", "executescript", "ranked") or (
        of_known and node.func.attr == "rows"
    )


def test_only_those_that_are_named_ask_in_sql():
    asking = {name for name, path in ROOMS.items() if any(map(asks_in_sql, nodes(path)))}
    assert {name for name in asking if not {name, name.split("/")[0]} & READERS} == set()
    assert {name for name in READERS if "/" in name} <= asking


def test_a_command_neither_prints_nor_knows_format_or_terminal():
    commands = {name: path for name, path in ROOMS.items() if name.startswith("commands/")}
    called = {
        (name, node.func.id)
        for name, path in commands.items()
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called
    assert {name for name, function in called if function == "print"} == set()
    assert {name for name, path in commands.items() if ".stdout" in path.read_text("utf-8")} == set()
    known = {pair for pair in uses("commands/") if pair[1].startswith(("output/formats", "output/terminal"))}
    # The option that picks a format lists them.
    assert known == {("commands/shared", "output/formats/__init__")}


def test_a_format_knows_reports_not_facts():
    allowed = {"hints", "model/amounts", "output/lines", "quick_json", "output/report", "output/terminal", "text"}
    assert {pair for pair in uses("output/formats/", "output/formats/") if pair[1] not in allowed} == set()


def test_a_drawing_knows_points_not_facts():
    allowed = {"hints", "model/amounts", "model/dates", "text"}
    assert {pair for pair in uses("drawing/", "drawing/") if pair[1] not in allowed} == set()


def test_no_room_is_too_large():
    assert {name for name, path in ROOMS.items() if len(path.read_text("utf-8").splitlines()) > 300} == set()


def test_no_topic_may_have_the_name_of_a_command():
    assert set(COMMANDS) <= RESERVED_COMMANDS


def is_private(name):
    last = name.rpartition(".")[2]
    return last.startswith("_") and not last.startswith("__") and last not in PUBLIC


def names_used_of_others(path):
    """Yield every name that a file takes from another module: imported, as an attribute, or written to replace it."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.Attribute) and not (isinstance(node.value, ast.Name) and node.value.id == "self"):
            yield node.attr
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
            "getattr", "setattr", "delattr",
        ):  # fmt: skip
            yield from (
                each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )


def test_no_test_touches_a_private_name():
    assert {name for name, path in TESTS.items() if any(map(is_private, names_used_of_others(path)))} == set()
