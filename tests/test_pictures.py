"""The pictures of the README: what the program shows now, with nothing from the network, and readable on their ground."""

import re
from xml.etree import ElementTree as ET

import pytest

from tests.support.files import ROOT
from tests.support.pictures import FOLDER, SCHEMES, SCREENS, WIDTH, path_of, picture

PICTURES = [(name, scheme) for name in SCREENS for scheme in SCHEMES]
LEAST_CONTRAST = 4.0
"""WCAG 2.2, 1.4.3, asks 4.5 of text, and 3 of text as large as the picture's; dimmed words stand between."""


@pytest.mark.parametrize(("name", "scheme"), PICTURES)
def test_a_picture_shows_what_the_program_shows_now(name, scheme):
    assert path_of(name, scheme).read_text(encoding="utf-8") == picture(name, scheme), (
        "python -m tests.support.pictures makes it anew"
    )


@pytest.mark.parametrize(("name", "scheme"), PICTURES)
def test_a_picture_stands_alone(name, scheme):
    text = path_of(name, scheme).read_text(encoding="utf-8")
    assert not re.search(r"@import|@font-face|\bsrc\b|href|<script|url\((?!#)", text)
    tree = ET.fromstring(text)  # noqa: S314 - our own file
    named = "{http://www.w3.org/2000/svg}"
    assert tree.findtext(f"{named}title") == SCREENS[name]
    words = "".join(tree.itertext()).replace("\xa0", " ")
    assert SCREENS[name] in words
    assert all(float(each.get("x")) + float(each.get("textLength")) <= 12 * WIDTH for each in tree.iter(f"{named}text"))


@pytest.mark.parametrize(("name", "scheme"), PICTURES)
def test_every_word_of_a_picture_can_be_read_on_its_ground(name, scheme):
    text = path_of(name, scheme).read_text(encoding="utf-8")
    ground = re.search(r'<rect [^>]* fill="(#[0-9a-f]{6})"', text)[1]
    colours = set(re.findall(r"fill: (#[0-9a-f]{6})", text))
    assert len(colours) > 2
    assert {colour: contrast(colour, ground) for colour in colours if contrast(colour, ground) < LEAST_CONTRAST} == {}


def test_the_readme_shows_every_picture_in_both_schemes():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in SCREENS:
        dark, light = (path_of(name, scheme).relative_to(ROOT) for scheme in ("dark", "light"))
        assert f'<source media="(prefers-color-scheme: dark)" srcset="{dark}">' in readme
        assert re.search(rf'<img src="{light}" alt="[^"]{{20,}}"', readme)
    assert sorted(FOLDER.iterdir()) == sorted(path_of(*each) for each in PICTURES)


def contrast(one, other):
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
