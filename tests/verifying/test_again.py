"""Texts held against one base, one after the other: what is kept of one changes nothing for the next."""

import nkfacts

ONE = "The NIS said in April 2025 that about 600 North Korean soldiers had been killed. Kim met Putin in Beijing."
OTHER = "Zelensky said that 4,000 North Koreans had died. Lavrov met Kim Jong Un in Wonsan on 12 July 2025."


def test_a_text_is_judged_alike_before_and_after_another(base):
    alone = nkfacts.verify(ONE, base.on(None)).claims
    nkfacts.verify(OTHER, base)
    assert nkfacts.verify(ONE, base).claims == alone
    assert nkfacts.verify(ONE, base).claims == alone


def test_what_is_kept_is_of_the_day_of_the_base(base):
    nkfacts.verify(ONE, base)
    before = nkfacts.verify(ONE, base.on("2025-04-01"))
    assert all(claim.finding.fact is None or claim.finding.fact.reported <= "2025-04-01" for claim in before.claims)
    assert before.claims != nkfacts.verify(ONE, base).claims
