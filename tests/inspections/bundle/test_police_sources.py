"""Each police fact says where it was seen, how, and how sure it is; the words are our own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from inspections.transfer.columns import Row
from inspections.transfer.csv_files import read_rows
from inspections.transfer.load import DATA
from inspections.transfer.rows import LOADED_TABLES
from tests.inspections.bundle.test_own_words import copied, runs

POLICE = DATA / "police"
OFFICIAL = "justiceinspectorates.gov.uk"
COPIES = ("docslib.org", "vdocuments.net", "readkong.com", "pdfslide.us")

Rows = dict[str, list[Row]]
Table = Callable[[str], list[tuple[int, dict[str, str]]]]


def read(folder: str) -> Rows:
    return {
        kind.table: [row for _, row in read_rows(DATA / folder / f"{kind.table}.csv", kind)]
        for kind in LOADED_TABLES
    }


@pytest.fixture(scope="module")
def police_rows() -> Rows:
    return read("police")


@pytest.fixture(scope="module")
def sources(police_rows: Rows) -> dict[str, Row]:
    """Those of the folders loaded before, which these rows may name too, and their own."""
    known = [row for folder in ("case_study", "context") for row in read(folder)["sources"]]
    return {row.key: row for row in [*known, *police_rows["sources"]]}


def test_an_address_is_one_source(sources: dict[str, Row]) -> None:
    addresses = [row.url for row in sources.values() if row.url]

    assert len(addresses) == len(set(addresses))


def test_no_source_is_named_twice_or_for_nothing(police_rows: Rows, sources: dict[str, Row]) -> None:
    titles = [(row.title, row.publisher) for row in police_rows["sources"]]
    named = {stated.source for row in police_rows["inspections"] for stated in row.dates_stated}
    for table in ("judgements", "case_reviews", "findings", "problems"):
        named |= {row.source for row in police_rows[table]}

    assert len(titles) == len(set(titles))
    assert {row.key for row in police_rows["sources"]} <= named
    assert named <= set(sources)


def test_how_a_fact_was_seen_follows_from_its_address(police_rows: Rows, sources: dict[str, Row]) -> None:
    facts = [row for table in ("judgements", "case_reviews", "findings") for row in police_rows[table]]
    facts += [stated for row in police_rows["inspections"] for stated in row.dates_stated]

    for fact in facts:
        source = sources[fact.source]
        host = urlsplit(source.url).netloc
        expected = "press" if source.kind == "press" else "read" if host.endswith(OFFICIAL) else "quoted"
        assert fact.confidence == expected, (getattr(fact, "key", source.key), source.url)


def test_pages_of_the_inspectorate_and_copies_of_them_carry_its_licence(police_rows: Rows) -> None:
    for row in police_rows["sources"]:
        host = urlsplit(row.url).netloc
        official = host.endswith(OFFICIAL) or host.endswith(COPIES)
        assert (row.publisher == "HMICFRS") == official, row.key
        assert (row.licence == "OGL v3.0") == official, row.key
        assert row.kind == ("page" if official else row.kind), row.key
        assert ("copy held by" in row.title) == host.endswith(COPIES), row.key


def test_an_inspection_of_this_folder_says_who_tells_of_it(police_rows: Rows) -> None:
    earlier = {row.key for folder in ("case_study", "context") for row in read(folder)["inspections"]}

    for row in police_rows["inspections"]:
        assert row.dates_stated or row.key in earlier, row.key
        assert not row.areas or re.fullmatch(r"force:[a-z-]+", row.areas), row.key


def test_no_date_is_called_printed(police_rows: Rows) -> None:
    for row in police_rows["inspections"]:
        for stated in row.dates_stated:
            expected = "secondary" if stated.published_to else "unknown"
            assert stated.published_basis == expected, row.key
            assert stated.locator == "" or stated.locator == "told in the news on the review", row.key


def test_nothing_of_the_earlier_folders_is_written_over(police_rows: Rows) -> None:
    for folder in ("case_study", "context"):
        earlier = read(folder)
        for table, rows in police_rows.items():
            if table != "inspections":
                assert not {row.key for row in rows} & {row.key for row in earlier[table]}, table
        mine = {row.key: row for row in police_rows["inspections"]}
        for row in earlier["inspections"]:
            if row.key not in mine:
                continue
            added = mine[row.key]
            assert (added.framework, added.kind, added.areas) == (row.framework, row.kind, row.areas), row.key
            assert (added.topic, added.overall_words) == ("", ""), row.key
            twice = {one.source for one in added.dates_stated} & {one.source for one in row.dates_stated}
            assert not twice, row.key


@pytest.mark.shared
def test_no_run_of_words_is_copied_from_the_files_of_facts(shared: Path, police_table: Table) -> None:
    wording = (shared / "data" / "police" / "hmicfrs_wording.md").read_text(encoding="utf-8")
    copyable = set(runs(wording))
    for name in ("ncpi.csv", "ncpi_themes.csv", "peel.csv"):
        for _, row in police_table(name):
            for column in ("notes", "grade_summary", "grade_basis", "theme"):
                copyable.update(runs(row.get(column) or ""))

    assert len(copyable) > 300
    assert [hit for hit in copied(copyable) if hit[0].startswith("police/")] == []
