"""A workbook read back by openpyxl: real days, numbers and links, and nothing that is computed."""

import io
import sys
from datetime import datetime

import openpyxl
import pytest

import nkfacts
from nkfacts.errors import OutputProblem
from nkfacts.exporting.workbook import as_xlsx


def sheets(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def column(sheet, name):
    at = [cell.value for cell in sheet[1]].index(name) + 1
    return [sheet.cell(row, at) for row in range(2, sheet.max_row + 1)]


def test_days_are_days_numbers_numbers_and_addresses_links(base):
    claims = sheets(as_xlsx(base))["claims"]
    assert {cell.value for cell in column(claims, "id")} == {fact.id for fact in base.facts()}
    for cell in column(claims, "reported"):
        assert isinstance(cell.value, datetime)
        assert cell.is_date
    values = [cell for cell in column(claims, "value") if cell.value is not None]
    assert values
    assert {cell.data_type for cell in values} == {"n"}
    links = [cell for cell in column(claims, "url") if cell.value]
    assert links
    assert all(cell.hyperlink.target == cell.value for cell in links)


def test_the_head_of_every_sheet_stays_in_view_filters_and_explains(base):
    book = sheets(as_xlsx(base))
    assert book.sheetnames == ["base", "headlines", "claims", "revisions", "events", "pages", "entities"]
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        assert all(cell.comment and cell.font.bold for cell in sheet[1])


def test_no_text_becomes_a_formula_or_a_link(edited):
    hostile = edited(
        ("statement: The NIS put the dead at about 600.", 'statement: "=HYPERLINK(1)"'),
        ("name: Kim Chol-ho", 'name: "@SUM(A1)"'),
    )
    base = nkfacts.load(str(hostile))
    book = sheets(as_xlsx(base))
    base.close()
    assert "=HYPERLINK(1)" in {cell.value for cell in column(book["claims"], "statement")}
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_the_same_facts_make_the_same_bytes(base, monkeypatch):
    first = as_xlsx(base)
    monkeypatch.setenv("TZ", "Asia/Seoul")
    assert as_xlsx(base.on(None)) == first


def test_without_the_library_the_mend_names_the_extra(base, monkeypatch, run, tmp_path):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(OutputProblem) as refused:
        as_xlsx(base)
    assert "nkfacts[xlsx]" in refused.value.mend
    result = run("export", "xlsx", "-o", tmp_path / "facts.xlsx")
    assert (result.out, result.code) == ("", 4)
    assert list(tmp_path.iterdir()) == []
