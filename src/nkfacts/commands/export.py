"""``nkfacts export FORM``: the whole base in a file for other programs."""

from nkfacts.commands.declaring import Argument, Option
from nkfacts.commands.options import Setting, words
from nkfacts.commands.saved import spare_the_facts
from nkfacts.commands.tables import WRITTEN
from nkfacts.errors import UsageProblem
from nkfacts.exporting.data_package import is_of_a_package
from nkfacts.exporting.forms import FORMS, exported
from nkfacts.hints import Annotated
from nkfacts.model.types import Choice
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.files import write_file, write_folder
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.text import plural

EXAMPLES = ("nkfacts export events", "nkfacts export json --as-of 2025-01-31")


def run(
    base: Base,
    setting: Setting,
    form: Annotated[str, Argument(metavar="FORM", help=f"One of {', '.join(FORMS)}.", complete=words(*FORMS))],
    output: Annotated[
        str | None,
        Option("--output", "-o", metavar="FILE", help="Where to; - is standard output, for json, yaml, events."),
    ] = None,
    force: Annotated[bool, Option("--force", help="Replace what is there.")] = False,
) -> Report:
    """Export the whole base: losslessly, or as tables that lead to each other.

    json and yaml are the whole base, which --data reads back; events is one CSV table of who did
    what to whom, with codes of PLOVER, and no first or last day where a time is open. sqlite has
    the tables and views of nkfacts sql; csv is a folder of the same with a datapackage.json; xlsx
    is a workbook and needs the extra (pip install 'nkfacts[xlsx]'). The same facts make the same
    bytes. A file is there whole or not at all, and what is there already is replaced only with
    --force. When it is written, nothing goes to stdout: --format json tells of it.
    """
    Choice("a form of export", tuple(FORMS)).one(form)
    if output in (None, "-"):
        return _stream(base, setting, form)
    assert output is not None
    spare_the_facts(setting, output)
    made = exported(base, form)
    if isinstance(made, dict):
        write_folder(output, made, force=force, is_own=is_of_a_package)
        size = sum(map(len, made.values()))
    else:
        write_file(output, made, force=force)
        size = len(made)
    facts = len(base.facts())
    record = {"path": output, "form": form, "facts": facts, "bytes": size}
    return Report(
        "Exported",
        WRITTEN,
        [record],
        single=True,
        plain="",
        hints=[f"{output}: {plural(facts, 'fact')}"],
        done=[f"wrote {output}"],
        status=ExitCode.ANSWERED,
    )


def _stream(base: Base, setting: Setting, form: str) -> Report:
    """Return the report whose text is the export itself."""
    if not FORMS[form].is_text:
        raise UsageProblem(f"{form} is no text for standard output", f"name a place: nkfacts export {form} -o …")
    if setting.format or setting.columns:
        raise UsageProblem(
            "--format and --columns are of the report on what was written", "leave them out, or write to a file with -o"
        )
    made = exported(base, form)
    assert isinstance(made, bytes)
    return Report("Export", WRITTEN, [], plain=made.decode(), status=ExitCode.ANSWERED)
