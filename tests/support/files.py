"""Where the files stand that the tests read."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "data" / "facts.yaml"
DATA = ROOT / "tests" / "data"
BASE = DATA / "base.yaml"
"""A small base in which every rule of the program has something to show; its comments say what."""
MINIMAL = DATA / "minimal.yaml"
"""The least that checks."""
