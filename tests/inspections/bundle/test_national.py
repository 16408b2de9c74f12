"""The national facts: every English authority, each fact with its source, no sentence of anyone's."""

import csv
import json

import pytest
from django.core.management import call_command

from areas.models import Area, AreaCode
from inspections.models import (
    CaseReview,
    Finding,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.transfer.dump import findings
from inspections.transfer.evidence_levels import EvidenceLevels
from inspections.transfer.load import DATA, bundle_folders, load_tables
from inspections.transfer.rows import LOADED_TABLES

pytestmark = pytest.mark.django_db

NATIONAL = DATA / "national"


def table(name):
    with (NATIONAL / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_files_are_lean_and_hold_no_sentence():
    """Every column is loaded, none repeats another table, and words of a report are single ones."""
    for kind in LOADED_TABLES:
        path = NATIONAL / f"{kind.table}.csv"
        if path.exists():
            columns = set(path.read_text(encoding="utf-8").partition("\n")[0].split(","))
            assert columns <= set(kind.columns()) - kind.derived_columns(), kind.table
    assert "passage" not in table("findings")[0]
    assert max(len(row["printed"].split()) for row in table("judgements")) <= 7
    assert {row["value"] for row in table("problems") if len(row["value"].split(",")[0].split()) > 7} == set()
    assert sum(path.stat().st_size for path in DATA.rglob("*.csv")) < 9_000_000


def test_every_row_refers_to_what_is_there():
    sources = {row["key"] for row in table("sources")}
    inspections = {row["key"]: row for row in table("inspections")}
    stated = {
        (key, one["source"]) for key, row in inspections.items() for one in json.loads(row["dates_stated"])
    }

    assert len(sources) == 499  # 493 reports read, 4 known by their address, 2 statistics
    assert {source for _, source in stated} <= sources
    for name in ("judgements", "findings", "case_reviews"):
        assert {(row["inspection"], row["source"]) for row in table(name)} <= stated, name


def test_every_finding_says_where_it_stands():
    findings = table("findings")

    assert len(findings) > 28_000
    for row in findings:
        assert row["theme"], row
        assert row["page"].isdigit(), row
        assert row["locator"].startswith(("para ", "page ")), row


def test_every_report_is_named_by_its_bytes_or_its_address():
    for row in table("sources"):
        assert not row["path"].startswith("/"), row["path"]
        assert row["sha256"] or row["url"], row["key"]
        assert row["sha256"][:16] == row["key"] or not row["sha256"]
        assert row["publisher"] == "Ofsted"
        assert row["licence"] == "OGL v3.0"
        assert row["url"].startswith("https://files.ofsted.gov.uk/") or row["kind"] == "statistics", row[
            "key"
        ]


def test_numbers_in_prose_are_confirmed_or_wait_without_words():
    rows = table("case_reviews")
    confirmed = [row for row in rows if row["review_status"] == "published"]
    waiting = [row for row in rows if row["review_status"] == "proposed"]

    assert (len(confirmed), len(waiting)) == (6, 101)
    assert {(row["inspection"].split("/")[0], row["theme"]) for row in confirmed} == {
        ("doncaster", "child-sexual-exploitation"), ("enfield", "missing-children"),
        ("oldham", "child-sexual-exploitation"), ("surrey", "child-sexual-exploitation"),
        ("trafford", "missing-children"), ("waltham-forest", "child-sexual-exploitation"),
    }  # fmt: skip
    assert {row["stated"] + row["observed_what"] + row["observed"] for row in waiting} == {""}


# What people read in the reports: the files of it, and how each names what it compares.
GOLD = {
    "ofsted_gold.csv": ("judgement_code", "inspection_start", "inspection_end", "publication_date"),
    "ofsted_more_gold.csv": ("aspect", "start", "end", "published"),
}


@pytest.mark.shared
@pytest.mark.parametrize(("name", "judgements"), [("ofsted_gold.csv", 684), ("ofsted_more_gold.csv", 32)])
def test_every_verified_judgement_is_carried(shared, name, judgements):
    sources = {row["path"]: row["key"] for row in table("sources")}
    carried = {(row["source"], row["aspect"]): row for row in table("judgements")}
    stated = {one["source"]: one for row in table("inspections") for one in json.loads(row["dates_stated"])}
    aspect, *dates = GOLD[name]
    names = ("fieldwork_start", "fieldwork_end", "published_to")

    with (shared / "reports" / name).open(encoding="utf-8", newline="") as file:
        verified = list(csv.DictReader(file))

    for gold in verified:
        source = sources[gold["path"]]
        row = carried[source, gold[aspect]]
        assert (row["grade"] or row["grade_status"]) == gold["grade"], gold["path"]
        assert [stated[source][one] for one in names] == [gold[one] for one in dates], gold["path"]
    assert len(verified) == judgements


@pytest.mark.shared
def test_every_report_file_leads_to_its_own_address(shared, everything):
    with (shared / "data" / "ofsted_national" / "report_links.csv").open(encoding="utf-8") as file:
        links = list(csv.DictReader(file))
    paths = dict(SourceDocument.objects.exclude(path="").values_list("path", "url"))
    urls = set(paths.values()) | set(SourceDocument.objects.filter(path="").values_list("url", flat=True))
    codes = set(AreaCode.objects.filter(scheme="ofsted_urn").values_list("code", flat=True))

    assert len(links) == 497
    for link in links:
        assert link["url"] in urls, link["path"]
        assert paths.get(link["path"], link["url"]) == link["url"], link["path"]
        assert link["urn"] in codes, link["urn"]


def test_no_level_is_words_only_where_a_number_waits(everything):
    levels = EvidenceLevels()
    waiting = CaseReview.objects.filter(review_status="proposed", theme__isnull=False)

    assert waiting.count() == 33
    for row in waiting:
        level = levels.level(row.inspection_id, row.theme_id).level
        assert level in ("not_yet_checked", "counts_only", "counts_partly_graded", "counts_and_grades"), row
    exported = {
        (row.inspection, row.theme): row.evidence_level for row in findings() if "/passage/" in row.key
    }
    hull = "hull/ofsted-sif/full/2014-12-10", "missing-children"
    assert exported[hull] == "not_yet_checked"
    assert exported["surrey/ofsted-sif/full/2014-11-12", "child-sexual-exploitation"] == "counts_only"
    assert "words_only" in exported.values()


def test_every_english_authority_has_its_latest_full_inspection(everything):
    english = Area.objects.authorities().current().filter(country="England")
    with_grades = english.filter(
        inspections__in=Inspection.objects.published().full().filter(judgements__stands=True)
    ).distinct()

    assert english.count() == 153
    assert set(english) - set(with_grades) == set()


def overall_of_kent(published):
    return Judgement.objects.standing().get(
        aspect="overall",
        inspection__areas__slug="kent",
        inspection__areas__kind="authority",
        inspection__published_to=published,
    )


def test_a_grade_from_before_november_2013_is_marked_restated_where_no_report_was_read(everything):
    restated, read = overall_of_kent("2013-01-15"), overall_of_kent("2013-08-23")

    assert restated.grade_status == "restated"
    assert restated.grade_id == "ofsted-restated:requires_improvement"
    assert "the scale then said adequate" in restated.grade.label
    assert (read.grade_status, read.grade_id) == ("graded", "ofsted-to-2013:adequate")


def test_case_study_and_national_facts_tell_of_the_same_inspections_once(everything):
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


@pytest.mark.parametrize(
    ("inspection", "field", "kept", "other"),
    [
        ("sefton/ofsted-sif/full/2016-05-05", "fieldwork", "2016-04-11 to 2016-05-05", "from 2016-02-22"),
        ("west-berkshire/ofsted-sif/full/2015-03-25", "published", "2015-05-13", "2015-05-18"),
    ],
)
def test_a_visit_that_the_list_misdates_is_told_once(everything, inspection, field, kept, other):
    visit = Inspection.objects.get(key=inspection)
    near = Inspection.objects.filter(areas__in=visit.areas.all(), framework=visit.framework)

    assert set(visit.inspection_sources.values_list("source__kind", flat=True)) == {"report", "statistics"}
    assert set(near.filter(published_to__year=visit.published_to.year)) == {visit}
    problem = Problem.objects.get(inspection=visit, severity="conflict", field=field)
    assert (problem.kept, problem.other) == (kept, other)
    grades = Judgement.objects.filter(inspection=visit)
    assert {grades.filter(aspect=one.aspect).values("grade").distinct().count() for one in grades} == {1}


def test_publication_dates_that_differ_are_both_kept(everything):
    conflict = Problem.objects.filter(
        severity="conflict",
        field="published",
        inspection__key="county-durham/ofsted-ilacs-2018/full/2019-09-20",
    )

    assert {(row.kept, row.other) for row in conflict} >= {("2019-10-21", "2019-10-20")}


def test_loading_everything_again_changes_nothing(everything, tmp_path):
    def exported(name):
        call_command("export", name, "--output", tmp_path / name)
        return (tmp_path / name).read_text()

    names = ("sources", "inspections", "judgements", "findings", "problems")
    before = [exported(name) for name in names]

    load_tables(bundle_folders())

    assert [exported(name) for name in names] == before
