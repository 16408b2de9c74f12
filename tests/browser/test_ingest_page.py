"""A reviewer's journey: files in, a doubtful grade beside its page, the right one on the public page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_pages_are_accessible import violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def files(report: Callable[..., bytes], tmp_path: Path) -> list[Path]:
    doubtful, wrong = tmp_path / "halton report.pdf", tmp_path / "saved page.pdf"
    doubtful.write_bytes(report(headings={"help_protection": "Good"}))
    wrong.write_bytes(b"<html><head><title>Not here</title></head></html>")
    return [doubtful, wrong]


def fits(page: Page, width: int) -> None:
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_doubtful_grade_is_put_right_beside_its_page(
    signed_in: Callable[..., Page], open_page: Callable[..., Page], files: list[Path]
) -> None:
    page = signed_in("/ingest/")
    fits(page, 1280)

    page.get_by_label("Files", exact=True).set_input_files(files)
    page.get_by_role("button", name="Upload and read").click()
    expect(page.get_by_text("All 2 files read.")).to_be_visible(timeout=20_000)
    expect(page.locator("#watched")).to_contain_text("needs review")
    expect(page.locator("#watched")).to_contain_text("rejected")
    fits(page, 1280)
    page.locator("#watched").get_by_role("link", name="halton report.pdf").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("main")).to_contain_text("1 blocking problem must be decided first")
    fits(page, 1280)
    page.get_by_role("link", name="Help and protection").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("main")).to_contain_text("page 2 says “good”")
    picture = page.get_by_role("img", name="Page 1 of")
    assert picture.evaluate("image => image.complete && image.naturalWidth") == 1000
    fits(page, 1280)

    page.get_by_label("Grade").select_option("requires improvement to be good")
    page.get_by_label("Why").first.fill("The table on page 1 is right; the heading is a misprint.")
    page.get_by_role("button", name="Correct").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("main")).to_contain_text("by keeper")
    page.get_by_role("link", name="halton/ofsted-ilacs-2018").click()
    page.wait_for_load_state("networkidle")

    public = open_page(page.url.removeprefix(page.url.split("/inspections/")[0]))
    expect(public.locator("main")).to_contain_text(
        "Help and protection: requires improvement to be good, corrected on"
    )
    expect(public.locator("main")).to_contain_text("by a reviewer")
    expect(public.locator("body")).not_to_contain_text("keeper")
    fits(public, 1280)


@pytest.mark.parametrize(
    "path",
    ["/ingest/", "/ingest/problems/", "/ingest/problems/?state=", "/ingest/proposed/", "/ingest/entry/"],
)
@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_of_reviewers_are_accessible_and_fit(
    signed_in: Callable[..., Page], path: str, width: int
) -> None:
    page = signed_in(path, width=width)

    expect(page.locator("h1")).to_be_visible()
    fits(page, width)


def test_a_problem_is_accessible_and_fits_on_a_phone(signed_in: Callable[..., Page]) -> None:
    page = signed_in("/ingest/problems/", width=320)

    page.locator("main tbody a").first.click()
    page.wait_for_load_state("networkidle")

    expect(page.get_by_role("heading", name="Decide")).to_be_visible()
    fits(page, 320)


def test_files_go_in_without_javascript(
    open_page: Callable[..., Page], signed_in: Callable[..., Page], files: list[Path]
) -> None:
    page = signed_in("/ingest/", javascript=False)

    page.get_by_label("Files", exact=True).set_input_files(files[1])
    page.get_by_role("button", name="Upload and read").click()
    page.wait_for_load_state("networkidle")

    expect(page.get_by_text("1 file taken in.")).to_be_visible()
    expect(page.get_by_role("link", name="saved page.pdf").first).to_be_visible()
