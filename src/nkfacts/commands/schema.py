"""``nkfacts schema``: the JSON Schema of the fact file."""

import json

from nkfacts.commands.declaring import Option
from nkfacts.hints import Annotated
from nkfacts.model.schema import MODELINE, fact_file_schema
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.layouts import ITEMS
from nkfacts.output.report import Report

EXAMPLES = ("nkfacts schema", "nkfacts schema --modeline")


def run(
    modeline: Annotated[
        bool, Option("--modeline", help="The comment that makes editors use a schema beside the file.")
    ] = False,
) -> Report:
    """Print the JSON Schema (2020-12) of the fact file: editors complete and check with it while you type.

    Save it as facts.schema.json beside the fact file, and begin the file with the line that
    --modeline prints.
    """
    document = fact_file_schema()
    text = MODELINE if modeline else json.dumps(document, ensure_ascii=False, indent=2)
    records = [{"key": key, "value": json.dumps(value)} for key, value in document.items()]
    return Report("Schema", ITEMS, records, plain=f"{text}\n", whole=document, status=ExitCode.ANSWERED)
