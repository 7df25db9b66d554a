"""``nkfacts open ID``: the page to read a fact at."""

from collections.abc import Callable

from nkfacts.commands.declaring import Argument, Option
from nkfacts.commands.options import page_names
from nkfacts.commands.tables import PAGES
from nkfacts.hints import Annotated
from nkfacts.output.mappings import by_readability, plain_record
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.query.pages import read_of

EXAMPLES = ("nkfacts open nis-2025-04-30-killed --print", "nkfacts open casualties.killed --print")


def run(
    base: Base,
    browse: Callable[[str], bool | None],
    name: Annotated[
        str,
        Argument(metavar="ID", help="A fact, a source, or a figure for its headline.", complete=page_names),
    ],
    only_print: Annotated[bool, Option("--print", help="Print the address and start nothing.")] = False,
) -> Report:
    """Print the address of the page to read a fact at, and open it in the browser.

    Of several pages it is one in English before one in another language, and one of a known
    publisher before an unverified one. A browser is started at a terminal only, and never with
    --print. A fact without a page is status 1.
    """
    id_, _, sources, _ = read_of(base, name)
    pages = [source for source in sources if source.url or source.archived]
    if not pages:
        return Report(id_, PAGES, [], single=True, plain="", nothing=(f"{id_} has no page", f"see: nkfacts show {id_}"))
    best = by_readability(map(plain_record, pages))[0]
    url = best["url"] or best["archived"]
    started = None if only_print else browse(url)
    remarks = [] if best["language"] == "en" else [f"the page is in another language: {best['language']}"]
    remarks += {True: ["opened in the browser"], False: ["no browser was found"], None: []}[started]
    kept = ("language", "publisher", "kind", "published", "archived")
    page = {"id": id_, "source": best["id"], "url": url, **{key: best[key] for key in kept}}
    return Report(id_, PAGES, [page], single=True, plain=f"{url}\n", hints=remarks)
