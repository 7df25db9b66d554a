"""A text's claims as a person reads them: one under the other with what was said, or marked in the text itself."""

from collections.abc import Iterator, Sequence

from nkfacts.model import dates
from nkfacts.output.lines import EMPTY, Block, Line
from nkfacts.output.mappings import fact_record
from nkfacts.output.screens import hand
from nkfacts.output.screens.hand import Record
from nkfacts.output.wrapping import Bit
from nkfacts.text import listing, plural
from nkfacts.verifying.claims import ABSENT, HAPPENING, OTHERWISE, OUTDATED, SAID, UNREAD, Claim
from nkfacts.verifying.verifying import Verification

_MARKS = {SAID: "✓", OTHERWISE: "✗", OUTDATED: "↻", ABSENT: "–", UNREAD: "?"}  # noqa: RUF001
_STYLES = {SAID: "green", OTHERWISE: "bold", OUTDATED: "bold", ABSENT: "", UNREAD: "dim"}
_SHORT = 40
"""The letters of words of a sentence that are named before it."""
_AROUND = 100
"""How much of a sentence is shown on each side of a claim."""


def claims_screen(found: Verification) -> list[Block]:
    """Return the claims of a text in lines: of each what was found, who said it when, and the page; counted above."""
    blocks: list[Block] = _counts(found)
    shown: list[Record] = []
    for number, claim in enumerate(found.claims, 1):
        blocks.append(EMPTY)
        blocks += _claim(found, number, claim, shown)
    return [*blocks, *hand.legend(shown)]


def marked_screen(found: Verification) -> list[Block]:
    """Return a text with its claims in brackets, each with its mark and number, and under it what was found."""
    blocks: list[Block] = [Line(bits) for bits in _marked_lines(found)]
    blocks += [EMPTY, *_counts(found)]
    for number, claim in enumerate(found.claims, 1):
        fact = claim.finding.neighbour or claim.finding.fact
        said = fact_record(found.base, fact) if fact is not None else None
        reason = [Bit("  "), Bit(claim.finding.reason, "dim")] if claim.finding.reason else []
        bits = [*_verdict(number, claim), *reason, *([Bit("  "), *_said(said)] if said else [])]
        blocks.append(Line(bits, hang=4))
        if said and said["url"]:
            blocks.append(Line([hand.url_bit(said["url"])], indent=4))
    return blocks


def _counts(found: Verification) -> list[Block]:
    counts = [f"{_MARKS[verdict]} {count} {verdict}" for verdict, count in found.counts.items() if count]
    day = dates.day_words(found.base.as_of or found.base.header["updated"])
    bits = [Bit(plural(len(found.claims), "claim"), "bold")]
    bits += [bit for count in counts for bit in (Bit("   "), Bit(count, whole=True))]
    return [Line(bits, [Bit(f"base of {day}", "dim")], hang=2)]


def _verdict(number: int, claim: Claim) -> list[Bit]:
    style = _STYLES[claim.verdict]
    return [Bit(f"{number}", "dim"), Bit(" "), Bit(f"{_MARKS[claim.verdict]} {claim.verdict}", style, whole=True)]


def _claim(found: Verification, number: int, claim: Claim, shown: list[Record]) -> Iterator[Block]:
    base, finding = found.base, claim.finding
    words = [Bit(claim.text, "bold"), Bit("  ")] if _is_named_alone(claim, found.claims) else []
    yield Line([*_verdict(number, claim), Bit("  "), *words, *_quoted(found.text, claim)], hang=4)
    if finding.reason:
        yield Line([Bit(finding.reason, "dim")], indent=4)
    label = "now" if claim.verdict == OUTDATED else "since"
    own = finding.fact if finding.fact != finding.neighbour else None
    but = "but" if finding.neighbour is not None else ""
    for fact, lead in ((finding.neighbour, ""), (own, but), (finding.later, label)):
        if fact is not None:
            said = fact_record(base, fact)
            shown.append(said)
            yield Line([*([Bit(f"{lead}  ", "dim")] if lead else []), *_said(said)], indent=4, hang=2)
            if said["url"]:
                yield Line([hand.url_bit(said["url"])], indent=4)


def _said(record: Record) -> list[Bit]:
    """Return what was said, by whom and when, with its origins and whatever it must not be read without."""
    flags = [flag for flag in hand.flags(record) if flag != "revised"]
    return [
        *hand.what_bits(record),
        Bit("  "),
        *_by_whom(record),
        Bit(f"  {hand.dots(record)}"),
        *([Bit(f"  {' '.join(flags)}")] if flags else []),
    ]


def _by_whom(record: Record) -> Iterator[Bit]:
    """Yield who said it, by the short name, and when, and who passed it on."""
    yield from hand.name_bits(record)
    yield Bit(f" ({record['country']}), " if record["country"] else ", ")
    yield hand.day_bit(record["reported"])
    yield Bit(f", via {listing(record['relays'])}" if record["relays"] else "")


def _is_named_alone(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Say whether a claim is an item of a list, or one of several, which only a colour would tell from the others."""
    if claim.is_sentence or len(claim.text) > _SHORT:
        return False
    of_it = [other for other in claims if other.sentence == claim.sentence]
    return claim.kind == HAPPENING or len(of_it) > 1


def _quoted(text: str, claim: Claim) -> list[Bit]:
    """Return a claim in the words around it, a sentence at most; it stands out where it is not the whole."""
    if claim.is_sentence:
        return [Bit(f"“{_cut(claim.text, 2 * _AROUND)}”")]
    before = _one_line(text[max(0, claim.start - 4 * _AROUND) : claim.start])
    behind = _one_line(text[claim.end : claim.end + 4 * _AROUND])
    whole = claim.sentence
    at = whole.find(claim.text)
    if at >= 0 and whole.count(claim.text) == 1:
        before, behind = whole[:at], whole[at + len(claim.text) :]
    else:
        before, behind = _tail(before), _head(behind)
    return [Bit(f"“{_tail(before)}"), Bit(claim.text, "bold"), Bit(f"{_head(behind)}”")]


def _one_line(text: str) -> str:
    lead, trail = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if lead else ''}{' '.join(text.split())}{' ' if trail else ''}"


def _head(text: str) -> str:
    return text if len(text) <= _AROUND else f"{text[:_AROUND].rpartition(' ')[0]} …"


def _tail(text: str) -> str:
    return text if len(text) <= _AROUND else f"… {text[-_AROUND:].partition(' ')[2]}"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0]} …"


def _marked_lines(found: Verification) -> Iterator[list[Bit]]:
    """Yield the lines of a text, each claim in brackets with its mark and number; of an event the mark only."""
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, claim in enumerate(found.claims, 1):
        ends.setdefault(claim.end, []).append(number)
        if claim.kind != HAPPENING:
            starts.setdefault(claim.start, []).append(number)
    line: list[Bit] = []
    place, text = 0, found.text
    for cut in sorted({*starts, *ends, *_line_ends(text)}):
        style = _style_of(found.claims, starts, place)
        line.append(Bit(text[place:cut].replace("\t", " "), style))
        for number in ends.get(cut, ()):
            claim = found.claims[number - 1]
            opened = "" if claim.kind != HAPPENING else " ["
            line.append(Bit(f"{opened or ' '}{_MARKS[claim.verdict]}{number}]", _STYLES[claim.verdict]))
        if cut in starts:
            line.append(Bit("["))
        place = cut
        if text[cut : cut + 1] == "\n":
            yield line
            line, place = [], cut + 1
    if place < len(text):
        line.append(Bit(text[place:].replace("\t", " ")))
    if line:
        yield line


def _style_of(claims: Sequence[Claim], starts: dict[int, list[int]], place: int) -> str:
    return "bold" if place in starts and claims else ""


def _line_ends(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at
        at = text.find("\n", at + 1)
