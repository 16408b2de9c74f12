"""A page without words: at the end of a report it is worth a note, among the words it may hide some."""

import pytest


def ingested(ingest, tmp_path, made, pages):
    path = tmp_path / "80311_halton" / "report.pdf"
    path.parent.mkdir()
    path.write_bytes(made.as_pdf(pages))
    _, (line,) = ingest(path)
    return line["status"], [(problem["severity"], problem["where"]) for problem in line["problems"]]


@pytest.fixture
def pages(made):
    title = "Inspection of Halton local authority \nchildren’s services"
    return made.ilacs_pages(made.ilacs_grades, title=title)


def test_an_empty_last_page_is_noted_and_blocks_nothing(reference, ingest, tmp_path, made, pages):
    status, problems = ingested(ingest, tmp_path, made, [*pages, ""])

    assert status == "stored"
    assert problems == [("note", "page 3")]


def test_an_empty_page_among_the_words_waits_for_a_person(reference, ingest, tmp_path, made, pages):
    status, problems = ingested(ingest, tmp_path, made, [pages[0], "", *pages[1:]])

    assert status == "needs_review"
    assert ("blocking", "page 2") in problems
