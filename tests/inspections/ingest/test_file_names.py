"""Names nobody would choose, and things in a folder that are no files."""

import os
from pathlib import Path

import pytest

from inspections.ingest import pipeline
from inspections.models import IngestRun, Problem, SourceDocument


def taken_in(*paths):
    return list(pipeline.ingest(pipeline.find_files(list(paths))))


@pytest.mark.usefixtures("reference")
def test_a_long_name_with_quotes_is_kept_and_of_a_longer_path_its_end(tmp_path, report):
    name = 'children\'s "services" ’' + "é" * 100 + ".pdf"
    deep = tmp_path.joinpath(*["a folder of Ofsted's, ‘deep’ " + "x" * 170] * 3)
    deep.mkdir(parents=True)
    (tmp_path / name).write_bytes(report())
    (deep / name).write_bytes(report(place="Barnet"))

    runs = {run.result: run for run in taken_in(tmp_path)}
    kept = sorted(IngestRun.objects.values_list("source_file", flat=True))

    assert set(runs) == {"stored"}
    assert kept[0] == name
    assert len(kept[1]) == 500
    assert kept[1].startswith("…")
    assert kept[1].endswith("/" + name)
    assert set(SourceDocument.objects.values_list("path", flat=True)) == set(kept)


@pytest.mark.usefixtures("reference")
def test_control_characters_in_a_name_are_shown_as_such(tmp_path):
    (tmp_path / "bad\n\x1b[2J\x01.pdf").write_bytes(b"nothing")

    [run] = taken_in(tmp_path)

    assert run.source_file == "bad��[2J�.pdf"
    assert run.result == "rejected"


@pytest.mark.usefixtures("reference")
def test_a_queued_file_whose_path_is_too_long_to_keep_is_refused_by_name():
    incoming = pipeline.Incoming(Path("/" + "/".join(["y" * 200] * 6)), "far.pdf")
    run = pipeline.new_run(incoming, result=IngestRun.Result.RUNNING)

    pipeline.ingest_queued(run)

    problem = Problem.objects.get(run=run)
    assert (run.result, run.path) == ("rejected", "")
    assert "more than 1000 characters" in problem.message
    assert problem.value == "far.pdf"


def test_a_folder_that_holds_itself_and_a_pipe_are_passed_over(tmp_path):
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "round").symlink_to(tmp_path / "round")
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "inside" / "a.pdf").write_bytes(b"x")

    assert [found.name for found in pipeline.find_files([tmp_path])] == ["inside/a.pdf"]
    with pytest.raises(FileNotFoundError, match=r"pipe\.pdf"):
        pipeline.find_files([tmp_path / "pipe.pdf"])
