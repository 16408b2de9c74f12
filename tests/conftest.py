"""Fixtures for every test: reference data once a database, and where the real files are."""

from __future__ import annotations

from pathlib import Path

import pytest

from areas.index import forget
from areas.loading import load_areas
from inspections.ingest.resolve import forget_definitions
from inspections.reference import load_reference
from inspections.tables.load import bundle_folders, load_tables
from tests import services


@pytest.fixture
def reference(db: None) -> None:
    """Areas and definitions, nothing else: an otherwise empty site."""
    load_areas()
    load_reference()
    forget_definitions()
    yield
    # The rows are rolled back, what was remembered of them is not.
    forget()
    forget_definitions()


@pytest.fixture
def bundle(reference: None) -> None:
    """Everything a new user sees."""
    load_tables(bundle_folders())


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real files beside the checkout; tests that need it are skipped without it."""
    if not services.SHARED.is_dir():
        pytest.skip("the real files (../shared) are not beside this checkout")
    return services.SHARED


@pytest.fixture(scope="session")
def redis_url() -> str:
    if not services.redis_answers():
        pytest.skip(f"no Redis answers at {services.REDIS_URL}")
    return services.REDIS_URL


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser; empty for the one Playwright installed."""
    found = services.chromium()
    if found is None:
        pytest.skip("no Chromium was found: set CHROMIUM, or run make test, which installs one")
    return found
