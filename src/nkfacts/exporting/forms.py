"""The forms in which a base is exported. To add one, write its function and add its line here."""

from importlib import import_module

from nkfacts.hints import NamedTuple
from nkfacts.model.types import Choice
from nkfacts.query.base import Base


class Form(NamedTuple):
    """A form: the module and function that make it, what it is, and whether it is a text that standard output takes."""

    module: str
    function: str
    doc: str
    is_text: bool = False


FORMS = {
    "json": Form("lossless", "as_json", "the whole base as JSON; --data reads it back", is_text=True),
    "yaml": Form("lossless", "as_yaml", "the whole base as one fact file; --data reads it back", is_text=True),
    "events": Form("data_package", "events_as_csv", "who did what to whom, one CSV table", is_text=True),
    "sqlite": Form("database", "as_sqlite", "tables, views and full text"),
    "csv": Form("data_package", "data_package", "a folder of tables with a datapackage.json"),
    "xlsx": Form("workbook", "as_xlsx", "a workbook (extra xlsx)"),
}
"""The forms, by name."""


def exported(base: Base, form: str) -> bytes | dict[str, bytes]:
    """Return a base, as it was known on its day, in a form: a file, or the files of a folder by name.

    Args:
        base: the base.
        form: a key of ``FORMS``.

    Raises:
        UsageProblem: there is no such form.
        OutputProblem: what makes the form is not installed, or cannot hold what there is.
    """
    Choice("a form of export", tuple(FORMS)).one(form)
    made = FORMS[form]
    function = getattr(import_module(f"nkfacts.exporting.{made.module}"), made.function)
    found: str | bytes | dict[str, bytes] = function(base)
    return found.encode() if isinstance(found, str) else found
