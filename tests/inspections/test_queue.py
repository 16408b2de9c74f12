"""The queue with the real thing: Redis, a worker process of its own, and a worker that is killed."""

import json
import os
import signal
import sqlite3
import time

import pytest
import redis

from tests import running

pytestmark = [pytest.mark.redis, pytest.mark.xdist_group("processes")]

PLACES = ("Halton", "Knowsley", "Borsetshire")


@pytest.fixture(scope="module")
def site(tmp_path_factory, redis_url):
    """Areas and definitions on a database file of their own, and a queue of their own."""
    var = tmp_path_factory.mktemp("queue")
    broker = _a_queue_of_our_own(redis_url)
    env = running.environment(var, DATABASE_URL=f"sqlite:///{var}/queue.sqlite3", CELERY_BROKER_URL=broker)
    for arguments in (("migrate", "-v0"), ("load_bundle", "--reference")):
        done = running.manage(*arguments, env=env)
        assert done.returncode == 0, done.stderr
    yield {"var": var, "env": env, "broker": broker, "database": var / "queue.sqlite3"}
    redis.Redis.from_url(broker).flushdb()


def _a_queue_of_our_own(url):
    """An empty database of this Redis, marked as ours: tests running at once would take each other's runs."""
    for number in range(14, 0, -1):
        broker = f"{url.rsplit('/', 1)[0]}/{number}"
        queue = redis.Redis.from_url(broker)
        if queue.dbsize() == 0 and queue.set("taken by tests", os.getpid(), nx=True, ex=900):
            return broker
    pytest.skip("every database of this Redis holds something; queue tests need an empty one")


@pytest.fixture
def worker(site):
    """Starts workers; whatever is left of them is ended afterwards."""
    started = []

    def start(concurrency=1):
        log = site["var"] / f"worker-{len(started)}-{time.monotonic_ns()}.log"
        process = running.start(
            "-m", "celery", "-A", "dashboard", "worker", "--loglevel=INFO", "-c", concurrency,
            "--without-gossip", "--without-mingle", env=site["env"], log=log,
        )  # fmt: skip
        started.append(process)
        assert running.until(lambda: "ready." in log.read_text(), 30), log.read_text()
        return process

    yield start
    for process in started:
        running.end(process)


@pytest.fixture
def reports(tmp_path, report):
    folder = tmp_path / "reports"
    folder.mkdir()
    for place in PLACES:
        (folder / f"{place}.pdf").write_bytes(report(place=place))
    (folder / "page.pdf").write_bytes(b"<html><head><title>Gone</title></head></html>")
    return folder


def rows(site, query, *values):
    with sqlite3.connect(site["database"], timeout=20) as connection:
        return connection.execute(query, values).fetchall()


def lines(call):
    return [json.loads(line) | {"seconds": 0} for line in call.stdout.splitlines()]


def stop(process):
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0


def test_the_queue_gives_the_same_lines_as_the_call_itself(site, worker, reports):
    # What a dry run says is what a direct call says; test_ingest_command.py holds it to that.
    direct = running.manage("ingest", reports, "--dry-run", "--json", env=site["env"])
    process = worker()

    queued = running.manage("ingest", reports, "--queue", "--json", env=site["env"])

    assert (queued.returncode, direct.returncode) == (1, 1), queued.stderr
    assert lines(queued) == lines(direct)
    assert [line["status"] for line in lines(queued)] == ["needs_review", "stored", "stored", "rejected"]
    again = running.manage("ingest", reports, "--queue", "--json", env=site["env"])
    assert [line["status"] for line in lines(again)] == ["unchanged", "unchanged", "unchanged", "rejected"]
    below = running.children_of(process.pid)
    stop(process)
    assert running.until(lambda: not running.alive(below), 5)


def test_two_workers_at_once_store_nothing_twice(site, worker, tmp_path, report):
    """The same eight files, two copies of each, in four hands: visits of a day, too far apart to be one."""
    folder = tmp_path / "copies"
    folder.mkdir()
    for day in range(1, 31, 4):
        data = report(place="Wirral", dates=f"Inspection dates: {day} to {day} June 2018")
        for copy in "ab":
            (folder / f"{day}{copy}.pdf").write_bytes(data)
    workers = [worker(2), worker(2)]

    call = running.manage("ingest", folder, "--queue", "--json", env=site["env"])

    statuses = [line["status"] for line in lines(call)]
    assert sorted(statuses) == ["stored"] * 8 + ["unchanged"] * 8
    inspections = "SELECT count(*) FROM inspections_inspection WHERE key LIKE 'wirral/%'"
    assert rows(site, inspections) == [(8,)]
    judgements = "SELECT count(*) FROM inspections_judgement WHERE key LIKE 'wirral/%'"
    assert rows(site, judgements) == [(8 * 4,)]
    for process in workers:
        stop(process)


def test_a_run_whose_worker_was_killed_is_finished_by_another(site, worker, tmp_path, report):
    """A named pipe that nobody writes to stands for a disk that hangs: the worker waits in mid-file."""
    path = tmp_path / "pipe.pdf"
    os.mkfifo(path)
    first = worker()
    run = _queue_a_run(site, path)
    state = "SELECT result, attempts, finished IS NOT NULL FROM inspections_ingestrun WHERE id = ?"
    assert running.until(lambda: rows(site, state, run) == [("running", 1, 0)], 15)

    running.end(first)
    path.unlink()
    path.write_bytes(report(place="Sefton"))
    second = worker()
    time.sleep(1)
    assert rows(site, state, run) == [("running", 1, 0)]  # its heart may beat again; nobody takes it yet
    with sqlite3.connect(site["database"], timeout=20) as connection:
        # As if the minute after which a heart counts as stopped had passed.
        connection.execute(
            "UPDATE inspections_ingestrun SET heartbeat = '2026-01-01 00:00:00' WHERE id = ?", [run]
        )
    _python(site, "from inspections.tasks import requeue_abandoned; assert requeue_abandoned() == 1")

    assert running.until(lambda: rows(site, state, run) == [("stored", 2, 1)], 15)
    stop(second)


def test_an_absent_broker_is_said_and_leaves_no_run(site, reports):
    before = rows(site, "SELECT count(*) FROM inspections_ingestrun")
    nobody = site["env"] | {"CELERY_BROKER_URL": f"redis://127.0.0.1:{running.free_port()}/0"}

    call = running.manage("ingest", reports, "--queue", "--json", env=nobody, seconds=30)

    assert call.returncode == 2
    assert "The queue at CELERY_BROKER_URL does not answer" in call.stderr
    assert "Traceback" not in call.stderr
    assert call.stdout == ""
    assert rows(site, "SELECT count(*) FROM inspections_ingestrun") == before


def test_without_a_queue_between_processes_the_call_says_what_to_set(tmp_path, site, reports):
    memory = site["env"] | {"CELERY_BROKER_URL": "memory://"}

    call = running.manage("ingest", reports, "--queue", env=memory)

    assert call.returncode == 2
    assert "celery -A dashboard worker" in call.stderr


def _python(site, code):
    done = running.manage("shell", "-v0", "-c", code, env=site["env"])
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _queue_a_run(site, path):
    return int(
        _python(
            site,
            "from inspections.ingest.pipeline import Incoming, new_run\n"
            "from inspections.tasks import ingest_run\n"
            "from pathlib import Path\n"
            f"run = new_run(Incoming(Path({str(path)!r}), 'pipe.pdf'), result='queued')\n"
            "ingest_run.delay(run.pk)\nprint(run.pk)",
        )
    )
