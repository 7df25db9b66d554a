"""The JSON Schema of the fact file, made from the model."""

from nkfacts.model.record import record_schema
from nkfacts.model.records import OPTIONAL_PARTS, PARTS, Header
from nkfacts.model.types import Schema

MODELINE = "# yaml-language-server: $schema=facts.schema.json"


def fact_file_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a fact file."""
    header = record_schema(Header)
    parts: Schema = {}
    for part, record in PARTS.items():
        if part == "facts":
            parts[part] = {"type": "array", "items": {"$ref": "#/$defs/Fact"}}
        else:
            parts[part] = {
                "type": ["object", "null"],
                "additionalProperties": {"$ref": f"#/$defs/{record.__name__}"},
            }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "nkfacts fact file",
        "type": "object",
        "additionalProperties": False,
        "required": [*header["required"], *(part for part in PARTS if part not in OPTIONAL_PARTS)],
        "properties": {**header["properties"], **parts},
        "$defs": {record.__name__: record_schema(record, with_id=part == "facts") for part, record in PARTS.items()},
    }
