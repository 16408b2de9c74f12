"""No sentence of a source and no person's name stands in the bundle."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from inspections.transfer.load import DATA

RUN = 6  # words in a row that count as copied
# Names of documents, keys and dates are facts, not sentences.
NOT_PROSE = {
    "key", "inspection", "source", "title", "publisher", "url", "path", "areas", "dates_stated", "follows",
    "codings", "concerns", "compared_with", "kept", "other", "other_source", "where", "sha256", "trail",
    "speaker",
}  # fmt: skip
# In the national tables, which readers made: names of visit themes and of columns in official statistics.
OFFICIAL_NAMES = {
    ("national/inspections.csv", "topic"),
    ("national/problems.csv", "value"),
    ("joint/inspections.csv", "topic"),
    ("context/coverage.csv", "what"),  # names of documents
}
ADDRESSES = {"source", "url_or_source"}  # of the seed; an address repeats a document's name
CASE_STUDY = ("80441", "80465", "80516", "80560", "80576")

pytestmark = pytest.mark.shared


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"[’']", "", text.lower()))


def runs(text: str) -> Iterator[str]:
    parts = words(text)
    for start in range(len(parts) - RUN + 1):
        yield " ".join(parts[start : start + RUN])


def cells() -> Iterator[tuple[str, str, str, str]]:
    """(file, key, column, text) of every cell of the bundle."""
    paths = sorted(DATA.glob("*/*.csv"))
    assert len(paths) > 20
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column, text in row.items():
                    key = row.get("key") or row["inspection"]
                    yield f"{path.parent.name}/{path.name}", key, column, text


def copied(sources: set[str]) -> list[tuple[str, str, str, str]]:
    """A problem's message is ours; the column of a table it quotes by name is not."""
    return [
        (file, key, column, run)
        for file, key, column, text in cells()
        if column not in NOT_PROSE and (file, column) not in OFFICIAL_NAMES
        for run in runs(re.sub("“[^”]*”", "", text) if column == "message" else text)
        if run in sources
    ]


def test_no_run_of_words_is_copied_from_the_seed(
    shared: Path, seed_table: Callable[[str], list[dict[str, str]]]
) -> None:
    sources = set(runs((shared / "seed" / "iicsa-k3-external-inspections.txt").read_text("utf-8")))
    for name in ("seed_facts.csv", "context_facts.csv", "case_study_inspections.csv"):
        for row in seed_table(name):
            texts = [text or "" for column, text in row.items() if column not in ADDRESSES]
            sources.update(run for text in texts for run in runs(text))

    assert copied(sources) == []


def test_no_run_of_words_is_copied_from_the_reports(shared: Path) -> None:
    sources: set[str] = set()
    for path in sorted((shared / "reports").glob("*/80*/*.pdf")):
        if not path.parent.name.startswith(CASE_STUDY) or "SEND" in path.name:
            continue
        document = pdfium.PdfDocument(path)
        sources.update(runs(" ".join(page.get_textpage().get_text_range() for page in document)))
        document.close()

    assert len(sources) > 50_000
    assert copied(sources) == []


def test_no_person_is_named(shared: Path, seed_facts: list[dict[str, str]]) -> None:
    spoken = {row["person"].split(",")[0] for row in seed_facts if row["person"]}
    surnames = {name.split()[-1].lower() for name in spoken}
    with (shared / "reports" / "ofsted_gold_reports.csv").open(encoding="utf-8-sig", newline="") as file:
        inspectors = {row["lead_inspector"].lower() for row in csv.DictReader(file) if row["lead_inspector"]}

    named = [
        (file, key, column)
        for file, key, column, text in cells()
        if surnames & set(words(text)) or any(name in text.lower() for name in inspectors)
    ]

    assert surnames
    assert len(inspectors) > 50
    assert named == []


def test_the_child_is_named_by_cipher_and_without_an_age() -> None:
    about = [text for _, _, _, text in cells() if "CS-A1" in text]

    assert about
    assert not any(re.search(r"\d|\byears?\b|\bold\b|\baged?\b", text.replace("CS-A1", "")) for text in about)
    assert {column for _, _, column, text in cells() if re.search(r"CS-[A-Z]\d", text)} == {"summary"}
