"""Tables loaded over what this site read itself: the reading, with its passages, is the better one."""

from django.core.management import call_command

from inspections.models import CaseReview, Finding, InspectionSource, Problem
from inspections.transfer.load import load_tables

PASSAGE = "12. Children who go missing from home are offered a talk on their return."


def test_tables_without_passages_leave_a_reading_as_it_is(reference, ingest, made, exported, tmp_path):
    path = tmp_path / "80311_halton" / "report.pdf"
    path.parent.mkdir()
    title = "Inspection of Halton local authority \nchildren’s services"
    pages = made.ilacs_pages(made.ilacs_grades, title=title)
    path.write_bytes(made.as_pdf([*pages, PASSAGE]))
    status, _ = ingest(path)
    assert status == 0
    assert Finding.objects.filter(theme="missing-children", passage__contains="offered a talk").exists()
    before, folder = exported("before")
    lean = folder / "findings.csv"
    call_command("export", "findings", "--facts-only", "--output", lean)
    assert "offered a talk" not in lean.read_text()
    source = folder / "inspections.csv"
    source.write_text(source.read_text().replace("4 to 15 March 2019", "words of another"))

    load_tables([folder])

    after, _ = exported("after")
    assert after == before
    assert InspectionSource.objects.get().fieldwork_stated == "4 to 15 March 2019"


def test_a_number_that_waits_unread_is_loaded_once_and_a_persons_decision_stays(reference, folder):
    root = folder(case_reviews={"review_status": "proposed"})
    load_tables([root])
    assert CaseReview.objects.get().review_status == "proposed"
    CaseReview.objects.update(review_status="rejected")

    load_tables([root])

    assert CaseReview.objects.get().review_status == "rejected"


def test_where_the_document_was_read_here_its_own_numbers_wait_instead(reference, stored, record, exported):
    """Loaded first and read then, or the other way round."""
    stored(record(findings=()))
    told = InspectionSource.objects.get()
    _, tables = exported()
    (tables / "case_reviews.csv").write_text(
        "inspection,source,confidence,review_status,topic,assessor,completeness,disclosure\n"
        f"{told.inspection.key},{told.source.key},read,proposed,cases,inspectors,stated_only,in_report\n"
    )

    load_tables([tables])
    assert not CaseReview.objects.exists()

    InspectionSource.objects.update(run=None)
    told.source.runs.all().delete()
    load_tables([tables])
    assert CaseReview.objects.get().topic == "cases"

    stored(record(findings=()))
    assert not CaseReview.objects.exists()


def test_what_a_person_decided_about_a_problem_of_the_tables_stays(reference, folder):
    root = folder()
    (root / "problems.csv").write_text(
        "key,source,severity,where,field,message\nmade/p1,made,note,page 1,overall,odd\n"
    )
    load_tables([root])
    Problem.objects.update(state="accepted")

    load_tables([root])

    assert Problem.objects.get().state == "accepted"
