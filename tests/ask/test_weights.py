"""How much a word tells."""

from nkfacts.ask.terms.lexicon import Lexicon
from tests.support.bases import base_of, fact, spliced


def test_what_most_facts_have_tells_little_in_a_large_base_too():
    facts = [fact(f"f{n}", statement="Common and halved." if n % 2 else "Common.") for n in range(2400)]
    facts.append(fact("rare", statement="Common and rare."))
    with base_of(spliced(f"facts:\n{''.join(facts)}")) as base:
        common, halved, rare, unknown = map(Lexicon(base.known).weight, ("common", "halved", "rare", "unknown"))
    assert 0 < common < 0.01
    assert common < halved < rare < unknown
