"""Fact files made for a test: a few lines put into the least that checks, and a base opened from a text."""

import contextlib
import io
import re
import sqlite3
from collections.abc import Iterable, Iterator

import yaml

from nkfacts.errors import Problem
from nkfacts.index.building import compile_base
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from tests.support.files import BASE, MINIMAL, SHIPPED

KILLED = "casualties.killed"
TREE = yaml.load(BASE.read_bytes(), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - every value a string, from our own file
"""The fact file of the tests as any other program reads it."""


FRAMED = """actions:
  send: {label: send, verbs: [send], plover: AID, required: [who, what/whom], symmetric: true}
  kill: {label: kill, verbs: [kill], inverse: [die], inverse_subject: [whom], parent: send}
things:
  soldiers: {names: [soldiers, soldier], of: kim, office: false, place: true}
  minister: {names: [minister], isa: [soldiers], office: true}
entities:
  nis: {name: NIS, kind: organisation, aliases: []}
  kursk: {name: Курская область, kind: place}
  kim: {name: "no", kind: person, isa: [soldiers], held: [{post: minister, of: nis, from: 2024-10~, to: 2025-01}]}
figures:
  casualties.killed:
    label: "600"
    topic: casualties
    unit: people
    counts: {of: [soldiers], did: [kill], from: [kim], measure: number, needs: [of/did]}
    asked: ["Who: what?", "- x", "# no", "null", "~"]
questions:
  who-sent: {asked: ["who: sent?", "- whom", "null"], facts: [sent]}
  how-many: {asked: ["# how many"], figure: casualties.killed}
facts:
  - id: sent
    topic: casualties
    title: "true"
    statement: 'He said: "yes" #1 \\ {x} [y] & *z !'
    status: planned
    when: 2025-01/..
    reported: 2025-01-02
    by: nis
    event: sent-2025
    main: true
    evidence: [{source: page, as_printed: "007"}]
    events:
      - {who: [kim], did: send, what: [28 soldiers], where: [], with: [nis], as: [minister], for: [kill], not: true}
      - {did: kill, whom: [0.5 soldiers], from: [kursk], open: true, attempt: true, first: true}
"""
"""Actions, things and common questions, and facts with frames, for ``spliced``."""


def spliced(fragment: str) -> str:
    """Return the fragment with every part of minimal.yaml that it lacks behind it: its lines keep their numbers."""
    parts: dict[str, list[str]] = {}
    for line in MINIMAL.read_text(encoding="utf-8").splitlines(keepends=True):
        if not line.startswith((" ", "#")):
            parts[line.partition(":")[0]] = []
        if parts:
            parts[list(parts)[-1]].append(line)
    own = {line.partition(":")[0] for line in fragment.splitlines() if line[:1].strip()}
    return fragment + "".join("".join(lines) for name, lines in parts.items() if name not in own)


def compiled(text: str | bytes) -> tuple[Base, list[Problem]]:
    """Compile a fact file in memory; the base and its warnings."""
    connection = sqlite3.connect(":memory:")
    try:
        problems = compile_base(connection, io.BytesIO(text.encode() if isinstance(text, str) else text), "FILE")
    except BaseException:
        connection.close()
        raise
    return Base(connection), problems


@contextlib.contextmanager
def base_of(text: str | bytes, as_of: str | None = None) -> Iterator[Base]:
    """Open a base of a fact file's text, for as long as the block lasts."""
    base, _ = compiled(text)
    try:
        yield base.on(as_of)
    finally:
        base.close()


def fact(id_: str, **keys: object) -> str:
    """Return the lines of a fact of minimal.yaml's figure, with keys of its own."""
    own = {
        "figure": "casualties.killed",
        "statement": "Words.",
        "value": 600,
        "status": "reported",
        "reported": "2025-01-02",
        "by": "nis",
        "evidence": '[{source: page, as_printed: "600"}]',
        **keys,
    }
    lines = [f"{name}: {value}" for name, value in own.items() if value is not None]
    return "\n    ".join([f"  - id: {id_}", *lines]) + "\n"


def killed(*facts: str) -> contextlib.AbstractContextManager[Base]:
    """Open a base with facts about the dead by nis, jcs and gur.

    Its page is an agency's, which its reprint repeats; its paper has it from nobody, its blog is unverified.
    """
    claimants = "".join(f"  {id_}:\n    name: The {id_}\n    kind: organisation\n" for id_ in ("nis", "jcs", "gur"))
    blog = "  blog:\n    publisher: Blog\n    language: en\n    kind: unverified\n"
    page = "  page:\n    publisher: Yonda\n    language: en\n    kind: agency\n"
    more = """  paper: {publisher: Herald, language: en, kind: news}
  reprint: {publisher: Courier, language: en, kind: news, citing: Yonda}
"""
    return base_of(spliced(f"entities:\n{claimants}sources:\n{page}{blog}{more}facts:\n{''.join(facts)}"))


def shipped_about(figure: str) -> str:
    """Return the shipped fact file with the facts of one figure alone, their sources and the figures of its topic.

    There are no common questions.
    """
    head, _, rest = SHIPPED.read_text(encoding="utf-8").partition("\nfacts:\n")
    facts = "".join(each for each in re.split(r"(?m)^(?=  - id: )", rest) if f"    figure: {figure}\n" in each)
    # Those they dispute may be of other figures.
    facts = re.sub(r"(?m)^    disputes: .*\n", "", facts)
    used = set(re.findall(r"source: ([\w.-]+)", facts))
    before, _, rest = head.partition("\nsources:\n")
    sources, _, rest = rest.partition("\nfigures:\n")
    kept = "".join(each for each in re.split(r"(?m)^(?=  \S)", sources) if each.split(":")[0].strip() in used)
    figures, _, rest = rest.partition("\nactions:\n")
    topic = figure.partition(".")[0]
    counted = "".join(each for each in re.split(r"(?m)^(?=  \S)", figures) if each.startswith(f"  {topic}."))
    # Those near them may be of other topics.
    counted = re.sub(r"(?m)^    near: .*\n", "", counted)
    meaning, _, _ = rest.partition("\nquestions:\n")
    return f"{before}\nsources:\n{kept}\nfigures:\n{counted}\nactions:\n{meaning}\nfacts:\n{facts}"


def ids(facts: Iterable[Fact]) -> list[str]:
    """Return the ids of facts."""
    return [fact.id for fact in facts]


def names_of(part: str) -> list[tuple[str, str]]:
    """Return every name that a record of the part has in the fact file of the tests, with its id."""
    return [
        (id_, name)
        for id_, record in TREE[part].items()
        for name in (id_, record.get("name", record.get("label")), *record.get("aliases", ()))
    ]
