"""What the logs say: an event and its values on one line."""

from __future__ import annotations

import logging

import pytest

from inspections import tasks, uploads


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO)
    return lambda logger: [one.getMessage() for one in caplog.records if one.name == logger]


@pytest.mark.django_db
def test_a_request_is_a_line_without_what_was_searched_for(client, lines) -> None:
    client.get("/search/", {"q": "a child"})

    [line] = lines("dashboard.site.request_log")
    assert line.startswith("event=request method=GET path=/search/ status=200 seconds=0")
    assert "child" not in line


@pytest.mark.django_db
def test_nothing_is_said_of_requests_unless_asked(client, caplog) -> None:
    caplog.set_level(logging.WARNING)

    client.get("/healthz")

    assert not [one for one in caplog.records if one.name.startswith("dashboard")]


@pytest.mark.django_db(transaction=True)
def test_a_file_of_the_queue_is_a_line_with_its_result(reference, lines, settings, tmp_path, report) -> None:
    settings.MEDIA_ROOT = tmp_path
    run = uploads.keep("report.pdf", [report(place="Halton")])

    tasks.ingest_run(run.pk)

    assert lines("inspections.tasks") == [f'event="file taken in" run={run.pk} result=stored']


def test_a_queue_that_does_not_answer_is_a_warning(monkeypatch, lines) -> None:
    def unanswered(pk: int) -> None:
        raise tasks.QueueError("nobody is there")

    monkeypatch.setattr(tasks.ingest_run, "delay", unanswered)

    assert not tasks.send([tasks.IngestRun(pk=7)])
    assert lines("inspections.tasks") == ['event="the queue does not answer" error="nobody is there"']
