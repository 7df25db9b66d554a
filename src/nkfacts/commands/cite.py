"""``nkfacts cite ID``: references to what a fact was read in, and to the base itself."""

from collections.abc import Iterator, Sequence

from nkfacts.citing.plain import sentence
from nkfacts.citing.reference import Reference, base_reference, references
from nkfacts.citing.remarks import remarks
from nkfacts.citing.styles import STYLES, cited
from nkfacts.commands.declaring import Argument, Option
from nkfacts.commands.options import Setting, lines_of_stdin, page_names, words
from nkfacts.commands.tables import CITATIONS
from nkfacts.errors import UnknownName, UsageProblem
from nkfacts.hints import Annotated
from nkfacts.model.records import Fact
from nkfacts.model.types import Choice
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.query.pages import Read, read_of
from nkfacts.text import visible

EXAMPLES = ("nkfacts cite nis-2025-04-30-killed --quote", "nkfacts cite casualties.killed --style bibtex")


def run(
    base: Base,
    setting: Setting,
    names: Annotated[
        list[str] | None,
        Argument(
            metavar="[ID...]",
            help="Facts, sources, or figures for their headline; - reads one a line from standard input.",
            complete=page_names,
        ),
    ] = None,
    style: Annotated[
        str,
        Option("--style", metavar="STYLE", help=f"One of {', '.join(STYLES)}.", complete=words(*STYLES)),
    ] = "text",
    quote: Annotated[
        bool, Option("--quote", help="One sentence with claimant, day, publisher and link, to paste.")
    ] = False,
    every: Annotated[bool, Option("--all", help="Every page on which a fact was read, not only one.")] = False,
) -> Report:
    """Print references, in the form of a reference manager or of Wikipedia, or a sentence to paste.

    Without an ID the base itself is cited, with its day. The publisher answers for a page;
    claimant, relays and whom the page cites are notes. A title in square brackets is ours, where the
    base has none. The page of a fact is the one that nkfacts open opens; --all cites every one.
    With --format the references come as records.
    """
    Choice("a style", tuple(STYLES)).one(style)
    if quote and (every or style != "text" or not names):
        other = "--all" if every else "--style" if style != "text" else ""
        raise UsageProblem(
            f"--quote and {other} exclude each other" if other else "--quote needs the id of a fact",
            "give one of them" if other else "or of a figure, for its headline",
        )
    if not names:
        return _report([base_reference(base)], style)
    missing: list[str] = []
    batch = names == ["-"]
    wanted = list(dict.fromkeys(lines_of_stdin(setting, "ids") if batch else names))
    found = list(_found(base, wanted, missing if batch else None))
    notes = [*missing, *(f"no fact on {read.id} to cite" for read in found if not read.sources)]
    facts = list({read.id: read.fact for read in found if read.fact}.values())
    notes += [f"no plan stands; {read.id} is the last" for read in found if read.lapsed]
    notes += [remark for fact in facts for remark in remarks(base, fact)]
    status = _status(setting, complete=bool(found) and not missing and all(read.sources for read in found))
    if quote:
        nameless = next((read.id for read in found if read.sources and read.fact is None), None)
        if nameless:
            raise UsageProblem(f"{visible(nameless)!r} is a source, and --quote needs a fact", "leave --quote out")
        return _sentences(base, facts, notes, status)
    cites = [each for read in found if read.sources for each in references(base, read.id, every=every)]
    return _report(list(dict.fromkeys(cites)), style)._replace(notes=notes, status=status)


def _found(base: Base, names: Sequence[str], missing: list[str] | None) -> Iterator[Read]:
    """Yield what names lead to; of a batch, what leads to nothing is told in ``missing``."""
    for name in names:
        try:
            yield read_of(base, name)
        except UnknownName as unknown:
            if missing is None:
                raise
            missing.append(f"{unknown.message}{f' ({unknown.mend})' if unknown.mend else ''}")


def _status(setting: Setting, *, complete: bool) -> ExitCode:
    return ExitCode.ANSWERED if complete or setting.ok_empty else ExitCode.NOTHING_FOUND


def _report(found: Sequence[Reference], style: str) -> Report:
    records = [{**each._asdict(), "notes": list(each.notes), "citation": cited([each], style)} for each in found]
    return Report("References", CITATIONS, records, plain=cited(found, style) if found else "")


def _sentences(base: Base, facts: Sequence[Fact], notes: Sequence[str], status: ExitCode) -> Report:
    found = [{**references(base, fact.id)[0]._asdict(), "citation": sentence(base, fact)} for fact in facts]
    records = [{**each, "notes": list(each["notes"])} for each in found]
    text = "".join(f"{record['citation']}\n" for record in records)
    return Report("References", CITATIONS, records, plain=text, notes=notes, status=status)
