"""The bundle as it lies in the folder, and the seed it answers (beside the checkout, where it is there)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from areas.index import forget
from areas.loading import load_areas
from areas.models import Area
from inspections.transfer.columns import Row
from inspections.transfer.csv_files import read_rows
from inspections.transfer.load import DATA, bundle_folders, load_tables
from inspections.transfer.reference import load_reference
from inspections.transfer.rows import LOADED_TABLES

Rows = dict[tuple[str, str], list[Row]]
FOLDERS = ("case_study", "context")


@pytest.fixture(scope="session")
def rows() -> Rows:
    """(folder, table) -> the rows of that file."""
    return {
        (folder, kind.table): [row for _, row in read_rows(DATA / folder / f"{kind.table}.csv", kind)]
        for folder in FOLDERS
        for kind in LOADED_TABLES
    }


@pytest.fixture(scope="session")
def carriers(rows: Rows) -> dict[str, list[tuple[str, str, Row]]]:
    """fact id -> every (folder, table, row) that carries it; dates carry theirs one by one."""
    found: dict[str, list[tuple[str, str, Row]]] = {}
    for (folder, table), members in rows.items():
        for row in members:
            cells = [getattr(row, "fact_ids", "")] + [d.fact_ids for d in getattr(row, "dates_stated", ())]
            for fact_id in filter(None, ";".join(cells).split(";")):
                found.setdefault(fact_id, []).append((folder, table, row))
    return found


@contextmanager
def in_the_database(folders: Iterable[Path], blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    """Folders in the test database, for tests that only read, and taken out again; rows by table.

    The tests need the mark ``django_db`` beside it: a database is set up only for tests that have it.
    """
    with blocker.unblock(), transaction.atomic():
        if not Area.objects.exists():  # emptied by a test with real transactions
            load_areas()
            load_reference()
        forget()
        yield load_tables(folders)
        transaction.set_rollback(True)
    forget()


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The case study and its context, once for a module."""
    with in_the_database([DATA / folder for folder in FOLDERS], django_db_blocker):
        yield


@pytest.fixture(scope="module")
def police(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """As ``loaded``, with the folder of the police on top, which adds to inspections of the other two."""
    with in_the_database([DATA / folder for folder in (*FOLDERS, "police")], django_db_blocker):
        yield


@pytest.fixture(scope="module")
def everything(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    """All folders, once for a module; the number of rows by table."""
    with in_the_database(bundle_folders(), django_db_blocker) as counts:
        yield counts


@pytest.fixture(scope="session")
def police_table(shared: Path) -> Callable[[str], list[tuple[int, dict[str, str]]]]:
    """(line, row) of a file of facts about HMICFRS publications."""

    def read(name: str) -> list[tuple[int, dict[str, str]]]:
        with (shared / "data" / "police" / name).open(encoding="utf-8-sig", newline="") as file:
            return [(number, row) for number, row in enumerate(csv.DictReader(file), start=2)]

    return read


@pytest.fixture(scope="session")
def seed_table(shared: Path) -> Callable[[str], list[dict[str, str]]]:
    def read(name: str) -> list[dict[str, str]]:
        with (shared / "seed" / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    return read


@pytest.fixture(scope="session")
def seed_facts(seed_table: Callable[[str], list[dict[str, str]]]) -> list[dict[str, str]]:
    return seed_table("seed_facts.csv")
