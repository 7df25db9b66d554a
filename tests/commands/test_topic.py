"""Topics: each is a command of its own, made from the fact file."""

from tests.support.commandline import ids


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
