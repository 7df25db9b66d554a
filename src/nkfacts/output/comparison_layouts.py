"""How what is compared is laid out: a figure by its claimants, changes, conflicts, differences of two fact files."""

from collections.abc import Callable

from nkfacts.hints import Any
from nkfacts.model import dates
from nkfacts.output.layouts import FACT_COLUMNS, FACT_DATA, date_words, named, page_of
from nkfacts.output.report import Column, Layout

COMPARED = Layout(
    (
        *FACT_COLUMNS,
        Column("compared", "Compared"),
        Column("is_headline", "Headline"),
        Column("body", "Counted for"),
    ),
    "label amount_words claimant_words reported compared support_words id",
    "compared is_headline body " + FACT_DATA,
)
"""The facts of figures by claimant, with what each is among them."""

CHANGES = Layout(
    (
        *FACT_COLUMNS,
        Column("change", "Change"),
        Column("was", "Before", weight=2),
        Column("was_reported", "Before said on", keep_whole=True, worded=dates.day_words),
        *(named(key) for key in ("was_id", "was_by", "was_claimant", "was_short", "was_url", "was_status", "unlike")),
    ),
    "change reported what was amount_words claimant_words support_words id",
    "change was was_claimant was_reported " + FACT_DATA + " unlike",
)
"""The facts that changed something, with the headline before."""

_SIDE_KEYS = {
    "id": "id", "amount": "", "claimant": "by", "reported": "said on", "when": "about", "url": "page",
    "figure": "figure", "status": "status",
}  # fmt: skip


def _of_side(side: str, key: str, words: str) -> Column:
    def leads_to(record: Any) -> str | None:
        return page_of(record[side])

    return Column(
        f"{side}_{key}", f"{side.capitalize()} {words}".rstrip(), lambda record: record[side][key], is_id=key == "id",
        weight=2, leads_to=leads_to if key in ("claimant", "url") else None, keep_whole=key in ("reported", "url"),
        worded={"reported": dates.day_words, "when": date_words}.get(key),
    )  # fmt: skip


CONFLICTS = Layout(
    (
        Column("figure", "Figure", is_id=True),
        Column("label", "What", weight=2),
        named("topic"),
        named("unit"),
        Column("why", "Why", weight=2),
        Column("apart", "Apart", number=True),
        Column("others", "More pairs", number=True),
        *(_of_side(side, key, words) for side in ("higher", "lower") for key, words in _SIDE_KEYS.items()),
    ),
    "label higher_amount higher_claimant higher_reported lower_amount lower_claimant lower_reported why",
    "figure why apart higher_amount higher_claimant higher_reported higher_when lower_amount lower_claimant "
    "lower_reported lower_when others unit higher_id lower_id higher_url lower_url",
)
"""Pairs of claims that cannot both hold."""


def _told(side: str) -> Callable[[Any], Any]:
    """Return what reads one side of a difference: a value; of a headline its amount; nothing of a whole record."""

    def told(record: Any) -> Any:
        value = record[side]
        if record["change"] == "headline":
            return f"{value['amount']}, {value['claimant']}, {value['reported']}" if value else None
        return None if isinstance(value, dict) and not record["key"] else value

    return told


DIFFERENCES = Layout(
    (
        Column("change", "Change", keep_whole=True),
        Column("part", "Part"),
        Column("id", "Id", is_id=True, weight=2),
        Column("what", "What", weight=3),
        Column("key", "Key"),
        Column("old", "Old", _told("old"), weight=2),
        Column("new", "New", _told("new"), weight=2),
    ),
    "change part id what key old new",
    "change part id what key old new",
)
"""What differs between two fact files."""
