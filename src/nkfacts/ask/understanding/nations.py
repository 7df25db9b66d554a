"""Whose a thing is, and whether the name of a capital means a city or a state."""

from collections.abc import Sequence

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.claimants import NATIONAL
from nkfacts.ask.understanding.question import Mention, Token

_IN_A_PLACE = frozenset(("in", "at", "near", "into", "around", "outside", "inside", "towards", "toward", "over", "on"))
_GIVING = w.words(
    "give gave given giving sell sold selling send sent sending offer offered pay paid hand handed grant granted"
)
"""Verbs behind which stands to whom, and then what."""

_SHORT = len("usa")
"""The letters of a country's name with an article that is no adjective: the US, the UK."""

_TRAVEL = frozenset(("visit", "arrive", "leave", "transport", "return", "move"))
"""Actions by which one goes to a city."""


def with_nations(mentions: list[Mention], tokens: Sequence[Token], lexicon: Lexicon) -> list[Mention]:
    """Join a country to the thing that follows it: Russian soldiers are one thing, and Russia's."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before is not None and before.end == mention.start and _stands_before(before, mention, tokens, lexicon):
            if _is_held_there(mention, before, tokens):
                city = tuple(m for m in before.meanings if m.reading != "capital")
                found += [found.pop()._replace(role="in", meanings=city), mention]
                continue
            country = lexicon.country(before.meanings) or _led_by(before, lexicon)
            found[-1] = mention._replace(start=before.start, text=f"{before.text} {mention.text}", nation=country)
        else:
            found.append(mention)
    return found


def _is_held_there(event: Mention, capital: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether what stands behind the name of a capital is held there: the Moscow parade."""
    is_capital = {m.reading == "capital" for m in capital.meanings} == {True, False}
    held = any(m.part == "actions" and m.is_noun for m in event.meanings)
    return is_capital and held and not tokens[capital.end - 1].possessive


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
    behind = tokens[country.start - 1].word if country.start else ""
    if behind in _GIVING and not country.text.endswith(NATIONAL):
        # Who is given something has not had it: did they give Russia shells.
        return False
    people = country.text.endswith("s") and country.text != "us"
    acts = any(m.part == "actions" and m.reading in ("verb", "inverse") for m in thing.meanings)
    before = [token.word for token in tokens[: country.start]]
    if before[-1:] == ["the"] and len(country.text) <= _SHORT:
        before = before[:-1]
    asked = before[-1:] != [] and before[-1] in w.ACTIVE
    return not people and not (acts and asked)


def as_city_or_state(mention: Mention, mentions: Sequence[Mention], tokens: Sequence[Token]) -> Mention:
    """Read the name of a capital as the city where a place is meant, else as the government that it stands for."""
    state = tuple(m for m in mention.meanings if m.reading == "capital")
    city = tuple(m for m in mention.meanings if m.reading != "capital")
    if not state:
        return mention
    travels = mention.verb >= 0 and any(m.id in _TRAVEL for m in mentions[mention.verb].meanings)
    placed = mention.role in _IN_A_PLACE or (travels and mention.role in ("to", "from", "object", "for"))
    if city and placed and not mention.claims and not tokens[mention.end - 1].possessive:
        return mention._replace(meanings=city)
    if mention.role in ("to", "from", "for"):
        return mention
    return mention._replace(meanings=state)
