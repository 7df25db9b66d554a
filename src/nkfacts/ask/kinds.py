"""What a question asks for: how many, when, who, where, which, what, yes or no; in what order, measure and rate."""

from collections.abc import Sequence

from nkfacts.ask import words as w


def kind_of(words: Sequence[str]) -> tuple[str, set[int]]:
    """Return the kind of a question, and the places of the words that ask."""
    text = list(words)
    best: tuple[int, int, str] | None = None
    for kind, phrases in (
        ("how-many", w.HOW_MANY), ("when", w.WHEN), ("where", w.WHERE), ("who", w.WHO), ("which", w.WHICH), ("what", w.WHAT),
    ):  # fmt: skip
        for phrase in phrases:
            at = _find(text, phrase)
            if at >= 0:
                found = (at, -len(phrase), kind)
                if best is None or found < best:
                    best = found
                break
    opening = next((word for word in text if word not in ("and", "so", "but", "well", "hello", "hi", "please")), "")
    if opening in w.AUXILIARIES and (best is None or best[0] > 0) and opening not in ("could", "can", "would", "do"):
        return "yes-no", set()
    if opening in ("could", "can", "would", "do") and best is None:
        return "yes-no", set()
    if text[0] in ("any", "anyone", "anybody") and best is None:
        return "yes-no", set()
    if best is None:
        if w.LISTING & set(text):
            return "list", set()
        if {"versus", "vs", "compare"} & set(text):
            return "compare", set()
        return ("how-many" if w.COUNTING & set(text) else "what"), set()
    at, length, kind = best
    places = set(range(at, at - length))
    if kind in ("what", "which", "how-many") and w.CHANGING & set(text) and text[0] in ("how", "what", "by", "has"):
        kind = (
            "change"
            if kind == "what" or "by" in text[:1] or (text[0] == "how" and text[1:2] in (["did"], ["has"], ["have"]))
            else kind
        )
    if kind in ("what", "which") and w.COUNTING & set(text) and not w.LISTING & set(text):
        kind = "how-many"
    if kind in ("what", "which") and w.LISTING & set(text):
        kind = "list"
    if {"compare", "versus", "vs"} & set(text):
        kind = "compare"
    return kind, places


def _find(words: list[str], phrase: tuple[str, ...]) -> int:
    for at in range(len(words) - len(phrase) + 1):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return at
    return -1


def flags_of(words: Sequence[str], kind: str) -> frozenset[str]:
    """Return by what order or standing the question chooses."""
    found = set()
    bag = set(words)
    for flag, table in (
        ("highest", w.HIGHEST), ("lowest", w.LOWEST), ("earliest", w.EARLIEST), ("latest", w.LATEST),
        ("confirming", w.CONFIRMING), ("denying", w.DENYING), ("will", w.WILL), ("ahead", w.AHEAD), ("judging", w.JUDGING),
    ):  # fmt: skip
        if bag & table:
            found.add(flag)
    if "at least" in " ".join(words) or "at most" in " ".join(words):
        found -= {"highest", "lowest"}
    if bag & {"did", "was", "were", "has", "had", "when"} and not bag & w.WILL:
        found.add("past")
    if bag & w.SAYING:
        found.add("saying")
    if kind == "who" and bag & (w.SAYING | {"source", "according", "says", "claim", "claims", "estimate", "whose"}):
        found.add("claimant")
    if bag & w.PLANNED:
        found.add("planned")
    if "much" in bag or bag & w.PAID:
        found.add("much")
    if (words[-1] in ("of", "for") and kind in ("what", "when")) or any(
        _find(list(words), phrase) >= 0 for phrase in w.REASONS
    ):
        found.add("reason")
    return frozenset(found)


def measure_of(words: Sequence[str]) -> str:
    """Return another measure than a number that the question asks for; empty for none."""
    text = f" {' '.join(words)} "
    for measure, phrases in w.MEASURES.items():
        if any(f" {phrase} " in text for phrase in phrases):
            return measure
    return ""


def rate_of(words: Sequence[str], taken: set[int]) -> tuple[str, set[int]]:
    """Return per what time the question asks, and the places of the words that say so."""
    for place, word in enumerate(words):
        if place in taken:
            continue
        for period, adverbs in w.RATES.items():
            if word in adverbs.split():
                return period, {place}
            if (
                word == period
                and place
                and words[place - 1] in ("a", "per", "each", "every", "the")
                and place - 1 not in taken
            ):
                if words[place - 1] == "the" or (
                    words[place - 1] == "a"
                    and place > 1
                    and words[place - 2] in ("within", "in", "for", "over", "about")
                ):
                    continue
                return period, {place - 1, place}
    return "", set()
