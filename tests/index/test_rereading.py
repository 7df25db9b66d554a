"""After an edit only what changed is read, and what comes of it is what a reading of the whole file gives."""

import contextlib
import os
import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nkfacts
from nkfacts.errors import DataProblem
from nkfacts.index import cache, rereading
from nkfacts.reading import stretches
from nkfacts.reading.stretches import stretches_of
from tests.support.bases import FRAMED, spliced
from tests.support.files import BASE, SHIPPED

TEXT = BASE.read_text("utf-8")
TEXTS = (TEXT, spliced(FRAMED))
ODD_LINES = (
    "", "  ", "# a comment", "  # one further in", "facts:", "figures:", "notes: x", 'updated: "2024-01-01"',
    "topics: {}", "  - id: another", "    note: |", "    note: >-", "      more text", '    note: "begun', 'ended"',
    "'", "- id: x", "---", "...", "%YAML 1.1", "\tx: y", "  kim:", "    tags: [a,", "    b]", "{", "}", "  ? x", "  : y",
    "    statement: \u2028 x", "\ufeff", '    when: "2999-01-01"', '    reported: "2025-06-01"',
)  # fmt: skip
"""Lines that look like others, begin what has no end, or end what was not begun."""


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Return where the fact file is, of which what is read is kept however small it is, in stretches of few records."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(rereading, "WORTH", 0)
    monkeypatch.setattr(stretches, "RECORDS", 2)
    return tmp_path / "facts.yaml"


@pytest.fixture
def read(monkeypatch):
    """Return how many stretches are read, each time that others are taken over."""
    numbers = []
    real = rereading.put_together

    def counting(base, sources):
        numbers.append(sum(source.schema == "fresh" for source in sources))
        return real(base, sources)

    monkeypatch.setattr(rereading, "put_together", counting)
    return numbers


def found(path, *, use_cache=True):
    """Return every row of the index of a file, or the mistakes that it has."""
    try:
        base = nkfacts.load(str(path), use_cache=use_cache)
    except DataProblem as fault:
        return [repr(problem) for problem in fault.problems], str(fault)
    connection = base.known.connection
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    rows = {
        name: [tuple(row) for row in connection.execute(f"SELECT * FROM {name}")] for name in names if name != "origin"
    }
    base.close()
    return rows


def after(path, before, now):
    """Return what is found in a file after it was changed."""
    path.write_text(before, "utf-8")
    with contextlib.suppress(DataProblem):
        nkfacts.load(str(path)).close()
    path.write_text(now, "utf-8")
    return found(path)


def anew(path):
    return found(path, use_cache=False)


@st.composite
def edited(draw):
    """Return a fact file and the same after a few edits, most of which leave it faulty."""
    text = draw(st.sampled_from(TEXTS))
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        way = draw(st.sampled_from(("drop", "insert", "repeat", "move", "sign", "value", "indent")))
        if way == "drop":
            del lines[at : at + draw(st.integers(1, 6))]
        elif way == "insert":
            lines[at:at] = [draw(st.sampled_from(ODD_LINES))]
        elif way in ("repeat", "move"):
            taken = lines[at : at + draw(st.integers(1, 12))]
            if way == "move":
                del lines[at : at + len(taken)]
            to = draw(st.integers(0, len(lines)))
            lines[to:to] = taken
        elif way == "indent":
            lines[at] = draw(st.sampled_from((f"  {lines[at]}", lines[at].lstrip(), lines[at][1:])))
        elif way == "value":
            key, colon, _ = lines[at].partition(":")
            lines[at] = f"{key}{colon} {draw(st.sampled_from(('x', '300', 'no', '[]', 'killed-nis-2')))}"
        else:
            place = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:place] + draw(st.sampled_from("\"'#:-[]{}|>&*!\r\x85")) + lines[at][place:]
        lines = lines or [""]
    return text, "\n".join(lines)


@settings(
    deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(edited())
def test_what_an_edit_leaves_is_what_the_whole_file_gives(place, texts):
    before, now = texts
    assert after(place, before, now) == anew(place)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 300", "value: 301"),
        ("  - id: wounded-nis", "  # a comment\n\n  - id: wounded-nis"),
        ("updated: ", "# of this day\nupdated: "),
        ("\nfacts:\n", "\nfacts:   # all of them\n"),
        ("\n", "\n\n\n"),
    ],
)
def test_of_a_file_that_changed_in_one_place_little_is_read(place, read, old, new):
    assert old in TEXT
    assert after(place, TEXT, TEXT.replace(old, new, 1)) == anew(place)
    assert len(read) == 1
    assert max(read) < len(stretches_of(TEXT.encode())) * 0.7


def test_one_edit_after_another_is_read_for_itself(place, read):
    text = TEXT
    place.write_text(text, "utf-8")
    found(place)
    for number in range(3):
        text = text.replace("\nfacts:\n", f"\nfacts:\n  # edit {number}\n", 1).replace(
            "value: 300", f"value: 30{number}"
        )
        place.write_text(text, "utf-8")
        assert found(place) == anew(place)
    assert len(read) == 3


def test_after_a_mistake_what_was_read_before_it_is_used(place, read):
    place.write_text(TEXT, "utf-8")
    found(place)
    place.write_text(TEXT.replace("value: 300", "value: no", 1), "utf-8")
    assert found(place) == anew(place)
    place.write_text(TEXT.replace("value: 300", "value: 310", 1), "utf-8")
    assert found(place) == anew(place)
    assert len(read) == 1


def test_what_was_ahead_of_its_time_is_told_when_the_clock_is_set_back(place, monkeypatch):
    monkeypatch.setattr("nkfacts.model.dates.today", lambda: "2030-01-01")
    late = TEXT.replace('reported: "2025-10-01"', 'reported: "2029-10-01"')
    assert late != TEXT
    place.write_text(late, "utf-8")
    assert isinstance(found(place), dict)
    monkeypatch.setattr("nkfacts.model.dates.today", lambda: "2026-01-01")
    place.write_text(late.replace("value: 300", "value: 301", 1), "utf-8")
    assert isinstance(found(place), tuple)
    assert found(place) == anew(place)


@pytest.mark.parametrize("damage", ["byte", "version", "table", "link", "gone"])
def test_what_is_damaged_is_not_used(place, read, damage, monkeypatch, tmp_path):
    place.write_text(TEXT, "utf-8")
    found(place)
    kept = cache.piece_path(str(place), "read")
    if damage == "byte":
        with open(kept, "r+b") as stream:
            stream.seek(5000)
            stream.write(b"\xff")
    elif damage == "version":
        monkeypatch.setattr(rereading, "__version__", "0.0.0")
    elif damage == "table":
        with sqlite3.connect(kept) as connection:
            connection.execute("DROP TABLE read_on")
    elif damage == "link":
        os.rename(kept, tmp_path / "elsewhere")
        os.symlink(tmp_path / "elsewhere", kept)
    else:
        os.unlink(kept)
    place.write_text(TEXT.replace("value: 300", "value: 301", 1), "utf-8")
    assert found(place) == anew(place)
    assert read == []


@pytest.mark.parametrize(("bound", "size"), [("WORTH", 100_000), ("MOST", 10_000)])
def test_nothing_of_a_small_or_large_file_is_kept_but_its_index(place, monkeypatch, bound, size):
    monkeypatch.setattr(rereading, bound, size)
    place.write_text(TEXT, "utf-8")
    found(place)
    assert [index for index, _, _ in cache.kept_indexes()] == [cache.index_path(str(place))]


def test_what_a_killed_process_leaves_is_swept(place, monkeypatch):
    place.write_text(TEXT, "utf-8")
    found(place)
    left = []
    real = rereading.put_together

    def looking(base, sources):
        left.extend(os.listdir(os.path.dirname(cache.index_path(str(place)))))
        return real(base, sources)

    monkeypatch.setattr(rereading, "put_together", looking)
    place.write_text(TEXT.replace("value: 300", "value: 301", 1), "utf-8")
    found(place)
    kept = {os.path.basename(index) for index, _, _ in cache.kept_indexes()}
    assert len(kept) == 2
    assert len(set(left) - kept) == 3
    assert all(name.endswith(".tmp") for name in set(left) - kept)


def test_a_file_alone_and_in_a_folder_is_kept_for_both(place):
    place.write_text(TEXT, "utf-8")
    assert found(place) == found(place.parent)
    place.write_text(TEXT.replace("value: 300", "value: 301", 1), "utf-8")
    assert found(place) == anew(place) == found(place.parent)


# Stretches


@pytest.mark.parametrize("text", [*TEXTS, TEXT.replace("\n", "\r\n"), f"# begun\n\n{TEXT}"])
def test_stretches_are_all_of_a_file(text):
    data = text.encode()
    found = stretches_of(data)
    assert b"".join(data[each.place] for each in found) == data
    lines = data.split(b"\n")
    assert all(lines[each.first - 1] == data[each.place].split(b"\n")[0] for each in found)
    assert len(found) > 5


@pytest.mark.parametrize(
    "text", ["", "x", "- a\n", "'a': b\n", "{a: b}\n", "a: b\r", "a: \x85b\n", "a: b\n---\nc: d\n", "? a\n: b\n"]
)
def test_what_cannot_be_cut_is_one_stretch(text):
    assert [each.part for each in stretches_of(text.encode())] == [""]


def test_an_edit_moves_no_stretch_but_its_own():
    data = SHIPPED.read_bytes()
    at = data.index(b"\n  - id: ", len(data) // 2)
    others = {each.digest for each in stretches_of(data)}
    now = stretches_of(data[:at] + b"\n  - id: new\n    figure: x\n" + data[at:])
    assert sum(each.digest not in others for each in now) <= 2
    assert len(now) > 100
