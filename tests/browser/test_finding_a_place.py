"""Finding a place from the front page, by typing and by letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_typing_part_of_a_name_leads_to_the_place(open_page: Callable[..., Page]) -> None:
    page = open_page("/")
    box = page.locator("main").get_by_role("combobox")

    box.press_sequentially("St Hel", delay=20)
    expect(page.get_by_role("option", name="St Helens").first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/areas/st-helens/")

    expect(page.locator("h1")).to_have_text("St Helens")


def test_a_phone_finds_a_place_by_letter(open_page: Callable[..., Page]) -> None:
    page = open_page("/", width=320)

    page.get_by_role("link", name="T", exact=True).first.click()
    page.get_by_role("link", name="Tower Hamlets").first.click()
    page.wait_for_url("**/areas/tower-hamlets/")

    expect(page.locator("h1")).to_have_text("Tower Hamlets")


def test_a_search_without_javascript_lists_what_was_meant(open_page: Callable[..., Page]) -> None:
    page = open_page("/", javascript=False)

    page.locator("main input[name=q]").first.fill("durham")
    page.locator("main form button").first.click()

    assert "q=durham" in page.url
    expect(page.get_by_role("link", name="County Durham").first).to_be_visible()
