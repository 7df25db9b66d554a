"""A record whose values are made when they are asked for is the same mapping to whoever reads it."""

import copy
import json
import pickle
from contextlib import closing

import pytest

import nkfacts
from nkfacts.model.records import Fact
from nkfacts.output.formats.escapes import json_text
from nkfacts.output.lazy_record import LazyRecord
from nkfacts.output.mappings import fact_record, fact_records
from tests.support.files import BASE


def opened():
    return nkfacts.load(str(BASE), use_cache=False)


@pytest.fixture
def base():
    with closing(opened()) as found:
        yield found


class Doubled(LazyRecord):
    """A record that keeps count of what was made."""

    makers = {"twice": lambda of: of.made("twice", 2), "thrice": lambda of: of.made("thrice", 3)}  # noqa: RUF012

    def __init__(self, number, **more):
        super().__init__(more)
        self.number, self.asked = number, []

    def made(self, key, times):
        self.asked.append(key)
        return self.number * times


def test_only_what_is_read_is_made():
    record = Doubled(4, name="four")
    assert (record["twice"], record["name"], record.get("absent", 0)) == (8, "four", 0)
    assert record.asked == ["twice"]
    with pytest.raises(KeyError):
        record["absent"]


def test_it_is_a_mapping_in_the_order_of_its_keys():
    record = Doubled(4, name="four")
    whole = {"twice": 8, "thrice": 12, "name": "four"}
    assert dict(record) == {**record} == dict(record.items()) == whole == record
    assert list(record) == list(whole)
    assert len(record) == 3
    assert "thrice" in record
    assert "absent" not in record
    assert json.loads(json_text([record])) == [whole]


def test_a_fact_reads_the_same_alone_and_among_others(base):
    facts = base.facts()
    together = [dict(record) for record in fact_records(base, facts)]
    with closing(opened()) as other:
        assert together == [dict(fact_record(other, fact)) for fact in other.facts()]


def test_what_facts_need_is_read_once_for_all_of_them_and_only_where_it_is_asked_for(base):
    records = fact_records(base, base.facts())
    asked = []
    base.known.connection.set_trace_callback(asked.append)
    known = {"statement": 0, "events": 0, "label": 1, "claimant": 1, "url": 1, "support": 0, "disputed_by": 1}
    for key, statements in {**known, "disputes": 0}.items():
        asked.clear()
        assert len([record[key] for record in records]) > 3
        assert len(asked) == statements, key
    base.known.connection.set_trace_callback(None)


def test_lists_are_decoded_in_copies_too(base):
    fact = base.fact("killed-nis-1")
    for other in (copy.copy(fact), pickle.loads(pickle.dumps(fact)), Fact(**fact.given)):  # noqa: S301 - our own
        assert other == fact
        assert other.evidence == fact.evidence != ()
