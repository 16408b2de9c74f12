"""What one site exports, another takes in by hand's own way: the same tallies, under the same rules."""

import pytest
from django.core.management import call_command

from areas.models import Area
from inspections.models import CaseReview, Coding, Inspection, Problem
from inspections.terms import InspectionKind
from tests import factories

pytestmark = pytest.mark.usefixtures("reference")

SAID = (
    "theme_id", "topic", "theme_printed", "sample", "assessor", "cases", "cases_basis", "good", "adequate",
    "requires_improvement", "inadequate", "below_good", "percent_good", "stated", "observed", "observed_what",
    "completeness", "disclosure", "page", "locator", "confidence", "certainty", "review_status",
    "inspection__framework_id", "inspection__kind",
)  # fmt: skip
DATES = (
    "inspection__fieldwork_start", "inspection__fieldwork_end", "inspection__published_from",
    "inspection__published_to",
)  # fmt: skip


def tallies(*more):
    rows = CaseReview.objects.order_by(*SAID)
    return [
        (tuple(sorted(area.reference for area in row.inspection.areas.all())), *values)
        for row, values in zip(rows, rows.values_list(*SAID, *more), strict=True)
    ]


def visit(slug, kind="full", **dates):
    return factories.inspection([factories.force(slug)], "hmicfrs-ncpi-2014", kind, **dates)


@pytest.fixture
def police_tallies():
    """One of every completeness, two samples by two assessors, and a figure of low certainty."""
    cumbria = visit("cumbria", started="2017-03-06", ended="2017-03-17", published="2017-08-01")
    add = factories.case_review
    add(cumbria, "all-cases", cases=40, good=10, requires_improvement=10, inadequate=20, assessor="force")
    add(cumbria, "all-cases", cases=40, good=8, requires_improvement=12, inadequate=20, locator="page 7")
    add(cumbria, "missing-children", cases=9, below_good=8, completeness="merged", certainty="low")
    add(cumbria, "police-detention", cases=6, good=0, completeness="partial")
    add(cumbria, "referrals", cases=12, completeness="total_only", theme_printed="initial contact")
    add(cumbria, None, topic="taxi licensing", stated="half, “about”; a half", completeness="stated_only")
    later = visit("cumbria", "post_inspection_review", ended="2018-09-01")
    add(later, "all-cases", percent_good=62.5, completeness="proportion_only", confidence="press")
    add(later, "return-interviews", cases=5, observed=4, observed_what="none held", completeness="observed")
    theme = factories.inspection([], "hmicfrs-ncpi-2014", "thematic", published="2015-07-01")
    add(theme, "all-cases", cases=57, good=17, requires_improvement=18, inadequate=22, certainty="medium")
    # Some time in 2019: the year as far as the day of publication.
    vague = visit("surrey", started="2019-01-01", ended="2019-05-02", published="2019-05-02")
    add(vague, "all-cases", cases=20, completeness="total_only")
    early = visit("cleveland", ended="2015-02-20")
    add(early, "all-cases", cases=33, good=9, adequate=8, requires_improvement=7, inadequate=10,
        completeness="inconsistent")  # fmt: skip
    audit = factories.inspection("st-helens", "own-audit", "own_audit", ended="2020-01-31")
    add(audit, "referrals", cases=11, cases_basis="summed", good=5, requires_improvement=6,
        inadequate=0, assessor="own", disclosure="own_publication")  # fmt: skip


def exported(tmp_path):
    path = tmp_path / "police.csv"
    call_command("export", "case_reviews", "--output", str(path))
    return path


def test_an_exported_table_gives_the_same_tallies_in_an_empty_site(police_tallies, tmp_path, ingest):
    path, before = exported(tmp_path), tallies(*DATES)
    Inspection.objects.all().delete()
    assert not CaseReview.objects.exists()

    status, [line] = ingest(path)

    assert (status, line["reader"], line["status"]) == (0, "case_reviews_csv", "stored")
    assert line["case_reviews"] == len(before) == 12
    assert tallies(*DATES) == before
    assert not Problem.objects.filter(severity="blocking").exists()


def test_taken_in_twice_it_is_unchanged(police_tallies, tmp_path, ingest):
    path = exported(tmp_path)
    Inspection.objects.all().delete()

    assert [ingest(path)[1][0]["status"] for _ in range(2)] == ["stored", "unchanged"]


def test_the_bundles_own_tallies_come_through(bundle, tmp_path, ingest):
    """Without their dates: a quarterly update known only as “2017” is taken for another one of that year."""
    path, before = exported(tmp_path), tallies()
    Coding.objects.all().delete()  # what somebody coded is not deleted with its inspection
    Inspection.objects.all().delete()

    _, [line] = ingest(path)

    assert [p for p in line["problems"] if p["severity"] == "blocking"] == []
    assert tallies() == before


def test_a_wrong_row_leaves_the_others_unpublished_and_is_named(police_tallies, tmp_path, ingest):
    path = exported(tmp_path)
    Inspection.objects.all().delete()
    path.write_text(path.read_text(encoding="utf-8").replace("taxi licensing", ""), encoding="utf-8")

    _, [line] = ingest(path)

    assert (line["status"], line["case_reviews"]) == ("needs_review", 11)
    [problem] = [p for p in line["problems"] if p["severity"] == "blocking"]
    assert (problem["where"][:4], problem["field"]) == ("row ", "theme")
    assert not CaseReview.objects.published().exists()


def test_an_area_nobody_knows_is_a_problem_of_its_row(police_tallies, tmp_path, ingest):
    path = exported(tmp_path)
    Inspection.objects.all().delete()
    path.write_text(path.read_text(encoding="utf-8").replace("cleveland", "cleaveland"), encoding="utf-8")

    _, [line] = ingest(path)

    [problem] = [p for p in line["problems"] if p["severity"] == "blocking"]
    assert (problem["field"], problem["value"]) == ("area", "cleaveland")
    assert problem["where"].startswith("row ")
    assert line["case_reviews"] == 11


def test_facts_stand_under_the_source_the_row_names(tmp_path, ingest):
    path = tmp_path / "police.csv"
    path.write_text(
        "area_kind,area_slug,framework,kind,theme,cases,completeness,fieldwork_end,source,certainty\n"
        "force,cumbria,hmicfrs-ncpi-2014,full,all-cases,40,,2017-03-17,https://news.example.org/a,medium\n"
    )

    ingest(path)

    row = CaseReview.objects.published().get()
    assert (row.source.url, row.certainty, row.completeness) == (
        "https://news.example.org/a",
        "medium",
        "total_only",
    )
    assert Area.objects.get(inspections=row.inspection).reference == "force:cumbria"


def test_a_file_without_a_required_column_is_rejected_by_its_name(tmp_path, ingest):
    path = tmp_path / "police.csv"
    path.write_text(
        "area_kind,area_slug,framework,kind,theme,cases,completeness,certainty\n"
        "force,cumbria,hmicfrs-ncpi-2014,full,all-cases,40,total_only,medium\n"
    )

    status, [line] = ingest(path)

    assert (status, line["status"]) == (1, "rejected")
    assert "has no column source" in line["problems"][0]["message"]


def test_kinds_are_those_of_the_site():
    assert set(InspectionKind.values) == set(dict(Inspection._meta.get_field("kind").choices))
