"""Damage inside a PDF is found, and nothing else is taken for it."""

import zlib

import pytest

from inspections.reading.documents import integrity
from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.documents.source import Source
from tests import hostile_pdf

WORDS = b"BT /F1 9 Tf 40 700 Td (our own words) Tj ET\n" * 30


def test_a_whole_file_has_no_torn_part(report):
    assert integrity.torn_parts(report()) == ()
    assert Source("a.pdf", report()).doubts() == []


def test_a_changed_byte_in_a_packed_part_is_found_where_it_begins():
    data = bytearray(hostile_pdf.with_pages(hostile_pdf.stream(WORDS), 1))
    begins = data.index(b"stream\n") + len(b"stream\n")
    data[begins + 20] ^= 1

    [doubt] = Source("a.pdf", bytes(data)).doubts()[:1]

    assert integrity.torn_parts(bytes(data)) == (begins,)
    assert (doubt.severity, doubt.where) == ("blocking", f"byte {begins}")


def test_a_part_whose_beginning_is_lost_is_found():
    data = hostile_pdf.with_pages(hostile_pdf.stream(WORDS), 1).replace(b"stream\n", b"str##m\n", 1)

    assert integrity.torn_parts(data) == (0,)


def test_a_damaged_picture_changes_no_word():
    packed = bytearray(zlib.compress(bytes(range(256)) * 9))
    packed[30] ^= 1
    head = b"<< /Subtype /Image /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)

    assert integrity.torn_parts(b"9 0 obj\n" + head + bytes(packed) + b"\nendstream") == ()


def test_a_page_without_a_word_is_named():
    spoken, silent = Source("a.pdf", hostile_pdf.with_pages(hostile_pdf.stream(WORDS), 2)), b"q Q\n"

    [doubt] = Source("b.pdf", hostile_pdf.with_pages(hostile_pdf.stream(silent), 2)).doubts()

    assert spoken.doubts() == []
    assert (doubt.where, doubt.value) == ("page 1", "1, 2")


def test_parts_that_unfold_to_far_too_much_are_refused():
    with pytest.raises(UnreadableSource, match="far larger inside"):
        integrity.torn_parts(hostile_pdf.bomb(gigabytes=1))
