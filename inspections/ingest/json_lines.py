"""The line of ``ingest --json`` for one file."""

from __future__ import annotations

from typing import Any

from inspections.ingest.pipeline import Taken
from inspections.ingest.resolve import resolve_all
from inspections.models import IngestRun

PROBLEM_FIELDS = ("severity", "where", "field", "value", "message")


def preview(taken: Taken) -> dict[str, Any]:
    """What storing would say, without storing (``--dry-run``)."""
    problems = [taken.refusal] if taken.refusal else []
    counts = {"inspections": 0, "judgements": 0, "case_reviews": 0, "findings": 0}
    status = "rejected" if taken.refusal else "unchanged"
    if taken.reading is not None:
        resolved, problems = resolve_all(taken.reading)
        counts = {
            "inspections": len(resolved),
            "judgements": sum(len(one.judgements) for one in resolved),
            "case_reviews": sum(len(one.record.case_reviews) for one in resolved),
            "findings": sum(len(one.record.findings) for one in resolved),
        }
        status = "needs_review" if any(p.severity == "blocking" for p in problems) else "stored"
    return {
        "file": taken.incoming.name,
        "sha256": taken.sha256,
        "reader": taken.reading.reader if taken.reading else "",
        "status": status,
        **counts,
        "problems": [p.model_dump(include=set(PROBLEM_FIELDS)) for p in problems],
        "seconds": round(taken.seconds, 3),
    }


def report(run: IngestRun) -> dict[str, Any]:
    """The line of ``ingest --json`` for one run."""
    problems: list[dict[str, Any]] = []
    if run.result == IngestRun.Result.UNCHANGED and run.document:
        problems = list(run.document.problems.filter(run__isnull=False).values(*PROBLEM_FIELDS))
    elif run.result != IngestRun.Result.UNCHANGED:
        problems = list(run.problems.values(*PROBLEM_FIELDS))
    counts = {
        name: run.counts.get(name, 0) for name in ("inspections", "judgements", "case_reviews", "findings")
    }
    return {
        "file": run.source_file,
        "sha256": run.sha256,
        "reader": run.reader,
        "status": run.result,
        **counts,
        "problems": problems,
        "seconds": run.seconds,
    }
