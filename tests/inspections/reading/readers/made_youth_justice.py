"""Small CSV files shaped like HMI Probation's ratings of youth justice services, with rows of our own."""

import csv
import io

from inspections.reading.documents.source import Source
from inspections.reading.readers import hmip_youth_justice

STANDARDS = ["staff", "planning", "assessment", "governance_and_leadership"]
HEADER = ["la_name", "la_ref", "score_%", "overall_rating", "publication_date", "report_url", *STANDARDS]


def row(name, overall, published, *standards):
    """Standards not given are empty cells."""
    ratings = [*standards, *[""] * (len(STANDARDS) - len(standards))]
    return [name, "made", "41.67", overall, published, "https://example.org/made/", *ratings]


def csv_of(*rows, header=HEADER, delimiter=","):
    words = io.StringIO(newline="")
    csv.writer(words, delimiter=delimiter).writerows([header, *rows])
    return words.getvalue().encode()


def source_of(*rows, **more):
    return Source(name="made.csv", data=csv_of(*rows, **more))


def read(*rows, **more):
    return hmip_youth_justice.read(source_of(*rows, **more))


def rated(inspection):
    """{aspect: (grade, status)}"""
    return {one.aspect: (one.grade, one.grade_status) for one in inspection.judgements}


def about(reading, field):
    """The problems of a reading that concern one field."""
    return [problem for problem in reading.problems if problem.field == field]
