"""Whether the site says that it answers, and which part does not."""

import pytest
import redis
from django.db import DatabaseError

from dashboard.pages import health

pytestmark = pytest.mark.django_db


def test_both_say_ok_with_a_database_and_a_broker_in_memory(client, settings):
    settings.CELERY_BROKER_URL = "memory://"

    for address in ("/healthz", "/readyz"):
        response = client.get(address)
        assert (response.status_code, response.content) == (200, b"ok")
        assert response["Cache-Control"] == "no-store"


def test_a_redis_that_does_not_answer_is_named(client, settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"

    response = client.get("/readyz")

    assert (response.status_code, response.content) == (503, b"not ready: redis")


def test_a_database_that_does_not_answer_is_named_and_the_process_still_answers(
    client, settings, monkeypatch
):
    class Gone:
        def cursor(self):
            raise DatabaseError("the server closed the connection")

    settings.CELERY_BROKER_URL = "memory://"
    monkeypatch.setattr(health, "connection", Gone())

    assert client.get("/readyz").content == b"not ready: database"
    assert client.get("/healthz").status_code == 200


@pytest.mark.redis
def test_a_redis_that_answers_is_ready(client, settings, redis_url):
    settings.CELERY_BROKER_URL = redis_url
    assert redis.Redis.from_url(redis_url).ping()

    assert client.get("/readyz").status_code == 200


def test_metrics_are_served(client):
    response = client.get("/metrics")

    assert response.status_code == 200
    assert b"django_http_requests" in response.content
