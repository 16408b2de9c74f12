"""The words of a PDF, page by page, with what the layout put in their way mended once.

Readers see clean lines: ordinary spaces, hyphens where the typesetter broke a word, no running headers,
no page numbers. What cannot be opened is refused in words a person understands.
"""

from __future__ import annotations

import io
import re
from collections import Counter

import pypdfium2 as pdfium

from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.language.text import mended

MOST_PAGES = 1500
_SAME_HEADER_SHARE = 0.4
_EDGE_LINES = 3
_NOT_ENCRYPTED = -1

# What a browser prints above and below a page: when it was printed, and its address with the page number.
_BROWSERS = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\b.*|https?://\S+ \d{1,4}/\d{1,4}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def bare_pages(data: bytes) -> list[str]:
    """Text of every page as pdfium gives it. Raises UnreadableSource."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        reason = "This PDF is damaged and cannot be opened."
        if "password" in str(error).lower() or "security" in str(error).lower():
            reason = "This PDF is encrypted and asks for a password."
        elif b"%%EOF" not in data[-2048:]:
            reason = "This PDF breaks off before its end; it was probably cut short while being downloaded."
        raise UnreadableSource(reason, value=str(error)) from error
    try:
        count = len(document)
        if count == 0:
            raise UnreadableSource("This PDF has no pages.", field="pages", value="0")
        if count > MOST_PAGES:
            raise UnreadableSource(
                f"This PDF says it has {count} pages; no inspection report has more than {MOST_PAGES}.",
                field="pages",
                value=str(count),
            )
        return [_page_text(document, index) for index in range(count)]
    finally:
        document.close()


def unlocked(data: bytes) -> bytes | None:
    """The file without its encryption; None where it has none or asks for a password.

    The file's own structure says whether it is encrypted; the word elsewhere in it says nothing.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return None  # whoever opens it next says why it cannot be opened
    try:
        if pdfium.raw.FPDF_GetSecurityHandlerRevision(document) == _NOT_ENCRYPTED:
            return None
        plain = io.BytesIO()
        document.save(plain, flags=pdfium.raw.FPDF_REMOVE_SECURITY)
        return plain.getvalue()
    finally:
        document.close()


def clean_pages(pages: list[str]) -> list[str]:
    """Mend characters, then take out page numbers and lines repeated at the edge of most pages."""
    lined = [mended(page).split("\n") for page in pages]
    furniture: frozenset[str] = frozenset()
    if len(lined) >= _EDGE_LINES:
        seen: Counter[str] = Counter()
        for lines in lined:
            seen.update({_shape(lines[position]) for position in _edges(lines)})
        least = max(3.0, _SAME_HEADER_SHARE * len(lined))
        furniture = frozenset(shape for shape, times in seen.items() if times >= least and shape != "#")
    return ["\n".join(_without_furniture(lines, number, furniture)) for number, lines in enumerate(lined, 1)]


def _page_text(document: pdfium.PdfDocument, index: int) -> str:
    try:
        page = document[index]
    except pdfium.PdfiumError as error:
        raise UnreadableSource(
            f"Page {index + 1} of this PDF is damaged.", where=f"page {index + 1}", field="pages"
        ) from error
    try:
        words = page.get_textpage()
        try:
            return words.get_text_range()
        finally:
            words.close()
    except pdfium.PdfiumError as error:
        raise UnreadableSource(
            f"The text of page {index + 1} cannot be read.", where=f"page {index + 1}", field="pages"
        ) from error
    finally:
        page.close()


def _edges(lines: list[str]) -> list[int]:
    """Positions of the first and last few lines that say anything."""
    said = [position for position, line in enumerate(lines) if line.strip()]
    if len(said) <= 2 * _EDGE_LINES:
        return said
    return said[:_EDGE_LINES] + said[-_EDGE_LINES:]


def _shape(line: str) -> str:
    return _DIGITS.sub("#", line.strip().lower())


def _without_furniture(lines: list[str], number: int, furniture: frozenset[str]) -> list[str]:
    """Page 1 keeps what looks like a running header: on a title page it may be the title itself."""
    dropped: set[int] = set()
    for position in _edges(lines):
        line = lines[position].strip()
        repeated = number > 1 and _shape(line) in furniture
        if line == str(number) or repeated or _BROWSERS.fullmatch(line):
            dropped.add(position)
    if not dropped:
        return lines
    return [line for position, line in enumerate(lines) if position not in dropped]
