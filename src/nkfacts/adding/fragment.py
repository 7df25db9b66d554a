"""Records read from a YAML fragment: one fact, a list of facts, or new records by part, with or without ids."""

import io
from collections.abc import Collection

from nkfacts.adding.placing import proposed_id
from nkfacts.adding.typed_days import node_as_filed
from nkfacts.errors import DataProblem, Problem
from nkfacts.hints import Any
from nkfacts.model.record import keys_of
from nkfacts.model.records import PARTS, Fact, Record
from nkfacts.reading.record_reader import read_record
from nkfacts.reading.tree import Fault, Mapping, Node, Place, Scalar, Sequence
from nkfacts.reading.yaml_events import UnreadableYaml, read_tree
from nkfacts.text import plural


def records_of(
    data: bytes, file: str, taken: Collection[str], filled: dict[str, str] | None = None
) -> list[tuple[str, Record]]:
    """Return the records of a fragment with their parts; a fact without an id is given one.

    Args:
        data: a mapping of a fact's keys, beside or instead of them the parts of a fact file; or a list of facts.
        file: its name, for problems.
        taken: the ids that there are already.
        filled: the keys that a fact has where the fragment does not say otherwise.

    Raises:
        DataProblem: the fragment has mistakes; it carries all of them.
    """
    # A list, as copied from a fact file, is read as the part that it comes from.
    beginning = _beginning(data)
    head = b"facts:\n" if beginning.startswith(b"- ") or beginning == b"-" else b""
    problems: list[Problem] = []

    def fault(place: Place, message: str, mend: str) -> None:
        problems.append(Problem(file, max(1, place.line - bool(head)), place.column, "", message, mend))

    records: list[tuple[str, Record]] = []
    try:
        tree = read_tree(io.BytesIO(head + data), fault).items if beginning else {}
    except UnreadableYaml as problem:
        fault(problem.place, problem.message, problem.mend)
    else:
        parts = {name: tree.pop(name)[1] for name in list(tree) if name in PARTS}
        ids = set(taken)
        for part, node in parts.items():
            for identity, member in _members(node):
                if part == "facts":
                    records.append((part, _read_fact(member, fault, ids, filled or {})))
                else:
                    records.append(
                        (part, read_record(PARTS[part], node_as_filed(PARTS[part], member), fault, identity))
                    )
        if tree:
            records.append(("facts", _read_fact(Mapping(Place(1 + bool(head), 1), tree), fault, ids, filled or {})))
    if not problems and not records:
        fault(Place(1, 1), "there is no record in it", f"write the keys of a fact: {', '.join(keys_of(Fact))}")
    if problems:
        count = plural(len(problems), "mistake")
        raise DataProblem(f"{file} has {count}, so nothing is added", "mend what is named above", problems)
    return records


def _read_fact(node: Node, fault: Fault, taken: set[str], filled: dict[str, str]) -> Any:
    """Read a fact, with a proposed id where it has none; the id is noted as taken. None when it is faulty."""
    node = node_as_filed(Fact, node)
    if isinstance(node, Mapping):
        given = {name: (node.place, Scalar(node.place, text, plain=True)) for name, text in filled.items()}
        node = Mapping(node.place, {**given, **node.items})
        if not _text(node, "id"):
            by, reported, figure, title = (_text(node, name) for name in ("by", "reported", "figure", "title"))
            proposal = Scalar(node.place, proposed_id(by, reported, figure or title, taken), plain=True)
            own: dict[str, tuple[Place, Node]] = {"id": (node.place, proposal)}
            node = Mapping(node.place, {**own, **node.items, **own})
        taken.add(_text(node, "id"))
    return read_record(Fact, node, fault)


def _text(node: Mapping, name: str) -> str:
    value = node.items.get(name)
    return value[1].text if value and isinstance(value[1], Scalar) and not value[1].is_null else ""


def _beginning(data: bytes) -> bytes:
    """Return the first line that is not empty and no comment; nothing where there is none."""
    lines = (line.strip() for line in data.removeprefix(b"\xef\xbb\xbf").splitlines())
    return next((line for line in lines if line and not line.startswith(b"#")), b"")


def _members(node: Node) -> list[tuple[Scalar | None, Node]]:
    if isinstance(node, Sequence):
        return [(None, item) for item in node.items]
    if isinstance(node, Mapping):
        return [(Scalar(place, name, plain=True), item) for name, (place, item) in node.items.items()]
    return [] if node.is_null else [(None, node)]
