"""Whether the process answers, and whether what it needs answers."""

from __future__ import annotations

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

SECONDS = 2


def healthz(request: HttpRequest) -> HttpResponse:
    return _plain("ok")


def readyz(request: HttpRequest) -> HttpResponse:
    """503 naming each part that does not answer. The reason stays in the log: it may hold addresses."""
    failed = [name for name, answers in (("database", _database), ("redis", _broker)) if not answers()]
    if failed:
        return _plain("not ready: " + ", ".join(failed), status=503)
    return _plain("ok")


def _plain(words: str, status: int = 200) -> HttpResponse:
    response = HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _broker() -> bool:
    """A broker in memory lives and dies with this process; only Redis is asked."""
    if not settings.CELERY_BROKER_URL.startswith(("redis://", "rediss://")):
        return True
    import redis  # takes a third of a second

    client = redis.Redis.from_url(
        settings.CELERY_BROKER_URL, socket_timeout=SECONDS, socket_connect_timeout=SECONDS
    )
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
    finally:
        client.close()
