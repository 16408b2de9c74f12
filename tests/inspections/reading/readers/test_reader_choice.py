"""Readers are found in their folder and chosen by content; a file nobody reads is refused in plain words."""

import subprocess
import sys
from pathlib import Path

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource
from tests.made_pdf import new_pdf

ROOT = Path(__file__).resolve().parents[4]


def refusal_of(name, data):
    with pytest.raises(UnreadableSource) as refusal:
        readers.reader_for(Source(name, data))
    return refusal.value.message


def pdf_saying(*lines):
    pdf = new_pdf()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for line in lines:
        pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def test_every_reader_keeps_the_contract():
    for reader in readers.all_readers():
        assert isinstance(reader.NAME, str)
        assert isinstance(reader.VERSION, int)
        assert readers.by_name(reader.NAME) is reader


def test_unknown_reader_names_the_known_ones():
    with pytest.raises(LookupError, match="ofsted_report"):
        readers.by_name("ofsted_raport")


def test_web_page_named_pdf_is_told_with_its_title():
    page = b"<!DOCTYPE html>\n<html><head><title>\n Report&#39;s gone </title></head><body></body></html>"

    message = refusal_of("80999_borsetshire/report.pdf", page)

    assert message == (
        "This file is a web page, not a PDF: its title is ‘Report's gone’. "
        "The report itself was not downloaded."
    )


@pytest.mark.parametrize("data", [b"", b"  \n \n"])
def test_empty_file(data):
    assert refusal_of("report.pdf", data) == "This file is empty."


def test_pdf_about_something_else():
    data = pdf_saying("Annual report of a bank", "Overall effectiveness: Good")

    assert "not a report this site can read" in refusal_of("80999_borsetshire/inspection.pdf", data)


def test_scan_without_text():
    assert "probably a scan" in refusal_of("report.pdf", pdf_saying())


@pytest.mark.parametrize(
    ("data", "said"), [(b"PK\x03\x04rest", "spreadsheet"), (b"\x89PNG\r\n\x1a\n", "neither a PDF nor")]
)
def test_other_files(data, said):
    assert said in refusal_of("report.pdf", data)


def test_asking_for_one_reader_imports_no_other():
    """Whoever takes files in asks for versions only; each reader is half a tenth of a second."""
    asked = (
        "import sys\nfrom inspections.reading import readers\nreaders.by_name('jtai_report')\n"
        "print(*(name for name in readers.names() if f'{readers.__name__}.{name}' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["jtai_report"]
