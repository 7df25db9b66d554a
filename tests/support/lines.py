"""Command lines as people, scripts and slips of the keyboard write them, drawn at random but the same for a seed."""

import random

from nkfacts.cli.forms import parameters_of
from nkfacts.commands.registry import COMMANDS, OVERVIEW, TOPIC
from nkfacts.commands.shared import SHARED
from nkfacts.output.formats import FORMATS
from tests.support.files import BASE, MINIMAL

_SUBJECTS = [
    "casualties", "losses", "deployment", "killed", "casualties.killed", "death", "death toll", "casualtys", "nis", "gte",
    "Casualties", "", " ", "-", "전사자",
]  # fmt: skip
_NAMES = [
    "casualties.killed", "casualties.wounded", "deployment.shells", "death toll", "death", "toll", "nis", "gur", "killed-nis-2",
    "killed-nis-1", "nonsense", "국가정보원", "-", "--", "-5", "--nis", "", "dead", "soldiers", "list", "get", "where", "a=b",
]  # fmt: skip
_ARGUMENTS = {
    "show": ["nis", "casualties.killed", "killed-nis-2"], "trace": ["killed-nis-2", "killed-nis-1", "killed-gur"],
    "revise": ["killed-nis-2", "killed-gur", "nis"], "data": ["where", "where", "use"], "cache": ["clear it"],
    "check": [str(BASE), "none.yaml"], "columns": ["list", "casualties", "get"], "open": ["killed-nis-2", "killed-gur"],
    "diff": [str(MINIMAL), str(BASE), "shipped"], "export": ["json", "events", "yaml"],
    "cite": ["killed-nis-2", "casualties.killed", "killed-gur"], "sql": ["claims", "select 1", "select id from facts"],
}  # fmt: skip
"""What most of the commands take; "cache clear" answers otherwise the second time."""
_WRITING = ("yes", "output")
"""The options by which a command writes a file: the second time it would answer otherwise."""
_SENTENCES = [
    "how many were killed", "how many soldiers died by april 2025", "who says the most died", "list of the dead soldiers",
    "casualties of the war", "nis", "did russia confirm it",
]  # fmt: skip
_VALUES = {
    "data": [str(BASE), "none.yaml", "-", "=none.yaml", ""],
    "as_of": ["2025-01-31", "2025-05", "2020", "2025-02-30", "20250131", "tomorrow", "", "2024-02-29"],
    "format": [*FORMATS, "xml", "", "=json"],
    "columns": ["id", "id,amount", "id,nothing", "Said on", "", "claimant"],
    "since": ["2025", "2024-1X", "no"],
    "status": ["denied", "deny"],
    "figure": ["casualties.killed", "killed"],
    "topic": ["casualties", "deployment", "nowhere"],
    "output": ["-", "killed.svg", "report.html", "killed.pdf", ""],
    "kind": ["official", "person", "nothing"],
}
_NUMBERS = ["1", "2", "20", "0", "-1", "+3", " 3", "1_0", "٣", "x", "", "007", "99999999999999999999"]
_ODD = [
    "--", "-", "--help", "-h", "--version", "--lim", "--forma", "--nothing", "-x", "-fjson", "-f=json", "-n2", "-n", "-nf",
    "--by=nis", "--by=", "--by", "--no-header=yes", "--ids", "--format", "-d", f"-d={BASE}", f"-d{BASE}", "-fn", "---", "--=x",
    "--by-", "-1", "--all", "--show-completion", "-c", "--columns=id", "--no_header",
]  # fmt: skip


def lines(seed, count):
    """Return some command lines, each a list of words."""
    chance = random.Random(seed)  # noqa: S311 - nothing is secret here
    return [_line(chance) for _ in range(count)]


def _line(chance):
    words = []
    while chance.random() < 0.2:
        words += _option(chance, list(SHARED.values()))
    if chance.random() < 0.03:
        words.append(chance.choice(_ODD))
    kind = chance.random()
    if kind < 0.05:
        return words + chance.choice(_SENTENCES).split()
    name = chance.choice(_SUBJECTS if kind < 0.3 else [*COMMANDS, "get", "get", "list", "ask", "search"])
    parameters = parameters_of(COMMANDS.get(name, TOPIC if kind < 0.98 else OVERVIEW))
    behind = []
    for each in parameters:
        if not each.is_option and chance.random() < 0.9:
            count = chance.choice([1, 1, 1, 2, 3]) if each.is_many else 1
            behind += [[_one_of(chance, _ARGUMENTS.get(name, _NAMES))] for _ in range(count)]
            if each.is_many and chance.random() < 0.2:
                behind.append(chance.choice(_SENTENCES).split())
    while chance.random() < 0.5:
        behind.append(_option(chance, [each for each in parameters if each.name not in _WRITING]))
    while chance.random() < 0.1:
        behind.append([chance.choice([*_ODD, *_NAMES])])
    if chance.random() < 0.4:
        chance.shuffle(behind)
    return [*words, name, *(word for part in behind for word in part)]


def _option(chance, parameters):
    option = chance.choice([each for each in parameters if each.is_option])
    spelling = chance.choice(option.spellings)
    if option.kind is bool:
        return [spelling] if chance.random() < 0.95 else [f"{spelling}={chance.choice(['1', ''])}"]
    known = _NUMBERS if option.kind in (int, float) else _VALUES.get(option.name, _NAMES)
    value = _one_of(chance, known)
    together = f"{spelling}={value}" if spelling.startswith("--") else f"{spelling}{value}"
    found = [together] if chance.random() < 0.4 else [spelling, value]
    return found if chance.random() < 0.97 else found[:1]


def _one_of(chance, words):
    """Return one of the words, most often one of the first three, which are good."""
    return chance.choice(words[:3] if chance.random() < 0.85 else [*words, *_NAMES])
