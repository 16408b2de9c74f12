"""One page of a PDF as a picture, drawn where a hostile file costs one short process."""

import struct
import time

import pytest
from fpdf import FPDF

from inspections.reading.documents import page_image
from inspections.reading.documents.page_image import NoPicture, page_picture


def pdf(*sizes, pages=1):
    """A PDF with a page of each size (points), or of A4."""
    document = FPDF(unit="pt")
    for size in sizes or ["A4"] * pages:
        document.add_page(format=size)
    return bytes(document.output())


@pytest.fixture
def drawn(tmp_path):
    def draw(data, page=1):
        path = tmp_path / "file.pdf"
        path.write_bytes(data)
        return page_picture(path, page)

    return draw


def size_of(picture):
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", picture[16:24])


def test_a_page_of_a4_is_as_wide_as_it_may_be(drawn):
    wide, high = size_of(drawn(pdf()))

    assert wide == 1000
    assert high == pytest.approx(1000 * 297 / 210, abs=2)


@pytest.mark.parametrize("size", [(10, 14_000), (14_000, 10), (14_000, 14_000), (3, 3)])
def test_no_size_of_page_makes_a_large_picture(drawn, size):
    wide, high = size_of(drawn(pdf(size)))

    assert 1 <= wide <= 1001
    assert 1 <= high <= 2001


@pytest.mark.parametrize("page", [0, 3, -1, 10**12])
def test_a_page_that_is_not_there_is_named(drawn, page):
    with pytest.raises(NoPicture, match=f"no page {page}"):
        drawn(pdf(pages=2), page)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 a spreadsheet", b"<html></html>", b"%PDF-1.7\nbroken"])
def test_what_is_no_pdf_is_said(drawn, data):
    with pytest.raises(NoPicture, match="no PDF that can be drawn"):
        drawn(data)


def test_a_file_that_is_gone_is_said(tmp_path):
    with pytest.raises(NoPicture):
        page_picture(tmp_path / "gone.pdf", 1)


def test_drawing_that_takes_too_long_is_stopped(drawn, monkeypatch):
    monkeypatch.setattr(page_image, "WALL_SECONDS", 0.01)
    began = time.monotonic()

    with pytest.raises(NoPicture, match="took too long"):
        drawn(pdf())
    assert time.monotonic() - began < 5
