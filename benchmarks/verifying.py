"""How right verify is on texts whose claims were judged by hand.

Usage: python benchmarks/verifying.py [--each] [FILE…]

Without FILE the texts are those of benchmarks/texts. ``--each`` prints every claim that was not judged as expected.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

import nkfacts
from nkfacts.verifying.claims import ABSENT, NUMBER, OTHERWISE, OUTDATED, SAID, UNREAD, Claim

ROOT = Path(__file__).parent.parent
EXPECTED = {"said": {SAID, OUTDATED}, "otherwise": {OTHERWISE}, "absent": {ABSENT}, "unread": {UNREAD}}
RIGHT, WRONGLY_SAID, WRONG, NOT_READ, MISSED = "right", "wrongly said so", "otherwise wrong", "not read", "missed"


def main(*words: str) -> None:
    """Print for each file how its claims were judged."""
    names = [word for word in words if word != "--each"]
    base = nkfacts.load(str(ROOT / "data" / "facts.yaml"))
    for file in [Path(name) for name in names] or sorted((ROOT / "benchmarks" / "texts").glob("*.yaml")):
        counts: Counter[str] = Counter()
        for item in yaml.safe_load(file.read_text("utf-8")):
            for snippet, expected, claim in expected_claims(item, base):
                outcome = judged(expected, claim)
                counts[outcome] += 1
                if "--each" in words and outcome != RIGHT:
                    print(f"{outcome}: {snippet!r} in {_sentence(item['text'], snippet)!r}: ", end="")
                    print(f"{claim.verdict} ({claim.topic}; {claim.finding.reason})" if claim else "no claim")
        each = ", ".join(f"{counts[outcome]} {outcome}" for outcome in (RIGHT, NOT_READ, MISSED, WRONG, WRONGLY_SAID))
        print(f"{file.name}: {counts.total()} claims: {each}")


def expected_claims(item: dict[str, Any], base: nkfacts.Base) -> list[tuple[str, set[str], Claim | None]]:
    """Return of each claim of a text its words, the verdicts that are right, and the claim that was read there."""
    text = item["text"]
    claims = nkfacts.verify(text, base).claims
    found, place = [], -1
    for snippet, verdicts in item["claims"]:
        place = text.index(snippet, place + 1)
        right = set().union(*(EXPECTED[verdict] for verdict in verdicts.split()))
        found.append((snippet, right, _at(text, claims, (place, place + len(snippet)), right)))
    return found


def _at(text: str, claims: tuple[Claim, ...], row: tuple[int, int], right: set[str]) -> Claim | None:
    """Return the claim at a place: a number; else the shortest around it, or of its sentence one that is as expected."""
    start, end = row
    numbers = [claim for claim in claims if claim.kind == NUMBER and claim.start < end and start < claim.end]
    if numbers:
        return numbers[0]
    around = [claim for claim in claims if claim.kind != NUMBER and claim.start < end and start < claim.end]
    if not around:
        begin, last = (text.rfind(". ", 0, start), text.find(". ", end) % (len(text) + 1))
        around = [
            claim for claim in claims if claim.kind != NUMBER and begin < claim.start < last and claim.verdict in right
        ]
    return min(around, key=lambda claim: (claim.end - claim.start, claim.verdict not in right), default=None)


def judged(right: set[str], claim: Claim | None) -> str:
    """Return how a claim was judged; one around which no claim was read, or none that is clear, was not read."""
    if claim is None:
        return MISSED
    if claim.verdict in right:
        return RIGHT
    if claim.verdict in EXPECTED["said"]:
        return WRONGLY_SAID
    return NOT_READ if claim.verdict == UNREAD else WRONG


def _sentence(text: str, snippet: str) -> str:
    at = text.index(snippet)
    return text[max(0, text.rfind(". ", 0, at)) : at + 60]


if __name__ == "__main__":
    main(*sys.argv[1:])
