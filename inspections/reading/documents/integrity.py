"""Damage inside a PDF that whoever opens it does not tell: parts that no longer unpack as they were packed.

pdfium shows what is left of a damaged part and says nothing, so words may be gone or changed. Every packed
part ends with a sum of its bytes (zlib, RFC 1950); it is checked here, pictures apart. What unfolds to far
more than a report's text is refused before anything opens it.
"""

from __future__ import annotations

import re
import zlib

from inspections.reading.documents.errors import UnreadableSource

MOST_UNFOLDED = 64 * 1024 * 1024  # of all parts together, pictures apart; the reports at hand reach 4 MB
_CHUNK = 64 * 1024
_UNFOLDED_CHUNK = 1024 * 1024
_LONGEST_HEAD = 2000
_STREAM = re.compile(rb"stream\r?\n")
_PACKED = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")


def torn_parts(data: bytes) -> tuple[int, ...]:
    """Positions (bytes from the start) of packed parts that do not unpack. Raises UnreadableSource.

    Those of an encrypted file cannot be seen from outside: there every one of them seems torn.
    """
    torn: list[int] = []
    left = MOST_UNFOLDED
    end = begun = 0
    view = memoryview(data)
    for found in _STREAM.finditer(data):
        if found.start() < end or data[found.start() - 3 : found.start()] == b"end":
            continue  # within a part that was unpacked already, or the end of one
        begun += 1
        head = data[max(found.start() - _LONGEST_HEAD, 0) : found.start()]
        head = head[head.rfind(b" obj") :]
        if not _PACKED.search(head) or _PICTURE.search(head):
            continue
        whole, size, end = _unpacked(view, found.end(), left)
        if not whole:
            torn.append(found.end())
        left -= size
    if not torn and begun != data.count(b"endstream"):
        torn.append(0)  # the beginning or the end of a part is lost, nobody can say which
    return tuple(torn)


def _unpacked(view: memoryview, start: int, most: int) -> tuple[bool, int, int]:
    """Whether the part unpacks to its end, the bytes it unfolds to, and where it ends."""
    parser = zlib.decompressobj()
    size = 0
    position = start
    try:
        while not parser.eof and position < len(view):
            waiting: bytes | memoryview = view[position : position + _CHUNK]
            position += len(waiting)
            while waiting and not parser.eof:
                size += len(parser.decompress(waiting, _UNFOLDED_CHUNK))
                if size > most:
                    raise UnreadableSource(
                        "This PDF is far larger inside than a report can be: "
                        f"its text unfolds to more than {MOST_UNFOLDED // 2**20} MB.",
                        where=f"byte {start}",
                        field="size",
                        value=f"more than {MOST_UNFOLDED}",
                    )
                waiting = parser.unconsumed_tail
    except zlib.error:
        return False, size, start
    return parser.eof, size, position - len(parser.unused_data) if parser.eof else start
