"""A document read after facts about it were loaded is read like any other; one problem is one, however often
its file is met."""

import csv

import pytest
from django.core.management import call_command

from inspections.models import Decision, IngestRun, Inspection, Judgement, Problem, SourceDocument
from inspections.reading.records import CaseReviewRecord, FindingRecord, ProblemRecord
from inspections.transfer.load import load_tables
from tests.inspections.transfer.conftest import exported

__all__ = ["exported"]

pytestmark = pytest.mark.usefixtures("reference")

PASSAGES = (
    "12. Children who go missing from home are offered a talk on their return.\n13. In most cases plans help."
)
NO_REPORT = b"<html><head><title>Sign in</title></head><body></body></html>"


def empty():
    for model in (IngestRun, Problem, Decision, Inspection, SourceDocument):
        model.objects.all().delete()


def rewrite(path, change):
    with path.open(encoding="utf-8", newline="") as file:
        rows = [change(row) for row in csv.DictReader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def files(folder, made, report):
    """A report with passages, one in doubt, one whose file name gives another date, one that is none."""
    title = "Inspection of Halton local authority \nchildren’s services"
    pages = [*made.ilacs_pages(made.ilacs_grades, title=title), PASSAGES]
    sif = made.sif_pages(made.sif_grades, name="Durham County Council")
    root = folder(
        halton=made.as_pdf(pages),
        nowhere=report(place="Borsetshire"),
        page=NO_REPORT,
        **{"durham__children's services inspection - 23 march 2015": made.as_pdf(sif)},
    )
    (root / "other.txt").write_bytes(b"no report either")
    return root


def test_files_read_again_where_their_export_was_loaded_change_nothing(ingest, files, exported):
    _, first = ingest(files)
    assert {line["status"] for line in first} == {"stored", "needs_review", "rejected"}
    assert any(problem["severity"] == "conflict" for line in first for problem in line["problems"])
    before, tables = exported("before")
    assert "run/" not in before["problems"]
    empty()
    load_tables([tables])
    assert exported("loaded")[0] == before

    _, lines = ingest(files)

    for name in ("file", "status", "judgements", "findings", "problems"):
        assert [line[name] for line in lines] == [line[name] for line in first], name
    assert exported("after")[0] == before
    assert Problem.objects.filter(run__isnull=True, key__regex="^[0-9a-f]{16}/").count() == 0


def test_where_facts_alone_were_loaded_the_reading_adds_the_passages(ingest, files, exported, tmp_path):
    ingest(files)
    before, _ = exported("before")
    lean = tmp_path / "lean"
    lean.mkdir()
    for table in ("sources", "inspections", "judgements", "case_reviews", "findings", "problems"):
        call_command("export", table, "--facts-only", "--output", lean / f"{table}.csv")
    empty()
    load_tables([lean])
    assert "offered a talk" not in exported("loaded")[0]["findings"]

    ingest(files)

    assert exported("after")[0] == before


def test_a_problem_of_the_tables_that_the_reading_has_no_more_goes(stored, record, exported):
    odd = ProblemRecord(severity="note", where="page 3", field="overall", value="Godo", message="odd")
    stored(record(), problems=(odd,))
    _, tables = exported()
    empty()
    load_tables([tables])
    assert Problem.objects.get().run is None

    stored(record())

    assert not Problem.objects.exists()


def test_what_was_decided_about_a_loaded_problem_is_not_asked_again(stored, record, exported):
    doubt = ProblemRecord(severity="blocking", where="page 3", field="overall", value="Godo", message="odd")
    stored(record(), problems=(doubt,))
    Problem.objects.update(state="accepted")
    _, tables = exported()
    empty()
    load_tables([tables])

    line = stored(record(), problems=(doubt,))

    assert line["status"] == "stored"
    problem = Problem.objects.get()
    assert (problem.state, problem.run_id is None) == ("accepted", False)


def test_a_disagreement_loaded_without_its_inspection_is_noted_once(stored, record, judged, exported):
    stored(record())
    stored(record(judgements=judged(overall="inadequate")), sha256="b" * 64, name="other.pdf")
    [key] = Problem.objects.values_list("key", flat=True)
    assert key.startswith("conflict/")
    _, tables = exported()
    empty()
    rewrite(tables / "problems.csv", lambda row: row | {"inspection": ""})
    load_tables([tables])

    line = stored(record())

    assert line["status"] == "stored"
    assert Problem.objects.filter(key=key).count() == 1


def test_a_table_about_the_document_under_another_key_meets_its_reading(stored, record, exported):
    """As the project's own tables name a report: by a word, not by its bytes."""
    cases = CaseReviewRecord(
        theme="missing-children", cases=9, cases_basis="printed", good=9, completeness="full_split"
    )
    finding = FindingRecord(theme="missing-children", about="council", passage="They are.", locator="para 4")
    told = record(case_reviews=(cases,), findings=(finding,))
    stored(told)
    _, tables = exported()
    rewrite(tables / "sources.csv", lambda row: row | {"key": "made-report"})
    for table in ("judgements", "case_reviews", "findings"):
        rewrite(tables / f"{table}.csv", lambda row: row | {"source": "made-report"})
    rewrite(
        tables / "inspections.csv",
        lambda row: row | {"dates_stated": row["dates_stated"].replace("a" * 16, "made-report")},
    )
    empty()
    load_tables([tables])
    assert SourceDocument.objects.get().key == "made-report"

    line = stored(told)

    assert line["status"] == "stored"
    assert SourceDocument.objects.count() == Inspection.objects.count() == 1
    inspection = Inspection.objects.get()
    assert (inspection.judgements.count(), inspection.case_reviews.count()) == (2, 1)
    assert inspection.findings.count() == 1
    assert set(Judgement.objects.values_list("stands", flat=True)) == {True}


def test_a_rejected_file_has_its_problem_once_however_often_it_is_met(ingest, folder):
    root = folder(page=NO_REPORT, again=NO_REPORT + b" ")
    _, first = ingest(root)

    for _ in range(2):
        status, lines = ingest(root)
        assert status == 1
        assert [line["problems"] for line in lines] == [line["problems"] for line in first]

    assert Problem.objects.count() == 2
    assert IngestRun.objects.filter(result="rejected").count() == 6
    newest = IngestRun.objects.order_by("-id")[:2]
    assert set(Problem.objects.values_list("run_id", flat=True)) == {run.pk for run in newest}


def test_what_a_person_said_of_a_rejected_file_stays(ingest, folder):
    root = folder(page=NO_REPORT)
    ingest(root)
    Problem.objects.update(state="dismissed")

    ingest(root)

    assert Problem.objects.get().state == "dismissed"


def test_the_problem_of_a_file_goes_when_it_can_be_read(ingest, folder, report):
    """The bytes are the same: only now does a reader know what they are."""
    root = folder(halton=report())
    ingest(root, "--reader", "hmicfrs_peel")
    assert "rejected" in set(IngestRun.objects.values_list("result", flat=True))
    assert Problem.objects.get().source is None

    _, [line] = ingest(root)

    assert (line["status"], line["problems"]) == ("stored", [])
    assert not Problem.objects.exists()
