"""The deeds that a sentence tells, each with those who are bound to it: who did it, to whom, where."""

from collections.abc import Callable, Sequence

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.verbs import is_passive, is_verb
from nkfacts.hints import NamedTuple
from nkfacts.verifying.known_deeds import meant_by
from nkfacts.verifying.parties import has_unknown_parties
from nkfacts.verifying.pieces import without_deeds_of_speech
from nkfacts.verifying.wording import NO_DEEDS

_OWNED = 3
"""The words that may stand between an owner and its deed, and one."""

_RELATIVES = ("which", "that", "who")
_ACTING = ("subject", "patient")
_LATER = frozenset(("then", "later", "also"))
_OWNING = ("its", "his", "her", "their")
_BEFORE_NAMES = ("of", "from", "by", "in", "to", "with", "at", "near", "into", "against", "for")
_OPENING = ("after", "before", "since", "until", "than")
"""Prepositions that may open a clause, whose names belong to its own deed."""


class Core(NamedTuple):
    """A deed with those who are bound to it: who did it, to whom, where.

    Attributes:
        question: the deed and what is bound to it, as a question of yes or no.
        deed: the word for it.
        text: its words.
        is_whole: whether two things are bound to it; else it needs a day, or somebody who says it.
        is_plain: whether the base knows every word of substance of the sentence.
        is_apart: whether the sentence has names that belong to another deed, and are no part of it.
        meant: the word by which it is confirmed or denied as the one that everybody knows, with nothing bound to it:
            confirmed the deployment; empty where it is none.
    """

    question: Question
    deed: Mention
    text: str
    is_whole: bool = True
    is_plain: bool = True
    is_apart: bool = False
    meant: str = ""

    def typed(self, mention: Mention) -> str:
        """Return a mention as it was typed."""
        return " ".join(token.typed for token in self.question.tokens[mention.start : mention.end])

    @property
    def words(self) -> str:
        """The words for it and for those bound to it, as they were typed."""
        return " ".join(map(self.typed, self.question.mentions))


def cores_of(question: Question, lexicon: Lexicon, wanted: Callable[[Mention], bool] | None = None) -> list[Core]:
    """Return the deeds of a sentence that are bound to something that the base knows.

    Args:
        question: the sentence as ``ask`` reads it.
        lexicon: the names and words of the base.
        wanted: says which mentions are one thing of which a deed has to be told, whole; None for any.
    """
    question = without_deeds_of_speech(question)
    if wanted is not None:
        question = _as_one(question, wanted)
    mentions = question.mentions
    found = []
    doers: list[int] = []
    for i, deed in enumerate(mentions):
        own = [j for j, m in enumerate(mentions) if j != i and wanted is not None and wanted(m)]
        if not _is_deed(deed) or has_unknown_parties(question, deed, [mentions[j] for j in own]):
            continue
        told = _with_shared_subject(_with_antecedent(question, i), i)
        bound, doers = _bound(told, i, doers)
        if wanted is not None and set(own).isdisjoint(bound):
            continue
        core = _with_bound(told, i, bound, own, lexicon)
        if core is None and wanted is None and (meant := meant_by(told, deed)):
            core = _core(told, [i], i, is_whole=False)._replace(meant=meant)
        found += [core] if core is not None else []
    return found


def _with_antecedent(question: Question, i: int) -> Question:
    """Return a question in which what stands before "which" is who acts in its clause, or is acted on."""
    mentions, tokens, deed = question.mentions, question.tokens, question.mentions[i]
    place = deed.start - 1
    while place > 0 and tokens[place].word in w.AUXILIARIES:
        place -= 1
    if place < 1 or tokens[place].word not in _RELATIVES or not is_verb(deed, tokens):
        return question
    role = "patient" if is_passive(deed, tokens) else "subject"
    changed = (m._replace(role=role, verb=i) if m.end == place and m.kind == "thing" else m for m in mentions)
    return question._replace(mentions=tuple(changed))


def _with_shared_subject(question: Question, i: int) -> Question:
    """Return a question in which who did the deed before, or had it done to it, does that behind "and" as well."""
    mentions, tokens, deed = question.mentions, question.tokens, question.mentions[i]
    place = deed.start - 1
    while place > 0 and tokens[place].word in w.AUXILIARIES | _LATER:
        place -= 1
    before = next((j for j in range(i - 1, -1, -1) if is_verb(mentions[j], tokens)), -1)
    if place < 1 or tokens[place].word != "and" or before < 0 or any(m.verb == i for m in mentions[:i]):
        return question
    role = "patient" if is_passive(deed, tokens) else "subject"
    changed = (m._replace(role=role, verb=i) if m.verb == before and m.role in _ACTING else m for m in mentions)
    return question._replace(mentions=tuple(changed))


def _as_one(question: Question, wanted: Callable[[Mention], bool]) -> Question:
    """Return a question in which of a thing of several words the last is what is meant: by military aircraft."""
    mentions = list(question.mentions)
    for i in range(len(mentions) - 1):
        one, other = mentions[i], mentions[i + 1]
        if one.kind == other.kind == "thing" and one.end == other.start and wanted(one) and wanted(other):
            mentions[i] = one._replace(kind="word", meanings=(), role="", verb=-1)
            if not other.role:
                mentions[i + 1] = other._replace(role=one.role, verb=one.verb)
    return question._replace(mentions=tuple(mentions))


def _bound(question: Question, i: int, doers: list[int]) -> tuple[list[int], list[int]]:
    """Return the places of those who are bound to a deed, and of who does what is told of from here on."""
    mentions, deed = question.mentions, question.mentions[i]
    bound = [j for j, m in enumerate(mentions) if m.verb == i and _is_told(m) and _is_near(question, deed, m)]
    bound += [j for j in range(i + 1, i + 2) if j not in bound and _is_object(question, i, j)]
    before = _before(question, i)
    if before is not None and before not in bound:
        bound.append(before)
    if deed.kind == "action" and is_verb(deed, question.tokens):
        return bound, [j for j in bound if mentions[j].role == "subject"] or doers
    if bound and before is None:
        # The reconstruction of Kursk, by builders who were named before it.
        bound += [j for j in doers or _first_name(question, i) if j not in bound]
    return bound, doers


def _with_bound(question: Question, i: int, bound: Sequence[int], own: Sequence[int], lexicon: Lexicon) -> Core | None:
    """Return a deed with those bound to it and all that is told with them; None where nothing is bound to it."""
    mentions, deed = question.mentions, question.mentions[i]
    bound = list(dict.fromkeys([*bound, *(j for k in bound for j in _joined_behind(question, k) if j != i)]))
    # Shells to Ukraine were no shelling of it: what is bound to a thing is told of the deed.
    bound += [j for j, m in enumerate(mentions) if m.verb in bound and j not in bound and j != i and _is_told(m)]
    told = list(dict.fromkeys([*(j for j in bound if not _is_scene(mentions[j])), *own]))
    count = len([j for j in told if not mentions[j].claims])
    if all(_is_subject(mentions[j], lexicon) for j in told):
        # That North Korea and Russia did something is said of too much.
        count = min(count, 1)
    apart: list[int] = []
    if count == 1:
        # Of what is done to one thing, every name of the sentence has to be borne out too.
        names = [j for j, m in enumerate(mentions) if m.kind == "name" and not m.claims and j not in told and j != i]
        apart = [j for j in names if _is_of_another(question, i, j)]
        told += [j for j in names if j not in apart]
    told += [j for j, m in enumerate(mentions) if j not in told and _is_unknown_place(question, deed, m)]
    if not count or any(_is_owned_by_others(question, mentions[j], lexicon) for j in told):
        return None
    core = _core(question, sorted({i, *told}), i, is_whole=count > 1)
    return core._replace(is_plain=all(m.kind != "word" for m in mentions), is_apart=bool(apart))


def _is_of_another(question: Question, i: int, j: int) -> bool:
    """Say whether a name belongs to another deed, in a clause that a mark parts from a deed."""
    deed, name = question.mentions[i], question.mentions[j]
    if name.verb in (-1, i) or (name.start < deed.start and name.role in ("subject", "patient", "by")):
        return False
    first, last = sorted((deed, name))
    between = question.tokens[first.end - 1 : last.start]
    said = first is deed or any(token.word in NO_DEEDS for token in between)
    return said and any(token.stop for token in between)


def _is_owned_by_others(question: Question, mention: Mention, lexicon: Lexicon) -> bool:
    """Say whether people of a nation are told of as those of another: Seoul confirmed the deaths of its soldiers."""
    if not mention.start or question.tokens[mention.start - 1].word not in _OWNING:
        return False
    fitting = Fitting(lexicon)
    nations = {fitting.nation_of(m.id) for m in mention.meanings if m.part == "things"} - {None}
    before = [m for m in question.mentions if m.end < mention.start]
    owners = [m for m in before if m.claims or m.role == "subject"][-1:]
    # Putin thanked Kim and his troops.
    owners += [m for m in before[-1:] if m.end == mention.start - 2 and question.tokens[m.end].word == "and"]
    owned = {fitting.nation_of(m.id) for owner in owners for m in owner.meanings if m.part == "entities"}
    return bool(nations) and nations.isdisjoint(owned)


def _is_unknown_place(question: Question, deed: Mention, mention: Mention) -> bool:
    """Say whether a word is written as a name, behind a preposition beside a deed: soldiers of Atlantis were sent."""
    before = question.tokens[mention.start - 1] if mention.start else None
    return (
        mention.kind == "word" and before is not None and not before.stop and before.word in _BEFORE_NAMES
        and question.tokens[mention.start].typed[:1].isupper() and _is_near(question, deed, mention)
    )  # fmt: skip


def _is_subject(mention: Mention, lexicon: Lexicon) -> bool:
    named = {m.id for m in mention.meanings if m.part == "entities"}
    return bool(named) and named <= lexicon.subjects


def _is_deed(mention: Mention) -> bool:
    if mention.kind == "action":
        return not mention.claims
    return mention.kind == "thing" and any(m.part == "actions" and m.reading == "noun" for m in mention.meanings)


def _is_told(mention: Mention) -> bool:
    return mention.kind in ("name", "thing")


def _is_near(question: Question, deed: Mention, mention: Mention) -> bool:
    """Say whether nothing between a deed and what is bound to it begins another clause."""
    first, last = sorted((deed, mention))
    between = [token.word for token in question.tokens[first.end : last.start]]
    if mention.role in _OPENING:
        return False
    return mention.role in ("subject", "patient") or not any(
        word in NO_DEEDS or word in ("that", "which", "who", "whose") for word in between
    )


def _before(question: Question, i: int) -> int | None:
    """Return what stands right before a deed: as its owner, Putin's rare visit; or as done, an agreement signed."""
    place = i - 1
    while place > 0 and question.mentions[place].kind == "word":
        place -= 1
    if place < 0:
        return None
    mention, deed = question.mentions[place], question.mentions[i]
    between = question.tokens[mention.end : deed.start]
    bound = mention.verb >= 0 and (bool(between) or is_verb(deed, question.tokens))
    if not _is_told(mention) or bound or question.tokens[mention.end - 1].stop:
        return None
    owns = question.tokens[mention.end - 1].possessive and len(between) < _OWNED
    return place if owns or not between else None


def _joined_behind(question: Question, k: int) -> list[int]:
    """Return the names that stand in a row with one, known or not: Putin, Xi and Trump."""
    mentions, tokens = question.mentions, question.tokens
    if mentions[k].kind != "name":
        return []
    row: list[int] = []
    place, joined = mentions[k].end, False
    while not joined and place < len(tokens):
        joined = tokens[place].word in ("and", "or")
        if not joined and not tokens[place - 1].stop:
            return []
        place += joined
        while (j := next((j for j, m in enumerate(mentions) if m.start == place), -1)) >= 0:
            if mentions[j].claims or not tokens[place].typed[:1].isupper() or mentions[j].kind not in ("name", "word"):
                return []
            row.append(j)
            place = mentions[j].end
            if tokens[place - 1].stop or mentions[j].kind == "name":
                break
        if not row or mentions[row[-1]].end != place:
            return []
    return row if joined else []


def _is_object(question: Question, i: int, j: int) -> bool:
    """Say whether what stands right behind a deed is what it is done to, though it is no verb: by sending troops."""
    mentions = question.mentions
    return (
        j < len(mentions) and _is_told(mentions[j]) and mentions[j].verb < 0 and mentions[j].start == mentions[i].end
        and not question.tokens[mentions[i].end - 1].stop and mentions[i].text.endswith("ing")
    )  # fmt: skip


def _first_name(question: Question, i: int) -> list[int]:
    names = [j for j, m in enumerate(question.mentions[:i]) if m.kind == "name" and not m.claims]
    return [j for j in names[:1] if question.mentions[j].role in ("", "subject", "patient", "by")]


def _is_scene(mention: Mention) -> bool:
    """Say whether a mention is of no place with a name: in the conflict, in the area."""
    return mention.role in ("in", "at", "on") and not any(m.part == "entities" for m in mention.meanings)


def _core(question: Question, kept: Sequence[int], deed: int, *, is_whole: bool = True) -> Core:
    places = {old: new for new, old in enumerate(kept)}
    mentions = tuple(question.mentions[j]._replace(verb=places.get(question.mentions[j].verb, -1)) for j in kept)
    asked = question._replace(
        kind="yes-no", mentions=mentions, flags=frozenset(), measure="", per="", times=(), hole=-1, refusal=""
    )
    return Core(asked, mentions[places[deed]], " ".join(m.text for m in mentions), is_whole)


def without_one(core: Core, mention: Mention) -> Core:
    """Return a deed without one of those that are bound to it."""
    kept = [i for i, m in enumerate(core.question.mentions) if m is not mention]
    less = _core(core.question, kept, core.question.mentions.index(core.deed), is_whole=core.is_whole)
    return less._replace(is_plain=core.is_plain, is_apart=core.is_apart)
