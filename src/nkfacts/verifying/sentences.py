"""A text parted into sentences and words, each with its place in the text."""

import re
from collections.abc import Iterator

from nkfacts.ask.understanding.calendar import MONTHS
from nkfacts.ask.understanding.words import words
from nkfacts.hints import NamedTuple
from nkfacts.text import fold

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*[^\W\d_]*|[^\W\d_][^\W_]*(?:['\u2019.][^\W_]+)*|[%$\u20ac\u00a3\u20a9+\u2013\u2014-]"
)
_GROUPED = re.compile(
    r"(?<![\d.,+])(?<!\d[ \u00a0\u2009\u202f])[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3}){1,3}"
    r"(?![ \u00a0\u2009\u202f]?\d|[.,]\d|\w|-[^\W\d_])"
)
"""A number whose thousands are parted by spaces, beside no other digits: 2 000, and not 120 170-mm."""

_END = re.compile("(?<![.!?\u2026])[.!?\u2026]+[\"'\u201d\u2019\u00bb)\\]]*(?=\\s|$)")
_ABBREVIATIONS = words(
    """mr mrs ms dr gen lt col maj sgt adm capt sen rep gov no nos vol st prof brig cmdr jr sr vs approx ca inc co ltd
    corp u.s u.k u.n e.g i.e a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec min max fig sec art"""
)
MOST_WORDS = 120
"""The words of a sentence; what has more is read in parts."""

_WIDE = 120
"""The length from which on a line is a paragraph, and its end that of a sentence."""

_SHORT = 0.6
"""The share of the longest line under which a line that is broken ends a paragraph, as a heading does."""


class Word(NamedTuple):
    """A word or sign of a text: where it stands, as typed, and folded; a sign is its own fold.

    ``stop`` is the mark behind it that parts what it says from what follows; empty for none.
    """

    start: int
    end: int
    typed: str
    folded: str
    stop: str = ""


class Sentence(NamedTuple):
    """A sentence of a text, with its words."""

    start: int
    end: int
    words: tuple[Word, ...]

    def text(self, first: int, last: int, source: str) -> str:
        """Return the words from one place to another (not included) as they stand in the text."""
        return source[self.words[first].start : self.words[last - 1].end] if first < last else ""


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text that have words, in their order; the time it takes grows with its length."""
    for start, end in _spans(text):
        every = _words(text, start, end)
        for first in range(0, len(every), MOST_WORDS):
            words = every[first : first + MOST_WORDS]
            yield Sentence(words[0].start, words[-1].end, words)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _paragraphs(text):
        begin = start
        for mark in _END.finditer(text, start, end):
            if _ends_sentence(text, mark, begin, end):
                yield begin, mark.end()
                begin = mark.end()
        if begin < end:
            yield begin, end


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that no empty line, bullet or short line parts."""
    longest = max(map(len, text.split("\n")))
    start = position = 0
    for line in text.split("\n"):
        end = position + len(line)
        following = text[end + 1 : end + 3].lstrip(" \t")
        broken = longest <= _WIDE and len(line) >= _SHORT * longest and line.rstrip()[-1:] not in ".!?"
        if not line.strip() or not broken or following[:1] in ("", "\n", "*", "\u2022", "-"):
            if start < end:
                yield start, end
            start = end + 1
        position = end + 1
    if start < len(text):
        yield start, len(text)


def _ends_sentence(text: str, mark: "re.Match[str]", begin: int, end: int) -> bool:
    if mark[0][:1] != ".":
        return True
    before = text[max(begin, mark.start() - 12) : mark.start()]
    last = re.split(r"[\s(\u201c\"]", before)[-1].lower()
    following = text[mark.end() : min(end, mark.end() + 4)].lstrip(" \t\n\"'\u201c\u2018(")
    if following[:1].islower():
        return False
    initial = len(last) == 1 and last.isalpha() and before[-1:].isupper()
    numbers_an_item = last.isdecimal() and not text[begin : mark.start() - len(last)].strip()
    return not (last in _ABBREVIATIONS or initial or numbers_an_item)


def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    found: list[Word] = []
    place = start
    while match := _WORD.search(text, place, end):
        # On April 30 600 soldiers died.
        if not found or found[-1].folded not in MONTHS:
            match = _GROUPED.match(text, match.start(), end) or match
        if found:
            found[-1] = found[-1]._replace(stop=_stop(text[found[-1].end : match.start()]))
        typed, place = match[0], match.end()
        is_number = typed[0].isdecimal() and typed[0].isascii()
        folded = "".join(typed.replace(",", "").split()) if is_number else fold(typed) or typed
        found.append(Word(match.start(), match.end(), typed, folded))
    return tuple(found)


def _stop(between: str) -> str:
    """Return the mark among the signs between two words that parts them; empty for none."""
    return next((sign for sign in between if sign in ',;:()[]"\u201c\u201d\u2014.!?\u2026'), "")
