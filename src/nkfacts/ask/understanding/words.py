"""Words that make a question a question: what is asked, who claims, in what order, and words that say nothing.

All are words of English grammar or of asking; words about the subject stand in the fact file.
"""

from nkfacts.ask.understanding.question import Measure, Period


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is kept as text."""
    return frozenset(text.split())


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(phrase.split()) for phrase in text.split(",")), key=len, reverse=True))


DETERMINERS = words(
    """a an the this that these those its his her their our my your some any all each every both such another other
    either neither no several certain one ones own"""
)
BE = words("be is are was were been being am isnt arent wasnt werent")
DO = words("do does did doing done didnt doesnt dont")
HAVE = words("have has had having hasnt havent hadnt")
MODALS = words("can could may might must shall should will would cannot couldnt wouldnt wont shouldnt")
AHEAD = words("will would could might may wont shall upcoming future next")
AUXILIARIES = BE | DO | HAVE | MODALS
ACTIVE = DO | HAVE | MODALS
"""Auxiliaries that make no passive."""
PREPOSITIONS = words(
    """by to from in into onto at near on with against for of as via through inside within around about over across
    along alongside beside between among toward towards after before since until during under behind off out outside
    beyond without per than"""
)
CONJUNCTIONS = words(
    """and or but if because while when whether that which who whom whose where than so then plus nor also"""
)
PRONOUNS = words(
    """i me you we us he him she her it they them himself herself itself themselves who whom whose what which anyone
    anybody someone somebody everyone nobody there here mine"""
)

_ATTRIBUTES = words(
    """highest lowest biggest largest smallest greatest fewest maximum minimum max min upper lower top earliest
    proportion portion percentage percent share fraction topic topics occasion agenda subject purpose theme matter
    role job title announcement reply reaction response reckoning apart versus venue steps order announce speak
    speaks spoke spoken talk talked talking wonder public publicly equivalent
    worldwide interview broadcaster outlet outlets correspond corresponds longer shorter longest"""
)
"""Words that ask for an order, a measure or an attribute, and tell nothing of the thing itself."""

_INTERJECTIONS = words(
    """lol lmao rofl omg wow hmm huh ugh btw tbh imo imho idk fyi dude bro mate folks honestly basically
    literally frankly"""
)
"""Words by which whoever asks says how he takes it."""

LIGHT = (
    _ATTRIBUTES
    | _INTERJECTIONS
    | DETERMINERS
    | AUXILIARIES
    | PREPOSITIONS
    | CONJUNCTIONS
    | PRONOUNS
    | words(
        """how why not yet ever just only still even already again really actually exactly precisely roughly
        approximately about around circa nearly almost currently now today presently please tell know known knows
        let hello hi hey thanks thank maybe perhaps anything something everything everywhere quite very much many
        more most less least few fewer lot lots too well like alike else rather own same different various certain
        particular specific full whole entire overall altogether together total totals sum combined aggregate number
        numbers amount amounts figure figures count counts quantity tally size sized large larger big bigger great
        level extent scale statistic statistics stat stats data info information details detail fact facts answer
        question questions thing things kind kinds sort sorts type types way ways case part parts point happen
        happens happened happening occur occurred occurs take takes took place places time times day days date dates
        month months week weeks year years moment hour when recent recently latest newest current yes ok okay pls
        right correct true false indeed find look want wanted need id ive im shed theyd idea curious wondering
        wonder interested ask asking asked give given gave get gets got getting gives found out there been made go
        goes went gone going come comes came put puts set sets keep so far ago early earlier later late mid middle
        end beginning start began begin begun first last finally eventually previously formerly initially originally
        according say says said saying tells told state states stated claim claims claimed claiming report reports
        reported reporting reportedly estimate estimates estimated estimation assess assesses assessed assessment
        believe believes believed reckon reckons reckoned think thinks thought announce announces announced mention
        mentions mentioned reveal reveals revealed disclose disclosed suggest suggests suggested declare declared
        insist insisted quote quotes quoted conclude concludes concluded evidence proof
        exist exists describe describes described explain explained official officially source sources version
        view opinion account words word term terms statement statements claimant publicly openly supposedly
        supposed scheduled allegedly apparently anyway exact rough average likely probably possible possibly certainly
        sure respectively via vs versus compared comparison compare compares difference between change changed changes
        changing develop developed evolve evolved evolution rise rose risen grow grew grown increase increased
        decrease decreased fall drop dropped trend timeline history list lists listed name names named called call
        calls identify identified me us do done does being become became"""
    )
)
"""Words that a fact need not bear out."""

HOW_MANY = _phrases(
    "how many, how much, what number, number of, what percentage, what percent, what share, what proportion, what "
    "fraction, how large, how big, how long, how wide, how high, how great, how often, what amount, amount of, "
    "size of, total of, share of, percentage of, proportion of, count of, tally of, strength of, length of, value "
    "of, worth of, price of, what total, what sum, what size, what figure, which number, what is the number, no "
    "of, how strong, how numerous, how old, how far, how little, how few"
)
WHEN = _phrases(
    "when, since when, until when, by when, from when, what day, which day, what date, which date, on what day, "
    "what month, which month, what year, which year, in what year, what time, date of, the day, the date, what "
    "week, which week, on which day, on what date, on which date, in what month, in which month, in which year"
)
WHERE = _phrases("where, in what place, which place, what place, whereabouts, from where, venue of, location of")
WHO = _phrases("who, whom, whose, by whom, to whom, which person, what person, with whom, according to whom")
WHICH = _phrases(
    "which, in which, on which, what kind, what type, what sort, list, name the, name all, to which, from which"
)
WHAT = _phrases("what, how, what about, in what, why, on what, over what, whats")
COUNTING = words(
    """tally figure figures estimate estimates number numbers count counts total totals toll size amount percentage
    share"""
)
"""Nouns that ask for a number."""

LISTING = words("list enumerate timeline steps")
CHANGING = words(
    """change changed changes develop developed evolve evolved evolution rise rose risen trend history revised grow
    grew"""
)
MOVING = CHANGING | words(
    "rises risen fall falls fell fallen grown increase increased decrease decreased decline declined drop dropped "
    "move moved shift shifted up down gone"
)
"""Verbs by which a number that is given at several times is told to be another each time."""
RISING_OR_FALLING = words(
    """rise risen rising increase increased increasing grow grown growing fall falling drop dropped dropping decrease
    decreased decreasing decline declined declining shrink shrunk"""
)
"""Verbs by which a number is told to be another, in the forms that stand behind its name in a question of yes or no."""

CHANGE = words("change changed changes trend history")
GOING = words("go goes went gone going come comes came coming")
COMMENTING = words("comment comments commented react reacts reacted respond responds responded reply replied")
"""Verbs for saying anything of something, whatever it is."""

TRYING = words("try tries tried trying attempt attempts attempted attempting")
UNEQUAL = words("more fewer less higher lower larger bigger greater smaller")
"""Words by which one thing is set above or below another."""

COMPARING = words("compare compared comparison versus vs difference match agree differ whose")
HIGHEST = words("highest most largest biggest maximum max greatest upper top")
LOWEST = words("lowest fewest smallest minimum min least lower")
EARLIEST = words("first earliest initially originally")
NOW = words("current currently now today")
LATEST = NOW | words("latest last newest recent recently")
PLANNED = words(
    """plan plans planned planning expected expect expects prepare prepared preparing possible next further more
    additional promised promise announced intend intends intended forecast projected foreseen foresee due set ready
    likely eventually upcoming supposed scheduled ahead want wants wanted request requested agreed"""
)
"""Words by which a question asks for what was said beforehand."""

MORE = words("more further additional next")
"""Those of them by which is asked as well for what was done besides."""

PAID = words(
    """pay pays paid wage wages salary salaries earn earns earned earning earnings income revenue gain gained benefit
    profit"""
)

REASONS = _phrases("why, for what reason, how come, what for, what motivated, reason for, reasons for, die of")
RIGHTLY = _phrases("it right for, it right to, right decision, right thing, is right about, is right on, who is right")
WILL = words("will shall wont")
JUDGING = words(
    """good bad better best worse worst brave trustworthy reliable moral justified deserve guilty stronger weaker evil
    should ought"""
)

SAYING = words(
    """say says said saying tell tells told telling claim claims claimed claiming state states stated report reports
    reported reporting estimate estimates estimated estimating put puts putting assess assesses assessed believe
    believes believed reckon reckons reckoned think thinks thought announce announces announced reveal reveals
    revealed mention mentions mentioned count counts counted give gives gave given speak speaks spoke confirm
    confirms confirmed admit admits admitted acknowledge acknowledges acknowledged deny denies denied disclose
    disclosed declare declared call calls called warn warns warned suggest suggests suggested insist insisted
    describe describes described explain explained note notes noted add added predict predicted forecast foresee
    foresaw foresees expecting judges place expect expects expected suspect suspected cite cites cited quote quotes
    quoted mean meant see saw judge judged conclude concluded allege alleged"""
)
CONFIRMING = words(
    """confirm confirms confirmed confirmation admit admits admitted acknowledge acknowledges acknowledged admission
    concede concedes conceded"""
)
DENYING = words("deny denies denied denial reject rejects rejected dismiss dismissed refute refuted")
CALLING = words("call calls called calling label labels labelled labeled brand brands branded dub dubs dubbed")
UNTRUE = words(
    """fake fakes false untrue lie lies groundless baseless unfounded rumour rumours rumor rumors rubbish nonsense
    absurd invented invention fabricated fabrication gossip hoax"""
)
"""What is called so, or is said to be so, is denied."""
ESTIMATES = words(
    """estimate estimates figure figures number numbers count counts claim claims tally toll data report reports
    assessment version account view statement opinion words total"""
)
SPEAKERS = words(
    """official officials ministry broadcaster outlet outlets newspaper newspapers paper papers media press diplomat
    diplomats spokesman spokeswoman spokesperson government intelligence agency service analyst analysts expert experts
    source sources ambassador envoy politician politicians lawmaker lawmakers view account version side"""
)
"""Nouns for whoever says things, and for what is said, behind the nation whose they are."""

ACCORDING = _phrases(
    "according to, acc to, acc, as reported by, as told by, in the view of, in the words of, as per, per, on the word "
    "of, by the reckoning of"
)


def _asked(units: str) -> tuple[str, ...]:
    return tuple(f"{how} {unit}" for unit in units.split() for how in ("how many", "number of", "in", "many"))


MEASURES: dict[Measure, tuple[str, ...]] = {
    "share": ("percent", "percentage", "share", "proportion", "fraction", "portion", "how large a part", "what part"),
    "money": (
        *_asked("dollars usd euros rubles roubles"),
        *("how much money", "worth", "cost", "costs", "price", "revenue", "income", "how much in", "billion dollars"),
        *("how much is a", "how much is an", "how much is one"),
        *("million dollars", "in money", "value of", "dollar value"),
    ),
    "weight": (*_asked("tons tonnes kilograms"), "how heavy", "weight of"),
    "width": ("how wide", "width of", "how high", "height of", "how deep"),
    "distance": (
        *("how far is", "how far from", "distance from", "distance to", "distance between", "range of", "how fast"),
        "speed of",
    ),
    "length": (
        *("how long is", "how long will", "how long are", "length of", "longer"),
        *_asked("km kilometres kilometers metres meters"),
    ),
    "duration": (
        *("how long", "duration of", "what period"),
        *(f"how many {unit}" for unit in "seconds minutes hours days weeks months years".split()),
    ),
    "times": ("how often", "how many times", "how frequently", "how many occasions"),
    "area": (*_asked("hectares acres"), "area of", "how large an area"),
    "volume": _asked("barrels litres liters"),
    "age": ("how old", "age of", "at what age", "what age", "average age", "ages of"),
}
"""Turns of phrase by which a question asks for another measure than a number of something."""

RATES: dict[Period, str] = {
    "minute": "",
    "hour": "hourly",
    "day": "daily",
    "week": "weekly",
    "month": "monthly",
    "year": "yearly annual annually",
}
NUMBER_WORDS = {
    "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "dozen": 12,
}  # fmt: skip
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "thousands": 1000,
    "million": 10**6,
    "mln": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "k": 1000,
}

NEWS = words("new news newest recent recently update updates latest developments")
"""Words that ask for what was said last."""

DISPUTING = words(
    """contradict contradicts contradicting contradictory contradiction contradictions disputed contested disagree
    disagrees disagreed disagreement disagreements conflicting inconsistent discrepancy discrepancies"""
)
"""Words that ask which claims cannot both hold."""

GRAMMAR = DETERMINERS | AUXILIARIES | PREPOSITIONS | CONJUNCTIONS | (PRONOUNS - {"us"})
"""Words of grammar: none of them is a name by itself."""

SPELT_RIGHT = (
    LIGHT
    | SAYING
    | HIGHEST
    | LOWEST
    | CHANGING
    | COMPARING
    | AHEAD
    | JUDGING
    | frozenset((*NUMBER_WORDS, *SCALES))
    | frozenset(word for phrases in MEASURES.values() for phrase in phrases for word in phrase.split())
    | words("january february march april june july august september october november december")
    | words("spring summer autumn winter")
)
"""Words of the language that are no slip of the keyboard."""
