"""Somebody types a tally from a page: told while typing that it does not add up, mends it, sees it public."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_ingest_page import fits

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ENTRY = "/ingest/entry/"
LIST = "fieldset[data-part=case_reviews]"


def type_inspection(page: Page) -> None:
    page.get_by_label("Authority or police force").fill("Gloucestershire Constabulary (police force)")
    page.get_by_label("Inspectorate and framework").select_option("hmicfrs-ncpi-2014")
    page.get_by_label("Kind of inspection").select_option("full")
    page.get_by_label("First day").fill("2017-05")
    page.get_by_label("Published on").fill("2017-11-09")
    page.get_by_label("Title", exact=True).fill("A made-up report for a test")
    page.get_by_label("Kind of source").select_option("page")
    page.get_by_label("Where the figures were seen").select_option("read")
    page.get_by_label("How certain they are").select_option("high")


def type_tally(page: Page, number: int, theme: str, **numbers: int) -> None:
    tally = page.locator(LIST).nth(number)
    tally.get_by_label("Theme", exact=True).select_option(theme)
    for name, value in numbers.items():
        tally.locator(f"[name$='-{name}']").fill(str(value))
    tally.get_by_label("Where it stands").fill("page 9")


def test_a_sum_is_checked_while_typing_and_the_tally_stands_on_the_page_of_the_force(
    signed_in: Callable[..., Page], open_page: Callable[..., Page]
) -> None:
    page = signed_in(ENTRY)
    fits(page, 1280)
    type_inspection(page)
    type_tally(
        page, 0, "missing-children", cases=33, good=9, adequate=8, requires_improvement=7, inadequate=10
    )
    said = page.locator(LIST).first.get_by_role("status")
    expect(said).to_have_text("9 + 8 + 7 + 10 = 34, not 33")

    page.locator(LIST).first.locator("[name$='-adequate']").fill("")
    page.locator(LIST).first.locator("[name$='-cases']").fill("26")
    expect(said).to_have_text("9 + 7 + 10 = 26: adds up")
    page.get_by_role("button", name="Add another tally").click()
    expect(page.locator(LIST).nth(1).locator("legend")).to_have_text("Tally 2")
    expect(page.locator(LIST).nth(1).get_by_label("Theme", exact=True)).to_be_focused()
    type_tally(page, 1, "domestic-abuse", cases=31, good=22)
    expect(page.locator(LIST).nth(1).get_by_role("status")).to_have_text("22 of 31; 9 not given")
    fits(page, 1280)
    page.get_by_role("button", name="Take in", exact=True).last.click()
    page.wait_for_load_state("networkidle")

    expect(page.locator("h1")).to_contain_text("force:gloucestershire")
    for _ in range(40):
        if page.get_by_text("Numbers of cases read in this document").count():
            break
        page.wait_for_timeout(250)
        page.reload(wait_until="networkidle")
    expect(page.locator("main")).to_contain_text("Typed in by keeper")
    expect(page.locator("main")).to_contain_text("9 good")
    fits(page, 1280)

    public = open_page("/forces/gloucestershire/")
    expect(public.locator("main")).to_contain_text("9 good, 7 requires improvement, 10 inadequate")
    expect(public.locator("body")).not_to_contain_text("keeper")


def test_what_is_wrong_stays_typed_and_is_linked_to_its_field(signed_in: Callable[..., Page]) -> None:
    page = signed_in(ENTRY)
    type_inspection(page)
    type_tally(page, 0, "referrals", cases=33, good=9, requires_improvement=8, inadequate=17)
    page.get_by_label("How certain they are").select_option("")

    page.get_by_role("button", name="Take in", exact=True).last.click()
    page.wait_for_load_state("networkidle")

    summary = page.locator(".govuk-error-summary")
    expect(summary).to_contain_text("Tally 1, Cases looked at: 9 + 8 + 17 = 34, not 33")
    expect(summary).to_contain_text("How certain they are: This field is required.")
    fits(page, 1280)
    summary.get_by_role("link", name="Tally 1, Cases looked at").click()
    expect(page.get_by_label("Cases looked at")).to_be_focused()
    expect(page.get_by_label("Cases looked at")).to_have_value("33")


def test_the_form_is_accessible_and_fits_a_phone(signed_in: Callable[..., Page]) -> None:
    page = signed_in(ENTRY, width=320)

    for name in ("Add another place", "Add a judgement", "Add a finding"):
        page.get_by_role("button", name=name).click()

    fits(page, 320)


def test_rows_are_added_without_javascript(signed_in: Callable[..., Page]) -> None:
    page = signed_in(ENTRY, javascript=False)
    type_tally(page, 0, "referrals", cases=12, good=3)

    page.get_by_role("button", name="Add another tally").click()
    page.wait_for_load_state("networkidle")

    assert page.locator(LIST).count() == 2
    expect(page.locator(LIST).first.get_by_label("Cases looked at")).to_have_value("12")
    assert page.locator(".govuk-error-message").count() == 0


def test_a_framework_offers_only_its_own_aspects_and_grades(signed_in: Callable[..., Page]) -> None:
    page = signed_in(ENTRY)
    page.get_by_label("Inspectorate and framework").select_option("hmicfrs-ncpi-2024")

    page.get_by_role("button", name="Add a judgement").click()

    offered = page.get_by_label("Aspect").locator("option:not([disabled])").all_text_contents()
    assert len(offered) == 6
    assert "Investigation" in [words.strip() for words in offered]


def test_enter_in_a_field_sends_the_form_and_adds_no_row(signed_in: Callable[..., Page]) -> None:
    page = signed_in(ENTRY)

    page.get_by_label("Title", exact=True).press("Enter")
    page.wait_for_load_state("networkidle")

    expect(page.locator(".govuk-error-summary")).to_be_visible()
