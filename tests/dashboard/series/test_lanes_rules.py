"""The rules a lane may never break, each on rows made for it."""

import datetime as dt

import pytest

from areas.models import PolicingLink
from tests import factories as make
from tests.worded import picture

pytestmark = pytest.mark.usefixtures("reference")


def marks(found, label):
    return [mark for block in found.blocks for one in block.lanes if one.label == label for mark in one.marks]


def labels(found):
    return [one.label for block in found.blocks for one in block.lanes]


def full(framework, ended, grades, place="kent", **fields):
    found = make.inspection(place, framework, ended=ended, **fields)
    for aspect, grade in grades.items():
        make.judgement(found, aspect, grade)
    return found


def test_unpublished_rows_leave_no_trace():
    hidden = full("ofsted-ilacs-2018", "2019-05-10", {"overall": "ofsted:good"}, review_status="needs_review")
    shown = full("ofsted-ilacs-2018", "2021-05-10", {"overall": "ofsted:good"})
    make.judgement(shown, "help_protection", "ofsted:good", review_status="needs_review", stands=False)

    found = picture(make.authority("kent"))

    assert hidden.pk not in {mark.inspection for mark in found.marks} | {row.inspection for row in found.rows}
    assert [mark.shape for mark in marks(found, "Help and protection")] == []
    assert "2019" not in found.title


def test_the_judgement_that_stands_is_drawn_and_the_other_source_is_in_the_table():
    report = make.inspection("kent", "ofsted-cpi", published="2013-08-23")
    make.judgement(report, "overall", "ofsted-to-2013:adequate")
    statistics = make.source("Official statistics", kind="statistics")
    make.judgement(
        report, "overall", "ofsted-restated:requires_improvement",
        grade_status="restated", stands=False, document=statistics,
    )  # fmt: skip

    found = picture(make.authority("kent"))
    row = next(row for row in found.rows if row.subject == "Overall effectiveness")

    assert [(mark.short, mark.grade) for mark in marks(found, "Overall effectiveness")] == [
        ("Adeq", "adequate")
    ]
    assert row.result.startswith("adequate; another source: requires improvement (restated by Ofsted")
    assert "Official statistics" in row.result
    assert row.placed_at == "publication"


def test_a_restated_grade_says_so():
    found = make.inspection("kent", "ofsted-cpi", published="2013-08-23")
    make.judgement(found, "overall", "ofsted-restated:requires_improvement", grade_status="restated")

    kent = picture(make.authority("kent"))

    (mark,) = marks(kent, "Overall effectiveness")
    assert "requires improvement (restated by Ofsted; the scale then said adequate)" in mark.words
    assert kent.title == "Kent: requires improvement (restated) in 2013"
    assert kent.answer == (
        "Ofsted judged that children’s services require improvement overall (restated) in August 2013."
    )


def test_a_reinspection_after_ilacs_began_still_has_the_line_between_the_two():
    full("ofsted-sif", "2018-06-15", {"overall": "ofsted:good"}, kind="reinspection")
    full("ofsted-ilacs-2018", "2020-06-15", {"overall": "ofsted:good"})

    (one,) = picture(make.authority("kent")).breaks

    assert one.label == "ILACS replaces SIF"
    assert dt.date(2018, 6, 15) < one.on < dt.date(2020, 6, 15)


def test_no_line_without_a_change_between_two_inspections_of_the_place():
    full("ofsted-ilacs-2018", "2019-06-15", {"overall": "ofsted:good"})
    full("ofsted-ilacs-2018", "2022-06-15", {"overall": "ofsted:good"})
    make.inspection("kent", "ofsted-ilacs-2023", "focused_visit", ended="2024-06-15")

    assert picture(make.authority("kent")).breaks == ()


def test_aspects_only_is_never_missing():
    grades = {"help_protection": "ofsted:good", "in_care": "ofsted:good", "care_leavers": "ofsted:good"}
    full("ofsted-ilacs-2026", "2026-05-15", grades | {"impact_of_leaders": "ofsted:good"})

    kent = picture(make.authority("kent"))

    (mark,) = marks(kent, "Overall effectiveness")
    assert (mark.shape, mark.beside) == ("words", "aspects only, no overall grade")
    assert "not given" not in {row.result for row in kent.rows}
    assert kent.title == "Kent: aspects only, no overall grade, in 2026; help and protection good"
    assert "gives no overall grade: help and protection good and leaders good" in kent.answer


def test_a_grade_no_source_gives_is_not_given():
    full("ofsted-ilacs-2018", "2019-06-15", {"overall": "ofsted:good"})
    full("ofsted-ilacs-2018", "2022-06-15", {"overall": "ofsted:good", "help_protection": "ofsted:good"})

    kent = picture(make.authority("kent"))

    assert [mark.shape for mark in marks(kent, "Help and protection")] == ["not_given", "grade"]
    assert "Leadership" not in labels(kent)


def test_not_judged_is_hollow_and_unreadable_is_hatched():
    found = full("ofsted-sif", "2015-06-15", {"overall": "ofsted:good"})
    make.judgement(found, "adoption", None, grade_status="not_judged")
    make.judgement(found, "care_leavers", None, grade_status="unreadable")

    kent = picture(make.authority("kent"))

    assert [(mark.shape, mark.beside) for mark in marks(kent, "Adoption")] == [("visit", "not judged")]
    assert [mark.shape for mark in marks(kent, "Care leavers")] == ["not_given"]


def test_a_force_inspection_concerns_an_authority_only_while_it_lay_there():
    kent, force = make.authority("kent"), make.force("kent")
    PolicingLink.objects.filter(authority=kent).update(valid_from=dt.date(2015, 1, 1))
    before = make.inspection(force, "hmicfrs-ncpi-2014", ended="2014-06-01")
    after = make.inspection(force, "hmicfrs-ncpi-2014", ended="2016-06-01")

    shown = {row.inspection for row in picture(kent).rows}

    assert shown == {after.pk}
    assert {row.inspection for row in picture(force).rows} == {before.pk, after.pk}


def test_an_inspection_without_a_date_is_listed_and_not_placed():
    undated = make.inspection(make.force("kent"), "hmicfrs-ncpi-2014", "post_inspection_review")

    found = picture(make.force("kent"))

    assert found.marks == ()
    assert [one.inspection for one in found.undated] == [undated.pk]
    assert found.rows[0].placed_at == "not placed: no date given"
    assert found.rows


def test_a_theme_narrows_the_tallies():
    police = make.inspection(make.force("kent"), "hmicfrs-ncpi-2014", ended="2016-06-01")
    for theme in ("missing-children", "domestic-abuse"):
        make.case_review(police, theme, cases=10, good=5, requires_improvement=3, inadequate=2)

    assert labels(picture(make.force("kent"), "theme=domestic-abuse")) == ["Domestic abuse cases"]


def test_an_aspect_narrows_the_lanes():
    full("ofsted-ilacs-2018", "2019-06-15", {"overall": "ofsted:good", "help_protection": "ofsted:good"})

    assert labels(picture(make.authority("kent"), "aspect=help_protection")) == ["Help and protection"]


def test_ignored_values_travel_with_the_picture():
    assert picture(make.authority("kent"), "grade=excellent").ignored == (("grade", "excellent"),)


def test_an_area_without_anything_says_so():
    empty = picture(make.authority("isle-of-wight"))

    assert not empty.rows
    assert empty.marks == ()
    assert empty.title == "Isle of Wight: nothing to show"
    assert empty.answer == "No inspection of Isle of Wight is on record here yet."


def test_an_area_known_only_by_its_forces_inspections_says_so_without_a_grade_of_its_own():
    police = make.inspection(make.force("kent"), "hmicfrs-ncpi-2014", ended="2016-06-01")
    make.case_review(police, "missing-children", cases=10, good=5, requires_improvement=3, inadequate=2)

    kent = picture(make.authority("kent"))

    assert kent.title.startswith(
        "Kent Police, whole force: 5 good, 3 requires improvement, 2 inadequate of 10"
    )
    assert kent.answer.endswith(
        "(Kent Police, whole force), 5 were good, 3 required improvement and 2 were inadequate."
    )
    assert [block.key for block in kent.blocks] == ["police:kent"]
