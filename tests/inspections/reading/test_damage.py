"""Damage inside a PDF is found, and nothing else is taken for it."""

import zlib

import pytest
from fpdf.enums import EncryptionMethod

from inspections.reading.documents import integrity
from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.documents.source import Source
from tests import hostile_pdf
from tests.made_pdf import new_pdf

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


@pytest.mark.parametrize(
    "word", [b"/Encrypt", b"%% /Encrypt 7 0 R", b"9 0 obj\n<< /Encrypt 7 0 R >>\nendobj", b"(/Encrypt) "]
)
@pytest.mark.parametrize("at_end", [False, True])
def test_the_word_for_encryption_hides_no_damage(word, at_end):
    data = bytearray(hostile_pdf.with_pages(hostile_pdf.stream(WORDS), 1))
    data[data.index(b"stream\n") + 27] ^= 1
    whole = bytes(data).replace(b"%%EOF", word + b"\n%%EOF") if at_end else bytes(data) + b"\n" + word

    assert any("damaged inside" in doubt.message for doubt in Source("a.pdf", whole).doubts())


def encrypted():
    pdf = new_pdf()
    pdf.set_encryption(owner_password="ours", encryption_method=EncryptionMethod.RC4)
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    pdf.multi_cell(0, 6, "Our own words, which anyone may read. " * 40)
    return bytes(pdf.output())


def test_what_an_encrypted_file_packs_is_not_taken_for_torn():
    source = Source("a.pdf", encrypted())

    assert integrity.torn_parts(source.data) != ()
    assert "anyone may read" in source.pages[0]
    assert source.doubts() == []


def test_damage_is_found_in_an_encrypted_file_too():
    data = bytearray(encrypted())
    data[integrity.torn_parts(bytes(data))[0] + 25] ^= 1

    doubt = Source("a.pdf", bytes(data)).doubts()[0]

    assert (doubt.where, doubt.value) == ("file", "1 damaged")


def test_an_encryption_that_encrypts_nothing_hides_no_damage():
    data = bytearray(hostile_pdf.with_pages(hostile_pdf.stream(WORDS), 1))
    data[data.index(b"stream\n") + 27] ^= 1
    key = b"<" + b"00" * 32 + b">"
    names_it = (
        b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 4 /R 4 /Length 128 /P -4 /O %s /U %s "
        b"/CF << /StdCF << /CFM /None >> >> /StmF /Identity /StrF /Identity >>" % (key, key)
    )
    hidden = bytes(data).replace(b"trailer\n<<", b"trailer\n<< " + names_it)

    assert any("damaged inside" in doubt.message for doubt in Source("a.pdf", hidden).doubts())


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
