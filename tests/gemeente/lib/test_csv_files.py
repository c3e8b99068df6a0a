"""Tables to download: whole, readable, and never a formula."""

import csv
import io

import pytest

from gemeente.lib.csv_files import csv_response, safe_cell


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", " =", "  @"])
def test_cell_that_a_spreadsheet_would_run_gets_a_quote(first: str) -> None:
    text = f"{first}HYPERLINK(1)"

    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Noor", "2026-01-01", "a=b", "noor@voorbeeld.example", "'=1", ""])
def test_plain_cell_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


def test_nothing_is_an_empty_cell_and_a_number_is_text() -> None:
    assert (safe_cell(None), safe_cell(3), safe_cell(-3)) == ("", "3", "'-3")


def test_file_is_read_back_as_it_was_written() -> None:
    rows = [['Noor "de bouwer"; Jansen', "één\nregel"], ["=1+1", None]]

    response = csv_response("lijst.csv", ["naam", "@rol"], rows)

    text = response.content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=";")) == [
        ["naam", "'@rol"],
        ['Noor "de bouwer"; Jansen', "één\nregel"],
        ["'=1+1", ""],
    ]
    assert response["Content-Disposition"] == 'attachment; filename="lijst.csv"'
    assert response["Cache-Control"] == "no-store"
