"""Other wordings of graded cases, each with its numbers."""

import pytest

from inspections.reading.case_counts import tallies_in

FULL = [
    ("Twelve cases were good, thirty-one required improvement and a hundred and four were inadequate.", None),
    (
        "We judged 12 to be good. A further 31 cases required improvement. The other 104 were inadequate.",
        None,
    ),
    ("12 cases were good – 31 required improvement – 104 were inadequate.", None),
    ("Good cases: 12. Cases requiring improvement: 31. Inadequate cases: 104.", None),
    ("Good: 12 cases. Requires improvement: 31 cases. Inadequate: 104 cases. Total: 147 cases.", 147),
    ("147 child protection cases: good 12, requires improvement 31, inadequate 104", 147),
    ("147 cases Good 12 Requires improvement 31 Inadequate 104", 147),
    ("12 good 31 requires improvement 104 inadequate cases", None),
    ("12 (8%) good; 31 (21%) RI; 104 (71%) inadequate – 147 cases", 147),
    ("12/31/104 good/requires improvement/inadequate of 147 cases", 147),
    ("The work was rated in 147 case files: inadequate (104), good (12), requires improvement (31).", 147),
    (
        "In 104 of the 147 cases the response was inadequate; in 31 it required "
        "improvement; in 12 it was good.",
        147,
    ),
    ("We judged 104 of the 147 cases inadequate, 12 good and 31 as requires improvement.", 147),
    (
        "12 of 147 cases were good. 31 of 147 cases required improvement. 104 of 147 cases were inadequate.",
        147,
    ),
    ("104 cases – more than two thirds – were inadequate, with 31 requiring improvement and 12 good.", None),
    (
        "Fewer than half of the cases were good (12 of 147); 31 required improvement, 104 were inadequate.",
        147,
    ),
    (
        "HMIC (2014) read 147 cases [3] of which 12 were good [4], 31 required "
        "improvement and 104 inadequate.",
        147,
    ),
    ("Of 147 cases it holds, 12 were good, 31 in need of improvement and 104 inadequate (see page 9).", 147),
    (
        "We examined 147 cases where risk was known: • good in 12 • requiring "
        "improvement in 31 • inadequate in 104.",
        147,
    ),
    ("12 good, 31 requiring improvement and 104 inadequate – a total of 147 cases.", 147),
    (
        "Inspectors judged 12 to be good, 31 to require improvement and 104 to be "
        "inadequate of the 147 cases.",
        147,
    ),
]


@pytest.mark.parametrize(("passage", "total"), FULL)
def test_a_full_split_in_other_words(passage, total):
    (tally,) = tallies_in(passage)

    numbers = (tally.good, tally.adequate, tally.requires_improvement, tally.inadequate)
    assert (*numbers, tally.completeness) == (12, None, 31, 104, "full_split")
    assert (tally.cases, tally.cases_basis) == (147, "printed" if total else "summed")


@pytest.mark.parametrize(
    ("passage", "good", "below", "cases"),
    [
        ("Of 61 cases, 20 were good. The other 41 were requiring improvement or inadequate.", 20, 41, 61),
        (
            "Only 20 (33%) of 61 cases were good; two thirds (41) were inadequate or required improvement.",
            20,
            41,
            61,
        ),
        ("20 good, 41 rest of 61", 20, 41, 61),
        ("Of the 61 cases 20 were good and 41 fell below that standard.", 20, 41, 61),
        ("Of the 61 cases, 20 were good, 41 were not.", 20, 41, 61),
        (
            "In 41 of 61 cases examined, officers' practice either required improvement or was inadequate.",
            None,
            41,
            61,
        ),
        (
            "A sample of 61 cases was read and the majority (41) were ‘requiring "
            "improvement’ or ‘inadequate’.",
            None,
            41,
            61,
        ),
        ("Two thirds of the cases (41 of 61) were either inadequate or required improvement.", None, 41, 61),
    ],
)
def test_merged_grades_in_other_words(passage, good, below, cases):
    (tally,) = tallies_in(passage)

    assert (tally.good, tally.below_good, tally.cases, tally.completeness) == (good, below, cases, "merged")
    assert (tally.requires_improvement, tally.inadequate) == (None, None)


@pytest.mark.parametrize(
    ("passage", "stated", "cases"),
    [
        (
            "We assessed 61 files and judged practice to be inadequate in more than half of the cases.",
            "more than half",
            61,
        ),
        (
            "Practice was inadequate in nearly three-quarters of the 61 case files.",
            "nearly three-quarters",
            61,
        ),
        ("Inspectors read 61 cases and over a third were inadequate.", "over a third", 61),
        ("Most of the cases we examined were inadequate.", "most", None),
        ("Of the 61 cases, all were inadequate.", "all", 61),
    ],
)
def test_proportions_in_words(passage, stated, cases):
    (tally,) = tallies_in(passage)

    assert (tally.stated, tally.cases, tally.inadequate) == (f"{stated} inadequate", cases, None)


@pytest.mark.parametrize(
    ("passage", "what"),
    [
        (
            "In 7 of the 61 case file reviews we carried out, nobody asked the child.",
            "nobody asked the child",
        ),
        ("Of the 61 case file reviews, in 7 nobody asked the child.", "nobody asked the child"),
        ("Nobody asked the child in 7 of the 61 case files.", "Nobody asked the child"),
        ("In 7 (11 per cent) of the 61 cases nobody asked the child.", "nobody asked the child"),
        ("We found that the child was asked in only 7 of the 61 cases we audited.", "the child was asked"),
    ],
)
def test_observations_in_other_words(passage, what):
    (tally,) = tallies_in(passage)

    assert (tally.observed, tally.cases, tally.observed_what) == (7, 61, what)


@pytest.mark.parametrize(
    "passage",
    [
        "58% of cases were graded ‘good’ (March 2016: 31%).",
        "58 per cent of cases were good, compared with 31 per cent in March 2016.",
        "The proportion of cases graded good was 58 per cent, up from 31 per cent in March 2016.",
        "Practice was good in 58 per cent of cases. In March 2016 it was good in only 31 per cent.",
        "In May 2018, 58 per cent of cases were good; in March 2016, 31 per cent were good.",
    ],
)
def test_two_percentages(passage):
    told = [(tally.percent_good, tally.sample, tally.cases, tally.good) for tally in tallies_in(passage)]

    assert told == [(58, "", None, None), (31, "March 2016", None, None)]


def test_a_total_of_other_cases_is_not_the_tally_s():
    (tally,) = tallies_in("The team had 70 cases open. Nine cases were inadequate and eight cases were good.")

    assert (tally.cases, tally.good, tally.inadequate, tally.completeness) == (None, 8, 9, "partial")


def test_two_sets_of_one_size_stay_two():
    first, second = tallies_in(
        "Of the 20 cases audited in the first sample, 5 were good, 4 required improvement, 11 inadequate. "
        "Of the 20 cases audited in the second sample, 7 were good, 4 required improvement, 9 inadequate."
    )

    assert (first.good, first.cases, first.sample) == (5, 20, "first sample")
    assert (second.good, second.cases, second.sample) == (7, 20, "second sample")


def test_a_grading_said_again_is_one_tally():
    (tally,) = tallies_in(
        "Only 5 of the 20 cases were good. We audited 20 cases (5 were good, 4 required improvement and 11 "
        "were inadequate)."
    )

    assert (tally.good, tally.inadequate, tally.completeness) == (5, 11, "full_split")


def test_a_number_that_could_not_be_joined_to_its_grade_is_a_doubt():
    (tally,) = tallies_in(
        "Of the 54 cases audited, 20 were found to be good. Another 25 required improvement, and the "
        "remaining nine we judged inadequate."
    )

    assert (tally.inadequate, tally.completeness) == (None, "partial")
    assert "inadequate" in tally.doubt
    assert "9" in tally.doubt


def test_a_grade_named_without_a_number_is_no_doubt():
    (tally,) = tallies_in("Of 90 cases, 14 were good and the rest were inadequate or required improvement.")

    assert (tally.good, tally.completeness, tally.doubt) == (14, "partial", "")


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ("Neither of the two cases was good.", 2),
        ("We examined two cases. Neither of these was good.", 2),
        ("Neither of the cases we examined was good.", None),
    ],
)
def test_neither_is_a_known_zero(words, cases):
    (tally,) = tallies_in(words)

    assert (tally.good, tally.cases, tally.completeness) == (0, cases, "partial")


def test_neither_of_anything_else_is_no_tally():
    assert tallies_in("Neither of the two forces was good. Neither of the officers was adequate.") == []


def test_a_total_of_either_grade_is_a_part_of_the_sample():
    (tally,) = tallies_in(
        "Of a sample of 93 cases, a total of 71 were graded either ‘requiring improvement’ or ‘inadequate’."
    )

    assert (tally.cases, tally.below_good, tally.completeness) == (93, 71, "merged")


def test_it_is_whoever_was_named_before():
    force, ours = tallies_in(
        "The force assessed 24 of its own cases before we came. It graded 14 good, four adequate, four "
        "requiring improvement and two inadequate. We graded the same 24 cases as six good, six adequate, "
        "seven requiring improvement and five inadequate."
    )
    (hmic,) = tallies_in(
        "HMIC examined 24 cases. It graded 14 good, four adequate, four requiring improvement and two "
        "inadequate."
    )

    assert (force.assessor, force.good, force.sample) == ("force", 14, "self-assessed set")
    assert (ours.assessor, ours.good, ours.cases) == ("inspectors", 6, 24)
    assert hmic.assessor == "inspectors"


def test_a_count_in_brackets_behind_a_fraction_is_of_the_grades_that_follow():
    (tally,) = tallies_in(
        "Of the 120 cases we examined, over two thirds (83) demonstrated policing practice that needed "
        "improvement or was inadequate."
    )

    assert (tally.cases, tally.below_good, tally.completeness) == (120, 83, "merged")


@pytest.mark.parametrize(
    "words", ["Between 10 and 12 cases were good.", "We audited between 10 and 12 cases."]
)
def test_a_range_is_no_number(words):
    assert tallies_in(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The force rated 14 of the 22 cases as good; inspectors rated only five as good.",
        "Of the 22 cases, the force rated 14 as good, whereas we rated five as good.",
    ],
)
def test_one_grade_by_the_force_and_by_inspectors_in_one_sentence(words):
    force, ours = tallies_in(words)

    assert (force.assessor, force.good, force.cases) == ("force", 14, 22)
    assert (ours.assessor, ours.good, ours.completeness) == ("inspectors", 5, "partial")
