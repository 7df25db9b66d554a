"""Whether a fact has the name that a question asks for."""

from collections.abc import Iterator
from itertools import pairwise

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.verdict import Verdict
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.views import views_kept
from nkfacts.ask.understanding.naming import is_name_noun
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.text import fold


def tells_a_name(question: Question, fact: Fact, verdict: Verdict, base: Base, lexicon: Lexicon) -> bool:
    """Say whether a fact has the name that is asked for, in a slot of its frame or in its words.

    Args:
        question: the question.
        fact: the fact.
        verdict: how it bears out the question.
        base: the base.
        lexicon: the names and words of the base.
    """
    fitting, asked = Fitting(lexicon), {token.word for token in question.tokens}
    head = _head(question)
    anybody = head is None or head in verdict.missing
    for fillers in verdict.view.slots.values():
        for id_ in fillers:
            entity = base.entity(id_)
            if entity is None or asked.issuperset(fold(entity.name).split()):
                continue
            if (anybody and entity.kind == "person") or (head is not None and fitting.fits(head, id_)):
                return True
    known = asked.union(*(fold(name).split() for name in _names_of_others(fact, base, lexicon)))
    return any(word not in known for word in _written_as_names(fact.statement))


def _head(question: Question) -> Mention | None:
    """Return what the name is asked of, as the mother in "the captive's mother"; None where that is no thing."""
    tokens = question.tokens
    place = next((place for place in range(len(tokens)) if is_name_noun(place, tokens)), -1)
    head, end = None, place + 1
    for mention in question.mentions:
        if mention.start <= place or mention.kind not in ("thing", "action", "word", "name"):
            continue
        between = {token.word for token in tokens[end : mention.start]}
        if head is not None and (between or tokens[end - 1].stop or is_verb(mention, tokens)):
            break
        head, end = mention, mention.end
    if head is None and question.hole >= 0:
        head = question.mentions[question.hole]
    return head if head is not None and head.kind in ("thing", "action") else None


def _names_of_others(fact: Fact, base: Base, lexicon: Lexicon) -> Iterator[str]:
    """Yield the names of the countries, and of all whom a fact names for something else than what is asked for."""
    fillers = (id_ for each in views_kept(fact, lexicon) for ids in each.slots.values() for id_ in ids)
    places = (fact.place,) if fact.place else ()
    for id_ in (*lexicon.countries, fact.by, *fact.via, *fact.about, *places, *fillers):
        entity = base.entity(id_)
        if entity is not None:
            yield from (entity.name, *entity.aliases)


def _written_as_names(text: str) -> Iterator[str]:
    """Yield the words that are written with a capital though they begin no sentence."""
    words = text.split()
    for before, word in pairwise(words):
        if word[:1].isupper() and not before.endswith((".", ":", "?", "!")):
            yield from fold(word).split()
