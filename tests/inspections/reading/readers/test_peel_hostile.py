"""Whatever stands on a page, reading it ends soon, breaks nothing and invents no grade."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.inspections.reading.readers.made_peel_pages import grades, page, paragraphs, read, table

WORDS = st.sampled_from(
    [
        *("the extent to which", "the force", "gwent police", "kent police", "is", "are", "not yet", "was"),
        *(
            "good",
            "outstanding",
            "requires",
            "improvement",
            "adequate",
            "inadequate",
            "at",
            "in",
            "and",
            "over",
        ),
        *(
            "preventing crime",
            "protecting vulnerable people",
            "effectiveness",
            "2016",
            "may 2021",
            "we judged",
        ),
        *("initial judgments", "revisit", "carried over", "graded", "last updated", "2018/19", "peel"),
        *(":", ";", ".", ",", "?", "|", "–", "’s", "how effective is the force"),
    ]
)
SENTENCES = st.lists(WORDS, max_size=25).map(" ".join)
PIECES = st.tuples(st.sampled_from(["p", "h2", "h3", "li", "div"]), SENTENCES).map(
    lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
)
ROWS = st.lists(st.lists(SENTENCES, max_size=4).map(tuple), max_size=4).map(lambda rows: table(*rows))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | ROWS, max_size=12))
def test_any_page_is_read(body):
    reading = read(page(*body))
    for one in reading.inspections:
        aspects = [row.aspect for row in one.judgements]
        assert len(aspects) == len(set(aspects))
        assert all(len(row.printed) <= 300 and len(row.locator) <= 120 for row in one.judgements)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["not", "not yet", "never", "no longer", "nearly", "almost", "hardly", "neither"]),
    st.sampled_from(["good", "outstanding", "adequate", "inadequate"]),
    st.sampled_from(["preventing crime", "protecting vulnerable people", "investigating crime"]),
)
def test_a_word_between_is_and_the_grade_makes_it_none(word, grade, aspect):
    assert grades(page(paragraphs(f"The force is {word} {grade} at {aspect}."))) == {}


@pytest.mark.parametrize(
    "flood",
    [
        "the extent to which " * 100_000,
        "the force is good at preventing crime, " * 50_000,
        "in may 2021 we judged the force " * 60_000,
        "initial judgments in may 2021 " * 65_000,
        "good " * 400_000,
        "gwent police's approach " * 80_000,
        "x" * 2_000_000,
        "<p>good</p>" * 60_000,
        "<p>The force is good at preventing crime and</p>" * 20_000,
        "<tr><td>good</td><td>effectiveness</td></tr>" * 20_000,
    ],
)
def test_two_million_signs_are_read_in_seconds(flood):
    started = time.process_time()
    read(page(f"<p>{flood}</p>"))
    assert time.process_time() - started < 5
