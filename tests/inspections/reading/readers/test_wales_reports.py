"""Welsh reports without grades. Layout not verified: no real report of these kinds was at hand."""

import datetime as dt

import pytest

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers import reader_for
from inspections.reading.readers.welsh_joint import read_pages
from inspections.reading.readers.welsh_joint.titles import title_of
from tests.made_joint_reports import ciw_pages, jicpa_pages


def read(pages, name="report.pdf"):
    reading = read_pages(pages, name)
    return reading, reading.inspections[0]


def told(reading):
    return [(problem.severity, problem.field) for problem in reading.problems]


def span(inspection):
    return inspection.fieldwork.start, inspection.fieldwork.end


def test_a_performance_evaluation_inspection():
    reading, inspection = read(ciw_pages())

    assert (inspection.inspectorate, inspection.framework, inspection.kind) == ("ciw", "ciw", "full")
    assert [(place.raw, place.kind, place.scope) for place in inspection.places] == [
        ("Felpersham County Borough Council", "authority", "authority")
    ]
    assert span(inspection) == (dt.date(2022, 7, 4), dt.date(2022, 7, 8))
    assert (inspection.published.start, inspection.published.basis) == (dt.date(2022, 9, 12), "printed")
    assert inspection.judgements == ()
    assert [(one.theme, one.about, one.locator) for one in inspection.findings] == [
        ("missing-children", "council", "Key findings, page 2")
    ]
    assert reading.problems == ()


def test_a_joint_inspection_of_child_protection():
    reading, inspection = read(jicpa_pages())

    assert (inspection.inspectorate, inspection.framework, inspection.kind) == ("joint", "jicpa", "joint")
    assert inspection.places[0].raw == "Felpersham"
    assert inspection.topic == "abuse and neglect of children"
    assert span(inspection) == (dt.date(2023, 6, 12), dt.date(2023, 6, 16))
    assert inspection.published.start == dt.date(2023, 9, 18)
    assert [(one.theme, one.about, one.topic) for one in inspection.findings] == [
        ("missing-children", "police", "Areas for improvement")
    ]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("Performance evaluation inspection of children’s and adults’ services", "full"),
        ("Children’s services: risk based inspection", "full"),
        ("Inspection of children’s services", "full"),
        ("Assurance check 2021: letter to the director for adults and children", "focused_visit"),
        ("Improvement check visit to children’s services", "monitoring_visit"),
    ],
)
def test_kinds(what, kind):
    assert read(ciw_pages(what=what))[1].kind == kind


@pytest.mark.parametrize(
    "name",
    [
        "Felpersham County Borough Council",
        "Isle of Penny County Council",
        "Vale of Am Council",
        "City and County of Felpersham Council",
        "Borset Penny Am County Borough Council",
    ],
)
@pytest.mark.parametrize(
    "lead",
    ["", "A Person, Director of Social Services, ", "Inspection in ", "Performance Evaluation Inspection "],
)
def test_the_council(name, lead):
    reading, inspection = read(ciw_pages(name=lead + name))

    assert inspection.places[0].raw == name
    assert reading.problems == ()


def test_a_council_over_two_lines():
    assert read(ciw_pages(name="Felpersham\nCounty Borough Council"))[1].places[0].raw == (
        "Felpersham County Borough Council"
    )


def test_two_councils_are_a_problem():
    reading, _ = read(ciw_pages(name="Felpersham County Council\nPenny County Borough Council"))

    assert told(reading) == [("blocking", "place")]


def test_no_council_is_a_problem():
    assert told(read(ciw_pages(name="All of Wales"))[0]) == [("blocking", "place")]


def test_only_the_month_is_a_month_and_said_so():
    reading, inspection = read(jicpa_pages(days="The joint inspection took place in June 2023."))

    assert span(inspection) == (dt.date(2023, 6, 1), dt.date(2023, 6, 30))
    assert inspection.fieldwork.raw == "June 2023"
    assert told(reading) == [("note", "fieldwork")]


def test_no_days_are_a_problem():
    assert told(read(jicpa_pages(days=""))[0]) == [("blocking", "fieldwork")]


def test_days_before_there_was_such_an_inspectorate():
    pages = ciw_pages(
        dates="Date of inspection: 4 - 8 July 2016", published="Date of publication: 1 August 2016"
    )

    assert told(read(pages)[0]) == [("blocking", "fieldwork")]


WEB_PAGE = """<!doctype html><html><head><title>Inspection of children’s services: Felpersham | {site}</title>
<link rel="canonical" href="{address}"></head><body><p>Care Inspectorate Wales (CIW)</p><main>
<h1>{headline}</h1><p>Published: 8 October 2019</p>
<p>These are the findings of our inspection of children’s services between the 12 and 23 of August 2019.</p>
<h2>Children’s social services</h2><p>Nobody here was asked about children who go missing.</p>
<h2>Areas for development</h2><ul><li>Made-up talks with missing children come late.</li></ul>
<h2>Adult social services: performance evaluation</h2><p>Missing children are not spoken of here.</p>
</main></body></html>"""
HEADLINE = "Inspection of Children’s Services: City and County of Felpersham Council"


def web_page(
    headline=HEADLINE, site="Care Inspectorate Wales", address="https://www.careinspectorate.wales/a"
):
    page = WEB_PAGE.format(headline=headline, site=site, address=address)
    return Source("felpersham.html", page.encode())


def test_a_report_that_is_a_web_page():
    source = web_page()
    reading = reader_for(source).read(source)

    [inspection] = reading.inspections
    assert (reading.reader, reading.pages, reading.layouts_seen) == ("welsh_joint", None, False)
    assert reading.url == "https://www.careinspectorate.wales/a"
    assert inspection.places[0].raw == "City and County of Felpersham Council"
    assert span(inspection) == (dt.date(2019, 8, 12), dt.date(2019, 8, 23))
    assert inspection.published.start == dt.date(2019, 10, 8)
    assert [(one.theme, one.page, one.locator) for one in inspection.findings] == [
        ("missing-children", None, "the page"),
        ("missing-children", None, "Areas for improvement"),
    ]
    assert reading.problems == ()


@pytest.mark.parametrize(
    "other",
    [
        {"site": "Borset News", "address": "https://news.test/felpersham"},
        {"headline": "Inspectors publish their report on Felpersham"},
        {"headline": "Inspection of children’s services across Wales"},
    ],
)
def test_a_page_that_writes_of_a_report_is_none(other):
    with pytest.raises(UnreadableSource, match="web page no reader knows"):
        reader_for(web_page(**other))


def test_a_doubt_about_a_web_page_names_no_page_number():
    source = web_page(f"{HEADLINE} and Penny County Council")

    [problem] = reader_for(source).read(source).problems

    assert (problem.severity, problem.where, problem.field) == ("blocking", "the page", "place")


def test_words_that_ofsted_uses_too_make_no_report_of_ofsted(made):
    pages = ciw_pages(
        name="Felpersham County Council\nIt looked at children looked after and care leavers.",
        what="Inspection of Children’s Services",
    )
    source = Source("report.pdf", made.as_pdf(pages))

    assert reader_for(source).NAME == "welsh_joint"


def test_a_council_whose_name_begins_on_the_line_above():
    what = "Inspection of Children’s Services: City and County"
    reading, inspection = read(ciw_pages(what=what, name="of Felpersham Council"))

    assert inspection.places[0].raw == "City and County of Felpersham Council"
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("Arolygiaeth Gofal Cymru\nArolygiad gwerthuso perfformiad\nCyngor Sir Penny", "Welsh text"),
        ("Care Inspectorate Wales\nAssurance check of adult services\nAm Council", "adults only"),
    ],
)  # fmt: skip
def test_refused_by_name(page, said):
    with pytest.raises(UnreadableSource, match=said):
        read_pages([page], "report.pdf")


@pytest.mark.parametrize(
    "page",
    [
        "Care Inspectorate Wales\nInspection report on a made-up care home",
        "Inspection of Borsetshire children’s services\nInspection dates: 4 to 8 March 2024",
        "Joint targeted area inspection of Borsetshire\nThis letter",
        "Annual report of a bank",
    ],
)
def test_other_documents_are_none(page):
    assert title_of([page]) is None
