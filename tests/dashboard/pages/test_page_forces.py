"""The list of forces: a line of what is known of each, in an order that is never a rank."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db

FORCE, REGION, NEWEST, SAID = range(4)
NCPI = "hmicfrs-ncpi-2014"


def line(page, name):
    return next(row for row in page.rows("Forces by name") if row[FORCE] == name)


def test_all_forces_are_listed_by_name(reference, read):
    page = read("/forces/")

    names = [row[FORCE] for row in page.rows("Forces by name")]
    assert "43 territorial forces" in page.words
    assert len(names) == 43
    assert names == sorted(names)
    assert page.html.css_first('a[href="/forces/durham/"]').text() == "Durham Constabulary"


def test_a_force_says_its_newest_inspection_and_what_it_counted(made_inspection, made_review, read):
    made_inspection("kent", framework=NCPI, ended=dt.date(2015, 3, 15))
    newest = made_inspection("kent", framework=NCPI, ended=dt.date(2019, 4, 12))
    made_review(newest, "all-cases", cases=40, good=10, requires_improvement=20, inadequate=10,
                completeness="full_split")  # fmt: skip

    kent = line(read("/forces/"), "Kent Police")

    assert kent[NEWEST] == "Full inspection, April 2019, Kent Police"
    assert kent[SAID].startswith("10 good, 20 requires improvement, 10 inadequate of 40 cases looked at")


def test_where_the_newest_counts_nothing_the_newest_that_does_stands_beside_it(
    made_inspection, made_review, read
):
    counted = made_inspection("kent", framework=NCPI, ended=dt.date(2019, 4, 12))
    made_review(counted, "missing-children", cases=12, inadequate=9, completeness="partial", certainty="low")
    made_inspection("kent", framework=NCPI, kind="post_inspection_review", ended=dt.date(2021, 8, 26))

    kent = line(read("/forces/"), "Kent Police")

    assert kent[NEWEST].startswith("Post-inspection review, August 2021")
    assert kent[SAID].startswith(
        "Numbers of cases not given. Newest that counts cases, Full inspection, April 2019"
    )
    assert "Missing children: 9 inadequate, 3 not given of 12 cases looked at; low certainty" in kent[SAID]
    assert "%" not in kent[SAID]


def test_what_the_force_graded_itself_and_what_does_not_add_up_is_not_what_is_known(
    made_inspection, made_review, read
):
    row = made_inspection("kent", framework=NCPI)
    made_review(row, "all-cases", cases=33, good=30, inadequate=3, assessor="force", sample="own",
                completeness="full_split")  # fmt: skip
    made_review(row, "all-cases", cases=33, good=20, inadequate=20, completeness="inconsistent")

    assert line(read("/forces/"), "Kent Police")[SAID] == "No count by inspectors that adds up."


def test_topics_known_only_together_are_said_in_words(made_inspection, read):
    made_inspection("kent", framework="hmicfrs-ncpi-2024", overall_words="Two topics good, three adequate.")

    assert line(read("/forces/"), "Kent Police")[SAID] == "Two topics good, three adequate."


def test_a_force_without_any_says_so_in_words(made_inspection, read):
    made_inspection("kent", framework=NCPI, review_status="needs_review")

    page = read("/forces/")

    assert "0 with a child protection inspection" in page.words
    assert line(page, "Kent Police")[NEWEST] == "None on record here"
    assert "says nothing about the force" in line(page, "Kent Police")[SAID]


def test_it_can_be_put_in_order_of_region_or_date(made_inspection, read):
    made_inspection("kent", framework=NCPI, ended=dt.date(2019, 4, 12))
    made_inspection("durham", framework=NCPI, ended=dt.date(2021, 4, 12))

    regions = [row[REGION] for row in read("/forces/?sort=region").rows("Forces by name")]
    newest = [row[FORCE] for row in read("/forces/?sort=newest").rows("Forces by name")]

    assert len(regions) == 43
    assert regions == sorted(regions)
    assert newest[:2] == ["Durham Constabulary", "Kent Police"]


def test_no_order_by_what_was_counted_exists(reference, read):
    page = read("/forces/?sort=inadequate")

    assert "sort “inadequate”" in page.part(".notice")
    names = [row[FORCE] for row in page.rows("Forces by name")]
    assert names == sorted(names)


def test_more_inspections_ask_no_more(made_inspection, made_review, client):
    def questions():
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/forces/").status_code == 200
        return len(captured)

    made_review(made_inspection("kent", framework=NCPI), cases=20)
    few = questions()
    for slug in ("durham", "merseyside", "essex", "kent"):
        made_review(made_inspection(slug, framework=NCPI), cases=20)

    assert questions() == few <= 11
