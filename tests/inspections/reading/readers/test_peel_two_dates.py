"""Initial and revisit judgements are of two inspections, where the page says which grade is of which."""

import datetime as dt

from tests.inspections.reading.readers.made_peel_pages import five_tiers, paragraphs, problems, read, table

BOTH = "<p>We made our initial judgments in March 2021 and our revisit judgments in June 2022.</p>"


def told(html):
    return [
        (one.kind, one.fieldwork.start, one.fieldwork.end, {row.aspect: row.grade for row in one.judgements})
        for one in read(html).inspections
    ]


def expected(first, second):
    return [
        ("full", dt.date(2021, 3, 1), dt.date(2021, 3, 31), first),
        ("reinspection", dt.date(2022, 6, 1), dt.date(2022, 6, 30), second),
    ]


def test_a_table_with_a_column_for_each():
    rows = (("Preventing crime", "Adequate", "Good"), ("Managing offenders", "Inadequate", "Adequate"))
    first = {"preventing_crime": "adequate", "managing_offenders": "inadequate"}
    second = {"preventing_crime": "good", "managing_offenders": "adequate"}

    for header in (("Area", "Initial judgment", "Revisit judgment"), ("Area", "March 2021", "June 2022")):
        html = five_tiers(BOTH, table(header, *rows))
        assert told(html) == expected(first, second)
        assert problems(html, "blocking") == []


def test_sentences_with_their_months():
    html = five_tiers(
        "<h2>Preventing crime</h2>",
        paragraphs(
            "In March 2021, we judged the force to be adequate. In June 2022, we judged it to be good."
        ),
        paragraphs("In March 2021 we graded Gwent Police as inadequate at managing offenders."),
    )
    assert told(html) == expected(
        {"preventing_crime": "adequate", "managing_offenders": "inadequate"}, {"preventing_crime": "good"}
    )


def test_grades_of_neither_date_block_and_are_not_taken():
    html = five_tiers(BOTH, "<h2>Preventing crime</h2><p>Good</p>")
    assert told(html) == expected({}, {})
    [problem] = problems(html, "blocking")
    assert "March 2021" in problem.message
    assert "June 2022" in problem.message
    assert "Preventing crime: Good" in problem.value


def test_three_dates_block():
    html = five_tiers(
        "<h2>Preventing crime</h2>",
        paragraphs(
            "In March 2021 we judged the force to be adequate. In June 2022 we judged it to be good. "
            "In July 2022 we judged it to be inadequate."
        ),
    )
    assert [judged for *_, judged in told(html)] == [{}]
    assert len(problems(html, "blocking")) == 1


def test_one_date_is_one_inspection():
    html = five_tiers("<h2>Preventing crime</h2><p>In March 2021 we judged the force to be adequate.</p>")
    assert told(html) == expected({"preventing_crime": "adequate"}, {})[:1]
