"""What the sources do not give is None after loading, and never zero."""

from __future__ import annotations

import pytest
from django.db.models import Q

from inspections.models import CaseReview, Inspection, Judgement
from inspections.terms import PUBLIC

GRADES = ("good", "adequate", "requires_improvement", "inadequate", "below_good", "percent_good")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def reviews(inspection: str, **same: object) -> list[CaseReview]:
    return list(CaseReview.objects.filter(inspection__key=inspection, **same).order_by("key"))


def given(review: CaseReview) -> set[str]:
    return {name for name in ("cases", *GRADES, "observed") if getattr(review, name) is not None}


@pytest.mark.parametrize(
    ("area", "cases"),
    [("county-durham", [18, 1]), ("st-helens", [10, 2]), ("tower-hamlets", [28, 2])],
)
def test_cases_disclosed_to_the_inquiry_have_no_grades(area: str, cases: list[int]) -> None:
    found = reviews(f"{area}/inquiry/disclosure/undated")

    assert sorted((review.cases for review in found), reverse=True) == cases
    assert all(given(review) == {"cases"} for review in found)
    assert {review.disclosure for review in found} == {"to_inquiry"}


def test_how_many_missing_cases_ofsted_looked_at_in_durham_is_not_given() -> None:
    missing = CaseReview.objects.filter(inspection__areas__slug="county-durham", theme="missing-children")

    assert [(row.cases, row.sample != "") for row in missing] == [(1, True)]  # a part only, and it says which


def test_what_the_two_other_cases_of_st_helens_were_is_not_given() -> None:
    (other,) = reviews("st-helens/inquiry/disclosure/undated", cases=2)

    assert other.theme_id is None


def test_the_split_of_the_metropolitan_missing_cases_is_not_given() -> None:
    (missing,) = reviews("metropolitan/hmicfrs-ncpi-2014/full/2016-05", theme="missing-children")

    assert given(missing) == {"cases", "below_good"}  # nor are the other two called good
    assert missing.completeness == "merged"


def test_the_police_have_no_figure_for_tower_hamlets_alone() -> None:
    inspected = Inspection.objects.filter(areas__slug="tower-hamlets", areas__kind="authority")

    assert not inspected.filter(framework__inspectorate="hmicfrs").exists()


def test_the_audits_give_neither_number_nor_split() -> None:
    (st_helens,) = reviews("st-helens/own-audit/own_audit/2020-01")
    (durham,) = reviews("durham/own-audit/own_audit/2020-05")

    assert given(st_helens) == {"percent_good"}
    assert given(durham) == set()


def test_durham_constabulary_has_a_tally_of_missing_cases_only() -> None:
    (only,) = CaseReview.objects.filter(inspection__key="durham/hmicfrs-ncpi-2014/full/2019-10")

    assert only.theme_id == "missing-children"


def test_the_reviews_of_the_police_have_no_tally() -> None:
    kept = Q(inspection__key__startswith="metropolitan/") | Q(inspection__key__startswith="merseyside/")
    kept |= Q(inspection__key__startswith="durham/")

    assert not CaseReview.objects.filter(kept, inspection__kind="post_inspection_review").exists()


def test_merseyside_2018_has_no_tally_of_missing_cases() -> None:
    (only,) = reviews("merseyside/hmicfrs-ncpi-2014/full/2018-05-04")

    assert only.theme_id == "child-sexual-exploitation"


@pytest.mark.parametrize(
    ("inspection", "aspect", "source"),
    [
        ("warwickshire/ofsted-sif/full/2017-05-25", "overall", "ofsted-2754428"),
        ("warwickshire/ofsted-sif/full/2017-05-25", "help_protection", "ofsted-2754428"),
        ("st-helens/ofsted-sif/full/2014-11-25", "overall", "ofsted-2755162"),
        ("county-durham/ofsted-ilacs-2018/full/2019-09-20", "overall", "ofsted-50117737"),
    ],
)
def test_grades_the_chapter_does_not_give_are_sourced_to_the_report(
    inspection: str, aspect: str, source: str
) -> None:
    judgements = Judgement.objects.filter(inspection__key=inspection, aspect=aspect)

    assert {row.source.key for row in judgements} == {source}


def test_dates_not_given_stay_empty() -> None:
    undated = Inspection.objects.filter(
        Q(kind="disclosure") | Q(key="durham/hmicfrs-ncpi-2014/post_inspection_review/undated")
    )

    spans = {
        value
        for row in undated
        for value in (row.fieldwork_start, row.fieldwork_end, row.published_from, row.published_to)
    }

    assert undated.count() == 4
    assert spans == {None}
    assert {row.review_status for row in undated} <= set(PUBLIC)


def test_nothing_unknown_was_stored_as_zero() -> None:
    zero = Q()
    for name in ("cases", *GRADES, "observed"):
        zero |= Q(**{name: 0})

    assert not CaseReview.objects.filter(zero).exists()
