"""A folder of CSV files that Frictionless validates by the description beside them."""

import csv
import io
import json
import warnings

import pytest

from nkfacts.exporting.data_package import as_csv, data_package
from nkfacts.exporting.schema import Column
from nkfacts.exporting.tables import TABLES
from nkfacts.exporting.views import VIEWS


def validated(folder):
    """Return what Frictionless says of a data package."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that it uses
        from frictionless import Package

        return Package("datapackage.json", basepath=str(folder)).validate().to_descriptor()


@pytest.fixture
def folder(base, tmp_path):
    for name, data in data_package(base).items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_frictionless_finds_it_valid_with_every_row(base, folder):
    report = validated(folder)
    assert report["valid"], report
    tasks = {task["name"]: task["stats"].get("rows", 0) for task in report["tasks"]}
    assert tasks.keys() == {each.name for each in (*TABLES, *VIEWS)}
    assert tasks["facts"] == tasks["claims"] == len(base.facts())


def test_a_key_that_leads_nowhere_is_found_by_the_same_description(folder):
    evidence = folder / "evidence.csv"
    evidence.write_text(evidence.read_text("utf-8").replace("yonda-2025-04-30-dead", "nowhere", 1), "utf-8")
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    descriptor["resources"] = [
        each for each in descriptor["resources"] if each["name"] in ("evidence", "facts", "sources")
    ]
    for resource in descriptor["resources"]:
        del resource["hash"], resource["bytes"]
        keys = resource["schema"].pop("foreignKeys", [])
        resource["schema"]["foreignKeys"] = [key for key in keys if key["reference"]["resource"] == "sources"]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    report = validated(folder)
    assert [error["type"] for task in report["tasks"] for error in task["errors"]] == ["foreign-key"]


def test_the_description_names_title_day_and_the_meaning_of_every_column(base):
    descriptor = json.loads(data_package(base)["datapackage.json"])
    assert (descriptor["title"], descriptor["version"]) == (base.header["title"], base.header["updated"])
    for resource in descriptor["resources"]:
        assert all(field["description"] for field in resource["schema"]["fields"])
    types = {field["name"]: field["type"] for resource in descriptor["resources"] if resource["name"] == "claims"
             for field in resource["schema"]["fields"]}  # fmt: skip
    assert (types["reported"], types["value"], types["origins"]) == ("date", "number", "integer")


def test_a_text_like_a_formula_is_guarded_and_a_number_is_not():
    columns = (Column("text", "text", ""), Column("number", "number", ""), Column("flag", "flag", ""))
    text = as_csv(columns, [("=1+1", -5, 1), ("@x", 0.5, None), ('a,"b"', 7, 0)]).decode()
    assert list(csv.reader(io.StringIO(text)))[1:] == [
        ["'=1+1", "-5", "true"], ["'@x", "0.5", ""], ['a,"b"', "7", "false"],
    ]  # fmt: skip


def test_the_same_facts_make_the_same_bytes(base):
    assert data_package(base) == data_package(base.on(None))
