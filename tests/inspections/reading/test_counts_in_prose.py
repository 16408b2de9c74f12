"""Numbers and proportions of cases looked at; everything else that is counted is left alone."""

import pytest

from inspections.reading.case_counts.mentions import counts_in, theme_of
from inspections.reading.language.numbers import number_of
from inspections.reading.language.text import plain
from inspections.reading.language.themes.matching import theme_words


def counted(passage):
    """[(words, completeness, cases, observed)] in reading order."""
    plainly = plain(passage)
    return [
        (plainly[count.start : count.end], count.completeness, count.cases, count.observed)
        for count in counts_in(plainly)
    ]


@pytest.mark.parametrize(
    ("passage", "words", "cases", "observed"),
    [
        ("In 13 of the 17 cases sampled, help was late.", "13 of the 17 cases sampled", 17, 13),
        ("Help was late in three out of five cases seen.", "three out of five cases seen", 5, 3),
        (
            "In four out of five cases sampled by inspectors, nobody knew.",
            "four out of five cases sampled",
            5,
            4,
        ),
        ("Visits were late in two of the four cases tracked.", "two of the four cases tracked", 4, 2),
        ("In two cases out of 10 sampled, help was late.", "two cases out of 10 sampled", 10, 2),
        ("Twenty-one of the 32 files seen were thin.", "twenty-one of the 32 files seen", 32, 21),
        ("Assessments vary: 8 out of 18 seen by inspectors were good.", "8 out of 18 seen", 18, 8),
        ("Most case files seen by inspectors (six out of 10) were thin.", "(six out of 10)", 10, 6),
        (
            "Of assessments, nine of 12 assessments reviewed by inspectors were late.",
            "nine of 12 assessments reviewed",
            12,
            9,
        ),
    ],
)
def test_some_of_so_many_cases_are_an_observation(passage, words, cases, observed):
    assert counted(passage) == [(words, "observed", cases, observed)]


def test_none_of_the_words_needs_inspectors_where_they_stand_in_the_sentence():
    assert counted("Inspectors found that in three out of five cases help was late.") == [
        ("three out of five cases", "observed", 5, 3)
    ]
    assert counted("In three out of five cases help was late.") == []


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        (
            "In just over half of the cases seen by inspectors, help was late.",
            "just over half of the cases seen",
        ),
        ("Help was late in half of cases seen by inspectors.", "half of cases seen"),
        (
            "Almost two thirds of the case files sampled were thin.",
            "almost two thirds of the case files sampled",
        ),
        ("Around 20% of cases seen by inspectors stood still.", "around 20% of cases seen"),
        ("A quarter of plans seen were thin.", "a quarter of plans seen"),
    ],
)
def test_a_proportion_stays_in_words_and_has_no_number(passage, words):
    assert counted(passage) == [(words, "proportion_only", None, None)]


def test_a_proportion_of_a_stated_number_gives_the_number():
    assert counted("In over half of 27 cases seen, the police were absent.") == [
        ("over half of 27 cases seen", "total_only", 27, None)
    ]


def test_a_page_number_run_into_the_sentence_is_never_a_count():
    assert counted("In just over half 15 of the cases seen by inspectors, help was late.") == [
        ("just over half 15 of the cases seen", "proportion_only", None, None)
    ]
    assert counted("15 of the cases seen by inspectors were late.") == []


@pytest.mark.parametrize(
    ("passage", "cases"),
    [
        ("Inspectors reviewed 32 case files.", 32),
        ("Inspectors also sampled eight children’s cases.", 8),
        ("Eight children’s files were sampled by inspectors.", 8),
        ("Evidence included a review of 32 case files for children with many needs.", 32),
    ],
)
def test_a_number_of_cases_looked_at_is_a_total(passage, cases):
    assert [(kind, number) for _, kind, number, _ in counted(passage)] == [("total_only", cases)]


@pytest.mark.parametrize(
    "passage",
    [
        "There are 412 children in care.",
        "95% of children in care have had a health check.",
        "In 2015, 17 of the 22 cases issued ended within half a year.",
        "Inspectors handed seven children’s cases back to managers.",
        "Of 204 care leavers, 200 are in touch; inspectors met 12 of them.",
        "Six out of 19 adopters were approved in time.",
        "Only seven out of 231 children came back into care.",
        "Most cases seen by inspectors were good; in some cases sampled they were not.",
        "Fewer than half of assessments are finished in time.",
        "A third of children were seen within five days; half of the cases seen within ten.",
        "The council’s own audit found 16% of referrals good and half of the cases sampled weak.",
        "The board’s multi-agency audit looked at 19 cases; five of the 19 cases sampled were good.",
        "More than two out of three care leavers seen by inspectors had no work.",
        "Twelve of the 30 social workers seen by inspectors were new.",
        "Over three of the past five years cases seen rose.",
        "Six of the seven seen by inspectors were happy. Their case files are long.",
        "One of the cases seen by inspectors was good.",
    ],
)
def test_what_is_no_number_of_cases_looked_at_is_left_alone(passage):
    assert counted(passage) == []


def test_more_than_there_were_is_no_observation():
    assert counted("19 of the 17 cases sampled were late.") == [
        ("17 cases sampled", "stated_only", None, None)
    ]


def test_two_counts_in_one_passage_are_both_found():
    passage = "Help was late in two of the nine cases sampled. In half of the cases tracked, it was early."

    assert [words for words, *_ in counted(passage)] == [
        "two of the nine cases sampled",
        "half of the cases tracked",
    ]


@pytest.mark.parametrize(
    ("words", "number"),
    [("17", 17), ("three", 3), ("nineteen", 19), ("twenty", 20), ("thirty-four", 34), ("half", None)],
)
def test_numbers_as_words(words, number):
    assert number_of(words) == number


def theme(passage):
    plainly = plain(passage)
    (count,) = counts_in(plainly)
    begin = plainly.rfind(". ", 0, count.start) + 1
    end = plainly.find(". ", count.end)
    return theme_of(count, theme_words(plainly), plainly, begin, end if end >= 0 else len(plainly))[0]


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("In 3 of the 9 cases sampled on sexual exploitation, help was late.", "child-sexual-exploitation"),
        # the cases are of the children, the assessments are what was done
        ("In 3 of the 9 cases seen, risk assessments of disabled children were thin.", "disabled-children"),
        ("Children go missing. In 3 of the 9 cases seen, help was late.", "missing-children"),
        ("Children go missing. In half of the cases seen, return interviews were late.", "missing-children"),
        ("In half of the cases seen, return interviews were late.", "return-interviews"),
        ("In half of the cases seen, strategy discussions were late.", "strategy-discussions"),
        ("Strategy discussions are late. In 3 of the 9 cases seen, help came.", None),
    ],
)
def test_the_theme_is_that_of_the_nearest_word_for_the_children(passage, expected):
    assert theme(passage) == expected
