"""Numbers that are not of graded cases give nothing: officers, calls, dates, pages, deadlines, areas."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspections.reading.case_counts import tallies_in, tally_of_list
from tests.inspections.reading.case_counts.made_tallies import spelled

SUBJECTS = ["The force", "Officers", "Supervisors in the hub", "Staff", "The control room", "Sergeants"]
THINGS = [
    "officers",
    "calls",
    "sergeants",
    "recommendations",
    "days",
    "weeks",
    "years",
    "areas",
    "members of staff",
    "patrol cars",
    "children in custody",
    "schools",
]
MORE = [
    "good supervision",
    "adequate resources",
    "inadequate records of risk",
    "a good understanding of how cases are handled",
    "good practice in how case files are kept",
    "cases that require improvement in their supervision",
    "what had been found in May 2016",
    "section 47 enquiries",
    "paragraph 12 of the report",
    "a 14-year-old child",
]
VERBS = [
    "had",
    "told us of",
    "needed",
    "spoke of",
    "relied on",
    "described",
    "will, within three months, have",
]


@st.composite
def prose(draw):
    said = []
    for _ in range(draw(st.integers(1, 8))):
        number = draw(st.integers(1, 400))
        words = spelled(number) if draw(st.booleans()) else str(number)
        counted = draw(
            st.sampled_from(
                [f"{words} {{}}", f"{words} of the {number + 5} {{}}", f"{number % 100}% of {{}}", "{}"]
            )
        ).format(draw(st.sampled_from(THINGS)))
        more = draw(st.sampled_from(MORE))
        said.append(f"{draw(st.sampled_from(SUBJECTS))} {draw(st.sampled_from(VERBS))} {counted} and {more}.")
    return " ".join(said)


@settings(max_examples=200, deadline=None)
@given(text=prose())
def test_prose_without_a_tally_gives_none(text):
    assert tallies_in(text) == [], text


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="good case 12()%.,;:/-'’ inaequrmpv", max_size=200))
def test_any_signs_at_all_are_survived(text):
    for tally in tallies_in(text):
        assert 0 <= tally.start <= tally.end <= len(text)


@pytest.mark.parametrize(
    "passage",
    [
        "The force was judged good in 2014 and inadequate in 2016.",
        "Of 43 forces, nine were good, 20 adequate, ten require improvement and four inadequate.",
        "It was ‘adequate’ in two areas, ‘requires improvement’ in one area and ‘inadequate’ in two areas.",
        "Nine out of 10 calls were answered within 12 seconds, which is good.",
        "Recommendation 4: within six weeks, the force should review all cases.",
        "Officers reviewed 340 cases a month. Good supervision was described by 12 of them.",
        "There were 1,450 open cases on 4 May 2018, and 30 were over 6 months old.",
        "Of the 120 officers, 80 were good at recording risk in 12 languages.",
        "In one case, the officer's response was good, but in another the child was left at risk.",
        "The court listed 45 cases; prosecutors reviewed 12 cases.",
        "At the time of the inspection 30 of the 60 cases were waiting for allocation.",
        "Only 26 per cent of calls were answered; 40 per cent of staff were new.",
        "The force handles 85 per cent of cases within 24 hours, which is good.",
        "Children's services closed 42 cases that year. See page 12 and section 47 cases.",
        "Since 2016 the force had trained 100 officers to recognise when cases are good.",
        "We will return within 6 months to assess progress in 10 areas that require improvement.",
        "Paragraph 12. Page 34. The response was inadequate.",
        "We inspect 43 forces and have good access to their case files.",
        "More than 30 cases were examined by detectives, who were good.",
        "",
    ],
)
def test_other_numbers_are_left_alone(passage):
    assert tallies_in(passage) == []


@pytest.mark.parametrize(
    "items",
    [[], ["good leadership", "adequate staffing"], ["12 officers", "within three months"], ["Total: 12"]],
)
def test_other_lists_are_left_alone(items):
    assert tally_of_list(items) is None


@pytest.mark.parametrize(
    "passage",
    [
        "Inspectors visited 12 schools. Nine were good, two required improvement and one was inadequate.",
        "Officers had 12 active cases, with 5 or 6 requiring improvement plans.",
        "Satisfaction with how cases are handled is 85 per cent, which is good.",
        "In two cases, the officers' first response was good and children were kept safe.",
        "Twelve recommendations required improvement in how cases are recorded.",
        "In 2018 cases were inadequate.",
        "Inspectors found that officers reviewed 40 cases.",
        "Inspectors referred 27 cases back to the force because they thought children were at risk.",
    ],
)
def test_what_only_looks_like_a_tally_gives_nothing(passage):
    assert tallies_in(passage) == []


@pytest.mark.parametrize("digits", ["²", "½", "①", "١٢٣٤٥٦٧٨٩٠١", "9" * 400])
def test_digits_that_make_no_number_are_read_past(digits):
    assert (
        tallies_in(f"In {digits}% of cases, supervision was late; {digits} per cent of them were good.") == []
    )


@given(
    st.lists(
        st.sampled_from([*"²½٣１%()[]/-—“”'.,;:=|£ß", "12", "good", "cases", "of", "per cent"]), max_size=30
    )
)
def test_any_run_of_signs_and_digits_is_read_without_fail(words):
    for joined in (" ".join(words), "".join(words)):
        assert all(tally.start <= tally.end <= len(joined) for tally in tallies_in(joined))
