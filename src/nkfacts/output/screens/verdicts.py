"""Why a fact is the headline of its figure, and why the others are not."""

from collections.abc import Sequence

from nkfacts.output.lines import EMPTY, Block, Grid, Line
from nkfacts.output.screens import hand
from nkfacts.output.screens.hand import Record, View
from nkfacts.output.wrapping import Bit


def verdicts(
    title: str, headline: str | None, records: Sequence[Record], rule: Sequence[str], view: View
) -> list[Block]:
    """Return facts under the reasons why they are not the headline, which comes first, and the rule behind them."""
    # The days begin anew in each group, which is what a reader of a table does not expect.
    blocks: list[Block] = [*hand.title(title, "the others by reason" if headline else "")]
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record["verdict"], []).append(record)
    for words, facts in groups.items():
        is_first = facts[0]["id"] == headline
        rows = [hand.fact_row(each, view, is_headline=is_first) for each in facts]
        blocks += [*([] if is_first else [Line([Bit(words)], indent=2, hang=2)]), Grid(hand.FACT, rows)]
    blocks += [*hand.legend(records, [headline] if headline else []), EMPTY, Line([Bit("The rule", "bold")])]
    return [*blocks, *(Line([Bit(f"{number}. {step}", "dim")], hang=3) for number, step in enumerate(rule, 1))]
