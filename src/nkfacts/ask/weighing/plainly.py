"""Whether a question asks for nothing but what a candidate says, in so many words: its chance decides nothing then."""

from collections.abc import Sequence

from nkfacts.ask.gate.sameness import is_phrase
from nkfacts.ask.gate.verdict import BY_MEANING
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.weighing.evidence import borne_exactly
from nkfacts.ask.weighing.own_terms import asks_in_its_terms, is_a_subject
from nkfacts.ask.weighing.scoring import Found
from nkfacts.ask.weighing.weighing import ENOUGH, Weighed

_FEW, _AHEAD, _EXACT = 3, 2.0, 0.95
"""The most words of a plain question, how many times the chance of any other its answer has, and how exact it is."""

_NEAR = 3.0
"""How many times less its chance may be than the best for a figure to be the one that is asked for."""


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
    if not weighed or weighed[0].chance >= ENOUGH:
        return weighed
    if question.kind == "yes-no":
        return _with_what_counts_it_first(question, lexicon, weighed)
    if question.kind not in ("how-many", "what", "change"):
        return weighed
    in_terms = [each for each in weighed if asks_in_its_terms(question, each.found, lexicon)]
    mains = (each for each in in_terms if each.found.figure is not None and each.found.figure.main)
    exact = next(mains, in_terms[0] if in_terms else weighed[0])
    of_whom = any(by == "of" for _, _, by in exact.found.verdict.borne)
    main = of_whom and exact.found.figure is not None and exact.found.figure.main
    if not main and _NEAR * exact.chance < weighed[0].chance:
        return weighed
    return [exact, *(each for each in weighed if each is not exact)]


def _with_what_counts_it_first(question: Question, lexicon: Lexicon, weighed: list[Weighed]) -> list[Weighed]:
    """Return candidates with the figure first that counts just what is asked to be so and is no plan: did they send it.

    That some were sent says yes whichever of the facts of it were nearer; not to where else than the base is about.
    """
    now = question.tokens[0].word in ("is", "are")
    counting = (
        each
        for each in weighed
        if asks_in_its_terms(question, each.found, lexicon)
        and not each.is_ruled_out
        and each.found.facts[0].status not in ("planned", "denied")
        and any(by == "of" for _, _, by in each.found.verdict.borne)
        and not (now and _counts_up(each))
        and not any(
            by in ("to", "where", "from") and not is_a_subject(mention, lexicon)
            for mention, _, by in each.found.verdict.borne
        )
    )
    first = next(counting, None)
    return weighed if first is None else [first, *(each for each in weighed if each is not first)]


def _counts_up(weighed: Weighed) -> bool:
    """Say whether a figure counts all that was so far, and not how many there are."""
    counts = weighed.found.figure.counts if weighed.found.figure is not None else None
    return counts is not None and counts.state == "so-far"


def is_plainly_asked(question: Question, lexicon: Lexicon, weighed: Sequence[Weighed]) -> bool:
    """Say whether a few words ask for nothing but what the best candidate says, as "who signed the treaty".

    So short a question has a low chance whatever it asks, as it tells little; but who asks it means nothing else.
    """
    best, *others = weighed
    found = best.found
    if found.verdict.missing or found.verdict.against:
        return False
    if asks_in_its_terms(question, found, lexicon):
        rivals = [each for each in others if _AHEAD * each.chance > best.chance]
        main = found.figure is not None and bool(found.figure.main)
        exact = [each.found.figure for each in rivals if asks_in_its_terms(question, each.found, lexicon)]
        return not any(figure and (figure.main or not main) for figure in exact)
    if any(best.chance < _AHEAD * each.chance for each in others if each.found.happening != found.happening):
        return False
    if _asks_for_a_main_event(question, best):
        return True
    if len(question.mentions) > _FEW:
        return False
    return _asks_for_a_main_figure(question, found) or _asks_for_an_event(question, best)


def _asks_for_a_main_figure(question: Question, found: Found) -> bool:
    """Say whether all words of a question are what a main figure counts, with no place and no other nation."""
    borne = [(mention, by) for mention, _, by in found.verdict.borne if mention.kind != "light"]
    return (
        (question.kind in ("how-many", "change") or is_phrase(question))
        and found.figure is not None
        and bool(found.figure.main)
        and all(by in BY_MEANING and (by != "did" or _is_noun(mention)) for mention, by in borne)
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
    return mention.kind == "action" or any(meaning.is_noun for meaning in mention.meanings)
