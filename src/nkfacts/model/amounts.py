"""Amounts: a number, a range or words, with the qualifier the source gave it.

The model follows UCDP's low/best/high; a qualifier never moves a number, it says how
the claimant meant it. Numbers are in the unit of the figure.
"""

from nkfacts.errors import UsageProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    Number = int | float

QUALIFIERS = {
    "exactly": "{}",
    "about": "about {}",
    "at-least": "at least {}",
    "more-than": "more than {}",
    "at-most": "at most {}",
    "up-to": "up to {}",
    "fewer-than": "fewer than {}",
    "nearly": "nearly {}",
    "several": "{}",
    "between": "{}",
}

# Nothing that is counted here comes near it, and every number below it is exact as a float too.
LARGEST = 10**15


def parse_number(text: str) -> "Number":
    """Read a plain decimal number: ``600``, ``0.5``, ``-3``.

    No thousands separators, exponents, hexadecimal or octal forms: what stands in the
    file is what is meant.

    Raises:
        UsageProblem: the text is no such number.
    """
    digits = text.removeprefix("-")
    whole, point, fraction = digits.partition(".")
    if not (whole.isascii() and whole.isdigit()) or (point and not (fraction.isascii() and fraction.isdigit())):
        mend = "write digits only, such as 600 or 0.5"
        joined = text.replace(",", "").replace("_", "").replace(" ", "")
        if joined != text and joined.isascii() and joined.replace(".", "", 1).isdigit():
            mend = f"write {joined}, without separators"
        raise UsageProblem(f"{text!r} is not a number", mend)
    if len(whole) > 1 and whole[0] == "0":
        raise UsageProblem(f"{text!r} begins with a zero", f"write {text.lstrip('-').lstrip('0') or '0'}")
    if len(digits) > 20 or int(whole) > LARGEST:
        raise UsageProblem(f"{text[:24]!r} is too large or too long a number", f"numbers end at {LARGEST}")
    return float(text) if point else int(text)


def plain_number(number: "Number") -> str:
    """Return a number for scripts: no separators, no exponent, no trailing ``.0``."""
    if isinstance(number, int) or number.is_integer():
        return str(int(number))
    text = repr(number)
    return text if "e" not in text else format(number, ".18f").rstrip("0")


def readable_number(number: "Number") -> str:
    """Return a number for people: ``12,000``, ``4.8 million``; never rounded."""
    size, name = (10**9, " billion") if number >= 10**9 else (10**6, " million")
    # Only where at most three decimals say all of it.
    if number < size or number * 1000 % size:
        size, name = 1, ""
    whole, point, fraction = plain_number(number / size if name else number).partition(".")
    return f"{int(whole):,}{point}{fraction}{name}"


def bare(value: "Number | None", low: "Number | None", high: "Number | None", words: str | None) -> str:
    """Return an amount for scripts: ``600``, ``10000-12000`` or ``several million``."""
    if value is not None:
        return plain_number(value)
    if low is not None and high is not None:
        return f"{plain_number(low)}-{plain_number(high)}"
    if low is not None:
        return plain_number(low)
    if high is not None:
        return plain_number(high)
    return words or ""


def bounds(lowest: "Number", highest: "Number", qualifier: str | None) -> "tuple[Number, Number]":
    """Return the range that an amount leaves open: "at least 100" has no upper end, "up to 100" no lower one."""
    if qualifier in ("at-least", "more-than"):
        return lowest, float("inf")
    if qualifier in ("at-most", "up-to", "fewer-than", "nearly"):
        return 0, highest
    return lowest, highest


def readable(
    value: "Number | None",
    low: "Number | None",
    high: "Number | None",
    words: str | None,
    qualifier: str | None,
) -> str:
    """Return an amount as people write it: ``about 600``, ``10,000 to 12,000``, ``several million``."""
    if low is not None and high is not None:
        number = f"{readable_number(low)} to {readable_number(high)}"
        return QUALIFIERS[qualifier].format(number) if qualifier in ("about", "nearly") else number
    if value is not None:
        return QUALIFIERS[qualifier or "exactly"].format(readable_number(value))
    if low is not None:
        return f"at least {readable_number(low)}" if qualifier != "more-than" else f"more than {readable_number(low)}"
    if high is not None:
        form = QUALIFIERS[qualifier] if qualifier in ("at-most", "fewer-than", "nearly", "up-to") else "up to {}"
        return form.format(readable_number(high))
    return QUALIFIERS[qualifier or "exactly"].format(words) if words else ""
