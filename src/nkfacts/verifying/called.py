"""Whether a body of a nation is called by fewer words than in the base: South Korea's defence intelligence."""

from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.english import stem
from nkfacts.query.base import Base
from nkfacts.text import fold
from nkfacts.verifying.wording import ROLES

_BODIES = w.words("agency agencies body bodies service services")
"""Nouns that may be left out behind what a body does, or be told in place of one another."""

_SPELT = {"defence": "defense"}


def with_role(mention: Mention, question: Question) -> Mention:
    """Return a mention of a nation's something with the nouns behind it that say who of it speaks.

    Args:
        mention: whoever is said to say something.
        question: the sentence.
    """
    if any(m.part == "entities" for m in mention.meanings):
        return mention
    end = mention.end
    while end < len(question.tokens) and not question.tokens[end - 1].stop and question.tokens[end].word in ROLES:
        end += 1
    behind = (token.word for token in question.tokens[mention.end : end])
    return mention._replace(end=end, text=" ".join((mention.text, *behind)))


def is_called(mention: Mention, id_: str, nation: str | None, base: Base) -> bool:
    """Say whether a mention has all the words of a name of somebody of a nation, but for what sort of body it is.

    Args:
        mention: whoever is said to say something.
        id_: the id of somebody.
        nation: the nation of that one.
        base: the base.
    """
    entity, country = base.entity(id_), base.entity(nation) if nation is not None else None
    if entity is None or country is None or entity.kind not in ("organisation", "group"):
        return False
    of_nation = {part for name in (country.name, *country.aliases) for part in fold(name).split()}
    told = fold(mention.text).split()
    own = _bare(told, of_nation)
    if not own or of_nation.isdisjoint(told):
        return False
    return any(_bare(fold(name).split(), of_nation) == own for name in (entity.name, *entity.aliases))


def _bare(words: list[str], of_nation: set[str]) -> list[str]:
    """Return the words of a name without those of the nation, and without the noun for a body at their end."""
    left = [word for word in words if word not in of_nation and word not in w.DETERMINERS]
    while left and left[-1] in _BODIES:
        left.pop()
    return [stem(_SPELT.get(word, word)) for word in left]
