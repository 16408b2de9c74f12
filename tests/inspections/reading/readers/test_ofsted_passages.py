"""Passages on themes in made-up reports: which paragraph, which page, about whom, and what is left out."""

import time

import pytest

from inspections.reading.readers.ofsted_report import read_pages
from inspections.reading.readers.ofsted_report.headings import passages

HELP = "The experiences and progress of children who need help and \nprotection: good"
CARE = "The experiences and progress of children in care and care \nleavers: good"


def found(pages, theme, **more):
    """[(locator, page, kind, about)] of the passages on a theme."""
    return [
        (one.locator, one.page, one.kind, one.about)
        for one in passages(pages, **more).findings
        if one.theme == theme
    ]


def words(pages, theme):
    return [one.passage for one in passages(pages).findings if one.theme == theme]


def test_a_numbered_paragraph_is_cited_whole_with_its_number_and_page():
    pages = [
        "A title\nof words.",
        f"{HELP} \n1. Workers are kind and calm.\n2. When children go missing, people look \nfor them. "
        "They come home.\n3. The office is bright.",
    ]

    assert found(pages, "missing-children") == [("para 2", 2, "statement", "council")]
    assert words(pages, "missing-children") == [
        "When children go missing, people look for them. They come home."
    ]


def test_a_paragraph_over_two_pages_stands_where_it_begins_and_keeps_no_page_number():
    pages = [
        "A title.",
        f"{HELP}\n1. Workers are kind.\n2. When children go missing, people look in all the\n2",
        "3\nplaces they can think of.\n3. The office is bright.",
    ]

    assert found(pages, "missing-children") == [("para 2", 2, "statement", "council")]
    assert words(pages, "missing-children") == [
        "When children go missing, people look in all the places they can think of."
    ]


def test_a_paragraph_ends_before_the_next_heading_and_before_a_footnote():
    pages = [
        f"{HELP}\n1. Children go missing now and then.\n{CARE}\n2. Homes are warm.",
        "3. Children who went missing came back.\n \n4 A footnote on exploitation, which is no finding.",
        "4. All is well.",
    ]

    assert words(pages, "missing-children") == [
        "Children go missing now and then.",
        "Children who went missing came back.",
    ]
    assert found(pages, "child-exploitation") == []


def test_a_heading_no_list_knows_is_cut_off_the_paragraph_above():
    pages = [f"{HELP}\n1. Children go missing now and then.\nAn odd little heading\n2. Homes are warm."]

    assert words(pages, "missing-children") == ["Children go missing now and then."]


def test_numbers_close_to_the_full_stop_and_paragraphs_that_begin_with_a_figure():
    pages = [
        f"{HELP}\n1.Homes are warm.\n2.Children go missing.\n3. 224 children missing from home came back."
    ]

    assert [locator for locator, *_ in found(pages, "missing-children")] == ["para 2", "para 3"]


def test_a_number_at_a_line_s_start_that_does_not_go_on_counting_is_text():
    pages = [f"{HELP}\n1. Help for children up to the age of\n18. Children go missing.\n2. Homes are warm."]

    assert [locator for locator, *_ in found(pages, "missing-children")] == ["para 1"]


def test_a_number_lost_in_the_layout_does_not_end_the_counting():
    pages = [f"{HELP}\n1. Homes are warm.\n3. Children go missing.\n4. Children are exploited."]

    assert [locator for locator, *_ in found(pages, "missing-children")] == ["para 3"]
    assert [locator for locator, *_ in found(pages, "child-exploitation")] == ["para 4"]


def test_what_needs_to_improve_is_a_list_of_recommendations():
    pages = [
        "A title.",
        "What needs to improve?\n◼ The response to children who go missing from home or \ncare.\n"
        f"◼ Care for the garden.\n{HELP}\n1. Children who go missing are found.",
    ]

    assert found(pages, "missing-children") == [
        ("page 2", 2, "recommendation", "council"),
        ("para 1", 2, "statement", "council"),
    ]
    assert words(pages, "missing-children")[0] == "The response to children who go missing from home or care."


def test_numbered_recommendations_and_findings_count_on():
    pages = [
        "Recommendations\n1. See that children who go missing are offered interviews.\n2. Paint the walls.",
        "Inspection findings\n3. Few children go missing.",
    ]

    assert found(pages, "missing-children") == [
        ("para 1", 1, "recommendation", "council"),
        ("para 3", 2, "statement", "council"),
    ]


def test_text_without_numbers_is_cited_by_sentences_and_neighbours_stay_together():
    pages = [
        "Executive summary\nThe walls are bright. Children go missing at times. Those who went missing \n"
        "came back. The garden is green. Missing episodes are logged."
    ]

    assert words(pages, "missing-children") == [
        "Children go missing at times. Those who went missing came back.",
        "Missing episodes are logged.",
    ]
    assert {locator for locator, *_ in found(pages, "missing-children")} == {"page 1"}


def test_running_text_over_two_pages_is_cited_by_the_page_of_the_sentence():
    pages = ["Executive summary\nThe walls are bright.", "Children go missing at times."]

    assert found(pages, "missing-children") == [("page 2", 2, "statement", "council")]


def test_bullets_under_a_numbered_paragraph_belong_to_it():
    pages = [
        "Outcomes for looked after children\n1. The council has:\n\uf06e a plan for children who go missing\n"
    ]

    assert found(pages, "missing-children") == [("para 1", 1, "statement", "council")]


def test_bullets_in_a_report_without_numbers_stand_on_their_page():
    pages = ["Summary of findings\n\uf06e Children go missing.\n\uf06e Walls are bright."]

    assert found(pages, "missing-children") == [("page 1", 1, "statement", "council")]


@pytest.mark.parametrize(
    "heading",
    [
        "Children looked after in this area",
        "Information about this local authority area",
        "What the inspection judgements mean",
        "Information about this inspection",
        "The inspection team",
    ],
)
def test_figures_on_the_area_and_explanations_are_no_findings(heading):
    pages = [
        f"{HELP}\n1. Homes are warm.",
        f"{heading}\n\uf06e 12 children go missing.\nChildren are exploited.",
    ]

    assert passages(pages).findings == []


def test_the_contents_are_no_findings_whatever_they_name():
    pages = [
        "Contents\nMissing children 4\nThe local authority\nChildren who go missing 5",
        "Recommendations\n1. Rest.",
    ]

    assert passages(pages).findings == []


def test_the_rows_of_the_table_on_page_1_do_not_use_up_the_numbers():
    pages = [
        "1. Children who need help and protection Good\n2. Children looked after Good\n3. Leadership Good",
        "Recommendations\n1. Look for children who go missing.\n2. Rest.",
    ]

    assert found(pages, "missing-children") == [("para 1", 2, "recommendation", "council")]


def test_the_section_on_the_board_is_about_the_board():
    pages = [
        "A title\nThe Local Safeguarding Children Board (LSCB)\nGood",
        "Inspection findings\n1. Children go missing.",
        "The Local Safeguarding Children Board (LSCB)\nThe Local Safeguarding Children Board is good\n"
        "Recommendations\n\uf06e Ask how many children go missing.\n"
        "Inspection findings\n2. It asks who goes missing.",
    ]

    assert found(pages, "missing-children") == [
        ("para 1", 2, "statement", "council"),
        ("page 3", 3, "recommendation", "board"),
        ("para 2", 3, "statement", "board"),
    ]


def test_a_review_of_a_board_alone_is_about_the_board_throughout():
    pages = ["A title.", "Inspection findings\n1. Children go missing."]

    assert found(pages, "missing-children", board=True) == [("para 1", 2, "statement", "board")]


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Partners work well when children go missing.", "partnership"),
        ("The local authority and its partners know who goes missing.", "partnership"),
        ("The LSCB knows how many children go missing.", "board"),
        (
            "When children go missing, many people at work across the town, in shops and partners look.",
            "council",
        ),
    ],
)
def test_whom_a_sentence_is_about_stands_at_its_beginning(sentence, about):
    pages = [f"{HELP}\n1. Homes are warm. {sentence} All is well."]

    assert [who for *_, who in found(pages, "missing-children")] == [about]


def test_a_paragraph_on_two_themes_is_a_passage_on_each_and_once_on_each():
    pages = [f"{HELP}\n1. Children go missing. Children are exploited. Missing episodes are many."]

    assert [(one.theme, one.locator) for one in passages(pages).findings] == [
        ("child-exploitation", "para 1"),
        ("missing-children", "para 1"),
    ]


def test_a_reading_says_that_every_theme_was_searched_for(made):
    pages = made.ilacs_pages(made.ilacs_grades)
    pages.append(
        "1. Children go missing.\n2. In 3 of the 9 cases sampled, nobody looked for missing children."
    )

    inspection = read_pages(pages, "report.pdf").inspections[0]

    assert inspection.themes_read
    assert [(one.theme, one.locator, one.page) for one in inspection.findings] == [
        ("missing-children", "para 1", 3),
        ("missing-children", "para 2", 3),
    ]
    assert [(one.theme, one.cases, one.observed) for one in inspection.case_reviews] == [
        ("missing-children", 9, 3)
    ]


def test_a_count_is_a_proposal_with_its_words_place_and_theme():
    pages = [
        f"{HELP}\n1. Homes are warm.\n2. Children who go missing are offered talks. In just over half\n1",
        "2\nof the cases seen by inspectors, there were none.",
    ]

    (review,) = passages(pages).case_reviews

    assert review.proposed
    assert (review.theme, review.stated) == ("missing-children", "just over half of the cases seen")
    assert (review.cases, review.observed, review.cases_basis) == (None, None, None)
    assert (review.locator, review.page, review.sample) == ("para 2", 1, "in para 2")
    assert (review.completeness, review.certainty, review.assessor) == (
        "proportion_only",
        "medium",
        "inspectors",
    )


def test_an_observation_keeps_the_sentence_that_says_what_was_observed():
    pages = [f"{HELP}\n1. Homes are warm. In 13 of the 17 cases sampled, help was late. All is well."]

    (review,) = passages(pages).case_reviews

    assert (review.cases, review.observed, review.cases_basis) == (17, 13, "printed")
    assert review.observed_what == "In 13 of the 17 cases sampled, help was late."
    assert (review.theme, review.topic) == (None, "13 of the 17 cases sampled")


def test_how_many_files_were_read_in_all_is_told_where_the_inspection_is_described():
    pages = [
        "About this inspection\n1. The evidence included:\n\uf06e talks with children\n"
        "\uf06e a review of 32 case files for children who went missing.",
        "Overall effectiveness\n2. Homes are warm.",
    ]

    found_there = passages(pages)

    assert found_there.findings == []
    assert [(one.theme, one.cases, one.locator) for one in found_there.case_reviews] == [
        ("all-cases", 32, "para 1")
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "children go missing. ",
        "missing ",
        "in 13 of the 17 cases sampled by inspectors ",
        "half of the cases seen. ",
        "assessments of sexual and criminal abuse and exploitation of the risks of plans ",
        "\n1. ",
        "half ",
        "a of ",
    ],
)
def test_a_report_of_one_phrase_repeated_is_read_in_good_time(phrase):
    """Half a megabyte, five times a long report: the time has to grow with the length, not its square."""
    pages = [f"{HELP}\n1. Homes are warm.\nExecutive summary\n" + phrase * (500_000 // len(phrase))]
    started = time.process_time()

    found_there = passages(pages)

    assert time.process_time() - started < 5
    assert all(len(one.passage) <= 6000 for one in found_there.findings)
