"""The forms of English verbs, so that a word is found in whatever form somebody uses it."""

_IRREGULAR = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """be was been
        bear bore borne
        become became become
        begin began begun
        bid bid bid
        bind bound bound
        bite bit bitten
        bleed bled bled
        blow blew blown
        break broke broken
        bring brought brought
        build built built
        burn burnt burnt
        buy bought bought
        catch caught caught
        choose chose chosen
        come came come
        cost cost cost
        cut cut cut
        deal dealt dealt
        dig dug dug
        do did done
        draw drew drawn
        drive drove driven
        fall fell fallen
        feed fed fed
        fight fought fought
        find found found
        flee fled fled
        fly flew flown
        forbid forbade forbidden
        freeze froze frozen
        get got got
        give gave given
        go went gone
        grow grew grown
        hang hung hung
        have had had
        hear heard heard
        hide hid hidden
        hit hit hit
        hold held held
        hurt hurt hurt
        keep kept kept
        kneel knelt knelt
        know knew known
        lay laid laid
        lead led led
        learn learnt learnt
        leave left left
        lend lent lent
        let let let
        lie lay lain
        lose lost lost
        make made made
        mean meant meant
        meet met met
        mislead misled misled
        overcome overcame overcome
        overrun overran overrun
        oversee oversaw overseen
        overtake overtook overtaken
        pay paid paid
        put put put
        quit quit quit
        read read read
        rebuild rebuilt rebuilt
        retake retook retaken
        ride rode ridden
        rise rose risen
        run ran run
        say said said
        see saw seen
        seek sought sought
        sell sold sold
        send sent sent
        set set set
        shake shook shaken
        shed shed shed
        shoot shot shot
        show showed shown
        shut shut shut
        sing sang sung
        sink sank sunk
        sit sat sat
        slay slew slain
        speak spoke spoken
        spend spent spent
        split split split
        spread spread spread
        stand stood stood
        steal stole stolen
        stick stuck stuck
        strike struck struck
        swear swore sworn
        sweep swept swept
        take took taken
        teach taught taught
        tell told told
        think thought thought
        throw threw thrown
        undergo underwent undergone
        undertake undertook undertaken
        wear wore worn
        weep wept wept
        win won won
        wind wound wound
        withdraw withdrew withdrawn
        withhold withheld withheld
        write wrote written""".split("\n")
}
"""Past and participle of the verbs whose forms do not follow the rules."""

_DOUBLED = frozenset(
    "admit begin commit confer incur inter omit outfit overrun overstep patrol permit prefer refer submit "
    "control compel equip expel extol forget transfer".split()
)
"""Verbs of more than one vowel that double their last letter."""

_EITHER_WAY = frozenset("funnel fuel label model travel".split())
"""Verbs that double it in British spelling, and not in American."""

_BE = ("be", "is", "are", "was", "were", "been", "being", "am")


def inflected(phrase: str) -> "list[tuple[str, str]]":
    """Return the forms of a verb, or of a phrase that begins with one, each with its shape.

    The shapes are base, third, past, participle and gerund; a form with two of them stands twice.
    """
    verb, space, rest = phrase.partition(" ")
    tail = space + rest
    if verb == "be":
        return [(form + tail, "base") for form in _BE]
    past, participle = _IRREGULAR.get(verb, ("", "")) or ("", "")
    if not past:
        past = participle = _past(verb)
    found = [
        (verb, "base"),
        (_third(verb), "third"),
        (past, "past"),
        (participle, "participle"),
        (_gerund(verb), "gerund"),
    ]
    regular = _past(verb)
    if verb in ("burn", "learn") and regular != past:
        found += [(regular, "past"), (regular, "participle")]
    if verb in _EITHER_WAY:
        found += [(f"{verb}ed", "past"), (f"{verb}ed", "participle"), (f"{verb}ing", "gerund")]
    return [(form + tail, shape) for form, shape in found]


def _third(verb: str) -> str:
    if verb in ("have", "go", "do"):
        return {"have": "has", "go": "goes", "do": "does"}[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb[-1:] == "y" and verb[-2:-1] not in "aeiou" else f"{verb}s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb[-1:] == "y" and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{_double(verb)}ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{_double(verb)}ing"


def _double(verb: str) -> str:
    last = verb.rpartition("-")[2]
    vowels = [letter for letter in last if letter in "aeiouy"]
    # Of one syllable: stop and split, and not open.
    short = len(vowels) == 1 and last[-2:-1] in "aeiou" and last[-1:] not in "aeiouwxy"
    return verb + verb[-1] if short or last in _DOUBLED | _EITHER_WAY else verb
