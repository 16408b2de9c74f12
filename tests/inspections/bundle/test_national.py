"""The national facts: every English authority, each fact with its source, no sentence of anyone's."""

import csv

import pytest
from django.core.management import call_command

from areas.models import Area
from inspections.models import Finding, Inspection, InspectionSource, Judgement, Problem
from inspections.transfer.load import DATA, bundle_folders, load_tables

NATIONAL = DATA / "national"


def table(name):
    with (NATIONAL / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def national(reference):
    load_tables(bundle_folders())


def test_no_passage_and_no_unconfirmed_count_is_carried():
    findings = table("findings")

    assert findings
    assert {row["passage"] + row["summary"] for row in findings} == {""}
    assert not (NATIONAL / "case_reviews.csv").exists()


def test_every_finding_says_where_it_stands():
    for row in table("findings"):
        assert row["theme"], row["key"]
        assert row["page"].isdigit(), row["key"]
        assert row["locator"].startswith(("para ", "page ")), row["key"]
        assert row["evidence_level"] in ("words_only", "counts_only"), row["key"]


def test_no_file_of_another_machine_is_named():
    for row in table("sources"):
        assert not row["path"].startswith("/"), row["path"]
        assert row["sha256"], row["key"]


@pytest.mark.shared
def test_every_verified_judgement_is_carried(shared):
    carried = {(row["source_file"], row["aspect"]): row for row in table("judgements")}

    with (shared / "reports" / "ofsted_gold.csv").open(encoding="utf-8", newline="") as file:
        verified = list(csv.DictReader(file))

    for gold in verified:
        row = carried[gold["path"], gold["judgement_code"]]
        grade = row["grade"] or row["grade_status"]
        assert (grade, row["fieldwork_start"], row["fieldwork_end"], row["published_on"]) == (
            gold["grade"],
            gold["inspection_start"],
            gold["inspection_end"],
            gold["publication_date"],
        ), gold["path"]
    assert len(verified) == 684


def test_every_english_authority_has_its_latest_full_inspection(national):
    english = Area.objects.authorities().current().filter(country="England")
    with_grades = english.filter(
        inspections__in=Inspection.objects.published().full().filter(judgements__stands=True)
    ).distinct()

    assert english.count() == 153
    assert set(english) - set(with_grades) == set()


def test_a_grade_from_before_november_2013_is_marked_restated(national):
    kent = Judgement.objects.standing().get(
        aspect="overall",
        inspection__areas__slug="kent",
        inspection__areas__kind="authority",
        inspection__published_to="2013-08-23",
    )

    assert kent.grade_status == "restated"
    assert kent.grade_id == "ofsted-restated:requires_improvement"
    assert "the scale then said adequate" in kent.grade.label


def test_case_study_and_national_facts_tell_of_the_same_inspections_once(national):
    st_helens = Inspection.objects.of_area(Area.objects.get(kind="authority", slug="st-helens"))

    kinds = ("full", "short", "reinspection")
    inspected = st_helens.filter(kind__in=kinds, framework__inspectorate="ofsted").in_date_order()
    assert [one.fieldwork_start.year for one in inspected if one.fieldwork_start] == [2014, 2019, 2023]
    october = inspected.get(fieldwork_end="2019-10-04")
    assert {"iicsa-k3", "ofsted-50121476", "ofsted-statistics-2022"} <= set(
        InspectionSource.objects.filter(inspection=october).values_list("source__key", flat=True)
    )
    assert "F037" in "".join(october.inspection_sources.values_list("fact_ids", flat=True))
    assert Finding.objects.filter(inspection=october, locator="para 13").exists()


def test_publication_dates_that_differ_are_both_kept(national):
    conflict = Problem.objects.filter(
        severity="conflict",
        field="published",
        inspection__key="county-durham/ofsted-ilacs-2018/full/2019-09-20",
    )

    assert {(row.kept, row.other) for row in conflict} >= {("2019-10-21", "2019-10-20")}


def test_loading_everything_again_changes_nothing(national, tmp_path):
    def exported(name):
        call_command("export", name, "--output", tmp_path / name)
        return (tmp_path / name).read_text()

    names = ("sources", "inspections", "judgements", "findings", "problems")
    before = [exported(name) for name in names]

    load_tables(bundle_folders())

    assert [exported(name) for name in names] == before
