"""What the statistics say, stored beside what reports say of the same inspections."""

import datetime as dt

import pytest
from django.db import transaction

from inspections.ingest import pipeline
from inspections.models import Inspection, Judgement, Problem
from inspections.reading.documents.source import Source
from inspections.reading.readers import ofsted_statistics
from tests.inspections.reading.readers.made_spreadsheets import (
    HISTORY,
    IN_YEAR,
    IN_YEAR_HEADER,
    LATEST,
    LATEST_HEADER,
    NAME,
    RI,
    day,
    in_year,
    latest,
    ods,
    visit,
)

pytestmark = pytest.mark.usefixtures("reference")
FOUR_GOOD = ("Good", "Good", "Good", "Good")
TLAC = [
    NAME,
    "Targeted Looked After Children (TLAC) inspection publication date",
    "TLAC Overall Effectiveness (OE)",
]
SLAC = [
    NAME,
    "Safeguarding & Looked After Children (SLAC) Inspection publication date",
    "SLAC Safeguarding Overall effectiveness (OE)",
    "SLAC Looked After Children Overall Effectiveness (OE)",
]


@pytest.fixture
def statistics(tmp_path):
    """The finished run of a made statistics file."""

    def store(sheets, name="statistics.ods"):
        source = Source(name=name, data=ods(sheets))
        incoming = pipeline.Incoming(tmp_path / name, name)
        taken = pipeline.Taken(incoming, source.sha256, 0.1, reading=ofsted_statistics.read(source))
        with transaction.atomic():
            return pipeline.finish(taken, pipeline.new_run(incoming))

    return store


def standing(aspect):
    return Judgement.objects.get(aspect=aspect, stands=True)


def test_a_restated_grade_stands_on_the_scale_of_restated_grades(statistics):
    statistics({HISTORY: [TLAC, ["Kent", day("2013-08-23"), RI]]})

    judgement = standing("overall")
    assert judgement.grade_status == "restated"
    assert judgement.grade.scale_id == "ofsted-restated"
    assert (judgement.grade.code, judgement.printed) == ("requires_improvement", RI)
    assert judgement.locator == f"{HISTORY} row 2"


def test_a_grade_that_was_not_restated_stands_on_the_scale_of_its_time(statistics):
    statistics({HISTORY: [TLAC, ["Medway", day("2013-08-23"), "Inadequate"]]})

    assert standing("overall").grade.scale_id == "ofsted-to-2013"


@pytest.mark.parametrize("report_first", [True, False])
def test_the_report_wins_over_a_restated_grade_and_both_are_kept(
    statistics, stored, record, span, judged, report_first
):
    def the_report():
        stored(
            record(
                place="Kent",
                framework="ofsted-lac-2013",
                fieldwork=span("2013-07-15", "2013-07-19"),
                published=span("2013-08-23"),
                judgements=judged(overall="adequate"),
            )
        )

    if report_first:
        the_report()
    statistics({HISTORY: [TLAC, ["Kent", day("2013-08-23"), RI]]})
    if not report_first:
        the_report()

    assert Inspection.objects.count() == 1
    assert (standing("overall").grade.code, standing("overall").source.kind) == ("adequate", "report")
    assert Judgement.objects.filter(aspect="overall").count() == 2
    conflict = Problem.objects.get(severity="conflict")
    assert (conflict.field, conflict.kept, conflict.other) == ("overall", "adequate", "requires_improvement")


@pytest.mark.parametrize("report_first", [True, False])
def test_a_first_day_and_the_reports_span_are_one_inspection_and_its_kind_is_the_telling_one(
    statistics, stored, record, span, report_first
):
    if report_first:
        stored(record(place="Sutton", fieldwork=span("2022-02-07", "2022-02-11")))
    began = day("2022-02-07")
    row = in_year("Sutton", began, "ILACS Short Inspection", *FOUR_GOOD)
    statistics({IN_YEAR: [IN_YEAR_HEADER, row]})
    if not report_first:
        stored(record(place="Sutton", fieldwork=span("2022-02-07", "2022-02-11")))

    inspection = Inspection.objects.get()
    assert (inspection.kind, inspection.fieldwork_end) == ("short", dt.date(2022, 2, 11))
    assert not Problem.objects.filter(severity="conflict").exists()


def test_a_publication_date_a_day_early_is_a_conflict_and_the_reports_stands(
    statistics, stored, record, span
):
    stored(record(place="Sutton", fieldwork=span("2022-02-07", "2022-02-11"), published=span("2022-03-28")))
    header = [NAME, "Inspection date", "Publication date", "Overall effectiveness"]
    statistics({LATEST: [header, ["Sutton", day("2022-02-07"), day("2022-03-27"), "Good"]]})

    assert Inspection.objects.get().published_to == dt.date(2022, 3, 28)
    conflict = Problem.objects.get(severity="conflict")
    assert (conflict.field, conflict.kept, conflict.other) == ("published", "2022-03-28", "2022-03-27")


def test_a_visit_keeps_its_topic_and_where_it_stands(statistics):
    statistics(
        {IN_YEAR: [IN_YEAR_HEADER, visit("Luton", day("2021-07-28"), "LA Monitoring visit", "Front door")]}
    )

    inspection = Inspection.objects.get()
    assert (inspection.kind, inspection.topic) == ("monitoring_visit", "Front door")
    assert inspection.inspection_sources.get().locator == f"{IN_YEAR} row 2"


def test_a_grade_the_statistics_contradict_themselves_on_comes_from_the_report(
    statistics, stored, record, span, judged
):
    began = day("2021-10-25")
    kind = "ILACS Standard Inspection"
    statistics(
        {
            LATEST: [LATEST_HEADER, latest("Bury", began, "Good", "Good", "Inadequate", "Good")],
            IN_YEAR: [IN_YEAR_HEADER, in_year("Bury", began, kind, "Good", "Good", RI, "Good")],
        }
    )
    assert standing("help_protection").grade is None

    stored(
        record(
            place="Bury",
            fieldwork=span("2021-10-25", "2021-11-05"),
            judgements=judged(help_protection="inadequate"),
        )
    )

    assert standing("help_protection").grade.code == "inadequate"


@pytest.mark.parametrize(
    ("name", "published", "slug"),
    [
        ("Dorset", "2011-10-28", "dorset-county-to-2019"),
        ("Durham", "2011-10-28", "county-durham"),
        ("Bedford Borough", "2012-03-09", "bedford"),
        ("St Helens", "2010-09-03", "st-helens"),
    ],
)
def test_names_mean_the_authority_of_their_day(statistics, name, published, slug):
    statistics({HISTORY: [SLAC, [name, day(published), "Good", "Good"]]})

    assert [area.slug for area in Inspection.objects.get().areas.all()] == [slug]


def test_an_unknown_name_is_a_problem_with_its_row_and_nothing_is_shown(statistics):
    run = statistics(
        {
            LATEST: [
                LATEST_HEADER,
                latest("Atlantis", day("2019-05-13"), *FOUR_GOOD),
                latest("Barnet", day("2019-05-13"), *FOUR_GOOD),
            ]
        }
    )

    assert run.result == "needs_review"
    problem = Problem.objects.get(severity="blocking")
    assert (problem.where, problem.value) == (f"{LATEST} row 2", "Atlantis")
    assert Inspection.objects.get().review_status == "needs_review"


def test_reading_the_same_file_again_changes_nothing(statistics):
    sheets = {
        LATEST: [LATEST_HEADER, latest("Barnet", day("2019-05-13"), *FOUR_GOOD)],
        HISTORY: [TLAC, ["Kent", day("2013-08-23"), RI]],
    }
    statistics(sheets)
    before = sorted(Judgement.objects.values_list("pk", "key", "grade"))

    run = statistics(sheets)

    assert run.result == "stored"
    assert sorted(Judgement.objects.values_list("pk", "key", "grade")) == before


def test_the_run_keeps_what_became_of_the_rows_of_each_table(statistics):
    run = statistics({LATEST: [LATEST_HEADER, latest("Barnet", day("2019-05-13"), *FOUR_GOOD)]})

    assert run.counts["tables"] == [{"where": LATEST, "rows": 1, "stored": 1, "merged": 0, "named": 0}]
