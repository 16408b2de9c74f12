"""A table that is wrong anywhere loads nothing and says file, line, field and value."""

import pytest
from django.core.management import CommandError, call_command

from inspections.models import Finding, Inspection, SourceDocument
from inspections.transfer.csv_files import TableError, plain_cell, safe_cell
from inspections.transfer.load import load_tables

pytestmark = pytest.mark.usefixtures("reference")


def test_the_rows_that_the_others_are_made_wrong_from_are_right(folder):
    assert load_tables([folder()]) == {
        "sources": 1,
        "inspections": 1,
        "judgements": 1,
        "case_reviews": 1,
        "findings": 1,
    }


@pytest.mark.parametrize(
    ("table", "cell", "value", "words"),
    [
        ("sources", "kind", "rumour", "rumour"),
        ("sources", "sha256", "abc", "sha256"),
        ("sources", "title", "", "title"),
        ("inspections", "areas", "authority:atlantis", "authority:atlantis"),
        ("inspections", "framework", "ofsted-2099", "ofsted-2099"),
        ("inspections", "kind", "ful", "ful"),
        ("inspections", "follows", "nobody", "nobody"),
        ("inspections", "about", "nobody", "nobody"),
        ("inspections", "dates_stated", '[{"source": "made"}]', "dates_stated"),
        ("inspections", "dates_stated", "[{", "dates_stated"),
        ("inspections", "dates_stated", '[{"source": "other", "confidence": "read"}]', "other"),
        ("inspections", "scopes", "authority;authority", "scopes"),
        ("judgements", "inspection", "other/2019", "other/2019"),
        ("judgements", "inspection", "", "inspection"),
        ("judgements", "source", "other", "other"),
        ("judgements", "aspect", "adoption", "adoption"),
        ("judgements", "grade", "splendid", "splendid"),
        ("judgements", "scale", "peel-four", "peel-four"),
        ("judgements", "grade_status", "not_judged", "grade_where_and_only_where_graded"),
        ("judgements", "confidence", "red", "red"),
        ("judgements", "certainty", "hihg", "hihg"),
        ("judgements", "page", "two", "two"),
        ("case_reviews", "theme", "missing-pets", "missing-pets"),
        ("case_reviews", "good", "2", "full_split_sums_to_cases"),
        ("case_reviews", "good", "-1", "-1"),
        ("case_reviews", "below_good", "10", "below_good_not_above_cases"),
        ("case_reviews", "percent_good", "160", "percentage_between_0_and_100"),
        ("case_reviews", "cases_basis", "", "cases_and_their_basis_together"),
        ("case_reviews", "completeness", "full", "full"),
        ("findings", "about", "counsel", "counsel"),
        ("findings", "direction", "better", "direction_only_of_a_change"),
        ("findings", "area_slug", "atlantis", "atlantis"),
        ("findings", "codings", '[{"role": "inquiry", "stance": "good", "at": "2022-02-01"}]', "codings"),
    ],
)
def test_a_wrong_cell(folder, table, cell, value, words):
    with pytest.raises(TableError) as wrong:
        load_tables([folder(**{table: {cell: value}})])

    said = str(wrong.value)
    assert f"made/{table}.csv, line 2" in said
    assert words in said
    assert not SourceDocument.objects.exists()
    assert not Inspection.objects.exists()


def test_an_unknown_column(folder):
    with pytest.raises(TableError, match=r"judgements\.csv, line 1: unknown column 'graed'"):
        load_tables([folder(judgements={"graed": "good"})])


def test_a_cell_too_few(folder):
    root = folder()
    with (root / "judgements.csv").open("a") as file:
        file.write("made/2019,made\n")

    with pytest.raises(TableError, match=r"judgements\.csv, line 3: \d+ cells are expected"):
        load_tables([root])


def test_a_key_twice(folder):
    root = folder()
    path = root / "judgements.csv"
    header, row = path.read_text().splitlines()
    path.write_text("\n".join([header, row, row]) + "\n")

    with pytest.raises(TableError, match=r"judgements\.csv, line 3, key: 'j1' stands in line 2 too"):
        load_tables([root])


def test_a_table_that_is_no_text(folder):
    root = folder()
    (root / "judgements.csv").write_bytes(b"key\n\xff\xfe\n")

    with pytest.raises(TableError, match=r"judgements\.csv: not UTF-8 text"):
        load_tables([root])


def test_the_command_says_it_in_words_and_loads_nothing(folder):
    root = folder(findings={"confidence": "quotd"})

    with pytest.raises(
        CommandError, match=r"Nothing was loaded\. made/findings\.csv, line 2, confidence: .*quotd"
    ):
        call_command("load_bundle", "--from", str(root))

    assert not Inspection.objects.exists()


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere: there is no such folder"):
        call_command("load_bundle", "--from", str(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    "words", ["=1+1", "+44", "-1", "@SUM(A1)", "\tx", "'tis said", "''", "plain", "", "a=b"]
)
def test_a_cell_that_a_spreadsheet_would_run_is_text_and_read_back_the_same(words):
    cell = safe_cell(words)

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert plain_cell(cell) == words


def test_a_formula_in_a_finding_survives_export_and_load(folder, exported):
    root = folder(findings={"summary": '\'=HYPERLINK("http://example.org")', "locator": "'-1"})
    load_tables([root])
    assert Finding.objects.get().summary == '=HYPERLINK("http://example.org")'

    first, out = exported("first")

    assert "'=HYPERLINK" in first["findings"]
    load_tables([out])
    assert (Finding.objects.get().summary, Finding.objects.get().locator) == (
        '=HYPERLINK("http://example.org")',
        "-1",
    )
