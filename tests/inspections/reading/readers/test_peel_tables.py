"""Tables of grades: by row, by column, by grade; columns of other cycles or forces are not read."""

from tests.inspections.reading.readers.made_peel_pages import (
    blocking,
    five_tiers,
    grades,
    page,
    problems,
    table,
)


def test_a_row_for_each_aspect():
    html = page(
        table(
            ("Area", "Grade"), ("Effectiveness", "Good"), ("Planning for the future", "Requires improvement")
        )
    )
    assert grades(html) == {"effectiveness": "good", "planning_for_the_future": "requires_improvement"}


def test_a_column_for_each_aspect():
    html = page(table(("Effectiveness", "Efficiency", "Legitimacy"), ("Good", "Inadequate", "Outstanding")))
    assert grades(html) == {"effectiveness": "good", "efficiency": "inadequate", "legitimacy": "outstanding"}


def test_of_a_table_of_forces_only_this_force_is_read():
    html = page(
        table(("Force", "Effectiveness"), ("Kent", "Outstanding"), ("Gwent", "Good"), ("Essex", "Inadequate"))
    )
    assert grades(html) == {"effectiveness": "good"}


def test_a_column_for_each_grade():
    html = five_tiers(
        table(
            ("Outstanding", "Good", "Adequate", "Requires improvement", "Inadequate"),
            ("", "Preventing crime", "", "Investigating crime", ""),
            ("", "Managing offenders", "", "", ""),
        )
    )
    assert grades(html) == {
        "preventing_crime": "good",
        "investigating_crime": "requires_improvement",
        "managing_offenders": "good",
    }


def test_columns_of_other_cycles_are_not_read():
    html = page(
        table(("", "2016", "2017", "2018/19"), ("Effectiveness", "Good", "Inadequate", "Outstanding"))
    )
    assert grades(html) == {"effectiveness": "outstanding"}


def test_a_table_of_other_cycles_alone_gives_nothing():
    html = page(
        "<h2>Legitimacy</h2><p>Good</p>", table(("", "2016", "2017"), ("Effectiveness", "Good", "Good"))
    )
    assert grades(html) == {"legitimacy": "good"}


def test_two_grades_in_a_row_without_telling_which_block():
    html = page(table(("Effectiveness", "Good", "Inadequate")))
    assert grades(html) == {}
    assert blocking(html) == ["effectiveness"]


def test_a_row_of_something_else_is_told():
    html = page(table(("Effectiveness", "Good"), ("Made-up things", "Inadequate")))
    assert grades(html) == {"effectiveness": "good"}
    assert [problem.value for problem in problems(html, "note")] == ["Made-up things | Inadequate"]
