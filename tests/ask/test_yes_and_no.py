"""Yes and no, only as a fact says it: what also says that something is not so may be just what is asked."""

import pytest


@pytest.mark.parametrize(
    "question",
    [
        "Did Ukraine hold more than two North Korean prisoners, as it told lawmaker Yu?",
        "Will the two North Korean prisoners be handed over to Russia, going by what Cho Hyun was assured?",
        "Did Kim Jong Un give a number when he first admitted deaths?",
        "As of October 2024, were the exports eating into the North's wartime stocks?",
        "would the pentagon limit ukraine's use of US weapons against north koreans",
    ],
)
def test_what_a_fact_also_denies_is_not_answered_yes(answer, question):
    found = answer(question)
    assert found.brief != "yes"
    assert found.facts or found.choice.closest


def test_the_frame_that_says_no_is_answered_no(answer):
    assert answer("have north koreans fought inside ukraine?").brief == "no"


def test_a_denial_stands_beside_what_it_denies(answer):
    found = answer("was kursk retaken in april 2025?")
    assert (found.brief, [fact.by for fact in found.against]) == ("yes", ["ukraine"])


def test_the_first_verb_is_the_deed_that_is_asked(answer):
    assert answer("Did North Korean soldiers kill themselves to avoid being captured?").brief == "yes"


def test_a_question_with_not_may_rest_on_what_denies(answer):
    found = answer("Did NK News say that Kim Jong Un did not give the number of the dead?")
    assert found.brief != "no"


def test_a_name_is_no_denial(answer):
    found = answer("is no kwang chol under american sanctions")
    assert (found.brief, found.facts[0].id) == ("yes", "us-treasury-2024-12-16-no")


def test_what_somebody_named_thinks_should_be_done_is_told(answer):
    assert answer("Should Ukraine hit back if North Koreans enter its territory, in Biden's view?").brief == "yes"
    assert answer("Should Ukraine hit back if North Koreans enter its territory?").reason


def test_whether_somebody_confirmed_it_is_told_by_him_alone(answer):
    found = answer("Has Russia confirmed that North Koreans fight for it?")
    assert not found.facts or found.facts[0].id != "patel-2024-11-12-combat"


@pytest.mark.parametrize(
    ("question", "by"),
    [
        ("Did the North Korean UN envoy call it a rumour?", "dprk-un"),
        ("did Peskov call it fake news", "kremlin"),
        ("Did Pyongyang say it was groundless?", "dprk-un"),
        ("did zakharova say the shell story was a lie", "russia-mfa"),
    ],
)
def test_whoever_called_it_untrue_denied_it(answer, question, by):
    found = answer(question)
    assert (found.brief, found.facts[0].by) == ("yes", by)


def test_a_fake_paper_is_no_denial(answer):
    found = answer("did nis say they were given fake ids")
    assert "denying" not in found.question.flags
    assert found.facts[0].status != "denied"


@pytest.mark.parametrize(
    "question",
    [
        "was a north korean general killed in a storm shadow strike",
        "Was a North Korean general killed by Storm Shadow?",
    ],
)
def test_yes_is_said_only_of_those_to_whom_it_was_done(answer, question):
    found = answer(question)
    assert not found.facts
    assert "general" in found.choice.closest[0].statement


def test_where_they_are_is_told_by_who_names_the_place(answer):
    assert answer("are there north koreans in belgorod").facts[0].id == "kovalenko-2024-11-22-belgorod"
    assert answer("are there north koreans in kharkiv").brief == "no"


def test_the_name_of_a_city_may_mean_its_region_alone(answer):
    found = answer("are north koreans in kharkiv")
    assert found.facts[0].place == "kharkiv-oblast"
    assert answer("which missile hit kharkiv").facts[0].id == "un-panel-2024-04-25-kharkiv-missile"


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("did kim go to moscow", "no fact on that as asked"),
        ("did Kim Jong Un's daughter go to Moscow?", "no fact on that as asked"),
        ("did japan send soldiers to ukraine", "no fact on that as asked"),
        ("Was it right for North Korea to send its soldiers?", "judgements are not among the facts"),
        ("Is the dispatch of troops the right decision for North Korea?", "judgements are not among the facts"),
    ],
)
def test_no_yes_is_said_of_what_was_elsewhere_or_only_spoken_of_or_is_judged(answer, question, reason):
    found = answer(question)
    assert (found.facts, found.reason) == ((), reason)


def test_whether_it_is_right_that_it_was_done_is_answered(answer):
    assert answer("Is it right that North Korea sent soldiers?").brief == "yes"
    assert answer("did shoigu go to pyongyang").brief == "yes"


def test_what_was_not_done_has_no_day(answer):
    assert not answer("When did China veto the renewal of the UN panel of experts on North Korea?").facts


def test_what_the_file_says_is_disputed_stands_beside_who_disputes_it(answer):
    found = answer("were they pulled off the front in january 2025?")
    assert "budanov-2025-02-04-in-kursk" in [fact.id for fact in found.against]


@pytest.mark.parametrize(
    "question",
    [
        # The plan of so many is not outdone by others who were sent.
        "did north korea send 100,000 soldiers to Russia",
        # What is planned for prisoners is not done by what is said of them otherwise.
        "were the prisoners released",
    ],
)
def test_a_plan_is_told_as_one(answer, question):
    assert answer(question).brief == "planned"


@pytest.mark.parametrize(
    "question",
    [
        "were the prisoners executed",
        # Six were killed there, which is no fighting.
        "are north koreans fighting in Donetsk",
        # So many of two nations.
        "did 50000 north koreans fight in kursk",
        # More than one million is not ten.
        "did russia deliver 10 million barrels of oil",
    ],
)
def test_what_bears_out_less_is_no_yes(answer, question):
    assert answer(question).facts == ()


def test_of_killed_or_wounded_the_one_is_told_that_is_asked_for(answer):
    assert answer("was a general killed").facts[0].id == "nis-2024-12-19-highest-rank"


def test_what_was_done_was_gone_about(answer):
    assert answer("did any of them try to desert").brief == "yes"
    assert answer("have both prisoners decided to go to South Korea?").facts[0].id == "prisoners-2025-12-24-letter"


@pytest.mark.parametrize(
    "question",
    [
        "are more Russians than North Koreans killed in Kursk",
        "were fewer North Koreans killed than wounded",
        "did North Korea lose more men than Russia",
        "were more officers or soldiers killed",
        "are there more North Koreans than Russians in Kursk",
    ],
)
def test_that_one_is_more_than_another_is_no_yes_of_either(answer, question):
    assert answer(question).facts == ()


def test_who_is_punished_is_not_the_country_that_he_leads(answer):
    assert answer("did the US sanction Kim Jong Un").facts == ()
    assert answer("did the US sanction No Kwang Chol").brief == "yes"


def test_what_was_only_asked_for_was_not_given(answer):
    found = answer("did Russia give nuclear technology to North Korea")
    assert "skibitskyi-2024-02-26-technology" not in [fact.id for fact in found.facts]


def test_what_was_not_yet_done_is_told_by_who_tells_that_it_was_done_later(answer):
    found = answer("did the captured north koreans ask to go to South Korea")
    assert found.brief == "yes"
    assert "lee-jae-woong-2025-01-14-no-request-yet" in [fact.id for fact in found.against]


def test_who_did_it_to_others_did_not_suffer_it(answer):
    assert answer("did North Koreans kill Russian soldiers").facts[0].id == "hur-2024-12-14-friendly-fire"


@pytest.mark.parametrize("question", ["have casualties decreased", "did losses increase", "did the death toll fall"])
def test_whether_a_number_rose_or_fell_is_told_by_all_that_was_said_of_it(answer, question):
    found = answer(question)
    assert found.kind == "change"
    assert len(found.facts) > 3


def test_what_says_nothing_of_less_is_no_yes_of_it(answer):
    assert answer("has the fighting decreased").facts == ()


def test_a_number_is_told_to_be_so_by_whichever_fact_has_it(answer):
    found = answer("did north korea send 15,000 soldiers to russia")
    assert (found.brief, found.facts[0].value) == ("yes", 15000)
    assert answer("did north korea send 30,000 soldiers to russia").brief != "yes"


def test_what_cannot_answer_does_not_stand_before_what_does(answer):
    assert answer("did Zelensky say 4,000 North Koreans were killed").facts[0].id == "zelensky-2025-01-16-killed"


def test_who_promised_it_is_whoever_says_it_beforehand(answer):
    assert answer("did Shoigu promise 1,000 sappers").facts[0].id == "shoigu-2025-06-17-sappers"


def test_a_disputed_number_is_told_with_what_disputes_it(answer):
    found = answer("did a Storm Shadow strike kill 500 North Koreans")
    assert [fact.id for fact in found.against] == ["telegram-channel-2024-11-24-wounded-maryino"]


def test_what_was_confirmed_later_outdoes_that_it_was_not_yet_so(answer):
    assert answer("are north korean soldiers in combat").brief == "yes"
    assert answer("have the prisoners asked to go to south korea").brief == "yes"
    assert answer("have north koreans fought inside ukraine?").brief == "no"


def test_who_comes_to_an_embassy_has_not_come_to_its_country(answer):
    assert answer("when did Kim Jong Un last visit Russia").facts[0].id == "reuters-2023-09-13-summit"


@pytest.mark.parametrize(
    "question",
    [
        "has putin said how many north koreans fought",
        "did gerasimov say how many soldiers fought",
        # Nine of one regiment are no toll of all.
        "has north korea given a death toll",
        # Another counted what it had shown.
        "has pyongyang published its own death toll",
        "did the pentagon say how many were killed",
    ],
)
def test_who_said_something_has_not_said_how_many(answer, question):
    assert not answer(question).facts


@pytest.mark.parametrize(
    "question",
    [
        "did zelensky say how many were captured",
        "did the nis say how many were killed",
        "has the uk given a number of casualties",
    ],
)
def test_a_number_by_whoever_is_asked_for_says_yes(answer, question):
    assert answer(question).brief == "yes"


def test_what_was_confirmed_without_a_number_was_confirmed(answer):
    found = answer("did the pentagon confirm that north koreans were killed")
    assert (found.brief, found.facts[0].id) == ("yes", "ryder-2024-12-16-first-confirmation")


def test_people_counted_in_a_word_are_just_so_many(answer):
    assert answer("did ukraine capture two north koreans").brief == "yes"
    assert answer("did ukraine capture three north koreans").facts[0].value == 3
    assert not answer("did ukraine capture ten north koreans").facts


def test_so_many_are_not_more_than_so_many(answer):
    assert answer("did ukraine capture more than two").brief == "no"


def test_a_place_is_no_word_of_who_is_there(answer):
    found = answer("were north korean missiles used on Kyiv")
    assert "Kyiv" in found.facts[0].statement
