"""Export, load into an empty site, export again: identical. Load twice: nothing moves."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from inspections.models import (
    CaseReview,
    Coding,
    Finding,
    IngestRun,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
    Trail,
    TrailStep,
)
from inspections.transfer.dump import TABLES
from inspections.transfer.load import DATA, bundle_folders, load_tables

FACTS = (
    SourceDocument, Inspection, InspectedArea, InspectionSource, Judgement, CaseReview, Finding, Coding,
    Trail, TrailStep, Problem,
)  # fmt: skip


def rows():
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in FACTS}


def empty():
    """By plain statements: asking Django what hangs on each of thousands of rows takes long."""
    for model in (Inspection.about.through, *reversed(FACTS[1:]), IngestRun, SourceDocument):
        model.objects.all()._raw_delete(connection.alias)
    assert not any(rows().values())


def test_areas_are_asked_for_in_four_questions(reference, django_assert_num_queries):
    with django_assert_num_queries(4):
        assert len(list(TABLES["areas"][1]())) > 200


def test_the_bundle_comes_back_as_it_went(bundle, exported):
    first, folder = exported("first")
    empty()

    load_tables([folder])

    second, _ = exported("second")
    for table in first:
        assert second[table] == first[table], table
    assert first["findings"].count("\n") > 100


def test_all_that_the_project_brings_comes_back_as_it_went(reference, exported):
    load_tables(bundle_folders())
    first, folder = exported("first")
    empty()

    load_tables([folder])

    second, _ = exported("second")
    for table in first:
        assert second[table] == first[table], table
    assert "west-yorkshire/hmicfrs-ncpi-2014/full/2014-08" in first["case_reviews"]
    assert "liverpool/jtai/joint/2016-06-24" in first["inspections"]
    assert first["findings"].count("\n") > 28_000


@pytest.mark.shared
def test_the_bundle_with_real_reports_comes_back_as_it_went(bundle, exported, ingest, shared):
    """Reports on places of the case study, so that both tell of one inspection."""
    reports = shared / "reports" / "ofsted"
    for place in ("80560_st helens", "80465_durham", "80418_norfolk"):
        status, lines = ingest(reports / place)
        assert status == 0
        assert lines
    first, folder = exported("first")
    empty()

    load_tables([folder])

    second, _ = exported("second")
    for table in first:
        assert second[table] == first[table], table


def test_loading_the_bundle_twice_changes_nothing(bundle):
    load_tables([DATA / "joint", DATA / "police"])
    before = rows()

    load_tables([DATA / "case_study", DATA / "context", DATA / "joint", DATA / "police"])

    after = rows()
    for name in before:
        assert after[name] == before[name], name


def test_a_row_that_was_changed_is_changed_and_keeps_its_id(reference, folder):
    root = folder()
    load_tables([root])
    before = Judgement.objects.get().pk
    path = root / "judgements.csv"
    path.write_text(path.read_text().replace("good", "inadequate"))

    load_tables([root])

    row = Judgement.objects.get()
    assert (row.pk, row.grade.code, row.stands) == (before, "inadequate", True)


def test_json_holds_the_same_rows_and_unknown_is_null(bundle):
    out = io.StringIO()
    call_command("export", "case_reviews", "--format", "json", stdout=out)

    found = json.loads(out.getvalue())

    assert [row["key"] for row in found] == sorted(CaseReview.objects.values_list("key", flat=True))
    by_key = {row.key: row for row in CaseReview.objects.all()}
    for row in found:
        assert (row["cases"], row["good"]) == (by_key[row["key"]].cases, by_key[row["key"]].good)
    assert any(row["good"] is None for row in found)


def test_export_writes_a_file_and_says_when_it_cannot(reference, tmp_path):
    call_command("export", "areas", "--output", str(tmp_path / "areas.csv"))

    lines = (tmp_path / "areas.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("key,kind,slug,code,name,region,valid_from,valid_to,force,dfe_code,ofsted_urn")
    assert any(line.startswith("authority:halton,authority,halton,E06000006,Halton,") for line in lines)
    with pytest.raises(CommandError, match="No such file or directory"):
        call_command("export", "areas", "--output", str(tmp_path / "nowhere" / "areas.csv"))
