"""Runs whose worker died are found by their heartbeat; runs in good hands are left there."""

import datetime as dt
import time

import pytest
from django.utils import timezone

from inspections import tasks
from inspections.ingest import pipeline
from inspections.models import IngestRun, Problem
from inspections.reading.records import Reading

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def sent(monkeypatch):
    """The run ids handed to the queue; the queue itself is tested in test_queue.py."""
    ids = []
    monkeypatch.setattr(tasks.ingest_run, "delay", ids.append)
    return ids


@pytest.fixture
def run(tmp_path, report):
    path = tmp_path / "halton.pdf"
    path.write_bytes(report())

    def create(result, seconds_ago=0, attempts=0):
        row = pipeline.new_run(pipeline.Incoming(path, "halton.pdf"), result=result)
        row.heartbeat = timezone.now() - dt.timedelta(seconds=seconds_ago)
        row.attempts = attempts
        row.save()
        return row

    return create


def again(run):
    return IngestRun.objects.get(pk=run.pk)


def test_a_run_with_a_beating_heart_is_left_alone(run, sent):
    running = run("running", seconds_ago=50, attempts=1)

    assert tasks.requeue_abandoned() == 0
    assert tasks.claim(running.pk) is None
    assert sent == []


def test_a_run_whose_heart_stopped_is_queued_once(run, sent):
    lost = run("running", seconds_ago=61, attempts=1)

    assert [tasks.requeue_abandoned(), tasks.requeue_abandoned()] == [1, 0]
    assert sent == [lost.pk]
    assert again(lost).result == "queued"


def test_a_run_that_nobody_took_for_long_is_queued_again(run, sent):
    """Its message was lost with the broker."""
    forgotten, waiting = run("queued", seconds_ago=601), run("queued", seconds_ago=500)

    assert [tasks.requeue_abandoned(), tasks.requeue_abandoned()] == [1, 0]
    assert sent == [forgotten.pk]
    assert again(waiting).result == "queued"


def test_a_file_that_stopped_three_workers_is_given_up(run, sent):
    killer = run("running", seconds_ago=61, attempts=3)

    assert tasks.requeue_abandoned() == 1

    assert sent == []
    assert again(killer).result == "rejected"
    assert again(killer).finished is not None
    assert "stopped 3 times" in Problem.objects.get(run=killer).message


def test_a_run_is_claimed_by_one(run):
    queued = run("queued")

    first, second = tasks.claim(queued.pk), tasks.claim(queued.pk)

    assert (first.result, first.attempts) == ("running", 1)
    assert second is None


def test_the_task_run_twice_does_nothing_the_second_time(run):
    queued = run("queued")
    tasks.ingest_run(queued.pk)
    first = again(queued)
    assert first.result == "stored"

    tasks.ingest_run(queued.pk)

    assert (again(queued).finished, again(queued).attempts) == (first.finished, 1)


def test_a_task_for_a_run_that_is_gone_does_nothing():
    tasks.ingest_run(12345)

    assert not IngestRun.objects.exists()


def test_a_worker_that_comes_back_from_the_dead_does_not_finish_what_was_given_away(run):
    """A machine was suspended for a minute in mid-file."""
    mine = tasks.claim(run("queued").pk)
    IngestRun.objects.filter(pk=mine.pk).update(heartbeat=timezone.now() - dt.timedelta(seconds=61))
    theirs = tasks.claim(mine.pk)
    assert theirs.attempts == 2
    reading = Reading(reader="ofsted_report", version=1, kind="report", title="-", publisher="Ofsted")
    taken = pipeline.Taken(pipeline.Incoming(mine.path, "halton.pdf"), "a" * 64, 0.1, reading=reading)

    pipeline.finish_claimed(taken, mine)

    assert (again(mine).result, again(mine).finished) == ("running", None)
    assert not Problem.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_heart_beats_while_a_long_file_is_read(run, monkeypatch):
    monkeypatch.setattr(tasks, "BEAT_SECONDS", 0.05)
    long = tasks.claim(run("queued").pk)
    before = long.heartbeat

    with tasks.heartbeat(long):
        time.sleep(0.4)

    beaten = again(long).heartbeat
    assert beaten > before
    time.sleep(0.2)
    assert again(long).heartbeat == beaten


@pytest.mark.django_db(transaction=True)
def test_every_worker_watches_for_abandoned_runs(run, sent):
    lost = run("running", seconds_ago=61, attempts=1)
    watch = tasks.Watch(every=0.05)

    watch.start()
    for _ in range(40):
        if sent:
            break
        time.sleep(0.05)
    watch.stop()

    assert sent == [lost.pk]


def test_a_worker_that_is_ready_starts_to_watch(monkeypatch):
    from celery.signals import worker_ready

    started = []
    monkeypatch.setattr(tasks.Watch, "start", lambda watch: started.append(watch))

    worker_ready.send(sender=None)

    assert len(started) == 1
