"""Questions that ask for two things, with what answers each, and how right a reply is."""

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any


def judged(item: Mapping[str, Any], reply: Mapping[str, Any]) -> str:
    """Return whether a reply, as ``ask -f json`` gives it, is right, wrong, refused, or false: it must not be.

    ``parts`` are patterns of the ids of facts that answer each part, in the order asked, none for a part that nothing
    bears out; ``says`` are words of which the answer has one, ``never`` such as it may not begin with.

    Args:
        item: the question with what is expected.
        reply: the reply.
    """
    wanted = item["parts"]
    if not wanted or not all(wanted):
        return "false" if reply["answered"] else "right"
    if not reply["answered"]:
        return "refused"
    parts = reply["parts"] if len(wanted) > 1 else [reply]
    found = [part["facts"][0]["id"] for part in parts if part["facts"]]
    if len(found) != len(wanted) or not all(map(_is_one_of, found, wanted)):
        return "wrong"
    text = f"{reply['answer']['text']} {reply['answer']['words']}".lower()
    lead = (reply["answer"]["words"] or reply["answer"]["text"]).lower()
    says = not item.get("says") or any(word.lower() in text for word in item["says"])
    return "right" if says and not any(word in lead for word in item.get("never", ())) else "wrong"


def _is_one_of(id_: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(id_, pattern) for pattern in patterns)
