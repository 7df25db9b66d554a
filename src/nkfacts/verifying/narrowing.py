"""Words by which a text tells a number of fewer, or of others, than a fact does: young, by drones, in one battle."""

from collections.abc import Sequence

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention
from nkfacts.ask.understanding.reading import read
from nkfacts.english import stem
from nkfacts.hints import NamedTuple
from nkfacts.model.dates import LAST_DAY
from nkfacts.model.meaning import SLOTS, Counts
from nkfacts.model.records import Fact, Figure
from nkfacts.text import fold
from nkfacts.verifying import claims
from nkfacts.verifying.claims import Finding
from nkfacts.verifying.counting import names_of
from nkfacts.verifying.figures import Figures
from nkfacts.verifying.passages import Passage
from nkfacts.verifying.phrases import BY, LOOSE, LOOSE_ACTIONS, NARROWING, ONE, PLACES, Phrase, aside_of, phrases_of
from nkfacts.verifying.pieces import Piece


class Narrowed:
    """What narrows a number, held against facts.

    Args:
        piece: the number with the words that tell what it is.
        passage: the sentence.
        number: which of its numbers.
        figures: the figures of the base.
        lexicon: its names and words.
    """

    def __init__(self, piece: Piece, passage: Passage, number: int, figures: Figures, lexicon: Lexicon) -> None:
        self._piece, self._figures, self._lexicon = piece, figures, lexicon
        self._fitting = Fitting(lexicon)
        self._phrases = tuple(phrases_of(piece))
        first, last = aside_of(passage.words, passage.amounts[number].last)
        self._aside = passage.sentence.text(first, last, passage.text)

    def lacking(self, fact: Fact) -> str:
        """Return the words of the text that narrow its number and that a fact does not bear out; empty for none."""
        if not self._phrases and not self._aside:
            return ""
        own = _own(fact, self._lexicon)
        figure = self._figures.figure_of(fact)
        for phrase in self._phrases:
            if not self._is_borne(phrase, own, figure):
                return self._typed(phrase)
        told = (stem(word) for word in fold(self._aside).split() if word not in w.LIGHT | LOOSE)
        return "" if own.stems.issuperset(told) else self._aside

    def is_part_of(self, fact: Fact) -> bool:
        """Say whether a text names by such words the part of the whole that a fact is about: in one assault."""
        own = _own(fact, self._lexicon)
        telling = [phrase for phrase in self._phrases if phrase.one or phrase.mention is None or _is_word(phrase)]
        return bool(telling) and all(self._is_in_words(phrase, own) for phrase in telling)

    def _typed(self, phrase: Phrase) -> str:
        tokens, last = self._piece.question.tokens, phrase.last
        # In attritional assaults: the words are told up to their noun.
        while phrase.role in NARROWING and last < len(tokens) and not tokens[last - 1].stop:
            if tokens[last].word in w.GRAMMAR:
                break
            last += 1
        return " ".join(token.typed for token in tokens[phrase.first : last])

    def _stems(self, phrase: Phrase) -> set[str]:
        first = phrase.mention.start if phrase.mention is not None else phrase.first
        words = (token.word for token in self._piece.question.tokens[first : phrase.last])
        return {stem(word) for word in words if word not in w.GRAMMAR and word not in ONE}

    def _is_in_words(self, phrase: Phrase, own: "_Own") -> bool:
        """Say whether a fact has the words themselves; of a single one it has to say so too."""
        return self._stems(phrase) <= own.stems and (not phrase.one or not ONE.isdisjoint(own.words))

    def _is_borne(self, phrase: Phrase, own: "_Own", figure: Figure | None) -> bool:
        if self._is_in_words(phrase, own):
            return True
        mention = phrase.mention
        if phrase.one or mention is None:
            return False
        if mention.kind == "name" and phrase.role in PLACES and self._fitting.is_place(mention):
            return self._is_about_there(mention, own, figure)
        # By bus is none of the deeds of a fact, though to bus is to bring.
        is_deed = mention.kind == "action" and phrase.role in BY
        if mention.meanings and not is_deed and self._fitting.fits_any(mention, own.ids):
            return True
        return figure is not None and figure.counts is not None and self._is_counted(phrase, mention, figure)

    def _is_counted(self, phrase: Phrase, mention: Mention, figure: Figure) -> bool:
        """Say whether what a figure counts bears out what narrows a number."""
        counts = figure.counts
        if counts is None:
            return False
        if phrase.role in BY:
            return self._is_done_by(mention, counts)
        if phrase.role in ("and", "purpose"):
            done = {m.id for m in mention.meanings if m.part == "actions"}
            loose = phrase.role == "purpose" and (not done.isdisjoint(LOOSE_ACTIONS) or mention.text in LOOSE)
            return loose or any(done & self._lexicon.isa(did) for did in counts.did)
        if self._stems(phrase) <= names_of(figure):
            return True
        fillers = [filler for slot in (*SLOTS, "of") if slot != "who" for filler in counts.fillers(slot)]
        return bool(mention.meanings) and self._fitting.fits_any(mention, [*fillers, *counts.did])

    def _is_done_by(self, mention: Mention, counts: Counts) -> bool:
        """Say whether all that a figure counts was done by those who are meant, or they are of its own nation."""
        doers = counts.fillers("who")
        nations = {self._fitting.nation_of(filler) for filler in counts.of} - {None}
        meant = {self._fitting.nation_of(m.id) for m in mention.meanings} | {mention.nation}
        return bool(nations & meant) or (bool(doers) and all(self._fitting.fits(mention, doer) for doer in doers))

    def _is_about_there(self, mention: Mention, own: "_Own", figure: Figure | None) -> bool:
        """Say whether a place of a fact or its figure lies in one that is meant, or takes it in; or they have none.

        Whose the people are does not tell where they are.
        """
        within, lexicon = self._lexicon.within, self._lexicon
        named, whose = own.ids, set[str | None]()
        if figure is not None and figure.counts is not None:
            label = read(str(figure.label), lexicon, LAST_DAY).mentions
            named = named | {m.id for each in label for m in each.meanings}
            whose = {self._fitting.nation_of(filler) for filler in figure.counts.of}
        places = {id_ for id_ in named - whose if lexicon.is_entity(id_) and lexicon.is_place(id_)}
        told = {m.id for m in mention.meanings if m.part == "entities"}
        return not places or any(one in within(other) or other in within(one) for one in told for other in places)


def tells_words(text: str, finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether the fact by which a number was said so has some words itself: home by air and rail."""
    if finding.fact is None or finding.verdict not in (claims.SAID, claims.OUTDATED):
        return False
    return {stem(word) for word in fold(text).split()} <= _own(finding.fact, lexicon).stems


def lacking(fact: Fact, narrowed: Narrowed | None) -> str:
    """Return the words of a text that narrow a number and that a fact does not bear out; empty for none."""
    return narrowed.lacking(fact) if narrowed is not None else ""


def borne_out(facts: Sequence[Fact], narrowed: Narrowed | None) -> Sequence[Fact]:
    """Return those of some facts that bear out all that narrows a number; all where none does."""
    return [fact for fact in facts if not lacking(fact, narrowed)] or facts


def is_part_named(fact: Fact, narrowed: Narrowed | None) -> bool:
    """Say whether what narrows a number names the part of the whole that a fact is about."""
    return narrowed is not None and narrowed.is_part_of(fact)


def as_narrowed(finding: Finding, narrowed: Narrowed | None) -> Finding:
    """Return a finding as it is of what a text narrows: so many were not told of as killed by drones."""
    if finding.fact is None or finding.verdict not in (claims.SAID, claims.OUTDATED):
        return finding
    without = lacking(finding.fact, narrowed)
    return (
        Finding(claims.ABSENT, finding.fact, reason=f"so many are told of, but not “{without}”") if without else finding
    )


class _Own(NamedTuple):
    """What a fact itself says: the ids of all that it names, its words, and their stems."""

    ids: frozenset[str]
    words: frozenset[str]
    stems: frozenset[str]


def _own(fact: Fact, lexicon: Lexicon) -> _Own:
    kept = lexicon.kept("narrowing")
    found: _Own | None = kept.get(fact.id)
    if found is None:
        text = f"{fact.title or ''} {fact.statement}"
        ids = {m.id for mention in read(text, lexicon, fact.reported).mentions for m in mention.meanings}
        ids |= {filler for frame in fact.events for slot in SLOTS for filler in frame.fillers(slot)}
        ids |= {frame.did for frame in fact.events} | {*fact.about, *fact.via, fact.by, *filter(None, (fact.place,))}
        words = frozenset(fold(text).split())
        found = kept[fact.id] = _Own(frozenset(ids), words, frozenset(map(stem, words)))
    return found


def _is_word(phrase: Phrase) -> bool:
    return phrase.mention is not None and phrase.mention.kind in ("word", "thing") and phrase.role in NARROWING | {"by"}
