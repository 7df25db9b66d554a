"""A chart in the cells of a terminal."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts.drawing.cells import ASCII, LINES, drawn
from nkfacts.output.wrapping import cell_len
from tests.drawing.points import plot, plots, point


def rows(made, width=80, signs=LINES):
    return ["".join(run.text for run in row).rstrip() for row in drawn(made, width, signs=signs)]


def place(lines, sign):
    """Return the only row and column in which a sign stands."""
    found = [(number, line.index(sign)) for number, line in enumerate(lines) if sign in line]
    assert len(found) == 1, (sign, lines)
    return found[0]


@settings(max_examples=40, deadline=None)
@given(plots(), st.integers(24, 200))
def test_no_row_is_wider_than_the_terminal(made, width):
    for row in drawn(made, width):
        assert sum(cell_len(run.text) for run in row) <= width


@settings(max_examples=15, deadline=None)
@given(plots())
def test_the_signs_of_ascii_are_ascii(made):
    plain = made._replace(points=[each._replace(label="label") for each in made.points])
    assert "".join(rows(plain, signs=ASCII)).isascii()


def test_a_later_and_larger_number_stands_further_right_and_higher():
    lines = rows(plot(point("2024-12-01", 500), point("2025-12-01", 4000, series="UA")))
    (low_row, low_column), (high_row, high_column) = place(lines, "K"), place(lines, "U")
    assert high_row < low_row
    assert high_column > low_column


def test_a_number_of_a_tick_stands_in_its_row():
    lines = rows(plot(point("2025-01-01", 2000), point("2025-06-01", 4000, series="UA")))
    assert lines[place(lines, "K")[0]].startswith(" 2,000┤")
    assert lines[place(lines, "U")[0]].startswith(" 4,000┤")


def test_a_sign_on_the_line_of_another_stands_apart_from_it():
    own = [point("2025-01-01", 2000), point("2025-12-01", 4000)]
    (line,) = (each for each in rows(plot(*own, point("2025-06-01", 2000), steps=own)) if each.count("K") == 2)
    assert re.search(r" 2,000┤ *K─+ K ─+╯$", line.rstrip())


def test_a_range_is_a_bar_from_end_to_end():
    lines = rows(plot(point("2025-01-01", 1000, 3000), point("2025-06-01", 4000, series="UA")))
    top, column = place(lines, "┳")
    bottom, other = place(lines, "┻")
    assert column == other == place(lines, "K")[1]
    assert lines[top].startswith(" 3,000┤")
    assert lines[bottom].startswith(" 1,000┤")
    assert all(lines[row][column] in "┃K" for row in range(top + 1, bottom))


def test_open_ends_have_an_arrow():
    lines = rows(plot(point("2025-01-01", 2000, open="up"), point("2025-06-01", 2000, series="UA", open="down")))
    (row, column), (other, further) = place(lines, "K"), place(lines, "U")
    assert lines[row - 1][column] == "↑"
    assert lines[other + 1][further] == "↓"


def test_steps_lead_from_word_to_word():
    words = [point("2025-01-01", 1000), point("2025-06-01", 3000), point("2025-12-01", 2000)]
    lines = rows(plot(*words, steps=words))
    text = "\n".join(lines)
    assert text.count("K") == 3
    assert text.count("╯") == 1
    assert text.count("╮") == 1
    assert lines[next(n for n, line in enumerate(lines) if line.startswith(" 1,000"))].count("─") > 10


def test_the_headline_is_marked_and_labelled():
    lines = rows(plot(point("2025-01-01", 1000), point("2025-06-01", 2000, headline=True, label="about 2,000, NIS")))
    assert "▸K" in lines[place(lines, "about 2,000, NIS")[0]]


def test_a_planned_amount_has_a_small_letter():
    assert "u" in "\n".join(rows(plot(point("2025-01-01", 5, series="UA", hollow="planned"))))


def test_what_has_no_place_of_its_own_is_counted():
    crowd = [point("2025-01-01", 1000, series=series) for series in ("KR", "UA", "", "UA")]
    # Each of the first three has a place within a cell of its own; the fourth is counted where it belongs.
    assert any("X2U" in line for line in rows(plot(*crowd, point("2025-12-01", 2000))))
    # Two of one letter at one place are one sign.
    assert "\n".join(rows(plot(crowd[0], crowd[0]._replace(told="another")))).count("K") == 1
