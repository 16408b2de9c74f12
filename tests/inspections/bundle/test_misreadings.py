"""Readings the figures invite and the sources do not bear out."""

from __future__ import annotations

import datetime as dt

import pytest

from inspections.models import CaseReview, Finding, Inspection, Problem, TrailStep

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

MET_2016 = "metropolitan/hmicfrs-ncpi-2014/full/2016-05"


def test_the_tower_hamlets_disclosure_belongs_to_no_single_year() -> None:
    disclosure = Inspection.objects.get(key="tower-hamlets/inquiry/disclosure/undated")

    assert set(disclosure.about.values_list("key", flat=True)) == {
        "tower-hamlets/ofsted-sif/full/2017-02-16",
        "tower-hamlets/ofsted-ilacs-2018/full/2019-06-21",
    }
    on_inspections = CaseReview.objects.filter(inspection__in=disclosure.about.all())
    assert {row.cases for row in on_inspections} == {None}
    assert not Inspection.objects.between_years(2017, 2017).filter(pk=disclosure.pk).exists()


def test_the_two_38s_of_the_metropolitan_police_are_two_rows() -> None:
    cases = {
        (row.theme_id, row.cases, row.observed) for row in CaseReview.objects.filter(inspection__key=MET_2016)
    }

    assert ("missing-children", 38, None) in cases  # looked at
    assert ("all-cases", None, 38) in cases  # referred back, out of all cases
    assert ("all-cases", 374, None) in cases
    assert len(cases) == 3


def test_the_170_files_are_the_forces_own_audit() -> None:
    files = CaseReview.objects.get(cases=170)

    assert files.assessor == "force"
    assert files.inspection.kind == "quarterly_update"
    assert files.inspection.published_to == dt.date(2017, 8, 10)
    assert files.inspection.key != MET_2016


def test_the_st_helens_audit_came_before_the_visit_it_is_set_beside() -> None:
    audit = Inspection.objects.get(key="st-helens/own-audit/own_audit/2020-01")
    visit = Inspection.objects.get(key="st-helens/ofsted-ilacs-2018/monitoring_visit/2020-08")

    assert audit.fieldwork_end < visit.fieldwork_start
    assert not Problem.objects.filter(inspection__in=[audit, visit]).exists()  # no disagreement


def test_the_audit_figure_is_followed_by_the_replies() -> None:
    audit = TrailStep.objects.get(fact_ids="F072;F073")

    replies = TrailStep.objects.filter(trail=audit.trail, kind="reply", step__gt=audit.step)

    assert [row.fact_ids for row in replies] == ["F074", "F076", "F077", "F078"]
    assert {row.speaker for row in replies} == {
        "Interim Director of Children’s Services, St Helens Council",
        "St Helens Council",
    }


def test_july_2017_is_when_the_warwickshire_report_came_out() -> None:
    warwickshire = Inspection.objects.get(key="warwickshire/ofsted-sif/full/2017-05-25")

    inquiry = warwickshire.inspection_sources.get(source__key="iicsa-k3")

    assert (inquiry.fieldwork_start, inquiry.fieldwork_end) == (None, None)
    assert (inquiry.published_from, inquiry.published_to) == (dt.date(2017, 7, 1), dt.date(2017, 7, 31))
    assert warwickshire.fieldwork_end == dt.date(2017, 5, 25)
    assert warwickshire.published_to == dt.date(2017, 7, 14)


def test_march_2020_is_when_the_durham_police_report_came_out() -> None:
    durham = Inspection.objects.get(key="durham/hmicfrs-ncpi-2014/full/2019-10")

    assert (durham.fieldwork_start, durham.fieldwork_end) == (dt.date(2019, 10, 1), dt.date(2019, 10, 31))
    assert (durham.published_from, durham.published_to) == (dt.date(2020, 3, 1), dt.date(2020, 3, 31))


def test_a_police_result_is_the_whole_forces() -> None:
    police = Inspection.objects.filter(framework__inspectorate="hmicfrs")

    scopes = {link.scope for row in police for link in row.inspected_areas.all()}

    assert police.exists()
    assert scopes == {"whole_force"}


def test_cases_referred_back_are_not_cases_looked_at() -> None:
    seven = CaseReview.objects.get(
        inspection__key="tower-hamlets/ofsted-sif/full/2017-02-16", theme="child-sexual-exploitation"
    )

    assert (seven.cases, seven.observed, seven.completeness) == (None, 7, "observed")


def test_one_childs_case_measures_nothing() -> None:
    remarks = Finding.objects.filter(fact_ids="F058")

    assert {row.population for row in remarks} == {"one child"}
    assert {row.concerns.key for row in remarks if row.concerns} == {
        "warwickshire/ofsted-sif/full/2017-05-25"
    }
    assert not CaseReview.objects.filter(inspection__areas__slug="warwickshire").exists()


def test_missing_children_in_st_helens_2019_is_a_qualified_strength() -> None:
    findings = Finding.objects.filter(
        inspection__key="st-helens/ofsted-ilacs-2018/full/2019-10-04", theme="missing-children"
    )

    assert [coding.stance for row in findings for coding in row.codings.all()] == ["qualified_strength"]


def test_only_the_disagreements_the_sources_have_are_conflicts() -> None:
    conflicts = Problem.objects.filter(severity="conflict").exclude(key__contains="/scraper")

    assert {(row.kept, row.other) for row in conflicts} == {
        ("2019-10-21", "2019-10-20"),
        ("2019-11-04", "2019-11-03"),
        ("2019-07-22", "2019-07-21"),
        ("2022-02-01", "2022-01-31"),
        ("2018-10-22", "2018-10-21"),
    }
    assert conflicts.count() == 5
