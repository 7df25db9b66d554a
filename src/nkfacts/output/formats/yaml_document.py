"""YAML: the same document as JSON."""

import json

import yaml

from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> str:  # noqa: ARG001
    """Return the report as a YAML document."""
    # Through JSON, so that both formats hold the same values: tuples as lists, no anchors.
    document = json.loads(json.dumps(report.document(), allow_nan=False))
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(document, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text.removesuffix("...\n")
