"""What the shell completes: ids of the fact base; the plain forms answered before Typer is imported.

A shell asks at every TAB by starting the program, so a figure or an id has to come as fast
as a plain ``get``. The plain forms are: a command, then what it takes, with options that
complete to ids too. For all others the full command line answers, in the same way; a test
holds the two together.
"""

import os

from nkfacts.index import cache, location
from nkfacts.query.completion import CLAIMANT, KINDS, completions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_ARGUMENTS = {
    "get": ("figure",), "why": ("figure",), "trace": ("fact",), "revise": ("fact",), "show": KINDS,
    "open": ("fact", "figure", "source"), "cite": ("fact", "figure", "source"),
    "compare": ("figure",), "chart": ("figure",),
}  # fmt: skip
_TOPIC, _FIGURE, _ENTITY, _SOURCE = ("topic",), ("figure",), ("entity",), ("source",)
_CLAIMANT = (CLAIMANT,)
_SEVERAL = ("get", "compare", "cite")
"""The commands that take any number of what completes."""
_MEANING = ("entity", "thing")
_FILTERS: dict[str, tuple[str, ...]] = {
    "--topic": _TOPIC, "--figure": _FIGURE, "--by": _CLAIMANT, "--via": _ENTITY, "--place": _ENTITY, "--about": _ENTITY,
    "--source": _SOURCE, "--who": _MEANING, "--did": ("action",), "--to": _MEANING,
}  # fmt: skip
_SOME_FILTERS: dict[str, tuple[str, ...]] = {"--topic": _TOPIC, "--figure": _FIGURE, "--by": _CLAIMANT}
_OPTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "get": {"--by": _CLAIMANT},
    "why": {"--by": _CLAIMANT},
    "compare": _FILTERS,
    "chart": {option: tables for option, tables in _FILTERS.items() if option != "--figure"},
    "changes": _SOME_FILTERS,
    "conflicts": _SOME_FILTERS,
    "list": _FILTERS,
    "timeline": _FILTERS,
    "figures": {"--topic": _TOPIC},
}


def answered(instruction: str) -> bool:
    """Print what completes the words that a shell hands over; False, with nothing printed, when they are not so plain.

    Args:
        instruction: ``complete_bash``, ``complete_zsh`` or ``complete_fish``.
    """
    typed = _typed(instruction)
    tables = _wanted(typed) if typed else ()
    if not typed or not tables:
        return False
    index = cache.open_fresh(location.facts_path(None))
    if index is None:
        return False
    try:
        found = completions(index, tables, typed[-1])
    except Exception:  # noqa: BLE001 - whatever is wrong with a kept index, the full command line builds another
        return False
    finally:
        index.close()
    os.write(1, f"{_shown(instruction, found)}\n".encode())
    return True


def _typed(instruction: str) -> list[str]:
    """Return the words behind the program's name, the incomplete one last; none when a shell's quoting is in them."""
    if instruction == "complete_bash":
        line, position = os.environ.get("COMP_WORDS", ""), os.environ.get("COMP_CWORD", "")
        words = line.split()
        typed = [*words, ""][1 : int(position) + 1] if position.isdecimal() and 0 < int(position) <= len(words) else []
    elif instruction == "complete_zsh" or os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "get-args":
        line = os.environ.get("_TYPER_COMPLETE_ARGS", "")
        typed = [*line.split(), *([""] if line.endswith(" ") else [])][1:]
    else:
        return []
    return typed if line.isascii() and not any(sign in line for sign in "'\"\\`$#") else []


def _wanted(typed: "Sequence[str]") -> "tuple[str, ...]":
    """Return the tables whose ids may stand at the last of the words; none when that is not plain."""
    command, *words = typed
    if command not in _ARGUMENTS and command not in _OPTIONS:
        return ()
    options, takes = _OPTIONS.get(command, {}), _ARGUMENTS.get(command, ())
    rest = iter(words[:-1])
    for word in rest:
        if word in options:
            value = next(rest, None)
            if value is None:
                return options[word]
            if value.startswith("-"):
                return ()
        elif word.startswith("-") or not takes:
            return ()
        elif command not in _SEVERAL:
            takes = ()
    return takes if words and not words[-1].startswith("-") else ()


def _shown(instruction: str, found: "Sequence[tuple[str, str]]") -> str:
    if instruction == "complete_zsh":
        listed = "\n".join(f'"{id_}":"{_escaped(label)}"' if label else f'"{id_}"' for id_, label in found)
        return f"_arguments '*: :(({listed}))'" if found else "_files"
    if instruction == "complete_fish":
        return "\n".join(f"{id_}\t{label}" if label else id_ for id_, label in found)
    return "\n".join(id_ for id_, _ in found)


def _escaped(label: str) -> str:
    for sign, safe in (('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:")):
        label = label.replace(sign, safe)
    return label
