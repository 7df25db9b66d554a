"""The shipped facts are the same to every reader of YAML: PyYAML with and without libyaml, and those of others."""

import json
import os
import re
import shutil
import subprocess

import pytest
import yaml

from nkfacts.errors import DataProblem
from tests.support.bases import compiled, fact, spliced
from tests.support.files import SHIPPED

JAVASCRIPT = """
const text = require("fs").readFileSync(process.argv[1], "utf8");
let library;
try { library = require(process.argv[2]); } catch (error) { process.exit(9); }
const read = library.load || library.parse;
process.stdout.write(JSON.stringify(read(text)));
"""


FAST = getattr(yaml, "CSafeLoader", None)
WORD = re.compile(r"(?<![^\W_])(?!(?:true|false|null|yes|no|on|off|y|n|inf|nan)\b)[^\W\d_]+(?!\d)", re.IGNORECASE)
"""A word that no reader takes for more than a word."""
WORDS = re.compile(r"w(?:(?: |-|, |', ')[w1])+")
BETWEEN = re.compile(r"(?<=[a-z] )(?:[^\W\d_]+ )+(?=[a-z])")
"""Words between two others, which no reader looks at one by one."""
ALONE = re.compile(r" *((?:- )?(?:[\w.-]+: .*|[\w\"'{\[].*))")
"""A line of one value, with or without its key."""


def form(line):
    """Return a line with its words alike, in any number, and its numbers alike: what readers tell a value's type by."""
    return WORDS.sub("w", re.sub(r"[1-9]\d*", "1", WORD.sub("w", line)))


@pytest.fixture(scope="module")
def content():
    """Return the shipped facts as PyYAML reads them, with libyaml where it can."""
    return yaml.load(SHIPPED.read_bytes(), Loader=FAST or yaml.SafeLoader)  # noqa: S506 - a safe one


def printed(*command):
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return json.loads(done.stdout) if done.returncode == 0 else None


@pytest.fixture(scope="module")
def each_form():
    """Return the shipped facts for a slow reader: every ninth record whole, and of all lines one of each form."""
    text = SHIPPED.read_text("utf-8")
    records = re.split(r"(?m)^(?=  (?:- )?[\w-])", text)
    some = "".join(record for number, record in enumerate(records) if number % 9 == 0 or re.search(r"(?m)^\S", record))
    alone = (found[1].removeprefix("- ") for found in map(ALONE.fullmatch, text.splitlines()) if found)
    forms = {form(line): line for line in dict.fromkeys(BETWEEN.sub("", line) for line in alone)}
    assert len(forms) > 1000
    return some, "".join(f"- {line}\n" for line in forms.values())


def test_what_a_reader_may_take_for_another_type_has_a_form_of_its_own():
    names = ("word", "no", "yes", "on", "null", "true", "~", "'no'")
    numbers = ("017", "0o17", "0x1F", "0b1", "10", "1.5", ".5", "-1", "1_0", "1e3", "1:30", "2025-01-02")
    assert len({form(f"note: {value}") for value in (*names, *numbers)}) == len(names) + len(numbers)


def assert_read_alike(each_form, load):
    for text in each_form:
        assert load(text) == yaml.load(text, Loader=FAST or yaml.SafeLoader)  # noqa: S506 - a safe one


@pytest.mark.skipif(FAST is None, reason="PyYAML was built without libyaml")
def test_pyyaml_without_libyaml(each_form):
    assert_read_alike(each_form, yaml.safe_load)


def test_ruamel(each_form):
    ruamel = pytest.importorskip("ruamel.yaml")
    assert_read_alike(each_form, ruamel.YAML(typ="safe", pure=True).load)


def test_yq(content):
    if shutil.which("yq") is None:
        pytest.skip("no yq")
    # There are two programs of the name: one is told to write JSON, the other knows nothing else.
    found = printed("yq", "-o=json", ".", str(SHIPPED)) or printed("yq", ".", str(SHIPPED))
    assert found == content


@pytest.mark.parametrize("library", ["js-yaml", "yaml"])
def test_javascript(content, library):
    if shutil.which("node") is None:
        pytest.skip("no node")
    trial = subprocess.run(["node", "-e", JAVASCRIPT, os.devnull, library], check=False, capture_output=True)
    if trial.returncode == 9:
        pytest.skip(f"node has no {library}")
    assert printed("node", "-e", JAVASCRIPT, str(SHIPPED), library) == content


@pytest.mark.parametrize("text", ["and then?", "what? this", "-"])
@pytest.mark.parametrize("form", ["[{source: page, as_printed: %s}]", "[{source: page, as_printed: x}, %s]"])
def test_a_scalar_that_some_readers_refuse_in_brackets_is_a_mistake(text, form):
    with pytest.raises(DataProblem) as caught:
        compiled(spliced("facts:\n" + fact("a", evidence=form % text)))
    problem = caught.value.problems[0]
    assert problem.message == f"not every reader of YAML takes {text!r} in brackets"
    assert problem.mend == "put it in quotes"


@pytest.mark.parametrize("text", ['"and then?"', "'-'"])
def test_the_same_in_quotes_is_none(text):
    base, _ = compiled(spliced("facts:\n" + fact("a", evidence=f"[{{source: page, as_printed: {text}}}]")))
    assert base.fact("a").evidence[0].as_printed == text[1:-1]


@pytest.mark.parametrize("text", ["Who sent them? Nobody", "How many?"])
def test_outside_of_brackets_it_is_none(text):
    base, _ = compiled(spliced("facts:\n" + fact("a", statement=text)))
    assert base.fact("a").statement == text
