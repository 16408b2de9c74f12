"""Every real wording of sections A to C, each on a page of its own, gives its numbers and no others.

The wordings are read from the shared folder; the numbers were typed from it by hand.
"""

import re

import pytest

from tests.inspections.reading.readers import made_police_pages as made

NUMBERS = ("cases", "good", "adequate", "requires_improvement", "inadequate", "below_good", "percent_good")


def full(cases, good, adequate, requires, inadequate, basis="printed"):
    numbers = (cases, good, adequate, requires, inadequate)
    return {key: number for key, number in zip(NUMBERS, numbers, strict=False) if number is not None} | {
        "completeness": "full_split",
        "assessor": "inspectors",
        "cases_basis": basis,
    }


def told(completeness, assessor="inspectors", **numbers):
    basis = "printed" if "cases" in numbers else None
    return numbers | {"completeness": completeness, "assessor": assessor, "cases_basis": basis}


# Words that open the wording in the file, and what its page says.
WORDINGS = [
    ('"audited 34 child', [full(34, 9, None, 15, 10)]),
    ('"audited 30 child', [full(30, 12, None, 4, 14)]),
    ('"audited 33 child', [full(33, 11, None, 8, 14)]),
    ('"carried out case sampling', [full(24, 6, None, 5, 13)]),
    ("report sentence as quoted by press", [full(74, 23, None, 23, 28)]),
    ("Lincolnshire 2019 (BBC)", [full(81, 9, None, 47, 25, basis="summed")]),
    ("North Yorkshire (Harrogate", [full(73, 13, None, 34, 26)]),
    ("landing page", []),
    (
        "West Yorkshire Jan 2015",
        [
            full(33, 17, 8, 5, 3) | {"assessor": "force"},
            full(33, 9, 8, 7, 10) | {"completeness": "inconsistent"},
            told("partial", cases=64, good=17, adequate=20, requires_improvement=12),
        ],
    ),
    ("national 2015 (HuffPost)", [full(576, 177, 179, None, 220)]),
    ("Surrey 2015", [told("total_only", cases=31)]),
    ("Northumbria 2018", [full(101, 27, None, 41, 33)]),
    ("South Yorkshire review 2015", [full(28, 2, None, 19, 7)]),
    ("Northamptonshire review 2019", [told("partial", cases=21, good=0, inadequate=11)]),
]
# One line of the file holds several pages' words: each part is a page of its own. Two of them are cut so
# short that they do not say which grade they count: those are no facts.
PARTS = [
    ('"Only 26 percent"', []),
    ('"278 of the 374 cases"', []),
    ("53 per cent", [told("proportion_only", percent_good=53.0), told("proportion_only", percent_good=29.0)]),
    ("sample of 214", [told("merged", cases=214, below_good=191)]),
    (
        "Gloucestershire 14 good",
        [told("merged", cases=89, good=14, below_good=75) | {"cases_basis": "summed"}],
    ),
]


@pytest.fixture(scope="module")
def wordings(shared):
    """The wordings of sections A to C: each bullet."""
    text = (shared / "data" / "police" / "hmicfrs_wording.md").read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)
    return [
        line[2:]
        for section in sections
        if section[:1] in "ABC"
        for line in section.split("\n")
        if line.startswith("- ")
    ]


def facts(words):
    """What a review page says that has this one paragraph: the numbers given of each tally, no proposals."""
    page = made.page(made.p(words), force="Kent Police", what=made.REVIEW)
    return [
        {
            key: value
            for key, value in review.model_dump(include={*NUMBERS, "completeness", "assessor"}).items()
            if value is not None
        }
        | {"cases_basis": review.cases_basis}
        for review in made.read(page).inspections[0].case_reviews
        if not review.proposed
    ]


@pytest.mark.parametrize(("opening", "expected"), WORDINGS, ids=[opening for opening, _ in WORDINGS])
def test_a_wording_gives_exactly_its_numbers(wordings, opening, expected):
    line = next(line for line in wordings if line.startswith(opening))

    assert facts(line) == expected


@pytest.mark.parametrize(("words", "expected"), PARTS, ids=[words for words, _ in PARTS])
def test_each_part_of_a_line_of_several_gives_its_own(wordings, words, expected):
    line = next(line for line in wordings if words in line)
    part = next(part for part in re.split(r";(?![^\"]*\"[^\"]*$)", line) if words in part)

    assert facts(part) == expected


def test_every_tally_of_the_file_is_in_this_test(wordings):
    """A bullet added to the file has to be added here; those that are no sentence are named."""
    no_sentence = ("same form:", '"4. Case file analysis', "body order:")
    tested = [opening for opening, _ in WORDINGS]
    parts = [words for words, _ in PARTS]

    for line in wordings:
        assert line.startswith((*no_sentence, *tested)) or any(words in line for words in parts), line
