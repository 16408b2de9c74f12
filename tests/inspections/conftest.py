"""Folders of made-up reports, the command called the way a script calls it, and readings as a reader
hands them on."""

import datetime as dt
import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from inspections.ingest import pipeline
from inspections.ingest.json_lines import report as line_of
from inspections.reading.records import DateSpan, InspectionRecord, JudgementRecord, PlaceRecord, Reading


@pytest.fixture
def folder(tmp_path):
    """Writes files into a folder of their own and returns it."""
    root = tmp_path / "reports"
    root.mkdir()

    def write(**files):
        for name, data in files.items():
            path = root / name.replace("__", "/")
            path = path.with_suffix(".pdf")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return root

    return write


@pytest.fixture
def ingest():
    """(exit status, lines of --json) of one call of the command."""

    def call(*arguments):
        out = io.StringIO()
        try:
            call_command("ingest", *map(str, arguments), "--json", stdout=out)
            status = 0
        except SystemExit as left:
            status = left.code
        except CommandError as error:
            return error.returncode, str(error)
        return status, [json.loads(line) for line in out.getvalue().splitlines()]

    return call


@pytest.fixture
def span():
    """A span from days like 2019-03-04; one alone is both ends."""

    def build(start, end=None, **more):
        first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end or start)
        values = {"raw": f"{start} to {end or start}", "start": first, "end": last, "basis": "printed"}
        return DateSpan(**(values | more))

    return build


@pytest.fixture
def judged():
    """Judgements from ``aspect=grade``, all printed on page 1."""

    def build(**grades):
        return tuple(
            JudgementRecord(aspect=aspect, grade=grade, printed=grade, page=1)
            for aspect, grade in grades.items()
        )

    return build


@pytest.fixture
def record(span, judged):
    """An ILACS inspection of Halton, 4 to 15 March 2019, unless told otherwise."""

    def build(place="Halton", kind_of_place="authority", scope="authority", **more):
        values = {
            "inspectorate": "ofsted",
            "framework": "ofsted-ilacs-2018",
            "kind": "full",
            "places": (PlaceRecord(raw=place, kind=kind_of_place, scope=scope),),
            "fieldwork": span("2019-03-04", "2019-03-15", raw="4 to 15 March 2019"),
            "judgements": judged(overall="good", help_protection="good"),
        }
        return InspectionRecord(**(values | more))

    return build


@pytest.fixture
def stored(tmp_path):
    """The line for one reading taken through the pipeline, as after its child has answered."""

    def store(*inspections, problems=(), tables=(), sha256="a" * 64, name="made.pdf", kind="report"):
        reading = Reading(
            reader="ofsted_report",
            version=1,
            kind=kind,
            title="A made report",
            publisher="Ofsted",
            inspections=inspections,
            problems=problems,
            tables=tables,
        )
        incoming = pipeline.Incoming(tmp_path / name, name)
        with transaction.atomic():
            run = pipeline.finish(
                pipeline.Taken(incoming, sha256, 0.1, reading=reading), pipeline.new_run(incoming)
            )
        return line_of(run)

    return store
