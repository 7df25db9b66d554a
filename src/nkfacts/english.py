"""English words without their endings, so that one form of a word finds the others.

The index of meanings, the search for what somebody did and the reader of questions take off
the same endings.
"""

from functools import lru_cache


# The same words come again in every fact that a question is held against.
@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a word without the endings of number and tense; words in other scripts stay as they are."""
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "i"
    if word.endswith("sses"):
        word = word[:-2]
    elif word[-1] == "s" and word[-2] not in "sui":
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and root[-1:] != "e" and any(vowel in root for vowel in "aeiouy"):
            word = root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] + "i" if word[-1] == "y" and len(word) > 3 else word
