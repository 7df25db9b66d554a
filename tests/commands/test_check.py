"""``nkfacts check``: the mistakes of a fact file with their places."""

import re

from tests.support.files import BASE


def test_check_of_a_good_file_counts_and_warns(run):
    result = run("check")
    assert result.code == 0
    assert result.out == f"{BASE}: 16 facts, 4 figures, 12 entities, 9 sources, 2 topics; no mistakes, 1 warning\n"
    assert re.fullmatch(rf"{BASE}:\d+:\d+: warning: killed-post: [^\n]+\n", result.err)


def test_check_of_a_bad_file_names_file_line_and_column(run, faulty):
    line = faulty.read_text("utf-8").splitlines().index("    value: three") + 1
    for words in (["check", faulty], ["check", "--data", faulty], ["--data", faulty, "check"]):
        result = run(*words)
        assert (result.out, result.code) == ("", 3)
        found = result.err.splitlines()
        assert any(one.startswith(f"{faulty}:{line}:12: killed-nis-1: 'three' is not a number") for one in found)
        assert all(re.match(rf"{faulty}:\d+:\d+: ", one) for one in found)


def test_warnings_are_one_line_a_kind_unless_each_is_asked_for(run, edited):
    pages = edited(("via_site: Portal", "via_site: Portal"), ("    kind: news\n", "    kind: unverified\n"))
    for _ in range(6):
        text = pages.read_text("utf-8")
        pages.write_text(text.replace("    kind: agency\n", "    kind: unverified\n", 1), "utf-8")
    each = run("check", pages, "--warnings")
    found = each.err.splitlines()
    assert each.code == 0
    assert len(found) > 2
    assert all(re.match(rf"{pages}:\d+:\d+: warning: ", line) for line in found)
    short = run("check", pages)
    assert (short.out, short.code) == (each.out, 0)
    kinds = short.err.splitlines()
    counts = [int(match[1]) for line in kinds if (match := re.match(rf"{pages}: (\d+) warnings: ", line))]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) + sum("warning: " in line for line in kinds) == len(found)
    assert f"{pages}: {counts[0]} warnings: the fact rests on unverified pages only (find a better page)" in kinds


def test_mistakes_come_before_warnings(run, faulty):
    found = run("check", faulty, "--warnings").err.splitlines()
    kinds = ["warning: " in line for line in found]
    assert kinds == sorted(kinds)
    assert set(kinds) == {True, False}
    assert run("check", faulty).err.splitlines() == [line for line in found if "warning: " not in line]
    severities = [problem["severity"] for problem in run("check", faulty, "-f", "json").json()]
    assert severities == sorted(severities)


def test_check_gives_its_problems_as_json_on_stdout(run, faulty):
    result = run("check", faulty, "--format", "json")
    assert (result.code, result.err) == (3, "")
    problem = next(problem for problem in result.json() if problem["id"] == "killed-nis-1")
    assert {"file", "line", "column", "id", "message", "mend", "severity"} <= problem.keys()
    assert (problem["file"], problem["column"], problem["severity"]) == (str(faulty), 12, "error")
    assert run("check", "--format", "json").code == 0


def test_check_never_uses_the_cache(run, home):
    run("check", env={"XDG_CACHE_HOME": str(home / "cache")})
    assert not (home / "cache").exists()
