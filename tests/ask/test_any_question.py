"""Any words for a question: the same outcomes, never a traceback, and no more than sixty words read."""

import json

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nkfacts.ask.answering import answer
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.index.opening import check_file
from nkfacts.query.base import Base
from tests.support.bases import names_of
from tests.support.files import BASE

WORDS = [
    "how", "many", "much", "long", "when", "who", "where", "what", "which", "did", "was", "is", "are", "were", "the", "of",
    "not", "no", "more", "less", "than", "by", "to", "from", "with", "per", "month", "share", "percentage", "most", "first",
    "last", "least", "says", "said", "according", "claimed", "killed", "wounded", "captured", "sent", "retaken", "soldiers",
    "shells", "ship", "North", "South", "Korean", "Russian", "Ukraine's", "killd", "soliders", "and", "or", "but", "since",
    "?", "!", ",", "'", '"', "-", "(", "…", "2,000", "10.5", "0", "1e9", "999999999999999999999", "twenty", "half", "dozen",
]  # fmt: skip
TIMES = [
    "in 2024", "by April 2025", "before 2025-01-13", "after October", "last winter", "this year", "next week", "yesterday",
    "in the 0001", "9999", "since 9999-12-31", "before 0001-01-01", "31 February 2025", "early January", "mid-2024",
    "between 2024 and 2023", "from March to March", "at 25:61", "two weeks ago", "a million years ago", "in the 1800s",
]  # fmt: skip
NAMES = [name for part in ("entities", "figures", "topics", "sources") for _, name in names_of(part) if name]
PARTS = st.sampled_from(WORDS) | st.sampled_from(TIMES) | st.sampled_from(NAMES) | st.text(max_size=12)
QUESTIONS = st.lists(PARTS, max_size=14).map(" ".join) | st.text(max_size=200)
ASKED = [
    "how many soldiers were killed", "how many were killed by April 2025", "who says the most died", "when was the treaty signed",
    "did Russia confirm North Korean soldiers", "how many Chinese soldiers were killed", "who killed north korean soldiers",
]  # fmt: skip
DAYS = st.sampled_from([None, "0001", "2024-10-13", "2025-04", "9999-12-31"])


@pytest.fixture(scope="module")
def connection():
    _, found = check_file(str(BASE))
    yield found
    found.close()


@settings(deadline=None, max_examples=150, database=None)
@given(QUESTIONS, DAYS)
@example("x " * 5000, None)
@example("how many " + "killed" * 20_000, None)
@example("before this year", "0001")
@example("next year", "9999")
def test_any_question_is_read_to_its_end_or_to_sixty_words(connection, question, day):
    found = answer(question, Base(connection, day))
    assert len(found.question.tokens) <= 60
    for mention in found.question.mentions:
        assert 0 <= mention.start < mention.end <= len(found.question.tokens)
    for fact in found.facts:
        assert day is None or fact.reported <= Base(connection, day).as_of


@settings(deadline=None, max_examples=25, database=None)
@given(st.lists(st.tuples(QUESTIONS | st.sampled_from(ASKED), DAYS), min_size=2, max_size=5))
@example([(question, day) for day in (None, "2024-12-01", None) for question in ASKED])
def test_a_question_is_answered_alike_alone_and_behind_others(connection, asked):
    lexicon = Lexicon(Base(connection).known)
    bases = {day: Base(connection, day) for _, day in asked}

    def told(found):
        return found.question, found.choice, found.kind, found.brief, found.date, found.reason, found.entity

    for question, day in asked:
        behind, alone = answer(question, bases[day], lexicon), answer(question, Base(connection, day))
        assert told(behind) == told(alone)


@settings(deadline=None, max_examples=40, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUESTIONS, st.sampled_from([[], ["--brief"], ["--explain"], ["-f", "json"], ["-f", "markdown"]]))
def test_any_question_on_the_command_line_has_a_status_and_no_traceback(run, question, options):
    found = run("ask", *options, "--", question)
    assert found.code in (0, 1, 2), found.err
    assert len(found.err) < 3000
    if found.code == 0:
        assert found.out


@settings(deadline=None, max_examples=25, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(max_size=40) | QUESTIONS.map(lambda text: text.encode("utf-8", "surrogatepass")), max_size=4))
def test_any_lines_of_standard_input_get_a_line_each(run, lines):
    content = b"\n".join(line.replace(b"\n", b" ").replace(b"\r", b" ") for line in lines)
    found = run("ask", "-", stdin=content)
    assert found.code in (0, 1), found.err
    asked = [line for line in content.decode("utf-8", "replace").split("\n") if line.strip()]
    assert len([json.loads(line) for line in found.out.split("\n") if line]) == len(asked)
