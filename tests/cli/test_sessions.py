"""Two people at work: what they type into a shell of 80 columns, one command after another, and what they must see."""

import re
import shutil

import pytest
from rich.cells import cell_len

from tests.support.shells import Shell, prepared

COLUMNS = 80
LINK = re.compile(r"\x1b\]8;;([^\x1b]*)\x1b\\")
STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
ADDRESS = re.compile(r"[│ ]*https?://\S+")
DAY = r"\d{1,2} [A-Z][a-z]{2} \d{4}"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


@pytest.fixture
def sees(tmp_path):
    """Return a function that types a line and returns the lines seen, when the status is the one expected."""
    variables = prepared(tmp_path, NKFACTS_DATA="", TERM="xterm-256color")
    shell = Shell("bash", variables, columns=COLUMNS)
    shell.run("nkfacts get casualties.killed 2>&1")

    def sees(line, status=0):
        shown = shell.run(line)
        assert shown.code == status, shown.out
        assert_whole_links(shown.out)
        # Behind a carriage return stands what is left of a line: so does a bar go.
        lines = [STYLE.sub("", LINK.sub("", each)).rpartition("\r")[2] for each in shown.out.split("\n")[:-1]]
        wide = [each for each in lines if cell_len(each) > COLUMNS]
        assert [each for each in wide if not ADDRESS.fullmatch(each)] == []
        return lines

    yield sees
    shell.close()


def assert_whole_links(out):
    """Hold that every link is opened with the address of a page and closed on its line; an address leads to itself."""
    for line in out.splitlines():
        targets = LINK.findall(line)
        assert targets[1::2] == [""] * (len(targets) // 2), line
        assert all(re.fullmatch(r"https?://[!-~]+", target) for target in targets[::2]), line
        bare = STYLE.sub("", LINK.sub("", line))
        if targets and ADDRESS.fullmatch(bare):
            assert targets == [bare.strip("│ "), ""]


def having(lines, *words):
    """Return the line that has all the words, each a pattern, in that order; there must be one."""
    found = [line for line in lines if re.search(".*".join(words), line)]
    assert found, f"{words} stand in no line of:\n" + "\n".join(lines)
    return found[0]


def addresses(lines):
    return [line.strip("│ ") for line in lines if ADDRESS.fullmatch(line)]


def test_a_reporter_checks_a_figure_before_the_deadline(sees):
    # What is there at all? Whose number is it, and of when?
    lines = sees("nkfacts")
    assert len(lines) <= 40
    having(lines, "as of", DAY, "newest statement", DAY)
    having(lines, "about 2,000", "North Korean soldiers killed", "KR NIS", "2 Sep 2025")
    having(lines, "4,100", "wounded", "KR NIS", "30 Apr 2025", "old")
    having(lines, "do not add it to newer ones")

    # A sentence as first word is not an error message without a way on.
    lines = sees("nkfacts how many died", status=2)
    having(lines, "nkfacts ask")

    # The question of the draft, as of its day: one answer, its words, its page.
    lines = sees("nkfacts ask how many north koreans had been killed by april 2025")
    having(lines[:1], "about 600 North Korean soldiers killed", "●")
    having(lines, "estimated by", "National Intelligence Service", "30 Apr 2025")
    having(lines, "“.*600.*”", "30 Apr 2025")
    (page,) = addresses(lines)
    having(lines, "about 1,000", "Western officials", "22 Jan 2025")
    having(lines, "4,000", "Zelensky", "16 Jan 2025")

    # Is that the last word?
    lines = sees("nkfacts killed")
    assert having(lines, "▸", DAY) == having(lines, "about 2,000", "NIS", "2 Sep 2025", "old")
    having(lines, "KR NIS", "about 600 → about 2,000")
    assert addresses(lines) == []

    # What was said before, and what is not compared.
    lines = sees("nkfacts list --figure killed")
    having(lines, "about 600", "KR NIS", "30 Apr 2025", "revised")
    having(lines, "UK MoD", "24 Oct 2025", "deprecated")
    having(lines, "Kim Jong Un", "12 Dec 2025", "part")
    assert addresses(lines) == []

    # The fact itself, whole, and its page again.
    lines = sees("nkfacts show nis-2025-04-30-killed")
    having(lines, "about 600", "National Intelligence Service", "30 Apr 2025")
    assert page in addresses(lines)
    assert sees("nkfacts open nis-2025-04-30-killed --print") == [page]

    # What nobody has said is not answered, and a slip of the pen is mended.
    lines = sees("nkfacts ask how many chinese soldiers were killed", status=1)
    having(lines[:1], "no fact on that as asked")
    having(lines, "not borne out", "chinese")
    lines = sees("nkfacts kiled", status=2)
    having(lines, "did you mean", "killed")

    # For the text: the number, and nothing else, but a remark on its age.
    lines = sees("nkfacts get casualties.killed")
    assert lines[0] == "2000"
    having(lines[1:], "said on 2 Sep 2025")
    assert sees("nkfacts get casualties.killed 2> /dev/null") == ["2000"]


def test_an_analyst_compares_claimants_over_time(sees):
    # Which figures does the topic have, and under which names?
    lines = sees("nkfacts figures --topic casualties --ids")
    having(lines, "about 6,000", "Killed and wounded together", "KR NIS", "12 Feb 2026")
    assert "    casualties.total" in lines

    # All claims of it, at a glance and whole.
    lines = sees("nkfacts casualties")
    assert len(lines) <= 120
    assert sum("Killed and wounded together" in line for line in lines) == 1
    having(lines, r"\+ \d+ earlier, \d+ of one battle or unit", "nkfacts compare casualties.total --all")
    whole = sees("nkfacts list --figure casualties.total")
    listed = [line for line in whole if re.search(f"{DAY}  [●○]", line)]
    assert len(listed) == int(re.search(r"(\d+) facts$", whole[0])[1]) > 20
    having(whole, "▸", "about 6,000", "KR NIS", "12 Feb 2026")
    assert any("○" in line for line in listed)
    having(whole, "○ unverified pages only")

    # Two claimants since a day, by the day of saying, which the heading tells.
    lines = sees("nkfacts list --by nis --by uk-mod --said-since 2025-06 --ids")
    having(lines[:2], "said since")
    days = [line for line in lines if re.match(f" ?{DAY}", line)]
    assert days
    assert all(re.search(r"NIS|UK MoD", line) and re.search(r"202[56]  ", line) for line in days)
    ids = [line.strip() for line in lines if re.fullmatch(r" {4}[a-z0-9-]+", line)]
    assert len(ids) == len(days)

    # What happened then, in the order of time; what was known then.
    lines = sees("nkfacts timeline --since 2025-01 --until 2025-01 --events")
    having(lines[:1], "by the time that each is about")
    having(lines, "Jan 2025", "UA Zelensky|KR NIS|Ukraine")
    lines = sees("nkfacts get killed casualties.total --as-of 2025-01-31 2> /dev/null")
    assert [line.split()[0] for line in lines] == ["casualties.killed", "casualties.total"]
    assert lines[0].split()[1] == "4000"
    assert sees("nkfacts get killed --by nis --as-of 2025-01-31 2> /dev/null") == ["300"]

    # Why this one, and where it comes from.
    lines = sees("nkfacts why casualties.total")
    having(lines[:1], "why about 6,000")
    having(lines, "7. else the one said last wins")
    lines = sees("nkfacts trace nis-2025-04-30-killed")
    having(lines, "claimant", "National Intelligence Service")
    having(lines, "origin 1")
    assert len(addresses(lines)) >= 2

    # A table for the notebook; a claimant who said nothing of it; the base that all this is of.
    lines = sees(
        "nkfacts list --figure killed --format csv --columns reported,amount,claimant > killed.csv; cat killed.csv"
    )
    assert lines[0] == "reported,amount,claimant"
    assert '2025-09-02,"about 2,000",National Intelligence Service' in lines
    lines = sees("nkfacts get casualties.killed --by kim-jong-un", status=1)
    having(lines, "only of a part: 9")
    having(sees("nkfacts data where"), r"facts\.yaml")
    having(sees("nkfacts check"), r"no mistakes")
