"""What the police numbers say and do not say: splits, merged grades, proportions, whose audit, which 38."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db.models import Count, Q

from areas.models import Area
from inspections.ingest.settle import settle
from inspections.models import CaseReview, Finding, Inspection, InspectionSource, Judgement, Problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("police")]

NCPI = "hmicfrs-ncpi-2014"
GRADES = ("good", "adequate", "requires_improvement", "inadequate", "below_good", "percent_good")


def reviews(force: str, **same: object) -> list[CaseReview]:
    return list(CaseReview.objects.filter(inspection__areas__slug=force, **same).order_by("key"))


def given(review: CaseReview) -> dict[str, int | float]:
    names = ("cases", *GRADES, "observed")
    return {name: getattr(review, name) for name in names if getattr(review, name) is not None}


def inspection(key: str) -> Inspection:
    return Inspection.objects.get(key=key)


def test_there_are_43_forces_and_42_had_a_child_protection_inspection() -> None:
    forces = Area.objects.filter(kind="force")
    without = forces.exclude(inspections__framework__family="ncpi")

    assert forces.count() == 43
    assert [force.slug for force in without] == ["city-of-london"]


def test_nineteen_tallies_of_a_force_are_split_in_full_and_sum() -> None:
    split = CaseReview.objects.filter(
        theme="all-cases", completeness="full_split", assessor="inspectors", inspection__areas__kind="force"
    )

    assert split.count() == 19
    for row in split:
        assert row.good + (row.adequate or 0) + row.requires_improvement + row.inadequate == row.cases, (
            row.key
        )
        assert row.sample == "", row.key
    assert split.filter(confidence="press").count() == 11
    assert {row.certainty for row in split.filter(confidence="press")} == {"high", "medium"}


def test_the_parts_of_west_yorkshire_do_not_sum_and_a_problem_says_so() -> None:
    (row,) = CaseReview.objects.filter(completeness="inconsistent")

    assert row.inspection.key == "west-yorkshire/hmicfrs-ncpi-2014/full/2014-08"
    assert given(row) == {
        "cases": 33, "good": 9, "adequate": 8, "requires_improvement": 7, "inadequate": 10,
    }  # fmt: skip
    problem = Problem.objects.get(inspection=row.inspection, severity="conflict")
    assert (problem.kept, problem.other) == ("33", "9 + 8 + 7 + 10 = 34")


def test_the_sets_of_west_yorkshire_stay_apart() -> None:
    rows = reviews("west-yorkshire", theme="all-cases")

    by_sample = {(row.sample, row.assessor): given(row) for row in rows}

    assert len(by_sample) == len(rows) == 3
    (own,) = [cells for (_, assessor), cells in by_sample.items() if assessor == "force"]
    assert own == {"cases": 33, "good": 17, "adequate": 8, "requires_improvement": 5, "inadequate": 3}
    (more,) = [row for row in rows if row.cases == 64]
    assert (more.completeness, more.inadequate, more.assessor) == ("partial", None, "inspectors")


@pytest.mark.parametrize(
    ("force", "cells"),
    [
        ("gloucestershire", {"cases": 89, "good": 14, "below_good": 75}),
        ("metropolitan", {"cases": 374, "below_good": 278}),
        ("metropolitan", {"cases": 214, "below_good": 191}),
    ],
)
def test_merged_grades_are_not_split(force: str, cells: dict[str, int]) -> None:
    (row,) = reviews(force, cases=cells["cases"])

    assert given(row) == cells
    assert row.completeness == "merged"


@pytest.mark.parametrize(
    ("force", "theme", "cells"),
    [
        ("northamptonshire", "all-cases", {"cases": 21, "good": 0, "inadequate": 11}),
        ("lancashire", "all-cases", {"cases": 79, "inadequate": 30}),
        ("west-midlands", "child-sexual-exploitation", {"cases": 9, "inadequate": 5}),
        ("west-midlands", "missing-children", {"cases": 11, "inadequate": 9}),
        ("west-yorkshire", "child-sexual-exploitation", {"cases": 15, "inadequate": 9}),
    ],
)
def test_what_is_not_given_of_a_part_stays_unknown(force: str, theme: str, cells: dict[str, int]) -> None:
    (row,) = reviews(force, theme=theme)

    assert given(row) == cells
    assert row.completeness == "partial"


def test_the_only_zero_is_a_known_zero() -> None:
    zero = Q()
    for name in ("cases", *GRADES, "observed"):
        zero |= Q(**{name: 0})

    (row,) = CaseReview.objects.filter(zero)

    assert row.inspection.key.startswith("northamptonshire/")
    assert row.good == 0


@pytest.mark.parametrize(
    ("force", "theme", "cases", "stated"),
    [
        ("surrey", "all-cases", 31, "inadequate in over half"),
        ("west-midlands", "all-cases", 115, "nearly half inadequate"),
        ("greater-manchester", "all-cases", 48, ""),
        ("cleveland", "missing-children", 8, "response inadequate; no count by grade"),
    ],
)
def test_a_number_of_cases_alone_has_no_grades(force: str, theme: str, cases: int, stated: str) -> None:
    (row,) = reviews(force, theme=theme, completeness="total_only")

    assert given(row) == {"cases": cases}
    assert row.stated == stated


@pytest.mark.parametrize(
    ("force", "kind", "percent"),
    [
        ("humberside", "post_inspection_review", 26),
        ("leicestershire", "full", 29),
        ("leicestershire", "post_inspection_review", 53),
    ],
)
def test_a_percentage_never_becomes_a_count(force: str, kind: str, percent: int) -> None:
    (row,) = reviews(force, inspection__kind=kind)

    assert given(row) == {"percent_good": percent}
    assert (row.completeness, row.cases_basis) == ("proportion_only", "")
    assert str(percent) in row.stated


def test_the_three_numbers_of_the_metropolitan_police_stay_apart() -> None:
    full = inspection("metropolitan/hmicfrs-ncpi-2014/full/2016-05")
    update = inspection("metropolitan/hmicfrs-ncpi-2014/quarterly_update/2017-06-30")

    missing = full.case_reviews.get(cases=38)
    back = full.case_reviews.get(observed=38)
    audit = CaseReview.objects.get(cases=170)

    assert (missing.theme_id, missing.observed, missing.below_good) == ("missing-children", None, 36)
    assert (back.theme_id, back.cases, back.completeness) == ("all-cases", None, "observed")
    assert (audit.inspection, audit.assessor, given(audit)) == (update, "force", {"cases": 170})
    assert full.case_reviews.count() == 3  # the third: 374 cases of all kinds
    assert not CaseReview.objects.filter(cases=384).exists()


def test_the_third_update_of_the_metropolitan_police_is_split_in_full() -> None:
    row = CaseReview.objects.get(cases=135)

    assert given(row) == {"cases": 135, "good": 10, "requires_improvement": 64, "inadequate": 61}
    assert (row.completeness, row.certainty, row.confidence) == ("full_split", "medium", "press")


def test_all_four_updates_of_the_metropolitan_police_follow_its_inspection() -> None:
    updates = Inspection.objects.filter(kind="quarterly_update", areas__slug="metropolitan")

    assert updates.count() == 4
    assert {row.follows.key for row in updates} == {"metropolitan/hmicfrs-ncpi-2014/full/2016-05"}
    first = updates.get(fieldwork_end=None, published_to=None)
    assert {row.certainty for row in first.inspection_sources.all()} == {"low"}


def test_eight_forces_together_belong_to_no_force() -> None:
    together = Inspection.objects.get(kind="thematic", framework=NCPI)

    (row,) = together.case_reviews.all()

    assert together.areas.count() == 0
    assert given(row) == {"cases": 576, "good": 177, "adequate": 179, "inadequate": 220}
    assert row.certainty == "medium"


def test_no_tally_about_all_cases_stands_twice_for_one_inspection() -> None:
    whole = CaseReview.objects.filter(inspection__framework__family="ncpi", sample="").exclude(
        completeness="observed"
    )

    twice = whole.values("inspection__key", "theme", "assessor").annotate(n=Count("pk")).filter(n__gt=1)

    assert list(twice) == []


@pytest.mark.parametrize(
    ("key", "field", "kept", "other"),
    [
        ("dorset/hmicfrs-ncpi-2014/full/2021-04-23", "inadequate", "28", "23"),
        ("south-yorkshire/hmicfrs-ncpi-2014/post_inspection_review/2015-04", "cases", "28", "27"),
        (
            "lancashire/hmicfrs-ncpi-2014/full/2017-10",
            "fieldwork",
            "2017-10-01 to 2017-10-31",
            "2017-05-01 to 2017-05-31",
        ),
        ("west-yorkshire/hmicfrs-ncpi-2014/full/2014-08", "cases", "33", "9 + 8 + 7 + 10 = 34"),
        (
            "avon-and-somerset/hmicfrs-ncpi-2014/pilot/undated",
            "published",
            "not to be published",
            "17 July 2014",
        ),
        ("durham/hmicfrs-peel-2023/full/undated", "areas graded", "ten of ten", "nine of ten"),
        ("cleveland/hmicfrs-peel-2021/full/undated", "areas graded", "ten", "eleven of twelve"),
        ("devon-and-cornwall/hmicfrs-peel-2023/full/undated", "areas graded", "eight", "nine of ten"),
        ("merseyside/hmicfrs-peel-2021/full/undated", "areas graded", "eleven of thirteen", "ten"),
        ("warwickshire/hmicfrs-peel-2023/full/undated", "areas graded", "eight", "nine"),
        (
            "northamptonshire/hmicfrs-peel-2023/full/undated",
            "responding_to_the_public",
            "requires_improvement",
            "adequate",
        ),
        ("gwent/hmicfrs-ncpi-2014/full/2019-02-15", "published", "28 June 2019", "February 2019"),
        (
            "norfolk/hmicfrs-ncpi-2014/full/2014-04",
            "figures on page 5",
            "as corrected on 6 May 2015",
            "as first published on 29 August 2014",
        ),
    ],
)
def test_a_disagreement_is_two_values_and_a_problem(key: str, field: str, kept: str, other: str) -> None:
    (problem,) = Problem.objects.filter(inspection__key=key, severity="conflict")

    assert (problem.field, problem.kept, problem.other) == (field, kept, other)
    assert problem.source
    assert problem.other_source
    assert problem.message


def test_these_are_all_the_disagreements_on_the_police() -> None:
    conflicts = Problem.objects.filter(severity="conflict", inspection__framework__inspectorate="hmicfrs")

    # Two pages have Suffolk's report of 2023 a day apart.
    assert conflicts.filter(inspection__areas__slug="suffolk", field="published").count() == 1
    assert conflicts.count() == 14


def test_settling_again_keeps_the_words_of_the_lancashire_problem() -> None:
    lancashire = inspection("lancashire/hmicfrs-ncpi-2014/full/2017-10")
    before = list(lancashire.problems.values())

    settle([lancashire.pk])

    assert list(lancashire.problems.values()) == before
    assert (lancashire.fieldwork_start, lancashire.fieldwork_end) == (
        dt.date(2017, 10, 1),
        dt.date(2017, 10, 31),
    )


def test_a_second_number_is_nowhere_a_tally() -> None:
    (dorset,) = reviews("dorset", inspection__kind="full")
    (south_yorkshire,) = reviews("south-yorkshire")

    assert given(dorset) == {"cases": 83, "good": 20, "requires_improvement": 35, "inadequate": 28}
    assert given(south_yorkshire) == {"cases": 28, "good": 2, "requires_improvement": 19, "inadequate": 7}


def test_durham_had_good_grades_before_its_child_protection_inspection() -> None:
    peel = Inspection.objects.get(framework="hmicfrs-peel-2018", areas__slug="durham")
    vulnerable = peel.judgements.get(aspect="protecting_vulnerable_people", stands=True)
    page = peel.inspection_sources.get(source__key="hmicfrs-durham-peel-2018")

    # The day a page was last updated is no day of publication.
    assert (peel.fieldwork_end, peel.published_to) == (None, None)
    assert page.published_stated == "last updated 2 May 2019"
    assert vulnerable.grade_id == "peel-four:good"
    assert vulnerable.stands


def test_a_cycle_without_a_date_has_none() -> None:
    cycles = Inspection.objects.filter(framework__family__startswith="peel")
    stated = InspectionSource.objects.filter(inspection__in=cycles)
    told = stated.exclude(published_to=None, fieldwork_end=None).values_list("inspection", flat=True)

    dated = cycles.exclude(published_to=None, fieldwork_end=None)
    assert set(dated.values_list("pk", flat=True)) == set(told)
    assert cycles.count() == 272  # pairs of force and cycle in the file
    # A cycle of three reports a force has no one day of publication.
    three = ("peel-2014", "peel-2015", "peel-2016", "peel-2017")
    assert not dated.filter(framework__family__in=three).exists()


def test_no_update_of_a_page_dates_a_cycle() -> None:
    updated = InspectionSource.objects.filter(
        inspection__framework__family__startswith="peel", published_stated__startswith="last updated"
    )

    assert updated.count() > 100
    assert not updated.exclude(published_from=None, published_to=None).exists()


def test_what_was_described_and_not_graded_says_so() -> None:
    ungraded = Judgement.objects.filter(grade_status="not_graded")
    of_2017 = ungraded.filter(inspection__framework="hmicfrs-peel-2017")
    of_2014 = ungraded.filter(inspection__framework="hmicfrs-peel-2014")

    assert {(row.inspection.key.split("/")[0], row.aspect_id) for row in of_2017} == {
        ("greater-manchester", "efficiency"),
        ("greater-manchester", "legitimacy"),
    }
    assert of_2014.filter(aspect="legitimacy").count() == 6
    assert {row.grade for row in ungraded} == {None}


def test_where_two_sources_count_differently_both_counts_stand() -> None:
    def words(force: str) -> str:
        return Inspection.objects.get(areas__slug=force, framework="hmicfrs-peel-2021").overall_words

    assert "Good in three of nine areas" in words("thames-valley")
    assert "good in two" in words("thames-valley")
    assert "eight graded" in words("south-yorkshire")
    assert "ten" in words("south-yorkshire")


def test_grades_carried_over_are_marked() -> None:
    carried = Judgement.objects.filter(grade_status="carried_over")
    merseyside = carried.filter(inspection__areas__slug="merseyside")

    assert {(row.aspect_id, row.grade.code) for row in merseyside if row.grade} == {
        ("tackling_serious_organised_crime", "outstanding"),
        ("preventing_crime", "good"),
    }
    assert {row.locator.split(";")[0] for row in merseyside} == {"from 2016"}
    assert {row.inspection.framework_id for row in carried} == {"hmicfrs-peel-2017", "hmicfrs-peel-2018"}


def test_causes_of_concern_are_findings_that_nobody_has_coded() -> None:
    found = Finding.objects.filter(inspection__key="cleveland/hmicfrs-ncpi-2024/full/2024-06")

    assert {row.theme_id for row in found} == {"missing-children", "online-exploitation"}
    assert not any(row.codings.exists() for row in found)


def test_what_stood_about_the_same_inspections_still_stands() -> None:
    durham = inspection("durham/hmicfrs-ncpi-2014/full/2019-10")
    merseyside = inspection("merseyside/hmicfrs-ncpi-2014/full/2018-05-04")
    review = inspection("metropolitan/hmicfrs-ncpi-2014/post_inspection_review/2018-10-19")

    assert given(durham.case_reviews.get()) == {
        "cases": 9, "good": 1, "requires_improvement": 2, "inadequate": 6, "below_good": 8,
    }  # fmt: skip
    assert merseyside.case_reviews.get().cases == 19
    assert set(merseyside.inspection_sources.values_list("source__key", flat=True)) == {
        "iicsa-k3", "hmicfrs-merseyside-ncpi-copy", "theindependent-merseyside-2018",
    }  # fmt: skip
    assert (review.published_from, review.published_to) == (dt.date(2019, 3, 28), dt.date(2019, 3, 28))
    assert (review.fieldwork_start, review.fieldwork_end) == (dt.date(2018, 10, 8), dt.date(2018, 10, 19))
