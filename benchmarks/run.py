"""Measure nkfacts against plain references and write benchmarks/README.md. Usage: python benchmarks/run.py [--runs N].

Run it with the Python of an environment in which nkfacts is installed. Every row times two
whole processes in turn, A B A B …, and keeps the ratio of each pair: machines drift, ratios do not.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from make_facts import fact_file

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "data" / "facts.yaml"
NKFACTS = str(Path(sys.executable).parent / "nkfacts")
WORD_APP = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def word(count: int = 1): print("word")
@app.command()
def table():
    from rich.console import Console
    from rich.table import Table
    small = Table("a", "b"); small.add_row("1", "2"); Console(force_terminal=True).print(small)
app()
"""
LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], 'rb'), yaml.CSafeLoader)"
LOAD_AND_TYPER = f"import typer; {LOAD}"
LOOK_UP = "import sqlite3; sqlite3.connect(':memory:').execute('SELECT 1').fetchone()"
RANKING = """
import glob, os, sqlite3
index = max(glob.glob(os.environ["XDG_CACHE_HOME"] + "/nkfacts/*.sqlite"), key=os.path.getsize)
sqlite3.connect(f"file:{index}?mode=ro&immutable=1", uri=True).execute(
    "SELECT rowid FROM fulltext WHERE fulltext MATCH ? ORDER BY bm25(fulltext, 6, 4, 1, 1) LIMIT 20",
    ["{title body names more} : lawmakers"]).fetchall()
"""
READ_AND_WRITE = "import json, sys; print(json.dumps(json.load(open(sys.argv[1])), indent=2, ensure_ascii=False))"
READY = "import yaml, sqlite3, nkfacts.cli.run, nkfacts.index.building"


class Row(NamedTuple):
    """One line of the table: what is measured against what, and the most it may take."""

    name: str
    command: list[str]
    reference: list[str]
    goal: float
    fresh: bool = False
    slow: bool = False
    asked: str = ""
    """What the command reads from standard input."""
    variables: tuple[tuple[str, str], ...] = ()
    """What the command finds in its environment besides."""
    edited: Path | None = None
    """A fact file of which one fact changes between the reference, a first run, and the command."""


TAB = (("_NKFACTS_COMPLETE", "complete_bash"), ("COMP_WORDS", "nkfacts get cas"), ("COMP_CWORD", "2"))
QUESTIONS = ["how many were killed", "when was the treaty signed", "did russia confirm north korean soldiers",
             "how many chinese soldiers were killed", "who says the most died"]  # fmt: skip


def rows(folder: Path, small: Path, large: Path) -> list[Row]:
    """Return what is measured; the files of other sizes were made before."""
    word = folder / "word.py"
    word.write_text(WORD_APP, encoding="utf-8")
    python, app = sys.executable, [sys.executable, str(word)]
    bare = [python, "-c", "pass"]
    get, ask = [NKFACTS, "get", "casualties.killed"], [NKFACTS, "ask", QUESTIONS[0]]
    of_large, of_small = ["-d", str(large)], ["-d", str(small)]
    get_one, find, ask_one = (
        [NKFACTS, "get", "counts.figure-0"],
        [NKFACTS, "search", "lawmakers"],
        [NKFACTS, "ask", "figure 7"],
    )
    dump = folder / "facts.json"
    dump.write_bytes(subprocess.run([NKFACTS, "list", "-f", "json"], capture_output=True, check=True).stdout)
    one, several = copies_of_the_shipped_facts(folder)
    found = [
        Row("`get FIGURE` against `python -c pass`", get, bare, 1.8),
        Row("its floor: `import sqlite3` and one look-up, against the same", [python, "-c", LOOK_UP], bare, 1.8),
        Row("`get --as-of DAY` against `python -c pass`", [*get, "--as-of", "2025-01-31"], bare, 1.8),
        Row("`get --data FILE` against `python -c pass`", [*get, "--data", str(SHIPPED)], bare, 1.8),
        Row("TAB behind `get cas` against `python -c pass`", [NKFACTS], bare, 2.5, variables=TAB),
        Row("`TOPIC`, piped, against a Typer app that prints a word", [NKFACTS, "casualties"], [*app, "word"], 0.7),
        Row("`list --limit 20 --format json` against the same", [NKFACTS, "list", "-n", "20", "-f", "json"], [*app, "word"], 0.7),
        Row("`timeline --limit 20` against the same", [NKFACTS, "timeline", "-n", "20"], [*app, "word"], 0.7),
        Row("`search` against the same", [NKFACTS, "search", "storm", "shadow"], [*app, "word"], 0.7),
        Row("`show` against the same", [NKFACTS, "show", "casualties.killed"], [*app, "word"], 0.7),
        Row("`compare` against the same", [NKFACTS, "compare", "casualties.killed"], [*app, "word"], 0.7),
        Row("`ask` against the same", ask, [*app, "word"], 0.7),
        Row("the whole `timeline` against the same", [NKFACTS, "timeline"], [*app, "word"], 1.2),
        Row("`list --format json` of all facts against the same", [NKFACTS, "list", "-f", "json"], [*app, "word"], 1.5),
        Row("its floor: the same text read and written again by `json`, against the same",
            [python, "-c", READ_AND_WRITE, str(dump)], [*app, "word"], 1.5),
        Row(
            "`TOPIC --limit 20` as a table against a Typer app that prints a small rich table",
            [NKFACTS, "casualties", "-n", "20", "-f", "table"], [*app, "table"], 1.35,
        ),
        Row("`get --help` against that app's `--help`", [NKFACTS, "get", "--help"], [*app, "word", "--help"], 1.3),
        Row("1,000 questions through `ask -` against one question", [NKFACTS, "ask", "-"], ask, 20,
            slow=True, asked="\n".join(QUESTIONS * 200)),
        Row("first run against importing Typer and loading the file with CSafeLoader", get,
            [python, "-c", LOAD_AND_TYPER, str(SHIPPED)], 1.2, fresh=True),
        *(
            Row(f"`get` after an edit of one fact {where} against a first run", [*get, "-d", str(base)],
                [*get, "-d", str(base)], 0.6, edited=edited)
            for where, base, edited in (
                ("of the shipped file", one, one), ("of the shipped facts in a folder of nine files", several.parent, several),
            )
        ),
        Row("first `get` on the large file against CSafeLoader alone", [*get_one, *of_large],
            [python, "-c", LOAD, str(large)], 0.7, fresh=True, slow=True),
        Row("`get` on the large file against `get` on 300 facts", [*get_one, *of_large], [*get_one, *of_small], 1.25),
        Row("`search` for a word of twenty facts on the large file against 300 facts",
            [NKFACTS, "search", "figure", "7", *of_large], [NKFACTS, "search", "figure", "7", *of_small], 2.0),
        Row("`search` for a word of every fact on the large file against 300 facts", [*find, *of_large], [*find, *of_small], 2.0),
        Row("its floor: `import sqlite3` and the ranking alone, on the large file, against the same",
            [python, "-c", RANKING], [*find, *of_small], 2.0),
        Row("`ask` on the large file against `ask` on 300 facts", [*ask_one, *of_large], [*ask_one, *of_small], 2.0),
    ]  # fmt: skip
    jq = shutil.which("jq")
    if jq:
        query = '[.[] | select(.figure == "casualties.killed")][0].value'
        found.append(Row("`get FIGURE` against `jq` on the same facts as JSON", get, [jq, query, str(dump)], 1.0))
    yq = shutil.which("yq")
    if yq:
        found.append(Row("`get FIGURE` against `yq` on the fact file", get, [yq, ".updated", str(SHIPPED)], 1.0))
    return found


def copies_of_the_shipped_facts(folder: Path) -> tuple[Path, Path]:
    """Copy the shipped facts as one file, and as a folder: its facts in eight files, of which one is returned."""
    one, several = folder / "one.yaml", folder / "several"
    shutil.copy(SHIPPED, one)
    several.mkdir()
    others, heading, facts = SHIPPED.read_text(encoding="utf-8").partition("\nfacts:\n")
    (several / "others.yaml").write_text(f"{others}\n", encoding="utf-8")
    items = re.split(r"^(?=  - id:)", facts, flags=re.MULTILINE)
    size = len(items) // 8 + 1
    for start in range(0, len(items), size):
        text = "".join(items[start : start + size])
        (several / f"facts-{start}.yaml").write_text(f"format: 1{heading}{text}", encoding="utf-8")
    return one, several / f"facts-{4 * size}.yaml"


def edit(path: Path, turn: int) -> None:
    """Change a word of one fact in the middle of a file, at a time of its own."""
    text = path.read_text(encoding="utf-8")
    at = text.index("    statement:", len(text) // 2)
    old, new = (" a ", " one ") if turn % 2 else (" one ", " a ")
    path.write_text(text[:at] + text[at:].replace(old, new, 1), encoding="utf-8")
    os.utime(path, (1_700_000_000 + turn, 1_700_000_000 + turn))


def seconds(command: list[str], environment: dict[str, str], asked: str = "") -> float:
    """Run a command once and return how long the whole process took."""
    begin = time.perf_counter()
    subprocess.run(
        command,
        input=asked.encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        check=False,
    )
    return time.perf_counter() - begin


def measure(row: Row, runs: int, cache: Path) -> tuple[list[float], list[float]]:
    """Return the times of a row's command and of its reference, run in turn after one warm-up."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "NO_COLOR": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    own, other = [], []
    for turn in range(runs + 1):
        if row.fresh or row.edited:
            shutil.rmtree(cache / "nkfacts", ignore_errors=True)
        if row.edited:
            first = seconds(row.reference, environment)
            edit(row.edited, turn)
            pair = seconds(row.command, environment), first
        else:
            own_time = seconds(row.command, environment | dict(row.variables), row.asked)
            pair = own_time, seconds(row.reference, environment)
        if turn:
            own.append(pair[0])
            other.append(pair[1])
    return own, other


def peak_megabytes(command: list[str], cache: Path) -> float:
    """Return the most memory a command takes, its index built anew."""
    shutil.rmtree(cache / "nkfacts", ignore_errors=True)
    watch = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
    watch += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    found = subprocess.run([sys.executable, "-c", watch, *command], capture_output=True, check=True, env=environment)
    return int(found.stdout) / (1024 if sys.platform != "darwin" else 1024**2)


def main() -> None:
    """Measure every row and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--large", type=int, default=100_000, help="facts of the large file")
    options = parser.parse_args()
    older = b"import re" in Path(NKFACTS).read_bytes()
    script = "; the console script imports `re` for 3 ms, as that of an older pip does" if older else ""
    lines = [
        "# How fast it is\n",
        f"Written by `python benchmarks/run.py --runs {options.runs} --large {options.large}`; medians of whole processes",
        f"in turn with their reference, on {os.cpu_count()} cores, Python {platform.python_version()},",
        f"{platform.system()}{script}. The large file has {options.large:,} facts. Trust the ratios, not the milliseconds.\n",
        "| what | ms | reference ms | ratio (lowest to highest) | goal |",
        "| --- | --: | --: | --- | --: |",
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = folder / "small.yaml", folder / "large.yaml"
        for path, count in ((small, 300), (large, options.large)):
            with path.open("w", encoding="utf-8") as out:
                out.writelines(fact_file(count))
            os.utime(path, (1_700_000_000, 1_700_000_000))
        for row in rows(folder, small, large):
            runs = 3 if row.slow else options.runs
            own, other = measure(row, runs, folder / "cache")
            ratios = sorted(a / b for a, b in zip(own, other, strict=True))
            lines.append(
                f"| {row.name} | {median(own) * 1000:.0f} | {median(other) * 1000:.0f} | "
                f"{median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}) | {row.goal} |"
            )
            print(lines[-1], file=sys.stderr)
        own = peak_megabytes([NKFACTS, "get", "counts.figure-0", "-d", str(large)], folder / "cache")
        other = peak_megabytes([sys.executable, "-c", LOAD, str(large)], folder / "cache")
        ready = peak_megabytes([sys.executable, "-c", READY], folder / "cache")
        lines.append(
            f"\nThe most memory that the first `get` on the large file takes: {own:.0f} MB; CSafeLoader {other:.0f} MB: "
            f"{own / other:.0%} (goal 15%). Before it reads anything, with all that it imports, it takes {ready:.0f} MB."
        )
    missing = [f"`{tool}`" for tool in ("jq", "yq") if shutil.which(tool) is None]
    if missing:
        lines.append(f"\nNot there, so not compared with: {', '.join(missing)}.")
    (ROOT / "benchmarks" / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
