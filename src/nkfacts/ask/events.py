"""The facts that have all the words and names of a question, and of these the ones that say what it asks."""

from nkfacts.ask.figures import senses_of_figure
from nkfacts.ask.naming import Name
from nkfacts.ask.reading import Question
from nkfacts.ask.vocabulary import (
    AUXILIARIES,
    BEING,
    CLAIM_VERBS,
    KINDS_OF_ENTITY,
    MUTUAL,
    NEW_CLAUSE,
    PEOPLE,
    WHAT_IS_DONE,
)
from nkfacts.english import NOISE, SUBJECT, act, acts_in, forms, sense, senses_in, split
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.query.matching import Wanted

MOST_FACTS = 8
"""So many facts come with an answer that rests on the first of them."""

MOST_LISTED = 50
"""So many come where all of them are the answer."""

_MATCHES_WEIGHED = 60
_MATCHES_LISTED = 300
_WHAT_IS_DONE = frozenset(map(sense, WHAT_IS_DONE))
_STANDING = {"confirmed": 0.3, "acknowledged": 0.3, "observed": 0.2, "denied": -0.5, "planned": -0.4}


def facts_with_all_words(question: Question, base: Base) -> list[tuple[Fact, float]]:
    """Return the facts that answer a question by their words, each with its score, best first."""
    wanted = _wanted(question)
    if wanted is None:
        return []
    matches = base.matching(wanted, limit=_MATCHES_WEIGHED if wanted.words else _MATCHES_LISTED)
    unverified = {match.fact.id for match in matches if not match.verified}
    facts = [match.fact for match in matches if not match.fact.is_deprecated]
    facts = [fact for fact in _in_period(question, facts) if _answers(question, base, fact)]
    scored = [(fact, _score(question, base, fact) - (fact.id in unverified)) for fact in facts]
    if question.kind in ("list", "what") and not question.telling:
        # Nothing to score by: in the order of time, the latest first unless a time is asked for.
        latest_first = "latest" in question.flags or not question.times
        scored.sort(key=lambda each: (each[0].when or each[0].reported, each[0].id), reverse=latest_first)
    else:
        scored.sort(key=lambda each: (-each[1], each[0].id))
    listed = question.kind == "list" or not question.telling
    return scored[: MOST_LISTED if listed else MOST_FACTS]


def _wanted(question: Question) -> Wanted | None:
    """Return what a fact must have to answer; None when the question says too little."""
    telling = [word for word in question.telling if question.entity_kind is None or word not in KINDS_OF_ENTITY]
    names = (*question.others, *question.claimants, *question.places, *question.foreign)
    says_what_is_done = not _WHAT_IS_DONE.isdisjoint(map(sense, question.subject))
    words = telling
    if not telling and question.framed and says_what_is_done and not names:
        words = list(question.subject)
    if not (words or names or question.times):
        return None
    asserts = bool(question.flags & {"confirming", "denying"}) or says_what_is_done
    if question.kind == "yes-no" and not (asserts or (telling and len([*telling, *names, *question.subject]) > 1)):
        return None
    topics = {word: name.id for name in question.topics for word in name.text.split()}
    return Wanted(
        tuple((word, topics.get(word)) for word in words),
        tuple(phrase for name in question.foreign if (phrase := _phrase(question, name))),
        tuple((name.id, name.text) for name in question.others),
        tuple(name.id for name in question.claimants),
        tuple(name.id for name in question.places),
        question.period,
    )


def _in_period(question: Question, facts: list[Fact]) -> list[Fact]:
    """Return the facts about the time asked for, those within it if any are; of a claimant also those said in it."""
    if question.period is None:
        return facts
    first, last = question.period
    about, within = [], []
    for fact in facts:
        span = dates.parse(fact.when or fact.reported)
        start = span.last if span.first == dates.FIRST_DAY else span.first
        if first <= start and span.last <= last:
            within.append(fact)
        if (start <= last and span.last >= first) or (question.claimants and first <= fact.reported <= last):
            about.append(fact)
    return within or about


def _answers(question: Question, base: Base, fact: Fact) -> bool:
    """Say whether a fact says what a question asks, or denies it; not merely that it has its words."""
    said = senses_in(fact.statement) | senses_in(fact.title or "")
    if not all(_acts(question, name, fact) for name in question.foreign):
        return False
    if question.entity_kind and not any(_is_of_kind(base, id_, question.entity_kind) for id_ in fact.about):
        return False
    if question.kind == "how-many":
        return fact.figure is None and _counts(question, fact)
    if question.kind == "where" and not fact.place:
        return False
    if "denying" in question.flags:
        return fact.status == "denied" or sense("deny") in said
    if "confirming" in question.flags:
        firm = ("acknowledged", "denied") if question.kind == "yes-no" else ("acknowledged", "confirmed")
        return fact.status in firm or sense("confirm") in said
    done = _WHAT_IS_DONE.intersection(map(sense, question.subject))
    if done and question.kind != "list" and not question.claimants:
        figure = base.figure(fact.figure) if fact.figure else None
        if done.isdisjoint(said | (senses_of_figure(figure) if figure else set())):
            return False
    return not question.others or not question.telling or _does(question, fact)


def _phrase(question: Question, name: Name) -> tuple[str, ...]:
    """Return the forms of "Chinese soldiers"; none where the nation is who acts."""
    following = question.words[name.end : name.end + 1]
    if not following or following[0].text not in PEOPLE:
        return ()
    return tuple(f"{name.text} {people}" for people in forms(following[0].text))


def _acts(question: Question, name: Name, fact: Fact) -> bool:
    """Say whether another nation does in a fact what the question says; of its people the phrase says enough."""
    if question.word_before(name) not in AUXILIARIES:
        return True
    verb = next((word.text for word in question.words[name.end :] if word.text not in NOISE), "")
    return any(_stands_before(split(name.text)[-1], verb, text) for text in (fact.title or "", fact.statement))


def _counts(question: Question, fact: Fact) -> bool:
    """Say whether a statement has a number of what a question counts."""
    asked = question.words
    behind = next((i + 1 for i, word in enumerate(asked) if word.text in ("many", "much", "number")), 0)
    counted = next((word for word in asked[behind:] if word.role != "noise"), None)
    if counted is None or counted.role != "telling":
        return False
    words = fact.statement.split()
    return any(
        word.replace(",", "").isdigit() and sense(counted.text) in map(sense, split(" ".join(words[i + 1 : i + 4])))
        for i, word in enumerate(words)
    )


def _does(question: Question, fact: Fact) -> bool:
    """Say whether whoever a question names does in a fact, or is done to, what the question says."""
    name = question.others[0]
    before = question.word_before(name)
    verb = next((word.text for word in question.words[name.end :] if word.role == "telling"), None)
    texts = (fact.title or "", fact.statement)
    last = split(name.text)[-1]
    if before in AUXILIARIES and verb is not None:
        if before in BEING:
            return _has(verb, texts)
        return any(_stands_before(last, verb, text) for text in texts)
    if question.kind == "who" and before in question.telling and before not in MUTUAL:
        return any(_stands_before(before, last, text) for text in texts)
    return True


def _has(verb: str, texts: tuple[str, ...]) -> bool:
    return any(act(verb) in acts_in(text) for text in texts)


def _stands_before(one: str, other: str, text: str) -> bool:
    """Say whether one word stands before another in one clause of a text."""
    acts = acts_in(text)
    first, last = act(one), act(other)
    if first not in acts or last not in acts:
        return False
    words = split(text)
    ends = [i for i, each in enumerate(acts) if each == last]
    return any(
        each == first and any(i < end and NEW_CLAUSE.isdisjoint(words[i:end]) for end in ends)
        for i, each in enumerate(acts)
    )


def _is_of_kind(base: Base, id_: str, kind: str) -> bool:
    entity = base.entity(id_)
    return entity is not None and entity.kind == kind


def _score(question: Question, base: Base, fact: Fact) -> float:
    """Return how well a fact fits: where the words stand, how little else its title says, how firm it is."""
    title, statement = senses_in(fact.title or ""), senses_in(fact.statement)
    score = _STANDING.get(fact.status, 0.0)
    for each in question.telling_senses:
        score += 3.0 if each in title else 2.0 if each in statement else 0.5
    score += 0.3 * len(set(question.telling) & set(split(fact.title or "")))
    for each in map(sense, question.subject):
        score += 0.6 if each in title else 0.4 if each in statement else 0.0
    for name in question.others:
        words = set(map(sense, name.text.split()))
        score += 1.5 if words & title else 1.0 if words & statement else 0.0
    asked = {word.text for word in question.words}
    for word in asked & {"first", "last"}:
        score += word in title or word in statement
    score -= 0.15 * len(title - question.telling_senses - SUBJECT)
    named = {name.id for name in question.others}
    if question.kind == "who" and asked.isdisjoint(CLAIM_VERBS):
        score += any(_is_of_kind(base, id_, "person") and id_ not in named for id_ in fact.about)
    if "confirming" in question.flags:
        score += (fact.status in ("acknowledged", "confirmed")) + 2 * (sense("confirm") in title | statement)
    if "denying" in question.flags:
        score += 2 * (fact.status == "denied")
    if "planned" in question.flags:
        score += 1.5 * (fact.status == "planned")
    if question.kind == "when":
        score += 0.3 * (fact.when is not None)
    return score - 0.5 * (fact.figure is not None)
