"""The words of a question that the base has: names, things, actions and figures, the longest first."""

from collections.abc import Iterator, Sequence

from nkfacts.ask.terms.lexicon import Lexicon, Meaning
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, MentionKind, Token

_LONGEST_NAME = 7
_NAMES_IN_CAPITALS = frozenset(("us", "it", "who", "un", "may", "march"))
"""Words of the language that are names only in capitals."""

_AUXILIARIES = w.BE | w.DO
_LIGHT = w.LIGHT | w.PREPOSITIONS


def mentions_in(tokens: Sequence[Token], taken: set[int], lexicon: Lexicon) -> list[Mention]:
    """Return what the words mean, the longest names first; a word may have several meanings.

    Args:
        tokens: the words.
        taken: places of words that are read as something else already.
        lexicon: the names and words of the base.
    """
    used: set[int] = set()
    mentions = []
    for (start, end), possible in _meanings_by_span(tokens, taken, lexicon).items():
        if not used.isdisjoint(range(start, end)):
            continue
        text = " ".join(token.word for token in tokens[start:end])
        meanings = _told(text, possible)
        if meanings:
            mentions.append(Mention(start, end, text, _kind(text, meanings), meanings))
            used.update(range(start, end))
    return _without_pronouns_of_others(sorted(mentions))


def _without_pronouns_of_others(mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions without the pronouns that stand for somebody named before them: Kim's generals, are they dead."""
    pronouns = [m for m in mentions if m.text in w.PRONOUNS and all(x.part != "entities" for x in m.meanings)]
    named = next((m.start for m in mentions if m not in pronouns and _may_be_somebody(m)), None)
    return [m for m in mentions if m not in pronouns or named is None or m.start < named]


def _may_be_somebody(mention: Mention) -> bool:
    """Say whether a mention may be what a pronoun behind it stands for: commands is none in who commands them."""
    may_be_verb = mention.start == 1 and any(m.part == "actions" and not m.is_noun for m in mention.meanings)
    return mention.kind in ("name", "thing") and not may_be_verb


def _meanings_by_span(
    tokens: Sequence[Token], taken: set[int], lexicon: Lexicon
) -> dict[tuple[int, int], list[Meaning]]:
    """Return the meanings of every row of words that has any, the longest row first."""
    spans: dict[str, list[tuple[int, int, bool]]] = {}
    for start, end in _rows(tokens, taken, lexicon):
        plain = " ".join(token.word for token in tokens[start:end])
        for spelling in _spellings(tokens[start:end]):
            spans.setdefault(spelling, []).append((start, end, spelling != plain))
    if not spans:
        return {}
    meanings = lexicon.meanings(list(spans))
    found = sorted(
        ((start, end, other, text) for text in meanings for start, end, other in spans[text]),
        # As it is spelt before the plural that it might be: "wounded Russian soldiers" are no "wounded Russians".
        key=lambda span: (span[0] - span[1], span[2], span[0], span[3]),
    )
    with_meaning = {(start, end) for start, end, _, _ in found}
    by_span: dict[tuple[int, int], list[Meaning]] = {}
    for start, end, _, text in found:
        if tokens[start].word in _AUXILIARIES and (start + 1, end) in with_meaning:
            # "been deployed" is the passive of "deploy", "did work" a form of "work", whatever else they may be.
            continue
        by_span.setdefault((start, end), []).extend(m for m in meanings[text] if _may_mean(tokens, start, end, m))
    return by_span


def _rows(tokens: Sequence[Token], taken: set[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield start and end of the rows of words that may be a name: no mark stands in one, nor a word that is taken.

    A row is no longer than any name that begins with its first word.
    """
    firsts = [_as_first(token) for token in tokens]
    most = lexicon.most_words(word for words in firsts for word in words)
    for start, words in enumerate(firsts):
        longest = min(max(1, *(most[word] for word in words)), _LONGEST_NAME)
        for end in range(start + 1, min(start + longest, len(tokens)) + 1):
            if end - 1 in taken:
                break
            yield start, end
            if tokens[end - 1].stop:
                break


def _as_first(token: Token) -> tuple[str, ...]:
    """Return how a word may be spelt as the first of several."""
    return (token.word, f"{token.word}s") if token.possessive else (token.word,)


def _told(text: str, meanings: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """Return those meanings of some words that they have in a question: words of grammar have none, light ones few."""
    if text in w.PRONOUNS:
        # Whom a pronoun stands for, where nobody is named, is said by the base.
        return tuple(dict.fromkeys(meanings))
    if text in w.GRAMMAR:
        return ()
    if text in w.LIGHT and not any(m.part == "entities" for m in meanings):
        meanings = [m for m in meanings if m.part == "actions" and not m.is_noun]
    return tuple(dict.fromkeys(meanings))


def _spellings(tokens: Sequence[Token]) -> set[str]:
    plain = " ".join(token.word for token in tokens)
    found = {plain}
    if any(token.possessive for token in tokens):
        found.add(" ".join(f"{token.word}s" if token.possessive else token.word for token in tokens))
    last = tokens[-1].word
    if last[-1] == "s" and (last[:-1].isdecimal() or (len(last) > 3 and last[-2] != "s")):
        found.add(plain[:-1])
    elif len(last) > 3 and last.isalpha() and last.isascii():
        found.add(f"{plain}s")
    return found


def _may_mean(tokens: Sequence[Token], start: int, end: int, meaning: Meaning) -> bool:
    if end - start == 1 and meaning.part == "entities" and tokens[start].word in _NAMES_IN_CAPITALS:
        # Nobody writes an article before a pronoun.
        return tokens[start].typed.upper() == tokens[start].typed or tokens[max(0, start - 1)].word == "the"
    return True


def _kind(text: str, meanings: Sequence[Meaning]) -> MentionKind:
    parts = {meaning.part for meaning in meanings}
    if "entities" in parts:
        return "name"
    if "things" in parts:
        return "thing"
    if parts == {"figures"}:
        return "figure"
    # "give", "take", "go" tell who does it, and little else.
    return "light" if _LIGHT.issuperset(text.split()) else "action"
