"""A page saved as one file is the page, whatever file the browser makes of it."""

import plistlib
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from inspections.reading.documents import saved_page
from inspections.reading.documents.source import Source

PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Borset</title>'
    '<link rel="canonical" href="https://inspect.test/borset/"></head>'
    "<body><h1>Borset’s inspection</h1><p>In June 2015 we looked.</p></body></html>"
)


def mhtml(html=PAGE):
    whole = MIMEMultipart("related", type="text/html")
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = "https://inspect.test/borset/"
    whole["Subject"] = "Borset"
    whole["Date"] = "Tue, 12 Sep 2017 10:30:12 -0000"
    whole.attach(MIMEText(html, "html", "utf-8"))
    whole.attach(MIMEImage(b"\x89PNG\r\n", "png"))
    whole.attach(MIMEText("<p>In a frame</p>", "html", "utf-8"))
    return whole.as_bytes()


def safari(html=PAGE):
    main = {"WebResourceData": html.encode(), "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize("data", [PAGE.encode(), mhtml(), mhtml().replace(b"\n", b"\r\n"), safari()])
def test_the_page_is_read_and_nothing_round_it(data):
    source = Source("borset.mhtml", data)

    assert source.kind == "html"
    assert [block.text for block in source.page.blocks] == ["Borset’s inspection", "In June 2015 we looked."]
    assert (source.page.title, source.page.url) == ("Borset", "https://inspect.test/borset/")


@pytest.mark.parametrize(
    "data",
    [
        b"bplist00",
        b"bplist00" + bytes(range(256)),
        plistlib.dumps(["WebMainResource"], fmt=plistlib.FMT_BINARY),
        plistlib.dumps({"WebMainResource": {"WebResourceData": "words"}}, fmt=plistlib.FMT_BINARY),
        safari()[:-40],
        b"Content-Type: multipart/related\n\nno parts",
        b"Content-Type: text/plain\n\nmultipart/related",
        b"area,date\nContent-Type: multipart,related",
    ],
)
def test_other_files_hold_no_page(data):
    assert saved_page.page_in(data) is None
