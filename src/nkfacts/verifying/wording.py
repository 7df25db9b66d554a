"""Words by which a text says who claims something, parts what it says, and refers to what it said before."""

from nkfacts.ask.understanding import words as w

DENIES = w.DENYING | w.words("dismisses refutes rebuffs rebuffed rebuts rebutted brushed brushes")
"""Words by which somebody says that it is not so: rejected reports, brushed them off."""

SAYS = DENIES | w.words(
    """says said say claims claimed claim told tells reported reports report estimated estimates estimate put puts
    reckoned believes believed thinks thought announced announces confirmed confirms admitted admits acknowledged
    acknowledges gave gives counted assessed assesses stated states revealed warned predicted expected
    expects added adds noted notes indicated indicates suggested suggests wrote writes explained insisted declared
    citing cited cites quoting quoted alleged argued disclosed stressed concluded judged"""
)
"""Words of saying that stand beside whoever says it."""

NO_DEEDS = SAYS | w.SAYING | w.words(
    """following according including revealing showing bringing compared based total totalled totaled reached
    reaching stood rose exceeded exceeding numbering numbered numbers amounted remain remains stand stands
    topped surpassed emphasized meaning number total count toll figure tally sum become becomes became made brought
    highlighting raising signaling estimating saying claiming stating confirming acknowledging reporting"""
)  # fmt: skip
"""Words that tell nothing of what was done, whatever else they may mean."""

NOUNS_TOO = w.words("report reports estimate estimates claim claims counts count figure figures")
"""Those of them that are as often nouns: they say something only before "that"."""

BETWEEN = w.HAVE | w.words("also itself himself herself themselves")
"""Words that may stand between whoever says something and the word of saying."""

SOURCES_OF = w.words(
    """information data assessment assessments figures figure estimate estimates report reports intelligence statement
    numbers word claim claims count counts tally officials official sources source analysis"""
)
"""Nouns behind which, with from, by or of, stands whoever it is from."""

DEEDS_TOO = w.words("gave added put puts")
"""Those of them that are deeds as often: what stands before one belongs to what is said."""

REFERRING = w.words("he she it they")
ROLES = w.words(
    """agency service ministry lawmaker lawmakers president spokesman spokesperson spokeswoman official officials
    minister general office department headquarters report group body intelligence institute statement legislator"""
)
"""Nouns that with the or this refer to who was named before."""

RANKS = w.words(
    "top senior military defence defense security foreign government state unnamed anonymous chief prime other two"
)
"""Words that may stand before such a noun."""

OFFICES = ROLES | RANKS | w.SPEAKERS
"""Words that tell, behind the nation or house whose they are, who of it speaks."""

PEOPLE = w.words("lawmaker president spokesman spokesperson spokeswoman official minister general legislator")
"""Those of them that are persons."""

WEEKDAYS = w.words("monday tuesday wednesday thursday friday saturday sunday")
JOINERS = w.words(
    """and but while including plus with along as which who whom or among whereas although though because after before
    since of bringing leaving versus against compared"""
)
"""Words before which what is said of one number ends and what is said of the next begins."""

PARTS = ',;:()[]\u2014"\u201c\u201d'
"""Marks that part what is said."""

WHERE = w.words("in near around at from on")
"""Prepositions with which a sentence that says where it happened begins."""

AHEAD = w.AHEAD | w.PLANNED
TO_COME = w.words(
    """will would wont shall plan plans planning planned intend intends intended intending expected expects promised
    promises upcoming pledged vowed prepares preparing poised aims"""
)
"""Words by which something is said of what is to come, and of nothing that was done."""

OF_ALL = w.words("only just merely total altogether overall")
"""Words by which a number is said to be that of all."""

AGAIN = ("for", "the", "first", "time")
"""Words by which something is told as the first of its kind."""

NOBODY = w.words("nobody none no neither nor noone")
"""Words by which it is said that nobody says something."""

NOT = DENIES | w.words("not never no didnt hasnt havent wasnt werent isnt arent wont cannot neither nor without")
