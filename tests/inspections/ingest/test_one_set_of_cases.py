"""The tally of an inspection known from the press and read in its report later is one, with two sources."""

import pytest

from areas.models import Area
from inspections.models import CaseReview, Inspection, Problem
from inspections.place_facts import place_facts
from inspections.reading.records import CaseReviewRecord, CitedSource
from inspections.review.proposals import confirm
from inspections.transfer.load import load_tables
from tests.inspections.transfer.conftest import exported

__all__ = ["exported"]

pytestmark = pytest.mark.usefixtures("reference")

NUMBERS = {"cases": 33, "cases_basis": "printed", "good": 9, "requires_improvement": 14, "inadequate": 10}


def tally(**changes):
    return CaseReviewRecord(theme="missing-children", completeness="full_split", **(NUMBERS | changes))


@pytest.fixture
def told(stored, record, span):
    """Stores what the press or the page of the report says of one inspection of a force."""

    def store(by, *tallies, **more):
        force = record(
            place="Durham",
            kind_of_place="force",
            scope="whole_force",
            inspectorate="hmicfrs",
            framework="hmicfrs-ncpi-2014",
            fieldwork=span("2019-10-07", "2019-10-18"),
            judgements=(),
            case_reviews=tallies,
            confidence="press" if by == "press" else "read",
            **more,
        )
        return stored(force, sha256=by[1] * 64, name=f"{by}.pdf", kind=by)

    return store


def shown():
    """What the page of the force says: (numbers, confidence) of every set of cases."""
    force = Area.objects.get(kind="force", slug="durham")
    [inspection] = place_facts(force).inspections
    return [(row.cases, row.good, row.confidence) for row in inspection.case_reviews.all()]


@pytest.mark.parametrize("order", [("press", "page"), ("page", "press")])
def test_the_same_numbers_are_one_set_of_cases_and_the_page_leads(told, order):
    for by in order:
        told(by, tally())

    assert Inspection.objects.count() == 1
    assert CaseReview.objects.published().count() == 2
    assert shown() == [(33, 9, "read")]
    assert not Problem.objects.exists()


def test_other_numbers_are_a_conflict_and_the_page_is_shown(told):
    told("press", tally(good=10, inadequate=9))

    told("page", tally())

    assert shown() == [(33, 9, "read")]
    problem = Problem.objects.get()
    assert (problem.severity, problem.field) == ("conflict", "missing-children")
    assert (problem.kept, problem.other) == (
        "24 below good, 9 good, 10 inadequate",
        "23 below good, 10 good, 9 inadequate",
    )


def test_what_is_put_right_in_the_next_reading_ends_the_conflict(told):
    told("press", tally(good=10, inadequate=9))
    told("page", tally())

    told("press", tally())

    assert not Problem.objects.exists()
    assert shown() == [(33, 9, "read")]


def test_when_the_page_tells_of_other_cases_the_press_is_shown_again(told):
    told("press", tally())
    told("page", tally())

    told("page", tally(sample="in custody", cases=20, good=3, requires_improvement=7))

    assert sorted(shown()) == [(20, 3, "read"), (33, 9, "press")]


def test_two_sources_that_one_file_cites_for_a_new_inspection_are_one_set(stored, record):
    def cited(key, kind):
        return CitedSource(key=key, kind=kind, title=key)

    stored(
        record(case_reviews=(tally(),), judgements=(), cited=cited("a-paper", "press"), confidence="press"),
        record(case_reviews=(tally(),), judgements=(), cited=cited("a-page", "page"), confidence="read"),
        kind="dataset",
    )

    rows = CaseReview.objects.order_by("-stands")
    assert [(row.source.title, row.stands) for row in rows] == [("a-page", True), ("a-paper", False)]


def test_a_number_that_waits_for_a_person_takes_nobodys_place(told):
    told("page", tally(proposed=True))

    told("press", tally())

    assert shown() == [(33, 9, "press")]


def test_confirmed_it_leads_what_the_press_said(told, django_user_model):
    told("press", tally())
    told("page", tally(proposed=True))
    waiting = CaseReview.objects.get(review_status="proposed")

    confirm(waiting.pk, user=django_user_model.objects.create(username="reviewer"))

    assert shown() == [(33, 9, "read")]


def test_an_export_says_which_of_them_is_shown_and_comes_back_as_it_went(told, exported):
    told("press", tally(good=10, inadequate=9))
    told("page", tally())
    before, tables = exported("before")
    Problem.objects.all().delete()
    Inspection.objects.all().delete()

    load_tables([tables])

    assert exported("after")[0] == before
    assert sorted(CaseReview.objects.values_list("confidence", "stands")) == [
        ("press", False),
        ("read", True),
    ]
