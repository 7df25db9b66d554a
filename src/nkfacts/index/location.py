"""Where things are: the fact file in use, the files of a folder, the user's cache folder."""

import os
import sys
from stat import S_ISREG

from nkfacts.errors import DataProblem

STANDARD_INPUT = "-"
_LONGEST_PATH = 65_536


SHIPPED, CHOSEN = "shipped", "data use"
"""How a fact file came to be in use: as the shipped one, or because the person chose it for good."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def shipped_facts() -> str:
    """Return the path of the fact file that came with the program; in a checkout that is its ``data/facts.yaml``."""
    return installed_facts() or os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "data", "facts.yaml")


def installed_facts() -> str:
    """Return the path of the fact file inside an installed program, which the next install replaces; else nothing."""
    installed = os.path.join(_PACKAGE, "data", "facts.yaml")
    return installed if os.path.exists(installed) else ""


def facts_path(given: "str | None" = None) -> str:
    """Return the fact file to use: the one given, else ``NKFACTS_DATA``, else the person's choice, else the shipped."""
    return given or os.environ.get("NKFACTS_DATA") or chosen_facts() or shipped_facts()


def chosen_by(given: "str | None" = None) -> str:
    """Return how the fact file came to be in use: ``--data``, ``NKFACTS_DATA``, ``CHOSEN`` or ``SHIPPED``."""
    if given:
        return "--data"
    if os.environ.get("NKFACTS_DATA"):
        return "NKFACTS_DATA"
    return CHOSEN if chosen_facts() else SHIPPED


def chosen_facts() -> str:
    """Return the fact file that the person chose for good; an empty string for none."""
    try:
        # Whatever stands there is not waited for, and nothing without an end is read.
        handle = os.open(_choice(), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            chosen = os.read(handle, _LONGEST_PATH) if S_ISREG(os.fstat(handle).st_mode) else b""
        finally:
            os.close(handle)
        return os.fsdecode(chosen.removesuffix(b"\n"))
    except (OSError, ValueError):
        return ""


def choose(path: "str | None") -> None:
    """Remember a fact file as the person's choice, or with None that there is none.

    Raises:
        OSError: it cannot be written down.
    """
    if path is None:
        if os.path.exists(_choice()):
            os.unlink(_choice())
        return
    os.makedirs(os.path.dirname(_choice()), mode=0o700, exist_ok=True)
    written = f"{_choice()}.{os.getpid()}.tmp"
    with open(written, "wb") as stream:
        stream.write(os.fsencode(os.path.abspath(path)) + b"\n")
    os.replace(written, _choice())


def own_copy() -> str:
    """Return where the person's own copy of the shipped facts is, or is to be."""
    return os.path.join(_folder("XDG_DATA_HOME", ".local/share", "Application Support"), "facts.yaml")


def _choice() -> str:
    return os.path.join(_folder("XDG_CONFIG_HOME", ".config", "Application Support"), "data")


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
    is_choice = not os.environ.get("NKFACTS_DATA") and path == chosen_facts()
    mend = (
        "go back to the shipped one: nkfacts data use shipped"
        if is_choice
        else ("name another with --data or NKFACTS_DATA")
    )
    return DataProblem(f"cannot read the fact file {path}: {reason}", mend)


def cache_folder() -> str:
    """Return the folder that keeps indexes, following the XDG base directory specification."""
    return _folder("XDG_CACHE_HOME", ".cache", "Caches")


def _folder(variable: str, here: str, on_a_mac: str) -> str:
    """Return the program's folder of a kind: of a variable of XDG, else where the system keeps its like."""
    base = os.environ.get(variable, "")
    if not os.path.isabs(base):
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
        elif sys.platform == "darwin":
            base = os.path.expanduser(f"~/Library/{on_a_mac}")
        else:
            base = os.path.expanduser(f"~/{here}")
        if not os.path.isabs(base):
            # Nobody's home is known: no folder can be made below what is no folder, so nothing is kept.
            base = os.devnull
    return os.path.join(base, "nkfacts")
