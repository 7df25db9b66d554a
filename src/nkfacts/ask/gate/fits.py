"""Whether words of a question mean what fills a slot of a frame."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from nkfacts.ask.terms.lexicon import Lexicon, Meaning
from nkfacts.ask.terms.views import Filled
from nkfacts.ask.understanding.question import Mention
from nkfacts.hints import Any

_PLACES = ("what", "where", "to", "from")
"""Slots in which a body does not stand for its country: who visits its embassy does not visit it."""


class Fitting:
    """Compares the mentions of a question with fillers of frames.

    Args:
        lexicon: the names and words of the base.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[int, tuple[Mention, _Fillers]] = {}

    def fits(self, mention: Mention, filler: str) -> bool:
        """Say whether a mention means a filler, or something wider: weapons mean shells, shells do not mean weapons."""
        return self._known_of(mention)[filler]

    def fits_any(self, mention: Mention, fillers: Iterable[str]) -> bool:
        """Say whether a mention means any of some fillers."""
        return any(map(self._known_of(mention).__getitem__, fillers))

    def slots(self, mention: Mention, slots: Filled) -> list[str]:
        """Return the slots of which a filler is what a mention means."""
        known = self._known_of(mention)
        if known.has_none_of(slots.ids):
            return []
        found = [(slot, filler) for slot, fillers in slots.items() for filler in fillers if known[filler]]
        if found and self.is_nation(mention):
            return [slot for slot, filler in found if not (slot in _PLACES and self.is_somebody(filler))]
        return [slot for slot, _ in found]

    def _known_of(self, mention: Mention) -> "_Fillers":
        """Return which fillers a mention means, and what it is."""
        found = self._known.get(id(mention))
        if found is None:
            # With the mention, so that no other gets its identity; to look for its meanings each time is slow.
            compared: dict[Any, _Fillers] = self._lexicon.compared
            key = mention.meanings, mention.nation
            if key not in compared:
                compared[key] = _Fillers(Fitting(self._lexicon), self._lexicon, mention)
            found = self._known[id(mention)] = mention, compared[key]
        return found[1]

    def means(self, mention: Mention, filler: str) -> bool:
        """Say the same as ``fits``, compared anew."""
        return any(self._means(meaning, mention.nation, filler) for meaning in mention.meanings)

    def _means(self, meaning: Meaning, nation: str | None, filler: str) -> bool:
        lexicon = self._lexicon
        if meaning.part == "entities":
            return self._names(meaning.id, filler)
        if meaning.part == "things":
            if meaning.id in lexicon.isa(filler):
                # Goods of no nation in an account are, unless it says so, those of its subjects.
                own = self.nation_of(filler)
                return nation is None or own == nation or (own is None and nation in lexicon.subjects)
            if meaning.id in lexicon.offices:
                return lexicon.has_held(filler, meaning.id, nation)
            return False
        return meaning.part == "actions" and meaning.id in lexicon.isa(filler)

    def speaks_for(self, mention: Mention, claimant: str) -> bool:
        """Say whether a claimant is what a mention names, or a body or person of it: a ministry for its country."""
        return any(m.part == "entities" and m.id in self._lexicon.within(claimant) for m in mention.meanings)

    def _names(self, entity: str, filler: str) -> bool:
        """Say whether an entity stands for a filler: all that it takes in, or the country that it leads."""
        lexicon = self._lexicon
        if entity in lexicon.within(filler) or lexicon.region_named_like(entity) == filler:
            return True
        if entity in lexicon.countries:
            # The Koreans, Ukraine: whoever or whatever is of that country.
            return self.nation_of(filler) == entity
        return filler in lexicon.countries and lexicon.leads(entity) == filler

    def nation_of(self, filler: str) -> str | None:
        """Return the country of a thing or entity; None where it has none."""
        return self._lexicon.nation_of(filler)

    def has_nation(self, nation: str, slots: Mapping[str, Sequence[str]]) -> bool:
        """Say whether anything that fills some slots is of a country, or of none."""
        nations = {self.nation_of(filler) for fillers in slots.values() for filler in fillers} - {None}
        return not nations or nation in nations

    def actions(self, mention: Mention) -> frozenset[str]:
        """Return the actions that a mention may mean."""
        return self._known_of(mention).actions

    def figures(self, mention: Mention) -> frozenset[str]:
        """Return the figures that a mention may mean."""
        return self._known_of(mention).figures

    def is_population(self, mention: Mention) -> bool:
        """Say whether a mention is of people: who they are decides what is asked."""
        return self._known_of(mention).is_population

    def is_nation(self, mention: Mention) -> bool:
        """Say whether a mention may be of a country."""
        return self._known_of(mention).is_nation

    def is_person(self, mention: Mention) -> bool:
        """Say whether a mention may be of a person or body."""
        return self._known_of(mention).is_person

    def is_somebody(self, filler: str) -> bool:
        """Say whether what fills a slot is a person or body: an entity that is no place."""
        return self._lexicon.is_entity(filler) and not self._lexicon.is_place(filler)

    def is_place(self, mention: Mention) -> bool:
        """Say whether a mention can only be a place."""
        return self._known_of(mention).is_place


class _Fillers(dict[str, bool]):
    """Whether each filler that was asked for is what a mention means, and what the mention is by its meanings."""

    def __init__(self, fitting: Fitting, lexicon: Lexicon, mention: Mention) -> None:
        super().__init__()
        self._fitting, self._lexicon, self._mention = fitting, lexicon, mention
        self._asked: set[str] = set()
        self._meant: set[str] = set()

    def __missing__(self, filler: str) -> bool:
        found = self[filler] = self._fitting.means(self._mention, filler)
        return found

    def has_none_of(self, fillers: frozenset[str]) -> bool:
        """Say whether the mention means none of some fillers."""
        if not fillers <= self._asked:
            for filler in fillers - self._asked:
                if self[filler]:
                    self._meant.add(filler)
            self._asked |= fillers
        return self._meant.isdisjoint(fillers)

    def _of(self, part: str) -> frozenset[str]:
        return frozenset(meaning.id for meaning in self._mention.meanings if meaning.part == part)

    @cached_property
    def actions(self) -> frozenset[str]:
        return self._of("actions")

    @cached_property
    def figures(self) -> frozenset[str]:
        return self._of("figures")

    @cached_property
    def is_population(self) -> bool:
        return any(map(self._lexicon.is_people, self._of("things")))

    @cached_property
    def is_nation(self) -> bool:
        return not self._lexicon.countries.isdisjoint(self._of("entities"))

    @cached_property
    def is_person(self) -> bool:
        return not all(map(self._lexicon.is_place, self._of("entities")))

    @cached_property
    def is_place(self) -> bool:
        named = self._of("entities") | self._of("things")
        return bool(named) and all(map(self._lexicon.is_place, named))
