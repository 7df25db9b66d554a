"""A chart as SVG: well-formed whatever the words, the same bytes twice, every sign told in words and inside the picture."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts.drawing import palette
from nkfacts.drawing.room import text_width
from nkfacts.drawing.svg import NARROW, WIDE, svg
from nkfacts.output.plots import chart_of, countries_of
from tests.drawing.points import plot, plots, point

SVG = "{http://www.w3.org/2000/svg}"
KILLED = [point("2025-01-01", 300, told="about 300; NIS"), point("2025-06-01", 600, told="about 600; NIS")]


def tree(made, **keys):
    return ET.fromstring(svg(made, **keys))  # noqa: S314 - our own text


def signs(root):
    """Return the groups and links that stand for points."""
    return [each for each in root if each.get("class", "").startswith("point ")]


@settings(max_examples=40, deadline=None)
@given(plots(), st.sampled_from([WIDE, NARROW]), st.sampled_from([*palette.THEMES, None]))
def test_any_plot_is_well_formed_and_says_every_point(made, size, theme):
    text = svg(made, size=size, theme=theme)
    assert text == svg(made, size=size, theme=theme)
    root = ET.fromstring(text)  # noqa: S314
    found = signs(root)
    assert len(found) == len(made.points)
    # No point has a sign outside the picture.
    for sign in found:
        disc = sign.find(f"{SVG}circle")
        assert 0 < float(disc.get("cx")) < size[0]
        assert 0 < float(disc.get("cy")) < size[1]


def test_words_of_a_fact_file_are_never_markup():
    hostile = '</title><script>alert(1)</script>" onload="x'
    made = plot(
        point("2025-01-01", 5, label=hostile, told=hostile, link=f"https://example.org/{hostile}", ends=True),
        title=hostile,
    )
    root = tree(made._replace(source=hostile, stepping=hostile))
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        "svg", "title", "desc", "style", "rect", "text", "path", "g", "a", "circle",
    }  # fmt: skip
    assert not any(name.startswith("on") for each in root.iter() for name in each.attrib)


def test_who_does_not_see_it_is_told_every_point():
    root = tree(plot(*KILLED, source="Left out: 2 in words."), name="own")
    assert root.get("role") == "img"
    title, described = root.get("aria-labelledby"), root.get("aria-describedby")
    texts = {each.get("id"): each.text for each in root if each.get("id")}
    assert texts[title] == "Soldiers lost: people, by the day of saying"
    assert texts[described] == "about 300; NIS. about 600; NIS. Left out: 2 in words."
    assert [sign.find(f"{SVG}title").text for sign in signs(root)] == ["about 300; NIS", "about 600; NIS"]


def test_colour_is_never_the_only_sign():
    root = tree(plot(*KILLED, point("2025-03-01", 400, series="UA", hollow="planned")))
    letters = [sign.find(f"{SVG}text").text for sign in signs(root)]
    assert sorted(letters) == ["K", "K", "U"]
    words = [each.text for each in root.iter(f"{SVG}text")]
    assert {"South Korea", "Ukraine", "planned"} <= set(words)


def test_it_is_light_dark_or_as_who_looks_prefers():
    made = plot(*KILLED)
    light, dark, auto = (svg(made, theme=theme) for theme in (palette.LIGHT, palette.DARK, palette.AUTO))
    assert "prefers-color-scheme:dark" in auto
    assert "@media" not in light + dark
    assert light != dark
    assert "<style>" not in svg(made, theme=None)


def test_a_range_is_a_bar_and_a_revision_a_step():
    steps = [point("2025-01-01", 100), point("2025-06-01", 200), point("2025-12-01", 400)]
    root = tree(plot(*steps, point("2025-03-01", 250, 350, series="UA"), steps=steps, stepping="NIS"))
    bars = [each for each in root.iter(f"{SVG}path") if each.get("class") == "bar"]
    # One in the legend, one in the drawing.
    assert len(bars) == 2
    (line,) = [each.get("d") for each in root if each.get("class") == "step slot0" and each.get("d").count("H") == 3]
    assert re.fullmatch(r"M[\d. ]+(H[\d.]+V[\d.]+){2}H[\d.]+", line)


@settings(max_examples=15, deadline=None)
@given(plots())
def test_no_label_covers_another(made):
    root = tree(made._replace(points=[each._replace(label="about 600, NIS") for each in made.points]))
    words = [each for each in root.iter(f"{SVG}text") if each.get("class") == "label"]
    heights = sorted((round(float(each.get("y"))), each.get("text-anchor"), float(each.get("x"))) for each in words)
    for one, other in pairwise(heights):
        assert one != other


def label_ends(root):
    """Yield the words of each point with the ends that they have in the picture, as wide as the drawing takes them."""
    for bold, group in (
        (False, root),
        *((True, each) for each in root.iter(f"{SVG}g") if each.get("class") == "headline"),
    ):
        for text in group.findall(f"{SVG}text"):
            if text.get("class") == "label":
                wide, x = text_width(text.text, 14 if bold else 11.5, bold=bold), float(text.get("x"))
                start = x - wide * {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor", "start")]
                yield text.text, start, start + wide


def test_no_label_of_a_shipped_chart_runs_off_the_picture(shipped_base):
    countries, seen = countries_of(shipped_base), 0
    for figure, _ in shipped_base.figures():
        found = chart_of(shipped_base, figure.id, countries=countries)
        for size in (WIDE, NARROW) if found.plot else ():
            for words, start, end in label_ends(tree(found.plot, size=size)):
                assert 0 <= start < end <= size[0], (figure.id, size, words)
                seen += 1
    assert seen > 300


def test_bold_words_are_taken_for_as_wide_as_the_widest_font_draws_them():
    # In DejaVu Sans Bold, the widest of the fonts that are asked for.
    assert text_width("about 10,000, NIS", 14, bold=True) > 141
    assert text_width("about 10,000, NIS", 14) > 115


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=2, max_size=7))
def test_no_sign_lies_right_on_another(days):
    made = plot(
        point("2024-10-01", 9), point("2026-02-01", 9), *(point(f"2025-01-{1 + day % 28:02}", 5) for day in days)
    )
    places = sorted(float(sign.find(f"{SVG}circle").get("cx")) for sign in signs(tree(made)))
    assert all(later - one >= 4 for one, later in pairwise(places))


def luminance(colour):
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """Return the contrast of two colours as WCAG 2.2 counts it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK])
def test_words_and_letters_have_the_contrast_of_wcag(theme):
    style = palette.css(theme)

    def colour(selector):
        return re.search(rf"(?:^|[}},]){re.escape(selector)}(?:,[^{{]*)?{{(?:fill|stroke):(#\w+)", style)[1]

    ground = colour(".plot .ground")
    assert contrast(colour(".plot text"), ground) >= 7
    assert contrast(colour(".plot .muted"), ground) >= 4.5
    for slot in range(palette.GREY + 1):
        assert contrast(colour(f".plot .slot{slot} .letter"), colour(f".plot .slot{slot} .disc")) >= 3, slot
