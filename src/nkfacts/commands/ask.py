"""``nkfacts ask QUESTION``: a question in plain words."""

from collections.abc import Callable, Iterator, Sequence

from nkfacts.ask.refusals.helping import answer_or_help
from nkfacts.ask.shown.marks import remarks
from nkfacts.ask.shown.records import answer_record, explanation, fact_rows
from nkfacts.ask.shown.screen import answer_screen, closest_screen
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.told.caveats import caveats, limits
from nkfacts.ask.told.wording import is_listed, parts_shown, refusal, sentence, without_words
from nkfacts.commands.declaring import Argument, Option
from nkfacts.commands.options import Setting, lines_of_stdin
from nkfacts.errors import UsageProblem
from nkfacts.hints import Annotated, NamedTuple
from nkfacts.model.records import Fact
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.layouts import ANSWERS, EXPLANATION
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.text import listing, plural

EXAMPLES = (
    "nkfacts ask how many north korean soldiers were killed by april 2025",
    "nkfacts ask --brief who says the most died",
)


class _Told(NamedTuple):
    """An answer as text: the text itself, what stderr says beside it, and what only a person at a terminal is told."""

    text: Callable[[Answer], str]
    notes: Callable[[Answer], Sequence[str]]
    hints: Callable[[Answer], Sequence[str]] = lambda _: ()


def run(
    base: Base,
    setting: Setting,
    question: Annotated[
        list[str], Argument(metavar="QUESTION...", help="The question; - reads one a line from standard input.")
    ],
    brief: Annotated[bool, Option("--brief", help="Only the figure, date, name, yes or no.")] = False,
    explain: Annotated[bool, Option("--explain", help="How the question was read and what was weighed.")] = False,
    quote: Annotated[
        bool, Option("--quote", help="One sentence with claimant, day, publisher and link, to paste.")
    ] = False,
) -> Report:
    """Ask a question in plain words; the answer comes with its source, or there is an honest no.

    How many, when, who, where, what, yes or no, and lists; names in any spelling; "by April
    2025" for what was known then, "in October 2024" for what a figure is about. Where no fact
    bears out every word, nothing is answered: the status is 1, and stderr has the closest facts
    with the words that they do not bear out. A pipe gets the same text as a terminal; --format
    gives the facts used, JSON also how each word was read; for "-", one JSON document a line,
    and the status is 1 when a line had no answer. Two things asked at once are each answered
    ("who signed it and when", "how long between A and B"). In zsh and fish, put a question with "?" or
    an apostrophe in quotes.
    """
    given = [name for name, there in (("--brief", brief), ("--explain", explain), ("--quote", quote)) if there]
    if len(given) > 1:
        raise UsageProblem(f"{listing(given)} exclude each other", "give one of them")
    told = _Told(_bare, caveats, remarks) if brief else _Told(_quoted, _of_cited) if quote else None
    if question == ["-"]:
        if explain:
            raise UsageProblem("--explain takes one question", "write the question behind it")
        return _batch(base, setting, told)
    found = answer_or_help(" ".join(question), base, Lexicon(base.known))
    return _report(found, told, explain=explain)


def _report(found: Answer, told: _Told | None, *, explain: bool) -> Report:
    whole, title = answer_record(found), found.question.text
    if explain:
        steps = explanation(found)
        status = ExitCode.ANSWERED if found.facts else ExitCode.NOTHING_FOUND
        return Report(title, EXPLANATION, steps, whole={**whole, "explained": steps}, status=status)
    return Report(
        title,
        ANSWERS,
        fact_rows(found),
        plain=told.text(found) if told else None,
        notes=told.notes(found) if told else (),
        hints=[*(told.hints(found) if told else ()), *filter(None, [without_words(found)])],
        nothing=lambda: refusal(found),
        whole=whole,
        screen=lambda: answer_screen(found) if found.facts or parts_shown(found) else [],
        told=True,
        near=lambda: closest_screen(found),
    )


def _bare(found: Answer) -> str:
    """Return the bare answer on a line; the sentence where nothing barer is one, nothing where there is no answer."""
    return f"{found.brief or sentence(found)}\n" if found.facts else ""


def _quoted(found: Answer) -> str:
    """Return the fact that answers as a sentence to paste; of a list each, on a line of its own."""
    from nkfacts.citing.plain import sentence as quotation

    return "".join(f"{quotation(found.base, fact, limits(part, fact))}\n" for part, fact in _quotable(found))


def _quotable(found: Answer) -> Iterator[tuple[Answer, Fact]]:
    """Yield the facts that are quoted, each behind the part of the answer that it is from."""
    for fact in found.facts if is_listed(found) or found.parts else found.facts[:1]:
        yield next((part for part in found.parts if part.facts and part.facts[0].id == fact.id), found), fact


def _of_cited(found: Answer) -> list[str]:
    from nkfacts.citing.remarks import remarks

    facts = {fact.id: fact for _, fact in _quotable(found)}
    return [remark for fact in facts.values() for remark in remarks(found.base, fact)]


def _batch(base: Base, setting: Setting, told: _Told | None) -> Report:
    """Answer one question a line."""
    from nkfacts.ask.shown.many import answers

    found = answers(lines_of_stdin(setting, "questions"), base)
    if not found:
        return Report("Answers", ANSWERS, [], plain="", nothing=("no question was asked", "write one a line"))
    unanswered = sum(not each.facts for each in found)
    notes = [f"no answer to {unanswered} of {plural(len(found), 'question')}"] if unanswered else []
    return Report(
        "Answers",
        ANSWERS,
        [row for each in found for row in fact_rows(each)],
        plain="".join(told.text(each) or "\n" for each in found) if told else None,
        notes=[
            *notes,
            *(f"“{each.question.text}”: {line}" for each in found for line in (told.notes(each) if told else ())),
        ],
        whole=[answer_record(each) for each in found],
        form="jsonl",
        status=ExitCode.NOTHING_FOUND if unanswered and not setting.ok_empty else ExitCode.ANSWERED,
    )
