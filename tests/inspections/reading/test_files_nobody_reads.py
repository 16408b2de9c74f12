"""A file that cannot be read is called what it is, by its title, with what is missing or would help."""

import io
import zipfile

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource
from tests.inspections.reading.readers.made_spreadsheets import day, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def refusal(data, name="file.bin"):
    with pytest.raises(UnreadableSource) as refused:
        readers.reader_for(Source(name, data))
    return refused.value.message


def zipped(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, words in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), words)
    return buffer.getvalue()


def test_a_word_document_by_its_title():
    core = (
        "<cp:coreProperties><dc:title>Inspection of Borsetshire &amp; district</dc:title></cp:coreProperties>"
    )

    said = refusal(zipped(word__document_xml="<w:document/>", docProps__core_xml=core), "report.docx")

    assert said.startswith("This is a Word document: its title is ‘Inspection of Borsetshire & district’.")
    assert "Save it as PDF" in said


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"word__document_xml": "<w:p/><w:p><w:r><w:t>Our </w:t></w:r><w:t>letter</w:t></w:p>"},
         "a Word document; it begins ‘Our letter’"),
        ({"mimetype": "application/vnd.oasis.opendocument.text",
          "content_xml": "<text:p>Our letter</text:p>"}, "a text document (ODT); it begins ‘Our letter’"),
        ({"ppt__presentation_xml": "<p/>"}, "a PowerPoint presentation"),
    ],
)  # fmt: skip
def test_other_documents_by_their_first_words(parts, what):
    assert f"This is {what}" in refusal(zipped(**parts))


def test_an_archive_by_what_is_in_it():
    said = refusal(zipped(**{"one.pdf": "x", "two.pdf": "y"}))

    assert "2 parts (one.pdf, two.pdf)" in said
    assert "one by one" in said


@pytest.mark.parametrize(
    ("stream", "what"),
    [
        ("EncryptedPackage", "encrypted with a password"),
        ("Workbook", "Excel workbook of before 2007"),
        ("WordDocument", "Word document of before 2007"),
        ("Something", "an Office file of before 2007"),
    ],
)
def test_old_and_encrypted_office_files(stream, what):
    assert what in refusal(OLE + stream.encode("utf-16-le") + b"\x00" * 40)


def test_an_encrypted_open_document_asks_for_its_password():
    """Its parts are packed like any others, and hold noise."""
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    data = zipped(
        mimetype="application/vnd.oasis.opendocument.spreadsheet",
        content_xml=bytes(range(256)) * 3,
        **{"META-INF/manifest.xml": manifest},
    )

    assert refusal(data) == "This spreadsheet is encrypted and asks for a password."


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture (JPEG)"),
        (b"7z\xbc\xaf\x27\x1c\x00", "an archive (7z)"),
        (b"\x00\x01\x02\x03", "a file of an unknown kind"),
        (b"{\\rtf1\\ansi Our letter}", "rich text (RTF)"),
        (b'{"inspections": []}', "JSON that no reader knows"),
        (b"From: somebody@example.org\nMIME-Version: 1.0\n\nwords", "an e-mail"),
        (b"PK\x05\x06" + b"\x00" * 18, "an empty archive"),
        (b"Dear all,\n\nthe inspection went well.\n", "plain text, neither a PDF nor a web page nor a table"),
    ],
)
def test_files_of_other_kinds(data, what):
    assert what in refusal(data)


def test_a_spreadsheet_by_its_sheets_and_title_and_what_it_lacks():
    said = refusal(xlsx({
        "Budget": [["Spending of our council in 2024"], ["Council", "Paid on date", "Pounds"],
                   ["Kent", day("2024-04-01"), 5]],
        "Notes": [["Nothing else"]],
    }))  # fmt: skip

    assert "a spreadsheet with the sheets Budget, Notes; it begins ‘Spending of our council in 2024’" in said
    assert "no reader knows what is in it" in said
    assert "It has no column that says what was found (a grade, an outcome, a number of cases)." in said


def test_a_table_in_text_says_all_that_it_lacks():
    said = refusal(b"colour;number\nred;5\n", "numbers.csv")

    assert "This is a table (CSV); it begins ‘colour’" in said
    assert "whom (a local authority or a police force); nor when" in said


def test_a_table_that_has_everything_by_other_names_is_told_so():
    said = refusal(b"Council,Date we came,Our judgement\nKent,1/2/2024,fine\n")

    assert said.endswith("Its columns go by other names than those of the tables read here.")
