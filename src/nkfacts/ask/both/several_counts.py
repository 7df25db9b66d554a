"""Numbers of several things at once, side by side: how many were killed, wounded and captured."""

from collections.abc import Iterator, Sequence

from nkfacts.ask.both.joining import Whole, part_of, unanswered
from nkfacts.ask.both.phrases import Phrase
from nkfacts.ask.gate.verdict import BY_MEANING
from nkfacts.ask.one.single import answer_one
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.told.wording import bare_or_told
from nkfacts.ask.understanding.question import Mention, Question, Token
from nkfacts.ask.understanding.reading import read_by
from nkfacts.query.base import Base
from nkfacts.text import listing

_COUNTED = ("thing", "name", "action")
_TOGETHER = frozenset(("together", "altogether", "combined", "total", "sum"))
"""Words by which one number of all is asked for."""


def answered(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the number of each of several things of which a question names all; None where one answers for them.

    Args:
        phrase: the question.
        base: the base.
        lexicon: the names and words of the base.
    """
    question = read_by(phrase.text, base, lexicon)
    apart = question.kind == "how-many" and _TOGETHER.isdisjoint(phrase.words)
    row = _row(question) if apart else ()
    if not row:
        return None
    whole = answer_one(phrase.text, base, lexicon)
    if whole.facts and _tells_all(whole, row):
        return whole
    parts = tuple(_part(text, base, lexicon) for text in _questions(question, row))
    figures = {part.choice.figure.id for part in parts if part.choice.figure is not None}
    missing = unanswered(parts)
    if len(missing) == len(parts) or len(figures) < len(parts) - len(missing):
        return whole
    if missing and whole.facts:
        return whole
    told = Whole(question, "both", parts, base)
    if missing:
        return told.refused(f"no fact on {listing([f'“{part.question.text}”' for part in missing])} as asked")
    return told.told("\t".join(map(bare_or_told, parts)))


def _tells_all(whole: Answer, row: Sequence[Mention]) -> bool:
    """Say whether one answer has all of a row by its meaning, and not only in its words: killed and wounded."""
    verdict = whole.choice.verdict
    borne = {mention.start for mention, _, by in verdict.borne if by in BY_MEANING} if verdict is not None else set()
    return borne.issuperset(mention.start for mention in row)


def _part(text: str, base: Base, lexicon: Lexicon) -> Answer:
    return part_of(answer_one(text, base, lexicon), text)


def _row(question: Question) -> tuple[Mention, ...]:
    """Return the mentions that stand in a row with commas and an "and": all deeds, or all things."""
    told = [mention for mention in question.mentions if mention.kind in _COUNTED and not mention.claims]
    row: list[Mention] = []
    joined = False
    for mention in told:
        joint = _joint(row[-1], mention, question.tokens) if row else None
        if joint is None:
            if joined:
                break
            row, joined = [mention], False
            continue
        if not (joined or _is_alike(row[-1], mention)):
            row = [mention]
            continue
        row.append(mention)
        joined = joined or joint
    return tuple(row) if joined and len(row) > 1 else ()


def _joint(one: Mention, other: Mention, tokens: Sequence[Token]) -> bool | None:
    """Return whether "and" joins two mentions, or else a comma; None where neither does."""
    between = [token.word for token in tokens[one.end : other.start]]
    if between == ["and"]:
        return True
    return False if not between and tokens[one.end - 1].stop else None


def _is_alike(one: Mention, other: Mention) -> bool:
    """Say whether two mentions may be of the same sort: deeds both, or things both."""
    sorts = [{meaning.part for meaning in mention.meanings} for mention in (one, other)]
    return {"actions"} not in sorts or all("actions" in parts for parts in sorts)


def _questions(question: Question, row: Sequence[Mention]) -> Iterator[str]:
    """Yield the question of each of a row: without the others."""
    tokens = question.tokens
    for mention in row:
        kept = (*tokens[: row[0].start], *tokens[mention.start : mention.end], *tokens[row[-1].end :])
        yield " ".join(token.typed for token in kept)
