"""A long or hostile text is read in about a second; twice the text takes about twice the time."""

import time

import pytest

from inspections.reading.case_counts import tallies_in

SIZE = 2_000_000
LONGEST = 4  # seconds, on a machine that does other things besides

TEXTS = {
    "prose": "The officers told us that supervision of cases was good, but 12 of the 30 staff had left. ",
    "tallies": "We audited 34 cases (9 were good, 15 required improvement and 10 were inadequate). ",
    "no full stop": "12 cases were good, 14 ",
    "only grades": "good or ",
    "only cases": "case file ",
    "only percentages": "12 per cent ",
    "only of": "of the 12 ",
    "audits": "the force's own audit of 170 files was read. ",
    "years": "in May 2017, 53 per cent of cases were good. ",
    "observed": "In 12 of the 48 cases the force had not recorded risk. ",
    "same": "the same ",
    "digits": "1",
    "thousands": "1,111",
    "quotes": ".'",
    "dots": ".",
    "spaces": " ",
    "one word": "a",
    "letters": "good 12 case, ",
}


@pytest.mark.parametrize("name", TEXTS)
def test_two_megabytes_are_read_in_about_a_second(name):
    text = TEXTS[name] * (SIZE // len(TEXTS[name]))

    begun = time.process_time()
    tallies_in(text)

    assert time.process_time() - begun < LONGEST


def test_a_tally_behind_a_megabyte_of_prose_is_found():
    text = TEXTS["spaces"] * 10 + "The officers spoke of how they work and what they need. " * 18_000
    text += TEXTS["tallies"]

    (tally,) = tallies_in(text)

    assert (tally.cases, tally.good) == (34, 9)
