"""Text made to be slow is read about as fast as any other."""

import contextlib
import time

import pytest

from inspections.reading.documents import pdf
from inspections.reading.documents.source import UnreadableSource
from inspections.reading.readers.ofsted_report import read_pages

MANY = 20_000


@pytest.mark.parametrize(
    "mess",
    [
        "\n" * MANY,
        " " * MANY,
        "The " * MANY,
        "The\n" * MANY,
        "The experiences and progress of\n" * MANY,
        "The arrangements in place to evaluate " * (MANY // 10),
        "The overall judgement is that children’s services in " * (MANY // 10),
        "children’s services in a\n" * MANY,
        "Safeguarding Children Board is\n" * MANY,
        "a" * MANY * 10,
        "4 to " * MANY,
        "Inspection dates: \n" * MANY,
        "Requires improvement to be\n" * MANY,
        "judgements for the local authority were:\n" * MANY,
    ],
)
@pytest.mark.parametrize("family", ["ilacs", "sif"])
def test_a_page_of_mess_takes_no_longer_than_two_seconds(made, mess, family):
    pages = made.ilacs_pages(made.ilacs_grades) if family == "ilacs" else made.sif_pages(made.sif_grades)

    for where in (0, 1):
        hostile = [page + "\n" + mess if number == where else page for number, page in enumerate(pages)]
        began = time.process_time()
        with contextlib.suppress(UnreadableSource):
            read_pages(pdf.clean_pages(hostile), "80999_borsetshire/report - 20 april 2019.pdf")
        assert time.process_time() - began < 2


def test_mess_before_the_title(made):
    pages = made.ilacs_pages(made.ilacs_grades)
    began = time.process_time()

    for mess in (" " * MANY, "Inspection of " * MANY, "\n" * MANY):
        with contextlib.suppress(UnreadableSource):
            read_pages([mess + pages[0], pages[1]], "report.pdf")

    assert time.process_time() - began < 2
