"""Rows of a typed table: what is kept, and what is said of a row that cannot be."""

import pytest

from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource

ROW = {
    "area_kind": "force",
    "area_slug": "cumbria",
    "framework": "hmicfrs-ncpi-2014",
    "kind": "full",
    "fieldwork_start": "2017-03-06",
    "fieldwork_end": "2017-03-17",
    "published_on": "2017-08-01",
    "theme": "missing-children",
    "cases": "12",
    "good": "3",
    "requires_improvement": "4",
    "inadequate": "5",
    "completeness": "",
    "source": "A report on a made-up inspection",
    "locator": "page 9",
    "confidence": "read",
    "certainty": "high",
}

NO_NUMBERS = dict.fromkeys(("cases", "good", "requires_improvement", "inadequate"), "")


def table(*rows, drop=(), order=None):
    names = [
        name for name in (order or dict.fromkeys(n for row in (ROW, *rows) for n in row)) if name not in drop
    ]
    lines = [names, *([(ROW | row).get(name, "") for name in names] for row in rows)]
    return Source("police.csv", "\n".join(",".join(line) for line in lines).encode())


def read(source):
    reader = readers.reader_for(source)
    assert reader.NAME == "case_reviews_csv"
    return reader.read(source)


def tally(reading):
    [inspection] = reading.inspections
    [row] = inspection.case_reviews
    return row


def said(reading, severity="blocking"):
    return [(p.where, p.field, p.value, p.message) for p in reading.problems if p.severity == severity]


def test_a_right_row_is_a_tally_of_the_inspection_it_names():
    reading = read(table({}))

    [inspection] = reading.inspections
    assert (inspection.inspectorate, inspection.kind, inspection.locator) == ("hmicfrs", "full", "row 2")
    assert [(p.decided, p.scope) for p in inspection.places] == [("force:cumbria", "whole_force")]
    assert (str(inspection.fieldwork.start), str(inspection.fieldwork.end)) == ("2017-03-06", "2017-03-17")
    assert (inspection.cited.kind, inspection.cited.title) == ("report", "A report on a made-up inspection")
    row = tally(reading)
    assert (row.cases, row.good, row.requires_improvement, row.inadequate) == (12, 3, 4, 5)
    assert (row.adequate, row.cases_basis, row.completeness) == (None, "printed", "full_split")
    assert reading.problems == ()


def test_columns_may_stand_in_any_order_and_unknown_ones_are_named():
    reading = read(table({"my notes": "x"}, order=[*reversed(ROW), "my notes"]))

    assert tally(reading).cases == 12
    assert said(reading, "note") == [
        ("row 1", "columns", "my_notes", "these columns are not known here and were passed over")
    ]


@pytest.mark.parametrize("name", ["source", "certainty", "area_slug", "kind"])
def test_a_missing_column_refuses_the_file_by_name(name):
    source = table({}, drop=[name])

    with pytest.raises(UnreadableSource, match=name):
        read(source)


@pytest.mark.parametrize(
    ("cells", "field", "value", "words"),
    [
        ({"source": ""}, "source", "", "a source is required"),
        ({"certainty": ""}, "certainty", "", "high, medium, low"),
        ({"certainty": "hihg"}, "certainty", "hihg", "high, medium, low"),
        ({"theme": "missing-persons"}, "theme", "missing-persons", "no such theme"),
        ({"theme": ""}, "theme", "", "a theme is required"),
        ({"kind": "big"}, "kind", "big", "quarterly_update"),
        ({"framework": "ncpi"}, "framework", "ncpi", "no such framework"),
        ({"area_kind": "county"}, "area_kind", "county", "authority or force"),
        ({"inadequate": "-5"}, "inadequate", "-5", "whole number"),
        ({"good": "3.5"}, "good", "3.5", "whole number"),
        ({"good": "three"}, "good", "three", "whole number"),
        ({"good": "13", "cases": "12"}, "good", "13", "13 is more than the 12 cases"),
        ({"inadequate": "6"}, "cases", "12", "3 + 4 + 6 = 13, not 12"),
        ({"inadequate": "4", "completeness": "full_split"}, "cases", "12", "3 + 4 + 4 = 11, not 12"),
        ({"inadequate": "4"}, "cases", "12", "3 + 4 + 4 = 11, not 12"),
        ({"inadequate": "", "completeness": "full_split"}, "cases", "12", "3 + 4 = 7, not 12"),
        ({"completeness": "total_only"}, "completeness", "total_only", "full split"),
        ({"completeness": "inconsistent"}, "completeness", "inconsistent", "do add up"),
        ({"completeness": "all"}, "completeness", "all", "full_split"),
        ({"percent_good": "125"}, "percent_good", "125", "between 0 and 100"),
        ({"percent_good": "40"}, "percent_good", "40", "25.0%, not 40%"),
        ({"below_good": "8"}, "below_good", "8", "4 + 5 = 9, not 8"),
        ({"adequate": "1", "inadequate": "4"}, "adequate", "1", "no case could be graded"),
        ({"published_on": "2017-03-01"}, "published_on", "2017-03-01", "before the fieldwork ended"),
        ({"fieldwork_end": "2017-02-30"}, "fieldwork_end", "2017-02-30", "no such day"),
        ({"fieldwork_end": "spring"}, "fieldwork_end", "spring", "this is no date"),
        ({"fieldwork_start": "2017-04-01"}, "fieldwork", "2017-04-01 to 2017-03-17", "ends before it starts"),
        ({"inspectorate": "ofsted"}, "inspectorate", "ofsted", "hmicfrs"),
        ({"sample": "x" * 121}, "sample", "x" * 121, "longer than 120"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named_and_the_row_beside_it_is_kept(cells, field, value, words):
    reading = read(table(cells, {"theme": "domestic-abuse"}))

    [(where, at, what, message), *_] = said(reading)
    assert (where, at, what) == ("row 2", field, value)
    assert words in message
    assert tally(reading).theme == "domestic-abuse"


def test_nothing_at_all_is_no_tally():
    assert said(read(table(NO_NUMBERS, {}))) == [
        ("row 2", "cases", "", "neither a number nor the source’s words are given")
    ]


@pytest.mark.parametrize(
    ("cells", "completeness"),
    [
        ({"inadequate": ""}, "partial"),
        ({"inadequate": "", "requires_improvement": "", "below_good": "9"}, "merged"),
        ({"good": "", "inadequate": "", "requires_improvement": ""}, "total_only"),
        (NO_NUMBERS | {"percent_good": "16%"}, "proportion_only"),
        (NO_NUMBERS | {"stated": "most of them"}, "stated_only"),
        ({"good": "", "inadequate": "", "requires_improvement": "", "observed": "9"}, "observed"),
    ],
)  # fmt: skip
def test_completeness_is_worked_out_from_what_is_there(cells, completeness):
    assert tally(read(table(cells))).completeness == completeness


def test_zero_is_known_and_empty_is_not():
    row = tally(read(table({"good": "0", "requires_improvement": "", "inadequate": "", "below_good": "12"})))

    assert (row.good, row.requires_improvement, row.inadequate) == (0, None, None)


def test_a_total_is_added_up_only_where_the_row_says_that_these_are_all():
    plain, declared = (tally(read(table({"cases": "", "completeness": word}))) for word in ("", "full_split"))

    assert (plain.cases, plain.cases_basis, plain.completeness) == (None, None, "partial")
    assert (declared.cases, declared.cases_basis, declared.completeness) == (12, "summed", "full_split")


def test_parts_that_do_not_sum_are_kept_where_the_row_says_so():
    reading = read(table({"cases": "13", "completeness": "inconsistent"}))

    row = tally(reading)
    assert (row.cases, row.good, row.inadequate, row.completeness) == (13, 3, 5, "inconsistent")
    assert said(reading, "conflict") == [("row 2", "cases", "13", "3 + 4 + 5 = 12, not 13; kept as printed")]
    assert said(reading) == []


def test_before_2016_a_case_could_be_adequate():
    early = {"fieldwork_start": "2015-03-06", "fieldwork_end": "2015-03-17", "published_on": ""}

    row = tally(read(table(early | {"adequate": "1", "inadequate": "4"})))

    assert (row.adequate, row.completeness) == (1, "full_split")


def test_rows_of_one_inspection_and_source_are_one_inspection_and_others_are_not():
    reading = read(
        table(
            {},
            {"theme": "domestic-abuse"},
            {
                "source": "https://news.example.org/story",
                "confidence": "press",
                "cases": "13",
                "inadequate": "6",
            },
            {"area_slug": "cleveland"},
        )
    )

    assert [(len(i.case_reviews), i.places[0].raw, i.cited.kind, i.locator) for i in reading.inspections] == [
        (2, "cumbria", "report", "row 2"),
        (1, "cumbria", "press", "row 4"),
        (1, "cleveland", "report", "row 5"),
    ]
    assert reading.inspections[1].cited.url == "https://news.example.org/story"


def test_several_areas_stand_in_one_cell():
    several = {"area_kind": "authority;force", "area_slug": "halton;authority:knowsley;force:merseyside"}

    [inspection] = read(table(several | {"area_slug": "halton;merseyside"})).inspections
    assert [place.decided for place in inspection.places] == ["authority:halton", "force:merseyside"]
    assert said(read(table(several)))[0][1] == "area_kind"


def test_only_a_thematic_inspection_may_be_about_no_one_area():
    nowhere = {"area_kind": "", "area_slug": ""}

    assert read(table(nowhere | {"kind": "thematic"})).inspections[0].places == ()
    assert said(read(table(nowhere)))[0][1] == "area_slug"


def test_a_row_that_says_the_same_again_is_named():
    assert said(read(table({}, {}))) == [("row 3", "row", "", "this row says the same as row 2")]


def test_other_numbers_of_the_same_cases_are_both_kept_and_named():
    reading = read(
        table({}, {"cases": "13", "inadequate": "6"}, {"cases": "5", "good": "", "sample": "of the audit"})
    )

    assert [row.cases for row in reading.inspections[0].case_reviews] == [12, 13]
    [(where, field, value, message)] = said(reading, "conflict")
    assert (where, field, value) == ("row 3", "cases", "13")
    assert message.startswith("row 2 gives other numbers of the same cases")


def test_a_missing_locator_and_a_missing_confidence_are_worth_a_note():
    reading = read(table({"locator": "", "confidence": ""}))

    assert [(where, field) for where, field, *_ in said(reading, "note")] == [
        ("row 2", "locator"),
        ("document", "confidence"),
    ]
    assert reading.inspections[0].confidence == "read"


def test_a_month_is_a_span():
    span = read(table({"fieldwork_start": "2017-03", "fieldwork_end": ""})).inspections[0].fieldwork

    assert (str(span.start), str(span.end), span.raw) == ("2017-03-01", "2017-03-31", "2017-03")


def test_a_month_typed_with_a_slash_is_a_problem():
    reading = read(table({"fieldwork_start": "03/2017", "fieldwork_end": ""}))

    assert said(reading)[0][1] == "fieldwork_start"


@pytest.mark.parametrize(
    ("start", "end", "out", "wrong"),
    [
        ("2017", "", "2017-06-20", False),
        ("2017-01-01", "2017-12-31", "2017-06-20", False),
        ("2017-06", "", "2017-06-20", False),
        ("2017-07", "", "2017-06-20", True),
        ("2017-01-02", "2017-12-31", "2017-06-20", True),
        ("2017-06", "", "2017-06", False),
    ],
)
def test_a_publication_within_the_year_of_its_fieldwork_is_no_contradiction(start, end, out, wrong):
    reading = read(table({"fieldwork_start": start, "fieldwork_end": end, "published_on": out}))

    assert [field for _, field, *_ in said(reading)] == (["published_on"] if wrong else [])


def test_a_spreadsheets_british_day_is_read_day_first():
    span = (
        read(table({"fieldwork_start": "06/03/2017", "fieldwork_end": "17/03/2017"})).inspections[0].fieldwork
    )

    assert (str(span.start), str(span.end)) == ("2017-03-06", "2017-03-17")


def test_a_row_nobody_confirmed_stays_a_proposal_and_a_rejected_one_stays_out():
    reading = read(table({"review_status": "proposed"}, {"theme": "referrals", "review_status": "rejected"}))

    assert tally(reading).proposed
    assert reading.tables[0].named == 1


def test_another_table_of_this_site_is_left_to_others():
    header = "key,inspection,source,locator,confidence,certainty,area_kind,area_slug,kind,theme,topic,about"

    with pytest.raises(UnreadableSource, match="no reader knows what is in it"):
        readers.reader_for(Source("findings.csv", header.encode()))


@pytest.mark.parametrize(
    ("framework", "kind", "expected"),
    [("hmicfrs-ncpi-2014", "authority", "a force, not an authority"),
     ("ofsted-ilacs-2018", "force", "an authority, not a force")],
)  # fmt: skip
def test_a_force_and_an_authority_of_one_name_are_not_mistaken(framework, kind, expected):
    """Many share their name; the slug alone does not tell them apart."""
    reading = read(table({"framework": framework, "area_kind": kind}))

    assert reading.inspections == ()
    [(where, field, value, message)] = said(reading)
    assert (where, field, value) == ("row 2", "area_kind", kind)
    assert message.endswith(expected)
