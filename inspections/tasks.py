"""Queue tasks: ids in, calls into the pipeline. Safe to run twice; finished work is skipped."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from celery.signals import worker_ready
from django.db import DatabaseError, connection
from django.db.models import F, Q
from django.utils import timezone
from kombu.exceptions import OperationalError as QueueError

from inspections.ingest import pipeline
from inspections.logs import get_logger
from inspections.models import IngestRun
from inspections.queue import app

log = get_logger(__name__)

BEAT_SECONDS = 10.0
WATCH_SECONDS = 30.0
# Several beats missed: whoever had the run is gone.
STALE = dt.timedelta(seconds=60)
# A message may get lost with its broker; one too many does no harm, since a run is claimed only once.
FORGOTTEN = dt.timedelta(minutes=10)
MAX_ATTEMPTS = 3


def _abandoned() -> Q:
    now = timezone.now()
    return Q(result=IngestRun.Result.RUNNING, heartbeat__lt=now - STALE) | Q(
        result=IngestRun.Result.QUEUED, heartbeat__lt=now - FORGOTTEN
    )


def claim(run_id: int) -> IngestRun | None:
    """The run, marked as ours, or None when it is finished or another worker has it."""
    claimed = IngestRun.objects.filter(
        Q(result=IngestRun.Result.QUEUED) | Q(result=IngestRun.Result.RUNNING) & _abandoned(), pk=run_id
    ).update(
        result=IngestRun.Result.RUNNING,
        heartbeat=timezone.now(),
        stage="reading",
        attempts=F("attempts") + 1,
    )
    return IngestRun.objects.get(pk=run_id) if claimed else None


@contextmanager
def heartbeat(run: IngestRun) -> Iterator[None]:
    """Says every few seconds that this run is still being worked on, however long its file takes."""
    done = threading.Event()

    def beat() -> None:
        while not done.wait(BEAT_SECONDS):
            try:
                IngestRun.objects.filter(pk=run.pk, attempts=run.attempts).update(heartbeat=timezone.now())
            except DatabaseError as error:
                log.warning("heartbeat not written", run=run.pk, error=str(error))
            finally:
                connection.close()

    thread = threading.Thread(target=beat, name=f"heartbeat-{run.pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


@app.task
def ingest_run(run_id: int) -> None:
    run = claim(run_id)
    if run is not None:
        with heartbeat(run):
            pipeline.ingest_queued(run)
        log.info("file taken in", run=run.pk, result=run.result)


def send(runs: Iterable[IngestRun]) -> bool:
    """Hand runs to the queue. False when it does not answer: they stay queued; a watch sends them later."""
    try:
        for run in runs:
            ingest_run.delay(run.pk)
    except QueueError as error:
        log.warning("the queue does not answer", error=str(error))
        return False
    return True


def requeue_abandoned() -> int:
    """Give runs whose worker died to another one; give up on a file that killed several. Returns how many.

    No broker hands a killed worker's task on quickly, so the runs' own heartbeats are watched. Several
    watchers do not disturb each other: only one of them gets to change a run.
    """
    handled = 0
    for run in IngestRun.objects.filter(_abandoned()).order_by("pk"):
        mine = IngestRun.objects.filter(_abandoned(), pk=run.pk)
        if run.result == IngestRun.Result.RUNNING and run.attempts >= MAX_ATTEMPTS:
            if mine.update(heartbeat=timezone.now()):
                pipeline.refuse(run, f"The worker stopped {run.attempts} times while it had this file.")
                handled += 1
        elif mine.update(result=IngestRun.Result.QUEUED, stage="", heartbeat=timezone.now()):
            ingest_run.delay(run.pk)
            handled += 1
    return handled


class Watch:
    """Looks for abandoned runs as long as this worker lives; nobody else may be waiting for them."""

    def __init__(self, every: float = WATCH_SECONDS) -> None:
        self._every = every
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watch", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join(timeout=5)

    def _look(self) -> None:
        while not self._stopped.wait(self._every):
            try:
                requeue_abandoned()
            except (DatabaseError, QueueError) as error:
                # Both come back; the next look finds the same runs.
                log.warning("abandoned runs were not looked for", error=str(error))
            finally:
                connection.close()


@worker_ready.connect
def watch_from_worker(**signal: Any) -> None:
    Watch().start()
