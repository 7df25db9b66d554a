"""The words of a printed text: each is what it is spelt as, and none a slip or the plural of another."""

from collections.abc import Sequence

from nkfacts.ask.terms.lexicon import Lexicon


class ReadAsWritten(Lexicon):
    """The names and words of an index, for a text that is printed: no word of it is a slip of another."""

    def known_words(self, words: Sequence[str]) -> set[str]:
        """Return all the words: none is looked for under another spelling."""
        return set(words)

    def has(self, word: str) -> bool:
        """Say whether a folded word occurs in the base."""
        return bool(super().known_words([word]))


def as_verb(word: str, lexicon: Lexicon) -> list[str]:
    """Return a verb so that ``ask`` takes it for no plural: who pays is paying, and has no pays.

    Args:
        word: a word as it is typed.
        lexicon: the names and words of the base.
    """
    stem = word[:-1]
    found = lexicon.meanings([word, stem, f"{stem}ing"])
    is_verb = word[-1:] == "s" and word in found and all(m.shape == "third" for m in found[word])
    has_plural = any(m.part == "things" for m in found.get(stem, ()))
    return ["is", f"{stem}ing"] if is_verb and has_plural and f"{stem}ing" in found else [word]
