"""Where things are: the fact file in use, the files of a folder, the user's cache folder."""

import os
import sys

from nkfacts.errors import DataProblem

STANDARD_INPUT = "-"


def shipped_facts() -> str:
    """Return the path of the fact file that came with the program."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "data", "facts.yaml")
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data", "facts.yaml")


def facts_path(given: "str | None" = None) -> str:
    """Return the fact file to use: the one given, else ``NKFACTS_DATA``, else the shipped one."""
    return given or os.environ.get("NKFACTS_DATA") or shipped_facts()


def files_of(path: str) -> list[str]:
    """Return the fact files of a folder and its subfolders, in the order of their names; hidden ones left out."""
    found: list[str] = []
    for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            found += files_of(entry.path)
        elif entry.name.endswith((".yaml", ".yml")):
            found.append(entry.path)
    return found


def unreadable(path: str, error: Exception) -> DataProblem:
    """Return the fault that a fact file cannot be read."""
    reason = getattr(error, "strerror", None) or str(error)
    return DataProblem(f"cannot read the fact file {path}: {reason}", "name another with --data or NKFACTS_DATA")


def cache_folder() -> str:
    """Return the folder that keeps indexes, following the XDG base directory specification."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
        elif sys.platform == "darwin":
            base = os.path.expanduser("~/Library/Caches")
        else:
            base = os.path.expanduser("~/.cache")
    return os.path.join(base, "nkfacts")
