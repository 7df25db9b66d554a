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
