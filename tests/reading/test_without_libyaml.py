"""Where PyYAML was built without libyaml, everything works the same, only slower."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts.errors import DataProblem
from tests.reading.test_mistakes import FILES, content, problems_of, problems_of_file
from tests.support.additions import OLD, new_fact, with_added
from tests.support.bases import compiled
from tests.support.files import BASE, MINIMAL

THEIR_OWN = ("not YAML: ", "the file holds a character that cannot be read")
"""How the mistakes begin that the library words, in other words without libyaml."""


@pytest.fixture
def pure(monkeypatch):
    """Return a function that takes libyaml away."""

    def take():
        for name in ("CSafeLoader", "CSafeDumper"):
            monkeypatch.delattr(yaml, name, raising=False)

    return take


def test_a_file_is_read_the_same(pure):
    whole, warnings = compiled(BASE.read_bytes())
    pure()
    other, same_warnings = compiled(BASE.read_bytes())
    assert other.facts() == whole.facts()
    assert other.header == whole.header
    assert same_warnings == warnings
    whole.close()
    other.close()


def test_every_mistake_is_found_at_its_place(pure):
    found = {path: problems_of_file(path) for path in FILES}
    pure()
    for path, problems in found.items():
        others = problems_of(content(path))
        assert len(others) == len(problems)
        for problem, other in zip(problems, others, strict=True):
            if not other.message.startswith(THEIR_OWN):
                assert other == problem
            else:
                # What stands in brackets in a way that not all readers take is no YAML to one of them.
                assert problem.message.startswith((*THEIR_OWN, "not every reader of YAML"))
                assert (other.line, other.id) == (problem.line, problem.id)


def verdict(text):
    """Return what reading a text comes to: its facts and warnings, or None where it is refused."""
    try:
        base, warnings = compiled(text)
    except DataProblem:
        return None
    try:
        return base.facts(), base.header, warnings
    finally:
        base.close()


@settings(max_examples=40, deadline=None, database=None)
@given(
    st.integers(0, 3000),
    st.integers(0, 3),
    st.text("ab0 :-[]{}&*!|>'\"%@`#,?~\\\n\t\r\x85\u2028\ufeff", max_size=3) | st.text(max_size=2),
)
def test_a_changed_file_that_both_read_is_the_same_to_both(position, removed, put):
    text = MINIMAL.read_text("utf-8")
    position %= len(text)
    text = text[:position] + put + text[position + removed :]
    content = text.encode("utf-8", "surrogatepass")
    found = verdict(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        other = verdict(content)
    # PyYAML refuses some of what libyaml takes, such as a tab behind a value; it never reads it otherwise.
    assert other == found or None in (other, found)


def test_a_fact_is_added_the_same(pure, tmp_path):
    new = ("facts", new_fact(figure="casualties.killed", value=5))
    whole = with_added(tmp_path, OLD, new)
    pure()
    assert with_added(tmp_path, OLD, new) == whole


def test_the_answer_is_written_the_same(pure, run):
    whole = run("list", "-f", "yaml")
    pure()
    assert yaml.safe_load(run("list", "-f", "yaml").out) == yaml.safe_load(whole.out)
