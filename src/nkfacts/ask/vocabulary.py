"""The words by which a question is read. To teach the tool a turn of phrase, add it here.

Words that say the same are in ``nkfacts.english``; names and their spellings are in the fact file.
"""


def _phrases(text: str) -> tuple[list[str], ...]:
    """Return comma-separated phrases as lists of words, the longest first."""
    return tuple(sorted((phrase.split() for phrase in text.split(",")), key=len, reverse=True))


FRAMES = {
    "how-many": _phrases(
        """how many, how much, how big, how large, how long is, how long was, how strong, how high, number of, what
    number, how far, how accurate, how often, how expensive"""
    ),
    "when": _phrases(
        """when, since when, what date, what day, which day, which date, what month, which month, what year, which
    year, how long ago, date of, what time"""
    ),
    "where": _phrases(
        """where, what place, which place, which region, which town, which city, what city, which village, in what
    region, whereabouts, what location, which port, which ports"""
    ),
    "who": _phrases(
        """who, whom, whose, which official, which claimant, which minister, which lawmaker, which commander, which
    leader, by whom"""
    ),
    "list": _phrases(
        """list, which, name the, name all, show me, show all, give me all, all the, enumerate, what weapons, what
    units, what kinds, what kind, what types, what arms"""
    ),
    "what": _phrases("""what, whats, tell me about"""),
}
"""The beginnings by which the kind of answer is known; of two kinds in one question the earlier here counts."""

POLITE = _phrases(
    """can you tell me, could you tell me, do you know, i want to know, i would like to know, please tell me,
    tell me, please, hi, hello, ok, so, and"""
)
"""What may stand before a question."""

PHRASES = {
    words: meant
    for meant, phrases in {
        "effect": "come into force, came into force, enter into force, entered into force, entry into force",
        "withdrawn": "pull back, pulled back, pull out, pulled out",
        "why": "how come",
        "planned": "to be sent, to be deployed, could be sent, could send, still to come, might send, ready to send",
        "died": "lose their lives, lost their lives, losing their lives, lost lives",
    }.items()
    for words in map(tuple, _phrases(phrases))
}
"""Words that together say what one word says."""

AUXILIARIES = frozenset(
    """did do does has have had is are was were will would can could didnt doesnt hasnt havent hadnt isnt arent wasnt
    werent""".split()
)
"""A question that begins with one of them wants yes or no; one of them before a name makes it the one who acts."""

BEING = frozenset("is are was were isnt arent wasnt werent".split())

CLAIM_VERBS = frozenset(
    """say says said saying claim claims claimed claiming estimate estimates estimated think thinks believe believes
    believed report reports reported put puts announce announces announced confirm confirms confirmed deny
    denies denied admit admits admitted tell tells told state states stated declare declares declared assess
    assesses assessed warn warns warned mention mentions mentioned acknowledge acknowledges acknowledged reveal
    reveals revealed disclose discloses disclosed expect expects expected predict predicts predicted count
    counts counted reckon reckons reckoned speak spoke write wrote suggest suggested name names
    named accuse accused call calls called comment commented promise promised insist insisted speculate
    speculated cite cited find finds found fear fears feared know see saw describe described""".split()
)
"""Whoever stands before one of these says something: a claimant, or who passed it on."""

CLAIM_NOUNS = frozenset(
    """estimate estimates figure figures claim claims count number numbers assessment assessments data version report
    reports view opinion statement statements tally toll calculation calculations""".split()
)
"""Whoever has one of these said it: "the NIS's estimate"."""

CLAIM_MARKS = frozenset(
    " ".join(words)
    for words in _phrases(
        """according, according to, acknowledged by, admitted by, announced by, as per, assessed by, assessment by,
    cited by, claim by, claimed by, claims by, confirmed by, data from, denied by, disclosed by, estimate
    by, estimate from, estimated by, estimates by, estimates from, figure by, figure from, figures by,
    figures from, given by, numbers from, per, published by, quoted by, relayed by, reported by, revealed
    by, said by, source, stated by, statement by, statement from, told by, via"""
    )
)
"""Whoever stands behind one of these said it."""

PLACE_MARKS = frozenset("in at near around inside within on".split())
"""A place behind one of these is where it happened."""

MUTUAL = frozenset("meet met meets meeting talk talks".split())
"""Who meets somebody is met: the order of the names does not matter."""

WARS = frozenset("war invasion conflict fighting".split())
"""A nation behind one of these names the war, and no place."""

BEFORE_CLAIM_VERBS = frozenset(
    """has have had also first officially publicly ever leadership leader lawmaker lawmakers spokesman spokeswoman
    minister army military government""".split()
)
"""What may stand between whoever says something and the verb."""

PEOPLE = frozenset(
    """soldier soldiers troop troops fighter fighters serviceman servicemen forces men personnel casualties losses
    deaths dead prisoners prisoner pows pow fatalities army mercenaries conscripts recruits women officers
    generals general pilots sailors workers civilians volunteers instructors engineers sappers children wounded
    killed servicewomen marines paratroopers nationals citizens people fighters' wounded injured lives victims
    captives labourers builders military""".split()
)
"""A nation before one of these says whose they are."""

OTHER_WORDS = frozenset(
    """tank tanks jet jets helicopter helicopters submarine submarines bomb bombs bomber bombers truck trucks horse
    horses dog dogs robot robots rifle rifles laser lasers women woman child girls nurses doctors teachers
    bullets boots uniforms chinese cuban cubans iranian iranians wages prices weather wizard wizards""".split()
)
"""Words that are spelt right, though the base may not have them: no slips of those it has."""

DONE = frozenset("delivered sent arrived shipped supplied deployed".split())
"""What is asked for with one of these has been done: no plan answers it."""

ANNOUNCING = frozenset("announce announced announces promise promised offer offered".split())
"""Who is asked for with one of these may be answered with a plan."""

COUNTED_THINGS = (
    "containers shells missiles ships portraits coffins graves guns launchers pieces brigades units generals".split()
)
"""What is counted that is no people."""

WHAT_IS_DONE = "soldiers people weapons military send war".split()
"""Words of the whole base of which an answer has at least one, when the question has any."""

HAPPENING = frozenset("happen happens happened".split())
"""With one of these a question asks for events, never for a figure."""

NEW_CLAUSE = frozenset("that who which whose where after before when".split())
"""Behind one of these somebody else may be acting."""

PLANNED = frozenset(
    "planned plan plans planning expected future upcoming prepare preparing preparation intended".split()
)
"""Words that ask for what is planned; nothing else is answered with it."""

PREDICTION = frozenset("will wont shall gonna willing tomorrow".split())
"""Words that ask for what nobody can have reported yet."""

BEYOND = {
    word: what
    for what, words in {
        "reasons": "why",
        "advice": "should shouldnt ought",
        "judgements": "effective worthwhile justified fair moral smart stupid winning opinion better worse",
    }.items()
    for word in words.split()
}
"""Words that ask for what facts do not say, and what it is."""

KNOWN = frozenset("known know knew understood thought".split())
"""With one of these a time is the day of knowledge."""

EARLIEST = frozenset("first earliest initially initial".split())
FLAGS = {
    "highest": frozenset("highest most biggest largest maximum max greatest upper top".split()),
    "lowest": frozenset("lowest least smallest minimum min fewest lower".split()),
    "earliest": EARLIEST,
    "latest": frozenset("latest last newest recent recently current currently now".split()),
    "planned": PLANNED,
    "confirming": frozenset(
        "confirm confirms confirmed admit admits admitted acknowledge acknowledges acknowledged".split()
    ),
    "denying": frozenset("deny denies denied reject rejects rejected dismiss dismissed".split()),
}
"""Words that order what is found, or ask for facts of one standing."""

GIVING = frozenset("give gives gave given".split())
"""Who gives an estimate says it."""

CHANGES = tuple(
    " ".join(words)
    for words in _phrases(
        """changed, change, changes, evolved, evolve, developed, grown, grew, over time, history of, revised,
    revisions, revision, trend, rise, risen, rose, went up, gone up, timeline of, development of"""
    )
)
"""Words that ask how a figure went on."""

LISTERS = frozenset("which what list all the of other".split())
"""Behind one of these stands what a list is of."""

KINDS_OF_ENTITY = {
    word: kind
    for kind, words in {
        "weapon": "weapon weapons arms weaponry",
        "unit": "unit units brigades regiments formations",
        "ship": "ships vessels",
        "person": "people persons",
        "place": "places towns villages",
        "agreement": "treaties",
    }.items()
    for word in words.split()
}
"""What a list may be of."""

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
AMBIGUOUS_MONTHS = frozenset(("may", "march", "mar", "jan", "sep"))
"""Months that are other words too: they count behind a word of time, or beside a day or year."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

PARTS_OF_A_PERIOD = {
    word: thirds
    for words, thirds in {"early beginning start": (0, 1), "mid middle": (1, 2), "late end": (2, 3)}.items()
    for word in words.split()
}
"""Which thirds of a month or year a word picks."""

HALVES = {
    ("first", "half"): (0, 6),
    ("second", "half"): (6, 12),
    ("first", "quarter"): (0, 3),
    ("second", "quarter"): (3, 6),
    ("third", "quarter"): (6, 9),
    ("fourth", "quarter"): (9, 12),
    ("last", "quarter"): (9, 12),
}
"""Which months of a year two words pick."""

MARKS_BY_WORDS = {
    " ".join(words): meaning
    for meaning, phrases in {
        "known": "as of, as at, as of date, up to, so far in, so far, by, until, till, by the end of",
        "before": "before, prior to",
        "since": "since, starting",
        "after": "after",
        "pair": "between, from",
        "about": "in, during, at, over, throughout, for, around, within",
    }.items()
    for words in _phrases(phrases)
}
"""What the words before a time make of it: what was known by then or before, or what is about it."""

MARKS = sorted((words.split() for words in MARKS_BY_WORDS), key=len, reverse=True)
PAST = frozenset("last past previous".split())
