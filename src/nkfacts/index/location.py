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
    """Return the fact files of a folder and its subfolders, in the order of their names; hidden ones left out.

    A folder to which several links lead is looked into once, so that no circle of links goes on for ever.
    """
    found: list[str] = []
    seen: set[tuple[int, int]] = set()
    # Folders nest deeper than Python calls itself.
    ahead = [path]
    while ahead:
        here = ahead.pop()
        if here.endswith((".yaml", ".yml")) and here != path and not os.path.isdir(here):
            found.append(here)
            continue
        status = os.stat(here)
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(here) as entries:
            names = [entry.name for entry in entries if _is_looked_at(entry)]
        ahead += [os.path.join(here, name) for name in sorted(names, reverse=True)]
    return found


def _is_looked_at(entry: "os.DirEntry[str]") -> bool:
    return not entry.name.startswith(".") and (entry.name.endswith((".yaml", ".yml")) or entry.is_dir())


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
        if not os.path.isabs(base):
            # Nobody's home is known: no folder can be made below what is no folder, so nothing is kept.
            base = os.devnull
    return os.path.join(base, "nkfacts")
