"""``nkfacts get FIGURE``: one number, or one for each of several figures."""

from collections.abc import Callable, Sequence

from nkfacts.commands.declaring import Argument, Option
from nkfacts.commands.options import ByName, Setting, figure_names, is_one_name, lines_of_stdin, one_of
from nkfacts.errors import TooOld, UnknownName, UsageProblem
from nkfacts.hints import Annotated, Any, NamedTuple
from nkfacts.model import dates
from nkfacts.model.amounts import plain_number
from nkfacts.model.records import Fact
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.layouts import FACTS
from nkfacts.output.mappings import fact_record, plan_words
from nkfacts.output.report import Report
from nkfacts.query import age, disputes
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter
from nkfacts.quick_json import encoded
from nkfacts.text import listing, visible

EXAMPLES = (
    "nkfacts get casualties.killed",
    "nkfacts get casualties.killed --by nis --as-of 2025-01-31",
    "nkfacts get --number casualties.killed casualties.total",
)


class _Wish(NamedTuple):
    """What of a headline is asked for: whose, one end of a range, a number and nothing else, and how old at most."""

    by: str | None
    low: bool
    high: bool
    number: bool
    max_age: int | None


class _Found(NamedTuple):
    """What a name led to: the figure, the fact that answers and the bare amount; else why there is none, and a mend.

    One that is too old is no answer.
    """

    name: str
    figure: str | None
    fact: Fact | None = None
    amount: str = ""
    missing: tuple[str, str] = ("", "")
    is_too_old: bool = False


def run(
    base: Base,
    setting: Setting,
    figures: Annotated[
        list[str],
        Argument(
            metavar="FIGURE...",
            help="Figures: their ids, or words people ask them by; - reads one a line from standard input.",
            complete=figure_names,
        ),
    ],
    by: ByName = None,
    number: Annotated[bool, Option("--number", help="A number or nothing: no range, no words.")] = False,
    low: Annotated[bool, Option("--low", help="The lower end of a range.")] = False,
    high: Annotated[bool, Option("--high", help="The upper end of a range.")] = False,
    max_age: Annotated[
        int | None,
        Option("--max-age", metavar="DAYS", help="Status 5 where it was said more days before today.", least=0),
    ] = None,
) -> Report:
    """Print one figure, bare: the headline, on one line and nothing else.

    A range prints as LOW-HIGH, an amount in words as those words; --number refuses both, --low and
    --high refuse words, with status 1. Several figures print a line each, the figure and its amount parted by a tab;
    "-" reads their names from standard input and prints JSON Lines, or such lines with --number,
    --low or --high. With --format or --columns the whole fact comes, with its claimant, date
    and source; one column alone is printed bare. When no fact answers, nothing is printed, the
    status is 1, and stderr names what there is of a part only, the nearest figures, or the last plan where all
    plans are over.
    At a terminal, stderr also says when the newest word is old, that it is disputed, and of several when each was
    said unless all were on one day. --max-age is a gate for scripts: what was said more than so many days
    before today, or before the day of --as-of, is not printed; stderr says when it was said, and the
    status is 5. (age_days counts to the newest statement of the base.)
    """
    if low and high:
        raise UsageProblem("--low and --high exclude each other", "give one of them")
    wish = _Wish(one_of("--by", by), low, high, number, max_age)
    if wish.by is not None:
        base.resolve("entities", wish.by, claimant=True)  # An unknown one is wrong usage, whatever the figures are.
    if figures == ["-"]:
        return _batch(base, setting, wish)
    if len(figures) == 1 or is_one_name(base, figures):
        return _one(base, _found(base, " ".join(figures), wish))
    found = [_found(base, name, wish) for name in figures]
    return _several(base, setting, found, "".join(_line(each) for each in found))


def _one(base: Base, found: _Found) -> Report:
    if found.is_too_old:
        raise TooOld(*found.missing)
    if found.fact is None:
        return Report(found.name, FACTS, [], single=True, plain="", nothing=found.missing)
    remarks = (
        age.remark(found.fact.reported, base.counted_to, base.as_of),
        disputes.remark(found.fact.id, base.disputed_ids(found.fact)),
    )
    return Report(
        found.figure or found.name, FACTS, [fact_record(base, found.fact)], single=True, plain=f"{found.amount}\n",
        hints=[*filter(None, remarks)],
    )  # fmt: skip


def _batch(base: Base, setting: Setting, wish: _Wish) -> Report:
    """Answer one name a line; what is no name is answered as such."""
    found = []
    for name in lines_of_stdin(setting, "figures"):
        try:
            found.append(_found(base, name, wish))
        except UnknownName as unknown:
            found.append(_Found(name, None, missing=(unknown.message, unknown.mend)))
    as_lines = wish.number or wish.low or wish.high
    return _several(base, setting, found, "".join(_line(each) if as_lines else _json(base, each) for each in found))


def _several(base: Base, setting: Setting, found: Sequence[_Found], plain: str) -> Report:
    reasons = [
        f"{message}{f' ({mend})' if mend else ''}" for _, _, fact, _, (message, mend), _ in found if fact is None
    ]
    is_whole = found and not reasons
    status = ExitCode.ANSWERED if is_whole or setting.ok_empty else ExitCode.NOTHING_FOUND
    return Report(
        "Figures", FACTS, [fact_record(base, each.fact) for each in found if each.fact is not None], plain=plain,
        notes=reasons or ([] if found else ["no figure was asked for"]),
        status=ExitCode.TOO_OLD if any(each.is_too_old for each in found) else status, hints=_days(found),
    )  # fmt: skip


def _days(found: Sequence[_Found]) -> list[str]:
    """Return when each of several numbers was said, where that was not on one day: they do not add up."""
    facts = [each.fact for each in found if each.fact is not None]
    said = [f"{each.figure} on {dates.day_words(each.fact.reported)}" for each in found if each.fact is not None]
    return [f"not said on one day: {listing(said)}"] if len({fact.reported for fact in facts}) > 1 else []


def _line(found: _Found) -> str:
    return f"{found.figure or visible(found.name)}\t{found.amount}\n"


def _json(base: Base, found: _Found) -> str:
    message, mend = found.missing
    record: dict[str, Any] = {
        "name": found.name, "answered": found.fact is not None, "reason": message or None, "mend": mend or None,
        "figure": found.figure,
    }  # fmt: skip
    if found.fact is not None:
        record |= fact_record(base, found.fact)
    return encoded(record) + "\n"


def _found(base: Base, name: str, wish: _Wish) -> _Found:
    """Return what a name leads to.

    Raises:
        UnknownName: it leads to no figure.
    """
    figure = base.resolve("figures", name)
    fact = base.headline(figure, by=wish.by)
    if fact is None:
        return _Found(name, figure, missing=_nothing(base, figure, wish.by))
    old = None if wish.max_age is None else age.too_old(fact.reported, base.as_of, wish.max_age)
    if old is not None:
        return _Found(name, figure, missing=(f"{figure} is too old: {old[0]}", old[1]), is_too_old=True)
    end = fact.lowest if wish.low else fact.highest if wish.high else None
    if end is not None:
        return _Found(name, figure, fact, plain_number(end))
    if wish.low or wish.high or (wish.number and fact.value is None):
        return _Found(name, figure, missing=_refused(figure, fact, wish))
    return _Found(name, figure, fact, fact.bare_amount)


def _refused(figure: str, fact: Fact, wish: _Wish) -> tuple[str, str]:
    """Say why the amount of a headline is not the number or end that is asked for, and what is to be had."""
    if fact.lowest is not None:
        return f"{figure} is no number but a range, {fact.bare_amount!r}", "--low and --high pick an end"
    if wish.number:
        return f"{figure} is no number but words, {fact.bare_amount!r}", "without --number they are printed"
    mend = "without --low and --high they are printed"
    return f"{figure} has no end to pick but words, {fact.bare_amount!r}", mend


def _nothing(base: Base, figure: str, by: str | None) -> tuple[str, str]:
    """Say that there is no fact, and name what comes nearest without giving it for an answer."""
    plan = base.lapsed(figure, by=by)
    if plan is not None:
        return f"no plan stands; last: {plan_words(base, plan)} (lapsed)", ""
    speaker = base.resolve("entities", by, claimant=True) if by else None
    claimant = f" by {base.name_of(speaker)}" if speaker else ""
    only = _only(base, figure, speaker)
    if only:
        whose, day = f" --by {speaker}" if speaker else "", f" --as-of {base.as_of}" if base.as_of else ""
        return f"{figure}{claimant}: {only}", f"all: nkfacts compare {figure}{whose} --all{day}"
    known = f" known on {base.as_of}" if base.as_of else ""
    offers = []
    for near in base.neighbours(figure):
        found = base.headline(near.id, by=by)
        if found is not None:
            option = f" --by {by}" if by else ""
            day = f" --as-of {base.as_of}" if base.as_of else ""
            offers.append(f"nkfacts get {near.id}{option}{day} ({near.label})")
    if by and base.headline(figure) is not None:
        offers.append(f"nkfacts get {figure} (other claimants)")
    mend = f"near it, but not the same: {listing(offers[:3], 'or')}" if offers else ""
    return f"no fact on {figure}{claimant}{known}", mend


def _only(base: Base, figure: str, by: str | None) -> str:
    """Say what there is of a figure though no fact answers for it, the last said first; empty where there is nothing.

    Whoever is told that there is no fact looks no further, and a part is what was said all the same.
    """
    # A slip is told by nobody but who asks for it: its number is wrong.
    facts = [fact for fact in base.facts(Filter(figure=figure, by=by)) if not fact.is_deprecated]
    for what, is_such in _NO_ANSWERS:
        found = [fact for fact in facts if is_such(fact)]
        if found:
            more = f" and {len(found) - 1:,} more" if found[1:] else ""
            return f"{what}: {plan_words(base, found[0])}{more}"
    return ""


_NO_ANSWERS: tuple[tuple[str, Callable[[Fact], bool]], ...] = (
    ("only of a part", lambda fact: fact.scope == "part" and fact.status != "denied"),
    ("only a denial", lambda fact: fact.status == "denied"),
)
"""What is said of a figure and never its headline, in words, the best first."""
