"""Reading YAML as events: hostile files end quickly, mistakes keep their places, nothing else is ever raised."""

import copy
import json
import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nkfacts.errors import DataProblem
from nkfacts.reading.yaml_events import MAX_DEPTH, MAX_SCALAR
from tests.support.bases import TREE, compiled, fact, spliced
from tests.support.files import BASE, MINIMAL


def problems_of(text):
    with pytest.raises(DataProblem) as caught:
        compiled(text)
    return caught.value.problems


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "], ids=["list", "mapping", "block", "key"])
def test_two_hundred_thousand_levels_are_refused_at_once(opening):
    before = time.process_time()
    problems = problems_of("format: " + ("\n" if opening in "- ? " else "") + opening * 200_000)
    assert time.process_time() - before < 5
    assert "levels deep" in problems[0].message or "not YAML" in problems[0].message
    assert len(problems) <= 10


def test_depth_is_counted_from_the_root():
    shallow = spliced("facts:\n" + fact("a", about="[" * (MAX_DEPTH - 4) + "]" * (MAX_DEPTH - 4)))
    assert all("levels" not in problem.message for problem in problems_of(shallow))
    deep = spliced("facts:\n" + fact("a", about="[" * MAX_DEPTH + "]" * MAX_DEPTH))
    assert [p.message for p in problems_of(deep) if "levels" in p.message] == ["nested more than 32 levels deep"]


def test_a_bomb_of_aliases_does_not_go_off():
    lines = ["description: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"k{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    problems = problems_of(spliced("\n".join(lines) + "\n"))
    assert sum("alias" in problem.message for problem in problems) == 29 * 9
    assert sum("anchor" in problem.message for problem in problems) == 30


def test_an_alias_of_itself_is_refused():
    assert any("alias" in p.message for p in problems_of(spliced("topics: &topics\n  casualties: *topics\n")))


def test_five_mistakes_give_five_problems_in_the_order_of_the_file():
    text = spliced(
        "entities:\n"
        "  nis:\n"
        "    name: Intelligence Service\n"
        "    kind: organization\n"  # 4:11
        "sources:\n"
        '  page: {publisher: Yonda, language: en, kind: agency, url: "ftp://x.example"}\n'  # 6:61
        "facts:\n"
        + fact("a", value="no", by="nis", valeu=1)  # 12:12, 17:5
        + "    by: nis\n"  # 18:5
    )
    problems = problems_of(text)
    errors = [problem for problem in problems if problem.severity == "error"]
    assert [(p.line, p.column) for p in errors] == [(4, 11), (6, 61), (11, 12), (16, 5), (17, 5)]
    lines = text.splitlines()
    assert [lines[p.line - 1][p.column - 1 :].split()[0] for p in errors] == [
        "organization", '"ftp://x.example"}', "no", "valeu:", "by:",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["utf-8-sig", "crlf", "json"])
def test_other_ways_of_saving_the_file_are_read_the_same(form):
    text = BASE.read_text(encoding="utf-8")
    content = {
        "utf-8-sig": lambda: text.encode("utf-8-sig"),
        "crlf": lambda: text.replace("\n", "\r\n").encode(),
        # Written by a program: numbers bare, all else in quotes.
        "json": lambda: dumped(TREE).encode(),
    }[form]()
    base, _ = compiled(content)
    plain, _ = compiled(text)
    try:
        assert base.facts() == plain.facts()
        assert base.header == plain.header
    finally:
        base.close()
        plain.close()


def test_the_longest_value_is_read_and_one_character_more_is_not():
    def messages(length):
        return [p.message for p in problems_of(spliced("facts:\n" + fact("a", note="x" * length)))]

    assert messages(MAX_SCALAR) == [f"the text has {MAX_SCALAR} characters"]
    assert messages(MAX_SCALAR + 1) == [f"a value of {MAX_SCALAR + 1:,} characters"]


def test_an_unquoted_date_and_a_quoted_one_are_the_same():
    quoted, _ = compiled(spliced("facts:\n" + fact("a", reported='"2025-01-02"')))
    bare, _ = compiled(spliced("facts:\n" + fact("a", reported="2025-01-02")))
    assert quoted.fact("a") == bare.fact("a")
    quoted.close()
    bare.close()


@pytest.mark.parametrize("nothing", ["null", "~", ""])
def test_nothing_is_a_key_left_out(nothing):
    base, _ = compiled(spliced("facts:\n" + fact("a", note=nothing, about=nothing, place=nothing)))
    assert base.fact("a").note is None
    assert base.fact("a").about == ()
    base.close()


def test_a_quoted_null_is_text():
    base, _ = compiled(spliced("facts:\n" + fact("a", note='"null"')))
    assert base.fact("a").note == "null"
    base.close()


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200) | st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,? \n\t", max_size=80).map(str.encode))
def test_any_bytes_are_a_data_problem(content):
    problems = problems_of(content)
    assert problems
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=3))
def test_any_change_of_bytes_is_read_or_reported_inside_the_file(position, put):
    content = MINIMAL.read_bytes()
    position %= len(content)
    check_or_report(content[:position] + put + content[position + len(put) :])


# One node of base.yaml changed


def dumped(tree):
    """Write a tree of strings, lists and dictionaries as JSON, numbers without quotes."""

    def lines(node, depth=0):
        pad = " " * depth
        if isinstance(node, Pairs | dict):
            pairs = node.pairs if isinstance(node, Pairs) else node.items()
            inner = ",\n".join(f"{pad} {json.dumps(k, ensure_ascii=False)}: {lines(v, depth + 1)}" for k, v in pairs)
            return f"{{\n{inner}\n{pad}}}"
        if isinstance(node, list):
            inner = ",\n".join(f"{pad} {lines(v, depth + 1)}" for v in node)
            return f"[\n{inner}\n{pad}]"
        if isinstance(node, Raw) or (node.isdigit() and node != "5,000") or node in ("true", "false"):
            return str(node)
        return json.dumps(node, ensure_ascii=False)

    return lines(tree) + "\n"


class Raw(str):
    """YAML to be written as it is."""

    __slots__ = ()


class Pairs:
    """A mapping with one key twice."""

    def __init__(self, pairs):
        self.pairs = pairs


def paths_of(node, path=()):
    yield path
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from paths_of(value, (*path, key))


PATHS = [path for path in paths_of(TREE) if path]
REPLACEMENTS = [
    *(Raw(r) for r in ("[]", "{}", "null", "no", "1e999", ".nan", "10:30:00", "0x10", "-1", "99999999999999999999")),
    *(Raw(r) for r in ("&anchor x", "*alias", "!!int x", "[[x]]", "{a: {b: c}}", '"\\e[0m"', '"\\u202E"', '"\\uD800"')),
    *("", " ", "x", "nis", "2025-02-30", "2025/..", "casualties.killed", "x" * 700, "[red]", "'; DROP TABLE fact; --"),
]


def mutated(path, how, replacement):
    tree = copy.deepcopy(TREE)
    parent = tree
    parents = [tree]
    for key in path[:-1]:
        parent = parent[key]
        parents.append(parent)
    last = path[-1]
    if how == "delete":
        del parent[last]
    elif how == "replace":
        parent[last] = replacement
    elif how == "rename" and isinstance(parent, dict):
        parent[replacement] = parent.pop(last)
    elif how == "twice" and isinstance(parent, dict):
        doubled = Pairs([*parent.items(), (last, parent[last])])
        if len(parents) == 1:
            return doubled
        parents[-2][path[-2]] = doubled
    elif isinstance(parent, list):
        parent.append(parent[last])
    return tree


def check_or_report(content):
    try:
        base, problems = compiled(content)
    except DataProblem as error:
        problems = error.problems
        assert any(problem.severity == "error" for problem in problems)
    else:
        base.close()
        assert all(problem.severity == "warning" for problem in problems)
    # The breaks of YAML 1.1, by which libyaml counts.
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", content.decode("utf-8", "replace"))
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.message
        assert problem.mend


@settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(PATHS),
    st.sampled_from(["delete", "replace", "replace", "replace", "rename", "twice"]),
    st.sampled_from(REPLACEMENTS) | st.text(max_size=12),
)
def test_a_base_with_one_node_changed_is_read_or_reported_inside_the_file(path, how, replacement):
    check_or_report(dumped(mutated(path, how, replacement)).encode("utf-8", "replace"))
