"""The layout of screens: what breaks, what stays whole, what lines up, and what reaches the terminal."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len as cells_of_rich

from nkfacts.output.lines import Field, Grid, Line, Row, checked_address, render
from nkfacts.output.terminal import Terminal
from nkfacts.output.wrapping import Bit, cell_len, wrapped
from tests.support.bases import names_of

PLAIN = Terminal(is_terminal=True, width=40, colour=False)
FULL = Terminal(is_terminal=True, width=40, colour=True, links=True)
WORDS = st.text(st.sampled_from("ab 국가정보원é-"), max_size=60)


def text_of(bits):
    return "".join(bit.text for bit in bits)


@given(WORDS, st.integers(2, 30))
def test_wrapped_words_lose_nothing_but_spaces_and_are_never_wider(text, width):
    lines = wrapped([Bit(text)], width)
    assert "".join(text_of(line) for line in lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(text_of(line)) <= width for line in lines)


@given(WORDS, WORDS, st.integers(2, 30))
def test_where_a_text_breaks_does_not_depend_on_its_styles(first, second, width):
    plain = wrapped([Bit(first + second)], width)
    styled = wrapped([Bit(first, "bold"), Bit(second, "dim")], width)
    assert [text_of(line) for line in plain] == [text_of(line) for line in styled]


def test_what_is_whole_is_never_broken_between_characters():
    id_ = "nis-2025-04-30-killed"
    assert [text_of(line) for line in wrapped([Bit("see "), Bit(id_, whole=True)], 10)] == ["see", id_]
    command = Bit("nkfacts why killed", whole=True)
    assert [text_of(line) for line in wrapped([Bit("then "), command], 20)] == ["then", "nkfacts why killed"]
    assert [text_of(line) for line in wrapped([command], 12)] == ["nkfacts why", "killed"]


@pytest.mark.parametrize("part", ["entities", "figures", "topics"])
def test_the_width_of_a_name_is_that_which_rich_knows(part):
    for _, name in names_of(part):
        assert cell_len(name) == cells_of_rich(name), name


FIELDS = (Field(gap=0, right=True), Field(least=6), Field(), Field(optional=True), Field(least=4, sinks=1))


def grid(*rows):
    return Grid(FIELDS, [Row([[Bit(cell)] if cell else [] for cell in row]) for row in rows])


def test_grids_with_the_same_fields_line_up_and_wide_characters_with_them():
    shown = render(
        [grid(("7", "국가정보원", "x", "", "")), Line(), grid(("1,000", "NIS", "x", "", ""))], PLAIN
    ).splitlines()
    assert shown == ["    7  국가정보원  x", "", "1,000  NIS         x"]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (40, ["1  some words  x  an-id  part"]),
        (24, ["1  some words  x  part"]),
        (19, ["1  some     x  part", "   words"]),
        (14, ["1  some      x", "   words", "   part"]),
        (11, ["1  some", " words  x", " part"]),
    ],
)
def test_a_row_breaks_its_words_before_it_lets_go_of_its_columns(width, lines):
    row = grid(("1", "some words", "x", "an-id", "part"))
    assert render([row], PLAIN._replace(width=width)).splitlines() == lines


def test_a_word_is_broken_only_where_no_field_can_go_below():
    fields = (Field(gap=0, least=5), Field(least=12), Field(least=4, most=24), Field(), Field(least=8, sinks=1))
    row = Row(
        [[Bit(words)] for words in ("until 30 Apr 2025", "missiles for Russia", "Ukr. intelligence", "●●●●", "revised")]
    )
    shown = render([Grid(fields, [row])], PLAIN).splitlines()
    assert any(line.endswith("intelligence") for line in shown)
    # What went below stands under the words and not under the day.
    (below,) = [line for line in shown if "revised" in line]
    assert below.index("revised") == shown[0].index("missiles")


def test_what_stands_at_the_right_goes_below_where_there_is_no_room():
    line = Line([Bit("Casualties")], [Bit("newest 26 Apr 2026")])
    assert render([line], PLAIN) == f"Casualties{' ' * 12}newest 26 Apr 2026\n"
    assert render([line], PLAIN._replace(width=20)) == "Casualties\nnewest 26 Apr 2026\n"


def test_colour_and_links_only_where_the_terminal_has_them():
    line = Line([Bit("NIS", "bold", "https://x.example/1"), Bit(" said")])
    assert render([line], PLAIN) == "NIS said\n"
    assert render([line], FULL) == "\x1b]8;;https://x.example/1\x1b\\\x1b[1mNIS\x1b[0m\x1b]8;;\x1b\\ said\n"
    assert render([line], FULL._replace(links=False)) == "\x1b[1mNIS\x1b[0m said\n"


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "https://x.example/\x1b]8;;", "https://x.example/a b", "", None, "x"],
)
def test_only_the_address_of_a_page_becomes_a_link(url):
    assert checked_address(url) is None
    assert "\x1b]8" not in render([Line([Bit("x", "", url)])], FULL)


def test_an_address_in_other_signs_is_written_in_those_of_links():
    assert checked_address("https://x.example/북한") == "https://x.example/%EB%B6%81%ED%95%9C"


@given(st.text(max_size=30))
def test_no_text_brings_its_own_signs(text):
    shown = re.sub(r"\x1b\[[0-9;]*m", "", render([Line([Bit(text, "bold")])], FULL))
    assert "\x1b" not in shown
    assert "\x07" not in shown
