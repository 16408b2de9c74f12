"""What a rating says, and what an empty cell says where no standard ever "Requires improvement"."""

import pytest

from tests.inspections.reading.readers.made_youth_justice import about, rated, read, row

POOR = row("Kirklees", "Requires Improvement", "03/11/20", "Good", "", "Inadequate", "")


def test_each_word_is_its_grade_and_the_score_beside_it_is_not_stored():
    reading = read(row("Kent", "Outstanding", "07/02/23", "Good", "Inadequate", "Outstanding", "Good"))

    [inspection] = reading.inspections
    assert rated(inspection) == {
        "overall": ("outstanding", "graded"),
        "staff": ("good", "graded"),
        "planning": ("inadequate", "graded"),
        "assessment": ("outstanding", "graded"),
        "governance_and_leadership": ("good", "graded"),
    }
    assert "41.67" not in inspection.model_dump_json()


def test_an_empty_cell_is_unreadable_where_no_standard_ever_requires_improvement():
    reading = read(POOR, row("Kent", "Good", "07/02/23", "Good", "Good", "Good", ""))

    kirklees, kent = reading.inspections
    assert rated(kirklees)["overall"] == ("requires_improvement", "graded")
    assert rated(kirklees)["planning"] == (None, "unreadable")
    assert rated(kent)["governance_and_leadership"] == (None, "unreadable")


def test_an_unreadable_cell_says_why_where_a_page_cites_it():
    [planning] = [one for one in read(POOR).inspections[0].judgements if one.aspect == "planning"]

    assert planning.printed == ""
    assert planning.locator.startswith("row 2 column H: empty")
    assert "Requires improvement" in planning.locator
    assert "not applicable" in planning.locator
    assert len(planning.locator) <= 120


def test_one_note_counts_all_empty_cells():
    [problem] = about(read(POOR, [*POOR[:4], "09/12/21", *POOR[5:]]), "ratings of standards")

    assert problem.severity == "note"
    assert problem.value == "4 of 8 cells are empty"
    assert "2 overall ratings" in problem.message


@pytest.mark.parametrize(
    "rows",
    [
        [row("Kent", "Good", "07/02/23", "Good", "", "Good", "Good")],
        [POOR, row("Kent", "Good", "07/02/23", "Requires improvement", "", "Good", "Good")],
    ],
    ids=["nothing requires improvement", "a standard requires improvement"],
)
def test_an_empty_cell_of_a_sound_file_is_a_rating_not_reported(rows):
    reading = read(*rows)

    assert rated(reading.inspections[-1])["planning"] == (None, "not_reported")
    assert about(reading, "ratings of standards") == []


def test_a_word_under_the_wrong_header_does_not_make_a_faulty_file_sound():
    torn = [*row("Hull", "Good", "07/02/23"), "Requires improvement"]
    moved = [torn[0], "one cell more", *torn[1:]]

    assert rated(read(POOR, moved).inspections[0])["planning"] == (None, "unreadable")


def test_a_sentence_in_place_of_a_rating_is_named_and_leaves_the_rest_of_the_row():
    footnote = "2 This standard is left out of the rating."
    reading = read(row("Hull", footnote, "07/02/23", "Good", "Good", "Good", "Good"))

    [inspection] = reading.inspections
    [overall] = [one for one in inspection.judgements if one.aspect == "overall"]
    assert (overall.grade, overall.grade_status, overall.printed) == (None, "unreadable", footnote)
    assert rated(inspection)["staff"] == ("good", "graded")
    [problem] = about(reading, "overall")
    assert (problem.severity, problem.where, problem.value) == ("note", "row 2 column D", footnote)


@pytest.mark.parametrize("words", ["Adequate", "3", "Very good", "Requires"])
def test_a_word_of_no_rating_is_named_with_row_and_column(words):
    reading = read(row("Hull", "Good", "07/02/23", words, "Good", "Good", "Good"))

    assert rated(reading.inspections[0])["staff"] == (None, "unreadable")
    [problem] = about(reading, "staff")
    assert (problem.where, problem.value) == ("row 2 column G", words)


def test_a_standard_that_does_not_apply_was_not_judged():
    reading = read(row("Hull", "Good", "07/02/23", "Not applicable", "Good", "Good", "Good"))

    assert rated(reading.inspections[0])["staff"] == (None, "not_judged")
    assert about(reading, "staff") == []


def test_an_empty_overall_rating_is_named():
    reading = read(POOR, row("Hull", "", "07/02/23", "Good", "Good", "Good", "Good"))

    assert rated(reading.inspections[1])["overall"] == (None, "not_reported")
    [problem] = about(reading, "overall")
    assert problem.where == "row 3 column D"
