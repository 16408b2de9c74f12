"""``ingest --json``: its lines, its statuses and how it ends."""

import os

import pytest
from django.core.management import CommandError, call_command

from inspections.models import IngestRun, Inspection, Judgement, Problem, SourceDocument
from inspections.reading import readers

pytestmark = pytest.mark.usefixtures("reference")

KEYS = [
    "file",
    "sha256",
    "reader",
    "status",
    "inspections",
    "judgements",
    "case_reviews",
    "findings",
    "problems",
    "seconds",
]
NO_REPORT = b"<html><head><title>Sign in</title></head><body></body></html>"


def test_a_stored_report_has_the_line_that_scripts_rely_on(ingest, folder, report):
    reports = folder(halton=report())

    status, [line] = ingest(reports)

    assert status == 0
    assert list(line) == KEYS
    assert (line["file"], line["reader"], line["status"]) == ("halton.pdf", "ofsted_report", "stored")
    assert len(line["sha256"]) == 64
    assert (line["inspections"], line["judgements"], line["case_reviews"]) == (1, 4, 0)
    assert line["problems"] == []
    assert isinstance(line["seconds"], float)


def test_a_problem_has_five_parts(ingest, folder):
    _, [line] = ingest(folder(page=NO_REPORT))

    [problem] = line["problems"]
    assert list(problem) == ["severity", "where", "field", "value", "message"]
    assert problem["severity"] == "blocking"
    assert "Sign in" in problem["message"]


def test_one_rejected_file_ends_with_1_and_stops_nothing(ingest, folder, report):
    reports = folder(a_page=NO_REPORT, b_halton=report())

    status, lines = ingest(reports)

    assert status == 1
    assert [line["status"] for line in lines] == ["rejected", "stored"]


def test_a_report_in_doubt_ends_with_0(ingest, folder, report):
    status, [line] = ingest(folder(nowhere=report(place="Borsetshire")))

    assert (status, line["status"]) == (0, "needs_review")


def test_a_second_call_is_unchanged_and_says_what_is_stored(ingest, folder, report):
    reports = folder(halton=report(), nowhere=report(place="Borsetshire"))
    _, first = ingest(reports)

    status, second = ingest(reports)

    assert status == 0
    assert [line["status"] for line in second] == ["unchanged", "unchanged"]
    for name in ("file", "sha256", "reader", "inspections", "judgements", "problems"):
        assert [line[name] for line in second] == [line[name] for line in first]
    assert Inspection.objects.count() == 1


def test_a_rejected_file_is_tried_again(ingest, folder):
    reports = folder(page=NO_REPORT)
    ingest(reports)

    status, [line] = ingest(reports)

    assert (status, line["status"]) == (1, "rejected")


def test_again_reads_what_is_unchanged(ingest, folder, report):
    reports = folder(halton=report())
    ingest(reports)

    _, [line] = ingest(reports, "--again")

    assert line["status"] == "stored"
    assert Judgement.objects.count() == 4


def test_a_new_version_of_the_reader_reads_again(ingest, folder, report):
    reports = folder(halton=report())
    ingest(reports)
    # As after an update of the site: the runs on record are of an older version.
    IngestRun.objects.update(version=readers.by_name("ofsted_report").VERSION - 1)

    _, [line] = ingest(reports)

    assert line["status"] == "stored"


@pytest.mark.parametrize("again", [(), ("--again",)])
def test_the_same_bytes_twice_in_a_call_are_stored_once(ingest, folder, report, again):
    reports = folder(first=report(), second=report())

    _, lines = ingest(reports, *again)

    assert [line["status"] for line in lines] == ["stored", "stored" if again else "unchanged"]
    assert (SourceDocument.objects.count(), Inspection.objects.count()) == (1, 1)


def test_a_dry_run_says_the_same_and_stores_nothing(ingest, folder, report):
    reports = folder(halton=report(), nowhere=report(place="Borsetshire"), page=NO_REPORT)

    dry = ingest(reports, "--dry-run")

    for model in (IngestRun, SourceDocument, Inspection, Problem):
        assert not model.objects.exists()
    wet = ingest(reports)
    assert dry[0] == wet[0] == 1
    assert [line | {"seconds": 0} for line in dry[1]] == [line | {"seconds": 0} for line in wet[1]]


def test_source_file_is_the_path_within_the_folder_given(ingest, folder, report):
    reports = folder(north__halton=report())

    _, [line] = ingest(reports)
    _, [alone] = ingest(reports / "north" / "halton.pdf", "--again")

    assert (line["file"], alone["file"]) == ("north/halton.pdf", "halton.pdf")


def test_two_jobs_give_the_same_rows_in_the_same_order(ingest, folder, report):
    places = ["Halton", "Durham", "St Helens", "Warwickshire", "Borsetshire", "Knowsley"]
    reports = folder(**{f"{number}_{place}": report(place=place) for number, place in enumerate(places)})
    _, alone = ingest(reports)

    _, together = ingest(reports, "--jobs", "2", "--again")

    assert [line | {"seconds": 0} for line in together] == [line | {"seconds": 0} for line in alone]
    assert Inspection.objects.count() == 5


def test_hidden_files_are_left_alone(ingest, folder, report):
    reports = folder(halton=report())
    (reports / ".DS_Store").write_bytes(b"\x00")
    (reports / ".cache").mkdir()
    (reports / ".cache" / "page.pdf").write_bytes(NO_REPORT)

    _, lines = ingest(reports)

    assert [line["file"] for line in lines] == ["halton.pdf"]


def test_a_file_name_that_is_no_text_is_shown_as_well_as_can_be(ingest, folder, report):
    reports = folder()
    with open(os.fsencode(reports) + b"/\xff.pdf", "wb") as file:
        file.write(report())

    _, [line] = ingest(reports)

    assert (line["file"], line["status"]) == ("�.pdf", "stored")


def test_a_folder_that_does_not_exist_is_a_wrong_call(ingest, tmp_path):
    status, words = ingest(tmp_path / "nowhere")

    assert status == 2
    assert words == f"{tmp_path / 'nowhere'}: there is no such file or folder"


def test_an_empty_folder_is_a_wrong_call(ingest, folder):
    status, words = ingest(folder())

    assert status == 2
    assert "there is no file in this folder" in words


def test_an_unknown_reader_is_a_wrong_call_and_the_known_ones_are_named(ingest, folder, report):
    status, words = ingest(folder(halton=report()), "--reader", "tea_leaves")

    assert status == 2
    assert "tea_leaves" in words
    assert "ofsted_report" in words


def test_no_job_at_all_is_a_wrong_call(ingest, folder, report):
    status, words = ingest(folder(halton=report()), "--jobs", "0")

    assert (status, words) == (2, "--jobs takes a number from 1, got 0")


def test_a_dry_run_through_the_queue_is_a_wrong_call(folder, report):
    with pytest.raises(CommandError) as wrong:
        call_command("ingest", str(folder(halton=report())), "--dry-run", "--queue")

    assert wrong.value.returncode == 2


def test_a_pipe_is_no_file(ingest, tmp_path):
    os.mkfifo(tmp_path / "pipe")

    status, _ = ingest(tmp_path / "pipe")

    assert status == 2


def test_a_site_without_definitions_says_what_to_do(ingest, folder, report):
    from inspections.models import Framework

    Framework.objects.all().delete()

    status, words = ingest(folder(halton=report()))

    assert status == 2
    assert "load_bundle" in words
