"""Numbers that a fact has, told with something that it does not say; and parts and rates told otherwise."""

from nkfacts.verifying import claims

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = claims.VERDICTS


def test_what_became_of_all_of_them_is_not_read_with_their_number(only):
    claim = only("North Korea has lost some 6,000 soldiers, all of them killed, the NIS said in February 2026.")
    assert (claim.verdict, claim.finding.reason) == (UNREAD, "nothing is said of “all of them killed”; said is")
    assert only("North Korea has lost some 6,000 soldiers, the NIS said in February 2026.").verdict == SAID


def test_by_which_way_they_came_has_to_be_said(only):
    text = "KIDA estimated that North Korea shipped about 21,000 containers of arms to Russia by {}."
    assert only(text.format("sea")).verdict == SAID
    claim = only(text.format("rail"))
    assert (claim.verdict, claim.finding.reason) == (UNREAD, "nothing is said of “by rail”; said is")


def test_who_killed_did_not_lose_them(only):
    assert only("Ukraine lost about 600 soldiers, the NIS said in April 2025.").verdict not in (SAID, OUTDATED)


def test_what_was_announced_as_done_is_told_by_no_plan(verdicts):
    assert SAID not in verdicts("Kim Jong Un announced that the museum in Pyongyang had opened in March 2026.")
    assert SAID not in verdicts("Shoigu announced on 17 June 2025 that North Korea had sent 1,000 sappers to Kursk.")
    assert verdicts("Shoigu announced on 17 June 2025 that North Korea would send 1,000 sappers to Kursk.") == [SAID]
    # What is to have been done is no more done than what will be.
    expected = "The NIS said in October 2024 that it expected about 10,000 troops to have been sent by December 2024."
    assert verdicts(expected) == [SAID]


def test_a_part_is_told_by_what_it_is_of(only):
    text = "{} sappers were killed, Kim Jong Un said in December 2025."
    assert only(text.format("Nine")).verdict == SAID
    claim = only(text.format("Nineteen"))
    assert (claim.verdict, claim.finding.fact.value) == (OTHERWISE, 9)


def test_so_much_in_a_year_is_the_number_of_that_year(only):
    text = "Zelensky said 3.5 million North Korean shells were sent to Russia in {}."
    claim = only(text.format(2024))
    assert (claim.verdict, claim.topic) == (SAID, "arms.shells-per-year")
    assert only(text.format(2023)).verdict == OTHERWISE


def test_who_were_sent_somewhere_may_well_be_there(only):
    text = "The Pentagon said in October 2024 that about 10,000 North Korean troops were in eastern Russia."
    assert only(text).verdict == UNREAD
