"""Each fact of the seed, of its context and of its list of events stands in some row of the bundle."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from inspections.transfer.columns import Row

FACTS = [f"F{n:03}" for n in range(1, 103)]
CONTEXT = [f"C{n:02}" for n in range(1, 37)]
EVENTS = [f"E{n:02}" for n in range(1, 36)]

Carriers = dict[str, list[tuple[str, str, Row]]]


@pytest.mark.parametrize("fact_id", FACTS)
def test_a_fact_of_the_chapter_stands_in_the_case_study(fact_id: str, carriers: Carriers) -> None:
    folders = {folder for folder, _, _ in carriers.get(fact_id, [])}

    assert "case_study" in folders


@pytest.mark.parametrize("fact_id", CONTEXT)
def test_a_fact_of_the_reports_stands_in_the_context_alone(fact_id: str, carriers: Carriers) -> None:
    folders = {folder for folder, _, _ in carriers.get(fact_id, [])}

    assert folders == {"context"}


@pytest.mark.parametrize("fact_id", EVENTS)
def test_an_event_of_the_case_study_areas_is_carried(fact_id: str, carriers: Carriers) -> None:
    assert carriers.get(fact_id)


def test_no_row_names_a_fact_that_does_not_exist(carriers: Carriers) -> None:
    assert set(carriers) == {*FACTS, *CONTEXT, *EVENTS}


def test_the_ranges_are_those_of_the_files(
    seed_facts: list[dict[str, str]], seed_table: Callable[[str], list[dict[str, str]]]
) -> None:
    assert [row["fact_id"] for row in seed_facts] == FACTS
    assert len(seed_table("context_facts.csv")) == len(CONTEXT)
    assert len(seed_table("case_study_inspections.csv")) == len(EVENTS)


def test_a_fact_is_cited_with_its_paragraph(carriers: Carriers, seed_facts: list[dict[str, str]]) -> None:
    paragraphs = {row["fact_id"]: row["para"] for row in seed_facts}

    wrong = [
        (fact_id, row.key)
        for fact_id in FACTS
        for folder, table, row in carriers[fact_id]
        if folder == "case_study"
        for locator in _locators(table, row, fact_id)
        if paragraphs[fact_id] not in re.findall(r"\d+", locator.split(", note")[0])
    ]

    assert wrong == []


def _locators(table: str, row: Row, fact_id: str) -> list[str]:
    if table == "inspections":
        return [d.locator for d in row.dates_stated if fact_id in d.fact_ids.split(";")]
    return [row.locator]


def test_a_fact_on_several_themes_has_a_row_for_each(
    carriers: Carriers, seed_facts: list[dict[str, str]]
) -> None:
    for fact in seed_facts:
        named = [part for part in fact["theme"].split(";") if part.strip()]
        findings = [row for _, table, row in carriers[fact["fact_id"]] if table == "findings"]
        if len(named) < 2 or not findings:
            continue

        themes = {row.theme for row in findings}

        assert len(themes) >= len(named), fact["fact_id"]


def test_the_folders_are_kept_apart(rows: dict[tuple[str, str], list[Row]]) -> None:
    cited: dict[str, set[str]] = {"case_study": set(), "context": set()}
    for (folder, table), members in rows.items():
        for row in members:
            if table == "inspections":
                cited[folder] |= {stated.source for stated in row.dates_stated}
            elif table not in ("sources", "problems"):
                cited[folder].add(row.source)

    assert cited["case_study"] == {"iicsa-k3"}
    assert "iicsa-k3" not in cited["context"]
