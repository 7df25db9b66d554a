"""Facts by who did what to whom: names with all they take in, words with all they say, one frame at a time."""

import pytest

from nkfacts.errors import UnknownName
from nkfacts.query.filters import Filter
from tests.support.bases import compiled, spliced

FRAMES = {
    "soldiers-sent": "[{who: [north-korea], did: send, what: [soldiers], to: [kursk]}]",
    "shells-supplied": "[{who: [north-korea], did: supply, what: [shells], whom: [russia]}]",
    "shells-not-supplied": "[{who: [north-korea], did: supply, what: [shells], whom: [ukraine], not: true}]",
    "food-supplied": "[{who: [putin], did: supply, what: [food], whom: [north-korea]}]",
    "officers-trained": "[{who: [russia], did: train, whom: [officers]}]",
    "visit-to-the-embassy": "[{who: [kim], did: visit, what: [embassy], with: [choe]}]",
    "visit-of-putin": "[{who: [putin], did: visit, where: [north-korea]}, {who: [kim], did: meet, whom: [putin]}]",
    "russians-fight": "[{who: [russian-guards], did: fight}]",
    "storming": "[{who: [soldiers], did: storm, whom: [ukraine]}]",
}
TEXT = """actions:
  send: {label: send, verbs: [send], inverse: [go, receive], inverse_subject: [what, whom, to]}
  supply: {label: supply, verbs: [supply], nouns: [delivery], inverse: [receive], negative: [withhold]}
  train: {label: train, verbs: [train]}
  visit: {label: visit, verbs: [visit, go to]}
  meet: {label: meet, verbs: [meet], symmetric: true}
  fight: {label: fight, verbs: [fight]}
  storm: {label: storm, verbs: [storm], parent: fight}
things:
  soldiers: {names: [soldiers, soldier], of: north-korea}
  officers: {names: [officers], isa: [soldiers]}
  russian-guards: {names: [guards], isa: [soldiers], of: russia}
  shells: {names: [shells]}
  food: {names: [food]}
  embassy: {names: [embassy], of: russia}
entities:
  nis: {name: Intelligence Service, kind: organisation}
  north-korea: {name: North Korea, kind: place, aliases: [DPRK]}
  kim: {name: Kim Jong Un, kind: person, part_of: north-korea}
  choe: {name: Choe Son Hui, kind: person, part_of: north-korea}
  russia: {name: Russia, kind: place}
  putin: {name: Vladimir Putin, kind: person, part_of: russia}
  kursk: {name: Kursk Oblast, kind: place, part_of: russia}
  ukraine: {name: Ukraine, kind: place}
facts:
"""


def event(id_, frames, status="reported"):
    return (
        f"  - id: {id_}\n    topic: casualties\n    title: Title\n    statement: Words.\n    status: {status}\n"
        f'    when: 2025-01\n    reported: 2025-01-02\n    by: nis\n    evidence: [{{source: page, as_printed: "x"}}]\n'
        f"    events: {frames}\n"
    )


@pytest.fixture(scope="module")
def base():
    text = TEXT + "".join(event(id_, frames) for id_, frames in FRAMES.items())
    text += event("visit-denied", "[{who: [kim], did: visit, where: [kursk]}]", status="denied")
    base, _ = compiled(spliced(text))
    yield base
    base.close()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        # Who speaks for a country, and what belongs to it: but of a kind of it, only what is nobody else's.
        ({"who": "north-korea", "did": "visit"}, ["visit-to-the-embassy"]),
        ({"who": "DPRK", "did": "storm"}, ["storming"]),
        # Any of several names, and of several words.
        ({"who": ["DPRK", "kim"], "did": ["storm", "visits"]}, ["storming", "visit-to-the-embassy"]),
        ({"did": ["supply", "send"], "to": ["ukraine", "russia"]}, ["shells-supplied", "soldiers-sent"]),
        ({"who": "north-korea", "did": "fight"}, ["storming"]),
        ({"who": "russia", "did": "fight"}, ["russians-fight"]),
        ({"who": "soldiers", "did": "fight"}, ["russians-fight", "storming"]),
        ({"who": "kim jong un"}, ["visit-of-putin", "visit-to-the-embassy"]),
        # Together with whom counts as who.
        ({"who": "choe", "did": "visit"}, ["visit-to-the-embassy"]),
        # The other side: whom, to, what and where, with what lies in it and is a kind of it.
        ({"did": "send", "to": "russia"}, ["soldiers-sent"]),
        ({"to": "soldiers"}, ["officers-trained", "soldiers-sent"]),
        ({"who": "north-korea", "did": "supply", "to": "russia"}, ["shells-supplied"]),
        ({"who": "russia", "did": "supply", "to": "north-korea"}, ["food-supplied"]),
        ({"did": "visit", "to": "russia"}, ["visit-to-the-embassy"]),
        # What is said not to be so is none.
        ({"did": "supply", "to": "ukraine"}, []),
        # All in one frame: Putin visited, and Kim met him.
        ({"who": "kim", "did": "visit", "to": "north-korea"}, []),
        # Meeting is mutual, visiting is not.
        ({"who": "putin", "did": "meet", "to": "kim"}, ["visit-of-putin"]),
        ({"who": "north-korea", "did": "visit", "to": "putin"}, []),
        # Words for an action, in any form, and from its other side.
        ({"who": "kim", "did": "visits"}, ["visit-to-the-embassy"]),
        ({"who": "russia", "did": "Supplied"}, ["food-supplied"]),
        ({"who": "russia", "did": "deliveries"}, ["food-supplied"]),
        ({"who": "kim", "did": "went to"}, ["visit-to-the-embassy"]),
        ({"who": "russia", "did": "receive"}, ["shells-supplied", "soldiers-sent"]),
        ({"who": "russia", "did": "received", "to": "north-korea"}, ["shells-supplied", "soldiers-sent"]),
        ({"who": "north-korea", "did": "receive"}, ["food-supplied", "soldiers-sent"]),
        # A denial is shown as one only when asked for.
        ({"who": "kim", "did": "visit", "status": ("denied",)}, ["visit-denied"]),
        ({"who": "kim", "did": "visit", "status": ("denied", "reported")}, ["visit-denied", "visit-to-the-embassy"]),
    ],
)
def test_a_frame_says_all_that_is_wanted(base, wanted, found):
    assert sorted(fact.id for fact in base.facts(Filter(**wanted))) == found
    assert sorted(fact.id for fact in base.timeline(Filter(**wanted))) == found


@pytest.mark.parametrize(
    ("wanted", "message", "mend"),
    [
        ({"who": "Kim Yong Un"}, "no entity or thing is called 'Kim Yong Un'", "did you mean 'kim'?"),
        ({"to": "soldirs"}, "no entity or thing is called 'soldirs'", "did you mean 'soldiers'?"),
        ({"did": "vist"}, "no action is said by 'vist'", "did you mean 'visit', 'visits' or 'visited'?"),
        ({"did": "withhold"}, "no action is said by 'withhold'", "see the part 'actions' of the fact file"),
        ({"did": ""}, "no action is said by ''", "see the part 'actions' of the fact file"),
        ({"did": "xyzzy"}, "no action is said by 'xyzzy'", "see the part 'actions' of the fact file"),
    ],
)
def test_an_unknown_name_or_word_offers_the_nearest(base, wanted, message, mend):
    with pytest.raises(UnknownName) as caught:
        base.facts(Filter(**wanted))
    assert (caught.value.message, caught.value.mend) == (message, mend)


@pytest.mark.parametrize("hostile", ["' OR 1=1 --", "%", "\udcff", "a" * 10_000])
@pytest.mark.parametrize("key", ["who", "did", "to"])
def test_what_is_hostile_is_only_a_name(base, key, hostile):
    with pytest.raises(UnknownName):
        base.facts(Filter(**{key: hostile}))


def test_an_entity_knows_the_facts_that_name_it_in_a_frame(base):
    assert [fact.id for fact in base.facts_naming("entities", "choe")] == ["visit-to-the-embassy"]


def test_what_kim_jong_un_visited(shipped, run):
    rows = run("timeline", "--who", "kim-jong-un", "--did", "visit", "--format", "tsv", env=shipped).rows()
    ids = {row["id"] for row in rows}
    assert {"reuters-2023-09-13-summit", "kcna-2025-05-09-embassy", "associated-press-2025-09-03-beijing"} <= ids
    # Others came to him.
    assert not {id_ for id_ in ids if "putin-arrives" in id_ or "lavrov" in id_ or "volodin" in id_}
