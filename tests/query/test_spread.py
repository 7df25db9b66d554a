"""The spread of a figure: the latest of each claimant, once."""

from tests.support.bases import KILLED, fact, killed


def test_a_spread_counts_the_latest_of_each_claimant_once(base):
    low, high, claimants, facts = base.spread("casualties.killed")
    assert (low.id, high.id, claimants, facts) == ("killed-nis-2", "killed-post", 3, 4)
    low, high, claimants, facts = base.spread("deployment.soldiers")
    assert (low.id, high.id, claimants, facts) == ("soldiers-jcs", "soldiers-jcs", 2, 2)  # the plan is over


def test_an_earlier_figure_of_a_claimant_is_out_of_the_spread():
    with killed(
        fact("a", value=10, reported="2025-01-01"),
        fact("b", value=700, reported="2025-02-01"),
        fact("c", value=300, by="jcs", reported="2025-01-15"),
        fact("d", value=9999, by="gur", scope="part"),
    ) as base:
        low, high, claimants, facts = base.spread(KILLED)
        assert (low.id, high.id, claimants, facts) == ("c", "b", 2, 3)


def test_words_count_as_a_claimant_but_have_no_place_in_the_range(base):
    assert base.spread("deployment.shells") == (None, None, 1, 1)
