"""Decisions as functions: what they refuse, whom they concern, and which row a correction lands on."""

import datetime as dt

import pytest
from django.contrib.auth.models import User

from inspections.ingest.settle import settle
from inspections.models import Decision, IngestRun, Inspection, InspectionSource, Judgement, Problem
from inspections.reading.records import JudgementRecord, ProblemRecord
from inspections.review import problems

pytestmark = pytest.mark.usefixtures("reference")

TORN = JudgementRecord(
    aspect="overall",
    grade=None,
    grade_status="unreadable",
    printed="Good Inadequate",
    page=1,
    certainty="low",
)


def blocking(**more):
    values = {"where": "page 1", "field": "overall", "value": "Good Inadequate", "message": "not one grade"}
    return ProblemRecord(severity="blocking", **(values | more))


@pytest.fixture
def reviewer():
    return User.objects.create_user("reviewer")


@pytest.fixture
def torn(stored, record):
    stored(record(judgements=(TORN,)), problems=(blocking(),))
    return Problem.objects.get()


def standing():
    return list(Judgement.objects.standing().values_list("aspect_id", "grade__code", "source__kind"))


def test_a_document_is_not_published_while_something_blocks_it(torn):
    with pytest.raises(problems.NotPossible, match="1 blocking problem of this document"):
        problems.publish(torn.source)

    assert not Inspection.objects.published().exists()


def test_a_decision_that_fails_leaves_nothing_behind(torn, reviewer, monkeypatch):
    """All of a decision or none of it."""

    def fails(ids):
        raise RuntimeError("the database went away")

    monkeypatch.setattr(problems, "settle", fails)
    with pytest.raises(RuntimeError):
        problems.correct_grade(torn.pk, user=reviewer, grade="good", reason="x")

    torn.refresh_from_db()
    assert (torn.state, Decision.objects.count(), Decision.history.count()) == ("open", 0, 0)
    assert not Judgement.objects.published().exists()


@pytest.mark.parametrize("grade", ["adequate", "positive", "Good", "ofsted:good"])
def test_a_grade_of_another_scale_is_refused_by_name(torn, reviewer, grade):
    with pytest.raises(problems.NotPossible, match=f"“{grade}” is not a grade of"):
        problems.correct_grade(torn.pk, user=reviewer, grade=grade, reason="x")


def test_an_aspect_the_framework_does_not_judge_cannot_be_corrected(stored, record, reviewer):
    stored(record(), problems=(blocking(field="adoption"),))

    with pytest.raises(problems.NotPossible, match="does not judge “adoption”"):
        problems.correct_grade(Problem.objects.get().pk, user=reviewer, grade="good", reason="x", page=1)


def test_each_decision_is_taken_once(torn, reviewer):
    problems.accept(torn.pk, user=reviewer, note="x")

    for decide in (
        lambda: problems.accept(torn.pk, user=reviewer),
        lambda: problems.reject(torn.pk, user=reviewer, note="x"),
        lambda: problems.correct_grade(torn.pk, user=reviewer, grade="good", reason="x"),
        lambda: problems.correct_dates(
            torn.pk, user=reviewer, start=dt.date(2019, 3, 4), end=dt.date(2019, 3, 4), reason="x"
        ),
    ):
        with pytest.raises(problems.AlreadyDecided, match="accepted"):
            decide()
    assert torn.decisions.get().history.count() == 1


def test_the_report_is_corrected_even_where_statistics_could_be_read(stored, record, judged, torn, reviewer):
    """What a reviewer read in the report must not be ascribed to the statistics."""
    stored(record(judgements=judged(overall="good")), sha256="b" * 64, kind="statistics")
    assert standing() == [("overall", "good", "statistics")]

    problems.correct_grade(torn.pk, user=reviewer, grade="inadequate", reason="Page 1.")

    assert standing() == [("overall", "inadequate", "report")]
    untouched = Judgement.objects.get(source__kind="statistics")
    assert (untouched.grade.code, untouched.review_status) == ("good", "published")
    conflict = Problem.objects.get(severity="conflict")
    assert (conflict.kept, conflict.other) == ("inadequate", "good")


def test_in_a_document_on_many_inspections_a_problem_concerns_the_one_of_its_row(stored, record, reviewer):
    first = record(locator="Table 1 row 7", judgements=(TORN,))
    second = record(place="Knowsley", locator="Table 1 row 17", judgements=(TORN,))
    stored(first, second, problems=(blocking(where="Table 1 row 17 column C"),), kind="statistics")

    problems.correct_grade(Problem.objects.get().pk, user=reviewer, grade="good", reason="x")

    assert Decision.objects.get().inspection.areas.get().slug == "knowsley"


def test_where_no_single_inspection_is_meant_nothing_can_be_corrected(stored, record, reviewer):
    stored(record(locator="row 7"), record(place="Knowsley", locator="row 8"), problems=(blocking(),))
    problem = Problem.objects.get()

    assert problems.inspection_of(problem) is None
    with pytest.raises(problems.NotPossible, match="No single inspection"):
        problems.correct_grade(problem.pk, user=reviewer, grade="good", reason="x")


def test_a_doubt_about_the_place_that_is_rejected_keeps_all_of_the_report_unpublished(
    stored, record, reviewer
):
    doubt = blocking(field="place", value="Halton", message="the folder says otherwise")
    stored(record(), problems=(doubt,))
    problems.reject(Problem.objects.get().pk, user=reviewer, note="It is another council.")

    for _ in range(2):
        assert not Inspection.objects.published().exists()
        assert not Judgement.objects.published().exists()
        stored(record(), problems=(doubt,))


def test_a_place_cannot_be_accepted_where_nothing_could_be_stored(stored, record, reviewer):
    stored(record(place="Borsetshire"))

    with pytest.raises(problems.NotPossible, match="name the place"):
        problems.accept(Problem.objects.get().pk, user=reviewer, note="x")


def test_a_new_doubt_after_a_decision_hides_the_report_until_it_is_decided(stored, record, torn, reviewer):
    problems.correct_grade(torn.pk, user=reviewer, grade="good", reason="x")

    line = stored(record(judgements=(TORN,)), problems=(blocking(), blocking(message="something else")))

    assert line["status"] == "needs_review"
    assert standing() == []
    new = Problem.objects.get(state="open")
    problems.accept(new.pk, user=reviewer, note="x")
    assert standing() == [("overall", "good", "report")]


def test_what_people_decided_about_a_conflict_outlives_the_conflict(stored, record, judged, reviewer):
    stored(record(judgements=judged(overall="good")))
    stored(record(judgements=judged(overall="inadequate")), sha256="b" * 64, kind="statistics")
    conflict = Problem.objects.get()
    problems.reject(conflict.pk, user=reviewer, note="A misprint there.")

    stored(record(judgements=judged(overall="good")), sha256="b" * 64, kind="statistics")

    assert Problem.objects.get(pk=conflict.pk).state == "dismissed"
    assert conflict.decisions.get().made_by == reviewer


def test_a_correction_that_is_no_date_is_named_and_changes_nothing(stored, record):
    stored(record())
    inspection = Inspection.objects.get()
    Decision.objects.create(inspection=inspection, field="fieldwork_end", value="soon", reason="-")

    settle([inspection.pk])

    inspection.refresh_from_db()
    assert inspection.fieldwork_end == dt.date(2019, 3, 15)
    assert Problem.objects.get().message == "the correction is no date and is not applied"


def test_a_corrected_day_stands_in_the_row_of_the_report(stored, record, reviewer):
    stored(record(), problems=(blocking(field="fieldwork"),))

    problems.correct_dates(
        Problem.objects.get().pk,
        user=reviewer,
        start=dt.date(2019, 3, 5),
        end=dt.date(2019, 3, 14),
        reason="x",
    )

    row = InspectionSource.objects.get()
    assert (row.fieldwork_start, row.fieldwork_end) == (dt.date(2019, 3, 5), dt.date(2019, 3, 14))
    assert (row.fieldwork_stated, row.review_status) == ("4 to 15 March 2019", "corrected")
    assert IngestRun.objects.get().result == "stored"


def test_two_public_inspections_that_turn_out_to_be_one_are_merged_by_the_next_reading(
    stored, record, span, reviewer
):
    stored(record(), sha256="b" * 64)
    misprinted = record(fieldwork=span("2018-06-04", "2018-06-15"))
    doubt = ProblemRecord(severity="note", where="page 1", field="fieldwork", message="odd for its framework")
    stored(misprinted, problems=(doubt,))
    assert Inspection.objects.published().count() == 2

    problems.correct_dates(
        Problem.objects.get(field="fieldwork").pk,
        user=reviewer,
        start=dt.date(2019, 3, 4),
        end=dt.date(2019, 3, 15),
        reason="x",
    )
    line = stored(misprinted, problems=(doubt,))

    assert line["status"] == "stored"
    assert Inspection.objects.published().get().inspection_sources.count() == 2
    assert {row.inspection for row in Decision.objects.all()} == {Inspection.objects.get()}
