"""The words by which a question names a time, and what the words before a time make of it."""


def _phrases(text: str) -> tuple[list[str], ...]:
    """Return comma-separated phrases as lists of words, the longest first."""
    return tuple(sorted((phrase.split() for phrase in text.split(",")), key=len, reverse=True))


KNOWN = frozenset(["known", "know", "knew", "understood", "thought"])
"""With one of these a time is the day of knowledge."""

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
AMBIGUOUS_MONTHS = frozenset(("may", "march", "mar", "jan", "sep"))
"""Months that are other words too: they count behind a word of time, or beside a day or year."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

PARTS_OF_A_PERIOD = {
    word: thirds
    for words, thirds in {"early beginning start": (0, 1), "mid middle": (1, 2), "late end": (2, 3)}.items()
    for word in words.split()
}
"""Which thirds of a month or year a word picks."""

HALVES = {
    ("first", "half"): (0, 6),
    ("second", "half"): (6, 12),
    ("first", "quarter"): (0, 3),
    ("second", "quarter"): (3, 6),
    ("third", "quarter"): (6, 9),
    ("fourth", "quarter"): (9, 12),
    ("last", "quarter"): (9, 12),
}
"""Which months of a year two words pick."""

PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
"""Which week of a month, or end of a year, a word picks."""

SEVERAL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
"""How many months a word may count."""

MARKS_BY_WORDS = {
    " ".join(words): meaning
    for meaning, phrases in {
        "known": "as of, as at, as of date, up to, so far in, so far, by, until, till, by the end of",
        "before": "before, prior to",
        "since": "since, starting",
        "after": "after",
        "pair": "between, from",
        "about": "in, during, at, over, throughout, for, around, within",
    }.items()
    for words in _phrases(phrases)
}
"""What the words before a time make of it: what was known by then or before, or what is about it."""

UP_TO = ("up to", "until", "till")
"""Marks of what was known by then that may as well be those of what was counted up to then, and said later."""

MARKS = sorted((words.split() for words in MARKS_BY_WORDS), key=len, reverse=True)
PAST = frozenset(["last", "past", "previous"])
STEPS = {**dict.fromkeys(PAST, -1), "this": 0, "next": 1}
"""How many years, months or weeks a word before one of these steps on."""
