"""The web page inside the one file a browser may save it as: MHTML (Chrome, Edge), a web archive (Safari)."""

from __future__ import annotations

import email
import plistlib
import re

_MHTML = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_HEAD = 2000
_SAFARI = b"bplist00"


def page_in(data: bytes) -> bytes | None:
    """The page as it was sent, pictures and frames left out; None where the file is no such thing."""
    if data.startswith(_SAFARI):
        return _of_safari(data)
    head = data[:_HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if not _MHTML.search(head):
        return None
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            return page if isinstance(page, bytes) else None
    return None


def _of_safari(data: bytes) -> bytes | None:
    try:
        page = plistlib.loads(data)["WebMainResource"]["WebResourceData"]
    except (plistlib.InvalidFileException, LookupError, TypeError, ValueError, OverflowError):
        return None
    return page if isinstance(page, bytes) else None
