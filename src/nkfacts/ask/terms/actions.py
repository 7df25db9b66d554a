"""The actions of an index: which parts of a sentence fill their slots, which are akin, and which undo others."""

from collections.abc import Iterable
from functools import cached_property

from nkfacts.hints import NamedTuple
from nkfacts.query.known import Known
from nkfacts.quick_json import decoded


class ActionRoles(NamedTuple):
    """Which slots the parts of a sentence with an action's verb may fill."""

    subject: tuple[str, ...]
    object: tuple[str, ...]
    inverse_subject: tuple[str, ...]
    inverse_object: tuple[str, ...]
    symmetric: bool


_USUAL_SLOTS: tuple[tuple[str, ...], ...] = (("who",), ("what", "whom"), ("whom", "what"), ("what",))
"""The slots of an action that names none of its own, in the order of ``ActionRoles``."""


class Actions:
    """The actions of an index, each looked up once.

    Args:
        known: an open index.
    """

    def __init__(self, known: Known) -> None:
        self._index = known.connection
        self._related: dict[str, frozenset[str]] = {}
        self._roles: dict[str, ActionRoles] = {}

    def __contains__(self, id_: object) -> bool:
        """Say whether an id is that of an action, and of nothing that fills a slot otherwise."""
        return id_ in self._ids

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(id_ for (id_,) in self._index.execute("SELECT id FROM action"))

    def related(self, action: str) -> frozenset[str]:
        """Return an action with all that it is a kind of, and all that are a kind of it."""
        if action not in self._related:
            wider = self._index.execute("SELECT ancestor FROM isa WHERE id = ?", (action,))
            narrower = self._index.execute("SELECT id FROM isa WHERE ancestor = ?", (action,))
            self._related[action] = frozenset((action, *(id_ for rows in (wider, narrower) for (id_,) in rows)))
        return self._related[action]

    def roles(self, action: str) -> ActionRoles:
        """Return which slots the subject and object of an action's verbs may fill."""
        if action not in self._roles:
            row = self._index.execute(
                "SELECT subject, object, inverse_subject, inverse_object, symmetric FROM action WHERE id = ?", (action,)
            ).fetchone()
            *own, symmetric = row or (None, None, None, None, False)
            subject, object_, inverse_subject, inverse_object = (
                default if text is None else tuple(decoded(text))
                for text, default in zip(own, _USUAL_SLOTS, strict=True)
            )
            self._roles[action] = ActionRoles(
                subject, object_, inverse_subject, inverse_object, symmetric=bool(symmetric)
            )
        return self._roles[action]

    def undone_by(self, action: str, others: Iterable[str]) -> bool:
        """Say whether an action ends or takes back one of some others: who is dismissed was appointed before."""
        undone = self._undone.get(action)
        return undone is not None and not undone.isdisjoint(others)

    @cached_property
    def _undone(self) -> dict[str, frozenset[str]]:
        rows = self._index.execute("SELECT id, undoes FROM action WHERE undoes IS NOT NULL")
        return {id_: frozenset(decoded(undoes)) for id_, undoes in rows}
