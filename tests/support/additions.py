"""Adding to a copy of the fact file of the tests: by the command, or by the functions behind it."""

import io
import sqlite3
from functools import cache

from nkfacts.adding.addition import FactFile
from nkfacts.index.building import compile_base
from nkfacts.model.records import Evidence, Fact
from nkfacts.query.base import Base
from nkfacts.reading.fact_file import Reading
from tests.support.commandline import run_here
from tests.support.files import BASE, SHIPPED

OLD = BASE.read_bytes()
PAGE = next(e.id for e in Reading(io.BytesIO(OLD), "").entries() if e.part == "sources")
OPTIONS = [
    "--figure", "casualties.killed", "--value", "750", "--qualifier", "about", "--status", "estimated",
    "--reported", "2025-06-30", "--by", "nis", "--via", "oh-min-su", "--when", "2024-10/2025-06",
    "--source", PAGE, "--as-printed", "about 750", "--statement", "The NIS: about 750 were killed.",
]  # fmt: skip
"""A fact as options."""
FRAGMENT = """
sources:
  aa-2025-06-30-new: {publisher: Aa, language: en, kind: news}
entities:
  zz-new: {name: "Zz: new", kind: person, aliases: ["a, b", "#c"]}
facts:
  - {topic: deployment, title: 'A "new" thing', statement: Yes, status: reported, when: "2025", by: zz-new,
     reported: "2025-06-30", evidence: [{source: aa-2025-06-30-new, as_printed: "{yes}"}]}
"""
"""A fact, and what it names, as a fragment."""
SMALL = """# first
format: 1
title: T
updated: "2025-01-01"
topics: {a: {label: A}}
entities:
- # none
figures:
sources:
    b-page: # said of b
        publisher: B
        language: en
        kind: news
        # last words on b
    # said of c
    c-page: {publisher: C, language: en, kind: news}

facts:
- id: one  # trailing
  topic: a
  title: One
  statement: >-
    folded
    text

  when: "2025"
  status: reported
  reported: "2025-01-01"
  by: nis
  evidence: [
    {source: b-page, as_printed: x},
  ]
  # belongs to one

# after all
""".replace("- # none", "    nis: {name: N, kind: person}")
"""A fact file in a layout of its own."""


def add(*arguments, data, stdin=""):
    """Run ``nkfacts add`` on a fact file, in this process."""
    return run_here(data.parent / "home", "add", *arguments, data=data, stdin=stdin.encode())


def read(data):
    """Return the base of a fact file."""
    connection = sqlite3.connect(":memory:")
    compile_base(connection, io.BytesIO(data), "facts.yaml")
    return Base(connection)


def entries(data):
    """Return the records of a fact file with their parts, in its order."""
    return [(entry.part, entry.record) for entry in Reading(io.BytesIO(data), "").entries()]


@cache
def shipped_entries():
    """Return the records of the shipped facts with their parts: to read them takes a second."""
    return tuple(entries(SHIPPED.read_bytes()))


def ids(data, part):
    """Return the ids of a part, in the order of the file."""
    return [record.id for found, record in entries(data) if found == part]


def new_fact(**keys):
    """Return a fact that the fact file of the tests does not have, with keys of its own."""
    return Fact(
        **{
            "id": "new",
            "statement": "Said.",
            "status": "reported",
            "reported": "2025-06-30",
            "by": "nis",
            "evidence": (Evidence(source=PAGE, as_printed="said"),),
            **keys,
        }
    )


def added_only(old, new):
    """Say whether the lines of the old file all stand in the new one, in their order."""
    rest = iter(new.splitlines(keepends=True))
    return all(line in rest for line in old.splitlines(keepends=True))


def with_added(tmp_path, old, *new):
    """Return what a fact file becomes with new records."""
    path = tmp_path / "facts.yaml"
    path.write_bytes(old)
    return FactFile(str(path)).with_added(list(new)).data
