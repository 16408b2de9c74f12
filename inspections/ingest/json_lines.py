"""The line of ``ingest --json`` for one file."""

from __future__ import annotations

from typing import Any

from inspections.ingest.pipeline import Taken
from inspections.ingest.resolve import Account, resolve_all
from inspections.ingest.write import counts_of
from inspections.models import IngestRun
from inspections.reading.records import ProblemRecord
from inspections.terms import Severity

PROBLEM_FIELDS = ("severity", "where", "field", "value", "message")
_COUNTED = ("inspections", "judgements", "case_reviews", "findings")


def preview(taken: Taken) -> dict[str, Any]:
    """What storing would say, without storing (``--dry-run``)."""
    accounts: list[Account] = []
    problems: list[ProblemRecord] = [taken.refusal] if taken.refusal else []
    status = "rejected" if taken.refusal else "unchanged"
    if taken.reading is not None:
        accounts, problems = resolve_all(taken.reading)
        status = "needs_review" if any(p.severity == Severity.BLOCKING for p in problems) else "stored"
    return {
        "file": taken.incoming.name,
        "sha256": taken.sha256,
        "reader": taken.reading.reader if taken.reading else "",
        "status": status,
        **counts_of(accounts, len(accounts)),
        "problems": [problem.model_dump(include=set(PROBLEM_FIELDS)) for problem in problems],
        "seconds": round(taken.seconds, 3),
    }


def report(run: IngestRun) -> dict[str, Any]:
    """The line of ``ingest --json`` for one run. An unchanged file has the problems its document has."""
    problems = run.problems.all()
    if run.result == IngestRun.Result.UNCHANGED and run.document:
        problems = run.document.problems.filter(run__isnull=False)
    return {
        "file": run.source_file,
        "sha256": run.sha256,
        "reader": run.reader,
        "status": run.result,
        **{name: run.counts.get(name, 0) for name in _COUNTED},
        "problems": list(problems.values(*PROBLEM_FIELDS)),
        "seconds": run.seconds,
    }
