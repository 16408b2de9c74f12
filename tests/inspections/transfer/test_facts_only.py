"""An export that may be passed on without the documents has no sentence of theirs, in problems either."""

import csv
import shutil

import pytest
from django.core.management import call_command

from inspections.models import Finding, Judgement, Problem, SourceDocument
from inspections.transfer.load import load_tables

pytestmark = pytest.mark.usefixtures("reference")


def exported_rows(table, folder):
    path = folder / f"{table}.csv"
    call_command("export", table, "--facts-only", "--output", path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


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
        (row,) = exported_rows("problems", tmp_path)
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


def test_what_a_judgement_prints_is_kept_where_it_is_a_grade_and_left_out_where_it_is_a_sentence(
    folder, tmp_path
):
    load_tables([folder(judgements={"printed": "requires improvement to be good"})])
    assert exported_rows("judgements", tmp_path)[0]["printed"] == "requires improvement to be good"

    Judgement.objects.update(printed="The joint work of all partners leads to good outcomes for children.")

    assert exported_rows("judgements", tmp_path)[0]["printed"] == ""


def test_a_finding_that_is_its_passage_alone_is_left_out_and_the_rest_can_be_loaded(folder, tmp_path):
    root = folder()
    load_tables([root])
    finding = Finding.objects.get()
    more = {"inspection": finding.inspection, "source": finding.source, "about": "council"}
    same = more | {"kind": "statement", "confidence": "read", "summary": ""}
    Finding.objects.create(key="f2", theme=None, topic="strengths", passage="Made-up words.", **same)
    Finding.objects.create(key="f3", theme_id="referrals", passage="Other made-up words.", **same)

    rows = exported_rows("findings", tmp_path)

    assert [(row["key"], row["passage"]) for row in rows] == [("f1", ""), ("f3", "")]
    shutil.copy(tmp_path / "findings.csv", root / "findings.csv")
    load_tables([root])
