"""A sentence with its numbers, its times and who says it: which of these belong to which of its numbers."""

from collections.abc import Iterator, Sequence

from nkfacts.hints import NamedTuple
from nkfacts.text import fold
from nkfacts.verifying.amounts import MANY, Amount
from nkfacts.verifying.moments import Moment
from nkfacts.verifying.sentences import Sentence, Word
from nkfacts.verifying.sources import NOBODY as NO_SOURCES
from nkfacts.verifying.sources import Sources
from nkfacts.verifying.wording import AHEAD, DEEDS_TOO, DENIES, JOINERS, NOBODY, NOT, NOUNS_TOO, PARTS, SAYS, WHERE

_OPENING = 6
"""The words with which a sentence may say where it happened, before a mark."""

_HEAD = 30
"""The words before a piece that are read with it."""

_ADDRESS = 9
"""The words, "that" among them, in which is told to whom and when something was said."""

_MOST_AMOUNTS = 20
"""The numbers of a sentence that are read; what has more is a table."""

SMALL = 12
"""The largest number that claims nothing in words, unless something is counted by it."""

Row = tuple[int, int]
"""The places of a row of words: of the first, and behind the last."""


class Passage(NamedTuple):
    """A sentence with what stands in it.

    Attributes:
        text: the whole text.
        sentence: the sentence.
        amounts: its numbers.
        moments: its times.
        sources: who is said to say it.
    """

    text: str
    sentence: Sentence
    amounts: Sequence[Amount]
    moments: Sequence[Moment]
    sources: Sources = NO_SOURCES

    @property
    def words(self) -> Sequence[Word]:
        """The words of the sentence."""
        return self.sentence.words

    @property
    def is_ahead(self) -> bool:
        """Whether something in it may be of what is to come; in May nothing is."""
        times = {p for moment in self.moments for p in range(moment.first, moment.last)}
        return any(word.folded in AHEAD and p not in times for p, word in enumerate(self.words))

    @property
    def is_whole(self) -> bool:
        """Whether a mark ends it, or nothing but it is in the text: headings claim nothing."""
        behind = self.text[self.sentence.end : self.sentence.end + 3].strip()[:1]
        ends = bool(behind) and behind in '.!?\u2026"\u201d\u2019)'
        return ends or len(self.text.strip()) == self.sentence.end - self.sentence.start

    def tells(self, number: int) -> bool:
        """Say whether it may tell what a number of it is: no table does."""
        return number < _MOST_AMOUNTS

    def is_in_passing(self, number: int) -> bool:
        """Say whether a number is a small one in words, or many, which claims nothing unless a figure counts it."""
        amount = self.amounts[number]
        if amount.words == MANY:
            return True
        small = amount.high is not None and amount.high <= SMALL and not amount.unit
        return small and self.words[amount.core].typed.isalpha()

    def is_part(self, number: int) -> bool:
        """Say whether a number is told of so many of the next: 600 of 15,000, 600 out of the 15,000."""
        if not 0 <= number < len(self.amounts) - 1:
            return False
        between = self.folded((self.amounts[number].last, self.amounts[number + 1].first))
        return "of" in between and between <= {"of", "out", "the", "its", "a", "total", "their"}

    def is_denied(self, row: Row) -> bool:
        """Say whether it tells of what stands in a row of its words that it is not so."""
        taken = {p for amount in self.amounts for p in range(amount.first, amount.last)}
        words = ((p, word.folded) for p, word in enumerate(self.words) if p not in taken)
        return self.is_said_by_nobody or any(
            word in DENIES or (word in NOT and row[0] <= p < row[1]) for p, word in words
        )

    @property
    def is_said_by_nobody(self) -> bool:
        """Whether it tells that nobody says something: no official has said that."""
        taken = {p for amount in self.amounts for p in range(amount.first, amount.last)}
        silent = False
        for place, word in enumerate(self.words):
            silent = silent and place not in taken
            if place not in taken and word.folded in SAYS and silent:
                return True
            silent = (silent or (word.folded in NOBODY and place not in taken)) and not self._parts(place)
        return False

    def folded(self, row: Row) -> set[str]:
        """Return the words of a row, folded."""
        return {word.folded for word in self.words[row[0] : row[1]]}

    # Which words are about a number

    def span(self, number: int) -> Row:
        """Return the words that are about one number and no other."""
        amount, others = self.amounts[number], self.amounts
        first = self._parting(others[number - 1], amount) if number else 0
        last = self._parting(amount, others[number + 1]) if number + 1 < len(others) else len(self.words)
        return first, last

    def piece(self, number: int) -> Row:
        """Return the words of the span of a number that no mark parts from it, without who says them."""
        first, last = self.span(number)
        amount = self.amounts[number]
        begin = next((p for p in range(amount.first, first, -1) if self._parts(p - 1)), first)
        end = next((p + 1 for p in range(amount.last - 1, last) if self._parts(p)), last)
        return self._behind_speaker(begin, amount.first), end

    def readings(self, number: int) -> Iterator[list[Row]]:
        """Yield the rows of words to read a number by: its piece, its span, and its piece with what stands before."""
        if self.is_part(number):
            # So many of so many: what the second counts, the first does.
            one, other = self.amounts[number : number + 2]
            yield [(one.first, one.last), (other.last, self.span(number + 1)[1])]
            return
        piece = self.piece(number)
        for row in dict.fromkeys((piece, self.span(number))):
            where = self._opening(row[0])
            yield [where, row] if where[1] else [row]
        if piece[0]:
            end = self.amounts[0].first if number else piece[0]
            yield [(max(0, end - _HEAD), end), piece]

    def _parts(self, place: int) -> bool:
        """Say whether a mark behind a word parts what is said."""
        stop = self.words[place].stop
        return bool(stop) and stop in PARTS

    def _parting(self, one: Amount, other: Amount) -> int:
        """Return the place where what is said of one number ends and what is said of the next begins."""
        places = range(one.last, other.first + 1)
        stops = [p for p in places if p and self._parts(p - 1)]
        joins = [p for p in places if p < len(self.words) and self.words[p].folded in JOINERS]
        return stops[-1] if stops else joins[-1] if joins else other.first

    def _behind_speaker(self, first: int, last: int) -> int:
        """Return where what is said begins, behind who says it: The NIS told lawmakers that …."""
        words, begin = self.words, first
        for place in range(first, last):
            word = words[place].folded
            if word in NOUNS_TOO or word in DEEDS_TOO or word not in SAYS:
                continue
            begin = place + 1
            while begin < last and words[begin].typed[:1].isupper() and word == "told":
                begin += 1
            that = next((p for p in range(begin, min(begin + _ADDRESS, last)) if words[p].folded == "that"), -1)
            begin = that + 1 if that >= 0 else begin
        return begin

    def with_speaker(self, row: Row) -> Row:
        """Return a row of words with those before it up to a mark, as who says it: the NIS expects 600 to be killed."""
        return next((p for p in range(row[0], 0, -1) if self._parts(p - 1)), 0), row[1]

    def _opening(self, first: int) -> Row:
        """Return the words before a piece that say where it happened: In Kursk, …; none where none do."""
        if self.words[0].folded not in WHERE:
            return 0, 0
        return 0, next((p + 1 for p in range(min(_OPENING, first)) if self.words[p].stop == ","), 0)

    # Who and when

    def times_of(self, number: int) -> list[Moment]:
        """Return the times of a number: those beside it, those before all numbers, and that of who says it all."""
        first, last = self.span(number)
        begin, closing = self.amounts[0].first, self._closing
        return [m for m in self.moments if first <= m.first < last or m.first < begin or m.first >= closing]

    def sources_of(self, number: int) -> Sources:
        """Return who says one of several numbers: whoever is named beside it, and who says all of the sentence."""
        if len(self.amounts) == 1 or len(self.sources.named) <= 1:
            return self.sources
        own, closing = self._spelt(*self.span(number)), self._spelt(self._closing, len(self.words))
        kept = [m for m in self.sources.named if f" {m.text} " in own]
        kept += [m for m in self.sources.named if m not in kept and f" {m.text} " in closing]
        return self.sources._replace(named=tuple(kept)) if kept else self.sources

    @property
    def _closing(self) -> int:
        """The place of the words behind the last mark where they have no number: …, the NIS said."""
        last = self.amounts[-1].last if self.amounts else 0
        places = range(len(self.words) - 2, last - 1, -1)
        return next((p + 1 for p in places if self.words[p].stop), len(self.words))

    def _spelt(self, first: int, last: int) -> str:
        """Return words as the mentions of ``ask`` have them, between spaces."""
        bare = (word.typed.removesuffix("'s").removesuffix("\u2019s") for word in self.words[first:last])
        return f" {' '.join(part for word in bare for part in fold(word).split())} "
