"""Answers as mappings with stable keys: the JSON contract of ``nkfacts ask``, and the steps of ``--explain``."""

from nkfacts.ask.told.answers import Answer
from nkfacts.ask.told.caveats import caveats
from nkfacts.ask.told.wording import sentence, why_not
from nkfacts.ask.understanding.times import days_of
from nkfacts.output.mappings import Mapping, fact_record, fact_records


def answer_record(found: Answer) -> Mapping:
    """Return everything about an answer; the keys of ``answer`` are null when there is none."""
    best = found.facts[0] if found.facts else None
    amount = best if best is not None and best.figure is not None else None
    figure = found.base.figure(amount.figure) if amount is not None and amount.figure else None
    if found.parts:
        return _of_parts(found)
    return {
        "question": found.question.text,
        "understood": understood(found),
        "answered": best is not None,
        "answer": {
            "text": sentence(found) or None,
            "value": amount.value if amount else None,
            "low": amount.low if amount else None,
            "high": amount.high if amount else None,
            "words": (amount.words if amount else None) or (found.brief or None if found.kind != "when" else None),
            "date": found.date,
            "unit": figure.unit if figure else None,
        },
        "reason": found.reason or None,
        "facts": fact_records(found.base, found.facts),
        "against": fact_records(found.base, found.against),
        "closest": [] if best is not None else fact_records(found.base, found.choice.closest),
        "parts": [],
        **_helping(found),
        "caveats": caveats(found),
    }


def _helping(found: Answer) -> Mapping:
    """Return what helps where there is no answer: why, and what to type instead, without which words."""
    advice = found.advice
    return {
        "why": why_not(found) or None,
        "instead": {"without": advice.without or None, "command": advice.command} if advice.command else None,
    }


def understood(found: Answer) -> Mapping:
    """Return how a question was read: every word with what bears it out, the times, and what was left out."""
    question, verdict = found.question, found.choice.verdict
    since, until = days_of(question.times)
    borne = dict(verdict.slots) if verdict else {}
    return {
        "figure": found.choice.figure.id if found.choice.figure else None,
        "kind": found.kind,
        "words": [
            {
                "word": m.text,
                "slot": borne.get(m.text) or ("missing" if m.text in found.choice.missing else m.kind),
                "role": m.role or None,
            }
            for m in question.mentions
        ],
        "left_out": list(question.light),
        "missing": list(found.choice.missing),
        "respelt": dict(question.respelt),
        "common": found.common or None,
        "since": since,
        "until": until,
        "as_of": min((time.last for time in question.times if time.known), default=None),
    }


def fact_rows(found: Answer) -> list[Mapping]:
    """Return the facts used, each with the bare answer and the question; of two things asked each with its own."""
    asked = found.question.text
    if found.facts and "\t" in found.brief:
        rows = [(part.facts[0], part.brief, part.base) for part in found.parts]
        rows += [(fact, fact.bare_amount, found.base) for fact in found.beside]
    else:
        rows = [(fact, found.brief, found.base) for fact in found.facts]
    return [fact_record(base, fact, question=asked, answer=brief or None) for fact, brief, base in rows]


def explanation(found: Answer) -> list[Mapping]:
    """Return the steps from the words to the answer: what each was read as, and what was weighed."""
    question = found.question
    if found.parts:
        parts = [step for part in found.parts for step in (_step("part", part.question.text, ""), *explanation(part))]
        whole = [_step("kind", found.kind, found.lead)]
        ids = ", ".join(fact.id for fact in found.facts)
        return [*whole, *parts, _step("whole", ids, sentence(found) or found.reason)]
    steps = [
        _step("word", m.text, ", ".join(filter(None, (m.kind, m.role, "claimant" if m.claims else ""))))
        for m in question.mentions
    ]
    steps += [
        _step("time", f"{time.first} to {time.last}", "known by" if time.known else "about") for time in question.times
    ]
    steps += [_step("respelt", typed, meant) for typed, meant in question.respelt]
    steps += [_step("common", found.common, "the same question in other words")] if found.common else []
    steps.append(_step("kind", found.kind, ", ".join(sorted(question.flags))))
    steps += [_step("candidate", id_, note, score) for id_, note, score in found.choice.weighed]
    told = found.facts if found.lead else found.facts[:1]
    steps.append(_step("answer", ", ".join(fact.id for fact in told), sentence(found) or found.reason))
    return steps


def _step(step: str, item: str, detail: str, score: float | None = None) -> Mapping:
    return {"step": step, "item": item, "detail": detail, "score": score}


def _of_parts(found: Answer) -> Mapping:
    """Return the record of an answer to two things: what they tell together, and the record of each."""
    measured = found.measured
    answered = bool(found.facts)
    words = measured.words if measured else found.brief if found.kind == "either" else None
    return {
        "question": found.question.text,
        "understood": understood(found),
        "answered": answered,
        "answer": {
            "text": sentence(found) or None,
            "value": measured.value if measured else None,
            "low": measured.low if measured else None,
            "high": measured.high if measured else None,
            "words": words or None,
            "date": found.date,
            "unit": (measured.unit or None) if measured else None,
        },
        "reason": found.reason or None,
        "facts": fact_records(found.base, found.facts),
        "against": fact_records(found.base, found.against),
        "closest": [] if answered else fact_records(found.base, found.choice.closest),
        "parts": [answer_record(part) for part in found.parts],
        **_helping(found),
        "caveats": caveats(found),
    }
