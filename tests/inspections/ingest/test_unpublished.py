"""What is not certain waits for a person: kept, named, and shown nowhere."""

import datetime as dt

import pytest

from areas.models import Area
from inspections.models import (
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.reading.records import (
    CaseReviewRecord,
    DateSpan,
    FindingRecord,
    JudgementRecord,
    PlaceRecord,
)

pytestmark = pytest.mark.usefixtures("reference")


def the_problem(line):
    assert line["status"] == "needs_review"
    [problem] = line["problems"]
    assert problem["severity"] == "blocking"
    return problem


def test_a_rejected_file_leaves_only_its_run_and_its_problem(ingest, folder):
    ingest(folder(page=b"<html><head><title>Gone</title></head></html>"))

    [problem] = Problem.objects.all()
    assert problem.run.result == "rejected"
    assert problem.source_file == "page.pdf"
    for model in (SourceDocument, Inspection, InspectionSource, Judgement):
        assert not model.objects.exists()


def test_an_unknown_area_is_named_with_what_it_might_be(ingest, folder, report):
    _, [line] = ingest(folder(nowhere=report(place="Haltonn")))

    problem = the_problem(line)
    assert (problem["where"], problem["field"], problem["value"]) == ("document", "area", "Haltonn")
    assert "Halton" in problem["message"].replace("Haltonn", "")
    assert line["file"] == "nowhere.pdf"
    assert not Inspection.objects.exists()


def test_what_was_certain_is_kept_and_shown_nowhere(stored, record):
    doubtful = JudgementRecord(aspect="impact_of_leaders", grade="splendid", printed="Splendid", page=3)

    line = stored(record(judgements=(*record().judgements, doubtful)))

    assert (line["inspections"], line["judgements"]) == (1, 2)
    assert not Inspection.objects.published().exists()
    assert not Judgement.objects.published().exists()
    assert not Judgement.objects.standing().exists()
    assert not Judgement.objects.filter(stands=True).exists()
    halton = Area.objects.get(kind="authority", slug="halton")
    [kept] = Inspection.objects.of_area(halton)
    assert (kept.review_status, kept.fieldwork_end) == ("needs_review", dt.date(2019, 3, 15))


def test_a_grade_outside_its_scale_names_page_aspect_and_words(stored, record):
    """“Adequate” left Ofsted’s scale in November 2013."""
    adequate = JudgementRecord(aspect="overall", grade="adequate", printed="Adequate", page=2)

    line = stored(record(judgements=(adequate,)))

    problem = the_problem(line)
    assert (problem["where"], problem["field"], problem["value"]) == ("page 2", "overall", "Adequate")
    assert "outstanding, good, requires improvement to be good, inadequate" in problem["message"]
    assert line["judgements"] == 0


def test_an_aspect_that_the_framework_does_not_judge(stored, record):
    adoption = JudgementRecord(aspect="adoption", grade="good", printed="Good", page=1)

    problem = the_problem(stored(record(judgements=(adoption,))))

    assert (problem["where"], problem["field"]) == ("page 1", "adoption")
    assert "has no such aspect" in problem["message"]


def test_an_aspect_judged_twice(stored, record):
    again = JudgementRecord(aspect="overall", grade="inadequate", printed="Inadequate", page=4)

    line = stored(record(judgements=(*record().judgements, again)))

    problem = the_problem(line)
    assert (problem["where"], problem["field"], problem["value"]) == ("page 4", "overall", "Inadequate")
    assert line["judgements"] == 2


def test_a_grade_where_the_status_says_there_is_none(stored, record):
    odd = JudgementRecord(
        aspect="overall", grade="good", grade_status="not_judged", printed="Not judged", page=1
    )

    problem = the_problem(stored(record(judgements=(odd,))))

    assert (problem["field"], problem["value"]) == ("overall", "Not judged")


def test_fieldwork_that_ends_before_it_starts(stored, record):
    backwards = DateSpan(
        raw="15 to 4 March 2019", start=dt.date(2019, 3, 15), end=dt.date(2019, 3, 4), basis="printed"
    )

    line = stored(record(fieldwork=backwards))

    problem = the_problem(line)
    assert (problem["field"], problem["value"]) == ("fieldwork", "15 to 4 March 2019")
    assert line["judgements"] == 2
    kept = Inspection.objects.get()
    assert (kept.fieldwork_start, kept.fieldwork_end) == (None, None)


def test_a_report_published_before_its_inspection(stored, record):
    early = DateSpan(raw="1 March 2018", start=dt.date(2018, 3, 1), end=dt.date(2018, 3, 1), basis="printed")

    problem = the_problem(stored(record(published=early)))

    assert (problem["field"], problem["value"]) == ("published", "2018-03-01")
    assert "2019-03-15" in problem["message"]


def test_a_place_and_a_code_that_disagree(stored, record):
    """E06000006 is Halton, E06000007 Warrington."""
    places = (PlaceRecord(raw="Halton", kind="authority", code="E06000007", scope="authority"),)

    line = stored(record(places=places))

    problem = the_problem(line)
    assert (problem["field"], problem["value"]) == ("area", "Halton")
    assert "Warrington" in problem["message"]
    assert line["inspections"] == 0


def test_a_framework_nobody_defined(stored, record):
    problem = the_problem(stored(record(framework="ofsted-2099")))

    assert (problem["field"], problem["value"]) == ("framework", "ofsted-2099")


def test_a_document_that_tells_of_no_inspection(stored, record):
    problem = the_problem(stored())

    assert problem["field"] == "inspection"


def test_a_passage_on_a_theme_nobody_defined_is_left_out_and_named(stored, record):
    passages = (
        FindingRecord(theme="missing-children", about="council", passage="Some made-up words."),
        FindingRecord(theme="missing-pets", about="council", passage="Other words.", locator="para 9"),
    )

    line = stored(record(findings=passages))

    problem = the_problem(line)
    assert (problem["where"], problem["field"], problem["value"]) == ("para 9", "theme", "missing-pets")
    assert line["findings"] == 1


def test_what_the_database_refuses_is_rejected_and_the_next_file_goes_on(stored, record):
    """A split that does not sum cannot be stored, whatever a reader says of it."""
    wrong = CaseReviewRecord(
        theme="missing-children",
        cases=10,
        cases_basis="printed",
        good=3,
        inadequate=3,
        completeness="full_split",
    )

    line = stored(record(case_reviews=(wrong,)))
    after = stored(record(), sha256="b" * 64)

    assert line["status"] == "rejected"
    assert "full_split_sums_to_cases" in line["problems"][0]["value"]
    assert after["status"] == "stored"
    assert SourceDocument.objects.count() == 1
    assert Judgement.objects.count() == 2


@pytest.mark.parametrize(("second", "severity"), [("good", "note"), ("inadequate", "blocking")])
def test_one_area_by_two_of_its_names_in_one_table(stored, record, judged, second, severity):
    """Nothing is lost where both rows say the same; else a person has to say which is right."""
    rows = [
        record(place="Telford", locator="row 4", judgements=judged(overall="good")),
        record(place="Telford & Wrekin", locator="row 9", judgements=judged(overall=second)),
    ]

    line = stored(*rows, kind="statistics")

    [problem] = line["problems"]
    assert (problem["severity"], problem["where"]) == (severity, "row 9")
    assert line["judgements"] == 1
