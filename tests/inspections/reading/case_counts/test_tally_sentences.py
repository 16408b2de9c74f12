"""Who graded the cases, which set they are of, and how complete a tally is."""

import pytest

from inspections.reading.case_counts import tallies_in
from tests.inspections.reading.case_counts.made_tallies import said


def only(passage):
    (tally,) = tallies_in(passage)
    return tally


def numbers(tally):
    return (tally.good, tally.adequate, tally.requires_improvement, tally.inadequate, tally.cases)


@pytest.mark.parametrize(
    ("passage", "assessor", "sample"),
    [
        ("In 44 cases assessed internally, 20 were good and 24 inadequate.", "force", "self-assessed set"),
        ("Force assessors rated 20 of 44 cases as good and 24 as poor.", "force", "self-assessed set"),
        ("The force's own assessors graded 20 of 44 cases good.", "force", "self-assessed set"),
        ("The force self-assessed 44 cases: it graded 20 good.", "force", "self-assessed set"),
        ("We asked the force to assess 44 cases. It rated 20 as good.", "force", "self-assessed set"),
        (
            "As part of this inspection the force's own audit of 44 cases found 20 good.",
            "force",
            "self-assessed set",
        ),
        ("The force's own audit of 44 files judged 20 to be good.", "own", ""),
        ("An internal audit looked at 44 cases and judged 20 good.", "own", ""),
        ("We graded 20 of the 44 cases as good.", "inspectors", ""),
        ("In a further 44 cases, inspectors rated 20 as good.", "inspectors", "additional set"),
        ("We looked at an additional 44 cases and graded 20 good.", "inspectors", "additional set"),
        (
            "Of 44 cases that the force had self-assessed, inspectors rated 20 as good.",
            "inspectors",
            "self-assessed set",
        ),
        ("The force's practice was graded good in 20 of 44 cases.", "inspectors", ""),
    ],
)
def test_who_graded_and_which_set(passage, assessor, sample):
    tally = only(passage)

    assert (tally.assessor, tally.sample, tally.good, tally.cases) == (assessor, sample, 20, 44)


def test_the_same_cases_graded_twice_are_two_tallies_of_one_set():
    theirs, ours, more = tallies_in(
        "Force assessors graded 20 cases: 9 good, 4 adequate, 2 inadequate and 5 requiring improvement. In "
        "the same 20 cases inspectors found 3 good, 4 adequate, 5 requiring improvement and 9 inadequate. "
        "In a further 30 cases inspectors graded 11 good, 8 adequate, 6 requiring improvement"
    )

    assert (theirs.assessor, theirs.sample, theirs.completeness) == (
        "force",
        "self-assessed set",
        "full_split",
    )
    assert numbers(theirs) == (9, 4, 5, 2, 20)
    assert (ours.assessor, ours.sample, ours.completeness) == (
        "inspectors",
        "self-assessed set",
        "inconsistent",
    )
    assert numbers(ours) == (3, 4, 5, 9, 20)
    assert ours.doubt == "3 + 4 + 5 + 9 = 21, not 20"
    assert (more.sample, more.completeness) == ("additional set", "partial")
    assert numbers(more) == (11, 8, 6, None, 30)


def test_none_is_a_known_zero_and_what_is_not_said_is_not_known():
    tally = only(
        "We read 26 case files. None of these cases were assessed as ‘good’ (17 were rated as ‘inadequate’)."
    )

    assert numbers(tally) == (0, None, None, 17, 26)
    assert tally.completeness == "partial"


@pytest.mark.parametrize(
    "none", ["None were", "No case was", "Not one was", "No child protection cases were"]
)
def test_every_word_for_none_is_zero(none):
    tally = only(f"We audited nine cases. {none} good, four required improvement and five were inadequate.")

    assert numbers(tally) == (0, None, 4, 5, 9)


def test_a_total_may_stand_behind_its_parts():
    assert numbers(only("13 cases were good of 30, 11 inadequate.")) == (13, None, None, 11, 30)


def test_a_total_may_stand_a_sentence_before():
    tally = only(
        "Inspectors looked at 66 cases in which a child was thought to be at risk. They were of every kind. "
        "We assessed practice as good in 21 cases, requiring improvement in 22 cases, and "
        "inadequate in 23 cases."
    )

    assert numbers(tally) == (21, None, 22, 23, 66)
    assert tally.cases_basis == "printed"


def test_another_total_is_another_tally():
    first, second = tallies_in(
        "We audited 12 cases of neglect (5 were good, 4 required improvement and 3 were inadequate). "
        "We audited 9 cases of missing children (2 were good, 3 required improvement and 4 were inadequate)."
    )

    assert (numbers(first), numbers(second)) == ((5, None, 4, 3, 12), (2, None, 3, 4, 9))


def test_a_proportion_in_words_is_no_count():
    tally = only("HMIC assessed 43 case files. Practice was found to be inadequate in over half the cases.")

    assert said(tally) == {
        "cases": 43,
        "cases_basis": "printed",
        "stated": "over half inadequate",
        "completeness": "total_only",
    }


def test_the_rest_without_a_number_stays_words():
    tally = only("Of the 30 cases, 12 were good, four required improvement and the rest were inadequate.")

    assert numbers(tally) == (12, None, 4, None, 30)
    assert (tally.stated, tally.completeness) == ("rest inadequate", "partial")


def test_two_percentages_for_two_times_are_two_tallies():
    now, before = tallies_in(
        "61 per cent of the cases were ‘good’. In our visit of March 2016, only 34 per cent."
    )

    assert said(now) == {"percent_good": 61, "completeness": "proportion_only"}
    assert said(before) == {
        "percent_good": 34,
        "sample": "March 2016",
        "completeness": "proportion_only",
    }


def test_a_percentage_of_another_grade_stays_words():
    tally = only("Of the cases we read, 34 per cent were good and 41 per cent inadequate.")

    assert (tally.percent_good, tally.stated) == (34, "41 per cent inadequate")
    alone = only("41 per cent of cases were inadequate.")
    assert (alone.percent_good, alone.stated) == (None, "41 per cent inadequate")
    assert alone.completeness == "proportion_only"


def test_a_ratio_is_no_count():
    assert said(only("One in five cases was good.")) == {
        "stated": "one in five good",
        "completeness": "stated_only",
    }


@pytest.mark.parametrize(
    "passage",
    [
        "HMICFRS inspectors reviewed 52 cases.",
        "A total of 52 cases were reviewed by inspectors.",
        "During the inspection, 52 case files were audited.",
        "carried out interviews; and audited 52 child protection cases.",
    ],
)
def test_a_total_alone(passage):
    assert said(only(passage)) == {"cases": 52, "cases_basis": "printed", "completeness": "total_only"}


def test_the_force_s_own_audit_files_are_its_own():
    tally = only("The 130 files of the force's own audit were sent to us.")

    assert (tally.cases, tally.assessor, tally.completeness) == (130, "own", "total_only")


def test_three_printed_grades_that_leave_no_case_over_are_the_whole():
    tally = only("Across seven forces 410 cases were read: 130 good, 140 adequate, 140 inadequate.")

    assert numbers(tally) == (130, 140, None, 140, 410)
    assert tally.completeness == "full_split"


def test_what_was_seen_stands_in_the_sources_words():
    tally = only("We sampled 30 cases. The Force had not told a parent in 9 of the 30 cases.")

    assert said(tally) == {
        "cases": 30,
        "cases_basis": "printed",
        "observed": 9,
        "observed_what": "The Force had not told a parent",
        "completeness": "observed",
    }


def test_a_tally_says_where_it_stands():
    text = "Much is new. Of 15 cases, six were good, four inadequate, five requiring improvement. Good."

    tally = only(text)

    assert (
        text[tally.start : tally.end]
        == "15 cases, six were good, four inadequate, five requiring improvement"
    )


def test_lines_broken_by_the_page_change_nothing():
    tally = only("Of the 52\ncases 10 were good, 22 requiring\nimprovement and\n20 inadequate.")

    assert numbers(tally) == (10, None, 22, 20, 52)
