"""Pages made to hurt are refused with a reason or read in little time."""

import time

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource
from tests.inspections.reading.readers import made_police_pages as made

TALLY = "We audited 27 child protection cases (6 cases were good, 12 required improvement and 9 inadequate). "
SECONDS = 3  # of the processor's: the machine may be busy with other things


def outcome(data):
    """What became of it, and that it became so in time."""
    started = time.process_time()
    try:
        source = Source("page.html", data)
        reading = readers.by_name("hmicfrs_report").read(source)
        return len(reading.inspections[0].case_reviews)
    except UnreadableSource as error:
        return error.message
    finally:
        assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (made.page(made.p(TALLY * 18_000)), "far more"),
        (made.page(made.p("good adequate inadequate " * 70_000)), "far more"),
        (made.page(made.columns(*[("Missing children", 1, 2, 3)] * 20_000)), "more than"),
        (made.page(*[made.p("x")] * 9_000), "paragraphs and rows"),
        (made.page(made.p("word " * 600_000)), "letters"),
    ],
    ids=["tallies", "grades", "rows", "paragraphs", "letters"],
)
def test_what_is_larger_than_any_report_is_refused(data, reason):
    assert reason in str(outcome(data))


@pytest.mark.parametrize(
    "words",
    [
        "1 of 2 ",
        "the force is ",
        "within the next ",
        "4 – 5 March ",
        "leadership is, ",
        "missing ",
        "((((",
        "“’",
    ],
)
def test_two_megabytes_of_one_phrase_are_read_in_time(words):
    assert outcome(made.page(made.p(words * (2_000_000 // len(words))))) == 0


@pytest.mark.parametrize("body", ["", "<h1>Kent Police</h1>", "<nav>Home</nav><p> </p>"])
def test_a_page_with_no_words_below_its_title_is_refused(body):
    title = "<!doctype html><title>Kent Police: national child protection inspection</title>"

    assert "no words" in outcome((title + body).encode())


def test_many_short_headings_and_captions_are_read_in_time():
    body = (
        made.h(2, made.ANALYSIS),
        made.h(3, made.BREAKDOWN),
        *[made.p("Missing children")] * 7_000,
        made.p("x"),
    )

    assert outcome(made.page(*body)) == 0


def test_another_file_is_refused():
    with pytest.raises(UnreadableSource, match="not a report of HMICFRS"):
        made.read(b"<!doctype html><title>Kent</title><p>Kent</p>")
