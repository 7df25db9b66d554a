"""What a sum of money is paid for, by whom, to whom and how often."""

import pytest

from nkfacts.verifying import claims

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = claims.VERDICTS


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Russia pays $2,000 a month for each soldier, the NIS said.", "pay-per-soldier"),
        ("Russia paid $2,000 a month for each soldier, the NIS said.", "pay-per-soldier"),
        ("Russia pays North Korea around 2,000 dollars a month per soldier, the NIS said.", "pay-per-soldier"),
        ("NK Insider said North Korea gets 30,000 dollars for each soldier killed.", "death-payment"),
        ("Russia pays 30,000 dollars for each soldier killed, NK Insider said.", "death-payment"),
    ],
)
def test_what_is_paid_for_a_soldier_is_read(only, text, figure):
    claim = only(text)
    assert claim.verdict in (SAID, OUTDATED)
    assert claim.topic == f"compensation.{figure}"


@pytest.mark.parametrize(
    "text",
    [
        "Russia pays $2,000 a year for each soldier, the NIS said.",
        "Russia pays $2,000 a day for each soldier, the NIS said.",
        "Russia pays $2,000 a month for each worker, the NIS said.",
        "North Korea pays $2,000 a month for each soldier, the NIS said.",
        "Russia earns $2,000 a month for each soldier, the NIS said.",
        "NK Insider said North Korea gets 30,000 dollars for each soldier wounded.",
        "NK Insider said North Korea gets 30,000 dollars for each soldier sent.",
        "NK Insider said North Korea gets 30,000 dollars for each soldier.",
        "NK Insider said Russia gets 30,000 dollars for each soldier killed.",
        "Russia pays 30,000 dollars for each worker killed, NK Insider said.",
        "The NIS said North Korea gets 2,000 dollars for each soldier killed.",
    ],
)
def test_another_rate_payer_or_cause_is_never_said_so(only, text):
    assert only(text).verdict not in (SAID, OUTDATED)


def test_the_value_of_arms_for_somebody_is_paid_for_nobody(only):
    text = "A study for the Friedrich Naumann Foundation put the value of North Korean arms for Russia at {}."
    assert only(text.format("1.7 billion to 5.5 billion dollars")).verdict in (SAID, OUTDATED)
