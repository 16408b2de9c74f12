"""When an inspection was, and when its report came out, whatever the day the website was moved."""

import pytest

from tests.inspections.reading.readers import made_police_pages as made

MOVED = "Published on: 9 September 2022"


def reading(*paragraphs, **page):
    return made.read(made.page(*map(made.p, paragraphs), **page))


def fieldwork(*paragraphs, **page):
    span = reading(*paragraphs, **page).inspections[0].fieldwork
    return span.start and (span.start.isoformat(), span.end.isoformat())


def published(*paragraphs, **page):
    span = reading(*paragraphs, **page).inspections[0].published
    return span.start and (span.start.isoformat(), span.end.isoformat(), span.basis)


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("Fieldwork: 3–14 June 2019", ("2019-06-03", "2019-06-14")),
        ("Inspection dates: 27 May to 7 June 2019", ("2019-05-27", "2019-06-07")),
        ("Fieldwork: 28 November to 9 December 2016", ("2016-11-28", "2016-12-09")),
        ("Fieldwork: 5 December to 13 January 2017", ("2016-12-05", "2017-01-13")),
        ("We inspected the force between 10 and 21 May 2021.", ("2021-05-10", "2021-05-21")),
        ("Our inspection took place in November 2018.", ("2018-11-01", "2018-11-30")),
        ("This inspection was conducted in March and April 2015.", ("2015-03-01", "2015-04-30")),
        ("Inspection conducted in 2014", ("2014-01-01", "2014-12-31")),
    ],
)
def test_fieldwork_is_read_as_printed(printed, days):
    assert fieldwork(printed) == days


def test_a_label_and_its_date_may_be_two_paragraphs():
    assert fieldwork("Fieldwork dates", "3–14 June 2019") == ("2019-06-03", "2019-06-14")


def test_the_more_exact_of_two_that_agree_counts():
    assert fieldwork("Inspection carried out in June 2019", "We inspected 3–14 June 2019.") == (
        "2019-06-03",
        "2019-06-14",
    )


def test_two_labels_that_disagree_are_a_blocking_problem_and_no_date():
    found = reading("Fieldwork: 3–14 June 2019", "Inspection dates: 2–13 September 2019")

    assert found.inspections[0].fieldwork.start is None
    assert [problem[1] for problem in made.problems(found, "blocking")] == ["fieldwork"]


def test_a_review_is_not_dated_by_the_inspection_it_follows():
    told = (
        "In March 2021, we inspected the force. We published our report in October 2021.",
        "In June 2022, we carried out a post-inspection review.",
    )

    assert fieldwork(*told, what=made.REVIEW) == ("2022-06-01", "2022-06-30")
    assert fieldwork(told[0], what=made.REVIEW) is None


@pytest.mark.parametrize(
    ("better", "more", "expected"),
    [
        ("Report published: 12 March 2020", {}, ("2020-03-12", "2020-03-12", "printed")),
        ("March 2020", {}, ("2020-03-01", "2020-03-31", "printed")),
        ("© HMICFRS 2020", {}, ("2020-01-01", "2020-12-31", "printed")),
        ("x", {"title": "Dorset: national child protection inspection (May 2020)"},
         ("2020-05-01", "2020-05-31", "printed")),
        ("x", {"url": "https://hmicfrs.justiceinspectorates.gov.uk/dorset-national-child-protection-inspection-may-2020/"},
         ("2020-05-01", "2020-05-31", "filename")),
    ],
)  # fmt: skip
def test_whatever_else_dates_the_report_comes_before_the_pages_own_date(better, more, expected):
    page = {"force": "Dorset"} | more
    found = reading(better, MOVED, **page)

    assert published(better, MOVED, **page) == expected
    assert "9 September 2022" in found.inspections[0].published.raw
    assert [(one[0], one[1]) for one in made.problems(found)] == [("note", "published")]


def test_the_pages_own_date_within_the_better_span_makes_it_a_day():
    address = "https://hmicfrs.justiceinspectorates.gov.uk/dorset-national-child-protection-inspection-september-2022/"
    found = reading(MOVED, force="Dorset", url=address)

    assert published(MOVED, force="Dorset", url=address) == ("2022-09-09", "2022-09-09", "printed")
    assert made.problems(found) == []


def test_with_nothing_better_the_pages_own_date_is_used_and_a_note_says_so():
    found = reading("Fieldwork: 2–13 May 2022", MOVED)
    (problem,) = made.problems(found)

    assert published("Fieldwork: 2–13 May 2022", MOVED) == ("2022-09-09", "2022-09-09", "unknown")
    assert problem[:2] == ("note", "published")
    assert "move of the website" in problem[2]


def test_a_note_says_that_it_lies_more_than_a_year_after_the_fieldwork():
    (problem,) = made.problems(reading("Fieldwork: 3–14 June 2019", MOVED))

    assert "more than a year after" in problem[2]


def test_a_date_before_the_fieldwork_ended_is_kept_as_stated_and_not_used():
    found = reading("Fieldwork: 3–14 April 2023", MOVED).inspections[0].published

    assert (found.raw, found.start, found.end) == ("9 September 2022", None, None)


def test_no_date_is_made_up():
    found = reading("Published in 2016, the plan of the force says that it cares.")

    assert found.inspections[0].published.start is None
    assert found.inspections[0].fieldwork.start is None
    assert found.problems == ()


def test_a_month_ends_with_its_last_day():
    assert published("February 2020") == ("2020-02-01", "2020-02-29", "printed")


@pytest.mark.parametrize(
    "words",
    [
        "In May 2016 the force audited 90 files; 20 were good, 30 required improvement, 40 were inadequate.",
        "The force’s own audits of 90 case files, carried out in May 2016, found 20 to be good.",
        "In May 2016 the constabulary had reviewed 90 files of its own.",
    ],
)
def test_an_audit_of_the_forces_own_dates_no_inspection(words):
    (inspection,) = made.read(made.page(made.h(2, "Introduction"), made.p(words))).inspections

    assert inspection.fieldwork.raw == ""


def test_the_years_an_archive_holds_copies_of_are_no_fieldwork():
    said = "In June 2015 we inspected how the force protects children."

    assert fieldwork("31 captures", "12 Sep 2017 - 14 May 2021", said) == ("2015-06-01", "2015-06-30")
