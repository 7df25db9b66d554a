"""How right ask is on questions with known answers, and the weights of its evidence learned from them.

Usage: python benchmarks/asking.py score [FILE…]
       python benchmarks/asking.py fit [FILE…]
       python benchmarks/asking.py fit-common [FILE…]

Without FILE the questions are those of benchmarks/questions; nothing is learned from those that only measure.
``fit`` needs scikit-learn; it prints the table of src/nkfacts/ask/weighing/chance.py, and first how right the answers are at
several thresholds on questions that the weights were not learned from (five folds). ``fit-common`` does so for
src/nkfacts/ask/common/common_chance.py.
"""

import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import nkfacts  # noqa: E402
from nkfacts.ask.answering import answer  # noqa: E402
from nkfacts.ask.common.common import common_questions  # noqa: E402
from nkfacts.ask.common.common_evidence import Common  # noqa: E402
from nkfacts.ask.common.commonly import answer_commonly  # noqa: E402
from nkfacts.ask.gate.candidates import facts_about, likeness  # noqa: E402
from nkfacts.ask.one.single import answer_one  # noqa: E402
from nkfacts.ask.shown.records import answer_record  # noqa: E402
from nkfacts.ask.terms.lexicon import Lexicon  # noqa: E402
from nkfacts.ask.told.answers import Answer, answer_from  # noqa: E402
from nkfacts.ask.weighing.alike import Alike  # noqa: E402
from nkfacts.ask.weighing.choosing import Choice, choice_of  # noqa: E402
from nkfacts.ask.weighing.weighing import RULING_OUT, Weighed, weigh  # noqa: E402
from tests.support.asking import judged, questions, scored  # noqa: E402

ONLY_MEASURING = tuple(f"{name}.yaml" for name in (*"ijklmnotuwxyz", *(f"a{letter}" for letter in "abcdefghijklm")))
"""Files of questions that no weight is learned from."""

FOLDS = 5
SEED = 11
THRESHOLDS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
SELECTING, KEEPING = 0.025, 0.1
"""How freely weights are chosen (L1) and how freely those that were chosen may grow (L2), as scikit-learn's C."""

LEAST_SEEN = 20
"""How many candidates must have a piece of evidence for it to be weighed."""


class Judged(NamedTuple):
    """A question, whether it must not be answered, and its candidates, each with whether it would be right."""

    must_not: bool
    candidates: list[tuple[Weighed | Common, str]]


def main(command: str, *names: str) -> None:
    """Score or fit on files of questions."""
    files = [Path(name) for name in names] or sorted((ROOT / "benchmarks" / "questions").glob("*.yaml"))
    if command != "score" and not names:
        files = [file for file in files if file.name not in ONLY_MEASURING]
    base = nkfacts.load(str(ROOT / "data" / "facts.yaml"))
    lexicon = Lexicon(base.known)
    if command == "score":
        for file in files:
            replies = [
                (item, judged(item, answer_record(answer(item["q"], base, lexicon)))) for item in questions(file)
            ]
            print(f"{file.name}: {scored(replies)}")
        return
    if command == "fit-common":
        fit([found for item in questions(*files) if (found := asked_commonly(item, base, lexicon)) is not None])
        return
    items = [*questions(*files), *turned(base)]
    fit([candidates for item in items if (candidates := weighed(item, base, lexicon)) is not None])


def weighed(item: dict[str, Any], base: nkfacts.Base, lexicon: Lexicon) -> Judged | None:
    """Return a question's candidates with what each as the answer would be; None where none is weighed."""
    found = answer_one(item["q"], base, lexicon)
    if not found.choice.weighed:
        return None
    candidates = weigh(found.question, found.base, lexicon, facts_about(found.question, found.base, lexicon))
    if "of" in item:
        # What it was made of would speak for it as no question does that a person asks.
        near = Alike(found.question, found.base, lexicon).evidence([each.found for each in candidates], item["of"])
        candidates = [
            each._replace(told=each.told | told | {"like": _likeness(each, found, item["of"])})
            for each, told in zip(candidates, near, strict=True)
        ]
    replies = [answer_record(answer_from(found.question, choice_of(each), found.base, lexicon)) for each in candidates]
    return Judged(
        item["expect"].get("answered") is False,
        [(each, judged(item, reply)) for each, reply in zip(candidates, replies, strict=True)],
    )


def asked_commonly(item: dict[str, Any], base: nkfacts.Base, lexicon: Lexicon) -> Judged | None:
    """Return a question with the common ones that it may be and what each as the answer would be; None for none.

    Those are left out that ask for something else whatever speaks for them.
    """
    found = answer_one(item["q"], base, lexicon)
    question, base = found.question, found.base
    if not question.mentions:
        return None
    candidates = [each for each in common_questions(question, base, lexicon) if not each.is_ruled_out]
    replies = [answer_record(answer_commonly(each, question, Choice(), base, lexicon)) for each in candidates]
    verdicts = [judged(item, reply) for reply in replies]
    return Judged(item["expect"].get("answered") is False, list(zip(candidates, verdicts, strict=True)))


def _likeness(weighed: Weighed, found: Answer, source: str) -> float:
    figure, fact = weighed.found.figure, weighed.found.facts[0]
    asked = figure.asked if figure is not None else fact.asked
    return likeness(found.question, tuple(question for question in asked if question != source))


def turned(base: nkfacts.Base) -> list[dict[str, Any]]:
    """Return questions that no fact answers: of those that the fact file has, with one thing made another.

    The first question of a figure is left to the tests.
    """
    asked = [question for counted in base.figures() for question in counted.record.asked[1:]]
    asked += [fact.asked[0] for fact in base.facts() if fact.asked][::2]
    draw = random.Random(SEED)  # noqa: S311 - the same each time is wanted
    made = {draw.choice(TURNS)(question, draw): question for question in asked}
    return [
        {"q": question, "expect": {"answered": False}, "of": source}
        for question, source in sorted(made.items())
        if question and question not in asked
    ]


def _other_nation(question: str, draw: random.Random) -> str:
    if "North Korean" not in question:
        return ""
    return question.replace(
        "North Korean", draw.choice(("South Korean", "Chinese", "Iranian", "Belarusian", "Ukrainian"))
    )


def _other_place(question: str, draw: random.Random) -> str:
    place = draw.choice(("in Syria", "in Vietnam", "in Gaza", "in Mali", "at sea", "in Japan", "in Paris", "in orbit"))
    return f"{question.rstrip('?')} {place}?"


def _other_rate(question: str, draw: random.Random) -> str:
    if not question.startswith("How many"):
        return ""
    return f"{question.rstrip('?')} {draw.choice(('per hour', 'a minute', 'per soldier', 'each night'))}?"


def _other_measure(question: str, draw: random.Random) -> str:
    if not question.startswith("How many"):
        return ""
    return draw.choice(("What percentage of", "What share of", "How many kilograms of")) + question[8:]


TURNS = (_other_nation, _other_nation, _other_place, _other_rate, _other_measure)


def fit(rows: list[Judged]) -> None:
    """Print how right the answers would be, and the weights."""
    names = _names(rows)
    parts = [[row for place, row in enumerate(rows) if place % FOLDS == fold] for fold in range(FOLDS)]
    chances = []
    for fold, part in enumerate(parts):
        model = _model([row for other, each in enumerate(parts) if other != fold for row in each], names)
        chances += [(row, _chances(model, row, names)) for row in part]
    for threshold in THRESHOLDS:
        print(f"# {threshold}: {_outcome(chances, threshold)}")
    weights, before = _weights(_model(rows, names))
    print(f"_BEFORE = {before:.2f}\nWEIGHTS = {{")
    for name, weight in sorted(zip(names, weights, strict=True)):
        print(f'    "{name}": {weight:.2f},')
    print("}")


def _names(rows: list[Judged]) -> list[str]:
    """Return the evidence that tells something, chosen by a regression that gives the rest no weight."""
    seen = Counter(name for row in rows for each, _ in row.candidates for name, value in each.told.items() if value)
    # What always stands together is weighed once, by the shorter name.
    names = sorted({_column(rows, name): name for name in sorted(_often(seen), key=lambda name: -len(name))}.values())
    weights, _ = _weights(_model(rows, names, selecting=True))
    return [name for name, weight in zip(names, weights, strict=True) if weight]


def _often(seen: Counter[str]) -> list[str]:
    return [name for name, number in seen.items() if number >= LEAST_SEEN and name not in RULING_OUT]


def _column(rows: list[Judged], name: str) -> tuple[float, ...]:
    return tuple(each.told.get(name, 0.0) for row in rows for each, _ in row.candidates)


def _model(rows: list[Judged], names: list[str], *, selecting: bool = False) -> Any:
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    told = [_vector(each, names) for row in rows for each, _ in row.candidates]
    right = [verdict == "right" and not row.must_not for row in rows for _, verdict in row.candidates]
    regression = (
        LogisticRegression(l1_ratio=1, solver="liblinear", C=SELECTING, max_iter=300)
        if selecting
        else LogisticRegression(C=KEEPING, max_iter=5000)
    )
    return make_pipeline(StandardScaler(), regression).fit(told, right)


def _vector(weighed: Weighed | Common, names: list[str]) -> list[float]:
    return [weighed.told.get(name, 0.0) for name in names]


def _chances(model: Any, row: Judged, names: list[str]) -> list[float]:
    if not row.candidates:
        return []
    return list(model.predict_proba([_vector(each, names) for each, _ in row.candidates])[:, 1])


def _outcome(chances: list[tuple[Judged, list[float]]], threshold: float) -> str:
    told: list[tuple[dict[str, Any], str]] = []
    for row, each in chances:
        best = max(range(len(each)), key=each.__getitem__, default=None)
        answered = best is not None and each[best] >= threshold and not row.candidates[best][0].is_ruled_out
        verdict = row.candidates[best][1] if answered and best is not None else "right" if row.must_not else "refused"
        told.append(({"expect": {"answered": not row.must_not}}, verdict))
    return scored(told)


def _weights(model: Any) -> tuple[list[float], float]:
    scaler, regression = model[0], model[-1]
    weights = regression.coef_[0] / scaler.scale_
    return list(weights), float(regression.intercept_[0] - (scaler.mean_ * weights).sum())


if __name__ == "__main__":
    if sys.argv[1:2] not in (["score"], ["fit"], ["fit-common"]):
        sys.exit(__doc__)
    main(*sys.argv[1:])
