"""What the database itself refuses, on SQLite and PostgreSQL alike: one wrong row for each rule."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from areas.models import Area
from inspections import models
from inspections.models import (
    CaseReview,
    Coding,
    Coverage,
    Decision,
    Finding,
    Framework,
    FrameworkAspect,
    Grade,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    SourceDocument,
    Theme,
    Trail,
    TrailStep,
)

pytestmark = pytest.mark.usefixtures("reference")
EARLY, LATE = dt.date(2019, 3, 4), dt.date(2019, 3, 15)

JUDGEMENT = {"aspect_id": "overall", "grade_id": "ofsted:good", "grade_status": "graded", "stands": True}
CASES = {
    "theme_id": "missing-children", "assessor": "inspectors", "disclosure": "in_report", "cases": 9,
    "cases_basis": "printed", "good": 1, "requires_improvement": 2, "inadequate": 6,
    "completeness": "full_split",
}  # fmt: skip
PARTIAL = CASES | {"completeness": "partial", "requires_improvement": None, "inadequate": None}
FINDING = {"kind": "statement", "about": "council", "summary": "Made-up words."}


@pytest.fixture
def made():
    """An inspection, its document and its area, and a way to add rows to them."""
    document = SourceDocument.objects.create(key="made", sha256="a" * 64, kind="report", title="Made")
    inspection = Inspection.objects.create(key="made", framework_id="ofsted-ilacs-2018", kind="full")
    area = Area.objects.get(kind="authority", slug="halton")
    shared = {"inspection": inspection, "source": document}

    class Made:
        parts = {"inspection": inspection, "source": document, "area": area}
        number = 0

        def row(self, model, **values):
            if model in (Judgement, CaseReview, Finding):
                self.number += 1
                values = shared | {"key": f"row-{self.number}", "confidence": "read"} | values
            if model is InspectionSource:
                values = shared | {"confidence": "read"} | values
            return model.objects.create(**values)

    return Made()


def refused(constraint, create):
    """SQLite names the columns of a unique rule instead of the rule."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        create()
    words = str(error.value)
    assert constraint in words or "UNIQUE constraint failed" in words


BACKWARDS = {"fieldwork_start": LATE, "published_to": EARLY}
INSPECTION = {"key": "other", "framework_id": "ofsted-ilacs-2018", "kind": "full"}


@pytest.mark.parametrize(
    ("constraint", "model", "right", "wrong"),
    [
        ("fieldwork_in_order", Inspection, INSPECTION, {"fieldwork_start": LATE, "fieldwork_end": EARLY}),
        ("publication_in_order", Inspection, INSPECTION, {"published_from": LATE, "published_to": EARLY}),
        ("fieldwork_before_publication", Inspection, INSPECTION, BACKWARDS),
        ("grade_where_and_only_where_graded", Judgement, JUDGEMENT, {"grade_id": None}),
        ("grade_where_and_only_where_graded", Judgement, JUDGEMENT, {"grade_status": "not_judged"}),
        ("cases_and_their_basis_together", CaseReview, CASES, {"cases_basis": ""}),
        ("cases_and_their_basis_together", CaseReview, PARTIAL, {"cases": None}),
        ("full_split_sums_to_cases", CaseReview, CASES, {"good": 2}),
        ("full_split_sums_to_cases", CaseReview, CASES, {"cases": None, "cases_basis": ""}),
        ("full_split_sums_to_cases", CaseReview, CASES, {"good": None}),
        ("good_not_above_cases", CaseReview, PARTIAL, {"good": 10}),
        ("adequate_not_above_cases", CaseReview, PARTIAL, {"adequate": 10}),
        ("requires_improvement_not_above_cases", CaseReview, PARTIAL, {"requires_improvement": 10}),
        ("inadequate_not_above_cases", CaseReview, PARTIAL, {"inadequate": 10}),
        ("below_good_not_above_cases", CaseReview, PARTIAL, {"below_good": 10}),
        ("observed_not_above_cases", CaseReview, PARTIAL, {"observed": 10}),
        ("good", CaseReview, PARTIAL, {"good": -1}),
        ("percentage_between_0_and_100", CaseReview, PARTIAL, {"percent_good": 100.5}),
        ("percentage_between_0_and_100", CaseReview, PARTIAL, {"percent_good": -0.5}),
        ("case_review_has_theme_or_topic", CaseReview, CASES, {"theme_id": None}),
        ("direction_only_of_a_change", Finding, FINDING, {"direction": "better"}),
        ("finding_says_something", Finding, FINDING, {"summary": ""}),
    ],
)  # fmt: skip
def test_a_row_that_contradicts_itself(made, constraint, model, right, wrong):
    with transaction.atomic():
        made.row(model, **right)
        transaction.set_rollback(True)

    refused(constraint, lambda: made.row(model, **(right | wrong)))


@pytest.mark.parametrize(
    ("constraint", "model", "values"),
    [
        ("judgement_once_in_source", Judgement, JUDGEMENT | {"stands": False}),
        ("source_once_in_inspection", InspectionSource, {}),
        ("inspections_sourcedocument_key_key", SourceDocument, {"key": "k", "kind": "report", "title": "-"}),
        ("inspections_inspection_key_key", Inspection, INSPECTION),
    ],
)
def test_a_row_that_stands_there_already(made, constraint, model, values):
    made.row(model, **values)

    refused(constraint, lambda: made.row(model, **values))


def test_the_same_bytes_are_one_document_but_no_bytes_are_many(made):
    for key in "bc":
        SourceDocument.objects.create(key=key, kind="inquiry", title="Without a file")

    refused(
        "document_bytes_once",
        lambda: SourceDocument.objects.create(key="d", sha256="a" * 64, kind="report", title="Again"),
    )


def test_one_source_decides_and_one_judgement_stands(made):
    other = SourceDocument.objects.create(key="other", kind="statistics", title="Other")
    made.row(InspectionSource, decides=True)
    made.row(Judgement, **JUDGEMENT)

    refused("one_source_decides", lambda: made.row(InspectionSource, source=other, decides=True))
    refused("one_judgement_stands", lambda: made.row(Judgement, **JUDGEMENT, source=other))


def test_an_area_stands_once_in_an_inspection(made):
    values = {"inspection": made.parts["inspection"], "area": made.parts["area"], "scope": "authority"}
    InspectedArea.objects.create(**values)

    refused("area_once_in_inspection", lambda: InspectedArea.objects.create(**values))


def test_one_coding_a_role(made):
    finding = made.row(Finding, **FINDING)
    values = {"finding": finding, "role": "inquiry", "stance": "concern", "at": EARLY}
    Coding.objects.create(**values)

    refused("one_coding_a_role", lambda: Coding.objects.create(**values))


def test_nothing_follows_itself(made):
    rows = Inspection.objects.filter(pk=made.parts["inspection"].pk)

    refused("inspection_does_not_follow_itself", lambda: rows.update(follows=made.parts["inspection"]))


def test_a_correction_is_about_an_aspect_or_a_theme(made):
    refused(
        "decision_about_aspect_or_theme",
        lambda: Decision.objects.create(
            inspection=made.parts["inspection"],
            aspect_id="overall",
            theme_id="referrals",
            field="x",
            reason="-",
        ),
    )


def test_trail_steps(made):
    trail = Trail.objects.create(key="t", area=made.parts["area"], status="not_known")
    step = {
        "trail": trail, "step": 1, "kind": "action", "speaker": "the council", "summary": "Made-up words.",
        "source": made.parts["source"],
    }  # fmt: skip
    TrailStep.objects.create(**step)

    refused("trail_step_has_own_place", lambda: TrailStep.objects.create(**step))
    later = step | {"step": 2}
    refused("trail_step_in_order", lambda: TrailStep.objects.create(**later, on_from=LATE, on_to=EARLY))
    refused("trail_step_says_something", lambda: TrailStep.objects.create(**(later | {"summary": ""})))


def test_definitions():
    refused(
        "framework_starts_before_it_ends",
        lambda: Framework.objects.filter(pk="jtai").update(valid_from=LATE, valid_to=EARLY),
    )
    refused(
        "theme_is_not_its_own_parent", lambda: Theme.objects.filter(pk="referrals").update(parent="referrals")
    )
    good = {"scale_id": "ofsted", "label": "-", "short": "-", "below_good": False}
    refused("grade_once_in_scale", lambda: Grade.objects.create(id="x", code="good", position=9, **good))
    refused("grade_has_own_place", lambda: Grade.objects.create(id="x", code="x", position=1, **good))
    refused(
        "aspect_once_in_framework",
        lambda: FrameworkAspect.objects.create(
            framework_id="ofsted-ilacs-2018", aspect_id="overall", label="-", position=9
        ),
    )


def test_coverage():
    row = {"key": "made", "inspectorate_id": "ofsted", "what": "reports"}
    for name, days in (
        ("coverage_in_order", {"complete_from": LATE, "complete_to": EARLY}),
        ("complete_for_a_time_or_not", {"complete_from": EARLY}),
    ):
        refused(name, lambda days=days: Coverage.objects.create(**row, **days))


def test_no_named_rule_is_left_out():
    """A rule added to a model is to be broken here too."""
    from pathlib import Path

    text = Path(__file__).read_text(encoding="utf-8")
    for name in models.__all__:
        for constraint in getattr(models, name)._meta.constraints:
            assert f'"{constraint.name}"' in text, constraint.name
