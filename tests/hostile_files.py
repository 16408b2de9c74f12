"""Files made to go wrong, from good ones: each ``(name, bytes)`` says in its name what was done to it."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator

from tests import hostile_pdf
from tests.made_pdf import new_pdf

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(400)
HTML = b"<!doctype html><html><body><h1>Page not found</h1></body></html>"
_MARKS = re.compile(rb" obj|/[A-Z]|\d R\b|\d{10} \d{5} n|stream")

Change = Callable[[bytes, random.Random], bytes]


def cut_short(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data) - 1)]


def flipped(bits: int) -> Change:
    def change(data: bytes, chance: random.Random) -> bytes:
        changed = bytearray(data)
        for _ in range(bits):
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        return bytes(changed)

    change.__name__ = f"{bits}_bits_flipped"
    return change


def structure_flipped(data: bytes, chance: random.Random) -> bytes:
    """Bits of what holds a PDF or a zip together, not of what is packed in it."""
    changed = bytearray(data)
    marks = [found.start() for found in _MARKS.finditer(data)] or [0, len(data) - 8]
    for _ in range(4):
        changed[chance.choice(marks) + chance.randrange(3)] ^= 1 << chance.randrange(4)
    return bytes(changed)


def zeros_written(data: bytes, chance: random.Random) -> bytes:
    many = min(2000, len(data) // 4)
    at = chance.randrange(len(data) - many)
    return data[:at] + bytes(many) + data[at + many :]


def hole(data: bytes, chance: random.Random) -> bytes:
    many = min(3000, len(data) // 4)
    at = chance.randrange(len(data) - many)
    return data[:at] + data[at + many :]


def block_repeated(data: bytes, chance: random.Random) -> bytes:
    many = min(4096, len(data) // 4)
    at = chance.randrange(len(data) - many)
    return data[: at + many] + data[at:]


def line_ends_changed(data: bytes, chance: random.Random) -> bytes:
    """As a transfer in text mode does."""
    return data.replace(b"\r\n", b"\n") if b"\r\n" in data else data.replace(b"\n", b"\r\n")


def rubbish_after(data: bytes, chance: random.Random) -> bytes:
    return data + b"\r\n<!-- served by a cache -->\r\n"


def rubbish_before(data: bytes, chance: random.Random) -> bytes:
    return b"\r\n" * chance.randrange(1, 20) + data


CHANGES: tuple[Change, ...] = (
    cut_short,
    flipped(1),
    flipped(5),
    flipped(50),
    flipped(500),
    structure_flipped,
    zeros_written,
    hole,
    block_repeated,
    line_ends_changed,
    rubbish_after,
    rubbish_before,
)


def locked(pages: list[str], owner_only: bool) -> bytes:
    """An encrypted PDF that asks for a password, or one that anybody may open."""
    pdf = new_pdf()
    pdf.set_encryption(owner_password="a made-up owner", user_password="" if owner_only else "made up")
    pdf.set_font("Helvetica", size=11)
    for page in pages:
        pdf.add_page()
        for line in page.replace("’", "'").replace("–", "-").split("\n"):
            pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def spreadsheet_bomb(megabytes: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with archive.open("content.xml", "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(bytes(2**20))
    return buffer.getvalue()


def workbook_bomb(megabytes: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/sharedStrings.xml", bytes(megabytes * 2**20))
    return buffer.getvalue()


def million_objects() -> bytes:
    """One million small objects, all told of in the table, and one page."""
    out = [b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"]
    out += [b"2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"]
    out += [b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"]
    out += [b"%d 0 obj\n[%d 0 R]\nendobj\n" % (n, n + 1) for n in range(4, 1_000_004)]
    return b"".join(out) + b"trailer\n<</Size 1000004/Root 1 0 R>>\n%%EOF\n"


def page_tree(kids: bytes, count: int) -> bytes:
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    node = b"<< /Type /Pages /Count %d /Kids [%s] /Parent 3 0 R >>"
    return hostile_pdf.assembled({1: catalog, 2: node % (count, kids), 3: node % (count, b"2 0 R")})


def deep_nesting(depth: int) -> bytes:
    return hostile_pdf.assembled(
        {1: b"<< /Type /Catalog /Pages 2 0 R /Deep " + b"[" * depth + b"]" * depth + b" >>", 2: b"null"}
    )


def packed_twice(megabytes: int) -> bytes:
    """Unfolds to a few megabytes, and those to hundreds."""
    inner = zlib.compress(b" " * (megabytes * 2**20), 9)
    packed = zlib.compress(inner, 9)
    body = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(packed)
    return hostile_pdf.with_pages(body + packed + b"\nendstream", 1)


def special() -> Iterator[tuple[str, bytes]]:
    """What is refused whatever it is called."""
    yield "zero bytes.pdf", b""
    yield "zero bytes.ods", b""
    yield "a page not found.pdf", HTML
    yield "a picture.pdf", PNG
    yield "a picture.xlsx", PNG
    yield "zeros.pdf", bytes(300_000)
    yield "only a head.pdf", b"%PDF-1.7\n%%EOF\n"
    yield "bomb.ods", spreadsheet_bomb(600)
    yield "bomb.xlsx", workbook_bomb(200)
    yield "bomb named as a report.pdf", workbook_bomb(20)
    yield "a million objects.pdf", million_objects()
    yield "a page tree that holds itself.pdf", page_tree(b"2 0 R 3 0 R", 40)
    yield "a page tree with two billion pages.pdf", page_tree(b"3 0 R", 2**31 - 1)
    yield "no pages.pdf", page_tree(b"", 0)
    yield "deep nesting.pdf", deep_nesting(200_000)
    yield "unfolds to a gigabyte.pdf", hostile_pdf.bomb(gigabytes=1)
    yield "unfolds twice.pdf", packed_twice(300)
    yield "text for minutes.pdf", hostile_pdf.slow()
    yield (
        "900 pages of nothing of ours.pdf",
        hostile_pdf.with_pages(
            hostile_pdf.stream(
                b"BT /F1 9 Tf 40 700 Td (our own made-up words, again and again) Tj ET\n" * 40
            ),
            900,
        ),
    )
