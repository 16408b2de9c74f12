"""Every folder of the bundle loads; a wrong edit by hand is named with folder, file and line.

The tests of this file that read the real folders are what fails after such an edit.
"""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from inspections.models import Inspection
from inspections.transfer.csv_files import TableError, read_rows
from inspections.transfer.load import DATA, bundle_folders, load_tables
from inspections.transfer.rows import LOADED_TABLES, CaseReviewRow, InspectionRow, ProblemRow

FOLDERS = bundle_folders()
PARTS = ("good", "adequate", "requires_improvement", "inadequate")

Edit = Callable[[dict[str, str]], dict[str, str] | None]


@pytest.mark.django_db
def test_every_folder_loads(everything: dict[str, int]) -> None:
    assert {path.name for path in DATA.iterdir() if path.is_dir()} == {path.name for path in FOLDERS}
    for kind in LOADED_TABLES:
        lines = [len(read_rows(folder / f"{kind.table}.csv", kind)) for folder in FOLDERS]
        assert everything[kind.table] == sum(lines), kind.table
    assert Inspection.objects.exists()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_no_file_of_a_folder_is_left_unread(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} <= {f"{kind.table}.csv" for kind in LOADED_TABLES}


def faults(folder: Path) -> list[str]:
    """What a row says against itself and the loader lets pass, as "folder/file.csv, line 4 (key): words"."""
    problems = {row.inspection for _, row in read_rows(folder / "problems.csv", ProblemRow)}
    found = []
    for line, row in read_rows(folder / "case_reviews.csv", CaseReviewRow):
        words = _of_cases(row, row.inspection in problems)
        found += [f"{folder.name}/case_reviews.csv, line {line} ({row.key}): {words}"] if words else []
    for line, dated in read_rows(folder / "inspections.csv", InspectionRow):
        words = _of_dates(dated)
        found += [f"{folder.name}/inspections.csv, line {line} ({dated.key}): {words}"] if words else []
    return found


def _of_cases(row: CaseReviewRow, has_problem: bool) -> str:
    parts = [getattr(row, part) for part in PARTS]
    known = sum(part for part in parts if part is not None)
    good = row.good or 0
    if row.completeness == "inconsistent":
        if known == row.cases:
            return "the parts do sum"
        return "" if has_problem else "no problem names parts that do not sum"
    if row.completeness == "merged" and (row.below_good is None or good + row.below_good > (row.cases or 0)):
        return "merged grades do not fit the number of cases"
    if row.completeness == "partial" and known >= (row.cases or 0):
        return "parts of some grades leave no case over"
    if row.completeness in ("total_only", "proportion_only") and any(part is not None for part in parts):
        return f"{row.completeness.value} has counts by grade"
    if row.completeness == "full_split" and row.below_good not in (None, known - good):
        return "below_good is not the sum of its grades"
    return ""


def _of_dates(row: InspectionRow) -> str:
    for stated in row.dates_stated:
        spans = [
            (stated.fieldwork_start, stated.fieldwork_end),
            (stated.published_from, stated.published_to),
            (stated.fieldwork_start, stated.published_to),
        ]
        if any(first and last and first > last for first, last in spans):
            return f"dates of {stated.source} in the wrong order"
        if stated.published_to and stated.published_basis == "unknown":
            return f"{stated.source} has a publication date and no published_basis"
    return ""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_no_row_says_anything_against_itself(folder: Path) -> None:
    assert faults(folder) == []


def edit_first(folder: Path, table: str, edit: Edit) -> int:
    """Write the first row back that ``edit`` changes; its line, the header being line 1."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows, line = list(reader.fieldnames or []), [], 0
        for row in reader:
            changed = None if line else edit(dict(row))
            line = reader.line_num if changed else line
            rows.append(changed or row)
    if line:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return line


def theme(row: dict[str, str]) -> dict[str, str] | None:
    return row | {"theme": "missing-childern"} if row["theme"] else None


def confidence(row: dict[str, str]) -> dict[str, str]:
    return row | {"confidence": "qouted"}


def certainty_of_dates(row: dict[str, str]) -> dict[str, str] | None:
    found = re.search('"confidence": "[a-z]+"', row["dates_stated"])
    words = f'{found[0]}, "certainty": "hihg"' if found else ""
    return row | {"dates_stated": row["dates_stated"].replace(found[0], words, 1)} if found else None


def split(row: dict[str, str]) -> dict[str, str] | None:
    wrong = row["completeness"] == "full_split" and {"good": str(int(row["good"]) + 1)}
    return row | wrong if wrong else None


def source(row: dict[str, str]) -> dict[str, str]:
    return row | {"source": "a rumour"}


def area(row: dict[str, str]) -> dict[str, str]:
    return row | {"areas": "force:atlantis"}


WRONG: list[tuple[str, Edit, str]] = [
    ("case_reviews", theme, "missing-childern"),
    ("case_reviews", confidence, "qouted"),
    ("case_reviews", split, "full_split_sums_to_cases"),
    ("case_reviews", source, "a rumour"),
    ("findings", theme, "missing-childern"),
    ("findings", confidence, "qouted"),
    ("judgements", confidence, "qouted"),
    ("inspections", certainty_of_dates, "hihg"),
    ("inspections", area, "force:atlantis"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("table", "edit", "words"), WRONG, ids=lambda one: getattr(one, "__name__", one))
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_wrong_edit_is_named_with_its_line(
    folder: Path, table: str, edit: Edit, words: str, tmp_path: Path, everything: dict[str, int]
) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / folder.name))
    line = edit_first(copy, table, edit) if (copy / f"{table}.csv").exists() else 0
    if not line:
        return  # this folder has no row that could be made wrong so

    with pytest.raises(TableError) as wrong:
        load_tables([copy])

    assert f"{folder.name}/{table}.csv, line {line}" in str(wrong.value)
    assert words in str(wrong.value)


def sums(row: dict[str, str]) -> dict[str, str] | None:
    return row | {"inadequate": "9"} if row["completeness"] == "inconsistent" else None


def merged(row: dict[str, str]) -> dict[str, str] | None:
    return row | {"below_good": "76"} if row["completeness"] == "merged" and row["good"] else None


def partial(row: dict[str, str]) -> dict[str, str] | None:
    return row | {"inadequate": row["cases"]} if row["completeness"] == "partial" else None


def counted(row: dict[str, str]) -> dict[str, str] | None:
    return row | {"good": "3"} if row["completeness"] == "proportion_only" else None


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (sums, "the parts do sum"),
        (merged, "do not fit the number of cases"),
        (partial, "leave no case over"),
        (counted, "has counts by grade"),
    ],
)
def test_a_tally_that_contradicts_itself_is_named_with_its_line(
    edit: Edit, words: str, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(DATA / "police", tmp_path / "police"))
    line = edit_first(copy, "case_reviews", edit)

    (fault,) = faults(copy)

    assert line
    assert fault.startswith(f"police/case_reviews.csv, line {line} (")
    assert words in fault


def test_dates_in_the_wrong_order_are_named_with_their_line(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(DATA / "police", tmp_path / "police"))
    line = edit_first(
        copy,
        "inspections",
        lambda row: row | {"dates_stated": row["dates_stated"].replace('"2023-11-24"', '"2022-11-24"')},
    )

    (fault,) = faults(copy)

    assert fault.startswith(f"police/inspections.csv, line {line} (avon-and-somerset/")
    assert "wrong order" in fault
