"""What a command takes, as data: what is its own, the filters where it lists facts, and the options of all."""

from collections.abc import Sequence

from nkfacts.commands.declaring import Parameter, declared
from nkfacts.commands.options import FILTERS
from nkfacts.commands.registry import Command
from nkfacts.commands.shared import SHARED
from nkfacts.hints import Any


def module_of(command: Command) -> Any:
    """Return the module of a command."""
    # The library's import_module brings other modules, which take as long as the command's own.
    return __import__(f"nkfacts.commands.{command.module}", fromlist=["run"])


def own_parameters(command: Command) -> dict[str, Parameter]:
    """Return the arguments and options that a command has for itself: in its signature, then in its table."""
    module = module_of(command)
    return declared(module.run) | {each.name: each for each in getattr(module, "OPTIONS", ())}


def lent_to(command: Command) -> Sequence[str]:
    """Return what a command is handed that is not written behind it, by the names of the parameters."""
    own = own_parameters(command)
    return [name for name in module_of(command).run.__annotations__ if name not in own]


def parameters_of(command: Command) -> list[Parameter]:
    """Return all that may be written behind a command, in the order of its help."""
    lent, own = lent_to(command), own_parameters(command)
    # What the command line says by other means is no filter: the topic of a topic, the figure of a chart.
    filters = [each for name, each in FILTERS.items() if "wanted" in lent and name not in (*lent, *own)]
    return [*own.values(), *filters, *SHARED.values()]
