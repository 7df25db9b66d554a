"""The commands from outside: what they answer, where, and with which status."""

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

import nkfacts
from nkfacts.commands.options import FILTERS, SHARED
from nkfacts.commands.registry import COMMANDS
from tests.support.calls import CALLS, command_of, module_of, reads_facts
from tests.support.files import BASE, ROOT


def ids(result):
    assert result.code == 0, result.err
    return [row["id"] for row in result.rows()]


def one_line(text):
    return text.count("\n") == 1 and text.endswith("\n") and text.startswith("nkfacts: ")


# The overview


def test_the_bare_command_is_the_overview(run):
    result = run()
    assert result.code == 0
    assert [row["figure"] for row in result.rows()] == ["casualties.killed", "deployment.soldiers"]
    assert result.rows()[0]["amount"] == "900 to 1,100"
    assert result.err == ""


def test_the_overview_of_a_day(run):
    result = run("--as-of", "2025-05-01", "--format", "json")
    assert result.json()[0]["id"] == "killed-nis-2"


def test_the_overview_before_anything_was_known(run):
    result = run("--as-of", "2020")
    assert result.code == 1
    assert one_line(result.err)


# get


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["casualties.killed"], "900-1100"),
        (["casualties.killed", "--low"], "900"),
        (["casualties.killed", "--high"], "1100"),
        (["casualties.killed", "--by", "nis"], "600"),
        (["casualties.killed", "--by", "국가정보원"], "600"),
        (["casualties.killed", "--by", "South Korea"], "600"),
        (["casualties.killed", "--as-of", "2025-05-01"], "600"),
        (["casualties.killed", "--as-of", "2025-01"], "300"),
        (["casualties.killed", "--by", "nis", "--low"], "600"),
        (["casualties.wounded"], "4000"),
        (["deployment.shells"], "several million"),
        (["death toll"], "900-1100"),
        (["Death  TOLL"], "900-1100"),
        (["전사자"], "900-1100"),
        (["fatalities", "--by=gur"], "900-1100"),
        (["--", "casualties.killed"], "900-1100"),
    ],
)
def test_get_prints_one_bare_line_and_nothing_else(run, words, out):
    assert run("get", *words) == (f"{out}\n", "", 0)


def test_shared_options_stand_before_or_behind_the_command_and_the_latter_win(run, edited):
    other = edited(("value: 600\n", "value: 601\n"))
    assert run("--as-of", "2025-05-01", "get", "casualties.killed").out == "600\n"
    assert run("--as-of", "2025-01", "get", "casualties.killed", "--as-of", "2025-05-01").out == "600\n"
    assert run("--data", other, "get", "casualties.killed", "--by", "nis").out == "601\n"
    assert run("--data", "none.yaml", "get", "casualties.killed", "-d", other, "--by", "nis").out == "601\n"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--as-of", "2025-05-01"],
        ["--as-of", "2025-01-31"],
        ["--as-of=2025-01-31"],
        ["--as-of", "2020-01-01"],
        ["--as-of", "2025-02-30"],
        ["--as-of", ""],
        ["--data", str(BASE)],
        ["-d", str(BASE)],
        ["--data", "none.yaml"],
    ],
)
@pytest.mark.parametrize("figure", ["casualties.killed", "deployment.shells", "death toll", "nonsense"])
def test_the_quick_way_of_get_answers_as_the_whole_command_line_does(run, capfd, figure, words):
    from nkfacts.cli.quick_get import answered

    run("get", figure)
    for arguments in (["get", figure, *words], [*words, "get", figure]):
        whole = run(*arguments)
        if answered(arguments):
            assert (capfd.readouterr().out, whole.code, whole.err) == (whole.out, 0, "")
        else:
            assert capfd.readouterr().out == ""


def test_get_with_a_format_or_columns_gives_the_whole_fact(run):
    assert run("get", "casualties.killed", "--format", "json").json()["id"] == "killed-gur"
    assert run("get", "casualties.killed", "--columns", "id,low,claimant").out == (
        "id\tlow\tclaimant\nkilled-gur\t900\tDefence Intelligence of Ukraine\n"
    )


def test_when_no_fact_answers_stdout_is_empty_and_stderr_names_the_nearest_figures(run):
    result = run("get", "deployment.shells", "--by", "nis")
    assert (result.out, result.code) == ("", 1)
    assert one_line(result.err)
    assert "no fact on deployment.shells" in result.err
    assert "nkfacts get deployment.soldiers --by nis" in result.err
    assert "nkfacts get deployment.shells (other claimants)" in result.err
    assert "12000" not in result.err.replace(",", "")
    assert "million" not in result.err


def test_a_denial_a_part_and_a_deprecated_fact_never_answer(run):
    assert run("get", "casualties.killed", "--by", "russia-mod")[::2] == ("", 1)
    assert run("get", "casualties.killed", "--by", "jcs")[::2] == ("", 1)


def test_ok_empty_makes_nothing_found_a_success(run):
    assert run("get", "casualties.killed", "--as-of", "2020", "--ok-empty")[::2] == ("", 0)


@pytest.mark.parametrize(
    ("words", "part_of_message"),
    [
        (["get", "casualties.kiled"], "casualties.killed"),
        (["get", "casualties.killed", "--by", "niss"], "nis"),
        (["get", "casualties.killed", "--low", "--high"], "exclude"),
        (["get", "deployment.shells", "--low"], "words"),
        (["get", "casualties.killed", "--as-of", "2025-13"], "2025-13"),
        (["get", "casualties.killed", "--format", "jsn"], "json"),
        (["get", "casualties.killed", "--columns", "vlaue"], "value"),
        (["get", "casualties.killed", "--columns", ","], "columns: "),
        (["get"], "nkfacts get --help"),
        (["get", "casualties.killed", "and", "more"], "and more"),
        (["get", "casualties.killed", "--lov"], "--low"),
        (["casualtees"], "casualties"),
        (["casualtees", "--help"], "casualties"),
        (["lst"], "list"),
        (["list", "--topic", "casualtys"], "casualties"),
        (["list", "--figure", "wounded-soldiers"], "casualties.wounded"),
        (["list", "--figure", "xyz"], "nkfacts figures"),
        (["list", "--by", "gru"], "gur"),
        (["list", "--via", "nobody"], "nkfacts entities"),
        (["list", "--place", "sudza"], "sudzha"),
        (["list", "--about", "kim-chol"], "kim-chol-ho"),
        (["list", "--source", "Yonta"], "Yonda"),
        (["list", "--status", "denyed"], "denied"),
        (["list", "--scope", "totel"], "total"),
        (["list", "--rank", "prefered"], "preferred"),
        (["list", "--since", "yesterday"], "yesterday"),
        (["list", "--until", "2025-00"], "2025-00"),
        (["list", "--limit", "0"], "0"),
        (["list", "--limit", "many"], "many"),
        (["list", "--min-publishers", "-1"], "-1"),
        (["list", "--columns", "id,amuont"], "amount"),
        (["entities", "--kind", "persn"], "person"),
        (["sources", "--kind", "newspaper"], "news"),
        (["figures", "--topic", "casualty"], "casualties"),
        (["show", "killed-nis-3"], "killed-nis-1"),
        (["show", "casualties.dead"], "casualties"),
        (["trace", "killed-nis-3"], "killed-nis"),
        (["trace", "nis"], "nkfacts show nis"),
        (["why", "casualties.kiled"], "casualties.killed"),
        (["search", ""], "word"),
        (["search", "?!"], "word"),
        (["cache", "clean"], "cache clear"),
        (["--as-of", "soon"], "soon"),
        (["--format", "pdf"], "html"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_is_one_line_on_stderr_that_helps_and_status_2(run, words, part_of_message):
    result = run(*words)
    assert (result.out, result.code) == ("", 2)
    assert one_line(result.err)
    assert part_of_message in result.err


# Topics


def test_a_topic_is_a_command_by_id_and_by_alias(run):
    by_id = run("casualties")
    assert ids(by_id)[:2] == ["killed-at-sudzha", "killed-post"]
    assert {row["figure"] for row in by_id.rows()} == {"casualties.killed", "casualties.wounded"}
    assert run("losses") == by_id
    assert run("Casualties") == by_id


def test_a_topic_leaves_deprecated_facts_out_unless_all_are_asked_for(run):
    assert "killed-misprint" not in ids(run("casualties"))
    assert "killed-misprint" in ids(run("casualties", "--all"))
    assert ids(run("casualties", "--rank", "deprecated")) == ["killed-misprint"]


def test_a_topic_lists_figure_by_figure_and_then_the_events(run):
    assert ids(run("deployment")) == [
        "soldiers-gur", "soldiers-jcs", "soldiers-plan", "shells-gur", "sudzha-retaken", "first-ship",
    ]  # fmt: skip
    assert ids(run("deployment", "--limit", "2")) == ["soldiers-gur", "soldiers-jcs"]
    assert ids(run("troops", "--by", "nis")) == ["soldiers-plan", "first-ship"]


def test_a_topic_has_help(run):
    for words in (["casualties", "--help"], ["losses", "-h"]):
        result = run(*words)
        assert (result.code, result.err) == (0, "")
        assert f"Usage: nkfacts {words[0]}" in result.out


def test_a_new_topic_in_a_file_becomes_a_command_without_code(run, edited):
    topic = "  weather:\n    label: Weather\n    aliases: [climate]\n\nentities:"
    event = (
        "\n  - {id: snow, topic: weather, title: Snow, statement: It snowed., status: observed, "
        'when: "2025-01-01", reported: "2025-07-03", by: nis, '
        "evidence: [{source: tasz-2025-07-02, as_printed: snow}]}\n"
    )
    path = edited(("\nentities:", f"\n{topic}"))
    path.write_text(path.read_text("utf-8").rstrip() + event, "utf-8")
    assert ids(run("weather", "--data", path)) == ["snow"]
    assert ids(run("--data", path, "climate")) == ["snow"]
    assert "Weather" in run("--help", env={"NKFACTS_DATA": str(path)}).out
    assert run("weather", "--help", "--data", path).code == 0
    assert run("weather").code == 2


# list, timeline


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("--topic deployment --status acknowledged", "sudzha-retaken"),
        ("--topic troops --status planned", "soldiers-plan"),
        ("--figure casualties.wounded", "wounded-gur wounded-jcs wounded-nis"),
        ("--figure injured", "wounded-gur wounded-jcs wounded-nis"),
        ("--by gur", "killed-at-sudzha killed-gur wounded-gur shells-gur soldiers-gur"),
        (
            "--by south-korea",
            "killed-misprint killed-nis-2 wounded-jcs killed-nis-1 wounded-nis soldiers-jcs soldiers-plan first-ship",
        ),
        ("--via oh-min-su", "killed-nis-2 killed-nis-1"),
        ("--source yonda", "killed-nis-2 wounded-jcs killed-nis-1 wounded-nis soldiers-jcs"),
        ("--source tasz-2025-07-02", "killed-denied sudzha-retaken"),
        ("--place sudzha", "killed-at-sudzha sudzha-retaken"),
        (
            "--place Kursk",
            "killed-at-sudzha killed-gur killed-nis-2 sudzha-retaken killed-nis-1 wounded-nis soldiers-gur",
        ),
        ("--about kim-chol-ho", "first-ship"),
        ("--status denied", "killed-denied"),
        ("--status denied --status planned", "killed-denied soldiers-plan"),
        ("--since 2025-08", "killed-misprint killed-at-sudzha killed-post shells-gur"),
        ("--until 2024-10 --by nis", "killed-nis-2 killed-nis-1 wounded-nis first-ship"),
        ("--since 2025-03 --until 2025-03 --by jcs", "wounded-jcs"),
        ("--tag first-count", "killed-nis-1 first-ship"),
        ("--scope part", "killed-at-sudzha"),
        ("--rank preferred", "wounded-jcs"),
        ("--rank deprecated", "killed-misprint"),
        ("--min-publishers 2", "killed-nis-2 killed-nis-1"),
        ("--as-of 2024-10", "first-ship soldiers-plan"),
        ("--limit 2", "killed-misprint killed-at-sudzha"),
        ("-n 1 --oldest-first", "first-ship"),
        ("--by nis --figure casualties.killed --oldest-first", "killed-nis-1 killed-nis-2"),
    ],
)
def test_every_filter_of_list(run, words, found):
    assert sorted(ids(run("list", *words.split()))) == sorted(found.split())
    if "--limit" not in words and "-n" not in words:
        reported = [row["reported"] for row in run("list", *words.split()).rows()]
        assert reported == sorted(reported, reverse="--oldest-first" not in words)


def test_list_without_filters_lists_every_fact(run):
    assert len(ids(run("list"))) == len(list(nkfacts.load().names("facts"))) == 16


def test_the_timeline_is_in_the_order_of_the_time_facts_are_about(run):
    rows = run("timeline", "--topic", "deployment").rows()
    assert [row["id"] for row in rows] == [
        "shells-gur", "first-ship", "soldiers-gur", "soldiers-jcs", "soldiers-plan", "sudzha-retaken",
    ]  # fmt: skip
    assert ids(run("timeline", "--events")) == ["first-ship", "sudzha-retaken"]
    assert ids(run("timeline", "--events", "--limit", "1")) == ["first-ship"]
    assert "killed-misprint" not in ids(run("timeline"))


@pytest.mark.parametrize("name", ["list", "timeline", "casualties"])
def test_nothing_found_is_status_1_with_a_header_and_a_remark(run, name):
    result = run(name, "--tag", "no-such-tag")
    assert result.code == 1
    assert result.out.startswith("id\t") or result.out.startswith("when\t")
    assert result.out.count("\n") == 1
    assert one_line(result.err)
    assert run(name, "--tag", "no-such-tag", "--ok-empty").code == 0


# search, show, why, trace


def test_search_finds_words_and_names_in_any_spelling(run):
    assert ids(run("search", "국가정보원"))[0] == "nis"
    assert "nis" in ids(run("search", "spy", "agency"))
    assert ids(run("search", "kim chol ho"))[0] == "kim-chol-ho"
    assert "killed-denied" in ids(run("search", "MINISTRY denied"))
    assert len(ids(run("search", "the", "--limit", "3"))) == 3


def test_search_for_what_is_not_there_says_which_word(run):
    result = run("search", "dead", "xylophones")
    assert (result.code, result.out) == (1, "part\tid\ttitle\ttext\n")
    assert one_line(result.err)
    assert "'xylophones'" in result.err
    assert "'dead'" not in result.err.partition("(")[2]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("killed-nis-2", {"id", "statement", "evidence", "support", "supersedes", "disagrees"}),
        ("casualties.killed", {"id", "label", "unit", "headline", "named_by"}),
        ("nis", {"id", "name", "aliases", "named_by"}),
        ("NIS", {"id", "name", "aliases", "named_by"}),
        ("casualties", {"id", "label", "named_by"}),
        ("tasz-2025-07-02", {"id", "publisher", "url", "named_by"}),
    ],
)
def test_show_tells_everything_about_a_record_of_any_part(run, name, keys):
    assert keys <= run("show", name, "--format", "json").json().keys()
    rows = run("show", name).rows()
    assert rows[0] == {"key": "id", "value": name.lower()}
    assert len(rows) >= 4


def test_show_names_who_disagrees_and_by_how_much(run):
    shown = run("show", "killed-nis-2", "--format", "json").json()
    assert {"id": "killed-gur", "difference": 300} in [
        {key: other[key] for key in ("id", "difference")} for other in shown["disagrees"]
    ]


def test_show_as_of_a_day_does_not_know_later_facts(run):
    assert run("show", "killed-gur", "--as-of", "2025-01").code == 2
    shown = run("show", "nis", "--as-of", "2024-10", "--format", "json").json()
    assert sorted(shown["named_by"]) == ["first-ship", "soldiers-plan"]


def test_why_gives_the_winner_first_and_each_other_fact_once(run):
    shown = run("why", "casualties.killed", "--format", "json").json()
    found = [fact["id"] for fact in shown["facts"]]
    assert shown["headline"] == found[0] == "killed-gur"
    assert sorted(found) == sorted(fact for fact in ids(run("list", "--figure", "casualties.killed")))
    assert all(fact["verdict"] for fact in shown["facts"])


def test_trace_leads_from_the_claimant_to_the_pages(run):
    shown = run("trace", "killed-nis-2", "--format", "json").json()
    roles = [step["role"] for step in shown["steps"]]
    assert shown["origins"] == 1
    assert roles[:3] == ["fact", "claimant", "relay"]
    assert roles.count("page") == 3
    assert roles[-1] == "revises"


# The other parts


def test_the_parts_are_listed_with_their_numbers_of_facts(run):
    base = nkfacts.load()
    for part in ("entities", "sources", "figures", "topics"):
        assert ids(run(part)) == list(base.names(part))
    assert {row["id"]: row["facts"] for row in run("figures").rows()}["casualties.killed"] == "7"
    assert ids(run("figures", "--topic", "troops")) == ["deployment.soldiers", "deployment.shells"]
    assert ids(run("entities", "--kind", "person")) == ["oh-min-su", "kim-chol-ho"]
    assert ids(run("sources", "--kind", "research")) == ["institute-2025-report"]
    claims = [int(row["facts"]) for row in run("entities", "--claimants").rows()]
    assert claims == sorted(claims, reverse=True)
    assert 0 not in claims


# check


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


def test_check_gives_its_problems_as_json_on_stdout(run, faulty):
    result = run("check", faulty, "--format", "json")
    assert (result.code, result.err) == (3, "")
    problem = next(problem for problem in result.json() if problem["id"] == "killed-nis-1")
    assert {"file", "line", "column", "id", "message", "mend", "severity"} <= problem.keys()
    assert (problem["file"], problem["column"], problem["severity"]) == (str(faulty), 12, "error")
    assert run("check", "--format", "json").code == 0


def test_check_never_uses_the_cache(run, home):
    run("check")
    assert not (home / "cache").exists()


@pytest.mark.parametrize("name", [name for name in CALLS if reads_facts(name)])
def test_a_faulty_file_gives_status_3_and_no_answer_in_every_command(run, faulty, name):
    for words in ([*CALLS[name], "--data", faulty], ["--data", faulty, *CALLS[name]]):
        for format_ in ([], ["--format", "json"]):
            if name == "check" and format_:
                continue
            result = run(*words, *format_)
            assert (result.out, result.code) == ("", 3)
            assert f"{faulty}:" in result.err
            assert "killed-nis-1: 'three' is not a number" in result.err


@pytest.mark.parametrize("name", [name for name in CALLS if reads_facts(name)])
def test_a_missing_file_gives_status_3_and_one_line(run, tmp_path, name):
    for path in (tmp_path / "none.yaml", tmp_path):
        result = run(*CALLS[name], "--data", path)
        assert (result.out, result.code) == ("", 3)
        assert one_line(result.err)
        assert str(path) in result.err


# schema


class CoreLoader(yaml.SafeLoader):
    """YAML with the scalars of JSON: what an editor's YAML 1.2 makes of a file."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012


for tag, pattern, first in (
    ("null", r"^(null|~|)$", ["n", "~", ""]),
    ("bool", r"^(true|false)$", ["t", "f"]),
    ("int", r"^-?(0|[1-9][0-9]*)$", list("-0123456789")),
    ("float", r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", list("-0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def test_schema_is_a_json_schema_that_accepts_the_fact_files(run):
    schema = run("schema").json()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert run("schema", "--format", "json").json() == schema
    document = yaml.load(BASE.read_bytes(), CoreLoader)  # noqa: S506
    assert document["format"] == 1
    assert [error.message for error in validator.iter_errors(document)] == []
    for broken in ({"value": "three"}, {"status": "sure"}, {"unknown": 1}, {"reported": 20250113}):
        facts = [document["facts"][0] | broken]
        assert not validator.is_valid(document | {"facts": facts}), broken


def test_schema_accepts_the_shipped_facts(run):
    loader = type("FastLoader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {})
    loader.yaml_implicit_resolvers = CoreLoader.yaml_implicit_resolvers
    document = yaml.load((ROOT / "data" / "facts.yaml").read_bytes(), loader)  # noqa: S506
    errors = Draft202012Validator(run("schema").json()).iter_errors(document)
    assert [f"{list(error.path)}: {error.message}" for error in errors] == []


def test_the_schema_beside_the_shipped_facts_is_what_schema_prints(run):
    path = ROOT / "data" / "facts.schema.json"
    if path.exists():
        assert run("schema").out == path.read_text("utf-8")
    assert run("schema", "--modeline").out.startswith("# yaml-language-server: ")


# cache, version, help


def test_cache_shows_what_is_kept_and_clears_it(run, home):
    assert run("cache").rows() == []
    run("topics")
    (kept,) = run("cache", "--format", "json").json()
    assert kept["facts"] == str(BASE)
    assert kept["bytes"] > 0
    assert Path(kept["index"]).parent == home / "cache" / "nkfacts"
    assert run("cache", "clear") == ("", "removed 1 index\n", 0)
    assert run("cache").rows() == []
    assert not Path(kept["index"]).exists()


def test_version_names_program_file_format_and_facts(run):
    result = run("--version")
    assert result == (f"nkfacts {nkfacts.__version__}, file format 1, facts of 2026-03-31\n", "", 0)


def test_help_of_the_program_names_every_command_and_topic(run):
    for word in ("--help", "-h"):
        result = run(word)
        assert (result.code, result.err) == (0, "")
        for name in [*COMMANDS, "casualties", "deployment"]:
            assert re.search(rf"^  {name}  ", result.out, re.MULTILINE), name


@pytest.mark.parametrize("name", [*CALLS, "add"])
def test_help_lists_every_option_and_two_examples(run, name):
    words = [] if name == "overview" else [name]
    result = run(*words, "--help")
    assert (result.code, result.err) == (0, "")
    assert run(*words, "-h").out == result.out
    module = module_of(name)
    assert len(module.EXAMPLES) >= 2
    for example in module.EXAMPLES:
        assert f"    {example}\n" in f"{result.out}\n"
    filters = FILTERS if "wanted" in module.run.__annotations__ else {}
    for option in [*SHARED, *filters]:
        if (option, name) != ("topic", "casualties"):
            assert f"--{option.replace('_', '-')} " in result.out, option
    assert "--help" in result.out
    assert command_of(name).summary.endswith(".")


@pytest.mark.parametrize("name", [*CALLS, "add"])
def test_every_example_of_the_help_answers_on_the_shipped_facts(run, shipped, name, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for example in module_of(name).EXAMPLES:
        first, *words = shlex.split(example)
        assert first == "nkfacts"
        result = run(*words, env=shipped)
        assert result.code == 0, f"{example}: {result.err}"
        assert result.out or words == ["cache", "clear"]


def test_a_fault_of_the_program_itself_is_one_line_and_status_70(run, monkeypatch):
    from nkfacts.query.base import Base

    monkeypatch.setattr(Base, "topics", lambda _: 1 / 0)
    result = run("topics")
    assert (result.out, result.code) == ("", 70)
    assert one_line(result.err)
    with pytest.raises(ZeroDivisionError):
        run("topics", env={"NKFACTS_DEBUG": "1"})


def test_json_numbers_are_numbers_and_absent_values_null(run):
    fact = run("list", "--figure", "casualties.killed", "--by", "gur", "--scope", "total", "-f", "json").json()[0]
    assert (fact["low"], fact["high"], fact["value"], fact["words"]) == (900, 1100, None, None)
    assert json.loads(run("list", "--limit", "1", "-f", "jsonl").out)["rank"] == "deprecated"


def test_words_behind_what_is_no_command_do_not_hide_that_it_is_none(run):
    result = run("compare", "casualties.killed")
    assert (result.out, result.code) == ("", 2)
    assert result.err.startswith("nkfacts: no command or topic is called 'compare'")
    result = run("casualties", "killed")
    assert (result.out, result.code) == ("", 2)
    assert "takes options only, not 'killed'" in result.err


def test_search_puts_pages_behind_what_is_said_on_them(run):
    parts = [line.split("\t")[0] for line in run("search", "soldiers", "--no-header").out.splitlines()]
    assert parts == sorted(parts, key=lambda part: part == "sources")
    assert "facts" in parts


def test_version_speaks_of_the_file_that_is_named(run, tmp_path):
    assert "facts of 2026-03-31" in run("--data", str(BASE), "--version", env={"NKFACTS_DATA": ""}).out
    assert "facts that cannot be read" in run("--data", str(tmp_path / "none.yaml"), "--version").out
