"""Answers as mappings with stable keys: the JSON contract of ``nkfacts ask``, and the steps of ``--explain``."""

from typing import Any

from nkfacts.ask.answering import Answer
from nkfacts.ask.wording import filters, refusal, sentence
from nkfacts.output.mappings import fact_record, fact_records

Mapping = dict[str, Any]


def answer_record(found: Answer) -> Mapping:
    """Return everything about an answer; the keys of ``answer`` are null when there is none."""
    question, figure = found.question, found.choice.figure
    best = found.facts[0] if found.facts else None
    amount = best if best is not None and found.kind == "how-many" else None
    return {
        "question": question.text,
        "understood": {
            "figure": figure.id if figure else None,
            "kind": found.kind,
            "filters": filters(found),
            "unmatched": [*question.unknown, *(name.text for name in question.foreign)] if not found.facts else [],
        },
        "answered": best is not None,
        "answer": {
            "text": sentence(found) or None,
            "value": amount.value if amount else None,
            "low": amount.low if amount else None,
            "high": amount.high if amount else None,
            "words": _words(found),
            "date": found.date,
            "unit": figure.unit if figure else None,
        },
        "facts": fact_records(found.base, found.facts),
    }


def _words(found: Answer) -> str | None:
    """Return an answer that is no number: a name, yes or no; an amount that is words; None for a date."""
    if found.kind == "how-many":
        return found.facts[0].words if found.facts else None
    return None if found.kind == "when" else found.brief or None


def fact_rows(found: Answer) -> list[Mapping]:
    """Return the facts used, each with the bare answer and the question."""
    return [
        {**fact_record(found.base, fact), "question": found.question.text, "answer": found.brief or None}
        for fact in found.facts
    ]


def explanation(found: Answer) -> list[Mapping]:
    """Return the steps from the words to the answer: what each was read as, the filters, and what was weighed."""
    question = found.question
    steps = [_step("word", word.text, word.role) for word in question.words]
    steps += [_step("respelt", typed, meant) for typed, meant in question.respelt]
    for role, names in (("claimant", question.claimants), ("place", question.places), ("name", question.others),
                        ("other nation", question.foreign), ("topic", question.topics)):  # fmt: skip
        steps += [_step(role, name.text, name.id) for name in names]
    steps.append(_step("kind", found.kind, ""))
    steps += [_step("filter", name, str(value)) for name, value in filters(found).items()]
    steps += [_step("candidate", each.id, each.note, each.score) for each in found.choice.candidates]
    steps.append(_step("answer", found.facts[0].id if found.facts else "", sentence(found) or refusal(found)))
    return steps


def _step(step: str, item: str, detail: str, score: float | None = None) -> Mapping:
    return {"step": step, "item": item, "detail": detail, "score": score}
