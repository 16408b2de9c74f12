"""People who may review, files as a browser sends them, and a queue that does its work at once."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from inspections import tasks
from inspections.models import IngestRun
from tests.dashboard.pages.conftest import Reader


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Nothing is collected for a test, and what is uploaded goes with it."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def sent(monkeypatch):
    """The ids handed to the queue, which keeps them for ``work``."""
    waiting = []
    monkeypatch.setattr(tasks.ingest_run, "delay", waiting.append)
    return waiting


@pytest.fixture
def work(sent):
    """What a worker does with everything that waits."""

    def do():
        while sent:
            tasks.ingest_run(sent.pop(0))

    return do


@pytest.fixture
def reviewer(reference):
    return User.objects.create_user("reviewer", password="made-up words", is_staff=True)


@pytest.fixture
def staff(client, reviewer):
    client.force_login(reviewer)
    return client


@pytest.fixture
def upload(staff, sent):
    """Sends files as the form does: ``upload(("report.pdf", data), ...)``."""

    def send(*files, **more):
        named = [SimpleUploadedFile(name, data) for name, data in files]
        return staff.post(reverse("ingest"), {"uploads": named}, **more)

    return send


@pytest.fixture
def taken_in(upload, work):
    """The run of one uploaded file, after a worker had it."""

    def take(data, name="report.pdf"):
        assert upload((name, data)).status_code == 302
        work()
        return IngestRun.objects.first()

    return take


@pytest.fixture
def read(client):
    return lambda address: Reader(client.get(address))
