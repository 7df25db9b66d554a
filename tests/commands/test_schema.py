"""``nkfacts schema``: the JSON Schema that editors and other programs check a fact file by."""

import re

import yaml
from jsonschema import Draft202012Validator

from tests.support.files import BASE, ROOT, SHIPPED


class CoreLoader(yaml.SafeLoader):
    """YAML with the scalars of JSON: what an editor's YAML 1.2 makes of a file."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012


for tag, pattern, first in (
    ("null", r"^(null|~|)$", ["n", "~", ""]),
    ("bool", r"^(true|false)$", ["t", "f"]),
    ("int", r"^-?(0|[1-9][0-9]*)$", list("-0123456789")),
    ("float", r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", list("-0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def test_schema_is_a_json_schema_that_accepts_the_fact_files(run):
    schema = run("schema").json()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert run("schema", "--format", "json").json() == schema
    document = yaml.load(BASE.read_bytes(), CoreLoader)  # noqa: S506
    assert document["format"] == 1
    assert [error.message for error in validator.iter_errors(document)] == []
    for broken in ({"value": "three"}, {"status": "sure"}, {"unknown": 1}, {"reported": 20250113}):
        facts = [document["facts"][0] | broken]
        assert not validator.is_valid(document | {"facts": facts}), broken


def test_schema_accepts_the_shipped_facts(run):
    loader = type("FastLoader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {})
    loader.yaml_implicit_resolvers = CoreLoader.yaml_implicit_resolvers
    document = yaml.load(SHIPPED.read_bytes(), loader)  # noqa: S506
    errors = Draft202012Validator(run("schema").json()).iter_errors(document)
    assert [f"{list(error.path)}: {error.message}" for error in errors] == []


def test_the_schema_beside_the_shipped_facts_is_what_schema_prints(run):
    assert run("schema").out == (ROOT / "data" / "facts.schema.json").read_text("utf-8")
    assert run("schema", "--modeline").out.startswith("# yaml-language-server: ")
