"""Write a fact file of any size to stdout: several claimants and revisions for each figure. Usage: make_facts.py COUNT."""

import sys
from collections.abc import Iterator

CLAIMANTS = 200
REVISIONS = 20


def fact_file(count: int) -> Iterator[str]:
    """Yield the text of a fact file with so many facts, piece by piece."""
    figures, sources = max(1, count // REVISIONS), max(10, count // 10)
    yield 'format: 1\ntitle: A measured base\nupdated: "2026-01-01"\ntopics:\n  counts: {label: Counts}\nentities:\n'
    for n in range(CLAIMANTS):
        yield f"  body-{n}:\n    name: Body number {n}\n    kind: organisation\n    aliases: [Organisation {n}, 기관 {n}]\n"
    yield "sources:\n"
    for n in range(sources):
        yield (
            f"  page-{n}:\n    title: Page {n}\n    publisher: Publisher {n % 300}\n    url: https://example.org/{n}\n"
            f'    published: "2025-01-01"\n    language: en\n    kind: news\n'
        )
    yield "figures:\n"
    for n in range(figures):
        yield f"  counts.figure-{n}:\n    label: Figure {n}\n    topic: counts\n    unit: people\n    aliases: [count {n}]\n"
    yield "facts:\n"
    for n in range(count):
        day = f"{2015 + n // figures % 10}-{1 + n % 12:02}-{1 + n % 28:02}"
        yield (
            f"  - id: fact-{n}\n    figure: counts.figure-{n % figures}\n"
            f"    statement: Body {n % CLAIMANTS} told lawmakers in a closed briefing that the number was about {n}.\n"
            f'    value: {n}\n    qualifier: about\n    status: estimated\n    when: "{day[:7]}"\n    reported: "{day}"\n'
            f"    by: body-{n % CLAIMANTS}\n    via: [body-{(n + 7) % CLAIMANTS}]\n    place: body-{(n + 3) % CLAIMANTS}\n"
            f"    evidence:\n      - {{source: page-{n % sources}, as_printed: about {n}}}\n\n"
        )


if __name__ == "__main__":
    sys.stdout.writelines(fact_file(int(sys.argv[1])))
