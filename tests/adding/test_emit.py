"""A record written as YAML reads back equal, and has the layout of the shipped file."""

from datetime import date
from itertools import groupby
from operator import itemgetter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nkfacts.adding.emit import record_lines
from nkfacts.model.meaning import Counts, Frame, Held
from nkfacts.model.record import keys_of
from nkfacts.model.records import QUALIFIERS, STATUSES, Entity, Evidence, Figure
from nkfacts.model.types import Choice, Filler, Flag, ListOf, Text
from nkfacts.reading.rules import RECORD_RULES
from tests.support.additions import OLD, PAGE, added_only, entries, new_fact, read, shipped_entries, with_added
from tests.support.files import SHIPPED
from tests.support.texts import texts

tricky = st.sampled_from(
    ["null", "no", "~", "- x", "a: b", "a #b", "{x}", "x, y", "'", '"', "\\", "1e3", "0x1F", "?", "@", "…"]
)
numbers = st.integers(0, 10**15) | st.floats(0, 10**6).map(lambda x: round(x, 6)).filter(lambda x: x == 0 or x > 0.001)
day = st.dates(date(2025, 1, 20), date(2026, 1, 1)).map(date.isoformat)
some_text = texts(40) | tricky
printed = some_text.filter(lambda text: len(text.split()) < 11 and (len(text) < 2 or text[-1] not in "\"'”’“‘»›」"))
OLD_ENTRIES = entries(OLD)


@st.composite
def facts(draw):
    keys = {"statement": draw(some_text), "status": draw(st.sampled_from(STATUSES)), "reported": draw(day)}
    keys["evidence"] = (Evidence(source=PAGE, as_printed=draw(printed)),)
    if draw(st.booleans()):
        keys |= {
            "figure": "casualties.killed",
            "qualifier": draw(st.sampled_from([q for q in QUALIFIERS if q != "between"])),
        }
        keys |= draw(st.fixed_dictionaries({"value": numbers}) | st.fixed_dictionaries({"words": some_text}))
    else:
        keys |= {
            "topic": "deployment",
            "title": draw(some_text),
            "when": draw(st.sampled_from(["2024", "2024-1X~", "../2025-01"])),
        }
    if draw(st.booleans()):
        keys |= {"note": draw(some_text), "tags": ("a-b", "c"), "via": ("oh-min-su",), "scope": "part"}
    return new_fact(**keys)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(new=facts(), crlf=st.booleans())
def test_any_fact_reads_back_equal_and_no_old_line_is_touched(tmp_path, new, crlf):
    old = OLD.replace(b"\n", b"\r\n") if crlf else OLD
    data = with_added(tmp_path, old, ("facts", new))
    assert read(data).fact("new") == new
    assert [pair for pair in entries(data) if pair[1].id != "new"] == OLD_ENTRIES
    assert added_only(old, data)


ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
fillers = ids | st.builds("{} {}".format, st.integers(0, 10**6) | st.just("2.5"), ids)
dates = st.sampled_from(["2024", "2024-10", "2024-10-18", "2024-1X~", "../2025-01"])
SINGLE = {"did": ids, "post": ids, "of": ids, "from": dates, "to": dates}


def values(key):
    """Return what may stand under a key of a nested record."""
    type_ = key.type.item if isinstance(key.type, ListOf) else key.type
    if isinstance(type_, Filler):
        one = fillers
    elif isinstance(type_, Flag):
        one = st.booleans()
    elif isinstance(type_, Choice):
        one = st.sampled_from(type_.words)
    elif key.name == "needs":
        one = st.sampled_from(["did", "what/whom", "per"])
    elif isinstance(type_, Text):
        one = some_text
    else:
        one = SINGLE[key.name]
    return st.lists(one, max_size=3, unique=True).map(tuple) if type_ is not key.type else one


def nested(record):
    """Return records of a class that stand in others, each key there or not; a list may be there and empty."""
    keys = {name: values(key) for name, key in keys_of(record).items()}
    required = {name: keys.pop(name) for name in record.required_keys}
    return st.fixed_dictionaries(required, optional=keys).map(lambda given_: record(**given_))


some_frames = st.lists(nested(Frame), min_size=1, max_size=3, unique=True).map(tuple)
some_offices = st.lists(nested(Held), min_size=1, max_size=3, unique=True).map(tuple)
meaningful = (
    some_frames.map(lambda frames: ("facts", new_fact(topic="a", title="T", when="2025", events=frames)))
    | nested(Counts).map(
        lambda counts: ("figures", Figure(id="a.b", label="B", topic="a", unit="people", counts=counts))
    )
    | some_offices.map(lambda held: ("entities", Entity(id="a", name="A", kind="person", held=held)))
).filter(lambda new: not [finding for rule in RECORD_RULES for finding in rule(new[1])])


@settings(max_examples=60, deadline=None)
@given(meaningful)
def test_what_a_record_means_reads_back_as_it_was_given(new):
    part, record = new
    text = "\n".join([f"{part}:", *record_lines(record, listed=part == "facts")])
    # Its words tell more than equality: where nothing is said, and where it is said to be nowhere.
    assert repr(entries(text.encode())) == repr([new])


def test_every_record_of_the_shipped_file_reads_back_equal():
    lines = []
    for part, members in groupby(shipped_entries(), itemgetter(0)):
        lines.append(f"{part}:")
        for _, record in members:
            lines += record_lines(record, listed=part == "facts")
    new = entries("\n".join(lines).encode())
    assert [record for pair, record in zip(shipped_entries(), new, strict=True) if repr(pair) != repr(record)] == []


def test_a_record_of_the_shipped_file_is_written_as_it_stands_there():
    lines = SHIPPED.read_text("utf-8").splitlines()
    records = {record.id: (part, record) for part, record in shipped_entries()}
    for id_ in ("nis-2025-04-30-killed", "11th-corps", "kim-jong-un", "ahn-gyu-back"):
        part, record = records[id_]
        made = record_lines(record, listed=part == "facts")
        start = lines.index(made[0])
        assert lines[start : start + len(made)] == made
    for id_ in ("deployment.troops-sent", "ukrainian-south-korean-officials-2024-10-13-kn23-support"):
        part, record = records[id_]
        for line in record_lines(record, listed=part == "facts"):
            assert line in lines or "asked:" in line
