"""A folder of fact files: one base, read file by file, again only where something changed."""

import os
import time

import pytest

import nkfacts
from nkfacts.errors import DataProblem
from nkfacts.index import cache, folder
from tests.support.commandline import run_process
from tests.support.files import BASE

OLD = time.time() - 100


def part(text, name):
    """Return one part of a fact file as text."""
    start = text.index(f"\n{name}:") + 1
    following = [text.index(f"\n{other}:", start) for other in PARTS if f"\n{other}:" in text[start:]]
    return text[start : min(following, default=len(text)) + 1]


PARTS = ("topics", "entities", "sources", "figures", "facts")


@pytest.fixture
def parted(tmp_path, monkeypatch):
    """Return a folder with the fact file of the tests in four files, one of them in a subfolder; nothing is kept yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    text = BASE.read_text("utf-8")
    facts = part(text, "facts")
    middle = facts.index("  - id: wounded-nis")
    files = {
        "a.yaml": text[: text.index("\nentities:") + 1],
        "names.yml": "format: 1\n" + part(text, "entities") + part(text, "sources"),
        "more/b.yaml": "format: 1\n" + part(text, "figures") + facts[:middle],
        "z.yaml": "format: 1\nfacts:\n" + facts[middle:],
        ".hidden.yaml": "no: base",
        "notes.txt": "no base",
    }
    where = tmp_path / "base"
    for name, content in files.items():
        (where / name).parent.mkdir(parents=True, exist_ok=True)
        (where / name).write_text(content, "utf-8")
        os.utime(where / name, (OLD, OLD))
    return where


@pytest.fixture
def made(monkeypatch):
    """Return the names of the files that are read, as they are read."""
    names = []
    real = folder.read_file

    def counting(piece, stream, file, **options):
        names.append(os.path.basename(file))
        return real(piece, stream, file, **options)

    monkeypatch.setattr(folder, "read_file", counting)
    return names


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    os.utime(path, (OLD + 1, OLD + 1))


@pytest.mark.parametrize(
    "words", [["list"], ["figures"], ["show", "killed-nis-2"], ["ask", "how", "many", "died"], ["sources"]]
)
def test_a_folder_answers_as_the_one_file_does(run, parted, words):
    whole = run(*words, "-f", "json")
    assert run(*words, "-f", "json", "--data", parted) == whole
    assert run(*words, "-f", "json", env={"NKFACTS_DATA": str(parted)}) == whole


def test_a_figure_of_a_fresh_folder_comes_without_typer(run, parted, tmp_path):
    assert run("get", "casualties.killed", "--data", parted).out == "900-1100\n"
    code = run_process(tmp_path, "get", "casualties.killed", data=parted)
    assert code.out == "900-1100\n"


def test_only_the_file_that_changed_is_read_again(parted, made):
    nkfacts.load(str(parted)).close()
    assert sorted(made) == ["a.yaml", "b.yaml", "names.yml", "z.yaml"]
    made.clear()
    nkfacts.load(str(parted)).close()
    assert made == []
    change(parted / "more" / "b.yaml", "value: 300\n", "value: 301\n")
    assert nkfacts.load(str(parted)).fact("killed-nis-1").value == 301
    assert made == ["b.yaml"]


def test_a_file_more_and_a_file_less_are_noticed(parted, made):
    before = len(nkfacts.load(str(parted)).facts())
    extra = (parted / "more" / "b.yaml").read_text("utf-8")
    one = extra[extra.index("  - id: killed-nis-1") :].split("  - id: killed-nis-2")[0]
    one = one.replace("id: killed-nis-1", "id: another").replace("value: 300", "value: 301")
    (parted / "new.yaml").write_text(f"format: 1\nfacts:\n{one}\n", "utf-8")
    os.utime(parted / "new.yaml", (OLD, OLD))
    made.clear()
    assert len(nkfacts.load(str(parted)).facts()) == before + 1
    assert made == ["new.yaml"]
    (parted / "new.yaml").unlink()
    assert len(nkfacts.load(str(parted)).facts()) == before
    assert made == ["new.yaml"]


def test_without_the_cache_every_file_is_read(parted, made):
    for _ in range(2):
        nkfacts.load(str(parted), use_cache=False).close()
    assert len(made) == 8
    assert cache.kept_indexes() == []


def test_the_cache_command_knows_the_pieces(run, parted):
    run("topics", "--data", parted)
    assert len(run("cache", "-f", "json").json()) == 5
    assert "removed 5 indexes" in run("cache", "clear").err


def test_large_files_are_read_side_by_side_with_the_same_result(parted, monkeypatch):
    one = nkfacts.load(str(parted), use_cache=False).facts()
    monkeypatch.setattr(folder, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert nkfacts.load(str(parted), use_cache=False).facts() == one


def test_many_small_files_are_read_without_a_piece_each(parted, monkeypatch):
    one = nkfacts.load(str(parted), use_cache=False)
    monkeypatch.setattr(folder, "MANY", 2)
    many = nkfacts.load(str(parted))
    assert many.facts() == one.facts()
    assert many.header == one.header
    assert len(cache.kept_indexes()) == 1
    change(parted / "z.yaml", "by: jcs", "by: jsc")
    with pytest.raises(DataProblem) as caught:
        nkfacts.load(str(parted))
    assert {problem.file for problem in caught.value.errors} == {f"{parted}/z.yaml"}


def test_files_whose_paths_have_one_checksum_have_pieces_of_their_own(parted, monkeypatch):
    monkeypatch.setattr(cache, "crc32", lambda _: 0)
    one = nkfacts.load(str(parted), use_cache=False).facts()
    assert [nkfacts.load(str(parted)).facts() for _ in range(2)] == [one, one]


# Mistakes


def test_a_mistake_is_named_with_its_file_and_line(run, parted):
    change(parted / "z.yaml", "by: jcs", "by: jsc")
    found = run("check", parted)
    lines = (parted / "z.yaml").read_text("utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, 1) if "by: jsc" in line)
    assert found.code == 3
    assert f"{parted}/z.yaml:{number}:" in found.err
    assert "unknown entity 'jsc'" in found.err
    assert run("get", "casualties.killed", "--data", parted)[::2] == ("", 3)


def test_an_id_in_two_files_is_one_mistake_that_names_both(run, parted):
    text = (parted / "more" / "b.yaml").read_text("utf-8")
    fact = text[text.index("  - id: killed-nis-1") :].split("\n\n")[0]
    (parted / "zz.yaml").write_text(f"format: 1\nfacts:\n{fact}\n", "utf-8")
    err = run("check", parted).err
    assert f"{parted}/zz.yaml:3:" in err
    assert f"the id 'killed-nis-1' is taken ({parted}/more/b.yaml, line " in err


def test_mistakes_of_several_files_come_in_one_run(run, parted):
    change(parted / "more" / "b.yaml", "value: 300\n", "value: three\n")
    change(parted / "z.yaml", "status: ", "statsu: ")
    err = run("check", parted).err
    assert f"{parted}/more/b.yaml:" in err
    assert f"{parted}/z.yaml:" in err


def test_what_no_file_has_is_missing(run, parted):
    text = (parted / "a.yaml").read_text("utf-8")
    without = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("title: "))
    (parted / "a.yaml").write_text(without, "utf-8")
    err = run("check", parted).err
    assert "no file of the folder has the key 'title'" in err


def test_every_file_says_its_format(run, parted):
    change(parted / "z.yaml", "format: 1\n", "")
    assert f"{parted}/z.yaml:1:1: the key 'format' is missing" in run("check", parted).err


def test_a_folder_without_fact_files_is_one_clear_line(run, tmp_path):
    found = run("get", "casualties.killed", "--data", tmp_path)
    assert (found.code, found.out) == (3, "")
    assert found.err == f"nkfacts: the folder {tmp_path} holds no fact file (put files that end in .yaml into it)\n"


def test_a_file_that_cannot_be_read_is_named(parted):
    (parted / "gone.yaml").symlink_to(parted / "nowhere")
    with pytest.raises(DataProblem) as caught:
        nkfacts.load(str(parted))
    assert "cannot read the fact file" in caught.value.message


def test_nothing_is_added_to_a_folder(run, parted):
    found = run("add", "--data", parted, "--yes", "--from", "-", stdin="")
    assert found.code == 2
    assert "is a folder of fact files" in found.err


def test_the_share_of_the_work_rises_to_the_whole(parted):
    for path in (BASE, parted):
        shares = []
        nkfacts.load(str(path), use_cache=False, progress=shares.append).close()
        assert shares == sorted(shares)
        assert shares[-1] == 1
