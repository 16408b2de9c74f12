"""Reading one place in a real browser: filter, go back, take the chart away, with every page clean."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.wording.sources import locator_words

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Open = Callable[..., Page]
ST_HELENS = "/areas/st-helens/"


# Cells by row. A cell that spans rows stands in each of them, as it does for a reader.
SPREAD = """rows => {
    let spanning = [];
    return rows.map((row) => {
        const own = [...row.cells].map((cell) =>
            ({ left: cell.rowSpan, words: cell.textContent.trim().replace(/\\s+/g, " ") }));
        const cells = [...spanning, ...own];
        spanning = cells.filter((cell) => cell.left > 1).map((cell) => ({ ...cell, left: cell.left - 1 }));
        return cells.map((cell) => cell.words);
    });
}"""
DATE, INSPECTION, WHAT, RESULT, SOURCE = range(5)
MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def table_rows(page: Page) -> list[list[str]]:
    """The table under the chart, cell by cell, as a person reads it."""
    rows: list[list[str]] = page.locator("#results table").first.locator("tbody tr").evaluate_all(SPREAD)
    return rows


def date_parts(words: str) -> tuple[set[str], set[str]]:
    """The numbers and the months of a date, however it is written."""
    return set(re.findall(r"\d+", words)), set(MONTH.findall(words))


def wait_for_chart(page: Page) -> None:
    page.wait_for_selector("[data-lanes-chart] .main-svg")


def test_the_chart_is_drawn_and_its_marks_say_the_grades(open_page: Open) -> None:
    page = open_page(ST_HELENS)

    wait_for_chart(page)

    drawn = page.locator("[data-lanes-chart]").first.inner_text()
    for words in ("6 good", "8 RI", "5 inad", "ILACS replaces SIF", "Care leavers judged apart"):
        assert words in drawn
    assert drawn.count("Inad") >= 2


def test_filtering_changes_address_chart_and_table_and_back_undoes_it(open_page: Open) -> None:
    page = open_page(ST_HELENS)
    wait_for_chart(page)
    before = table_rows(page)

    page.get_by_label("Ofsted", exact=True).check()
    page.wait_for_url("**inspectorate=ofsted**")
    page.get_by_label("from", exact=True).select_option("2018")
    page.wait_for_url("**from=2018**")
    page.get_by_label("to", exact=True).select_option("2020")
    page.wait_for_url("**to=2020**")
    expect(page.locator("#results")).not_to_contain_text("Merseyside Police (whole force")
    wait_for_chart(page)
    filtered = table_rows(page)
    page.reload(wait_until="networkidle")
    reloaded = table_rows(page)
    for left in ("from=2018", "inspectorate=ofsted", ST_HELENS):
        page.go_back()
        page.wait_for_url(f"**{left}")
    expect(page.locator("#results table").first.locator("tbody tr")).to_have_count(len(before))
    wait_for_chart(page)

    assert 0 < len(filtered) < len(before)
    assert {row[INSPECTION].split(":")[0] for row in filtered} == {"Ofsted"}
    assert reloaded == filtered
    assert page.url.endswith(ST_HELENS)
    assert table_rows(page) == before


def test_the_csv_has_the_numbers_of_the_table(open_page: Open) -> None:
    page = open_page(ST_HELENS + "?from=2018&to=2019")
    rows = table_rows(page)

    with page.expect_download() as waiting:
        page.get_by_role("link", name="Data (CSV)").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    data = list(csv.DictReader(io.StringIO(text)))

    assert len(data) == len(rows) > 0
    for written, shown in zip(data, rows, strict=True):
        assert shown[RESULT] == written["result"]
        assert shown[WHAT] == written["subject"]
        assert date_parts(shown[DATE]) == date_parts(written["date"])
        assert ("fieldwork not given" in shown[DATE]) == ("fieldwork not given" in written["date"])
        for words in (written["inspectorate"], written["framework"]):
            assert words in shown[INSPECTION]
        kind, _, topic = written["kind"].partition(": ")
        assert kind.lower() in shown[INSPECTION].lower()
        assert topic.lower() in f"{shown[INSPECTION]} {shown[WHAT]}".lower()
        assert written["whose"] == "St Helens" or shown[INSPECTION].endswith(written["whose"])
        source = re.sub("^as (quoted by|reported by the press:) ", "", written["source"])
        assert source in shown[SOURCE]
        assert locator_words(written["locator"]) in shown[SOURCE]
        assert "not given" not in shown[SOURCE]
        assert ("certainty" in shown[SOURCE]) == (written["certainty"] != "high")
    assert any("6 good, 8 requires improvement, 5 inadequate" in " ".join(row.values()) for row in data)


def test_the_table_is_short_enough_to_be_scanned_and_fits_a_phone(open_page: Open) -> None:
    wide = open_page(ST_HELENS)
    narrow = open_page(ST_HELENS, width=320)

    def size(page: Page, what: str) -> int:
        return int(page.locator("#lanes-table table").evaluate(f"table => table.{what}"))

    rows = len(table_rows(wide))
    assert rows >= 30
    assert size(wide, "offsetHeight") / rows < 2000 / 30
    assert size(narrow, "offsetWidth") <= 320


@pytest.mark.parametrize("kind", ["PNG", "SVG"])
def test_a_picture_carries_title_source_licence_and_address(open_page: Open, kind: str) -> None:
    page = open_page(ST_HELENS + "?inspectorate=ofsted")
    wait_for_chart(page)

    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Picture ({kind})").click()
    content = Path(waiting.value.path()).read_bytes()

    assert waiting.value.suggested_filename.endswith(f".{kind.lower()}")
    if kind == "PNG":
        assert content.startswith(b"\x89PNG")
        assert int.from_bytes(content[16:20], "big") >= 2000  # drawn at twice the size, for print
        return
    svg = content.decode()
    for words in ("St Helens", "Open Government", "/areas/st-helens/?inspectorate=ofsted", "Source"):
        assert words in svg, words


def test_every_mark_leads_to_its_inspection(open_page: Open) -> None:
    page = open_page(ST_HELENS)
    wait_for_chart(page)

    page.locator("#results table").first.locator("tbody a").first.click()
    page.wait_for_url("**/inspections/**")

    expect(page.locator("h1")).to_be_visible()
    assert "Open Government Licence" in page.locator("footer").inner_text()


def test_without_javascript_filters_and_table_work(open_page: Open) -> None:
    page = open_page(ST_HELENS, javascript=False)

    page.get_by_label("HMICFRS", exact=True).check()
    page.get_by_role("button", name="Show").click()

    assert "inspectorate=hmicfrs" in page.url
    assert {row[INSPECTION].split(":")[0] for row in table_rows(page)} == {"HMICFRS"}
