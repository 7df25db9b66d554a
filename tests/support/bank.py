"""The bank of questions, and their score by kind. Usage: python -m tests.support.bank [--failed] [FILE...]"""

import sys
from collections import Counter
from pathlib import Path

import yaml

import nkfacts
from nkfacts.ask.answering import answer
from tests.support.files import ROOT

FOLDER = ROOT / "tests" / "questions"


def questions(paths=()):
    """Return the questions of the files, or of the whole bank."""
    files = [Path(path) for path in paths] or sorted(FOLDER.glob("*.yaml"))
    return [question for file in files for question in yaml.safe_load(file.read_text(encoding="utf-8"))]


def kind_of(question):
    """Return the kind under which a question is scored."""
    return "refused" if "refused" in question else question["kind"]


def fault(question, base):
    """Return what is wrong with the answer to a question of the bank; nothing when it is right."""
    found = answer(question["ask"], base)
    ids = [fact.id for fact in found.facts]
    if "refused" in question:
        return f"answered with {ids[0]}" if ids else ""
    if not ids:
        return "refused"
    if "any" in question:
        is_right = ids[0] in question["any"]
    elif question["kind"] in ("what", "list"):
        is_right = set(question.get("facts", ())) <= set(ids)
    else:
        is_right = ids[:1] == question.get("facts", ids)[:1]
    if not is_right:
        return f"answered with {ids[0]}"
    if found.kind != question["kind"]:
        return f"read as {found.kind}"
    if question.get("brief") is not None and found.brief != str(question["brief"]):
        return f"answered {found.brief!r}"
    return ""


def main(arguments):
    """Print the score by kind, and with --failed the questions that fail."""
    base = nkfacts.load()
    asked, right = Counter(), Counter()
    for question in questions([argument for argument in arguments if argument != "--failed"]):
        wrong = fault(question, base)
        asked[kind_of(question)] += 1
        right[kind_of(question)] += not wrong
        if wrong and "--failed" in arguments:
            print(f"[{kind_of(question)}] {question['ask']}: {wrong}")
    for kind, number in sorted(asked.items()):
        print(f"{kind}: {right[kind]} of {number}")
    print(f"all: {right.total()} of {asked.total()}")


if __name__ == "__main__":
    main(sys.argv[1:])
