"""Write docs/fact-file.md, the description of the fact file, from the model. Usage: python docs/make_fact_file.py."""

import sys

from nkfacts.model.meaning import Counts, Frame, Held
from nkfacts.model.record import keys_of
from nkfacts.model.records import PARTS, Evidence, Header

_INTRODUCTION = """\
# The fact file

Made from the model by `python docs/make_fact_file.py`; a test holds it up to date.

A fact file is one YAML document in UTF-8: a header and eight parts. `topics`, `entities`, `sources`, `figures`, `actions`,
`things` and `questions` map an id to a record; `facts` is a list of records. Anchors, aliases, merge keys and tags are refused, as are duplicate and
unknown keys, so that a slip of the pen loses no data. Values are typed by the model, never by YAML 1.1: `no` is a word, and
a day needs no quotes. A text with a question mark does where it stands in brackets or braces, as some readers of YAML refuse it
there. `nkfacts check` says what is wrong, where, and how to mend it.

A base may also be a folder of such files, its subfolders included (`--data DIR`). Each file says its `format` and has the parts
it needs; `title` and `updated` stand in one of them at least (of several days the latest counts), and so does every part;
only `actions`, `things` and `questions` may be missing.

Dates are a profile of EDTF (ISO 8601-2): `2024-10-18`, `2024-10`, `2024`, `2024-10/2025-01`, `2024-10/..`, `../2025-01`,
`2024-10~` (approximate), `2024-10?` (uncertain), `2024-10%` (both), `2024-1X`, `202X`, and the seasons `2024-21` (spring) to
`2024-24` (winter, from December into the next year).

What must hold beyond the single key:

- Ids are unique in the whole file; every reference leads to a record; a name or alias leads to one record of its part.
- A fact with a `figure` has exactly one of `value`, `low`/`high` and `words`. A fact without one is an event: it has `topic`,
  `title` and `when`, and no amount.
- `reported` is a day from 1990 to tomorrow, and not before `when` begins unless the status is `planned`.
- A fact has evidence, at least one piece of it with `as_printed`.
- `preferred` and `deprecated` carry a `rank_reason`; a figure has at most one preferred fact.
- `supersedes` names an earlier fact of the same claimant and figure.
- `disputes` names facts of other claimants. It holds both ways, so one of two facts names the other.
- A common question has `figure` or `facts`, none of them deprecated, and no wording of another.
- Warnings: a `cumulative` total that falls without `supersedes`; the same amount and claimant twice in a week; a fact that
  rests on unverified pages only; a record that nothing uses; a fact reported after its newest page was published.
"""

NESTED = {
    "evidence (in facts)": Evidence,
    "events (in facts)": Frame,
    "counts (in figures)": Counts,
    "held (in entities)": Held,
}
"""The records that stand in others."""


def describe(title: str, record: type) -> list[str]:
    """Return the section about one kind of record."""
    lines = [f"\n## {title}\n", "| key | value | meaning |", "| --- | --- | --- |"]
    for key in keys_of(record).values():
        name = f"**{key.name}**" if key.required else key.name
        lines.append(f"| {name} | {key.type.noun} | {key.doc} |")
    return lines


def main() -> str:
    """Return the whole page."""
    lines = [_INTRODUCTION, "Keys in bold must be there."]
    lines += describe("The header", Header)
    for part, record in PARTS.items():
        lines += describe(part, record)
    for title, nested in NESTED.items():
        lines += describe(title, nested)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(main())
