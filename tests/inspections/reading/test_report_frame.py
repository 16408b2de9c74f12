"""What every reader of reports does alike: title, folder and dates are held against each other."""

import datetime as dt
import re
from typing import NamedTuple

import pytest

from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.language.dates import Fieldwork, day_in
from inspections.reading.records import DateSpan
from inspections.reading.structure.passages import Passages
from inspections.reading.structure.report import Report
from inspections.reading.structure.report_reader import ReportReader

PAGES = ["", "Borsetshire\nInspection dates: 4 to 15 March 2019", "More words."]


def report(name="report.pdf"):
    return Report(PAGES, name)


def told(report):
    return [(one.severity, one.field, one.value, one.other) for one in report.problems]


def test_the_first_page_is_the_first_that_says_anything():
    assert report().first_page == PAGES[1]


def test_a_place_comes_with_the_code_of_its_folder():
    one = report("80999_borsetshire/report.pdf")

    place = one.place("Borsetshire", missing="No name")

    assert (place.raw, place.code, place.kind, place.scope) == (
        "Borsetshire",
        "80999",
        "authority",
        "authority",
    )
    assert one.problems == []


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("report.pdf", "", "No name."),
        ("80999_borsetshire/report.pdf", "borsetshire", "No name; the folder says “borsetshire”."),
    ],
)
def test_where_the_title_names_no_place_the_folder_is_told(name, raw, message):
    one = report(name)

    assert one.place("", missing="No name").raw == raw
    assert [problem.message for problem in one.problems] == [message]
    assert told(one) == [("blocking", "place", raw, "")]


def test_title_and_folder_that_disagree_are_both_told():
    one = report("80999_felpersham/report.pdf")

    one.place("Borsetshire", missing="No name")

    assert told(one) == [("blocking", "place", "Borsetshire", "felpersham")]


def test_two_places_in_a_title_get_the_code_of_neither():
    one = report("80999_borsetshire/report.pdf")

    place = one.place("Borsetshire and Felpersham", missing="No name")

    assert place.code == ""
    assert told(one) == [("blocking", "place", "Borsetshire and Felpersham", "")]


def test_two_words_of_one_council_are_no_two_places():
    one = report("80999_borsetshire/report.pdf")

    assert one.place("Borsetshire and Felpersham", missing="No name", may_be_two=False).code == "80999"
    assert one.problems == []


def test_the_file_name_dates_a_report_that_prints_no_date():
    published = report("80999_borsetshire/report - 20 april 2019.pdf").published(DateSpan())

    assert (published.start, published.basis) == (dt.date(2019, 4, 20), "filename")


def test_a_printed_date_that_is_none_is_not_replaced_by_the_file_name():
    one = report("report - 20 april 2019.pdf")

    assert one.published(day_in("31 April 2019")).start is None
    assert told(one) == [("blocking", "published", "31 April 2019", "")]


def test_the_printed_date_stands_against_the_file_name():
    one = report("report - 20 april 2019.pdf")

    published = one.published(day_in("29 April 2019"))

    assert published.start == dt.date(2019, 4, 29)
    [problem] = one.problems
    assert (problem.severity, problem.kept, problem.other) == ("conflict", "2019-04-29", "2019-04-20")


def test_days_that_two_sentences_give_differently_are_both_told():
    letter = [
        "This inspection was carried out between 4 and 8 March 2019.",
        "This inspection took place from 11 to 15 March 2019.",
    ]
    one = Report(letter, "report.pdf")

    fieldwork = one.fieldwork_in_sentences(letter, None)

    assert (fieldwork.span.start, fieldwork.span.end) == (dt.date(2019, 3, 4), dt.date(2019, 3, 8))
    [problem] = one.problems
    assert (problem.severity, problem.field) == ("blocking", "fieldwork")
    assert "11 to 15 March 2019" in problem.message


def test_a_letter_with_two_dates_above_it_has_none():
    one = Report(["4 March 2019\n8 March 2019\nDear colleague\n11 March 2019"], "report.pdf")

    assert one.letter_date() == DateSpan()
    assert told(one) == [("blocking", "published", "4 March 2019 and 8 March 2019", "")]


def test_what_is_no_date_of_the_letter_stands_below_its_greeting():
    assert Report(["4 March 2019\nDear colleague\n11 March 2019"], "a.pdf").letter_date().start == dt.date(
        2019, 3, 4
    )


def inspection(report, fieldwork, framework="jtai", **more):
    return report.inspection(
        framework=framework,
        kind="joint",
        place=report.place("Borsetshire", missing="No name"),
        fieldwork=fieldwork,
        published=DateSpan(),
        passages=Passages(),
        **more,
    )


def test_whose_inspection_it_is_follows_from_its_framework():
    found = inspection(report(), Fieldwork())

    assert (found.inspectorate, found.framework) == ("joint", "jtai")


def test_a_doubt_about_the_days_is_noted_or_blocks():
    noted, blocked = report(), report()
    inspection(noted, Fieldwork(assumed="The year is not printed."))
    inspection(blocked, Fieldwork(trouble="No day is printed."))

    assert [(one.severity, one.message) for one in noted.problems] == [("note", "The year is not printed.")]
    assert [(one.severity, one.message) for one in blocked.problems] == [("blocking", "No day is printed.")]


class Title(NamedTuple):
    place: str
    refusal: str = ""


def title_of(pages):
    named = re.search(r"Visit to (\w+)|(Annual report)", pages[0])
    if named is None:
        return None
    return Title(named[1]) if named[1] else Title("", "Nothing is taken from annual reports.")


def visited(report, title):
    report.block("place", title.place, "Where is that?")
    place = report.place(title.place, missing="No name")
    return "A visit", report.inspection(
        framework="jtai", kind="joint", place=place, fieldwork=Fieldwork(), published=DateSpan(),
        passages=Passages(),
    )  # fmt: skip


READER = ReportReader("visits", 3, "a letter about a visit", title_of, visited)


def test_what_a_reader_finds_comes_with_its_name_the_title_and_the_doubts():
    read = READER.read_pages(["Visit to Borsetshire", "More words."], "letter.pdf")

    assert (read.reader, read.version, read.title, read.pages) == ("visits", 3, "A visit: Borsetshire", 2)
    assert [one.message for one in read.problems] == ["Where is that?"]
    assert [one.places[0].raw for one in read.inspections] == ["Borsetshire"]


@pytest.mark.parametrize(
    ("page", "message", "field"),
    [
        ("A bank's letter", "This is not a letter about a visit.", "content"),
        ("Annual report", "Nothing is taken from annual reports.", "kind"),
    ],
)
def test_what_is_no_such_document_or_gives_nothing_is_refused(page, message, field):
    with pytest.raises(UnreadableSource) as refused:
        READER.read_pages([page], "letter.pdf")

    assert (refused.value.message, refused.value.field) == (message, field)


@pytest.mark.parametrize(
    ("framework", "more", "said"),
    [
        ("ofsted-sif", {}, "like ofsted-sif, which was in force for inspections starting between 2013-11-"),
        ("area-send", {}, "like area-send, which was in force for inspections starting from 2016-05-01 on."),
        (
            "ciw",
            {"since": dt.date(2018, 1, 1)},
            "like ciw, which was in force for inspections starting from 2018-",
        ),
    ],
)
def test_days_before_the_framework_was_in_force_block(framework, more, said):
    day = dt.date(2001, 3, 4)
    fieldwork = Fieldwork(DateSpan(raw="4 March 2001", start=day, end=day))

    one = report()

    inspection(one, fieldwork, framework, **more)

    [problem] = one.problems

    assert (problem.severity, problem.field, problem.value) == ("blocking", "fieldwork", "4 March 2001")
    assert said in problem.message
