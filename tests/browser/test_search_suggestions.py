"""The search box with suggestions, by keyboard, in Chromium; pages and answers are made here."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import path
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ROOT = Path(__file__).resolve().parents[2]
SITE = "http://crosscheck.test"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'"

urlpatterns = [
    path("areas/", HttpResponse, name="areas"),
    path("search/", HttpResponse, name="search"),
]

PLACES = [
    {"name": "St Helens", "kind": "Area", "href": "/areas/st-helens/", "detail": "North West"},
    {"name": "<b>Stoke</b>", "kind": "Area", "href": "/areas/stoke/", "detail": ""},
    {"name": "St Elsewhere", "kind": "Area", "href": "javascript:alert(1)", "detail": ""},
    {"name": "St Abroad", "kind": "Area", "href": "https://elsewhere.test/st", "detail": ""},
]


def _answer(route: Route) -> None:
    address = urlsplit(route.request.url)
    words = parse_qs(address.query).get("q", [""])[0]
    if address.path == "/search/" and words == "broken":
        route.fulfill(status=500)
    elif address.path == "/search/":
        results = [place for place in PLACES if words.lower() in place["name"].lower()]
        route.fulfill(content_type="application/json", body=json.dumps({"results": results}))
    elif address.path == "/search.js":
        route.fulfill(content_type="text/javascript", body=(ROOT / "static/js/search.js").read_text())
    elif address.path == "/crosscheck.css":
        route.fulfill(content_type="text/css", body=(ROOT / "static/css/crosscheck.css").read_text())
    else:
        form = render_to_string("_search.html", {"id": "place", "large": True})
        page = (
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>'
            '<link rel="stylesheet" href="/crosscheck.css"><script src="/search.js" defer></script>'
            f"<main><h1>Search</h1>{form}</main>"
        )
        route.fulfill(content_type="text/html", headers={"Content-Security-Policy": POLICY}, body=page)


@pytest.fixture
def page(browser: Browser, settings) -> Iterator[Page]:
    settings.ROOT_URLCONF = __name__
    page = browser.new_page()
    page.route("**/*", _answer)
    page.goto(f"{SITE}/")
    yield page
    page.close()


def test_arrows_choose_and_enter_opens_the_place(page: Page) -> None:
    box = page.get_by_role("combobox", name="Find a place or a force")

    box.press_sequentially("st h")
    expect(page.get_by_role("option")).to_have_text([re.compile(r"^St Helens\s+Area · North West$")])
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")

    expect(page.get_by_role("option", selected=True)).to_have_attribute(
        "id", box.get_attribute("aria-activedescendant") or "none"
    )
    box.press("Enter")
    page.wait_for_url(f"{SITE}/areas/st-helens/")


def test_escape_closes_and_keeps_what_was_typed(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.fill("st")
    expect(page.get_by_role("listbox")).to_be_visible()

    box.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("st")


def test_enter_without_a_choice_sends_the_form(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.fill("st")
    expect(page.get_by_role("listbox")).to_be_visible()

    box.press("Enter")

    page.wait_for_url(f"{SITE}/areas/?q=st")


def test_names_are_text_and_links_stay_on_this_site(page: Page) -> None:
    page.get_by_role("combobox").fill("st")

    expect(page.get_by_role("status")).to_have_text("2 suggestions")
    links = [option.get_attribute("href") for option in page.get_by_role("option").all()]
    assert links == ["/areas/st-helens/", "/areas/stoke/"]
    expect(page.get_by_role("option").nth(1)).to_contain_text("<b>Stoke</b>")


def test_says_when_nothing_is_found_and_when_asking_failed(page: Page) -> None:
    box = page.get_by_role("combobox")

    box.fill("zz")
    expect(page.get_by_role("status")).to_have_text("No place or force found")

    box.fill("broken")
    expect(page.get_by_role("status")).to_have_text("Suggestions are not available. Press Enter to search.")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_open_list_has_no_accessibility_violation(page: Page) -> None:
    page.get_by_role("combobox").fill("st")
    page.get_by_role("combobox").press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()

    page.evaluate((ROOT / "tests/vendor/axe.min.js").read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")

    assert [violation["id"] for violation in found["violations"]] == []
