"""The benchmarks: one JSON line each, its baseline measured in the same run.

``ingest_reports``: the readable reports beside the checkout through the whole pipeline into an embedded
database, against pypdfium2's bare text of the same files. Starting Python and filling the reference
tables are not part of it.

``ingest_60_files_whole_process``: `manage.py ingest` of 60 of them as a person starts it, against a process
that extracts their bare text; both start Python, and compiled bytecode is at hand.
``export_areas_whole_process``: `manage.py export areas` against a process that only sets up Django.

``load_bundle``: all facts the project brings into an empty site, against a bare ``bulk_create`` of the very
rows that come of it; reading the tables, checking each cell and settling what stands is the rest.

``ingest_peak_memory_mb``: the most memory any one process ever held, of this one and its two readers, after
the same reports; ``ingest_peak_memory_900_pages_mb`` after a PDF of 900 pages as well. The baseline is what
this process had held before: Django, and the reports' bare text read one by one.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests import running, services

ROUNDS = 3
FILES = 60
BARE_TEXT = """
import sys
import pypdfium2
for path in sys.argv[1:]:
    for page in pypdfium2.PdfDocument(path):
        page.get_textpage().get_text_range()
"""


def line(name: str, value: float, baseline: float, unit: str = "s") -> dict[str, object]:
    return {
        "name": name,
        "value": round(value, 3),
        "unit": unit,
        "baseline": round(baseline, 3),
        "ratio": round(value / baseline, 3),
    }


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def ingest_reports(folder: Path) -> list[dict[str, object]]:
    """Rounds alternate, so that a busy moment of the machine meets all three; the median of each counts."""
    from inspections.ingest import pipeline
    from inspections.models import IngestRun, Inspection, SourceDocument
    from inspections.reading.documents import pdf as text

    files = [file for file in pipeline.find_files([folder]) if _is_pdf(file.path)]

    def bare() -> None:
        for file in files:
            text.bare_pages(file.path.read_bytes())

    def ingest(jobs: int) -> None:
        for run in pipeline.ingest(files, jobs=jobs):
            if run.result == "rejected":
                raise RuntimeError(f"{run.source_file} was rejected")

    works: tuple[Callable[[], object], ...] = (bare, lambda: ingest(1), lambda: ingest(2))
    taken: list[list[float]] = []
    for _ in range(ROUNDS):
        taken.append([])
        for work in works:
            for model in (IngestRun, SourceDocument, Inspection):  # every round meets an empty site
                model.objects.all().delete()
            taken[-1].append(seconds(work))
    baseline, one, two = (statistics.median(column) for column in zip(*taken, strict=True))
    return [
        line("ingest_reports", one, baseline),
        line("ingest_reports_two_jobs", two, one),
    ]


def whole_processes(folder: Path, var: Path) -> list[dict[str, object]]:
    """The first round is not counted: it compiles the bytecode that the others find."""
    from inspections.ingest import pipeline
    from inspections.models import IngestRun, Inspection, SourceDocument

    files = [str(file.path) for file in pipeline.find_files([folder]) if _is_pdf(file.path)][:FILES]
    env = running.environment(
        var, PYTHONPYCACHEPREFIX=str(var / "bytecode"), DJANGO_SETTINGS_MODULE="dashboard.settings"
    )
    env.pop("PYTHONDONTWRITEBYTECODE", None)

    def process(*arguments: str) -> float:
        command = [sys.executable, *arguments]
        return seconds(
            lambda: subprocess.run(command, cwd=running.ROOT, env=env, check=True, capture_output=True)
        )

    taken = []
    for _ in range(1 + ROUNDS):
        for model in (IngestRun, SourceDocument, Inspection):
            model.objects.all().delete()
        taken.append(
            (
                process("-c", BARE_TEXT, *files),
                process("manage.py", "ingest", *files),
                process("-c", "import django; django.setup()"),
                process("manage.py", "export", "areas"),
            )
        )
    text, ingest, django, export = (statistics.median(column) for column in zip(*taken[1:], strict=True))
    return [
        line(f"ingest_{len(files)}_files_whole_process", ingest, text),
        line("export_areas_whole_process", export, django),
    ]


def ingest_memory(folder: Path, scratch: Path) -> list[dict[str, object]]:
    from inspections.ingest import pipeline
    from inspections.reading.documents import pdf as text

    files = [file for file in pipeline.find_files([folder]) if _is_pdf(file.path)]
    for file in files:
        text.bare_pages(file.path.read_bytes())
    before = _most_held("self")
    long = scratch / "long.pdf"
    long.write_bytes(_pages_of_prose(900))

    def most_held(files: list[pipeline.Incoming]) -> float:
        """The readers are asked while they live: after each file, the last one included."""
        found = [before]
        for _ in pipeline.ingest(files, jobs=2, again=True):
            own = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
            found += [_most_held(process) for process in ("self", *own)]
        return max(found)

    return [
        line("ingest_peak_memory_mb", most_held(files), before, "MB"),
        line("ingest_peak_memory_900_pages_mb", most_held(pipeline.find_files([long])), before, "MB"),
    ]


def load_facts() -> list[dict[str, object]]:
    """Rounds alternate, each on a site without facts."""
    from django.db import connection, models, transaction

    from inspections import models as facts
    from inspections.transfer.load import bundle_folders, load_tables

    tables: tuple[type[models.Model], ...] = (
        facts.SourceDocument, facts.Coverage, facts.Inspection, facts.Inspection.about.through,
        facts.InspectedArea, facts.InspectionSource, facts.Judgement, facts.CaseReview, facts.Finding,
        facts.Coding, facts.Trail, facts.TrailStep, facts.Problem,
    )  # fmt: skip

    def empty() -> None:
        for table in reversed(tables):
            table._default_manager.all()._raw_delete(connection.alias)

    def create(rows: dict[type[models.Model], list[models.Model]]) -> None:
        with transaction.atomic():
            for table, some in rows.items():
                table._default_manager.bulk_create(some, batch_size=500)

    loads, creates = [], []
    for _ in range(ROUNDS):
        empty()
        loads.append(seconds(lambda: load_tables(bundle_folders())))
        rows = {table: list(table._default_manager.all()) for table in tables}
        empty()
        creates.append(seconds(lambda rows=rows: create(rows)))  # type: ignore[misc]
    empty()
    return [line("load_bundle", statistics.median(loads), statistics.median(creates))]


def _most_held(process: str) -> float:
    """Peak resident memory of a living process so far, in MB."""
    status = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(row.split()[1]) / 1024 for row in status if row.startswith("VmHWM:"))


def _pages_of_prose(number: int) -> bytes:
    """Shaped like a report, so that its reader takes it on: a title page, then numbered paragraphs."""
    from tests.made_pdf import new_pdf

    pdf = new_pdf()
    pdf.set_font("Helvetica", size=11)
    title = (
        "Inspection of Halton local authority\nchildren's services\nInspection dates: 4 to 15 March 2019\n"
    )
    prose = "Children who go missing are seen within three days, and in most plans risks are named. " * 3
    for page in range(number):
        pdf.add_page()
        said = "\n".join(f"{8 * page + place}. {prose}" for place in range(1, 9))
        pdf.multi_cell(0, 6, said if page else title + "Judgement Grade\nThe impact of leaders Good")
    return bytes(pdf.output())


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(5) == b"%PDF-"


def main() -> int:
    folder = services.SHARED / "reports" / "ofsted"
    with tempfile.TemporaryDirectory() as var:
        os.environ["CROSSCHECK_VAR"] = var
        os.environ.pop("DATABASE_URL", None)
        os.environ["DJANGO_SETTINGS_MODULE"] = "dashboard.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("load_bundle", "--reference", stdout=sys.stderr)
        measured = load_facts()
        if folder.is_dir():
            measured += whole_processes(folder, Path(var))
            measured += ingest_reports(folder)
            measured += ingest_memory(folder, Path(var))
        else:
            sys.stderr.write("NOT MEASURED: the real reports (../shared) are not beside this checkout\n")
        for one in measured:
            sys.stdout.write(json.dumps(one) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
