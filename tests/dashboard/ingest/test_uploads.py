"""Files that come in by the form: where they are kept, what they are called, and what becomes of them."""

from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from kombu.exceptions import OperationalError

from dashboard.pages.ingest import forms
from inspections import tasks, uploads
from inspections.models import IngestRun, Inspection, Problem

pytestmark = pytest.mark.usefixtures("reference")


def kept():
    return sorted((settings.MEDIA_ROOT / "ingest").glob("*/upload*"))


def test_each_file_becomes_a_run_that_waits_in_the_queue(upload, sent, report):
    response = upload(("one.pdf", report()), ("two.pdf", report(place="Knowsley")))

    assert (response.status_code, response["Location"]) == (302, reverse("ingest"))
    runs = IngestRun.objects.order_by("pk")
    assert [(run.source_file, run.result) for run in runs] == [("one.pdf", "queued"), ("two.pdf", "queued")]
    assert sent == [run.pk for run in runs]
    assert [Path(run.path).read_bytes()[:5] for run in runs] == [b"%PDF-", b"%PDF-"]


def test_a_worker_reads_them_and_the_file_stays_for_its_pictures(upload, work, report):
    upload(("one.pdf", report()))

    work()

    run = IngestRun.objects.get()
    assert (run.result, run.counts["judgements"]) == ("stored", 4)
    assert Path(run.path).is_file()
    assert Inspection.objects.published().get().areas.get().slug == "halton"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../../etc/cron.d/evil.pdf", "evil.pdf"),
        ("..\\..\\windows\\evil.pdf", "evil.pdf"),
        ("report\r\n\tof 2019.PDF", None),
        ("<script>alert(1)</script>.pdf", None),
        ("naïve – “report”.pdf", "naïve – “report”.pdf"),
        (".pdf/.htaccess", ".htaccess"),
        ("x" * 400 + ".pdf", None),
        ("nothing", "nothing"),
    ],
)
def test_no_name_chooses_where_a_file_is_kept(upload, staff, name, shown):
    upload((name, b"words"))

    run = IngestRun.objects.get()
    [path] = kept()
    assert Path(run.path) == path
    assert path.parent.parent == settings.MEDIA_ROOT / "ingest"
    assert path.name in ("upload.pdf", "upload")
    assert run.source_file.isprintable()
    if shown:
        assert run.source_file == shown
    assert b"<script>alert" not in staff.get(reverse("ingest")).content


def test_the_same_bytes_again_are_unchanged(taken_in, report):
    data = report()  # made once: a PDF carries the second it was made in
    taken_in(data, "first.pdf")

    second = taken_in(data, "second.pdf")

    assert (second.source_file, second.result) == ("second.pdf", "unchanged")
    assert Inspection.objects.count() == 1


def test_a_file_nobody_can_read_says_why(taken_in, read):
    run = taken_in(b"<html><head><title>Gone</title></head></html>")

    assert run.result == "rejected"
    page = read(reverse("ingest-run", args=[run.pk]))
    assert "This file is a web page, not a PDF" in page.words
    problem = read(reverse("ingest-problem", args=[Problem.objects.get().pk]))
    assert "there is no page to show" in problem.words


def test_without_a_queue_no_file_is_lost_and_the_page_says_so(upload, staff, monkeypatch, report):
    def fails(run_id):
        raise OperationalError("connection refused")

    monkeypatch.setattr(tasks.ingest_run, "delay", fails)

    upload(("one.pdf", report()), ("two.pdf", report(place="Knowsley")))

    assert [run.result for run in IngestRun.objects.all()] == ["queued", "queued"]
    assert len(kept()) == 2
    assert "No file is lost" in staff.get(reverse("ingest")).content.decode()


def test_runs_that_waited_for_the_queue_are_sent_by_the_watch(upload, sent, report):
    upload(("one.pdf", report()))
    sent.clear()
    IngestRun.objects.update(heartbeat="2026-01-01T00:00Z")

    tasks.requeue_abandoned()

    assert sent == [IngestRun.objects.get().pk]


def test_too_large_and_too_many_are_refused_by_name_and_nothing_is_kept(upload, monkeypatch):
    monkeypatch.setattr(forms, "MAX_FILE_BYTES", 10)
    large = upload(("small.pdf", b"1234"), ("large.pdf", b"12345678901"))
    monkeypatch.setattr(forms, "MOST_FILES", 1)
    many = upload(("one.pdf", b"1"), ("two.pdf", b"2"))

    assert (large.status_code, many.status_code) == (400, 400)
    assert "“large.pdf” is larger than" in large.content.decode()
    assert "2 files were chosen; at most 1 go at once" in many.content.decode()
    assert not IngestRun.objects.exists()
    assert not (settings.MEDIA_ROOT / "ingest").exists()


def test_no_file_at_all_is_said(staff):
    response = staff.post(reverse("ingest"), {})

    assert response.status_code == 400
    assert "Choose at least one file." in response.content.decode()


def test_an_empty_file_is_taken_in_and_rejected_by_the_reader(taken_in):
    assert taken_in(b"").result == "rejected"
    assert Problem.objects.get().message == "This file is empty."


class TestProgress:
    def test_the_page_asks_again_only_as_long_as_something_is_unfinished(self, upload, staff, work, report):
        upload(("one.pdf", report()), ("two.pdf", b"no report"))
        page = staff.get(reverse("ingest")).content.decode()
        ids = ",".join(str(pk) for pk in IngestRun.objects.order_by("-pk").values_list("pk", flat=True))
        again = f"{reverse('ingest-progress')}?runs={ids}"
        assert f'hx-get="{again}"' in page
        assert "0 of 2 files read." in page

        work()

        part = staff.get(again, headers={"HX-Request": "true"}).content.decode()
        assert "hx-get" not in part
        assert "All 2 files read." in part
        assert "stored" in part
        assert "rejected" in part

    def test_only_the_files_asked_for_are_in_the_part(self, upload, staff, report):
        upload(("one.pdf", report()))
        upload(("two.pdf", report()))
        first = IngestRun.objects.order_by("pk")[0]

        part = staff.get(reverse("ingest-progress"), {"runs": f"{first.pk},x,{10**30},-1,²"}).content.decode()

        assert "one.pdf" in part
        assert "two.pdf" not in part


def test_the_list_is_newest_first_and_filtered_by_result(taken_in, read, report):
    taken_in(report(), "good.pdf")
    taken_in(b"bad", "bad.txt")

    both = read(reverse("ingest")).rows("Files read")
    stored = read(reverse("ingest") + "?result=stored").rows("Files read")

    assert [row[:2] for row in both] == [["bad.txt", "rejected"], ["good.pdf", "stored"]]
    assert [row[0] for row in stored] == ["good.pdf"]
    assert both[1][2] == "1 inspection, 4 judgements"


def test_more_files_than_a_form_may_hold_are_refused_with_words(upload):
    """Django itself stops at 100, before any form is asked."""
    response = upload(*[(f"{number}.pdf", b"%PDF-") for number in range(101)])

    assert response.status_code == 400
    assert "send fewer of them at a time" in response.content.decode()
    assert not IngestRun.objects.exists()


def test_where_there_is_no_room_the_files_before_are_kept_and_the_rest_is_named(upload, staff, monkeypatch):
    real, calls = uploads.keep, []

    def full(name, chunks):
        calls.append(name)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        return real(name, chunks)

    monkeypatch.setattr(uploads, "keep", full)

    upload(("one.pdf", b"1"), ("two.pdf", b"2"), ("three.pdf", b"3"))

    page = staff.get(reverse("ingest")).content.decode()
    assert "“two.pdf” and those after it could not be kept: No space left on device." in page
    assert [run.source_file for run in IngestRun.objects.all()] == ["one.pdf"]
