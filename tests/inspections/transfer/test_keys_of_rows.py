"""A fact without a key of its own is known by what it is about, as a reading of its source would key it."""

import csv

import pytest

from inspections.models import CaseReview, Finding, Judgement
from inspections.transfer.csv_files import TableError
from inspections.transfer.load import load_tables

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def without_keys(folder):
    """A folder whose tables of facts have no column of keys, and each row so many times."""

    def write(**times):
        root = folder()
        for table in ("judgements", "case_reviews", "findings"):
            path = root / f"{table}.csv"
            with path.open(encoding="utf-8", newline="") as file:
                (row,) = csv.DictReader(file)
            del row["key"]
            row |= {"locator": "para 9"} if table == "findings" else {}
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(row))
                writer.writeheader()
                writer.writerows([row] * times.get(table, 1))
        return root

    return write


def test_each_kind_of_fact_has_a_key_that_says_what_it_is_about(without_keys):
    load_tables([without_keys(findings=3)])

    assert Judgement.objects.get().key == "made/2019/overall@made"
    assert CaseReview.objects.get().key == "made/2019/missing-children@made"
    passage = "made/2019/passage/referrals/para 9"
    keys = set(Finding.objects.values_list("key", flat=True))
    assert keys == {f"{passage}@made", f"{passage}/2@made", f"{passage}/3@made"}
    assert {finding.area.slug for finding in Finding.objects.all()} == {"halton"}  # as its inspection's


def test_the_same_rows_again_are_the_same_facts(without_keys):
    root = without_keys(findings=2)
    load_tables([root])
    before = list(Finding.objects.order_by("pk").values())

    load_tables([root])

    assert list(Finding.objects.order_by("pk").values()) == before


def test_a_source_says_one_thing_of_an_aspect(without_keys):
    with pytest.raises(TableError, match=r"judgements\.csv, line 3, key: 'made/2019/overall@made' stands"):
        load_tables([without_keys(judgements=2)])
