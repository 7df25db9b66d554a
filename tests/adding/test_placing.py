"""Where a new record stands: behind its kindred, or in its place in the alphabet."""

from nkfacts.model.records import Entity, Figure, Source
from tests.support.additions import OLD, entries, ids, new_fact, with_added


def test_a_figure_fact_follows_the_last_of_its_figure(tmp_path):
    new = with_added(tmp_path, OLD, ("facts", new_fact(figure="casualties.killed", value=5)))
    facts = [record for part, record in entries(new) if part == "facts"]
    place = [record.id for record in facts].index("new")
    assert facts[place - 1].figure == "casualties.killed"
    assert "casualties.killed" not in [record.figure for record in facts[place + 1 :]]


def test_an_event_follows_the_last_of_its_topic(tmp_path):
    new = with_added(tmp_path, OLD, ("facts", new_fact(topic="deployment", title="T", when="2025")))
    facts = [record for part, record in entries(new) if part == "facts"]
    place = [record.id for record in facts].index("new")
    rest = [record.topic or record.figure.partition(".")[0] for record in facts[place + 1 :]]
    assert "deployment" not in rest


def test_a_record_takes_its_place_in_the_alphabet_where_there_is_one(tmp_path):
    source = Source(id="m-new", publisher="M", language="en", kind="news")
    entity = Entity(id="aaa-new", name="Aaa", kind="person")
    figure = Figure(id="casualties.aaa", label="L", topic="casualties", unit="people")
    new = with_added(tmp_path, OLD, ("sources", source), ("entities", entity), ("figures", figure))
    for part, id_ in (("sources", "m-new"), ("entities", "aaa-new"), ("figures", "casualties.aaa")):
        old = ids(OLD, part)
        expected = sorted([*old, id_]) if old == sorted(old) else [*old, id_]
        assert ids(new, part) == expected
