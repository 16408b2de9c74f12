"""The same report as a PDF, as HMICFRS published it until 2021: pages are cited. Layout not verified."""

from inspections.reading import readers
from inspections.reading.documents.source import Source
from tests.inspections.reading.readers import made_police_pages as made
from tests.made_reports import as_pdf

COVER = "\n".join(
    [
        "National Child Protection",
        "Inspections",
        "Lincolnshire Police",
        "3-14 June 2019",
        "November 2019",
        "ISBN: 978-0-00000-000-0",
        "www.inspect.test/hmicfrs",
    ]
)
CONTENTS = "Contents\nIntroduction 3\nCase file analysis 3\nMissing and absent children 3\nRecommendations 4"
ANALYSIS = "\n".join(
    [
        "Case file analysis",
        "Results of case file reviews",
        "We audited 27 child protection cases (6 cases were good, 12 required improvement and",
        "9 were inadequate). The officers whom we met were keen to do well by the children",
        "whom they look after. They look for children who go missing at any hour of the day.",
        "Breakdown of case file audit results by area of child protection",
        "Area Good Requires improvement Inadequate",
        "Missing and absent children 2 5 4",
        "Children detained in police custody 1 4 3",
        "Common themes include:",
        "- children are kept in police cells for longer than they need be.",
        "Online abuse",
        "Good 3",
        "Requires improvement 3",
        "Inadequate 2",
    ]
)
RECOMMENDATIONS = "\n".join(
    [
        "Recommendations",
        "Immediately",
        "We recommend that Lincolnshire Police:",
        "- finds missing children sooner",
        "Within three months",
        "We recommend that Lincolnshire Police trains its officers to see child sexual exploitation.",
    ]
)


def reading():
    return made.read_pdf(COVER, CONTENTS, ANALYSIS, RECOMMENDATIONS)


def test_it_is_taken_and_named():
    source = Source("report.pdf", as_pdf([COVER, CONTENTS, ANALYSIS, RECOMMENDATIONS]))

    assert readers.reader_for(source).NAME == "hmicfrs_report"
    assert (reading().kind, reading().pages) == ("report", 4)
    assert reading().title == "National child protection inspection: Lincolnshire Police"


def test_the_cover_gives_force_and_dates():
    found = reading().inspections[0]

    assert [place.raw for place in found.places] == ["Lincolnshire Police"]
    assert (found.fieldwork.start.isoformat(), found.fieldwork.end.isoformat()) == (
        "2019-06-03",
        "2019-06-14",
    )
    assert (found.published.start.isoformat(), found.published.end.isoformat()) == (
        "2019-11-01",
        "2019-11-30",
    )
    assert found.published.basis == "printed"


def test_tallies_stand_on_their_page():
    found = reading()

    assert made.by_theme(found) == {
        "all-cases": (27, 6, None, 12, 9),
        "missing-children": (11, 2, None, 5, 4),
        "police-detention": (8, 1, None, 4, 3),
        "online-exploitation": (8, 3, None, 3, 2),
    }
    assert {one.page for one in found.inspections[0].case_reviews} == {3}
    assert found.inspections[0].case_reviews[0].locator == "Results of case file reviews, page 3"
    assert found.problems == ()


def test_passages_and_recommendations_stand_on_theirs():
    found = [
        (one.kind, one.due, one.theme, one.page, one.locator) for one in reading().inspections[0].findings
    ]

    assert found == [
        ("statement", "", "missing-children", 3, "Results of case file reviews, page 3"),
        ("statement", "", "police-detention", 3, f"{made.BREAKDOWN}, page 3"),
        ("recommendation", "immediately", "missing-children", 4, "Immediately, page 4"),
        (
            "recommendation",
            "within three months",
            "child-sexual-exploitation",
            4,
            "Within three months, page 4",
        ),
    ]
