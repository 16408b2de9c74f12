"""Queue tasks: ids in, calls into the pipeline. Safe to run twice; finished work is skipped."""

from __future__ import annotations

import datetime as dt

from celery import shared_task
from django.db.models import F, Q
from django.utils import timezone

from inspections.ingest import pipeline
from inspections.models import IngestRun

# A file may take its reader's wall time twice over before a run counts as abandoned.
STALE = dt.timedelta(seconds=60)
MAX_ATTEMPTS = 3


def _stale() -> Q:
    return Q(result=IngestRun.Result.RUNNING, heartbeat__lt=timezone.now() - STALE)


def claim(run_id: int) -> IngestRun | None:
    """The run, marked as ours, or None when it is finished or another worker has it."""
    claimed = (
        IngestRun.objects.filter(pk=run_id)
        .filter(Q(result=IngestRun.Result.QUEUED) | _stale())
        .update(
            result=IngestRun.Result.RUNNING,
            heartbeat=timezone.now(),
            stage="reading",
            attempts=F("attempts") + 1,
        )
    )
    return IngestRun.objects.get(pk=run_id) if claimed else None


@shared_task
def ingest_run(run_id: int) -> None:
    run = claim(run_id)
    if run is not None:
        pipeline.ingest_queued(run)


def requeue_abandoned() -> int:
    """Give runs whose worker died to another one; give up on a file that killed several. Returns how many.

    No broker hands a killed worker's task on quickly, so the runs' own heartbeats are watched.
    """
    lost = list(IngestRun.objects.filter(_stale()))
    for run in lost:
        if run.attempts >= MAX_ATTEMPTS:
            refusal = pipeline.rejected(
                f"The worker stopped {run.attempts} times while it had this file.", value=run.source_file
            )
            incoming = pipeline.Incoming(pipeline.Path(run.path), run.source_file)
            pipeline.finish(pipeline.Taken(incoming, run.sha256, 0.0, refusal=refusal.problem), run)
        else:
            ingest_run.delay(run.pk)
    return len(lost)
