"""What is found of the claims of texts, held against the shipped facts."""

import pytest

import nkfacts
from nkfacts.verifying import claims

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = claims.VERDICTS
KIM = "kim-jong-un-2025-04-28-first-admission-of-deaths"

REPORT = """
South Korea's spy agency said in April 2025 that North Korean troops had suffered about 4,700 casualties, including
around 600 deaths. Lawmaker Lee Seong-kweun told reporters that a total of 15,000 soldiers had been sent. About 2,000
wounded were brought home between January and March, he added. The agency also said that some 15,000 labourers had gone.
"""


def test_a_report_of_what_was_said_was_said_so(base):
    found = nkfacts.verify(REPORT, base)
    assert found.holds, found.claims
    assert [claim.finding.fact.figure for claim in found.claims] == [
        "casualties.total", "casualties.killed", "deployment.troops-sent", "casualties.evacuated", "workers.in-russia",
    ]  # fmt: skip
    assert {claim.finding.fact.by for claim in found.claims} == {"nis"}


def test_so_many_of_so_many_are_two_claims_and_each_has_its_figure(base):
    found = nkfacts.verify("about 600 of 15,000 died, says NIS in April", base)
    assert [claim.topic for claim in found.claims] == ["casualties.killed", "deployment.troops-sent"]
    assert found.holds


@pytest.mark.parametrize(
    ("number", "expected"),
    [("600", SAID), ("about 600", SAID), ("700", OTHERWISE), ("at least 600", OTHERWISE), ("15,000", OTHERWISE)],
)
def test_another_number_was_said_otherwise(only, number, expected):
    claim = only(f"The NIS said in April 2025 that {number} North Korean soldiers had died.")
    assert (claim.verdict, claim.finding.fact.id) == (expected, "nis-2025-04-30-killed")


@pytest.mark.parametrize("number", ["2 000", "2\u202f000", "2.000", "2,000"])
def test_thousands_may_be_parted_otherwise(only, number):
    claim = only(f"About {number} North Koreans were killed.")
    assert (claim.verdict, claim.amount.low) == (SAID, 2000)


def test_what_is_said_roughly_is_not_said_exactly(only):
    claim = only("Exactly 2,000 North Koreans were killed.")
    assert (claim.verdict, claim.finding.reason) == (OTHERWISE, "not said to be exactly so")
    assert only("Exactly two North Koreans were captured.").verdict == SAID


def test_who_is_named_has_to_have_said_it(only):
    swapped = only("Zelensky said that 600 North Korean soldiers had been killed.")
    assert swapped.verdict == OTHERWISE
    assert swapped.finding.fact.by == "zelensky"
    for nobody in ("Japan", "Somebody Unheard"):
        assert only(f"{nobody} said that 600 North Korean soldiers had been killed.").verdict == OTHERWISE
        assert only(f"{nobody} said that 700 North Korean soldiers had been killed.").verdict == ABSENT


@pytest.mark.parametrize(
    "who",
    [
        "France", "Germany", "Bloomberg", "The French", "French officials", "A German general", "The Red Cross",
        "The Norwegian foreign minister", "Norwegian Prime Minister Jonas Store", "Berlin on Monday",
    ],
)  # fmt: skip
def test_who_is_none_of_the_base_speaks_for_nobody_in_it(only, who):
    claim = only(f"{who} said that about 2,000 North Korean soldiers had been killed.")
    name = who.removeprefix("The ").removeprefix("A ").removesuffix(" on Monday")
    assert claim.verdict == OTHERWISE
    assert claim.finding.reason.startswith(f"no word of {name} on it; that number is of ")
    behind = only(f"About 2,000 North Korean soldiers had been killed, according to {who.removesuffix(' on Monday')}.")
    assert behind.verdict == OTHERWISE


@pytest.mark.parametrize("verb", ["denied", "rejected", "dismissed", "brushed off"])
def test_who_rejects_reports_denies_what_they_say(base, verdicts, verb):
    (claim,) = nkfacts.verify(f"Peskov {verb} reports that North Korea was sending troops.", base).claims
    assert (claim.verdict, claim.finding.fact.id) == (SAID, "peskov-2024-10-10-fake-news")
    for other in ("Zelensky", "France", "The NIS"):
        assert SAID not in verdicts(f"{other} {verb} reports that North Korea was sending troops.")
        assert SAID not in verdicts(f"{other} {verb} reports of the deployment of North Korean troops.")


def test_what_is_somebodys_own_speaks_for_them(only):
    assert (
        only("The Pentagon's press office said that about 2,000 North Korean soldiers had died.").verdict == OTHERWISE
    )
    assert only("The Pentagon's press office said that about 10,000 North Koreans had been sent.").verdict == OUTDATED


@pytest.mark.parametrize(
    "text",
    [
        "Reuters, citing the NIS, reported in April 2025 that about 600 North Korean soldiers had been killed.",
        "Reuters reported in April 2025, citing South Korean intelligence, that about 600 soldiers had died.",
        "UK MoD said in June 2025 that North Korean casualties exceeded 6,000.",
        "Skibitskyi put the number of shells delivered at about 6.5 million.",
        "The number of soldiers killed stands at about 2,000.",
        "Budanov said in January 2025 that North Korea had supplied 120 170-mm guns.",
    ],
)
def test_a_report_as_newspapers_write_it_is_read(only, text):
    assert only(text).verdict == SAID
    numbers = {"about 600": "about 900", "6,000": "7,000", "6.5": "8.5", "2,000": "5,000", "120 ": "150 "}
    other = next(text.replace(number, wrong) for number, wrong in numbers.items() if number in text)
    assert only(other).verdict in (OTHERWISE, ABSENT)


def test_who_says_it_and_cites_others_stands_before_a_mark(only):
    assert only("Le Figaro, citing sources, reported that about 2,000 North Korean soldiers had died.").verdict != SAID


@pytest.mark.parametrize(
    "who",
    ["Officials", "Senior officials", "Others", "Reports", "They", "Some", "Experts", "Police", "Evidence", "Media",
     "On Friday officials", "In September officials", "Lawmakers", "The agency", "The NIS on Tuesday"],
)  # fmt: skip
def test_an_ordinary_word_that_opens_a_sentence_is_no_name(only, who):
    assert only(f"{who} said that about 2,000 North Korean soldiers had been killed.").verdict == SAID


@pytest.mark.parametrize(
    ("text", "fact", "neighbour"),
    [
        (
            "UK MoD says 6,000 North Korean soldiers were killed.",
            "uk-mod-2025-06-15-total",
            "uk-mod-2025-06-15-total",
        ),
        (
            "Zelensky said on 23 December 2024 that more than 3,000 were killed.",
            "zelensky-2024-12-23-total",
            "zelensky-2024-12-23-total",
        ),
        (
            "The NIS said in April 2025 that 4,700 North Koreans were killed.",
            "nis-2025-04-30-killed",
            "nis-2025-04-30-total",
        ),
        (
            "The NIS said in January 2025 that 300 North Koreans had been wounded.",
            "nis-2025-01-13-wounded",
            "nis-2025-01-13-killed",
        ),
        (
            "The NIS said in April 2025 that 15,000 North Koreans were killed.",
            "nis-2025-04-30-killed",
            "nis-2025-04-30-troops-sent",
        ),
    ],
)
def test_a_number_that_was_given_for_something_else_is_named(base, only, text, fact, neighbour):
    claim = only(text)
    assert (claim.verdict, claim.finding.fact.id) == (OTHERWISE, fact)
    assert claim.finding.neighbour.id == neighbour
    label = base.figure(claim.finding.neighbour.figure).label
    assert claim.finding.reason == f"that number was given for “{label}”"
    assert claim.topic in ("casualties.killed", "casualties.wounded")


@pytest.mark.parametrize(
    "text",
    [
        "UK MoD says 9,000 North Korean soldiers were killed.",
        "UK MoD said in January 2025 that 6,000 North Korean soldiers were killed.",
        "Japan says 6,000 North Korean soldiers were killed.",
        "The NIS said in April 2025 that at least 600 North Koreans had been killed.",
        "The NIS said in April 2025 that 600 North Koreans had been killed.",
    ],
)
def test_no_number_of_others_or_of_another_time_is_named(only, text):
    assert only(text).finding.neighbour is None


def test_the_media_of_a_country_do_not_speak_for_it(only):
    assert only("The UK estimated that 40 per cent of the force had been lost.").verdict != SAID


def test_it_has_to_have_been_said_then(only):
    assert only("The NIS said in January 2025 that 600 North Korean soldiers had died.").verdict == OTHERWISE
    assert only("The NIS said on 30 April 2025 that 600 North Korean soldiers had died.").verdict == SAID


def test_a_claim_without_a_day_is_outdated_when_something_else_is_said_since(only):
    claim = only("About 300 North Korean soldiers have died, the NIS says.")
    assert (claim.verdict, claim.finding.later.id) == (OUTDATED, "nis-2025-09-02-killed")


def test_nothing_is_outdated_before_it_was_revised(base):
    text = "About 600 North Korean soldiers have died, the NIS says."
    assert nkfacts.verify(text, base.on("2025-05-31")).holds
    assert not nkfacts.verify(text, base.on("2025-03-31")).holds


@pytest.mark.parametrize(
    "text",
    [
        "Some 600 Chinese soldiers were killed in Kursk.",
        "Around 600 Russian soldiers died.",
        "Russian losses are 600.",
        "Russia lost 600 soldiers.",
        "North Korea sent 28,000 tons of shells to Russia.",
        "Russia sent 28,000 containers to North Korea.",
        "Soldiers are paid $2,000 a day.",
        "Soldiers are paid 2,000 euros a month.",
        "About 600 percent of the soldiers died.",
        "The UK said that more than 6,000 North Korean soldiers had been killed.",
        "The NIS said in April 2025 that 4,700 North Korean soldiers had been killed.",
        "The NIS denied in April 2025 that 600 North Korean soldiers had died.",
        "Ukraine denied that it had captured two North Korean soldiers in January 2025.",
        "The NIS said in April 2025 that it was unclear how many died, but 600 tanks burned.",
        "The NIS said in April 2025 that 600 North Korean soldiers would die.",
        "Japan sent 11,000 soldiers to Kursk in October 2024.",
        "The NIS said in April 2025 that 15,000 North Korean soldiers were wounded.",
        "Trump sent 11,000 soldiers to Kursk in October 2024.",
        "Trump sent troops to Kursk in October 2024.",
        "Elephants killed 600 North Korean soldiers, the NIS said in April 2025.",
        "On 28 April 2025 North Korea confirmed that it had sent tanks to Russia.",
        "North Korea shipped about 28,000 shells to Russia, South Korean military intelligence said in July 2025.",
        "North Korea itself says about 2,000 of its soldiers were killed.",
        "About 2,000 North Korean soldiers were killed by Ukrainian drones.",
        "The NIS expects about 2,000 North Korean soldiers to be killed.",
    ],
)
def test_what_nobody_said_is_never_said_so(verdicts, text):
    assert SAID not in verdicts(text)
    assert OUTDATED not in verdicts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Article 4 of the resolution stands on page 12 of volume 3.",
        "Call +82-2-123-4567 at 10:30.",
        "He is 26 years old and served 10 years.",
        "Losses and gains",
        "",
        "...",
    ],
)
def test_a_text_without_claims_has_none_and_does_not_hold(base, text):
    found = nkfacts.verify(text, base)
    assert [claim for claim in found.claims if claim.kind == claims.NUMBER] == []
    assert not found.holds


SENTENCES = {
    "casualties.killed": "{} said that {} North Korean soldiers had been killed.",
    "casualties.total": "{} said that {} North Korean soldiers had been killed or wounded.",
    "deployment.troops-sent": "{} said that {} North Korean soldiers had been sent to Russia.",
    "arms.containers": "{} said that North Korea had shipped {} containers of munitions to Russia.",
}
"""A sentence for some figures, with room for who says it and for the amount."""


@pytest.mark.parametrize("figure", SENTENCES)
def test_what_the_facts_say_was_said_so_and_another_number_or_claimant_was_not(base, verdicts, figure):
    facts = [f for f in base.facts_of(figure) if f.value is not None and not f.is_deprecated and f.scope != "part"]
    others = sorted({fact.by for fact in facts})
    for fact in facts[:5]:
        sentence, name = SENTENCES[figure], base.name_of(fact.by)
        assert set(verdicts(sentence.format(name, fact.amount))) <= {SAID, OUTDATED}
        number = f"{fact.value:,}"
        altered = fact.amount.replace(number, f"{fact.value * 3 + 7:,}")
        assert not {SAID, OUTDATED} & set(verdicts(sentence.format(name, altered)))
        stranger = next(by for by in others if not _has_said(base, by, fact, facts))
        swapped = sentence.format(base.name_of(stranger), fact.amount)
        assert not {SAID, OUTDATED} & set(verdicts(swapped)), swapped


def _has_said(base, claimant, fact, facts):
    """Say whether a claimant, or somebody who speaks for it, said about the number of a fact."""
    near = [f for f in facts if 0.8 < f.value / fact.value < 1.2]
    return any(base.lies_within(id_, claimant) for f in near for id_ in (f.by, *f.via)) or claimant in (
        "ukraine", "south-korea", "us", "uk",
    )  # fmt: skip


# What happened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 28 April 2025 North Korea confirmed that it had sent troops to Russia.", SAID),
        ("On 26 April 2025 Gerasimov confirmed that North Korean soldiers had fought in Kursk.", SAID),
        ("On 19 June 2024 Putin and Kim signed a treaty.", SAID),
        ("Putin visited Pyongyang in June 2024.", SAID),
        ("Putin visited Pyongyang in March 2019.", OTHERWISE),
        ("On 28 April 2025 North Korea denied that it had sent troops.", OTHERWISE),
        ("China sent troops to Kursk in 2024.", ABSENT),
        ("Xi Jinping visited Pyongyang on 1 May 2025.", UNREAD),
    ],
)
def test_what_happened_on_a_day_is_held_against_who_did_what(only, text, expected):
    claim = only(text)
    assert (claim.kind, claim.verdict) == (claims.HAPPENING, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia confirmed the deployment on 26 April 2025.", SAID),
        ("North Korea admitted the deployment on 28 April 2025.", SAID),
        ("On 28 April 2025 North Korea acknowledged the deployment, after months of silence.", SAID),
        ("Russia confirmed the deployment on 24 October 2024.", OTHERWISE),
        ("North Korea confirmed the deployment on 26 April 2025.", OTHERWISE),
        ("Japan confirmed the deployment on 26 April 2025.", OTHERWISE),
        ("China confirmed the deployment on 26 April 2025.", ABSENT),
        ("North Korea did not confirm the deployment on 28 April 2025.", OTHERWISE),
        ("North Korea will confirm the deployment on 28 April 2025.", ABSENT),
        ("Russia confirmed the withdrawal on 26 April 2025.", ABSENT),
        ("Russia confirmed the deployment of Chinese troops on 26 April 2025.", ABSENT),
        ("Russia denied the deployment on 26 April 2025.", OTHERWISE),
        ("China denied the deployment on 26 April 2025.", ABSENT),
        ("Lukashenko rejected the deployment on 23 October 2024.", UNREAD),
        ("Russia confirmed its deployment on 26 April 2025.", UNREAD),
        ("North Korea admitted the deployment to Mars on 28 April 2025.", UNREAD),
    ],
)
def test_the_deployment_that_is_confirmed_is_that_of_the_main_facts(only, text, expected):
    assert only(text).verdict == expected


@pytest.mark.parametrize(
    ("text", "expected", "fact"),
    [
        ("Kim Jong Un admitted the deployment on 28 April 2025.", SAID, KIM),
        ("Kim Jong Un admitted the deployment in May 2024.", OTHERWISE, KIM),
        ("Kim Jong Un admitted the deployment in January 2026.", OTHERWISE, KIM),
        ("Russia confirmed the deployment on 27 April 2025.", OTHERWISE, "gerasimov-2025-04-26-first-confirmation"),
        ("Pyongyang acknowledged the deployment on 26 April 2025.", OTHERWISE, "wpk-cmc-2025-04-28-first-admission"),
        ("Pyongyang denied the deployment on 25 October 2024.", SAID, "dprk-un-2024-10-25-groundless-rumour"),
        ("Pyongyang rejected reports of the deployment in October 2024.", SAID, "dprk-un-2024-10-25-groundless-rumour"),
        ("Moscow dismissed reports of the deployment as fake in October 2024.", SAID, "peskov-2024-10-10-fake-news"),
        ("Moscow brushed off claims about the deployment in October 2024.", SAID, "peskov-2024-10-10-fake-news"),
        (
            "Pyongyang dismissed reports of the deployment on 28 April 2025.",
            OTHERWISE,
            "wpk-cmc-2025-04-28-first-admission",
        ),
        ("Pyongyang denied the deployment on 28 April 2025.", OTHERWISE, "wpk-cmc-2025-04-28-first-admission"),
        ("Lukashenko denied the deployment on 23 October 2023.", OTHERWISE, "lukashenko-2024-10-23-rubbish"),
        ("The Kremlin confirmed the deployment in October 2024.", OTHERWISE, "peskov-2024-10-10-fake-news"),
    ],
)
def test_who_confirmed_or_denied_it_is_held_against_the_day_on_which_they_did(only, text, expected, fact):
    claim = only(text)
    assert claim.verdict == expected
    assert claim.finding.fact.id == fact


@pytest.mark.parametrize(
    ("text", "expected", "fact"),
    [
        ("Kim Jong Un opened the museum in April 2026.", UNREAD, "kim-jong-un-2026-04-26-praises-suicides"),
        ("The memorial museum opened in April 2026.", SAID, "kim-jong-un-2026-04-26-praises-suicides"),
        ("The museum opened in Pyongyang in April 2026.", SAID, "kim-jong-un-2026-04-26-praises-suicides"),
        ("North Korea built Saeppyol Street in February 2026.", UNREAD, "kcna-2025-08-30-street"),
        ("Russia opened the Tumen bridge in June 2019.", OTHERWISE, "putin-2025-09-05-bridge"),
        ("Russia opened the Tumen bridge in 2026.", OTHERWISE, "putin-2025-09-05-bridge"),
    ],
)
def test_a_plan_does_not_gainsay_what_is_told_as_done_later(only, text, expected, fact):
    claim = only(text)
    assert claim.verdict == expected
    assert claim.finding.fact.id == fact


@pytest.mark.parametrize(
    "text",
    [
        "Japan opened the museum in April 2026.",
        "North Korean soldiers marched in Moscow on 9 May 2025.",
        "Ukraine handed over the two North Korean prisoners in March 2026.",
        "North Korea sent 148 ballistic missiles to Russia in 2025.",
    ],
)
def test_neither_a_plan_nor_a_denial_nor_what_was_over_tells_what_was_done(verdicts, text):
    assert not {SAID, OUTDATED} & set(verdicts(text))


def test_two_months_are_one_time(only):
    text = "The Joint Chiefs of Staff said in March 2025 that at least 3,000 more soldiers had been sent in {} and {}."
    assert only(text.format("January", "February")).verdict in (SAID, OUTDATED)
    assert only(text.format("May", "June")).verdict == OTHERWISE


@pytest.mark.parametrize(
    "text",
    [
        "About 2,000 North Koreans were killed in 2026.",
        "In 2026 about 2,000 North Koreans were killed.",
        "About 2,000 North Koreans have been killed since January 2026.",
        "The NIS said that about 2,000 North Koreans were killed in September 2025.",
        "The NIS said that in 2026 about 2,000 North Koreans were killed.",
        "The NIS said about 2,000 North Koreans had been killed in 2025.",
        "The 2,000 North Koreans killed in 2026 were honoured.",
        "There were about 2,000 North Korean deaths in 2026.",
        "North Korea suffered about 6,000 casualties in 2026.",
        "On 30 April 2025, 600 North Koreans were killed.",
        "33,000 containers were shipped in 2025.",
        "North Korea shipped about 28,000 containers in July 2025.",
        "About 15,000 soldiers were sent to Russia in 2025.",
    ],
)
def test_a_total_does_not_tell_what_was_done_in_a_later_time_alone(only, text):
    claim = only(text)
    assert (claim.verdict, claim.finding.reason) == (OTHERWISE, "a total up to then, not of that time alone")


@pytest.mark.parametrize(
    "text",
    [
        "About 2,000 North Koreans had been killed by September 2025.",
        "In September 2025 about 2,000 North Koreans had been killed.",
        "The NIS said in September 2025 that about 2,000 North Koreans were killed.",
        "According to the NIS in April 2025, 600 North Koreans were killed.",
        "The NIS told lawmakers in April 2025 that about 600 soldiers died.",
        "The NIS said in April 2025 about 600 soldiers died.",
        "About 2,000 North Koreans have been killed since October 2024.",
        "At least 100 North Korean soldiers were killed in 2024.",
        "Two North Korean soldiers were captured in January 2025.",
        "About 15,000 soldiers were sent to Russia between October 2024 and April 2025.",
        "About 2,000 wounded were brought home between January and March 2025.",
    ],
)
def test_a_total_whose_whole_time_is_named_was_said_so(only, text):
    assert only(text).verdict in (SAID, OUTDATED)


@pytest.mark.parametrize(
    "text",
    [
        "Kim Jong Un says only nine North Koreans have been killed.",
        "Kim Jong Un says nine North Koreans have been killed.",
        "Only nine North Koreans were killed in 2025.",
        "Nine North Koreans were killed in 2025.",
        "Only 17 North Koreans were killed in Kursk, Ukraine's special operations forces said.",
        "Ukraine's special operations forces said in December 2024 that 77 North Koreans were killed.",
        "In 2024, 77 North Koreans were killed, Ukraine's special operations forces said.",
        "The NIS said about 1,100 soldiers had returned home.",
    ],
)
def test_a_part_does_not_tell_of_the_whole(only, text):
    claim = only(text)
    assert (claim.verdict, claim.finding.reason) == (OTHERWISE, "said of a part of the whole")


@pytest.mark.parametrize(
    "text",
    [
        "Kim Jong Un said that nine soldiers of the 528th Engineer Regiment had been killed.",
        "Nine of the regiment died, Kim Jong Un said in December 2025.",
        "Kim Jong Un said that nine soldiers were killed in Kursk between August and December 2025.",
        "Nine sappers were killed in 2025, KCNA said.",
        "In December 2024, 77 North Koreans were killed, Ukraine's special operations forces said.",
        "The NIS said about 1,100 soldiers returned home in December 2025.",
        "The sanctions team said in May 2025 that at least 100 ballistic missiles were sent to Russia in 2024.",
    ],
)
def test_a_part_is_told_with_its_people_place_or_time(only, text):
    assert only(text).verdict in (SAID, OUTDATED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("220 wounded North Koreans were brought to a hospital near Moscow.", SAID),
        ("About 220 wounded North Korean soldiers were brought to a hospital near Moscow, the SBU said.", SAID),
        ("220 wounded North Koreans were brought to a hospital near Vladivostok.", OTHERWISE),
        ("400 wounded North Koreans were brought to a hospital near Moscow.", ABSENT),
        ("220 wounded Russians were brought to a hospital near Moscow.", ABSENT),
    ],
)
def test_a_number_that_one_fact_tells_is_told_with_its_place(only, text, expected):
    claim = only(text)
    assert claim.verdict == expected
    if expected in (SAID, OTHERWISE):
        assert claim.finding.fact.id == "sbu-2024-12-18-wounded-hospital"


@pytest.mark.parametrize(
    "text",
    [
        "North Korea sent Russia {} shells.",
        "North Korea sent 4,000 workers and {} shells to Russia.",
        "North Korea sent soldiers and {} shells to Russia.",
        "North Korea sent Russia missiles, 4,000 workers and {} shells, and got oil.",
    ],
)
def test_a_number_is_read_of_its_item_of_a_list_as_without_the_list(base, text):
    for number, expected in (("about 6.5 million", SAID), ("60 million", OTHERWISE)):
        (claim,) = [c for c in nkfacts.verify(text.format(number), base).claims if c.text == number]
        assert (claim.verdict, claim.topic) == (expected, "arms.shells")


@pytest.mark.parametrize(
    "text",
    [
        "Iran supplied Russia with 28,000 containers and more than 10 million shells.",
        "Japan sent 4,000 workers and about 6.5 million shells to Russia.",
        "North Korea sent Japan 4,000 workers and about 6.5 million shells.",
    ],
)
def test_no_item_of_a_list_is_told_without_its_verb(verdicts, text):
    assert not {SAID, OUTDATED} & set(verdicts(text))


@pytest.mark.parametrize(
    ("text", "expected", "fact"),
    [
        ("In April 2025 about {} North Koreans had been killed, the NIS said.", "600", "nis-2025-04-30-killed"),
        ("By the end of April 2025 some {} North Koreans had been killed.", "600", "nis-2025-04-30-killed"),
        ("By the end of June 2025 about {} had been killed, according to the NIS.", "600", "nis-2025-04-30-killed"),
        ("By the end of September 2025 about {} had been killed, the NIS said.", "2,000", "nis-2025-09-02-killed"),
        ("The NIS put the killed at {} in January 2025.", "300", "nis-2025-01-13-killed"),
        ("In January 2025 about {} North Koreans had been killed, the NIS said.", "300", "nis-2025-01-13-killed"),
    ],
)
def test_a_number_with_a_time_is_held_against_that_of_then(only, text, expected, fact):
    for number in ("300", "600", "2,000", "900"):
        claim = only(text.format(number))
        assert claim.verdict == (SAID if number == expected else OTHERWISE)
        assert claim.finding.fact.id == fact


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("12 January 2025", "100"),
        ("January 2025", "300"),
        ("10 April 2025", "300"),
        ("20 April 2025", "300"),
        ("April 2025", "600"),
        ("30 April 2025", "600"),
        ("September 2025", "2,000"),
    ],
)
def test_what_was_so_by_a_day_is_the_last_word_up_to_it(only, day, expected):
    for amount in ("at least 100", "about 300", "about 600", "about 2,000"):
        claim = only(f"By {day} {amount} North Korean soldiers had been killed, the NIS said.")
        assert claim.verdict == (SAID if amount.endswith(f" {expected}") else OTHERWISE)
        assert claim.finding.fact.amount.endswith(f" {expected}")


def test_where_nothing_was_said_then_the_last_word_up_to_then_is_named(only):
    for number in ("300", "900", "2,000"):
        claim = only(f"The NIS put the killed at {number} in July 2025.")
        assert (claim.verdict, claim.finding.fact.amount) == (OTHERWISE, "about 600")


def test_of_a_number_that_was_said_at_another_time_it_is_told_when(only):
    claim = only("The NIS said in April 2025 that 2,000 North Korean soldiers had been killed.")
    assert claim.finding.reason == "that number was said on 2 Sep 2025; then it was"


def test_what_was_known_then_is_what_was_known_on_the_day_of_the_base(base):
    text = "By the end of 2025 about 2,000 North Koreans had been killed, the NIS said."
    assert nkfacts.verify(text, base).claims[0].verdict == SAID
    assert nkfacts.verify(text, base.on("2025-05-31")).claims[0].finding.fact.id == "nis-2025-04-30-killed"


def test_a_relative_time_counts_from_the_day_of_the_text(verdicts):
    text = "Last October North Korea sent 11,000 soldiers to Russia, lawmaker Lee Seong-kweun said."
    assert verdicts(text, written="2025-06-26") == [SAID]
    assert verdicts(text, written="2024-06-26") == [OTHERWISE]


# Lists, and what stands without a number


@pytest.fixture
def found(base):
    """Return a function that gives the verdict on each claim of a text by its words."""
    return lambda text: {claim.text: claim.verdict for claim in nkfacts.verify(text, base).claims}


def test_each_item_behind_one_number_and_verb_is_a_claim(found):
    text = "North Korea has supplied Russia with {}, missiles and long-range rocket systems."
    assert found(text.format("several million shells")) == {
        "several million": OUTDATED, "missiles": SAID, "long-range rocket systems": SAID,
    }  # fmt: skip
    assert found(text.format("shells")) == {"shells": SAID, "missiles": SAID, "long-range rocket systems": SAID}


def test_an_item_that_no_fact_has_is_none_of_what_was_said(found):
    text = "North Korea has supplied Russia with shells, missiles, submarines and marmalade."
    assert found(text) == {"shells": SAID, "missiles": SAID, "submarines": ABSENT, "marmalade": ABSENT}


@pytest.mark.parametrize(
    "text",
    [
        "Iran has supplied Russia with several million shells, missiles and drones.",
        "Elephants supplied Russia with shells and missiles.",
        "North Korea and Iran supplied Russia with shells and missiles.",
        "North Korea supplied Ukraine with 6 million shells, missiles and rocket systems.",
        "North Korea sent shells, missiles and guns to Ukraine.",
        "North Korea sold Japan shells, missiles and guns.",
        "North Korea supplied Russia with Chinese missiles, British shells and Japanese guns.",
        "North Korea supplied Russia with golden missiles, wooden shells and paper guns.",
        "North Korea did not send missiles and guns to Russia.",
        "North Korea will send missiles and shells to Russia.",
        "Japan said that North Korea had supplied Russia with shells, missiles and guns.",
        "Zelensky said in 2019 that North Korea had supplied Russia with shells, missiles and guns.",
        "Putin thanked Kim Jong Un and Zelensky for soldiers, shells and food.",
        "Soldiers and officers of Atlantis were sent to Russia.",
        "Workers and soldiers from Vietnam were sent to Russia in 2024.",
        "Arms reached Japan by ship and by air.",
        "Arms reached Russia by submarine and by balloon.",
    ],
)
def test_no_item_is_said_so_of_others_or_of_other_things(verdicts, text):
    assert SAID not in verdicts(text)
    assert OUTDATED not in verdicts(text)


def test_what_a_thing_was_trained_in_is_no_scene_that_may_be_left_out(found):
    assert found("The soldiers were trained in drones, tanks and cooking in Russia.")["tanks"] == ABSENT


def test_the_contents_of_what_is_counted_are_no_list(found):
    text = "South Korea said in July 2025 that North Korea had sent 28,000 containers of shells and arms to Russia."
    assert set(found(text)) == {"28,000"}


def test_those_among_a_number_stand_in_place_of_it(found):
    text = "In August 2025 Budanov said that North Korea would send 50 to 100 vehicles, among them tanks and tractors."
    told = found(text)
    assert (told["tanks"], told["tractors"]) == (SAID, ABSENT)


def test_by_what_arms_came_are_claims(found):
    text = "The arms reached Russia by ship and by {}, Lee Seong-kweun said."
    assert found(text.format("military aircraft")) == {"ship": SAID, "military aircraft": SAID}
    assert found(text.format("submarine")) == {"ship": SAID, "submarine": ABSENT}
    text = "North Korea sent 100 rocket systems, which were transported by both maritime and air routes."
    assert {"maritime": SAID, "air routes": SAID}.items() <= found(text).items()


@pytest.mark.parametrize(
    "text",
    [
        "33 percent of the troops died.",
        "33 percent of the dead died.",
        "About a third of North Korean troops were killed.",
        "About 40 percent of the North Korean soldiers died.",
        "About 40 percent of the casualties were killed or wounded.",
        "About 33 percent were killed.",
        "About 15,000 North Koreans went to Russia. A third of them were killed.",
    ],
)
def test_a_share_of_something_else_is_not_said_so(verdicts, text):
    assert verdicts(text)[-1] not in (SAID, OUTDATED)


@pytest.mark.parametrize(
    "text",
    [
        "About a third of the casualties were killed.",
        "A third of the North Korean casualties were deaths.",
        "About a third of those killed or wounded died, the UK said in March 2025.",
        "North Korea suffered about 4,700 casualties, a third of them deaths.",
        "About 40 percent of the troops were killed or wounded.",
    ],
)
def test_a_share_of_what_the_text_names_is_said_so(verdicts, text):
    assert verdicts(text)[-1] == SAID


def test_many_others_are_borne_out_by_any_large_number_of_them(base):
    text = "About 600 {} soldiers have died in combat, with many others sustaining injuries."
    claim = nkfacts.verify(text.format("North Korean"), base).claims[-1]
    assert (claim.text, claim.verdict, claim.topic) == ("many others", SAID, "casualties.wounded")
    for nation in ("Russian", "Ukrainian", "Japanese"):
        assert {claim.verdict for claim in nkfacts.verify(text.format(nation), base).claims} == {ABSENT}


def test_one_thing_that_was_done_is_said_so_by_who_is_named(found):
    assert found("Kim Jong Un admitted that soldiers had been killed.") == {"soldiers had been killed": SAID}
    for text in (
        "Trump admitted that soldiers had been killed.",
        "Kim Jong Un admitted that soldiers had been killed by lightning.",
        "South Korea has confirmed the deaths of its soldiers.",
        "Kim Jong Un denied that soldiers had been killed.",
    ):
        assert SAID not in found(text).values(), text


def test_two_deeds_of_a_sentence_are_told_apart(found):
    text = (
        "In April 2025 North Korea acknowledged that it had deployed troops to {}, confirming the loss of its soldiers."
    )
    assert found(text.format("Ukraine")) == {"deployed troops to Ukraine": OTHERWISE, "loss of its soldiers": SAID}
    assert found(text.format("Russia")) == {"deployed troops to Russia": SAID, "loss of its soldiers": SAID}


def test_a_narrower_place_than_was_said_is_neither_so_nor_otherwise(only):
    claim = only("On 28 April 2025 North Korea confirmed that it had sent troops to Kursk.")
    assert claim.verdict == UNREAD
    assert "Kursk" in claim.finding.reason


def test_a_clause_of_another_deed_does_not_have_to_be_borne_out(found):
    text = "On 28 April 2025 North Korea confirmed that it had sent troops to Russia, after Gerasimov had praised them."
    assert SAID in found(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "On 19 June 2024 Xi Jinping and Kim signed a treaty.",
        "Putin, Xi Jinping and Kim signed a treaty in June 2024.",
        "Kim Jong Un met Putin, Xi and Trump in Pyongyang in June 2024.",
        "Missiles were sent from Russia to Wagner.",
        "Around 300 Ukrainian soldiers were killed, and 4,100 wounded, the NIS said in April 2025.",
        "Some 300 Japanese sailors were killed, and 4,100 wounded, the NIS said in April 2025.",
    ],
)
def test_who_stands_in_a_row_and_whose_they_are_is_not_left_out(verdicts, text):
    assert SAID not in verdicts(text)
    assert OUTDATED not in verdicts(text)


def test_the_dead_are_people_also_behind_a_number_of_things(verdicts):
    text = "North Korea sent Russia {} containers. The NIS said in April 2025 that 600 had been killed."
    assert verdicts(text.format("28,000"))[-1] == SAID


# Who says it, over sentences


def test_he_and_the_agency_are_who_was_named_before(verdicts):
    text = "Zelensky spoke of the losses in February 2025. He said {} had been killed or wounded."
    assert verdicts(text.format("4,000 North Korean soldiers"))[-1] in (SAID, OUTDATED)
    assert verdicts(text.format("4,700 North Korean soldiers"))[-1] == OTHERWISE


@pytest.mark.parametrize(
    "text",
    [
        "Two North Koreans were captured; one died.",
        "Two North Koreans were captured, one of whom died.",
        "Two North Koreans were captured and one soldier died.",
        "Two soldiers were captured, three escaped.",
        "Two soldiers were captured. Three escaped.",
        "Two soldiers were captured, and four others fled.",
        "Two soldiers were captured, ten more died.",
    ],
)
def test_no_number_of_those_who_were_counted_is_left_out(base, verdicts, text):
    assert verdicts(text) == [SAID, UNREAD]
    assert not nkfacts.verify(text, base).holds


@pytest.mark.parametrize("text", ["in one of two battles", "one day after the battle", "while three dogs barked"])
def test_a_small_number_of_something_else_claims_nothing(verdicts, text):
    assert verdicts(f"Two North Koreans were captured, {text}.") == [SAID]


def test_a_surname_is_of_who_was_named_in_full(base):
    text = "Lawmaker Lee Seong-kweun met reporters. Lee said in April 2025 that 600 North Korean soldiers had died."
    assert nkfacts.verify(text, base).claims[-1].verdict == SAID


# Bounds


@pytest.mark.parametrize("text", ["!" * 50_000, "1 " * 20_000, "5 " + "million " * 5_000, "\n" * 50_000, "a." * 20_000])
def test_a_hostile_text_is_read_in_its_length(verdicts, text):
    assert set(verdicts(text)) <= {UNREAD, ABSENT}


def test_a_table_of_numbers_is_not_read(verdicts):
    assert set(verdicts("soldiers killed " + "600 " * 60)[20:]) == {UNREAD}


def test_places_in_the_text_are_those_of_the_claims(base):
    found = nkfacts.verify(REPORT, base)
    for claim in found.claims:
        assert " ".join(REPORT[claim.start : claim.end].split()) == claim.text
        assert REPORT[: claim.start].count("\n") + 1 == claim.line
