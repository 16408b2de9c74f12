"""Real files harmed by a seed, and files made to hurt: refused with a reason, doubted, or stored unharmed.

Each goes through the whole pipeline with its real reader processes.
"""

from __future__ import annotations

import random
import re
from contextlib import suppress
from pathlib import Path

import pytest

from inspections.ingest import pipeline
from inspections.models import (
    CaseReview,
    Finding,
    IngestRun,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.reading.process.pool import ReaderProcess
from tests import hostile_files
from tests.inspections.reading.readers.made_spreadsheets import LATEST, LATEST_HEADER, day, latest, ods, xlsx

pytestmark = pytest.mark.usefixtures("reference")

SECONDS = 10
MOST_MEMORY = 300 * 1024  # kB, of a reader process that answers
FACTS = (SourceDocument, Inspection, InspectedArea, InspectionSource, Judgement, Finding, CaseReview)
WORDS = re.compile(r"[A-Z“].{12,}", re.DOTALL)


@pytest.fixture
def memory(monkeypatch):
    """The most memory (kB) any reader process had used when it answered; one that died is not asked."""
    peak = {"kB": 0}
    answer = ReaderProcess.answer

    def watched(self):
        try:
            return answer(self)
        finally:
            # It may have died of the next file, which it reads while this answer is taken.
            with suppress(FileNotFoundError):
                status = Path(f"/proc/{self._child.pid}/status").read_text() if self._child else ""
                if "VmHWM:" in status:
                    peak["kB"] = max(peak["kB"], int(status.split("VmHWM:")[1].split()[0]))

    monkeypatch.setattr(ReaderProcess, "answer", watched)
    return peak


def told(run):
    """What is stored of a run's document: framework, areas, dates, judgements, and where themes stand."""
    dates = {
        (
            row.inspection.key,
            row.inspection.framework_id,
            row.inspection.kind,
            tuple(sorted(row.inspection.areas.values_list("slug", flat=True))),
            (row.fieldwork_stated, row.fieldwork_start, row.fieldwork_end),
            (row.published_stated, row.published_from, row.published_to, row.published_basis),
        )
        for row in InspectionSource.objects.filter(source=run.document).select_related("inspection")
    }
    fields = ("inspection__key", "aspect", "grade", "grade_status", "printed", "page")
    judgements = set(Judgement.objects.filter(source=run.document).values_list(*fields))
    themes = set(Finding.objects.filter(source=run.document).values_list("theme", "page"))
    return dates, judgements, themes


def wrongs(run, unharmed):
    """What is not as it should be after one harmed file."""
    problems = Problem.objects.filter(run=run)
    if run.seconds > SECONDS:
        yield f"took {run.seconds} seconds"
    if run.result == "stored":
        if unharmed is None or told(run) != unharmed:
            yield "stored, and not as the unharmed file"
    elif run.result in ("rejected", "needs_review"):
        reasons = [problem for problem in problems if problem.severity == "blocking"]
        if not reasons:
            yield f"{run.result} without a reason"
        for reason in reasons:
            if not (WORDS.match(reason.message) and reason.where and reason.source_file == run.source_file):
                yield f"a reason nobody understands: {reason.where!r} {reason.message!r}"
            if "Traceback" in reason.message or "Error" in reason.message:
                yield f"a reason in the program's words: {reason.message!r}"
    else:
        yield f"ended {run.result}"
    if run.result == "rejected":
        if run.document_id is not None or IngestRun.objects.count() != 1:
            yield "a refused file with a document or a second run"
        left = [model.__name__ for model in FACTS if model.objects.exists()]
        if left or problems.count() != 1 or Problem.objects.count() != 1:
            yield f"a refused file left {left} and {Problem.objects.count()} problems"


def clear():
    for model in (Problem, IngestRun, SourceDocument, Inspection):
        model.objects.all().delete()


def taken_in(folder, files):
    """The finished run of each ``(name, bytes)``; what it stored is there until the next is asked for."""
    written = []
    for number, (name, data) in enumerate(files):
        path = folder / str(number) / name
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        written.append(pipeline.Incoming(path, name))
    for run in pipeline.ingest(written, jobs=2, again=True):
        yield run
        clear()


def harmed(bases, number, seed):
    """``number`` files, each ``(base, name, bytes)``: every change in turn, of every base in turn."""
    chance = random.Random(seed)  # noqa: S311 - chance, not secrecy
    names = list(bases)
    changes = hostile_files.CHANGES
    for turn in range(number):
        base = names[turn % len(names)]
        change = changes[(turn // len(names) + turn) % len(changes)]
        yield base, bases[base][0], change(bases[base][1], chance), f"{turn} {change.__name__}"


def check(folder, bases, files):
    """Take in the bases, then the files; everything that is wrong, and how many ended how."""
    unharmed = {}
    for base, run in zip(bases, taken_in(folder / "bases", bases.values()), strict=True):
        assert run.result in ("stored", "needs_review"), base
        unharmed[base] = told(run)
        assert unharmed[base][1], base
    wrong, ended, slowest = [], {}, 0.0
    runs = taken_in(folder / "harmed", [(name, data) for _, name, data, _ in files])
    for (base, name, _, what), run in zip(files, runs, strict=True):
        wrong += [(base, what, name, found) for found in wrongs(run, unharmed.get(base))]
        ended[run.result] = ended.get(run.result, 0) + 1
        slowest = max(slowest, run.seconds)
    return wrong, ended, slowest


@pytest.fixture
def made_bases(report):
    sheets = {LATEST: [LATEST_HEADER, latest("Barnet", day("2019-05-13"), "Good", "Good", "Good", "Good")]}
    return {
        "report": ("report.pdf", report()),
        "ods": ("table.ods", ods(sheets)),
        "xlsx": ("table.xlsx", xlsx(sheets)),
    }


def test_made_files_harmed_are_refused_doubted_or_read_unharmed(tmp_path, made_bases, memory):
    wrong, ended, _ = check(tmp_path, made_bases, list(harmed(made_bases, 36, seed=5)))

    assert wrong == []
    assert set(ended) == {"stored", "needs_review", "rejected"}
    assert 0 < memory["kB"] < MOST_MEMORY


def test_a_file_is_what_its_bytes_say_whatever_its_name(tmp_path, made_bases):
    renamed = [
        ("report", "report.ods", made_bases["report"][1], "PDF named as ODS"),
        ("ods", "table.pdf", made_bases["ods"][1], "ODS named as PDF"),
        ("xlsx", "table.ods", made_bases["xlsx"][1], "XLSX named as ODS"),
    ]

    wrong, ended, _ = check(tmp_path, made_bases, renamed)

    assert wrong == []
    assert ended == {"stored": 3}


def test_an_encrypted_report_is_refused_only_when_it_asks_for_a_password(tmp_path, made, made_bases):
    pages = made.ilacs_pages(
        made.ilacs_grades, title="Inspection of Halton local authority \nchildren’s services",
        dates="Inspection dates: 4 to 15 March 2019",
    )  # fmt: skip
    locked = [
        ("report", "report.pdf", hostile_files.locked(pages, owner_only=True), "open to all"),
        ("report", "report.pdf", hostile_files.locked(pages, owner_only=False), "with a password"),
    ]

    wrong, ended, _ = check(tmp_path, {"report": made_bases["report"]}, locked)

    assert wrong == []
    assert ended == {"stored": 1, "rejected": 1}


def test_files_made_to_hurt_are_refused(tmp_path, memory):
    files = [(None, name, data, name) for name, data in hostile_files.special()]

    wrong, ended, _ = check(tmp_path, {}, files)

    assert wrong == []
    assert ended == {"rejected": len(files)}
    assert 0 < memory["kB"] < MOST_MEMORY


@pytest.mark.shared
def test_real_files_harmed_are_refused_doubted_or_read_unharmed(tmp_path, shared, memory):
    reports = shared / "reports" / "ofsted"
    by_size = sorted(reports.rglob("*.pdf"), key=lambda path: path.stat().st_size)
    paths = [path for path in by_size if path.read_bytes()[:5] == b"%PDF-"][:110:10]
    bases = {path.name: (str(path.relative_to(reports)), path.read_bytes()) for path in paths}
    statistics = shared / "data" / "ofsted_statistics" / "Childrens_services_LA_outcomes_2025.ods"
    bases["statistics"] = (statistics.name, statistics.read_bytes())

    wrong, ended, slowest = check(tmp_path, bases, list(harmed(bases, 200, seed=4)))

    print(f"{ended}, slowest {slowest} s, peak {memory['kB']} kB")  # noqa: T201 - shown when it fails
    assert wrong == []
    assert sum(ended.values()) == 200
    assert set(ended) == {"stored", "needs_review", "rejected"}
    assert 0 < memory["kB"] < MOST_MEMORY
