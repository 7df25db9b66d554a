"""What statements mean, in words for people and in JSON."""

import json

import pytest

from nkfacts.output.meaning import frame_words, office_words
from tests.support.bases import compiled, spliced

TEXT = """actions:
  send: {label: send, verbs: [send]}
  meet: {label: meet, verbs: [meet], symmetric: true}
  kill: {label: kill, verbs: [kill]}
  be-born: {label: be born, verbs: [be born]}
things:
  soldiers: {names: [soldiers, soldier]}
  chief: {names: [chief, head], office: true}
  year: {names: [year]}
entities:
  nis: {name: Intelligence Service, kind: organisation}
  north-korea: {name: North Korea, kind: place}
  kim: {name: Kim Jong Un, kind: person, isa: [chief], held: [
    {post: chief, of: north-korea, from: "2011-12"}, {post: chief, of: nis, from: "2009", to: "2010-05-02"},
    {post: chief, of: nis, to: "2008"}, {post: chief, of: kursk}]}
  kursk: {name: Kursk Oblast, kind: place}
figures:
  casualties.killed: {label: Killed, topic: casualties, unit: people, asked: ["How many?"], counts: {
    of: [soldiers], did: [kill, send], who: [north-korea], where: [kursk], measure: share, per: day, state: so-far,
    needs: ["where/to", did]}}
  casualties.all: {label: All, topic: casualties, unit: people, counts: {of: [soldiers]}}
facts:
  - id: z
    figure: casualties.killed
    statement: Words.
    value: 600
    status: reported
    reported: 2025-01-02
    by: nis
    evidence: [{source: page, as_printed: "600"}]
    event: sending
  - id: y
    figure: casualties.all
    statement: Words.
    value: 600
    status: reported
    reported: 2025-01-02
    by: nis
    evidence: [{source: page, as_printed: "600"}]
  - id: a
    topic: casualties
    title: Sent
    statement: They were sent.
    status: reported
    when: 2025-01
    reported: 2025-01-02
    by: nis
    place: kursk
    evidence: [{source: page, as_printed: "600"}]
    event: sending
    main: true
    asked: ["Who sent them?"]
    events:
      - {who: [north-korea], did: send, what: [soldiers], to: [kursk], planned: true}
"""
FRAMES = {
    "{who: [north-korea, kim], did: send, what: [soldiers], whom: [nis], from: [kursk], where: []}": (
        "North Korea and Kim Jong Un send soldiers to Intelligence Service from Kursk Oblast"
    ),
    "{who: [kim], did: meet, whom: [nis], where: [kursk], not: true, first: true}": (
        "Kim Jong Un meet Intelligence Service in Kursk Oblast (not so, the first)"
    ),
    "{who: [kim], did: meet, what: [year], whom: [nis], for: [send]}": (
        "Kim Jong Un meet year with Intelligence Service for send"
    ),
    '{did: kill, whom: ["10000 soldiers", "1.5 soldiers"], attempt: true}': (
        "kill 10,000 soldiers and 1.5 soldiers (tried only)"
    ),
    '{who: [soldiers], did: be-born, what: ["2005 year"], open: true}': (
        "soldiers be born 2005 year (neither confirmed nor denied)"
    ),
    "{who: [soldiers], did: kill, with: [kim], means: [year], as: [chief]}": (
        "soldiers kill with Kim Jong Un by year as chief"
    ),
}


@pytest.fixture(scope="module")
def base():
    text = TEXT + "".join(f"      - {frame}\n" for frame in FRAMES)
    base, _ = compiled(spliced(text))
    yield base
    base.close()


def test_frames_in_words(base):
    words = [frame_words(base, frame) for frame in base.fact("a").events]
    assert words == ["North Korea send soldiers to Kursk Oblast (planned)", *FRAMES.values()]


def test_offices_in_words(base):
    assert [office_words(base, held) for held in base.entity("kim").held] == [
        "chief of North Korea, since Dec 2011",
        "chief of Intelligence Service, 2009 to 2 May 2010",
        "chief of Intelligence Service, until 2008",
        "chief of Kursk Oblast",
    ]


@pytest.fixture
def shown(tmp_path, run):
    """Return a function that shows a record of the base as rows of key and value, or as JSON."""
    path = tmp_path / "facts.yaml"
    path.write_text(spliced(TEXT), encoding="utf-8")

    def shown(name, format_="tsv"):
        result = run("show", name, "--data", path, "--format", format_)
        assert result.code == 0, result.err
        return json.loads(result.out) if format_ == "json" else [tuple(row.values()) for row in result.rows()]

    return shown


def test_a_fact_shows_its_frames_and_the_others_that_tell_the_happening(shown):
    rows = shown("a")
    assert ("says that", "North Korea send soldiers to Kursk Oblast (planned)") in rows
    assert ("event id", "sending (main)") in rows
    assert ("told by too", "2025-01-02  Killed: 600, Intelligence Service (z)") in rows
    assert ("event id", "sending") in shown("z")


def test_a_fact_in_json_has_its_frames_as_in_the_file(shown):
    fact = shown("a", "json")
    assert fact["events"] == [
        {"who": ["north-korea"], "did": "send", "what": ["soldiers"], "to": ["kursk"], "planned": True}
    ]
    assert (fact["event"], fact["main"], fact["asked"]) == ("sending", True, ["Who sent them?"])
    assert [shown("y", "json")[key] for key in ("event", "main", "events", "asked")] == [None, False, [], []]


def test_a_person_shows_offices_and_an_entity_the_facts_whose_frames_name_it(shown):
    rows = shown("kim")
    assert ("office", "chief of North Korea, since Dec 2011") in rows
    assert ("is a kind of", "chief") in rows
    assert ("fact", "2025-01-02  Sent, Intelligence Service (a)") in shown("north-korea")
    person = shown("kim", "json")
    assert person["isa"] == ["chief"]
    assert person["held"][0] == {"post": "chief", "of": "north-korea", "from": "2011-12"}
    assert (person["short"], person["capital"]) == (None, [])


def test_what_a_figure_counts_in_the_terms_of_frames_is_for_programs(shown):
    assert "counts" not in dict(shown("casualties.all"))
    assert shown("casualties.all", "json")["counts"] == {"of": ["soldiers"]}
