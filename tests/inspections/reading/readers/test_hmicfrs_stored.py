"""A page through the whole way in: what is stored, what is shown, and that reading again changes nothing."""

import pytest
from django.contrib.auth.models import User

from inspections.ingest import pipeline
from inspections.models import CaseReview, Finding, Inspection, Judgement, Problem
from inspections.review import problems
from inspections.terms import PUBLIC
from tests.inspections.reading.readers import made_police_pages as made

pytestmark = pytest.mark.django_db

PAGE = made.page(
    made.p("Fieldwork: 3–14 June 2019"),
    made.p("November 2019"),
    made.h(2, made.ANALYSIS),
    made.p(
        "We audited 27 child protection cases (6 cases were good, 12 required improvement and 9 inadequate)."
    ),
    made.h(3, made.BREAKDOWN),
    made.columns(("Missing children", 2, 5, 4), ("Children of pirates", 4, 7, 5)),
    made.h(2, "Recommendations"),
    made.p("We recommend that the force immediately finds missing children sooner."),
)


@pytest.fixture
def ingested(reference, tmp_path):
    def run(data, name="page.html"):
        path = tmp_path / name
        path.write_bytes(data)
        (run,) = pipeline.ingest([pipeline.Incoming(path, name)], again=True)
        return run

    return run


@pytest.fixture
def confirmed(ingested):
    """The run of a page after a reviewer has confirmed what was read: nobody had seen its layout."""

    def run(data):
        run = ingested(data)
        assert run.result == "needs_review"
        reviewer, _ = User.objects.get_or_create(username="reviewer")
        problems.confirm_reading(run.document, user=reviewer)
        run.refresh_from_db()
        return run

    return run


def test_a_page_is_stored_under_its_force(confirmed):
    assert confirmed(PAGE).result == "stored"

    inspection = Inspection.objects.get()
    assert [(area.kind, area.slug) for area in inspection.areas.all()] == [("force", "lincolnshire")]
    assert (str(inspection.fieldwork_start), str(inspection.published_to)) == ("2019-06-03", "2019-11-30")
    rows = CaseReview.objects.filter(review_status__in=PUBLIC).order_by("key")
    assert sorted((row.theme_id or row.topic, row.cases) for row in rows) == [
        ("Children of pirates", 16),
        ("all-cases", 27),
        ("missing-children", 11),
    ]
    assert [(row.kind, row.due) for row in Finding.objects.all()] == [("recommendation", "immediately")]


def test_reading_again_changes_nothing(ingested):
    ingested(PAGE)
    before = sorted(CaseReview.objects.values_list("key", flat=True))

    ingested(PAGE)

    assert Inspection.objects.count() == 1
    assert sorted(CaseReview.objects.values_list("key", flat=True)) == before


def test_parts_that_do_not_sum_are_stored_and_shown_with_a_problem(confirmed):
    run = confirmed(PAGE.replace(b"audited 27", b"audited 30"))

    assert run.result == "stored"
    assert CaseReview.objects.get(theme="all-cases").completeness == "inconsistent"
    assert Problem.objects.filter(severity="conflict", field="case_reviews").exists()


def test_a_force_nobody_knows_is_stored_under_none(ingested):
    run = ingested(PAGE.replace(b"Lincolnshire Police", b"Borsetshire Police"))

    assert run.result == "needs_review"
    assert Inspection.objects.count() == 0
    assert Problem.objects.filter(severity="blocking", field="area").count() == 1


def test_topics_that_are_a_picture_wait_for_a_person(ingested):
    run = ingested(
        made.page(made.p("Fieldwork: 3–14 June 2024"), made.p("Our graded judgments are as follows:"))
    )

    assert run.result == "needs_review"
    assert set(Judgement.objects.values_list("grade_status", flat=True)) == {"unreadable"}


def test_the_longest_words_fit_their_columns(confirmed):
    endless = "Children of the pirates of the coast and their kin " * 12
    page = made.page(
        made.h(2, made.ANALYSIS),
        made.h(3, made.BREAKDOWN),
        made.h(4, endless),
        made.listed(1, 3, 5),
        made.columns((endless, 1, 3, 5)),
        made.h(2, f"Recommendations {endless}"),
        made.ul("The force should paint its cars."),
    )

    assert confirmed(page).result == "stored"
    for row in [*CaseReview.objects.all(), *Finding.objects.all()]:
        row.full_clean()
