"""Fixtures for every test: reference data once a database, and where the real files are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from areas.index import forget
from areas.loading import load_areas
from areas.models import Area
from inspections.ingest.resolve import definitions
from inspections.models import Theme
from inspections.transfer.load import DATA, load_tables
from inspections.transfer.reference import load_reference
from tests import services
from tests.made_reports import made, report

__all__ = ["made", "report"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database: those tests run once more on PostgreSQL."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(fixtures):
            item.add_marker("database")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Areas and definitions stand in the test database from the start; loading them anew costs seconds."""
    name = str(connection.settings_dict["NAME"])
    if "test" not in name and "memory" not in name:
        return  # no collected test asks for a database, so none was made: leave the real one alone
    with django_db_blocker.unblock():
        load_areas()
        load_reference()


@pytest.fixture
def reference(db: None) -> Iterator[None]:
    """Areas and definitions, nothing else: an otherwise empty site."""
    if not Theme.objects.exists() or not Area.objects.exists():  # emptied by a test with real transactions
        load_areas()
        load_reference()
    forget()
    definitions.cache_clear()
    yield
    # The rows are rolled back, what was remembered of them is not.
    forget()
    definitions.cache_clear()


@pytest.fixture
def bundle(reference: None) -> None:
    """The case study and its context; the national facts, thousands of rows, have tests of their own."""
    load_tables([DATA / "case_study", DATA / "context"])


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
