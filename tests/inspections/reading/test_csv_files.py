"""CSV files as people's spreadsheets save them, and files that only look like one."""

import pytest

from inspections.reading.documents import csv_rows
from inspections.reading.documents.errors import UnreadableSource


@pytest.mark.parametrize(
    "data",
    [
        "name,cases\r\nSt Helen’s , 9\r\n".encode(),
        b"\xef\xbb\xbf" + "name,cases\nSt Helen’s,9\n".encode(),
        "name;cases\nSt Helen’s;9\n".encode("cp1252"),
        "name\tcases\nSt Helen’s\t9\n".encode("utf-16"),
        "name\tcases\nSt Helen’s\t9\n".encode("utf-16-le"),
        "name,cases\nSt Helen’s,9\n".encode("utf-16-be"),
        "name,cases\rSt Helen’s,9\r".encode(),
    ],
)
def test_rows_come_out_alike_however_they_were_saved(data):
    assert csv_rows.read_rows(data) == [["name", "cases"], ["St Helen’s", "9"]]


def test_empty_rows_stay_so_that_row_numbers_are_those_of_the_file():
    assert csv_rows.read_rows(b"a,b\n\n1,2\n") == [["a", "b"], [], ["1", "2"]]


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_the_file_may_say_itself_what_parts_its_cells(line_end):
    data = b"\xef\xbb\xbf" + line_end.join(["sep=;", "name;cases, all", "Kent;9"]).encode()

    assert csv_rows.read_rows(data)[1:] == [["name", "cases, all"], ["Kent", "9"]]
    assert csv_rows.first_rows(data)[1] == ["name", "cases, all"]


def test_what_parts_the_cells_is_told_by_the_fullest_line():
    """A title has none, or a comma of its own."""
    data = b"Cases, looked at in 2019\n\nname;cases;good\nKent;9;1\n"

    assert csv_rows.read_rows(data)[2:] == [["name", "cases", "good"], ["Kent", "9", "1"]]


def test_a_cell_may_hold_the_delimiter_and_a_line_end():
    assert csv_rows.read_rows(b'a,b\n"x, y","one\ntwo"\n') == [["a", "b"], ["x, y", "one\ntwo"]]


def test_bytes_that_are_no_text_are_no_csv():
    assert csv_rows.decoded(b"\x00\x01binary") is None
    with pytest.raises(UnreadableSource, match="no text"):
        csv_rows.read_rows(b"\x00\x01")


@pytest.mark.parametrize(
    ("data", "said"), [(b'a,b\n"open,1\n', "row 2"), (b"a\n" + b"x" * 20_001 + b"\n", "row 2")]
)
def test_a_broken_file_is_refused_with_its_row(data, said):
    with pytest.raises(UnreadableSource) as refused:
        csv_rows.read_rows(data)
    assert refused.value.where == said


def test_a_file_of_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr(csv_rows, "MOST_ROWS", 3)
    with pytest.raises(UnreadableSource, match="more than 3 rows"):
        csv_rows.read_rows(b"a\n1\n2\n3\n")
