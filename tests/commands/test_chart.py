"""``nkfacts chart``: the points of a figure at a terminal, in a pipe, and as a file."""

import sys
from xml.etree import ElementTree as ET

import html5lib
import pytest
import resvg_py

from tests.support.commandline import one_line

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def picture(run, tmp_path):
    """Return a function that writes a chart as a file and returns its bytes; a machine without fonts can write no PNG."""

    def picture(name, *words):
        result = run("chart", "casualties.killed", "-o", tmp_path / name, *words)
        if "there is no font" in result.err:
            pytest.skip("no font on this machine")
        assert result == ("", "", 0)
        return (tmp_path / name).read_bytes()

    return picture


def test_a_pipe_gets_the_points_in_the_order_of_saying(run):
    rows = run("chart", "casualties.killed").rows()
    shown = [
        (row["reported"], row["lowest"], row["highest"], row["open"], row["letter"], row["headline"]) for row in rows
    ]
    assert shown == [
        ("2025-01-13", "300", "300", "", "K", "false"),
        ("2025-04-30", "600", "600", "", "K", "false"),
        ("2025-06-15", "900", "1100", "", "U", "true"),
        ("2025-08-01", "5000", "5000", "up", "P", "false"),
    ]
    assert all(row["url"].startswith("https://") for row in rows)


def test_a_terminal_gets_the_drawing_its_legend_and_what_is_left_out(terminal):
    shown = terminal("chart", "death toll", columns=80, NO_COLOR="1").out
    assert "Soldiers killed  casualties.killed\npeople, by the day of saying\n" in shown
    assert "▸U" in shown
    for words in (
        "K South Korea",
        "U Ukraine",
        "P North Korea",
        "p unverified",
        "↑ at least",
        "── what National Intelligence Service said last",
    ):
        assert words in shown, words
    assert "▸ 900 to 1,100  Defence Intelligence of Ukraine, 15 Jun 2025" in shown
    assert "left out: 1 denied, 1 of one battle or unit, 1 deprecated   --all" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "\x1b" not in shown


@pytest.mark.parametrize("columns", [24, 40, 60, 80, 100, 140, 300])
def test_no_line_is_wider_than_the_terminal(terminal, columns):
    shown = terminal("chart", "casualties.killed", columns=columns, NO_COLOR="1", COLUMNS=str(columns)).out
    # An id and a command are never broken.
    assert all(len(line) <= columns or "casualties.killed" in line for line in shown.splitlines())


def test_a_dumb_terminal_gets_a_drawing_in_ascii(terminal):
    shown = terminal("chart", "casualties.killed", TERM="dumb").out
    drawing = shown.partition("saying\n")[2].partition("K South Korea")[0]
    assert drawing.isascii()
    assert ">U" in drawing


def test_colour_only_underlines(terminal):
    coloured = terminal("chart", "casualties.killed", FORCE_COLOR="1").out
    assert "\x1b[1;32m▸U" in coloured


def test_all_draws_what_is_left_out_and_filters_choose(run):
    assert len(run("chart", "casualties.killed", "--all").rows()) == 7
    assert [row["id"] for row in run("chart", "casualties.killed", "--by", "ROK").rows()] == [
        "killed-nis-1",
        "killed-nis-2",
    ]
    assert [row["id"] for row in run("chart", "casualties.killed", "--status", "denied").rows()] == ["killed-denied"]
    early = run("chart", "casualties.killed", "--as-of", "2025-05", "-f", "json").json()
    assert (early["headline"], early["as_of"], early["left_out"]) == ("killed-nis-2", "2025-05-31", {})
    assert [point["id"] for point in early["points"]] == ["killed-nis-1", "killed-nis-2"]


def test_parts_are_drawn_where_there_is_no_total(run):
    found = run("chart", "casualties.killed", "--scope", "part", "-f", "json").json()
    assert [point["id"] for point in found["points"]] == ["killed-at-sudzha"]


def test_words_have_no_place_on_a_scale(run, tmp_path):
    for more in ([], ["-o", tmp_path / "shells.svg"]):
        result = run("chart", "deployment.shells", *more)
        assert result.code == 1
        assert "no number of deployment.shells to draw (1 in words)" in result.err
    assert list(tmp_path.iterdir()) == []
    assert run("chart", "deployment.shells", "-f", "json").json() == []
    assert run("chart", "deployment.shells", "--ok-empty").code == 0


def test_wrong_usage_names_the_mend(run, tmp_path):
    for words, mend in (
        (["killd"], "nkfacts figures"),
        (["casualties.killed", "-o", "killed.pdf"], "end the name with .svg, .png or .html"),
        (["casualties.killed", "-o", "svg"], "end the name with"),
        (["casualties.killed", "--theme", "dark"], "add -o FILE.svg"),
        (["casualties.killed", "--theme", "drak", "-o", tmp_path / "k.svg"], "dark"),
        (["casualties.killed", "--theme", "dark", "-o", tmp_path / "k.html"], "leave --theme out"),
    ):
        result = run("chart", *words)
        assert (result.out, result.code) == ("", 2), words
        assert mend in result.err
        assert one_line(result.err)
    assert list(tmp_path.iterdir()) == []


# Files


@pytest.mark.parametrize("form", ["svg", "png", "html"])
def test_a_file_has_the_same_bytes_every_time(picture, tmp_path, form):
    assert picture(f"one.{form}") == picture(f"two.{form.upper()}")
    assert len(list(tmp_path.iterdir())) == 2


def test_an_svg_tells_claimant_day_and_source_of_every_point(run, tmp_path):
    path = tmp_path / "killed.svg"
    run("chart", "casualties.killed", "-o", path)
    root = ET.parse(path).getroot()  # noqa: S314
    described = " ".join(root.itertext())
    assert (
        "900 to 1,100; Defence Intelligence of Ukraine (Ukraine), 15 Jun 2025; reported; headline; Institute for Peace"
        in described
    )
    assert "Left out: 1 denied, 1 of one battle or unit, 1 deprecated." in described
    assert "via Oh Min-su" in described
    links = [each.get("href") for each in root.iter("{http://www.w3.org/2000/svg}a")]
    assert "https://institute.example.org/report" in links
    assert len(links) == 4


def test_a_png_is_twice_the_size_of_the_drawing(picture):
    light, dark, auto = (picture("killed.png", "--theme", theme) for theme in ("light", "dark", "auto"))
    for data in (light, dark, auto):
        assert data[:8] == PNG
        assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (1600, 920)
    assert light == auto != dark


def test_a_machine_without_fonts_writes_no_png(run, tmp_path, monkeypatch):
    drawn = resvg_py.svg_to_bytes
    monkeypatch.setattr(resvg_py, "svg_to_bytes", lambda **words: drawn(**{**words, "skip_system_fonts": True}))
    result = run("chart", "casualties.killed", "-o", tmp_path / "killed.png")
    assert (result.out, result.code) == ("", 4)
    assert "there is no font to write the words of a PNG with (install one, or draw an .svg)" in result.err
    assert list(tmp_path.iterdir()) == []


def test_a_png_without_the_extra_names_it(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    result = run("chart", "casualties.killed", "-o", tmp_path / "killed.png")
    assert (result.out, result.code) == ("", 4)
    assert result.err == "nkfacts: a PNG needs a package that is not installed (pip install 'nkfacts[charts]')\n"
    assert list(tmp_path.iterdir()) == []


def test_a_page_is_valid_and_asks_for_nothing(run, tmp_path):
    path = tmp_path / "killed.html"
    run("chart", "casualties.killed", "-o", path)
    text = path.read_text("utf-8")
    html5lib.HTMLParser(strict=True).parse(text)
    assert "default-src 'none'" in text
    assert "<script" not in text
    for id_ in ("killed-nis-1", "killed-gur"):
        assert f'id="{id_}"' in text


def test_what_was_written_is_data_when_asked_for(run, tmp_path):
    path = tmp_path / "killed.svg"
    assert run("chart", "casualties.killed", "-o", path, "-f", "json").json() == {
        "path": str(path), "bytes": path.stat().st_size, "facts": 4,
    }  # fmt: skip


def test_a_terminal_is_told_what_was_written(terminal, tmp_path):
    path = tmp_path / "killed.svg"
    assert f"{path}: 4 facts\n" in terminal("chart", "casualties.killed", "-o", str(path), columns=200).out
