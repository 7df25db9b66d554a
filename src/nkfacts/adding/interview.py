"""The questions about a fact, made from the keys of the model, and about the new records it names."""

from nkfacts.adding import dialogue
from nkfacts.adding.drafts import Given, Mistake, checked, checked_value, given_in, listed_record
from nkfacts.adding.placing import proposed_id
from nkfacts.adding.typed_days import as_filed
from nkfacts.errors import UnknownName
from nkfacts.hints import Any
from nkfacts.model.record import Key, is_plain, keys_of
from nkfacts.model.records import PARTS, SINGULAR, Fact, Record
from nkfacts.model.types import Choice, Flag, ListOf, Type
from nkfacts.query.base import Base
from nkfacts.text import fold, listing

_LATER = (
    "id", "tags", "event", "main", "events", "asked", "scope", "rank", "rank_reason", "supersedes", "disputes",
    "note",
)  # fmt: skip
"""Keys of a fact that are asked for on demand only, and its id, which is proposed at the end."""

_UNASKED = ("isa", "held", "capital", "counts", "asked")
"""Keys of other new records that are not asked for: what they mean is written into the file by who curates it."""

_AMOUNTS = ("value", "low", "high", "words")
_ADDABLE = ("entities", "sources", "figures")


class Interview:
    """A conversation that ends in a fact, and in the new records that it needs.

    Args:
        base: the fact base it is added to.
        given: what is known of the fact already.
        taken: the ids that there are.
    """

    def __init__(self, base: Base, given: Given, taken: set[str]) -> None:
        self._base = base
        self._given = given
        self._taken = taken
        self._new: dict[tuple[str, str], Record] = {}

    def records(self) -> list[tuple[str, Record]]:
        """Ask for whatever is missing or wrong and return the new records, the fact last."""
        dialogue.say("Enter leaves out what need not be there; TAB completes ids; Ctrl-C ends it, nothing written.")
        for name, key in keys_of(Fact).items():
            if name not in self._given and name not in _LATER and not self._is_needless(name):
                self._answer(key, self._given)
        return self.finished()

    def finished(self) -> list[tuple[str, Record]]:
        """Return the new records once the fact is without mistakes; asks again for the keys that are at fault."""
        if "id" not in self._given:
            by, reported, figure, title = (self._given.get(name, "") for name in ("by", "reported", "figure", "title"))
            self._given["id"] = proposed_id(by, reported, figure or title or "event", self._taken)
        fact = self._mended(Fact, self._given)
        return [*((part, record) for (part, _), record in self._new.items()), ("facts", fact)]

    def change(self, name: str) -> bool:
        """Ask for one key of the fact again; False when the name is none of its keys."""
        key = keys_of(Fact).get(name)
        if key is not None:
            self._answer(key, self._given)
        return key is not None

    def _is_needless(self, name: str) -> bool:
        """Say whether the answers so far leave no room for a key: an event has no amount, an amount one form."""
        if "figure" not in self._given:
            return name in (*_AMOUNTS, "qualifier")
        if name in ("topic", "title"):
            return True
        amounts = [amount for amount in _AMOUNTS if amount in self._given]
        return name in _AMOUNTS and bool(amounts) and not (name == "high" and amounts == ["low"])

    def _mended(self, record: type[Any], given: Given) -> Any:
        while True:
            made, mistakes = checked(record, given)
            if made is not None:
                return made
            _explain(mistakes)
            for name in dict.fromkeys(mistake.key for mistake in mistakes):
                self._answer(keys_of(record)[name], given)

    def _answer(self, key: Key, given: Given) -> None:
        """Ask for a key until the answer is one that it can have; an empty answer leaves the key out."""
        answer: Any
        if (nested := listed_record(key.type)) is None:
            answer = self._value(key)
        elif is_plain(key.type):
            answer = self._nested(nested)
        else:
            answer = _lines(key)
        if answer is None:
            given.pop(key.name, None)
        else:
            given[key.name] = answer

    def _nested(self, record: type[Any]) -> list[Given] | None:
        """Ask for the records of a list, one after the other, until the first key of one is left empty."""
        first, *others = keys_of(record).values()
        pieces: list[Given] = []
        while (answer := self._value(first, optional=bool(pieces))) is not None:
            piece = {first.name: answer}
            for own in others:
                if (answer := self._value(own, optional=True)) is not None:
                    piece[own.name] = answer
            pieces.append(piece)
        return pieces or None

    def _value(self, key: Key, *, optional: bool = False) -> str | list[str] | None:
        item = key.type.item if isinstance(key.type, ListOf) else key.type
        is_list = item is not key.type
        needed = key.required and not optional
        remarks = [*(["optional"] if not needed else []), *(["several parted by commas"] if is_list else [])]
        # On a line of its own: readline shifts a question that is wider than the screen out of sight.
        dialogue.say(f"{key.name}: {key.doc}{f' ({listing(remarks)})' if remarks else ''}")
        while True:
            words = dialogue.ask(">", self._choices(item))
            if not words:
                if not needed:
                    return None
                dialogue.say(f"  {key.name} must be there")
                continue
            texts = [text.strip() for text in words.split(",") if text.strip()] if is_list else [words]
            known = [self._known(item.links_to, text) if item.links_to else text for text in texts]
            answers = [text for text in known if text is not None]
            if len(answers) < len(known):
                continue
            answer: str | list[str] = as_filed(key.type, answers if is_list else answers[0])
            _, mistakes = checked_value(key, answer)
            if not mistakes:
                return answer
            _explain(mistakes)

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
        keys = keys_of(PARTS[part])
        dialogue.say(f"  The new {SINGULAR[part]}: {listing(name for name in keys if name not in _UNASKED)}")
        given: Given = {}
        for id_ in (name, fold(name).replace(" ", "-")):
            if not given and id_ not in self._taken and not checked_value(keys["id"], id_)[1]:
                given["id"] = id_
                dialogue.say(f"  id: {id_}")
        for key_name, key in keys.items():
            if key_name not in given and key_name not in _UNASKED:
                self._answer(key, given)
        made = self._mended(PARTS[part], given)
        self._new[part, made.id] = made
        self._taken.add(made.id)
        return str(made.id)


def _lines(key: Key) -> list[Given] | None:
    """Ask for records that have lists in them, each a line in braces as in the file, until a line is left empty."""
    dialogue.say(f"{key.name}: {key.doc} (optional and one a line, in braces as in the file)")
    pieces: list[Given] = []
    while line := dialogue.ask(">"):
        piece, mistakes = given_in(line, key)
        if piece is not None:
            pieces.append(piece)
        _explain(mistakes)
    return pieces or None


def _explain(mistakes: list[Mistake]) -> None:
    for mistake in mistakes:
        dialogue.say(f"  {mistake.message} ({mistake.mend})")
