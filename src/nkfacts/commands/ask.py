"""``nkfacts ask QUESTION``: a question in plain words."""

import json
import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from nkfacts.ask.answering import Answer, answer
from nkfacts.ask.records import answer_record, explanation, fact_rows
from nkfacts.ask.wording import lines, refusal, sentence
from nkfacts.commands.options import Setting
from nkfacts.errors import UsageProblem
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.layouts import ANSWERS, EXPLANATION
from nkfacts.output.report import Report
from nkfacts.query.base import Base

EXAMPLES = (
    "nkfacts ask how many north korean soldiers were killed by april 2025",
    "nkfacts ask --brief who says the most died",
)


def run(
    base: Base,
    setting: Setting,
    question: Annotated[
        list[str], typer.Argument(metavar="QUESTION...", help="The question; - reads one a line from standard input.")
    ],
    brief: Annotated[bool, typer.Option("--brief", help="Only the figure, date, name, yes or no.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="How the question was read and what was weighed.")] = False,
) -> Report:
    """Ask a question in plain words; the answer comes with its source, or there is an honest no.

    How many, when, who, where, what, yes or no, and lists; names in any spelling; "by April
    2025" for what was known then, "in October 2024" for what a figure is about. A question
    with a word that the facts do not have is not answered: the status is 1, and stderr names
    the word and the nearest figures. In a pipe come the facts used, as for --format tsv; for
    "-", one JSON document a line.
    """
    if brief and explain:
        raise UsageProblem("--brief and --explain exclude each other", "give one of them")
    if question == ["-"]:
        if explain:
            raise UsageProblem("--explain takes one question", "write the question behind it")
        return _batch(base, setting, sys.stdin, brief=brief)
    found = answer(" ".join(question), base)
    return _report(found, brief=brief, explain=explain)


def _report(found: Answer, *, brief: bool, explain: bool) -> Report:
    whole = answer_record(found)
    nothing = ("no fact on that", refusal(found))
    if explain:
        steps = explanation(found)
        status = ExitCode.ANSWERED if found.facts else ExitCode.NOTHING_FOUND
        return Report(found.question.text, EXPLANATION, steps, whole={**whole, "explained": steps}, status=status)
    rows = fact_rows(found)
    if brief:
        return Report(
            found.question.text,
            ANSWERS,
            rows,
            plain=f"{found.brief or sentence(found)}\n" if found.facts else "",
            nothing=nothing,
            whole=whole,
        )
    return Report(
        found.question.text, ANSWERS, rows, prose=lines(found), nothing=nothing, whole=whole,
    )  # fmt: skip


def _batch(base: Base, setting: Setting, lines: Iterable[str], *, brief: bool) -> Report:
    """Answer one question a line; blank lines are passed over."""
    if setting.data == "-":
        raise UsageProblem("standard input cannot be both the questions and the facts", "give one of them as a file")
    found = [answer(line.strip(), base) for line in lines if line.strip()]
    plain, rows = None, []
    if brief:
        plain = "".join(f"{(each.brief or sentence(each)) if each.facts else ''}\n" for each in found)
    elif setting.format is None and setting.columns is None:
        plain = "".join(json.dumps(answer_record(each), ensure_ascii=False, allow_nan=False) + "\n" for each in found)
    else:
        rows = [row for each in found for row in fact_rows(each)]
    answered = any(each.facts for each in found)
    return Report(
        "Answers", ANSWERS, rows, plain=plain,
        nothing=("no fact on any of the questions" if found else "no question was asked", ""),
        status=ExitCode.ANSWERED if answered else None,
    )  # fmt: skip
