"""The page of a force: which authorities it covered when, and what was found about it as a whole."""

import pytest

pytestmark = pytest.mark.django_db


def test_authorities_are_named_with_the_dates_that_limit_them(reference, read):
    page = read("/forces/cumbria/")

    listed = [" ".join(node.text(separator=" ").split()) for node in page.html.css("details li")]
    assert listed == [
        "Cumberland since 1 April 2023",
        "Westmorland and Furness since 1 April 2023",
        "Cumbria until 31 March 2023",
    ]
    assert "covers 2 authorities: Cumberland and Westmorland and Furness" in page.part(".lede")


def test_a_force_of_many_authorities_counts_them_and_lists_them_apart(reference, read):
    page = read("/forces/metropolitan/")

    assert "covers 32 authorities" in page.part(".lede")
    assert len(page.html.css("details li")) == 32


def test_authorities_without_dates_stand_in_the_line_under_the_title(reference, read):
    page = read("/forces/durham/")

    assert "covers 2 authorities: County Durham and Darlington" in page.part(".lede")
    assert not page.html.css("details")


def test_a_result_is_the_whole_force_and_never_divided(bundle, read):
    page = read("/forces/durham/")

    assert "never divided" in page.words
    row = next(row for row in page.rows("everything in the chart") if "missing" in row[2].lower())
    assert row[3].startswith("1 good, 2 requires improvement, 6 inadequate of 9 cases looked at")
    assert "%" not in row[3]
    assert "fewer than 20 cases" in row[3]


def test_the_own_audit_of_durham_has_no_number(bundle, read):
    """Journey 2: report, panel, audit, later review in order; the audit’s tally is not given."""
    page = read("/forces/durham/")

    steps = [node.text(separator=" ") for node in page.html.css("ol.trail li")]
    order = [next(i for i, step in enumerate(steps) if word in step) for word in ("Criticism", "May 2020")]
    assert order == sorted(order)
    assert any("scrutiny" in step.lower() and "date not given" in step for step in steps)


def test_the_unsplit_cases_of_the_metropolitan_police_stay_unsplit(bundle, read):
    page = read("/forces/metropolitan/")

    row = next(row for row in page.rows("everything in the chart") if "Missing children" in row[2])
    assert "36 below good, split not given" in row[3]
    assert "of 38 cases" in row[3]


def test_the_three_different_numbers_of_the_metropolitan_police_stay_apart(bundle, read):
    """38 missing cases looked at, 38 cases referred back, 170 files of the force’s own audit."""
    page = read("/forces/metropolitan/")

    rows = {row[2]: row for row in page.rows("everything in the chart")}
    missing, referred, own = (
        rows["Missing children cases"],
        rows["All cases looked at: referred back to the force"],
        rows["All cases looked at: the force’s own audit"],
    )
    assert "of 38 cases looked at" in missing[3]
    assert referred[3].startswith("38 cases referred back")
    assert own[3].startswith("170 cases, grades not given; graded by the force itself")
    assert missing[1] == referred[1] != own[1]
    # Nowhere is one taken for a part of another, nor are they added up.
    assert not any(words in page.words for words in ("208 cases", "76 cases", "38 of 170", "36 of 170"))


def test_a_column_that_says_nothing_is_named_under_the_table_instead(bundle, read):
    merseyside, st_helens = read("/forces/merseyside/"), read("/areas/st-helens/")

    assert {len(row) for row in merseyside.rows("say on each theme")} == {2}
    named = "Children’s social care; Own audits and others: not given on any of these themes."
    assert named in merseyside.words
    # An authority's two sides stay side by side, whatever they say.
    assert {len(row) for row in st_helens.rows("say on each theme")} == {4}
    assert "not given on any of these themes" not in st_helens.words


def test_the_newest_inspection_is_no_report_of_an_inquiry(bundle, read):
    line = read("/forces/durham/").part(".chart .source-line")

    assert "newest inspection shown: fieldwork May 2020" in line
