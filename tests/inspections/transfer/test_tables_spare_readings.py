"""Tables loaded over what this site read itself: the reading, with its passages, is the better one."""

from django.core.management import call_command

from inspections.models import Finding, InspectionSource
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
