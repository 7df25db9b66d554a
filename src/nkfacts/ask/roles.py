"""Who does what in a question: subjects, objects, prepositions, whose something is, and who is said to claim it."""

from collections.abc import Sequence

from nkfacts.ask import words as w
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question, Token

_NOUNS = ("noun", "inverse-noun")
_BEFORE_A_NOUN = w.DETERMINERS | (w.PREPOSITIONS - {"to", "before", "since", "after", "than"})


def with_roles(question: Question, lexicon: Lexicon) -> Question:
    """Return the question with the roles of its mentions."""
    tokens = question.tokens
    mentions = _with_nations(list(question.mentions), tokens, lexicon)
    mentions = [m._replace(claims=_claims(m, tokens, mentions)) for m in mentions]
    verbs = _verbs(mentions, tokens)
    nominals = [i for i, m in enumerate(mentions) if i not in verbs and m.kind in ("name", "thing") and not m.claims]
    for i in nominals:
        role, verb = _prepositional(i, mentions, tokens, verbs)
        if role:
            mentions[i] = mentions[i]._replace(role=role, verb=verb)
    plain = [i for i in nominals if not mentions[i].role]
    start = 0
    for number, v in enumerate(verbs):
        following = verbs[number + 1] if number + 1 < len(verbs) else len(mentions)
        left = [i for i in plain if start <= i < v]
        right = [i for i in plain if v < i < following and _directly_behind(mentions[v], mentions[i], tokens)]
        _bind(v, left, right, mentions, tokens)
        start = v + 1
    for i in plain:
        before = i - 1
        if (
            not mentions[i].role
            and before in plain
            and mentions[before].role
            and _joined(mentions[before], mentions[i], tokens)
        ):
            mentions[i] = mentions[i]._replace(role=mentions[before].role, verb=mentions[before].verb)
    mentions = [
        m._replace(role="subject")
        if not m.role and not m.claims and m.kind == "name" and _behind_auxiliary(m, tokens)
        else m
        for m in mentions
    ]
    mentions = [_as_city_or_state(m, mentions, tokens) for m in mentions]
    hole = -1
    if question.kind == "how-many":
        hole = next((i for i, m in enumerate(mentions) if m.kind in ("thing", "name", "word") and not m.claims), -1)
    if question.kind == "which":
        hole = next(
            (i for i, m in enumerate(mentions) if m.kind == "thing" and m.role in ("", "subject", "object", "in")), -1
        )
    return question._replace(mentions=tuple(mentions), hole=hole)


_PLACED = frozenset(
    ("in", "at", "near", "to", "into", "from", "around", "outside", "inside", "towards", "toward", "over", "on", "for")
)


def _as_city_or_state(mention: Mention, mentions: Sequence[Mention], tokens: Sequence[Token]) -> Mention:
    """Read the name of a capital as the city where a place is meant, else as the government that it stands for."""
    capital = [m for m in mention.meanings if m.reading == "capital"]
    if not capital:
        return mention
    others = [m for m in mention.meanings if m.reading != "capital"]
    travels = mention.verb >= 0 and any(m.id in _TRAVEL for m in mentions[mention.verb].meanings)
    is_city = (
        not mention.claims
        and not tokens[mention.end - 1].possessive
        and (
            mention.role in _PLACED - {"to", "from", "for"}
            or (travels and mention.role in ("to", "from", "object", "for"))
        )
    )
    if is_city and others:
        return mention._replace(meanings=tuple(others))
    if mention.role in ("to", "from", "for"):
        return mention
    return mention._replace(meanings=tuple(capital))


def _behind_auxiliary(mention: Mention, tokens: Sequence[Token]) -> bool:
    return bool(mention.start) and tokens[mention.start - 1].word in w.DO | w.HAVE


_TRAVEL = frozenset(("visit", "arrive", "leave", "transport", "return", "move"))


def _verbs(mentions: Sequence[Mention], tokens: Sequence[Token]) -> list[int]:
    """Return the places of the verbs; behind "did" a word that may be a verb or a noun is one where no other is."""
    gives = not {token.word for token in tokens} & w.COUNTING
    saying = (w.SAYING - (_GIVING if gives else frozenset())) | (w.PLANNED - {"set"}) | _THINKING | w.COUNTING
    verbs = [i for i, m in enumerate(mentions) if is_verb(m, tokens) and not set(m.text.split()[:1]) & saying]
    auxiliary = next((place for place, token in enumerate(tokens) if token.word in w.DO | w.MODALS), None)
    if auxiliary is not None and not any(mentions[v].start > auxiliary for v in verbs):
        for i, m in enumerate(mentions):
            base = any(x.part == "actions" and x.shape == "base" for x in m.meanings)
            nominal = i and mentions[i - 1].start > auxiliary and mentions[i - 1].kind in ("name", "thing")
            if m.start > auxiliary and base and nominal and not set(m.text.split()[:1]) & saying:
                return sorted([*verbs, i])
    return verbs


def is_verb(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether a mention stands as a verb where it is."""
    if not any(m.part == "actions" and m.reading not in _NOUNS for m in mention.meanings):
        return False
    before = tokens[mention.start - 1] if mention.start else None
    shapes = {m.shape for m in mention.meanings if m.part == "actions"}
    if before is not None and (before.possessive or before.word in _BEFORE_A_NOUN):
        return False
    if mention.kind in ("name", "thing"):
        # A word that is a noun too is a verb behind an auxiliary or "to", or as a past form.
        return before is not None and (
            before.word in w.AUXILIARIES | {"to", "not"} or bool(shapes & {"past", "participle"})
        )
    if (
        shapes <= {"noun", "base", "third"}
        and "noun" in shapes
        and (before is None or before.word not in w.AUXILIARIES | {"to"})
    ):
        return any(token.word in w.DO | w.MODALS for token in tokens[: mention.start])
    return True


def is_passive(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether a verb stands in the passive: a participle behind a form of be, or before by."""
    if not any(m.shape == "participle" for m in mention.meanings):
        return False
    for token in reversed(tokens[: mention.start]):
        if token.word in w.BE or token.word in ("got", "get", "gets"):
            return True
        if token.word in w.DO | w.HAVE | w.MODALS or token.word in w.CONJUNCTIONS:
            break
    behind = [token.word for token in tokens[mention.end : mention.end + 3]]
    return "by" in behind


def _with_nations(mentions: list[Mention], tokens: Sequence[Token], lexicon: Lexicon) -> list[Mention]:
    """Join a country to the thing that follows it: Russian soldiers are one thing, and Russia's."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before is not None and before.end == mention.start and _stands_before(before, mention, tokens, lexicon):
            country = lexicon.country(before.meanings) or _led_by(before, lexicon)
            found[-1] = mention._replace(start=before.start, text=f"{before.text} {mention.text}", nation=country)
        else:
            found.append(mention)
    return found


def _led_by(mention: Mention, lexicon: Lexicon) -> str | None:
    """Return the country whose leader a mention names: Kim's soldiers are North Korea's."""
    return next((found for m in mention.meanings if m.part == "entities" and (found := lexicon.leads(m.id))), None)


def _stands_before(country: Mention, thing: Mention, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether a country tells whose a thing is: not where it, or its people, does what the word may say too."""
    last = tokens[country.end - 1]
    if last.possessive and thing.kind == "thing" and _led_by(country, lexicon):
        return True
    if lexicon.country(country.meanings) is None or thing.kind != "thing" or country.claims or last.stop:
        return False
    if last.possessive:
        return True
    people = country.text.endswith("s") and country.text != "us"
    acts = any(m.part == "actions" and m.reading in ("verb", "inverse") for m in thing.meanings)
    asked = bool(country.start) and tokens[country.start - 1].word in w.DO | w.HAVE | w.MODALS
    return not people and not (acts and asked)


def _claims(mention: Mention, tokens: Sequence[Token], mentions: Sequence[Mention]) -> bool:
    if mention.kind not in ("name", "thing") or not any(m.part in ("entities", "things") for m in mention.meanings):
        return False
    words = [token.word for token in tokens]
    before, behind = words[: mention.start], words[mention.end :]
    while before and before[-1] in w.DETERMINERS:
        before.pop()
    if any(tuple(before[-len(phrase) :]) == phrase for phrase in w.ACCORDING):
        # "per soldier" is a rate.
        return before[-1] != "per" or (mention.kind == "name" and _may_claim(mention))
    if tokens[mention.end - 1].possessive and set(behind[:4]) & w.ESTIMATES:
        return True
    if behind[:1] and behind[0] in w.COUNTING and mention.kind == "name" and _may_claim(mention):
        return True
    if mention.start == 0 and tokens[mention.end - 1].stop and len(words) > mention.end + 1:
        return _may_claim(mention)
    if before[-1:] == ["by"] and (
        set(before[-4:]) & (w.ESTIMATES | {"said", "told", "reported", "estimated", "claimed", "given", "put"})
    ):
        return True
    skipped = [
        word for word in behind[:4] if word in w.HAVE | w.DO | {"ever", "first", "also", "publicly", "officially"}
    ]
    following = behind[len(skipped) : len(skipped) + 1]
    asks = bool(set(before) & (w.DO | w.HAVE | w.MODALS)) or not before or before[-1] in w.CONJUNCTIONS | w.PRONOUNS
    if not following or following[0] not in w.SAYING:
        return False
    if following[0] in _GIVING and not set(words) & w.COUNTING:
        return False
    return asks or following[0] in _FINITE_SAYING or bool(skipped)


_THINKING = frozenset("know knows known need needs want wants like find tell ask hear remember".split())
_GIVING = frozenset(
    [
        "give",
        "gives",
        "gave",
        "given",
        "put",
        "puts",
        "putting",
        "count",
        "counts",
        "counted",
        "see",
        "saw",
        "add",
        "added",
        "call",
        "called",
        "mean",
        "meant",
    ]
)
_FINITE_SAYING = frozenset(
    [
        "says",
        "said",
        "claims",
        "claimed",
        "told",
        "reported",
        "reports",
        "estimated",
        "estimates",
        "put",
        "reckoned",
        "reckons",
        "believes",
        "believed",
        "thinks",
        "thought",
        "announced",
        "announces",
        "confirmed",
        "confirms",
        "admitted",
        "admits",
        "acknowledged",
        "acknowledges",
        "denied",
        "denies",
        "gave",
        "gives",
        "counted",
        "counts",
        "assessed",
        "assesses",
        "stated",
        "states",
        "revealed",
        "warned",
        "predicted",
        "expected",
        "expects",
        "foresaw",
        "foresee",
        "foresees",
        "put",
        "puts",
        "place",
        "places",
        "placed",
        "expecting",
        "saw",
        "sees",
        "judge",
        "judged",
    ]
)


def _prepositional(
    i: int, mentions: Sequence[Mention], tokens: Sequence[Token], verbs: Sequence[int]
) -> tuple[str, int]:
    """Return the preposition before a mention, and the action it belongs to."""
    place = mentions[i].start - 1
    while (
        place >= 0
        and (tokens[place].word in w.DETERMINERS or _is_number(tokens[place].word))
        and not tokens[place].stop
    ):
        place -= 1
    if place < 0 or tokens[place].word not in w.PREPOSITIONS or tokens[place].stop:
        return "", -1
    before = [j for j, m in enumerate(mentions[:i]) if any(meaning.part == "actions" for meaning in m.meanings)]
    behind = [j for j in verbs if j > i]
    verb = before[-1] if before else behind[0] if behind else -1
    return tokens[place].word, verb


def _is_number(word: str) -> bool:
    return word.replace(".", "", 1).isdecimal()


def _may_claim(mention: Mention) -> bool:
    """Say whether a name before an estimate is of who makes it: a person, a body, or a nation as an adjective."""
    return mention.text.endswith(("an", "ish", "ese", "ch")) or not any(m.reading == "capital" for m in mention.meanings) and (
        mention.text not in ("russia", "ukraine", "kursk", "kim", "north korea", "dprk", "nk")
    )


def _is_bare_participle(verb: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether a verb's form may be a past or a participle, with no auxiliary before it and no object behind it."""
    if not any(m.shape == "participle" for m in verb.meanings):
        return False
    if any(token.word in w.AUXILIARIES for token in tokens[: verb.start]):
        return False
    return True


def _acts_itself(mention: Mention) -> bool:
    return mention.kind == "name"


def _directly_behind(verb: Mention, mention: Mention, tokens: Sequence[Token]) -> bool:
    between = [token.word for token in tokens[verb.end : mention.start]]
    return not any(word in w.PREPOSITIONS - {"than", "about", "around"} for word in between)


def _joined(one: Mention, other: Mention, tokens: Sequence[Token]) -> bool:
    between = [token.word for token in tokens[one.end : other.start] if token.word not in w.DETERMINERS]
    return between in (["and"], ["or"], []) and (between != [] or tokens[one.end - 1].stop)


def _bind(v: int, left: Sequence[int], right: Sequence[int], mentions: list[Mention], tokens: Sequence[Token]) -> None:
    """Give the mentions before and behind a verb their roles."""
    verb = mentions[v]
    free = [i for i in left if not mentions[i].role]
    if is_passive(verb, tokens):
        for i in free[-1:]:
            mentions[i] = mentions[i]._replace(role="patient", verb=v)
    elif free and _is_bare_participle(verb, tokens) and not _acts_itself(mentions[free[-1]]):
        # "shells shipped", "troops sent": who does it is not said.
        mentions[free[-1]] = mentions[free[-1]]._replace(verb=v)
    elif free:
        subject = free[-1]
        mentions[subject] = mentions[subject]._replace(role="subject", verb=v)
        # What stands before the auxiliary and the subject is what the question asks for: which ships did Russia use.
        auxiliary = any(
            token.word in w.DO | w.HAVE | w.MODALS for token in tokens[mentions[free[0]].end : mentions[subject].start]
        )
        for i in free[:-1]:
            if auxiliary:
                mentions[i] = mentions[i]._replace(role="object", verb=v)
            elif _joined(mentions[i], mentions[subject], tokens):
                mentions[i] = mentions[i]._replace(role="subject", verb=v)
    for i in right[:2]:
        if not mentions[i].role:
            mentions[i] = mentions[i]._replace(role="object", verb=v)
