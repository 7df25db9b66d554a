"""``nkfacts report``: one page that is whole, valid, safe, and the same every time."""

import re

import html5lib
import pytest

from tests.support.files import BASE

HTML = "{http://www.w3.org/1999/xhtml}"


def page(run, *words, **keys):
    result = run("report", "-o", "-", *words, **keys)
    assert (result.err, result.code) == ("", 0)
    return result.out


def parsed(text):
    """Return the tree of a page without a mistake of HTML."""
    return html5lib.HTMLParser(strict=True).parse(text)


def facts(tree):
    return {each.get("id"): " ".join("".join(each.itertext()).split()) for each in tree.iter(f"{HTML}article")}


def test_every_fact_stands_there_once_with_its_links(run):
    tree = parsed(page(run))
    found = facts(tree)
    assert len(found) == 16
    assert "The NIS put the dead at about 600." in found["killed-nis-2"]
    assert (
        "estimated: National Intelligence Service (South Korea) via Oh Min-su, said 30 Apr 2025 · ● 1 origin"
        in found["killed-nis-2"]
    )
    assert "revises about 300, 13 Jan 2025" in found["killed-nis-2"]
    assert "“" not in found["killed-nis-2"]
    assert "roughly 600 Yonda, 30 Apr 2025, agency" in found["killed-nis-2"]
    links = [each.get("href") for each in tree.iter(f"{HTML}a")]
    for address in re.findall(r"url: (\S+)", BASE.read_text("utf-8")):
        assert address in links
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    for address in links:
        assert address.startswith("https://") or address[1:] in ids, address


@pytest.mark.parametrize(
    ("id_", "word"),
    [
        ("killed-denied", "denied"),
        ("soldiers-plan", "planned"),
        ("killed-at-sudzha", "part"),
        ("killed-misprint", "deprecated"),
        ("killed-nis-1", "revised"),
        ("killed-gur", "headline"),
        ("killed-gur", "disputed by Ministry of Defence of Russia: 1,000 denied, 1 Jul 2025"),
        ("killed-denied", "says otherwise than Defence Intelligence of Ukraine: 900 to 1,100, 15 Jun 2025"),
        ("killed-post", "unverified pages only"),
    ],
)
def test_what_a_fact_must_not_be_read_without_stands_in_words(run, id_, word):
    assert word in facts(parsed(page(run)))[id_]


def test_the_headlines_say_who_when_and_where(run):
    tree = parsed(page(run))
    cards = {each.get("id"): "".join(each.itertext()) for each in tree.iter(f"{HTML}li") if each.get("id")}
    assert cards.keys() == {"Figure-casualties.killed", "Figure-deployment.soldiers"}
    killed = cards["Figure-casualties.killed"]
    for words in ("900 to 1,100", "Soldiers killed", "Defence Intelligence of Ukraine, 15 Jun 2025", "● 1 origin"):
        assert words in killed
    assert "Chart-casualties.killed" in {each.get("id") for each in tree.iter(f"{HTML}figure")}


def test_a_topic_and_a_day_bound_it(run):
    text = page(run, "--topic", "losses")
    assert set(facts(parsed(text))) == {
        id_ for id_ in facts(parsed(page(run))) if id_.startswith(("killed", "wounded"))
    }
    assert "<title>A fact base for the tests: Casualties</title>" in text
    # All its figures, not the main ones alone.
    assert 'id="Figure-casualties.wounded"' in text
    early = page(run, "--as-of", "2025-03")
    assert "as known on 31 Mar 2025" in early
    assert "killed-nis-2" not in early
    # What a later word revised had not been revised by then.
    assert "revised" not in facts(parsed(early))["killed-nis-1"]


def test_it_is_the_same_every_time(run):
    assert page(run) == page(run)


def test_that_of_the_shipped_facts_is_small_enough_for_a_mail(run, shipped):
    text = page(run, env=shipped)
    assert len(text.encode()) < 2_000_000
    assert text.count("<article ") > 900


def test_the_browser_may_fetch_nothing_and_run_only_what_is_its_own(run):
    text = page(run)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert text.count("<script>") == 1
    assert text.count("<style>") == 1
    assert not re.search(r' (style|on\w+|src|srcset)="', text)
    # What a browser would fetch by itself.
    assert not re.search(r"<(img|iframe|object|embed|video|audio|base)\b|@import|url\(", text)


HOSTILE = """</script><script>alert('1')</script><img src=x onerror="alert(2)">&lt; "' ]]>"""
PLACES = (
    "statement: The NIS put the dead at about 600.", "as_printed: roughly 600", "publisher: Evening Post",
    "note: Twice the number of January.", "label: Soldiers killed", "name: National Intelligence Service",
    "title: A fact base for the tests", "title: The first soldiers arrive by ship",
    "rank_reason: The page has a zero too many", "licence: MIT", "citing: Yonda", "via_site: Portal",
)  # fmt: skip
"""Keys whose texts stand in the page."""


def test_the_words_of_a_fact_file_never_become_markup(run, edited):
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    path = edited(*((each, f"{each.partition(':')[0]}: {quoted}") for each in PLACES), name="hostile.yaml")
    tree = parsed(page(run, "--data", path))
    assert len(list(tree.iter(f"{HTML}script"))) == 1
    assert list(tree.iter(f"{HTML}img")) == []
    assert not any(name.startswith("on") for each in tree.iter() for name in each.attrib)
    told = "".join(tree.itertext())
    assert told.count(HOSTILE) >= len(PLACES)


def test_an_address_with_every_sign_stays_whole(run, edited):
    address = "https://yonda.example.kr/2?a=1&copy=2#it's"
    tree = parsed(page(run, "--data", edited(("https://yonda.example.kr/2", address))))
    links = {each.get("href") for each in tree.iter(f"{HTML}a")}
    assert address in links
    assert all(link.startswith(("https://", "#")) for link in links)


def test_an_id_of_a_fact_never_takes_the_place_of_the_pages_own(run, edited):
    for name in ("filter", "words", "facts", "topic", "shown", "charts", "figures", "time-2025"):
        changed = edited(("id: sudzha-retaken", f"id: {name}"), name=f"{name}.yaml")
        tree = parsed(page(run, "--data", changed))
        ids = [each.get("id") for each in tree.iter() if each.get("id")]
        assert len(ids) == len(set(ids))
        assert name in facts(tree)


def test_where_it_goes_must_be_said(run, tmp_path):
    result = run("report")
    assert (result.out, result.code) == ("", 2)
    assert "nkfacts report -o nkfacts.html" in result.err
    path = tmp_path / "report.html"
    assert run("report", "-o", path) == ("", "", 0)
    assert path.read_text("utf-8") == page(run)


def test_nothing_is_written_where_nothing_was_known(run, tmp_path):
    result = run("report", "--as-of", "2020", "-o", tmp_path / "report.html")
    assert (result.out, result.code) == ("", 1)
    assert result.err == "nkfacts: no fact known on 2020-12-31 to tell of (try a later --as-of)\n"
    assert list(tmp_path.iterdir()) == []
    assert run("report", "--topic", "nothing", "-o", tmp_path / "report.html").code == 2


def test_a_file_that_cannot_be_written_leaves_the_old_one(run, tmp_path):
    path = tmp_path / "report.html"
    path.write_text("old", "utf-8")
    path.chmod(0o444)
    result = run("report", "-o", path)
    assert (result.out, result.code) == ("", 4)
    assert f"cannot write {path}: it is read-only" in result.err
    assert path.read_text("utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]
    for wrong in (tmp_path, tmp_path / "none" / "report.html", "/dev/full"):
        assert run("report", "-o", wrong).code == 4, wrong


def test_the_facts_that_are_read_are_not_written_over(run, file):
    before = file.read_bytes()
    result = run("report", "-o", file, "-d", file)
    assert (result.out, result.code) == ("", 4)
    assert "is not written over" in result.err
    assert file.read_bytes() == before


def test_a_link_is_followed_and_the_mode_kept(run, tmp_path):
    target, link = tmp_path / "real.html", tmp_path / "link.html"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    assert run("report", "-o", link).code == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.read_text("utf-8").startswith("<!doctype html>")
