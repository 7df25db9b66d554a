"""Whether a question asks for nothing but what a candidate says, in so many words: its chance decides nothing then."""

from collections.abc import Sequence

from nkfacts.ask.evidence import BY_WORDS, borne_exactly
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question
from nkfacts.ask.scoring import Found
from nkfacts.ask.verbs import is_verb
from nkfacts.ask.weighing import ENOUGH, Weighed
from nkfacts.ask.words import BE, COUNTING, MEASURES, RATES

_FEW, _AHEAD, _EXACT = 3, 2.0, 0.95
"""The most words of a plain question, how many times the chance of any other its answer has, and how exact it is."""

_NEAR = 3.0
"""How many times less its chance may be than the best for a figure to be the one that is asked for."""

_COUNTED = ("of", "did", "figure")
"""What bears out whom or what a figure counts."""


def is_named(found: Found) -> bool:
    """Say whether a question has words of a figure's names and nothing else: what is called so is asked for."""
    by = {by for _, _, by in found.verdict.borne}
    return (
        found.figure is not None
        and by <= {"figure", "names"}
        and not found.verdict.missing
        and not found.verdict.against
    )


def with_the_exact_first(question: Question, lexicon: Lexicon, weighed: list[Weighed]) -> list[Weighed]:
    """Return candidates with the one figure first that is asked for in just its terms, where no other is the answer.

    Those in Russia are asked for, and not those of them in Kursk; who names what the overview counts asks for that.
    """
    if question.kind not in ("how-many", "what") or not weighed or weighed[0].chance >= ENOUGH:
        return weighed
    exact = next((each for each in weighed if _asks_exactly(question, lexicon, each)), weighed[0])
    of_whom = any(by == "of" for _, _, by in exact.found.verdict.borne)
    main = of_whom and exact.found.figure is not None and exact.found.figure.main
    if not main and _NEAR * exact.chance < weighed[0].chance:
        return weighed
    return [exact, *(each for each in weighed if each is not exact)]


def is_plainly_asked(question: Question, lexicon: Lexicon, weighed: Sequence[Weighed]) -> bool:
    """Say whether a few words ask for nothing but what the best candidate says, as "who signed the treaty".

    So short a question has a low chance whatever it asks, as it tells little; but who asks it means nothing else.
    """
    best, *others = weighed
    found = best.found
    if found.verdict.missing or found.verdict.against:
        return False
    if _asks_exactly(question, lexicon, best):
        rivals = [each for each in others if _AHEAD * each.chance > best.chance]
        main = found.figure is not None and bool(found.figure.main)
        exact = [each.found.figure for each in rivals if _asks_exactly(question, lexicon, each)]
        return not any(figure and (figure.main or not main) for figure in exact)
    if any(best.chance < _AHEAD * each.chance for each in others if each.found.happening != found.happening):
        return False
    if _asks_for_a_main_event(question, best):
        return True
    if len(question.mentions) > _FEW:
        return False
    return _asks_for_a_main_figure(question, found) or _asks_for_an_event(question, best)


def _asks_exactly(question: Question, lexicon: Lexicon, weighed: Weighed) -> bool:
    """Say whether a question asks for what a figure counts in just the terms in which it does, for all time.

    A place beside, and a nation in no role, may be of other people than those who are counted. What is not counted
    for the overview has to be asked for with nothing beside at all but whom the base is about.
    """
    found = weighed.found
    figure, verdict = found.figure, found.verdict
    if question.kind not in ("how-many", "yes-no", "what") or figure is None or figure.counts is None:
        return False
    if question.kind == "what" and BE.isdisjoint(token.word for token in question.tokens[1:2]):
        return False
    if verdict.missing or verdict.against or question.measure not in ("", figure.counts.measure):
        return False
    exact = _with_what_takes_in(borne_exactly(found), found, lexicon)
    borne = [(mention, by) for mention, _, by in verdict.borne if mention.text not in COUNTING]
    named = any(by != "did" or not is_verb(mention, question.tokens) for mention, by in borne)
    if (len(borne) > 1 and all(by == "did" for _, by in borne)) or not (named or figure.main):
        # How many ships carried them has two words for carrying, and none for what was counted; nor has what it cost.
        return False
    if question.measure == "share" and not any(
        mention.text in MEASURES["share"] or mention.nation is not None for mention, _ in borne
    ):
        return False
    borne = [(m, by) for m, by in borne if not _is_a_subject(m, lexicon) or (by == "where" and m not in exact)]
    if not figure.main:
        return question.kind == "how-many" and all(mention in exact and by in _COUNTED for mention, by in borne)
    if any(token.word in RATES for token in question.tokens):
        return False
    needed = {way for need in figure.counts.needs for way in need.split("/")}
    return all(
        mention in exact
        and (by in (*_COUNTED, "fact") or by in needed or (mention.role and by not in ("where", *BY_WORDS)))
        for mention, by in borne
    )


def _with_what_takes_in(exact: list[Mention], found: Found, lexicon: Lexicon) -> list[Mention]:
    """Return what is borne out exactly, with wider words for the same: troops of the first wave, Koksan guns."""
    narrower = {kind for m in exact for meaning in m.meanings for kind in lexicon.isa(meaning.id)}
    beside = [m for m, _, by in found.verdict.borne if by == "of" and any(x.id in narrower for x in m.meanings)]
    return [*exact, *beside]


def _is_a_subject(mention: Mention, lexicon: Lexicon) -> bool:
    """Say whether a mention is a country that the whole base is about, and stands in a role."""
    named = {lexicon.leads(meaning.id) or meaning.id for meaning in mention.meanings}
    return bool(mention.role) and named <= lexicon.subjects


def _asks_for_a_main_figure(question: Question, found: Found) -> bool:
    """Say whether all words of a question are what a main figure counts, with no place and no other nation."""
    borne = [(mention, by) for mention, _, by in found.verdict.borne if mention.kind != "light"]
    return (
        question.kind == "how-many"
        and found.figure is not None
        and bool(found.figure.main)
        and all(by in _COUNTED and (by != "did" or _is_noun(mention)) for mention, by in borne)
    )


def _asks_for_a_main_event(question: Question, best: Weighed) -> bool:
    """Say whether a question asks when, where or by whom what every timeline has was done, in no words alone.

    A place has to be the very one: who came to Kursk had come to Russia before.
    """
    exact = borne_exactly(best.found)
    return (
        question.kind in ("when", "where", "who")
        and not question.flags & {"claimant", "will", "latest"}
        and best.found.figure is None
        and bool(best.found.facts[0].main)
        and bool(best.told.get("bears all by meaning"))
        and all(mention in exact for mention, _, by in best.found.verdict.borne if by in ("where", "to", "from"))
        and not best.told.get("planned")
    )


def _asks_for_an_event(question: Question, best: Weighed) -> bool:
    """Say whether a question asks when, where or by whom something was done, in just the terms of a frame."""
    return (
        question.kind in ("when", "where", "who")
        and not question.flags & {"claimant", "will"}
        and best.found.figure is None
        and bool(best.told.get("bears all by meaning"))
        and best.told.get("exact", 0.0) >= _EXACT
        and not best.told.get("planned")
    )


def _is_noun(mention: Mention) -> bool:
    """Say whether a mention may name a deed, and does not only do it: casualties, the dead; not ships."""
    return mention.kind == "action" or any(meaning.reading in ("noun", "inverse-noun") for meaning in mention.meanings)
