"""Which of several sources stands, and that every disagreement is named with both values."""

import datetime as dt

import pytest

from areas.models import Area
from inspections.ingest.settle import settle
from inspections.models import (
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def inspection():
    row = Inspection.objects.create(key="halton/2019", framework_id="ofsted-ilacs-2018", kind="full")
    area = Area.objects.get(kind="authority", slug="halton")
    InspectedArea.objects.create(inspection=row, area=area, scope="authority")
    return row


@pytest.fixture
def says(inspection):
    """What one source says: its kind, how it was seen, its dates and its overall grade."""

    def add(kind, confidence="read", status="published", grade=None, grade_status="graded", **dates):
        key = f"{kind}-{SourceDocument.objects.count()}"
        source = SourceDocument.objects.create(key=key, kind=kind, title=f"The {kind}", path=f"{key}.pdf")
        shared = {
            "inspection": inspection,
            "source": source,
            "confidence": confidence,
            "review_status": status,
        }
        InspectionSource.objects.create(**shared, **dates)
        if grade:
            Judgement.objects.create(
                **shared, key=key, aspect_id="overall", grade_id=grade, grade_status=grade_status
            )
        return source

    return add


def settled(inspection):
    settle([inspection.pk])
    inspection.refresh_from_db()
    return inspection


def standing():
    return Judgement.objects.get(stands=True).source.kind


@pytest.mark.parametrize("report_first", [True, False])
def test_the_report_decides_before_statistics_and_quotations_whichever_came_first(
    inspection, says, report_first
):
    def report():
        says("report", grade="ofsted:inadequate", fieldwork_end=dt.date(2019, 3, 15))

    if report_first:
        report()
    says("statistics", grade="ofsted:inadequate", fieldwork_end=dt.date(2019, 3, 15))
    says("inquiry", "quoted", grade="ofsted:inadequate", fieldwork_end=dt.date(2019, 3, 15))
    if not report_first:
        report()

    settled(inspection)

    assert InspectionSource.objects.get(decides=True).source.kind == "report"
    assert standing() == "report"
    assert not Problem.objects.exists()


def test_what_was_read_goes_before_what_was_quoted(inspection, says):
    """A report known only as quoted is worth less than statistics at hand."""
    says("report", "quoted", grade="ofsted:good")
    says("statistics", "read", grade="ofsted:good")

    settled(inspection)

    assert standing() == "statistics"


def test_each_date_comes_from_the_first_source_that_has_it(inspection, says):
    says("report", fieldwork_start=dt.date(2019, 3, 4), fieldwork_end=dt.date(2019, 3, 15))
    says("statistics", published_from=dt.date(2019, 4, 23), published_to=dt.date(2019, 4, 23))

    row = settled(inspection)

    assert (row.fieldwork_end, row.published_to) == (dt.date(2019, 3, 15), dt.date(2019, 4, 23))
    assert InspectionSource.objects.get(decides=True).source.kind == "report"


def test_publication_dates_a_day_apart_are_kept_both(inspection, says):
    says("report", published_from=dt.date(2019, 4, 23), published_to=dt.date(2019, 4, 23))
    says("statistics", published_from=dt.date(2019, 4, 22), published_to=dt.date(2019, 4, 22))

    row = settled(inspection)

    assert row.published_to == dt.date(2019, 4, 23)
    problem = Problem.objects.get()
    assert (problem.severity, problem.field) == ("conflict", "published")
    assert (problem.kept, problem.other) == ("2019-04-23", "2019-04-22")
    assert problem.other_source == "The statistics"
    assert row.review_status == "published"


def test_a_month_does_not_contradict_a_day_in_it(inspection, says):
    says("report", published_from=dt.date(2019, 4, 23), published_to=dt.date(2019, 4, 23))
    says("inquiry", "quoted", published_from=dt.date(2019, 4, 1), published_to=dt.date(2019, 4, 30))

    settled(inspection)

    assert not Problem.objects.exists()


def test_a_different_grade_is_a_conflict_and_unpublishes_nothing(inspection, says):
    says("report", grade="ofsted:inadequate")
    says("statistics", grade="ofsted:good")

    row = settled(inspection)

    assert standing() == "report"
    assert row.review_status == "published"
    problem = Problem.objects.get()
    assert (problem.severity, problem.field) == ("conflict", "overall")
    assert (problem.kept, problem.other) == ("inadequate", "good")


def test_a_restated_grade_is_named_as_restated(inspection, says):
    Inspection.objects.update(framework="ofsted-slac")
    says("report", grade="ofsted-to-2013:adequate")
    says("statistics", grade="ofsted-restated:requires_improvement", grade_status="restated")

    settled(inspection)

    assert standing() == "report"
    problem = Problem.objects.get()
    assert (problem.kept, problem.other) == ("adequate", "requires_improvement")
    assert "restates" in problem.message


def test_what_waits_for_review_decides_nothing_beside_what_is_published(inspection, says):
    says("report", status="needs_review", grade="ofsted:inadequate", fieldwork_end=dt.date(2019, 3, 15))
    says("statistics", grade="ofsted:good", fieldwork_end=dt.date(2019, 3, 14))

    row = settled(inspection)

    assert (row.review_status, row.fieldwork_end) == ("published", dt.date(2019, 3, 14))
    assert standing() == "statistics"
    assert not Problem.objects.exists()


def test_without_anything_published_the_inspection_waits_and_no_grade_stands(inspection, says):
    says("report", status="needs_review", grade="ofsted:good", fieldwork_end=dt.date(2019, 3, 15))

    row = settled(inspection)

    assert (row.review_status, row.fieldwork_end) == ("needs_review", dt.date(2019, 3, 15))
    assert not Judgement.objects.filter(stands=True).exists()


def test_a_publication_before_the_fieldwork_is_not_used_and_is_named(inspection, says):
    """HMICFRS pages carry migration dates."""
    says("report", fieldwork_start=dt.date(2019, 3, 4), fieldwork_end=dt.date(2019, 3, 15))
    says("page", published_from=dt.date(2018, 4, 1), published_to=dt.date(2018, 4, 1))

    row = settled(inspection)

    assert (row.fieldwork_end, row.published_to) == (dt.date(2019, 3, 15), None)
    assert Problem.objects.get().field == "published_to"


def test_a_conflict_that_has_gone_is_dropped_and_a_decision_about_one_stays(inspection, says):
    says("report", grade="ofsted:inadequate")
    statistics = says("statistics", grade="ofsted:good")
    settled(inspection)
    Problem.objects.update(state="accepted")

    settled(inspection)
    assert Problem.objects.get().state == "accepted"

    Judgement.objects.filter(source=statistics).update(grade="ofsted:inadequate")
    settled(inspection)
    assert not Problem.objects.exists()


def test_settling_what_is_settled_writes_nothing(inspection, says):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    says("report", grade="ofsted:inadequate", fieldwork_end=dt.date(2019, 3, 15))
    says("statistics", grade="ofsted:good", fieldwork_end=dt.date(2019, 3, 10))
    settled(inspection)

    with CaptureQueriesContext(connection) as queries:
        settle([inspection.pk])

    words = [query["sql"].split()[0] for query in queries]
    assert {"UPDATE", "INSERT", "DELETE"}.isdisjoint(words)


def test_a_page_s_own_date_is_the_last_resort(inspection, says):
    says("page", published_from=dt.date(2022, 9, 8), published_to=dt.date(2022, 9, 8))
    assert settled(inspection).published_from == dt.date(2022, 9, 8)

    known = {"published_from": dt.date(2020, 3, 1), "published_to": dt.date(2020, 3, 31)}
    says("press", confidence="press", published_basis="secondary", **known)
    assert settled(inspection).published_from == dt.date(2020, 3, 1)
    problem = Problem.objects.get()
    assert problem.kept.startswith("2020-03-01")
    assert problem.other.startswith("2022-09-08")


def test_a_year_ends_at_the_latest_on_the_day_of_publication(inspection, says):
    year = {"fieldwork_start": dt.date(2021, 1, 1), "fieldwork_end": dt.date(2021, 12, 31)}
    says("page", **year, published_from=dt.date(2021, 8, 26), published_to=dt.date(2021, 8, 26))

    settled(inspection)

    assert (inspection.fieldwork_start, inspection.fieldwork_end) == (
        dt.date(2021, 1, 1),
        dt.date(2021, 8, 26),
    )
    assert InspectionSource.objects.get().fieldwork_end == dt.date(2021, 12, 31)  # as the source states it


def test_days_and_spans_over_before_publication_are_not_cut(inspection, says):
    days = {"fieldwork_start": dt.date(2021, 9, 6), "fieldwork_end": dt.date(2021, 9, 17)}
    says("report", **days, published_from=dt.date(2021, 9, 10), published_to=dt.date(2021, 9, 10))
    assert settled(inspection).fieldwork_end == dt.date(2021, 9, 17)

    InspectionSource.objects.update(fieldwork_start=dt.date(2020, 1, 1), fieldwork_end=dt.date(2020, 12, 31))
    assert settled(inspection).fieldwork_end == dt.date(2020, 12, 31)


def test_the_last_day_comes_from_whoever_knows_it_of_the_same_fieldwork(inspection, says):
    says("statistics", fieldwork_start=dt.date(2024, 4, 24))
    says("press", "press", fieldwork_start=dt.date(2024, 4, 24), fieldwork_end=dt.date(2024, 4, 25))

    settled(inspection)

    assert (inspection.fieldwork_start, inspection.fieldwork_end) == (
        dt.date(2024, 4, 24),
        dt.date(2024, 4, 25),
    )
    assert InspectionSource.objects.get(decides=True).source.kind == "statistics"
    assert not Problem.objects.exists()


@pytest.mark.parametrize("other", [{"status": "needs_review"}, {"fieldwork_start": dt.date(2024, 4, 23)}])
def test_no_last_day_is_taken_from_another_fieldwork_or_from_what_waits(inspection, says, other):
    says("statistics", fieldwork_start=dt.date(2024, 4, 24))
    days = {"fieldwork_start": dt.date(2024, 4, 24), "fieldwork_end": dt.date(2024, 4, 25)}
    says("press", "press", **days | other)

    assert settled(inspection).fieldwork_end is None
