"""Tables of grades and of graded cases, however they are laid out."""

from typing import NamedTuple

import pytest

from inspections.reading.structure.tables import graded_rows, tallies_in_table


class Row(NamedTuple):
    cells: tuple[str, ...]


ASPECTS = {"Leadership": "leadership", "Response": "response"}


def graded(*rows):
    return [
        (number, [(cell.aspect, cell.printed, cell.label, cell.header) for cell in cells])
        for number, _, cells in graded_rows([Row(row) for row in rows], ASPECTS.get)
    ]


def test_a_row_for_each_aspect():
    assert graded(("Area", "2018", "2021"), ("Leadership", "Good", "Adequate")) == [
        (2, [("leadership", "Good", "Leadership", "2018"), ("leadership", "Adequate", "Leadership", "2021")])
    ]


def test_a_column_for_each_aspect():
    assert graded(("Leadership", "Response"), ("Good", "Requires improvement.")) == [
        (2, [("leadership", "Good", "Leadership", "Leadership"),
             ("response", "Requires improvement.", "Response", "Response")])
    ]  # fmt: skip


def test_a_column_for_each_grade():
    assert graded(("Outstanding", "Good", "Inadequate"), ("", "Leadership", "Response")) == [
        (2, [("leadership", "Good", "Leadership", ""), ("response", "Inadequate", "Response", "")])
    ]


def test_a_grade_of_something_unknown_has_no_aspect():
    assert graded(("Catering", "Good")) == [(1, [(None, "Good", "", "")])]


ACROSS = [("Area", "Good", "Requires improvement", "Inadequate"), ("Missing children", "6", "3", "1")]
DOWN = [
    ("Grade", "Missing children", "All"),
    ("Good", "6", "9"),
    ("Requires improvement", "3", "4"),
    ("Inadequate", "1", "2"),
]
IN_CELLS = [("Missing children", "6 good", "3 requires improvement", "1 inadequate")]
BELOW_TITLE = [("Missing children", ""), ("Good", "6"), ("Requires improvement", "3"), ("Inadequate", "1")]


@pytest.mark.parametrize(
    "rows", [ACROSS, DOWN, IN_CELLS, BELOW_TITLE], ids=["across", "down", "cells", "title"]
)
def test_the_same_tally_in_every_layout(rows):
    found = tallies_in_table([Row(row) for row in rows])[0]
    tally = found.tally

    assert found.label == "Missing children"
    assert (tally.cases, tally.good, tally.requires_improvement, tally.inadequate) == (10, 6, 3, 1)
