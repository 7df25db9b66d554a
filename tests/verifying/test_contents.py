"""What is in that which is counted has to be in it by the base too."""

import pytest

from nkfacts.verifying import claims


@pytest.mark.parametrize(
    "what", ["of food", "of furniture", "carrying rice", "full of medicine", "loaded with coal", "of weapons and rice"]
)
@pytest.mark.parametrize("who", ["", "South Korea's Defense Intelligence Agency said "])
def test_other_contents_are_not_read(only, what, who):
    claim = only(f"{who}North Korea had sent 33,000 containers {what} to Russia.")
    assert (claim.verdict, claim.finding.fact.id) == (claims.UNREAD, "rok-dia-2026-containers")


@pytest.mark.parametrize(
    "what", ["", "of weapons and munitions", "carrying artillery shells", "filled with ammunition"]
)
def test_its_own_contents_are_said_so(only, what):
    assert only(f"North Korea has sent 33,000 containers {what} to Russia.").verdict == claims.SAID
