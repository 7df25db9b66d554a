"""The words of a command line, read as Typer reads them as long as nothing about them is unusual.

What is unusual is left to Typer: an option that is not known (``--help`` too), one without its value, a switch with
one, short switches in a bunch, a word too few, a number that is none.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nkfacts.commands.declaring import Parameter
    from nkfacts.hints import Any

    Given = dict[str, Any]

_LONGEST_NUMBER = 9


def read(
    words: "Sequence[str]", parameters: "Iterable[Parameter]", *, to_first_word: bool = False
) -> "tuple[Given, list[str]] | None":
    """Return what is given by its name, and the other words in their order; None when anything is unusual.

    Args:
        words: the words of the line.
        parameters: the options that may stand among them; arguments are passed over.
        to_first_word: stop before the first word that is no option, the command's name.
    """
    known = {spelling: each for each in parameters if each.is_option for spelling in each.spellings}
    given: Given = {}
    plain: list[str] = []
    ahead = list(words)
    while ahead:
        word = ahead.pop(0)
        if word == "--":
            break
        if not word.startswith("-") or word == "-":
            plain.append(word)
            if to_first_word:
                break
            continue
        if word.startswith("--"):
            name, has_value, value = word.partition("=")
        else:
            name, has_value, value = word[:2], word[2:], word[2:]
        option = known.get(name)
        if option is None or (option.kind is bool if has_value else option.kind is not bool and not ahead):
            return None
        found = True if option.kind is bool else _value(option, value if has_value else ahead.pop(0))
        if found is None:
            return None
        if option.is_many:
            given.setdefault(option.name, []).append(found)
        else:
            given[option.name] = found
    return given, plain + ahead


def share(words: "Sequence[str]", parameters: "Iterable[Parameter]") -> "tuple[Given, list[str]] | None":
    """Give the words of a line to the arguments that take them; return those and the words left over.

    None when an argument goes without a word that it needs.
    """
    given: Given = {}
    left = list(words)
    for argument in parameters:
        if argument.is_option:
            continue
        if argument.is_many and left:
            given[argument.name], left = left, []
        elif left:
            given[argument.name] = left.pop(0)
        elif not argument.default:
            return None
    return given, left


def _value(option: "Parameter", word: str) -> "str | int | None":
    """Return the value that a word is; None where it is no plain number, or of a type that is not known here."""
    if option.kind is str:
        return word
    if option.kind is not int or not (word.isascii() and word.isdigit()) or len(word) > _LONGEST_NUMBER:
        return None
    least, most = option.declared.least, option.declared.most
    found = int(word)
    return found if (least is None or least <= found) and (most is None or found <= most) else None
