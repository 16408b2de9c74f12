"""``manage.py serve``: the one process of a new user, from a first start to a clean end."""

import os
import signal
import socket
import sqlite3
import time

import pytest

from tests import running

pytestmark = pytest.mark.xdist_group("processes")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder that a first start has prepared, the port it was served on, and how that start went."""
    var = tmp_path_factory.mktemp("site")
    env = running.environment(var)
    port = running.free_port()
    log = var / "log"
    process = running.start("manage.py", "serve", "--port", port, env=env, log=log)
    try:
        answered = running.until(lambda: running.answers(port), 60)
        process.send_signal(signal.SIGINT)
        status = process.wait(10)
    finally:
        running.end(process)
    return {"var": var, "env": env, "answered": answered, "status": status, "log": log.read_text()}


@pytest.fixture
def served(site):
    """A second start: the process and its port."""
    port = running.free_port()
    log = site["var"] / "second.log"
    log.unlink(missing_ok=True)
    started = time.monotonic()
    process = running.start("manage.py", "serve", "--port", port, env=site["env"], log=log)
    try:
        assert running.until(lambda: running.answers(port), 30), log.read_text()
        yield {"process": process, "port": port, "log": log, "seconds": time.monotonic() - started}
    finally:
        running.end(process)


def database(site):
    return sqlite3.connect(site["var"] / "crosscheck.sqlite3")


def test_the_first_start_prepares_answers_and_ends_on_ctrl_c(site):
    assert site["answered"], site["log"]
    assert site["status"] == 0, site["log"]
    assert "Preparing the database" in site["log"]
    assert site["log"].rstrip().endswith("Stopped.")
    with database(site) as connection:
        assert connection.execute("SELECT count(*) FROM inspections_inspection").fetchone()[0] > 20


def test_the_second_start_loads_nothing_and_is_there_in_seconds(served):
    words = served["log"].read_text()

    assert "Preparing" not in words
    assert f"http://localhost:{served['port']}/" in words
    assert served["seconds"] < 10


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_and_leaves_no_process_behind(site, served, report, how):
    below = running.children_of(served["process"].pid)

    served["process"].send_signal(how)

    assert served["process"].wait(10) == 0
    assert running.until(lambda: not running.alive(below), 5)
    words = served["log"].read_text()
    assert words.rstrip().endswith("Stopped.")
    assert "Traceback" not in words


def test_a_port_that_is_taken_is_said_before_anything_is_prepared(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        call = running.manage("serve", "--port", port, env=running.environment(tmp_path))

    assert call.returncode == 1
    assert f"http://127.0.0.1:{port}/ cannot be served: Address already in use." in call.stderr
    assert "Traceback" not in call.stderr
    assert "Preparing" not in call.stdout


def test_what_waited_in_the_database_is_read_after_a_start(site, tmp_path, report):
    """The queue in memory is gone with the process before; its runs are not."""
    path = tmp_path / "halton.pdf"
    path.write_bytes(report(dates="Inspection dates: 6 to 17 March 2017"))
    insert = (
        "INSERT INTO inspections_ingestrun (source_file, path, sha256, reader, again, result, stage, "
        "attempts, created, heartbeat, counts) VALUES (?, ?, '', '', 0, ?, '', ?, ?, ?, '{}')"
    )
    then = "2026-01-01 00:00:00"
    with database(site) as connection:
        connection.execute(insert, ("waiting.pdf", str(path), "queued", 0, then, then))
        connection.execute(insert, ("broken-off.pdf", str(path), "running", 1, then, then))
    port = running.free_port()
    process = running.start("manage.py", "serve", "--port", port, env=site["env"], log=site["var"] / "log3")
    wanted = (
        "SELECT source_file, result FROM inspections_ingestrun WHERE created = ? AND finished IS NOT NULL"
    )

    def finished():
        with database(site) as connection:
            return dict(connection.execute(wanted, (then,)).fetchall())

    try:
        assert running.until(lambda: len(finished()) == 2, 30), (site["var"] / "log3").read_text()
        below = running.children_of(process.pid)
        assert below
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
        assert running.until(lambda: not running.alive(below), 5)
    finally:
        running.end(process)
    assert set(finished().values()) <= {"stored", "needs_review", "unchanged"}
    assert "unchanged" in finished().values()


def test_the_site_keeps_its_secret_to_its_owner(site):
    mode = os.stat(site["var"] / "secret_key").st_mode & 0o777

    assert mode == 0o600
