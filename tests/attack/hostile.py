"""Hostile fact files, each answered in bounds: ``python -m tests.attack.hostile [NAME ...]``.

Every file is checked by a process of its own; printed are its status, seconds of CPU, megabytes of memory and the lines
and bytes of its messages. Bad is whatever takes over 2 s (of many whole records: 3 s for each megabyte) or 300 MB (of
many whole records: 400), says over 101 lines, or ends in a status other than 0 or 3.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.support.bases import fact, spliced
from tests.support.commandline import COMMAND, environment

WHOLE = {
    "facts_of_one_figure", "facts_of_one_claimant", "unknown_references", "facts_of_one_id", "equal_claims",
}  # fmt: skip
"""Files of many whole records, which are read to their end: their time has to grow with their size."""


def _day(number: int) -> str:
    return f"20{10 + number // 336 % 15}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"


def _facts(count: int, **keys: object) -> str:
    return spliced("facts:\n" + "".join(fact(f"f{n}", value=n, reported=_day(n), **keys) for n in range(count)))


def unknown_keys() -> str:
    return spliced("".join(f"k{n}: 1\n" for n in range(1_000_000)))


def scalars_as_facts() -> str:
    return spliced("facts:\n" + "  - x\n" * 2_000_000)


def empty_facts() -> str:
    return spliced("facts:\n" + "  - {}\n" * 300_000)


def null_facts() -> str:
    return spliced("facts:\n" + "  -\n" * 1_000_000)


def duplicate_keys() -> str:
    return spliced("a: b\n" * 500_000)


def unknown_references() -> str:
    return spliced("facts:\n" + "".join(fact(f"f{n}", by=f"nobody-{n}", value=n) for n in range(20_000)))


def unknown_references_in_one_list() -> str:
    via = f"[{', '.join(f'nobody-{n}' for n in range(20_000))}]"
    return spliced("facts:\n" + fact("one", via=via))


def facts_of_one_id() -> str:
    return spliced("facts:\n" + "".join(fact("one", value=n, reported=_day(n)) for n in range(20_000)))


def equal_claims() -> str:
    return spliced("facts:\n" + "".join(fact(f"f{n}") for n in range(10_000)))


def equal_claims_of_many() -> str:
    entities = "entities:\n" + "".join(f"  e{n}:\n    name: E{n}\n    kind: organisation\n" for n in range(4000))
    return spliced(entities + "facts:\n" + "".join(fact(f"f{n}", by=f"e{n}") for n in range(4000)))


def equal_aliases() -> str:
    return spliced(
        "entities:\n"
        + "".join(f"  e{n}:\n    name: Name {n}\n    kind: organisation\n    aliases: [same]\n" for n in range(5000))
    )


def chain_of_places(count: int = 3000) -> str:
    return spliced(
        "entities:\n  nis:\n    name: The NIS\n    kind: organisation\n"
        + "".join(f"  p{n}:\n    name: Place {n}\n    kind: place\n    part_of: p{n + 1}\n" for n in range(count))
        + f"  p{count}:\n    name: Place {count}\n    kind: place\n"
    )


def cycle_of_places() -> str:
    return spliced(
        "entities:\n  nis:\n    name: The NIS\n    kind: organisation\n"
        + "".join(
            f"  p{n}:\n    name: Place {n}\n    kind: place\n    part_of: p{(n + 1) % 1000}\n" for n in range(1000)
        )
    )


def flow_line() -> str:
    return spliced(f"topics: [{'a, ' * 3_000_000}]\n")


def flow_mapping() -> str:
    return spliced("topics: {" + ", ".join(f"a{n}: {{label: b}}" for n in range(300_000)) + "}\n")


def deep_flow() -> str:
    return spliced("topics: " + "[" * 1_000_000)


def deep_block() -> str:
    return "".join(" " * n + "a:\n" for n in range(3000))


def long_scalar() -> str:
    return spliced("note: " + "x" * 10_000_000 + "\n")


def long_key() -> str:
    return spliced("? " + "x" * 5_000_000 + "\n: 1\n")


def long_values() -> str:
    return spliced("facts:\n" + "".join(fact(f"f{n}", status="y" * 15_000) for n in range(500)))


def aliases() -> str:
    return "a: &a [x]\n" + "b: *a\n" * 500_000


def facts_of_one_figure() -> str:
    return _facts(20_000)


def facts_of_one_claimant() -> str:
    figures = "figures:\n" + "".join(
        f"  casualties.f{n}:\n    label: F{n}\n    topic: casualties\n    unit: people\n" for n in range(1000)
    )
    return spliced(
        figures
        + "facts:\n"
        + "".join(fact(f"f{n}", figure=f"casualties.f{n % 1000}", value=n, reported=_day(n)) for n in range(20_000))
    )


def preferred_facts() -> str:
    return _facts(5000, rank="preferred", rank_reason="why")


def superseding_facts() -> str:
    return spliced("facts:\n" + "".join(fact(f"f{n}", supersedes="f0", value=n) for n in range(10_000)))


def many_sources_of_a_fact() -> str:
    page = "    publisher: P\n    language: en\n    kind: news\n"
    sources = "sources:\n" + "".join(f"  s{n}:\n{page}" for n in range(3000))
    evidence = "[" + ", ".join(f'{{source: s{n}, as_printed: "600"}}' for n in range(3000)) + "]"
    return spliced(sources + "facts:\n" + "".join(fact(f"f{n}", evidence=evidence, value=n) for n in range(20)))


def equal_items() -> str:
    return spliced("facts:\n" + fact("one", tags=f"[{', '.join(f't{n}' for n in range(50_000))}]"))


def topics_of_similar_names() -> str:
    return spliced("topics:\n" + "".join(f"  {'a' * 90}{n}:\n    label: L\n" for n in range(5000)))


def plain_large() -> str:
    return _facts(3000)


def combining_marks() -> str:
    return spliced("facts:\n" + "".join(fact(f"f{n}", statement="e" + "\u0301" * 390) for n in range(2000)))


FILES = {
    name: made
    for name, made in globals().items()
    if callable(made) and not name.startswith("_") and made.__module__ == __name__
}


def attacked(names: "list[str]") -> Iterator[tuple[str, int, float, float, int, int, float]]:
    """Check each of the files and yield what it took."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            path = Path(folder) / "hostile.yaml"
            # By another process: what this one holds would be counted as memory of its children.
            subprocess.run([sys.executable, "-m", "tests.attack.hostile", "--write", name, str(path)], check=True)
            size = path.stat().st_size / 1e6
            with tempfile.TemporaryFile() as err:
                process = subprocess.Popen(
                    ["sh", "-c", 'ulimit -t 100; exec "$@"', "sh", *COMMAND, "check", str(path)],
                    stdout=subprocess.DEVNULL,
                    stderr=err,
                    env=environment(folder),
                )
                _, status, used = os.wait4(process.pid, 0)
                err.seek(0)
                said = err.read()
            yield (
                name,
                os.waitstatus_to_exitcode(status),
                used.ru_utime + used.ru_stime,
                used.ru_maxrss / 1024,
                said.count(b"\n"),
                len(said),
                size,
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        Path(sys.argv[3]).write_text(FILES[sys.argv[2]](), "utf-8")
        sys.exit()
    bad = []
    print(f"{'file':32} {'MB':>5} {'status':>6} {'CPU s':>6} {'MB':>5} {'lines':>6} {'bytes':>9}")
    for name, status, cpu, memory, lines, length, size in attacked(sys.argv[1:] or list(FILES)):
        fine = (
            status in (0, 3)
            and cpu < (3 * size if name in WHOLE else 2)
            and memory < (400 if name in WHOLE else 300)
            and lines <= 101
        )
        print(
            f"{name:32} {size:5.1f} {status:6} {cpu:6.1f} {memory:5.0f} {lines:6} {length:9} {'' if fine else 'BAD'}",
            flush=True,
        )
        bad += [] if fine else [name]
    print(f"{len(bad)} bad: {', '.join(bad)}")
    sys.exit(bool(bad))
