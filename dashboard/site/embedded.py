"""The one-process mode: web pages, queue and worker together on an embedded database.

Meant for one machine and a few people. Production runs gunicorn, Redis and Celery workers of its own.
"""

from __future__ import annotations

import hashlib
import socket
import sys
import threading
from collections.abc import Iterable

import waitress
from celery.worker import WorkController
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.utils import timezone

from dashboard.site.celery import app
from dashboard.site.warm import warm_up
from inspections.models import IngestRun
from inspections.tasks import Watch, ingest_run

_DATA = (
    "areas/data",
    "areas/migrations",
    "inspections/data",
    "inspections/definitions",
    "inspections/migrations",
)
_STATIC = ("static",)


class AddressNotFree(RuntimeError):
    """The address cannot be listened at; the message names it and says why."""


def prepare() -> None:
    """Bring database, facts and static files up to date; does nothing where nothing has changed."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    data, static = _digest(_DATA), _digest(_STATIC)
    stamp = settings.VAR / "prepared"
    before = dict(line.split(" ", 1) for line in stamp.read_text().splitlines()) if stamp.exists() else {}
    if before.get("data") != data:
        _say("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_bundle")
    if before.get("static") != static:
        _say("Preparing static files …")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(f"data {data}\nstatic {static}\n")


def _digest(folders: Iterable[str]) -> str:
    digest = hashlib.sha256(str(settings.DATABASES["default"]["NAME"]).encode())
    for folder in folders:
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(settings.BASE_DIR).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


class Worker:
    """A Celery worker on a thread of this process, fed by the in-memory broker: ``.delay()`` is real."""

    def __init__(self) -> None:
        self._controller = WorkController(
            app=app, pool_cls="threads", concurrency=1, without_gossip=True, without_mingle=True,
            without_heartbeat=True, quiet=True,
        )  # fmt: skip
        self._thread = threading.Thread(target=self._controller.start, name="worker", daemon=True)
        self._watch = Watch()

    def start(self) -> None:
        self._thread.start()
        # The broker forgets with its process, the runs do not: whatever was waiting is queued again.
        waiting = IngestRun.objects.filter(result__in=IngestRun.UNFINISHED)
        waiting.update(result=IngestRun.Result.QUEUED, stage="", heartbeat=timezone.now())
        for pk in waiting.order_by("pk").values_list("pk", flat=True):
            ingest_run.delay(pk)
        self._watch.start()

    def stop(self) -> None:
        self._watch.stop()
        self._controller.stop(in_sighandler=False)
        self._thread.join(timeout=5)


def _claim(host: str, port: int) -> None:
    """Asks for the address before minutes go into preparing. Raises AddressNotFree."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, proto) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise AddressNotFree(f"http://{host}:{port}/ cannot be served: {reason}.") from error


def serve(host: str, port: int) -> None:
    """Serve until interrupted. Raises AddressNotFree."""
    _claim(host, port)
    try:
        prepare()
        _serve(host, port)
    except KeyboardInterrupt:
        pass
    _say("Stopped.")


def _serve(host: str, port: int) -> None:
    server = waitress.create_server(
        get_wsgi_application(), host=host, port=port, threads=8, ident="", clear_untrusted_proxy_headers=True
    )
    worker = Worker() if settings.CELERY_BROKER_URL.startswith("memory:") else None
    if worker:
        worker.start()
    warm_up()
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::") else host  # noqa: S104 - compared, not bound
    _say(f"Crosscheck is at http://{shown}:{port}/  (Ctrl-C ends it)")
    try:
        server.run()
    finally:
        server.close()
        if worker:
            worker.stop()


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
