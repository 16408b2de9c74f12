"""A problem says in fields of its own on which page and of which row of a table it was met."""

import importlib

import pytest
from django.apps import apps

from inspections.models import Problem
from inspections.reading.records import ProblemRecord

pytestmark = pytest.mark.usefixtures("reference")


def met(where, field="overall"):
    return ProblemRecord(severity="note", where=where, field=field, value="x", message="odd words")


def fields():
    return {row.where: (row.page, row.aspect_id, row.locator) for row in Problem.objects.all()}


EXPECTED = {
    "page 4": (4, "overall", ""),
    "Table 1 row 17 column C": (None, "overall", "Table 1 row 17"),
    "Table 1 row 1": (None, None, "Table 1 row 1"),
    "document": (None, None, ""),
}
MET = (
    met("page 4"), met("Table 1 row 17 column C"), met("Table 1 row 1", "area"), met("document", "sheets"),
)  # fmt: skip


def test_page_aspect_and_row_stand_in_fields(stored, record, span):
    first = record(locator="Table 1 row 1")
    other = record(locator="Table 1 row 17", place="Knowsley")

    stored(first, other, problems=MET, kind="statistics")

    assert fields() == EXPECTED


def test_those_on_record_are_given_their_fields(stored, record):
    stored(
        record(locator="Table 1 row 1"), record(locator="Table 1 row 17", place="Knowsley"),
        problems=MET, kind="statistics",
    )  # fmt: skip
    Problem.objects.update(page=None, aspect=None, locator="")

    migration = importlib.import_module("inspections.migrations.0009_fields_of_problems_on_record")
    migration.fields_from_words(apps, None)

    assert fields() == EXPECTED
