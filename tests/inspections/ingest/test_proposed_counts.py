"""Numbers found in prose wait for a person; what a person decided outlives the next reading."""

import pytest

from inspections.models import CaseReview, SourceDocument
from inspections.reading.records import CaseReviewRecord

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """What a reader makes of “in 13 of the 17 cases sampled”."""

    def build(**more):
        values = {
            "proposed": True,
            "theme": "missing-children",
            "sample": "in para 9",
            "cases": 17,
            "cases_basis": "printed",
            "observed": 13,
            "observed_what": "no plan",
            "stated": "13 of the 17 cases sampled",
            "completeness": "observed",
            "page": 4,
            "locator": "para 9",
            "certainty": "medium",
        }
        return CaseReviewRecord(**(values | more))

    return build


def test_a_number_found_in_prose_is_stored_and_not_published(reference, stored, record, told):
    line = stored(record(case_reviews=(told(),)))

    row = CaseReview.objects.get()
    assert line["status"] == "stored"
    assert line["case_reviews"] == 1
    assert row.review_status == "proposed"
    assert row not in CaseReview.objects.published()
    assert (row.cases, row.observed, row.good) == (17, 13, None)


def test_a_tally_that_is_no_proposal_is_published(reference, stored, record, told):
    stored(record(case_reviews=(told(proposed=False, certainty="high"),)))

    assert CaseReview.objects.get().review_status == "published"


def test_a_confirmed_proposal_stays_confirmed_when_the_file_is_read_again(reference, stored, record, told):
    stored(record(case_reviews=(told(),)))
    CaseReview.objects.update(review_status="published", observed_what="put in a person’s words")

    stored(record(case_reviews=(told(),)))

    row = CaseReview.objects.get()
    assert row.review_status == "published"
    assert row.observed_what == "put in a person’s words"


def test_an_undecided_proposal_is_replaced_by_the_next_reading(reference, stored, record, told):
    stored(record(case_reviews=(told(),)))

    stored(record(case_reviews=(told(observed=12),)))

    row = CaseReview.objects.get()
    assert (row.observed, row.review_status) == (12, "proposed")


def test_a_row_of_the_sites_own_tables_spares_the_proposal(reference, stored, record, told):
    stored(record())
    document = SourceDocument.objects.get()
    inspection = document.inspection_sources.get().inspection
    CaseReview.objects.create(
        key="typed",
        inspection=inspection,
        source=document,
        theme_id="missing-children",
        locator="para 9",
        cases=17,
        cases_basis="printed",
        observed=13,
        assessor="inspectors",
        completeness="observed",
        disclosure="in_report",
        confidence="read",
        review_status="published",
    )

    line = stored(record(case_reviews=(told(), told(theme="edge-of-care", locator="para 12"))))

    assert line["status"] == "stored"
    assert sorted(CaseReview.objects.values_list("theme_id", "review_status")) == [
        ("edge-of-care", "proposed"),
        ("missing-children", "published"),
    ]
