"""What is compared as mappings with stable keys: those of facts, and a few beside them."""

from collections.abc import Iterable, Sequence

from nkfacts.hints import Any
from nkfacts.model.records import Fact
from nkfacts.output.mappings import Mapping, fact_record, plain_record, plain_value
from nkfacts.query.base import Base

TYPE_CHECKING = False
if TYPE_CHECKING:
    # Each command has its own of them.
    from nkfacts.query.changes import Changes, Movement
    from nkfacts.query.comparison import Comparison
    from nkfacts.query.conflicts import Conflict
    from nkfacts.query.differing import Difference, Differences


def compared_records(base: Base, found: Iterable["Comparison"], *, everything: bool) -> list[Mapping]:
    """Return the facts of figures that are compared: last words, what was said before, and what is left out.

    Args:
        base: the base they are from.
        found: the comparisons.
        everything: with what is left out; where nothing can be compared, it is there in any case.
    """
    claims = [
        (claim, claim.fact.id == each.headline)
        for each in found
        for claim in each.claims
        if everything or not each.compared or claim not in each.left_out
    ]
    base.read_ahead([claim.fact for claim, _ in claims])
    return [
        fact_record(base, claim.fact, compared=claim.role, is_headline=is_headline, body=claim.body)
        for claim, is_headline in claims
    ]


def change_records(base: Base, found: "Changes") -> list[Mapping]:
    """Return the facts that changed something: those that moved a headline, then all that were said."""
    moved = moved_records(base, base, found.moved)
    base.read_ahead(found.said)
    return [*moved, *(fact_record(base, fact, change="said", **_was(base, None), unlike=[]) for fact in found.said)]


def moved_records(before: Base, after: Base, moved: Sequence["Movement"]) -> list[Mapping]:
    """Return the facts that are headlines now, each with how it came to be one and the headline before.

    A headline that lapsed is told by the fact that it was.
    """
    before.read_ahead([each.old for each in moved if each.old is not None])
    after.read_ahead([each.new for each in moved if each.new is not None])
    return [
        fact_record(
            after if each.new is not None else before,
            each.fact,
            change=each.kind,
            **_was(before, each.old),
            unlike=list(each.unlike),
        )
        for each in moved
    ]


def _was(base: Base, old: Fact | None) -> Mapping:
    """Return the headline before another, under keys of its own."""
    keys = {"was": "amount", "was_id": "id", "was_by": "by", "was_claimant": "claimant", "was_short": "short",
            "was_reported": "reported", "was_url": "url", "was_status": "status"}  # fmt: skip
    record = fact_record(base, old) if old is not None else {}
    return {key: record.get(own) for key, own in keys.items()}


def conflict_records(base: Base, found: Sequence["Conflict"]) -> list[Mapping]:
    """Return pairs of claims that cannot both hold, each with both facts."""
    base.read_ahead([fact for pair in found for fact in (pair.higher, pair.lower)])
    records: list[Mapping] = []
    for pair in found:
        lower = fact_record(base, pair.lower)
        records.append(
            {
                **{key: lower[key] for key in ("figure", "label", "topic", "unit")},
                "why": pair.why,
                "apart": pair.apart,
                "others": pair.others,
                "higher": fact_record(base, pair.higher),
                "lower": lower,
            }
        )
    return records


def difference_records(old: Base, new: Base, found: "Differences") -> list[Mapping]:
    """Return what differs between two bases: a row for each headline that moved, each record and each key that differs.

    ``old`` and ``new`` are the value of the key; of a headline, and of a record that was added or removed, the record.
    All is there when it returns: the bases may be closed then.
    """
    rows: list[Mapping] = []
    for each in found.moved:
        heads = [dict(fact_record(base, fact)) if fact else None for base, fact in ((old, each.old), (new, each.new))]
        first = {"change": "headline", "part": "figures", "id": each.figure.id, "what": each.figure.label}
        rows.append({**first, "key": None, "old": heads[0], "new": heads[1]})
    for difference in found.records:
        records = (difference.old, difference.new)
        what = _what(old if difference.new is None else new, difference)
        first = {"change": difference.change, "part": difference.part, "id": difference.id, "what": what}
        if not difference.keys:
            before, after = (_whole(base, record) for base, record in zip((old, new), records, strict=True))
            rows.append({**first, "key": None, "old": before, "new": after})
        for key in difference.keys:
            before, after = (plain_value(getattr(record, key)) for record in records)
            rows.append({**first, "key": key, "old": before, "new": after})
    return rows


def _whole(base: Base, record: Any) -> Any:
    if isinstance(record, Fact):
        return dict(fact_record(base, record))
    return record if record is None or isinstance(record, str) else plain_record(record)


def _what(base: Base, difference: "Difference") -> str:
    """Return what people call the record that differs."""
    record = difference.new if difference.new is not None else difference.old
    if isinstance(record, Fact):
        figure = base.figure(record.figure) if record.figure else None
        return f"{record.amount} {figure.label}" if figure else record.title or record.id
    if isinstance(record, str):
        return difference.id
    names = (getattr(record, key, None) for key in ("label", "name", "title", "publisher"))
    return str(next(filter(None, names), difference.id))
