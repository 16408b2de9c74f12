"""News of a report is second hand: it joins the inspection it tells of, or waits."""

import pytest

from inspections.ingest import pipeline
from inspections.models import Inspection, InspectionSource
from tests.inspections.reading.readers import made_police_pages as made

SITE = "https://hmicfrs.justiceinspectorates.gov.uk"
TOLD = made.p(
    "HMICFRS has today published the report of an inspection in June 2019 of how the force protects."
)
COUNTED = made.p("We assessed 31 case files. Seventeen of them were inadequate.")
REPORT = made.page(
    made.p("Fieldwork: 3–14 June 2019"),
    made.p("We assessed 31 case files: 6 were good, 8 required improvement and 17 were inadequate."),
)


def news(*body, address=f"{SITE}/news/news-feed/lincolnshire-child-protection-inspection/"):
    return made.page(*body, url=address)


def test_news_gives_the_inspection_its_own_date_and_is_quoted():
    (told,) = made.read(news(TOLD, COUNTED)).inspections

    assert (str(told.fieldwork.start), str(told.fieldwork.end)) == ("2019-06-01", "2019-06-30")
    assert told.confidence == "quoted"
    assert not told.themes_read
    assert [(one.cases, one.inadequate) for one in told.case_reviews] == [(31, 17)]


def test_the_report_itself_was_read():
    (read,) = made.read(REPORT).inspections

    assert (read.confidence, read.themes_read) == ("read", True)


@pytest.mark.parametrize(
    ("address", "confidence", "publisher"),
    [
        (f"{SITE}/news/news-feed/lincolnshire/", "quoted", "HMICFRS"),
        (f"https://web.archive.org/web/2020/{SITE}/news/lincolnshire/", "quoted", "HMICFRS"),
        ("https://www.lincolnshire.police.uk/news/child-protection/", "quoted", "lincolnshire.police.uk"),
        (
            "https://www.the-made-up-times.example/news/child-protection/",
            "press",
            "the-made-up-times.example",
        ),
    ],
)
def test_who_tells_of_it_decides_how_it_was_seen(address, confidence, publisher):
    reading = made.read(news(TOLD, address=address))

    assert reading.inspections[0].confidence == confidence
    assert reading.publisher == publisher
    assert (reading.kind == "press") == (confidence == "press")


@pytest.mark.parametrize(
    ("address", "confidence"),
    [
        (f"{SITE}/publications/lincolnshire-national-child-protection-inspection/", "read"),
        (f"https://webarchive.nationalarchives.gov.uk/ukgwa/20200101/{SITE}/publications/x/", "read"),
        ("https://www.lincolnshire-pcc.gov.uk/child-protection-inspection/", "quoted"),
        ("https://a-library.example/doc/child-protection/", "quoted"),
        ("", "read"),
    ],
)
def test_a_copy_elsewhere_is_not_the_report(address, confidence):
    reading = made.read(made.page(made.p("Fieldwork: 3–14 June 2019"), url=address))
    (told,) = reading.inspections

    assert told.confidence == confidence
    assert str(told.fieldwork.end) == "2019-06-14"
    assert reading.problems == ()


def test_news_is_known_by_its_words_where_its_address_does_not_say():
    (told,) = made.read(made.page(TOLD)).inspections

    assert told.confidence == "quoted"


def test_news_without_a_date_of_the_inspection_is_held():
    reading = made.read(news(made.p("We have today published a report on how the force protects children.")))

    assert [(one.severity, one.field) for one in reading.problems] == [("blocking", "inspection")]


@pytest.mark.django_db
@pytest.mark.usefixtures("reference")
@pytest.mark.parametrize("first", ["report", "news"])
def test_report_and_news_are_one_inspection_whichever_comes_first(tmp_path, first):
    pages = {"report": REPORT, "news": news(TOLD, COUNTED)}
    for name in (first, *({"report", "news"} - {first})):
        path = tmp_path / f"{name}.html"
        path.write_bytes(pages[name])
        (run,) = pipeline.ingest([pipeline.Incoming(path, path.name)], again=True)
        assert run.result == "needs_review"

    (inspection,) = Inspection.objects.all()
    assert (str(inspection.fieldwork_start), str(inspection.fieldwork_end)) == ("2019-06-03", "2019-06-14")
    assert set(InspectionSource.objects.values_list("confidence", flat=True)) == {"read", "quoted"}
