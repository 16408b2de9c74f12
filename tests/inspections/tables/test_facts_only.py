"""An export that may be passed on without the documents has no sentence of theirs, in problems either."""

import csv

import pytest
from django.core.management import call_command

from inspections.models import Problem, SourceDocument

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def exported_value(tmp_path):
    """What ``export problems --facts-only`` makes of a problem with this value."""
    source = SourceDocument.objects.create(key="made", kind="report", title="A made report")

    def export(value):
        Problem.objects.create(
            key="p1",
            source=source,
            severity="note",
            where="row 2",
            field="column B",
            value=value,
            message="m",
        )
        call_command("export", "problems", "--facts-only", "--output", tmp_path / "problems.csv")
        with (tmp_path / "problems.csv").open(encoding="utf-8", newline="") as file:
            (row,) = csv.DictReader(file)
        return row["value"]

    return export


@pytest.mark.parametrize(
    "value",
    [
        "",
        "12 and 16 May",
        "40 of 99 cells are empty",
        "one name, another name, a third one, some other column, the last of the columns",
    ],
)
def test_a_value_or_a_list_of_names_is_kept(exported_value, value):
    assert exported_value(value) == value


def test_a_sentence_of_the_document_is_left_out(exported_value):
    assert exported_value("Plans are mostly made in time, but some of them are not looked at again.") == ""
    assert Problem.objects.get().value  # on this site it stays
