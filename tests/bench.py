"""The benchmarks: one JSON line each, its baseline measured in the same run.

``ingest_reports``: the readable reports beside the checkout through the whole pipeline into an embedded
database, against pypdfium2's bare text of the same files. Starting Python and filling the reference
tables are not part of it.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests import services

ROUNDS = 3


def line(name: str, value: float, baseline: float) -> dict[str, object]:
    return {
        "name": name,
        "value": round(value, 3),
        "unit": "s",
        "baseline": round(baseline, 3),
        "ratio": round(value / baseline, 3),
    }


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def ingest_reports(folder: Path) -> list[dict[str, object]]:
    """Rounds alternate, so that a busy moment of the machine meets all three; the median of each counts."""
    from inspections.ingest import pipeline, text
    from inspections.models import IngestRun, Inspection, SourceDocument

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


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(5) == b"%PDF-"


def main() -> int:
    folder = services.SHARED / "reports" / "ofsted"
    if not folder.is_dir():
        sys.stderr.write("NOT MEASURED: the real reports (../shared) are not beside this checkout\n")
        return 0
    with tempfile.TemporaryDirectory() as var:
        os.environ["CROSSCHECK_VAR"] = var
        os.environ.pop("DATABASE_URL", None)
        os.environ["DJANGO_SETTINGS_MODULE"] = "dashboard.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("load_bundle", "--reference", stdout=sys.stderr)
        for measured in ingest_reports(folder):
            sys.stdout.write(json.dumps(measured) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
