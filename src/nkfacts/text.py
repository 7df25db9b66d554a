"""Strings made safe and readable: the only place where text is cleaned or worded for people."""

import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Characters that change how their neighbours are shown, or show as nothing: Trojan Source
# (CVE-2021-42574) lists the first two groups; the third hides differences between names.
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")
_FORBIDDEN_CATEGORIES = frozenset(("Cc", "Cs", "Co", "Zl", "Zp"))
# Letters and signs without a shape (fillers of Hangul and Khmer, the empty cell of Braille), which count as printable.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# Format characters that Unicode deprecates or keeps for machines: invisible operators, shapers of digits, the marks of
# annotations, language tags, which spell a hidden text.
_FOR_MACHINES = ((0x180E, 0x180E), (0x2061, 0x2064), (0x206A, 0x206F), (0xFFF9, 0xFFFC), (0xE0000, 0xE007F))
_NONCHARACTERS = (0xFDD0, 0xFDEF)
MOST_MARKS = 10
"""The marks that a letter may carry; more of them leave its line."""


# All of them: one that is not there is looked for with an exception. An apostrophe joins what it stands in.
_ASCII_FOLDED = {ord(c): c.lower() if c.isalnum() else "" if c == "'" else " " for c in map(chr, range(128))}
_ASCII_FOLDED_IN_LINES = {**_ASCII_FOLDED, ord("\n"): "\n"}


def is_unsafe(character: str) -> bool:
    """Say whether a character must not reach a terminal: controls, surrogates, bidi, private and invisible ones."""
    code = ord(character)
    return (
        character in _BIDI_CONTROLS
        or character in _INVISIBLE
        or character in _BLANK
        or unicodedata.category(character) in _FORBIDDEN_CATEGORIES
        or any(first <= code <= last for first, last in (*_FOR_MACHINES, _NONCHARACTERS))
        or code & 0xFFFE == 0xFFFE
    )


def first_unsafe(text: str) -> str:
    """Return the first unsafe character of a text, or an empty string."""
    # What Python calls printable leaves out all of these but the blank, and more; the rare rest is looked at.
    if text.isprintable() and (text.isascii() or _BLANK.isdisjoint(text)):
        return ""
    return next((character for character in text if is_unsafe(character)), "")


def is_overloaded(text: str) -> bool:
    """Say whether a letter of a text carries more than ``MOST_MARKS`` marks, one above the other."""
    if text.isascii():
        return False
    from re import findall

    # No mark is a letter or a space, so that most texts are done with one look.
    for signs in findall(rf"[^\w\s]{{{MOST_MARKS + 1},}}", text):
        marks = "".join("m" if unicodedata.category(sign)[0] == "M" else " " for sign in signs)
        if max(map(len, marks.split()), default=0) > MOST_MARKS:
            return True
    return False


def visible(text: str) -> str:
    """Return the text with every unsafe character replaced by its visible code, such as ``<U+202E>``.

    Line ends are unsafe too: what is printed as one line stays one line.
    """
    if not first_unsafe(text):
        return text
    return "".join(code_point(c) if is_unsafe(c) else c for c in text)


QUOTED = 60
"""The most letters that a message repeats of what somebody wrote."""
_LONGEST_MESSAGE = 400


_SINGLE_MARKS = str.maketrans('"“”„', "'‘’‚")  # noqa: RUF001 - each is meant


def within_quotes(words: str) -> str:
    """Return words as they stand in a quotation that has double marks around it: their own are single there."""
    return words.translate(_SINGLE_MARKS)


def clipped(message: str) -> str:
    """Return a message in which nothing that it repeats in quotes is longer than ``QUOTED``, nor itself too long."""
    if len(message) <= QUOTED:
        return message
    from re import sub

    found = sub(rf"""(['"])((?:(?!\1).){{{QUOTED}}})(?:(?!\1).)+\1""", r"\1\2…\1", message)
    return found if len(found) <= _LONGEST_MESSAGE else f"{found[: _LONGEST_MESSAGE - 1]}…"


def code_point(character: str) -> str:
    """Return the code of a character, such as ``<U+202E>``."""
    return f"<U+{ord(character):04X}>"


def well_formed(text: str) -> str:
    """Return a text that a user typed with bytes that are no UTF-8 (lone surrogates) replaced by ``?``."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def fold(text: str) -> str:
    """Reduce a name to what makes it the same name in another spelling.

    Case, accents, punctuation and the number of spaces do not count:
    ``Kim Jong-un`` and ``KIM  JONG UN`` fold to ``kim jong un``. Scripts are kept
    apart; other scripts and romanisations are aliases in the data.
    """
    if text.isascii():
        if text.isalnum():
            return text.lower()
        return " ".join(text.translate(_ASCII_FOLDED).split())
    # Twice, as in Unicode's caseless matching: a letter in a mathematical style has its case below the style.
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold()
    decomposed = unicodedata.normalize("NFKD", plain)
    folded = unicodedata.normalize("NFC", "".join(c for c in decomposed if unicodedata.category(c) != "Mn"))
    # An apostrophe joins what it stands in (O'Brien, Pak Chong-ch'on); other signs part words.
    joined = folded.replace("'", "").replace("’", "")  # noqa: RUF001
    return " ".join("".join(c if c.isalnum() else " " for c in joined).split())


def fold_all(texts: "Sequence[str]") -> list[str]:
    """Return several texts folded: all at once where their letters allow it, in less than half the time."""
    lines = "\n".join(texts)
    if not lines.isascii() or lines.count("\n") != len(texts) - 1:
        return list(map(fold, texts))
    folded = lines.translate(_ASCII_FOLDED_IN_LINES)
    return [" ".join(line.split()) for line in folded.split("\n")]


def spellings(text: str) -> list[tuple[str, ...]]:
    """Return the words of a text, each folded and, where that differs, as written.

    Full text knows words as they were written: it keeps the marks of Cyrillic letters and
    parts words at an apostrophe, which ``fold`` does not.
    """
    parted = "".join(c if c.isalnum() or c in "'’" or unicodedata.category(c)[0] == "M" else " " for c in text)  # noqa: RUF001
    found = ((fold(word), word) for word in parted.split())
    return [(folded,) if folded == word.lower() else (folded, word) for folded, word in found if folded]


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most a width, broken between words; a longer word keeps a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def listing(items: "Iterable[str]", last: str = "and") -> str:
    """Return ``a, b and c``."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def plural(count: int, noun: str) -> str:
    """Return ``1 fact`` or ``2 facts``."""
    if count == 1:
        return f"1 {noun}"
    if noun.endswith("y"):
        noun = noun[:-1] + "ie"
    return f"{count:,} {noun}{'es' if noun.endswith('x') else 's'}"


_LONGEST_NAME = 100


def did_you_mean(nearest: "Iterable[str]") -> str:
    """Return a mend that offers the nearest names, or an empty string."""
    names = list(nearest)
    return f"did you mean {listing(map(repr, names), 'or')}?" if names else ""


def nearest(word: str, names: "Iterable[str]", most: int = 3, *, least: float = 0.6) -> list[str]:
    """Return the names most like a word, best first; none when nothing is near, of 1 for the same at ``least`` so near.

    Whole texts are like no name, and to compare them takes time that grows with the square of their length.
    """
    if len(word) > _LONGEST_NAME:
        return []
    from difflib import get_close_matches

    return get_close_matches(word, list(names), n=most, cutoff=least)
