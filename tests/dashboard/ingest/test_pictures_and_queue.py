"""The page beside a problem, words where there is none, the order of the queue, and the admin."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.urls import reverse

from dashboard.pages.ingest import pictures
from inspections.models import Decision, IngestRun, Inspection, Judgement, Problem, SourceDocument
from tests.dashboard.pages.conftest import document, made_inspection

__all__ = ["document", "made_inspection"]

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def doubtful(report, taken_in):
    taken_in(report(headings={"help_protection": "Good"}))
    return Problem.objects.get()


def picture_of(problem, number=1):
    return reverse("ingest-page", args=[problem.source_id, number])


def test_a_page_is_drawn_once_and_served_as_a_picture(doubtful, staff, monkeypatch):
    first = staff.get(picture_of(doubtful))
    monkeypatch.setattr(pictures, "page_picture", None)
    second = staff.get(picture_of(doubtful))

    assert first["Content-Type"] == "image/png"
    assert first["Cache-Control"] == "private, max-age=3600"
    assert first.content[:4] == b"\x89PNG"
    assert second.content == first.content


def test_a_file_that_was_changed_since_is_not_shown_as_what_was_read(doubtful, staff, read):
    run = IngestRun.objects.get()
    with open(run.path, "ab") as file:
        file.write(b"more")

    assert staff.get(picture_of(doubtful)).status_code == 404
    page = read(reverse("ingest-problem", args=[doubtful.pk]))
    assert "The file is not kept here" in page.words
    assert page.html.css("main img") == []


def test_a_file_uploaded_again_brings_its_pictures_back(doubtful, staff, taken_in):
    data = Path(IngestRun.objects.get().path).read_bytes()
    IngestRun.objects.update(path="/gone.pdf")

    run = taken_in(data, "again.pdf")

    assert run.result == "unchanged"
    assert staff.get(picture_of(doubtful)).status_code == 200


def test_a_spreadsheet_has_words_instead(staff, read):
    document = SourceDocument.objects.create(key="s", kind="statistics", title="Made", sha256="b" * 64)
    problem = Problem.objects.create(
        key="s", source=document, severity="note", where="Table 10 row 17", field="kind", message="odd"
    )

    assert "no pages that can be drawn" in read(reverse("ingest-problem", args=[problem.pk])).words


def test_the_queue_begins_with_what_blocks(staff, read):
    for severity in ("note", "conflict", "blocking", "note"):
        Problem.objects.create(
            key=f"{severity}{Problem.objects.count()}", severity=severity, where="here", field="overall",
            message=f"a {severity}",
        )  # fmt: skip
    Problem.objects.create(
        key="done", severity="blocking", where="here", field="overall", message="decided", state="accepted"
    )

    def told(query=""):
        return [row[2] for row in read(reverse("ingest-problems") + query).rows("Problems")]

    assert told() == ["A blocking.", "A conflict.", "A note.", "A note."]
    assert told("?severity=note") == ["A note.", "A note."]
    assert told("?state=accepted") == ["Decided."]
    assert len(told("?state=")) == 5


def test_the_last_decision_in_the_admin_publishes_too(doubtful, client):
    client.force_login(User.objects.create_superuser("keeper"))

    client.post(reverse("admin:inspections_problem_change", args=[doubtful.pk]), {"state": "accepted"})

    assert Inspection.objects.published().exists()
    assert doubtful.decisions.get().made_by.username == "keeper"


def test_a_correction_made_in_the_admin_stands_at_once(made_inspection, client):
    row = made_inspection(grades={"overall": "good"})
    client.force_login(User.objects.create_superuser("keeper"))

    client.post(
        reverse("admin:inspections_decision_add"),
        {"inspection": row.pk, "aspect": "overall", "field": "grade", "value": "inadequate",
         "reason": "Page 2 says so.", "made_on": "2026-01-05"},
    )  # fmt: skip

    assert Decision.objects.exists()
    assert Judgement.objects.standing().get().grade.code == "inadequate"


def test_publish_is_refused_while_something_blocks_and_done_when_nothing_does(doubtful, staff):
    publish = reverse("ingest-publish", args=[IngestRun.objects.get().pk])
    staff.post(publish)
    assert not Inspection.objects.published().exists()

    Problem.objects.update(state="accepted")  # decided, as it were, by a process that then died
    staff.post(publish)

    assert Inspection.objects.published().exists()
    assert settings.MEDIA_ROOT.is_dir()
