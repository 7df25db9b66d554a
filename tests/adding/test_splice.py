"""Splicing: comments, layout and line ends of the old file stay, whatever they are."""

from collections import Counter

import pytest

from nkfacts.adding.outline import outline
from nkfacts.errors import DataProblem
from nkfacts.model.records import Evidence, Figure, Source
from tests.support.additions import SMALL, added_only, new_fact, shipped_entries, with_added
from tests.support.files import SHIPPED


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("tail", ["", "cut"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_comments_layout_line_ends_and_the_missing_last_one_stay(tmp_path, end, tail, mark):
    text = SMALL.replace("\n", end)
    if tail:
        text = text[: text.index("# after all")].rstrip()
    old = mark + text.encode()
    new = with_added(
        tmp_path, old,
        ("facts", new_fact(topic="a", title="Two", when="2025", evidence=(Evidence(source="c-page", as_printed="y"),))),
        ("sources", Source(id="a-page", publisher="A", language="no", kind="news")),
        ("figures", Figure(id="a.dead", label="Dead", topic="a", unit="people")),
    )  # fmt: skip
    assert (b"\r\n" in new) == (end == "\r\n")
    assert b"\n" not in new.replace(b"\r\n", b"") if end == "\r\n" else b"\r" not in new
    lines = new.decode().splitlines()
    assert lines[lines.index("  a.dead:") - 1] == "figures:"
    assert lines[lines.index("    a-page:") + 2] == '        language: "no"'
    assert lines[lines.index("- id: new") - 2 :][:2] == ["  # belongs to one", ""]
    assert new.endswith((b"]", b"}")) if tail else new.endswith(b"# after all" + end.encode())
    kept = added_only(old if not tail else old + end.encode(), new)
    assert kept


def test_a_part_in_braces_cannot_be_added_to(tmp_path):
    from nkfacts.model.records import Topic

    with pytest.raises(DataProblem, match="'topics' stands in brackets or braces"):
        with_added(tmp_path, SMALL.encode(), ("topics", Topic(id="b", label="B")))


def test_outline_sees_every_record_of_the_shipped_file():
    data = SHIPPED.read_bytes()
    counts = Counter(part for part, _ in shipped_entries())
    assert counts == {part: len(block.members) for part, block in outline(data).items() if block.members}
