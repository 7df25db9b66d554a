"""Coverage-guided fuzzing: ``python -m tests.attack.fuzz TARGET [SECONDS]`` (needs ``pip install atheris``).

Targets: ``yaml`` (a whole fact file, read and compiled), ``fragment`` (what ``add --from`` is given), ``dates``,
``amounts`` and ``question`` (a question in plain words to the facts of the tests). libFuzzer keeps inputs that reach
new lines of the program and varies them; it stops at the first input that does what must never happen: an exception
that is no fault named for people, a mistake outside the file, more than 100 words of a question, over 5 seconds for one input.
What it found is a test in ``tests/reading/test_found_by_fuzzing.py``.
"""

import contextlib
import io
import os
import re
import sqlite3
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["nkfacts", "yaml"]):
    import nkfacts.ask.answering
    import nkfacts.ask.shown.records
    import nkfacts.ask.shown.screen
    import nkfacts.ask.told.wording
    from nkfacts.adding.fragment import records_of
    from nkfacts.errors import DataProblem, UsageProblem
    from nkfacts.index.building import compile_base
    from nkfacts.model import amounts, dates
    from nkfacts.query.base import Base

from tests.support.files import BASE, DATA, MINIMAL

BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def inside(problems, data):
    """Hold that every mistake stands at a place of the file, and has a mend."""
    lines = BREAKS.split(data.decode("utf-8", "replace"))
    for problem in problems:
        assert problem.message, problem
        assert problem.mend, problem
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem


def read_yaml(data):
    connection = sqlite3.connect(":memory:")
    with contextlib.closing(connection):
        try:
            problems = compile_base(connection, io.BytesIO(data), "FILE")
        except DataProblem as error:
            problems = error.problems
            assert problems
        inside(problems, data)


def read_fragment(data):
    with contextlib.suppress(DataProblem):
        records_of(data, "FILE", {"taken"})


def read_date(data):
    text = data.decode("utf-8", "replace")
    for read in (dates.parse, dates.parse_day, dates.first_day_of, dates.last_day_of):
        with contextlib.suppress(UsageProblem):
            read(text)


def read_amount(data):
    with contextlib.suppress(UsageProblem):
        assert abs(amounts.parse_number(data.decode("utf-8", "replace"))) <= amounts.LARGEST


_opened = []


def ask(data):
    if not _opened:
        connection = sqlite3.connect(":memory:")
        compile_base(connection, io.BytesIO(BASE.read_bytes()), "FILE")
        _opened.append(Base(connection))
    try:
        found = nkfacts.ask.answering.answer(data.decode("utf-8", "replace"), _opened[0])
    except UsageProblem:
        return
    nkfacts.ask.shown.records.answer_record(found)
    nkfacts.ask.shown.records.explanation(found)
    nkfacts.ask.told.wording.refusal(found)
    (nkfacts.ask.shown.screen.answer_screen if found.facts else nkfacts.ask.shown.screen.closest_screen)(found)


QUESTIONS = [
    "How many soldiers did North Korea send to Russia by March 2025?", "who says the most killed", "is it true that",
    "was Sudzha retaken before last winter?", "국가정보원 사망자 몇 명", "what did the NIS say in 2025-04", "when",
    "how many more killed than wounded in early January 2025 according to gur, not jcs", "2,000 per month since 1 May",
]  # fmt: skip
DAYS = ["2024-10-18", "2024-1X~", "202X", "2024-10/..", "2024-21", "../2024-10?", "9999-12-31", "2024-02-3X%"]
NUMBERS = ["0", "12.50", "-3", "1,000", "1e9", "010", "1000000000000000"]
TARGETS = {
    "yaml": (
        read_yaml,
        lambda: [MINIMAL.read_bytes(), *(path.read_bytes() for path in (DATA / "errors").glob("*.yaml"))],
    ),
    "fragment": (read_fragment, lambda: [path.read_bytes() for path in (DATA / "errors").glob("*.yaml")]),
    "dates": (read_date, lambda: [text.encode() for text in DAYS]),
    "amounts": (read_amount, lambda: [text.encode() for text in NUMBERS]),
    "question": (ask, lambda: [text.encode() for text in QUESTIONS]),
}

if __name__ == "__main__":
    name, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "60"
    target, seeds = TARGETS[name]
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds()):
            (Path(folder) / str(number)).write_bytes(seed)
        words = [f"-max_total_time={seconds}", "-timeout=5", "-max_len=2000", "-rss_limit_mb=2000"]
        atheris.Setup([sys.argv[0], *words, f"-artifact_prefix={os.getcwd()}/{name}-", folder], target)
        atheris.Fuzz()
