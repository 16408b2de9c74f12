"""Every page at both widths: no axe violation, no sideways scrolling, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js"
PAGES = [
    "/",
    "/areas/",
    "/areas/?q=St+Hel",
    "/areas/st-helens/",
    "/areas/st-helens/?inspectorate=nobody&from=1",
    "/areas/county-durham/",
    "/areas/swansea/",
    "/areas/cumbria/",
    "/forces/",
    "/forces/durham/",
    "/forces/metropolitan/",
    "/forces/west-yorkshire/",
    "/areas/haringey/",
    "/inspections/",
    "/inspections/?kind=disclosure",
]


def violations(page: Page) -> list[str]:
    # Run in the page's own world through the debugger, as the Content-Security-Policy lets no script in.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible_and_fits(open_page: Callable[..., Page], path: str, width: int) -> None:
    page = open_page(path, width=width)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 320])
def test_an_inspection_is_accessible_and_fits(open_page: Callable[..., Page], width: int) -> None:
    page = open_page("/areas/st-helens/?inspectorate=ofsted&from=2019&to=2019", width=width)
    page.locator("#results table").first.locator("tbody a").first.click()
    page.wait_for_load_state("networkidle")

    assert "/inspections/" in page.url
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
