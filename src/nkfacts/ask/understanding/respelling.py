"""Slips of the keyboard, and words typed short: they are read as the one word of the base that is spelt nearly so."""

from collections.abc import Sequence

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.near_words import is_common
from nkfacts.ask.understanding.question import Token

_LONG = 6
"""Letters from which on a word may have a wrong one or one too many; a shorter one may be a word that nobody knows."""

_SHORTEST, _SHORT = 2, 3
"""The letters of words that are only read as words of asking: mny, wre, teh."""

_VOWELS = "aeiou"

_SPELT_SHORT = {
    "r": "are", "u": "you", "rn": "now", "wat": "what", "thru": "through", "gonna": "will", "w": "with",
    "wtf": "what", "abt": "about", "b4": "before",
}  # fmt: skip
"""Words as they are typed on a telephone, with what they are short for."""


def respelt(tokens: list[Token], lexicon: Lexicon) -> tuple[list[Token], tuple[tuple[str, str], ...]]:
    """Replace words that the base and the language do not have by the one word of the base that is spelt nearly so.

    Args:
        tokens: the words of a question.
        lexicon: the names and words of the base.

    Returns:
        The words as they are read, and those that were replaced, each with what it is read as.
    """
    typed, tokens = tokens, _with_its_end_said(tokens)
    ended = ((typed[-1].word, tokens[-1].word),) if tokens is not typed else ()
    strange = [token.word for token in tokens if _may_be_a_slip(token)]
    changed = {token.word: _SPELT_SHORT[token.word] for token in tokens if token.word in _SPELT_SHORT}
    if not (strange or changed):
        return tokens, ended
    grams = [*strange, *(word.removesuffix("s") for word in strange)]
    known = lexicon.known_words(grams) | set(lexicon.meanings(grams)) if grams else set()
    for word in dict.fromkeys(strange):
        if word in known or word.removesuffix("s") in known or is_common(word):
            continue
        own = [each for each in w.SPELT_RIGHT if each[0] == word[0]]
        if len(word) <= _SHORT:
            best = _word_of_asking(word, own)
        else:
            best = _nearest(word, [*own, *(lexicon.words_like(word) if len(word) > 4 else ())], lexicon)
        if best:
            changed[word] = best
    if not changed:
        return tokens, ended
    read = [token._replace(word=changed.get(token.word, token.word)) for token in tokens]
    return read, (*ended, *changed.items())


def _with_its_end_said(tokens: list[Token]) -> list[Token]:
    """Return the words with "stopped" for an "over" that is no preposition: is the training over."""
    if tokens[-1].word != "over" or tokens[0].word not in w.BE:
        return tokens
    return [*tokens[:-1], tokens[-1]._replace(word="stopped")]


def _may_be_a_slip(token: Token) -> bool:
    """Say whether a word may be a slip: made of letters, and no word of asking; a short one with capitals is a name."""
    word = token.word
    if len(word) < _SHORTEST or not (word.isalpha() and word.isascii()) or word in w.SPELT_RIGHT:
        return False
    return len(word) > _SHORT or token.typed == word


def _word_of_asking(short: str, words: Sequence[str]) -> str:
    """Return the one word of asking that a short word is, with two letters exchanged or a vowel left out; else nothing.

    Many names are short, and a consonant apart from such a word: Hae is no have.
    """
    near = [each for each in words if _is_without_a_vowel(short, each) or sorted(short) == sorted(each)]
    return near[0] if len(near) == 1 else ""


def _is_without_a_vowel(short: str, word: str) -> bool:
    return len(word) == len(short) + 1 and any(
        letter in _VOWELS and word[:place] + word[place + 1 :] == short for place, letter in enumerate(word)
    )


def _nearest(word: str, known: Sequence[str], lexicon: Lexicon) -> str:
    """Return the word that is a slip of the keyboard away, of several the one that most facts have; empty for none."""
    slips = 1 if len(word) < 9 else 2
    near = [
        (distance, 0.0 if other in w.GRAMMAR else lexicon.weight(other), other)
        for other in known
        if other != word and abs(len(other) - len(word)) <= 1 and len(other) > 3
        if (distance := _distance(word, other, slips)) <= slips
        if len(word) >= _LONG or len(other) > len(word) or sorted(other) == sorted(word)
    ]
    return min(near)[2] if near else ""


def _distance(one: str, other: str, most: int) -> int:
    """Return the number of single slips between two words (optimal string alignment), or any number above the most."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(rows[-1]) > most:
            return most + 1
        rows.append(row)
    return rows[-1][-1]
