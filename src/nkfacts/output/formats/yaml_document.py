"""YAML: the same document as JSON."""

import json
from collections.abc import Iterator

import yaml

from nkfacts.output.formats.escapes import yaml_escaped
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal
from nkfacts.text import first_unsafe


def render(report: Report, terminal: Terminal, *, header: bool) -> Iterator[str]:  # noqa: ARG001
    """Yield the report as a YAML document."""
    # Through JSON, so that both formats hold the same values: tuples as lists, no anchors.
    data = next(report.data(), None) if report.is_one else list(report.data())
    document = json.loads(json.dumps(data, allow_nan=False, default=dict))
    text: str = yaml.dump(document, Dumper=_dumper(), allow_unicode=True, sort_keys=False, width=10_000)
    yield yaml_escaped(text.removesuffix("...\n"))


def _dumper() -> type[yaml.SafeDumper]:
    class Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # one of two classes
        """Puts a text with an unsafe character into double quotes, where it can be written as an escape."""

    def text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if first_unsafe(text) else None)

    Dumper.add_representer(str, text)
    return Dumper
