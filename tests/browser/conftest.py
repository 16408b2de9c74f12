"""A real site, a real browser. Every page that a test opens is watched for errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests import running
from tests.site import running_site

PASSWORD = "made-up words for a test"


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site keeps its database and files (its ``CROSSCHECK_VAR``)."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    with running_site(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(
            executable_path=chromium or None, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield instance
        instance.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """``open_page("/areas/st-helens/", width=320)``; the test fails on any console error, page error,
    content-security violation or request to another host."""
    faults: list[str] = []
    contexts = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(f"{message.type}: {message.text}")

    def open_it(path: str, *, width: int = 1280, height: int = 900, javascript: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=javascript, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: faults.append(f"page error: {error}"))
        page.on(
            "request",
            lambda request: (
                request.url.startswith((site, "data:", "blob:"))
                or faults.append(f"request to another host: {request.url}")
            ),
        )
        page.goto(site + path, wait_until="networkidle")
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="session")
def reviewer(site: str, site_folder: Path) -> str:
    """The name of somebody who may review, in the site's own database."""
    env = running.environment(site_folder, DJANGO_SUPERUSER_PASSWORD=PASSWORD)
    who = ("--username", "keeper", "--email", "keeper@example.org")
    done = running.manage("createsuperuser", "--noinput", *who, env=env)
    assert done.returncode == 0, done.stderr
    return "keeper"


@pytest.fixture
def signed_in(open_page: Callable[..., Page], reviewer: str) -> Callable[..., Page]:
    def open_it(path: str, **more: object) -> Page:
        page = open_page(path, **more)
        page.get_by_label("Username:").fill(reviewer)
        page.get_by_label("Password:").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_load_state("networkidle")
        return page

    return open_it
