"""English words reduced to their sense: endings taken off, words that say the same made one.

The index of the figures' names and the reader of questions use the same senses, so that
"How many died?" finds the figure that somebody named "soldiers killed". The rules are the
tables below: to teach the tool a word, add it there.
"""

from functools import lru_cache

from nkfacts.text import fold

NOISE = frozenset(
    """a an the this that these those it its itself they them their he his him she her we our i me my you your one ones
    there here and or nor but if then than so as of to in on at by for from with without into onto over under
    about around near within inside between among during through throughout per via upon off out up down against
    be is are was were been being am do does did done doing have has had having can could may might must would
    please tell show list say says said saying tells told know knows knew known get got me us how many
    much what which who whom whose when where whether any some all each every both other others also too only
    just ever yet already still even again really actually exactly roughly approximately about around circa
    nearly almost so far currently now today present date day days time times moment year years month months
    week weeks number numbers amount amounts figure figures count total totals toll quantity size estimate
    estimates estimated estimation according claim claims claimed assess assessed assessment believe believed
    think report reports reported reportedly official officially officials sources source data info information
    fact facts question answer poll polls survey surveys latest newest recent recently current first earliest initially last most least
    highest lowest biggest largest smallest maximum minimum max min greatest fewest happen happens happened take
    takes took taken taking place made make makes put puts go goes went gone no not did didnt hasnt
    havent isnt arent wasnt werent doesnt dont true really called like such very kind kinds type types
    sort thing things involved involve exist exists whole wholly fully completely entirely publicly openly
    formally finally eventually commit commits committed entire altogether together overall early mid late""".split()
)
"""Words that a question may hold without asking for anything by them."""

_SUBJECT = """north korea korean koreans dprk nork norks nk nkorea nkorean kim kims pyongyang russia russian war ukraine
    ukrainian invasion conflict fighting soldier people use military send"""

# One group of words that say the same a line; a bar parts those of which one cannot stand for who does the other.
_GROUPS = """
    kill killed killing slain kia | die died dies dying perish perished | dead death deaths fatality fatalities fallen | body bodies corpse corpses
    share percentage percent proportion fraction rate
    wound wounded injured injure injury injuries wia hurt
    casualty casualties loss losses lost lose
    capture captured detain detained | captive captives prisoner prisoners pow pows
    soldier soldiers troop troops serviceman servicemen fighter fighters force forces personnel men man manpower
    send sent dispatch deploy deployed deployment deliver delivery deliveries supply supplies provide transfer export
    entry entries enter entered cross crossed crossing crossings
    carry carried carrying transport transported brought bring
    people person persons
    name names named
    use uses used using
    fight fought fighting fights
    hold held holding holds
    find found
    give gives gave given giving
    shoot shot
    speak spoke spoken
    write wrote written
    allow allowed allows let permit permitted approve approved
    agree agreed agrees
    thank thanks thanked thanking gratitude grateful
    mourn mourned mourning
    recapture recaptured retake retaken retook reconquered liberated liberate liberation
    disguise disguised pass
    destroy destroyed destroys
    wear wore worn wearing
    country countries nation nations
    north dprk nork norks nk nkorea nkorean
    help aid assistance
    support backing
    shell shells ammunition ammo munition munitions round rounds
    missile missiles rocket rockets
    gun guns howitzer howitzers
    plan planned plans planning expect expected intend intended possible
    return returned home
    visit visited visits trip travel travelled traveled arrive arrived arrival reach reached came come
    meet met meets meeting talks talk receive received hosted host
    sign signed signing signs conclude concluded
    begin began begun start started beginning
    confirm confirmed confirmation admit admitted acknowledge acknowledged acknowledgement admission recognise recognize
    deny denied denies denial reject rejected dismiss dismissed
    announce announced announcement declare declared
    award awarded awards decorated | medal medals decoration honour honoured honor honored
    bury buried burial | grave graves cemetery
    memorial monument museum
    sanction sanctions sanctioned
    train trained training drill exercise
    command commanded commands lead led leads | commander commanders leader leaders
    general generals
    treaty agreement pact
    money pay paid wage wages salary salaries payment payments earn earned
    worker workers labourer labourers laborer laborers
    build built building buildings construct constructed construction | builder builders constructor
    sapper sappers deminer deminers engineer engineers
    mine mines demining demine demined
    tonne tonnes ton tons
    weapon weapons arms weaponry armament armaments
    ship ships vessel vessels
    drone drones uav uavs
    plane planes aircraft airplane
    video videos footage clip
    photo photos picture pictures photograph photographs image images
    speech address
    letter message telegram
    defence defense
    programme program
    centre center
    minister ministry
    withdraw withdrawn withdrew pull pulled
    suicide suicides
    bridge bridges
    launch launched launches fire fired fires strike strikes struck attack attacks attacked hit hits
    leave leaves left leaving depart departed
    fear fears feared
"""


def _tables() -> "tuple[dict[str, str], dict[str, str], dict[str, tuple[str, ...]]]":
    senses: dict[str, str] = {}
    acts: dict[str, str] = {}
    forms: dict[str, tuple[str, ...]] = {}
    for line in _GROUPS.split("\n"):
        first = ""
        for group in line.split("|"):
            words = group.split()
            if not words:
                continue
            first = first or words[0]
            forms[first] = (*forms.get(first, ()), *words)
            for word in words:
                for spelling in (stem(word), word):
                    senses.setdefault(spelling, first)
                    acts.setdefault(spelling, words[0])
    return senses, acts, forms


def stem(word: str) -> str:
    """Return a word without the endings of number and tense; words in other scripts stay as they are."""
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "i"
    if word.endswith("sses"):
        word = word[:-2]
    elif word[-1] == "s" and word[-2] not in "sui":
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and root[-1:] != "e" and any(vowel in root for vowel in "aeiouy"):
            word = root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] + "i" if word[-1] == "y" and len(word) > 3 else word


_SENSES, _ACTS, _FORMS = _tables()

ALL_FORMS = frozenset(word for words in _FORMS.values() for word in words)
"""The words that are known to say the same as another."""


def sense(word: str) -> str:
    """Return what stands for a folded word and all that say the same."""
    found = _SENSES.get(word)
    if found is None:
        root = stem(word)
        found = _SENSES.get(root, root)
    return found


def act(word: str) -> str:
    """Return what stands for a folded word and all that say the same of whoever does it: who dies is not who kills."""
    found = _ACTS.get(word)
    if found is None:
        root = stem(word)
        found = _ACTS.get(root, root)
    return found


SUBJECT = frozenset(map(sense, _SUBJECT.split()))
"""What the whole base is about: a question may name it, and any answer has it."""


def forms(word: str) -> tuple[str, ...]:
    """Return the words that say the same as a folded word, itself first."""
    return tuple(dict.fromkeys((word, *_FORMS.get(sense(word), ()))))


def split(text: str) -> list[str]:
    """Return the folded words of a text, without the endings of possession; ``10,000`` is one word."""
    plain = text.replace("\u2019", "'")
    words: list[str] = []
    for piece in plain.split():
        bare = piece.strip(".,;:!?\"'()[]{}\u00ab\u00bb\u201c\u201d")
        bare = bare[:-2] if bare[-2:] in ("'s", "'S") else bare
        if bare.replace(",", "").isdecimal() and "," in bare:
            words.append(bare.replace(",", ""))
        else:
            words.extend(fold(bare).split())
    return words


TELLING_IN_NAMES = frozenset(("first", "from"))
"""Words that tell one name from another, and ask for nothing by themselves."""

_AHEAD = frozenset(("could", "would", "might", "will"))


def senses_of_name(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the senses that a name consists of: those that tell it from others, and those of the whole base."""
    words = split(text)
    found = {sense(word) for word in words if word not in NOISE or word in TELLING_IN_NAMES}
    if not _AHEAD.isdisjoint(words) or "to be" in text:
        found.add(sense("planned"))
    return frozenset(found - SUBJECT), frozenset(found & SUBJECT)


@lru_cache(maxsize=4096)
def acts_in(text: str) -> tuple[str, ...]:
    """Return what the words of a text say, in their order, as ``act`` tells it."""
    return tuple(map(act, split(text)))


@lru_cache(maxsize=4096)
def senses_in(text: str) -> frozenset[str]:
    """Return the senses of the words of a text."""
    return frozenset(map(sense, split(text)))
