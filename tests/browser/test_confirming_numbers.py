"""A number from prose, beside its page: corrected by a person, then shown to the public."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_ingest_page import fits
from tests.made_reports import as_pdf, ilacs_pages

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

GRADES = {
    "impact_of_leaders": "Good",
    "help_protection": "Good",
    "in_care_and_care_leavers": "Good",
    "overall": "Good",
}


@pytest.fixture
def told(tmp_path: Path) -> Path:
    title = "Inspection of Wokingham local authority \nchildren’s services"
    pages = ilacs_pages(GRADES, title=title, dates="Inspection dates: 3 to 14 June 2019")
    pages.append(
        "1. Children go missing.\n2. In 6 of the 11 cases sampled, nobody looked for missing children."
    )
    path = tmp_path / "wokingham made.pdf"
    path.write_bytes(as_pdf(pages))
    return path


def test_a_number_is_put_right_beside_its_page(signed_in: Callable[..., Page], told: Path) -> None:
    page = signed_in("/ingest/")
    page.get_by_label("Files", exact=True).set_input_files(told)
    page.get_by_role("button", name="Upload and read").click()
    expect(page.get_by_text("The file has been read.")).to_be_visible(timeout=20_000)
    page.reload(wait_until="networkidle")
    page.get_by_role("link", name="found in prose").click()
    page.wait_for_load_state("networkidle")
    fits(page, 1280)

    page.get_by_role("link", name="6 of the 11 cases sampled").click()
    page.wait_for_load_state("networkidle")
    picture = page.get_by_role("img", name="Page 3 of")
    assert picture.evaluate("image => image.complete && image.naturalWidth") == 1000
    fits(page, 1280)
    address = page.url[page.url.index("/ingest/") :]
    page.get_by_text("Correct the numbers").click()
    page.get_by_label("In how many something was seen").fill("12")
    page.get_by_label("What was wrong").fill("The page says so in its table.")
    page.get_by_role("button", name="Correct and confirm").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".govuk-error-summary")).to_contain_text("12 is more than the 11 cases looked at")
    fits(page, 1280)
    page.get_by_label("In how many something was seen").fill("7")
    page.get_by_role("button", name="Correct and confirm").click()
    page.wait_for_load_state("networkidle")

    expect(page.get_by_text("Corrected and confirmed")).to_be_visible()
    decided = signed_in(address, width=320)
    expect(decided.locator("main")).to_contain_text("observed 6 → 7")
    expect(decided.locator("main")).to_contain_text("by keeper")
    fits(decided, 320)
