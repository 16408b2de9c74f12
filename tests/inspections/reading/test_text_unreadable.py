"""PDFs that cannot be opened, or not wholly, are refused with a reason."""

import pytest

from inspections.reading.documents import pdf as text
from inspections.reading.documents.errors import UnreadableSource
from tests.made_pdf import new_pdf


def pdf(pages=1, *, password=None):
    made = new_pdf()
    if password:
        made.set_encryption(owner_password=password, user_password=password)
    made.set_font("Helvetica", size=11)
    for number in range(1, pages + 1):
        made.add_page()
        made.cell(0, 6, f"Made-up page {'abc'[number - 1]}")
    return bytes(made.output())


def refusal_of(data):
    with pytest.raises(UnreadableSource) as refusal:
        text.bare_pages(data)
    return refusal.value


def test_a_sound_pdf_is_read_page_by_page():
    assert text.clean_pages(text.bare_pages(pdf(3))) == ["Made-up page a", "Made-up page b", "Made-up page c"]


def test_encrypted():
    assert "encrypted" in refusal_of(pdf(password="secret")).message


def test_cut_short():
    assert "breaks off before its end" in refusal_of(pdf()[:300]).message


def test_damaged():
    data = b"%PDF-1.4\n" + b"\x00garbage" * 50 + b"\n%%EOF\n"

    assert "damaged" in refusal_of(data).message


def minimal(objects):
    """A PDF of these numbered objects, with its cross-reference table."""
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def test_no_pages():
    data = minimal([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])

    assert refusal_of(data).field in ("pages", "content")


def test_page_tree_that_loops():
    data = minimal(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 5 >>"]
    )

    assert refusal_of(data).message


def test_page_count_that_cannot_be(monkeypatch):
    monkeypatch.setattr(text, "MOST_PAGES", 2)

    refusal = refusal_of(pdf(3))

    assert (refusal.field, refusal.value) == ("pages", "3")
