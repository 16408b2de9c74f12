"""Which documents are JTAI letters, and which only speak of one."""

import time

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers import area_send_report, jtai_report, welsh_joint
from inspections.reading.readers.jtai_report.letter import title_of
from tests.made_joint_reports import ADDRESS, ciw_pages, jicpa_pages, jtai_pages, send_pages, without_bullets

JTAI_WORDS = (
    "\nJoint targeted area inspection of the multi-agency response to neglect in Borsetshire took place."
)


def reader_of(made, pages):
    return readers.reader_for(Source("report.pdf", made.as_pdf(without_bullets(pages)))).NAME


def test_each_made_up_document_finds_its_own_reader(made):
    assert reader_of(made, jtai_pages()) == "jtai_report"
    assert reader_of(made, send_pages()) == "area_send_report"
    assert reader_of(made, ciw_pages()) == "welsh_joint"
    assert reader_of(made, jicpa_pages()) == "welsh_joint"


def test_ofsted_reports_that_speak_of_a_joint_inspection_stay_ofsteds(made):
    ilacs, sif = made.ilacs_pages(made.ilacs_grades), made.sif_pages(made.sif_grades)
    for pages in (ilacs, sif):
        pages[0] += JTAI_WORDS

    assert reader_of(made, ilacs) == "ofsted_report"
    assert reader_of(made, sif) == "ofsted_report"


@pytest.mark.parametrize(
    "page",
    [
        "Focused visit to Borsetshire children’s services\nThis letter is about it." + JTAI_WORDS,
        "PEEL 2021/22\nBorsetshire Police" + JTAI_WORDS,
        "National child protection inspections\nBorsetshire Police" + JTAI_WORDS,
        "The multi-agency response to neglect\nAn overview of joint targeted area inspections\nThis report",
        "Joint targeted area inspections of 2019\nThis report tells of six.",
        "Annual report of a bank",
    ],
)
def test_other_documents_are_none(page):
    assert title_of([page, "More words."]) is None


def test_a_letter_is_one_however_many_it_is_addressed_to():
    assert title_of(jtai_pages(address="\n".join([ADDRESS] * 12)))


@pytest.mark.parametrize(
    "title", ["JOINT TARGETED AREA INSPECTION OF {place}", "Joint Targeted Area Inspection of {place}"]
)
def test_capital_letters_change_nothing(title):
    assert title_of(jtai_pages(title=title))


def test_what_is_none_is_refused_in_plain_words():
    with pytest.raises(UnreadableSource, match="joint targeted area"):
        jtai_report.read_pages(["Annual report of a bank"], "report.pdf")


def test_a_letter_of_three_hundred_pages():
    page = "\n".join(["\uf0b7 Made-up workers look for missing children in four of six cases."] * 40)
    pages = jtai_pages()
    began = time.process_time()

    inspection = jtai_report.read_pages([*pages[:2], *[page] * 298, pages[2]], "letter.pdf").inspections[0]

    assert len(inspection.findings) == 298 * 40
    assert time.process_time() - began < 6


MANY = 20_000


@pytest.mark.parametrize(
    "mess",
    [
        " " * MANY,
        "\n" * MANY,
        "Joint targeted area inspection of " * (MANY // 10),
        "Joint targeted area inspection\n" * (MANY // 10),
        "Between 4 and 8 March " * (MANY // 10),
        "between 4\n" * MANY,
        "in Borset and " * MANY,
        "Borset " * MANY,
        "multi-agency response to " * (MANY // 10),
        "deep dive on " * (MANY // 10),
        "1 May 2019\n" * MANY,
        "Dear\n" * MANY,
        "The police\n" * MANY,
        "Council " * MANY,
    ],
)
@pytest.mark.parametrize("pages", [jtai_pages(), send_pages(), ciw_pages(), jicpa_pages()])
def test_mess_is_read_about_as_fast_as_anything(pages, mess):
    began = time.process_time()

    for hostile in (
        [mess + pages[0], *pages[1:]],
        [pages[0] + mess, *pages[1:]],
        [pages[0], mess, *pages[1:]],
    ):
        for reader in (jtai_report, area_send_report, welsh_joint):
            try:
                reader.read_pages(hostile, "80999_borsetshire/report - 1 may 2019.pdf")
            except UnreadableSource:
                continue

    assert time.process_time() - began < 4
