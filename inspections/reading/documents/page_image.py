"""One page of a PDF as a picture, made in a child process that is bounded and ends with it.

``python -m inspections.reading.documents.page_image FILE PAGE`` writes a PNG on standard output. A page that
does not exist ends it with status 3, a file that is no readable PDF with status 4. It imports no Django.
"""

from __future__ import annotations

import resource
import struct
import subprocess
import sys
import threading
import zlib
from pathlib import Path

from inspections.reading.process.limits import MAX_FILE_BYTES

WIDTH = 1000
MOST_PIXELS_HIGH = 2000
CPU_SECONDS = 8
WALL_SECONDS = 15
MEMORY_BYTES = 1024 * 1024 * 1024
MAX_PICTURE_BYTES = 16 * 1024 * 1024
_NO_SUCH_PAGE = 3
_NOT_READABLE = 4
_ROOT = Path(__file__).resolve().parents[3]
# However many people look at once, the machine draws few pages at a time.
_turns = threading.BoundedSemaphore(2)


class NoPicture(Exception):
    """There is no picture of this page; the message says why, for a person."""


def page_picture(path: Path, page: int) -> bytes:
    """The page (from 1) as PNG, at most WIDTH pixels wide. Raises NoPicture."""
    command = [sys.executable, "-m", "inspections.reading.documents.page_image", str(path), str(page)]
    with _turns:
        try:
            done = subprocess.run(  # noqa: S603 - our own interpreter and module
                command, cwd=_ROOT, capture_output=True, timeout=WALL_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            raise NoPicture("Drawing this page took too long and was stopped.") from None
    if done.returncode == _NO_SUCH_PAGE:
        raise NoPicture(f"This file has no page {page}.")
    if done.returncode == _NOT_READABLE:
        raise NoPicture("This file is no PDF that can be drawn.")
    if done.returncode or not done.stdout.startswith(b"\x89PNG") or len(done.stdout) > MAX_PICTURE_BYTES:
        raise NoPicture("Drawing this page wanted more time or memory than a report needs.")
    return done.stdout


def _draw(path: Path, number: int) -> bytes:
    """Raises IndexError for a page that is not there, ValueError for a file that is no PDF."""
    import pypdfium2 as pdfium

    if path.stat().st_size > MAX_FILE_BYTES:
        raise ValueError("larger than any file taken in")
    try:
        document = pdfium.PdfDocument(path.read_bytes())
    except pdfium.PdfiumError as error:
        raise ValueError(str(error)) from error
    if not 1 <= number <= len(document):
        raise IndexError(number)
    try:
        page = document[number - 1]
    except pdfium.PdfiumError as error:
        raise ValueError(str(error)) from error
    wide, high = page.get_size()
    if wide <= 0 or high <= 0:
        raise ValueError("a page without a size")
    scale = min(WIDTH / wide, MOST_PIXELS_HIGH / high)
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, may_draw_forms=False)
    return _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)


def _png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """RGB (3 channels), RGBA (4) or grey (1), 8 bits each, as the plainest PNG there is."""
    colour = {1: 0, 3: 2, 4: 6}[channels]
    rows = b"".join(b"\x00" + pixels[row * stride : row * stride + width * channels] for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    path, number = Path(sys.argv[1]), int(sys.argv[2])
    try:
        picture = _draw(path, number)
    except IndexError:
        return _NO_SUCH_PAGE
    except (ValueError, OSError):
        return _NOT_READABLE
    sys.stdout.buffer.write(picture)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
