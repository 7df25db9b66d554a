"""Lists of a sentence: the things that are named one after the other behind one verb or one number.

What is said of a list is said of each of its items; with one item in place of the list a sentence tells of that alone.
"""

from collections.abc import Iterator, Sequence

from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.hints import NamedTuple
from nkfacts.text import fold
from nkfacts.verifying.passages import Passage, Row
from nkfacts.verifying.sentences import Word
from nkfacts.verifying.wording import NOUNS_TOO, SAYS

_AND = frozenset(("and", "or", "plus"))
_LONGEST = 6
"""The words of an item; what has more is a clause."""

_LATER = frozenset(("later", "then", "also", "now"))

_BREAKS = (
    (w.PREPOSITIONS | w.CONJUNCTIONS | w.AUXILIARIES | w.PRONOUNS) - _AND
    | (SAYS - NOUNS_TOO)
    | frozenset(("not", "also", "both"))
)
"""Words that stand in no item."""

_AMONG = (("among", "them"), ("including",), ("such", "as"), ("among", "others"))
"""Words behind which some of what was named before are listed."""

_RELATIVES = frozenset(("which", "who", "that", "while", "as"))


class Item(NamedTuple):
    """An item of a list, with the rows of words that tell of it alone."""

    row: Row
    rows: tuple[Row, ...]


def places_of(question: Question, words: Sequence[Word]) -> list[int]:
    """Return of each token of a question the place of its word in the sentence that it is of."""
    places: list[int] = []
    at = 0
    for token in question.tokens:
        place = next((p for p in range(at, len(words)) if token.word in _parts(words[p])), at)
        places.append(place)
        at = place if len(_parts(words[place])) > 1 else min(place + 1, len(words) - 1)
    return places


def _parts(word: Word) -> list[str]:
    bare = word.typed.removesuffix("'s").removesuffix("\u2019s")
    return [word.folded, *fold(bare).split()] if bare != word.typed else (fold(bare).split() or [word.folded])


def items_of(passage: Passage, question: Question) -> list[list[Item]]:
    """Return the lists of a sentence, each with those of its items that no number counts.

    Args:
        passage: the sentence.
        question: it, as ``ask`` reads it.
    """
    found = _Finder(passage, question)
    return [items for rows in found.lists() if (items := found.items(rows))]


def rows_alone(passage: Passage, question: Question, number: int) -> tuple[Row, ...]:
    """Return the rows of a sentence that tell of the item of a list alone that a number counts; none outside of lists.

    Args:
        passage: the sentence.
        question: it, as ``ask`` reads it.
        number: which of its numbers.
    """
    place = passage.amounts[number].first
    for rows in _Finder(passage, question).lists():
        for row in rows:
            if row[0] <= place < row[1]:
                return ((0, rows[0][0]), row, (rows[-1][1], len(passage.words)))
    return ()


class _Finder:
    def __init__(self, passage: Passage, question: Question) -> None:
        self._words = passage.words
        places = places_of(question, passage.words)
        self._mention: dict[int, Mention] = {}
        for mention in question.mentions:
            for token in range(mention.start, mention.end):
                self._mention[places[token]] = mention
        self._numbers = {p for amount in passage.amounts for p in range(amount.first, amount.last)}
        times = {p for moment in passage.moments for p in range(moment.first, moment.last)}
        self._breaking = times | {
            p for p, word in enumerate(self._words)
            if p not in self._numbers and (word.folded in _BREAKS or self._is_deed(p, question))
        }  # fmt: skip

    def _is_deed(self, place: int, question: Question) -> bool:
        mention = self._mention.get(place)
        if mention is None:
            return False
        if mention.claims or mention.kind not in ("action", "light"):
            # Who does it, or to whom it is done, is no part of what is listed: sold Russia shells and oil.
            return mention.claims or (mention.kind == "name" and mention.verb >= 0 and not _is_thing(mention))
        noun = any(m.is_noun or m.shape == "noun" for m in mention.meanings)
        acts = mention.text.endswith("ing") and self._is_said_of(place + 1, mention)
        return not noun or acts or is_verb(mention, question.tokens)

    def _is_said_of(self, place: int, deed: Mention) -> bool:
        """Say whether what a deed is done to stands at a place: sending troops."""
        mention = self._mention.get(place)
        return mention is not None and mention is not deed and mention.kind in ("thing", "name")

    def lists(self) -> Iterator[list[Row]]:
        """Yield the rows of the items of each list."""
        words = self._words
        for place in range(1, len(words) - 1):
            if words[place].folded not in _AND or words[place - 1].stop not in ("", ","):
                continue
            last = self._run_behind(self._behind_preposition(place))
            rows = [last]
            end = place
            while True:
                first = self._run_before(end)
                if first == end or not self._may_be_item((first, end), is_first=self._opens(first)):
                    break
                rows.insert(0, (first, end))
                if self._opens(first):
                    break
                end = first
            if len(rows) > 1 and self._may_be_item(last, is_first=False) and not self._starts_a_clause(rows):
                yield rows

    def _behind_preposition(self, place: int) -> int:
        """Return where an item begins behind the word that joins it: by sea, and later by rail."""
        words, at = self._words, place + 1
        at += words[at].folded in _LATER and at + 2 < len(words)
        before = self._run_before(place) - 1
        again = words[at].folded in w.PREPOSITIONS and before >= 0 and words[before].folded == words[at].folded
        return at + 1 if again else place + 1

    def _run_behind(self, first: int) -> Row:
        end = first
        while end < len(self._words) and end not in self._breaking and self._words[end].folded not in _AND:
            end += 1
            if self._words[end - 1].stop:
                break
        return first, end

    def _run_before(self, end: int) -> int:
        first = end
        while first and first - 1 not in self._breaking and self._words[first - 1].folded not in _AND:
            if first < end and self._words[first - 1].stop:
                break
            first -= 1
        # A number stands at the head of what it counts.
        return next(
            (p for p in range(end - 1, first - 1, -1) if p in self._numbers and p - 1 not in self._numbers), first
        )

    def _opens(self, first: int) -> bool:
        """Say whether an item is the first of its list: no comma stands before it."""
        return first == 0 or self._words[first - 1].stop != ","

    def _may_be_item(self, row: Row, *, is_first: bool) -> bool:
        mentions = self._in(row)
        if not 0 < row[1] - row[0] <= _LONGEST + is_first or not mentions:
            return False
        return not any(m.kind in ("name", "figure") and not _is_thing(m) for m in mentions) and any(
            m.kind in ("thing", "word") or _is_thing(m) for m in mentions
        )

    def _in(self, row: Row) -> list[Mention]:
        found = (self._mention.get(p) for p in range(*row) if p not in self._numbers)
        return list(dict.fromkeys(m for m in found if m is not None))

    def _starts_a_clause(self, rows: Sequence[Row]) -> bool:
        """Say whether what follows the word that joins begins a clause of its own: shells came and missiles hit."""
        behind, before = rows[-1][1], rows[0][0] - 1
        acts = behind in self._breaking and (self._is_verb(behind) or self._words[behind].folded in w.AUXILIARIES)
        return acts and self._is_verb(before) and not self._words[behind - 1].stop

    def _is_verb(self, place: int) -> bool:
        mention = self._mention.get(place)
        return mention is not None and mention.kind in ("action", "light") and place in self._breaking

    def items(self, rows: Sequence[Row]) -> list[Item]:
        """Return the items of a list that no number counts; of the contents of what is counted none."""
        first, last = rows[0][0], rows[-1][1]
        if not any(m.kind == "thing" for row in rows for m in self._in(row)) or self._is_content(first):
            return []
        begin = self._behind_heading(first)
        end = self._clause_end(last)
        nation = self._nation(rows[0])
        return [
            Item(row, ((0, begin), *([] if row is rows[0] else [nation]), row, (last, end)))
            for row in rows if self._numbers.isdisjoint(range(*row))
        ]  # fmt: skip

    def _nation(self, row: Row) -> Row:
        """Return the words of a nation before the first item, told of the others too: sold Japan shells and oil."""
        first = next((p for p in range(*row) if p not in self._numbers), row[1])
        end = first
        if any(m.nation is not None for m in self._in(row)):
            while end < row[1] and self._words[end].typed[:1].isupper():
                end += 1
        return first, end

    def _is_content(self, first: int) -> bool:
        """Say whether a list is of what something counted is made of: 28,000 containers of shells and arms."""
        near = range(max(0, first - 4), first)
        return first > 0 and self._words[first - 1].folded == "of" and not self._numbers.isdisjoint(near)

    def _behind_heading(self, first: int) -> int:
        """Return where the words end that are read before an item: without those of whom it is one."""
        for phrase in _AMONG:
            begin = first - len(phrase)
            if begin > 0 and tuple(word.folded for word in self._words[begin:first]) == phrase:
                head = [p for p in range(max(0, begin - _LONGEST), begin) if p in self._numbers]
                return head[0] if head else begin
        return first

    def _clause_end(self, last: int) -> int:
        """Return where the words end that are read behind a list: before a clause that only follows."""
        words = self._words
        if last < len(words) and words[last - 1].stop:
            opening = words[last].folded
            if opening in _RELATIVES or opening.endswith("ing"):
                return last
        return len(words)


def _is_thing(mention: Mention) -> bool:
    return any(m.part == "things" for m in mention.meanings)
