"""A question read: words split, respelt, looked up, and joined to what they say of each other."""

from collections.abc import Sequence

from nkfacts.ask import times
from nkfacts.ask import words as w
from nkfacts.ask.kinds import flags_of, kind_of, measure_of, rate_of
from nkfacts.ask.lexicon import Lexicon, Meaning
from nkfacts.ask.numbers import numbers_in
from nkfacts.ask.question import Mention, Question, Token
from nkfacts.ask.roles import with_roles
from nkfacts.text import fold

MOST_WORDS = 60
"""Words of a question that are read; the rest is left out, and said to be."""

_LONGEST_NAME = 7
_STOPS = ",;:?!.()\u2014\u2013"
_PERSONAL = frozenset(("us", "it", "who", "un", "may", "march"))


def read(text: str, lexicon: Lexicon, today: str) -> Question:
    """Read a question.

    Args:
        text: the question as typed.
        lexicon: the names and words of the base.
        today: the day from which "last winter" and a month without a year count back.
    """
    tokens = _tokens(text)
    if not tokens:
        return Question(text, (), "what", refusal="there is no word in it")
    tokens, respelt = _respelt(tokens, lexicon)
    words = [token.word for token in tokens]
    found_times = times.find(words, today)
    taken = {place for time in found_times for place in range(time.start, time.end)}
    kind, asking = kind_of(words)
    per, per_places = rate_of(words, taken)
    numbers = [number for number in numbers_in(tokens, taken | per_places)]
    taken |= {place for number in numbers for place in range(number.start, number.end)} | per_places
    mentions = _mentions(tokens, taken, lexicon)
    used = {place for mention in mentions for place in range(mention.start, mention.end)}
    plain = [
        Mention(place, place + 1, token.word, "word")
        for place, token in enumerate(tokens)
        if place not in used | taken | asking and token.word not in w.LIGHT and len(token.word) > 1
    ]
    joined = sorted([*mentions, *numbers, *plain])
    light = tuple(
        token.word for place, token in enumerate(tokens) if place not in used | taken and token.word in w.LIGHT
    )
    question = Question(
        text, tuple(tokens), kind, tuple(joined), light, tuple(found_times), measure_of(words), per, flags_of(words, kind),
        respelt,
    )  # fmt: skip
    return with_roles(question, lexicon)


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    for piece in text.replace("\u2019", "'").replace("\u2018", "'").split():
        bare = piece.strip("\"'()[]{}\u00ab\u00bb\u201c\u201d,;:?!.\u2014\u2013")
        stop = piece[-1:] in _STOPS or piece.rstrip("\"')")[-1:] in _STOPS
        possessive = bare[-2:].lower() == "'s" or bare[-2:] == "s'"
        if possessive:
            bare = bare[:-2] if bare[-2:].lower() == "'s" else bare[:-1]
        if bare.replace(",", "").replace(".", "", 1).isdecimal() and bare[-1:] != ".":
            parts = [bare.replace(",", "")]
        else:
            parts = fold(bare.replace("/", " ")).split()
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            tokens.append(Token(part, bare if len(parts) == 1 else part, possessive and last, stop and last))
            if len(tokens) == MOST_WORDS:
                return tokens
    return tokens


def _respelt(tokens: list[Token], lexicon: Lexicon) -> tuple[list[Token], tuple[tuple[str, str], ...]]:
    """Replace words that the base and the language do not have by the one word of the base that is spelt nearly so."""
    strange = [
        token.word
        for token in tokens
        if len(token.word) > 3 and token.word.isalpha() and token.word.isascii() and token.word not in w.SPELT_RIGHT
    ]
    if not strange:
        return tokens, ()
    grams = [*strange, *(word.removesuffix("s") for word in strange)]
    known = lexicon.known_words(grams) | set(lexicon.meanings(grams))
    changed: dict[str, str] = {}
    for word in dict.fromkeys(strange):
        if word in known or word.removesuffix("s") in known:
            continue
        short = [each for each in w.GRAMMAR if each[0] == word[0]] if len(word) < 6 else []
        best = _nearest(word, short if len(word) < 5 else [*lexicon.words_like(word), *short])
        if best:
            changed[word] = best
    if not changed:
        return tokens, ()
    return [token._replace(word=changed.get(token.word, token.word)) for token in tokens], tuple(changed.items())


def _nearest(word: str, known: Sequence[str]) -> str:
    """Return the word that is one slip of the keyboard away: two letters exchanged first, then one wrong, missing or added."""
    slips = 1 if len(word) < 9 else 2
    near = [
        (_distance(word, other), sorted(word) != sorted(other), other)
        for other in known
        if other != word and abs(len(other) - len(word)) <= 1 and len(other) > 3
    ]
    near = [found for found in near if found[0] <= slips]
    return min(near)[2] if near else ""


def _distance(one: str, other: str) -> int:
    """Return the number of single slips between two words (optimal string alignment)."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def _mentions(tokens: Sequence[Token], taken: set[int], lexicon: Lexicon) -> list[Mention]:
    """Return what the words mean, the longest names first; a word may have several meanings."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(tokens)):
        for end in range(start + 1, min(start + _LONGEST_NAME, len(tokens)) + 1):
            if end - 1 in taken:
                break
            for spelling in _spellings(tokens[start:end]):
                spans.setdefault(spelling, []).append((start, end))
            if tokens[end - 1].stop:
                break
    if not spans:
        return []
    meanings = lexicon.meanings(list(spans))
    found = sorted(
        ((start, end, text) for text in meanings for start, end in spans[text]),
        key=lambda span: (span[0] - span[1], span[0]),
    )
    by_span: dict[tuple[int, int], list[Meaning]] = {}
    spans_found = {(start, end) for start, end, _ in found}
    for start, end, text in found:
        if tokens[start].word in w.BE and (start + 1, end) in spans_found:
            # "been deployed" is the passive of "deploy", whatever else it may be.
            continue
        by_span.setdefault((start, end), []).extend(m for m in meanings[text] if _may_mean(tokens, start, end, m))
    used: set[int] = set()
    mentions = []
    for (start, end), all_meanings in by_span.items():
        if not all_meanings or not used.isdisjoint(range(start, end)):
            continue
        text = " ".join(token.word for token in tokens[start:end])
        if end - start == 1 and text in w.GRAMMAR:
            continue
        if end - start == 1 and text in w.LIGHT and not any(m.part == "entities" for m in all_meanings):
            all_meanings = [
                m for m in all_meanings if m.part == "actions" and m.reading not in ("noun", "inverse-noun")
            ]
            if not all_meanings:
                continue
        unique = tuple(dict.fromkeys(all_meanings))
        kind = _kind_of_mention(unique)
        if kind == "action" and all(word in w.LIGHT | w.PREPOSITIONS for word in text.split()):
            # "give", "take", "go" tell who does it, and little else.
            kind = "light"
        mentions.append(Mention(start, end, text, kind, unique))
        used.update(range(start, end))
    return sorted(mentions)


def _spellings(tokens: Sequence[Token]) -> set[str]:
    plain = " ".join(token.word for token in tokens)
    found = {plain}
    if any(token.possessive for token in tokens):
        found.add(" ".join(f"{token.word}s" if token.possessive else token.word for token in tokens))
    last = tokens[-1].word
    if len(last) > 3 and last[-1] == "s" and last[-2] != "s":
        found.add(plain[:-1])
    elif len(last) > 3 and last.isalpha() and last.isascii():
        found.add(f"{plain}s")
    return found


def _may_mean(tokens: Sequence[Token], start: int, end: int, meaning: Meaning) -> bool:
    if end - start == 1 and meaning.part == "entities" and tokens[start].word in _PERSONAL:
        return tokens[start].typed.isupper() or tokens[start].typed.upper() == tokens[start].typed
    return True


def _kind_of_mention(meanings: Sequence[Meaning]) -> str:
    parts = {meaning.part for meaning in meanings}
    if "entities" in parts:
        return "name"
    if "things" in parts:
        return "thing"
    return "figure" if parts == {"figures"} else "action"
