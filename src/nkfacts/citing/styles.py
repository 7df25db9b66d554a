"""The styles of references. To add one, write its module with a ``render`` and add its line here."""

from collections.abc import Sequence
from importlib import import_module

from nkfacts.citing.reference import Reference
from nkfacts.model.types import Choice

STYLES = {"text": "plain", "wikitext": "wikitext", "bibtex": "bibtex", "ris": "ris", "csl-json": "csl_json"}
"""The styles, each with its module."""


def cited(references: Sequence[Reference], style: str = "text") -> str:
    """Return references in a style, a key of ``STYLES``.

    Raises:
        UsageProblem: there is no such style.
    """
    Choice("a style", tuple(STYLES)).one(style)
    text: str = import_module(f"nkfacts.citing.{STYLES[style]}").render(references)
    return text
