"""The options of what a person sees of each fact."""

from nkfacts.commands.declaring import Option
from nkfacts.hints import Annotated

Ids = Annotated[bool, Option("--ids", help="At a terminal, the id of each fact on a line of its own.")]
Links = Annotated[bool, Option("--links", help="At a terminal, the address of each on a line of its own.")]
