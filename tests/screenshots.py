"""Every page at 1280 and 320 px into ``static/screenshots/``, from a freshly prepared site."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import services
from tests.running import ROOT
from tests.site import running_site

PAGES = {
    "home": "/",
    "areas": "/areas/",
    "area": "/areas/st-helens/",
    "area-filtered": "/areas/st-helens/?inspectorate=ofsted&from=2018&to=2020",
    "forces": "/forces/",
    "force": "/forces/durham/",
    "force-parts-that-do-not-add-up": "/forces/west-yorkshire/",
    "area-joint-inspection": "/areas/liverpool/",
    "inspections": "/inspections/",
}
WIDTHS = (1280, 320)


def main() -> int:
    folder = ROOT / "static" / "screenshots"
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with running_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=services.chromium() or None, args=["--no-sandbox"]
        )
        pages = dict(PAGES)
        probe = browser.new_page()
        probe.goto(site + "/areas/st-helens/?inspectorate=ofsted&from=2019&to=2019")
        if link := probe.query_selector("main a[href^='/inspections/']"):
            pages["inspection"] = link.get_attribute("href") or ""
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            for name, path in pages.items():
                page.goto(site + path, wait_until="networkidle")
                page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)
        browser.close()
    sys.stdout.write(f"{len(pages) * len(WIDTHS)} pictures in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
