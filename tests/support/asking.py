"""Questions with what answers them, and how right a reply is. Form: benchmarks/questions/README.md."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.support.files import read_yaml

_POLARITY = {
    "yes": ("yes",),
    "no": ("no", "not confirmed", "denied"),
    "open": ("not confirmed", "neither", "open", "unconfirmed", "reported"),
    "planned": ("planned", "expected", "plan"),
}
_SEVERAL = ("list", "change", "compare")
"""Kinds of question of which any of the facts may be the wanted one."""


def questions(*files: Path) -> list[dict[str, Any]]:
    """Return the questions of some files."""
    return [item for file in files for item in read_yaml(file.read_bytes())]


def judged(item: Mapping[str, Any], reply: Mapping[str, Any]) -> str:
    """Return whether a reply, as ``ask -f json`` gives it, is right, wrong, refused, or false: it must not be.

    Args:
        item: the question with what is expected.
        reply: the reply.
    """
    expected, answered = item["expect"], bool(reply["answered"])
    if expected.get("answered") is False:
        return "false" if answered else "right"
    if not answered:
        return "refused"
    if expected.get("also") and reply["facts"][0]["id"] in expected["also"]:
        return "right"
    return "right" if all(check(item, reply) for check in (_rests_on, _says, _counts, _affirms)) else "wrong"


def scored(judgements: Iterable[tuple[Mapping[str, Any], str]]) -> str:
    """Return a line that tells how many were right, wrong and false."""
    count: Counter[str] = Counter()
    for item, verdict in judgements:
        count[f"{verdict} {_must_not(item)}"] += 1
    answerable = sum(number for name, number in count.items() if name.endswith("False"))
    others = sum(count.values()) - answerable
    return (
        f"right {count['right False']} of {answerable} ({count['right False'] / max(answerable, 1):.0%}), "
        f"wrong {count['wrong False']} ({count['wrong False'] / max(answerable, 1):.0%}); "
        f"answered and must not be {count['false True']} of {others} ({count['false True'] / max(others, 1):.0%})"
    )


def _must_not(item: Mapping[str, Any]) -> bool:
    return item["expect"].get("answered") is False


def _rests_on(item: Mapping[str, Any], reply: Mapping[str, Any]) -> bool:
    wanted, found = item["expect"].get("facts"), [fact["id"] for fact in reply["facts"]]
    if wanted and reply["understood"]["kind"] == "list" and item.get("kind") not in _SEVERAL:
        # Several facts for one question: most of them have to be wanted.
        return 2 * len(set(wanted) & set(found)) >= len(found)
    return not wanted or bool(set(wanted) & set(found if item.get("kind") in _SEVERAL else found[:1]))


def _says(item: Mapping[str, Any], reply: Mapping[str, Any]) -> bool:
    slots = item["expect"].get("slot")
    return not slots or any(str(slot).lower() in _said(reply) for slot in slots)


def _counts(item: Mapping[str, Any], reply: Mapping[str, Any]) -> bool:
    expected, answer = item["expect"], reply["answer"]
    numbers = [answer[key] for key in ("value", "low", "high")]
    wanted, unwanted = expected.get("value"), expected.get("not", [])
    wanted = wanted if isinstance(wanted, list) or wanted is None else [wanted]
    if wanted is not None and not any(value in numbers or str(value).lower() in _said(reply) for value in wanted):
        return False
    return not any(value in numbers or (isinstance(value, str) and value.lower() in _said(reply)) for value in unwanted)


def _affirms(item: Mapping[str, Any], reply: Mapping[str, Any]) -> bool:
    polarity = item["expect"].get("polarity")
    if polarity is None or (polarity == "open" and reply["against"]):
        # Where sides differ, an answer has to show both.
        return True
    said = str(reply["answer"]["words"]).partition(":")[0]
    verdicts = _POLARITY[str(polarity)]
    if any(said in words for words in _POLARITY.values()):
        return said in verdicts
    # What is not read as a question of yes or no is answered by what the fact says.
    return any(re.search(rf"\b{word}\b", _said(reply)) for word in verdicts)


def _said(reply: Mapping[str, Any]) -> str:
    return " ".join(str(value) for value in reply["answer"].values() if value is not None).lower()
