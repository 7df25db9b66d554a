"""A base as a folder of CSV files with a ``datapackage.json`` that describes them (Data Package 2.0, Table Schema)."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from hashlib import sha256

from nkfacts.exporting.database import opened, view_rows
from nkfacts.exporting.schema import Column, Row, Table, View
from nkfacts.exporting.tables import TABLES
from nkfacts.exporting.views import EVENTS, VIEWS
from nkfacts.hints import Any
from nkfacts.output.formats.cells import guarded
from nkfacts.query.base import Base

DESCRIPTOR = "datapackage.json"
_TYPES = {"text": "string", "day": "date", "whole": "integer", "number": "number", "flag": "boolean"}
_DESCRIPTION = (
    "Attributed, dated claims, each with the pages on which it was read. A text that a spreadsheet would take for a "
    "formula has an apostrophe in front."
)


def data_package(base: Base) -> dict[str, bytes]:
    """Return the files of a data package by name: a CSV file for each table and view, and the descriptor."""
    files = {f"{table.name}.csv": as_csv(table.columns, table.rows(base)) for table in TABLES}
    with opened(base) as source:
        files |= {f"{view.name}.csv": as_csv(view.columns, view_rows(source, view)) for view in VIEWS}
    resources = [_resource(table, files[f"{table.name}.csv"]) for table in (*TABLES, *VIEWS)]
    header = base.header
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "nkfacts",
        "title": header["title"],
        "description": " ".join(filter(None, [header.get("description"), _DESCRIPTION])),
        # The day of the facts; that of --as-of is told in base.csv.
        "version": header["updated"],
        "resources": resources,
    }
    files[DESCRIPTOR] = f"{json.dumps(descriptor, ensure_ascii=False, indent=2)}\n".encode()
    return files


def is_of_a_package(name: str) -> bool:
    """Say whether a file of a folder is one that a data package of any release may hold."""
    return name == DESCRIPTOR or name.endswith(".csv")


def events_as_csv(base: Base) -> bytes:
    """Return the event-coded rows as one CSV file."""
    with opened(base) as source:
        return as_csv(EVENTS.columns, view_rows(source, EVENTS))


def as_csv(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """Return rows as CSV (RFC 4180, plain line ends, UTF-8), under a line with the names of the columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([_cell(column, value) for column, value in zip(columns, row, strict=True)])
    return out.getvalue().encode()


def _cell(column: Column, value: Any) -> str:
    return guarded(None if value is None else bool(value) if column.kind == "flag" else value)


def _resource(table: Table | View, data: bytes) -> dict[str, Any]:
    keys = [
        {"fields": [column.name], "reference": {"resource": column.leads_to, "fields": ["id"]}}
        for column in table.columns
        if column.leads_to
    ]
    return {
        "name": table.name,
        "description": table.doc,
        "path": f"{table.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": {
            "fields": [_field(table, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _field(table: Table | View, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind], "description": column.doc}
    if column.name in table.key:
        field["constraints"] = {"required": True}
    return field
