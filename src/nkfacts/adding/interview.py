"""The questions about a fact, made from the keys of the model, and about the new records it names."""

from typing import Any

from nkfacts.adding import dialogue
from nkfacts.adding.drafts import checked, mapping_of, scalar_node, value_faults
from nkfacts.adding.placing import proposed_id
from nkfacts.errors import UnknownName
from nkfacts.model.record import Key, Nested, keys_of
from nkfacts.model.records import PARTS, SINGULAR, Fact, Record
from nkfacts.model.types import Choice, Flag, ListOf, Type, is_identifier
from nkfacts.query.base import Base
from nkfacts.reading.tree import Node, Scalar, Sequence
from nkfacts.text import fold, listing

_LATER = ("id", "tags", "scope", "rank", "rank_reason", "supersedes", "note")
"""Keys of a fact that are asked for on demand only, and its id, which is proposed at the end."""

_AMOUNTS = ("value", "low", "high", "words")
_ADDABLE = ("entities", "sources", "figures")


class Interview:
    """A conversation that ends in a fact, and in the new records that it needs.

    Args:
        base: the fact base it is added to.
        nodes: what is known of the fact already, by key.
        taken: the ids that there are.
    """

    def __init__(self, base: Base, nodes: dict[str, Node], taken: set[str]) -> None:
        self._base = base
        self._nodes = nodes
        self._taken = taken
        self._new: dict[tuple[str, str], Record] = {}

    def records(self) -> list[tuple[str, Record]]:
        """Ask for whatever is missing or wrong and return the new records, the fact last."""
        dialogue.say("Enter leaves out what need not be there; TAB completes ids; Ctrl-C ends it, nothing written.")
        for name, key in keys_of(Fact).items():
            if name not in self._nodes and name not in _LATER and not self._is_needless(name):
                self._answer(key, self._nodes)
        return self.finished()

    def finished(self) -> list[tuple[str, Record]]:
        """Return the new records once the fact is without mistakes; asks again for the keys that are at fault."""
        if "id" not in self._nodes:
            self._nodes["id"] = scalar_node(keys_of(Fact)["id"].type, self._proposal())
        fact = self._mended(Fact, self._nodes)
        return [*((part, record) for (part, _), record in self._new.items()), ("facts", fact)]

    def change(self, name: str) -> bool:
        """Ask for one key of the fact again; False when the name is none of its keys."""
        key = keys_of(Fact).get(name)
        if key is not None:
            self._answer(key, self._nodes)
        return key is not None

    def _proposal(self) -> str:
        def text(name: str) -> str:
            node = self._nodes.get(name)
            return node.text if isinstance(node, Scalar) else ""

        return proposed_id(text("by"), text("reported"), text("figure") or text("title"), self._taken)

    def _is_needless(self, name: str) -> bool:
        """Say whether the answers so far leave no room for a key: an event has no amount, an amount one form."""
        if "figure" not in self._nodes:
            return name in (*_AMOUNTS, "qualifier")
        if name in ("topic", "title"):
            return True
        given = [amount for amount in _AMOUNTS if amount in self._nodes]
        return name in _AMOUNTS and bool(given) and not (name == "high" and given == ["low"])

    def _mended(self, record: type[Any], nodes: dict[str, Node]) -> Any:
        while True:
            made, faults = checked(record, nodes)
            if made is not None:
                return made
            for fault in faults:
                dialogue.say(f"  {fault.message} ({fault.mend})")
            for name in dict.fromkeys(fault.key for fault in faults):
                self._answer(keys_of(record)[name], nodes)

    def _answer(self, key: Key, nodes: dict[str, Node]) -> None:
        """Ask for a key until the answer is one that it can have; an empty answer leaves the key out."""
        node = self._nested(key.type.item) if _is_nested(key.type) else self._value(key)  # type: ignore[attr-defined]
        if node is None:
            nodes.pop(key.name, None)
        else:
            nodes[key.name] = node

    def _nested(self, type_: Nested) -> Node | None:
        """Ask for the records of a list, one after the other, until the first key of one is left empty."""
        pieces: list[Node] = []
        while True:
            nodes: dict[str, Node] = {}
            for number, key in enumerate(keys_of(type_.record).values()):
                node = self._value(key, optional=bool(pieces) or number > 0)
                if node is not None:
                    nodes[key.name] = node
                elif not number:
                    return Sequence(mapping_of({}).place, pieces) if pieces else None
            pieces.append(mapping_of(nodes))

    def _value(self, key: Key, *, optional: bool = False) -> Node | None:
        type_ = key.type
        item = type_.item if isinstance(type_, ListOf) else type_
        needed = key.required and not optional
        remarks = [*(["optional"] if not needed else []), *(["several parted by commas"] if item is not type_ else [])]
        # On a line of its own: readline shifts a question that is wider than the screen out of sight.
        dialogue.say(f"{key.name}: {key.doc}{f' ({listing(remarks)})' if remarks else ''}")
        while True:
            words = dialogue.ask(">", self._choices(item))
            if not words:
                if not needed:
                    return None
                dialogue.say(f"  {key.name} must be there")
                continue
            texts = [text.strip() for text in words.split(",") if text.strip()] if type_ is not item else [words]
            known = [self._known(item.links_to, text) for text in texts] if item.links_to else list(texts)
            if None in known:
                continue
            nodes: list[Node] = [scalar_node(item, text) for text in known if text is not None]
            node = Sequence(mapping_of({}).place, nodes) if type_ is not item else nodes[0]
            faults = value_faults(key.name, type_, node)
            if not faults:
                return node
            for fault in faults:
                dialogue.say(f"  {fault.message} ({fault.mend})")

    def _choices(self, type_: Type) -> list[str]:
        if type_.links_to:
            return [*self._base.names(type_.links_to), *(id_ for part, id_ in self._new if part == type_.links_to)]
        if isinstance(type_, Choice):
            return list(type_.words)
        return ["true", "false"] if isinstance(type_, Flag) else []

    def _known(self, part: str, name: str) -> str | None:
        """Return the id that a name leads to; offers the nearest and a new record; None when to be asked again."""
        if (part, name) in self._new:
            return name
        try:
            id_ = self._base.resolve(part, name)
        except UnknownName as unknown:
            dialogue.say(f"  {unknown.message} ({unknown.mend})")
            if part in _ADDABLE and dialogue.confirm(f"  add {name!r} as a new {SINGULAR[part]}?"):
                return self._added(part, name)
            return None
        if id_ != name:
            dialogue.say(f"  {id_}")
        return id_

    def _added(self, part: str, name: str) -> str:
        record = PARTS[part]
        keys = keys_of(record)
        proposal = name if not value_faults("id", keys["id"].type, scalar_node(keys["id"].type, name)) else ""
        if not proposal and is_identifier(slug := fold(name).replace(" ", "-")) and not value_faults(
            "id", keys["id"].type, scalar_node(keys["id"].type, slug)
        ):  # fmt: skip
            proposal = slug
        dialogue.say(f"  The new {SINGULAR[part]}: {listing(keys)}")
        nodes: dict[str, Node] = {}
        if proposal and (not self._taken & {proposal}):
            nodes["id"] = scalar_node(keys["id"].type, proposal)
            dialogue.say(f"  id: {proposal}")
        for key_name, key in keys.items():
            if key_name not in nodes:
                self._answer(key, nodes)
        made = self._mended(record, nodes)
        self._new[part, made.id] = made
        self._taken.add(made.id)
        return str(made.id)


def _is_nested(type_: Type) -> bool:
    return isinstance(type_, ListOf) and isinstance(type_.item, Nested)
