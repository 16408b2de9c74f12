"""Journeys 6 and 14: a police tally is the whole force's on each of its authorities; one joint inspection
stands beside both lanes of the one authority it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Open = Callable[..., Page]
OF_MERSEYSIDE = ("Knowsley", "Liverpool", "Sefton", "St Helens", "Wirral")


def chart_of(page: Page) -> str:
    page.wait_for_selector("[data-lanes-chart] .main-svg")
    return page.locator("[data-lanes-chart]").first.inner_text()


def test_the_same_undivided_tally_stands_on_each_of_five_authorities(open_page: Open) -> None:
    """Journey 6: from the force to each authority it covers."""
    force = open_page("/forces/merseyside/")
    tally = force.locator("#lanes-table tbody tr", has_text="6 good, 8 requires improvement, 5 inadequate")
    expect(tally).to_have_count(1)
    said = tally.locator(".results__result").inner_text()
    assert "%" not in said
    links = {
        name: force.locator(".lede").get_by_role("link", name=name).get_attribute("href")
        for name in OF_MERSEYSIDE
    }

    for name, address in links.items():
        page = open_page(str(address))
        expect(page.locator("h1")).to_have_text(name)
        row = page.locator("#lanes-table tbody", has_text="6 good, 8 requires improvement, 5 inadequate")
        assert row.locator(".results__result").first.inner_text() == said
        whose = row.locator(".results__inspection").inner_text()
        assert "Merseyside Police, whole force" in whose
        assert all(other in whose for other in OF_MERSEYSIDE)
        drawn = chart_of(page)
        assert all(words in drawn for words in ("6 good", "8 RI", "5 inad"))
        assert "never divided among them" in page.locator("#results").inner_text()


def test_one_joint_inspection_stands_beside_both_lanes_of_its_authority(open_page: Open) -> None:
    """Journey 14: Liverpool, June 2016, with Merseyside Police; for the force it is about one of five."""
    page = open_page("/areas/liverpool/?to=2016&from=2016")
    drawn = chart_of(page)
    assert drawn.count("Joint inspections") == 2
    assert drawn.replace("\n", " ").count("about Liverpool alone") == 2

    row = page.locator("#lanes-table tbody", has_text="Joint inspection")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("June 2016")
    expect(row).to_contain_text("its police: Merseyside Police")
    row.get_by_role("link", name="Joint inspection").click()
    page.wait_for_url("**/inspections/**")
    facts = page.locator(".facts").inner_text()
    assert "20 to 24 June 2016" in facts
    assert "exploitation" in facts
    assert "missing" in facts
    assert "about Liverpool alone, not the whole force" in facts

    force = open_page("/forces/merseyside/")
    assert "about Liverpool" in chart_of(force)
    assert "Liverpool, one of five authorities" in force.locator("#lanes-table").inner_text()
    # Wirral has had one of its own, and shows no other.
    assert "Liverpool alone" not in open_page("/areas/wirral/").locator("#lanes-table").inner_text()


@pytest.mark.parametrize("path", ["/forces/", "/forces/west-yorkshire/", "/areas/haringey/"])
def test_a_phone_never_scrolls_a_page_of_the_police_sideways(open_page: Open, path: str) -> None:
    page = open_page(path, width=320)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for region in page.locator(".table-region").all():
        assert region.evaluate("node => node.scrollWidth <= node.clientWidth + 1")


def test_the_tables_of_an_inspection_fit_a_phone(open_page: Open) -> None:
    listed = open_page("/forces/west-yorkshire/")
    address = listed.locator("#lanes-table tbody a").first.get_attribute("href")

    page = open_page(str(address), width=320)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for region in page.locator(".table-region").all():
        assert region.evaluate("node => node.scrollWidth <= node.clientWidth + 1")
