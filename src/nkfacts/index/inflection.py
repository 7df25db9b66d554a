"""The forms of English verbs, so that a word is found in whatever form somebody uses it."""

_IRREGULAR = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """be was been
        become became become
        begin began begun
        bear bore borne
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
        overcome overcame overcome
        oversee oversaw overseen
        overtake overtook overtaken
        pay paid paid
        put put put
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
        take took taken
        teach taught taught
        tell told told
        think thought thought
        throw threw thrown
        undergo underwent undergone
        undertake undertook undertaken
        wear wore worn
        win won won
        withdraw withdrew withdrawn
        write wrote written""".split("\n")
}
"""Past and participle of the verbs whose forms do not follow the rules."""

_DOUBLED = frozenset(
    "admit ban beg bid cap cut drop equip fit forget get hit map nab net pin plan put rid rob set ship shut sit ski "
    "snap step stop swap tap transfer travel fuel expel compel model control patrol refer trap wed".split()
)
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
    short = len(verb) <= 4 and verb[-1:] not in "aeiouwxy" and verb[-2:-1] in "aeiou" and verb[-3:-2] not in "aeiou"
    return verb + verb[-1] if verb in _DOUBLED or short else verb
