"""Tables of Area SEND inspections: the ungraded first cycle with its revisits, and the outcomes since."""

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from inspections.ingest import pipeline
from inspections.models import Inspection, Problem
from inspections.reading import readers
from inspections.reading.documents.source import Source
from inspections.reading.documents.spreadsheet import open_workbook
from tests.inspections.reading.readers.made_spreadsheets import day, ods, xlsx

FIRST_CYCLE = [
    "Web link to Ofsted local authority webpage",
    "Local authority code",
    "Area name",
    "Ofsted region",
    "Inspection start date",
    "Inspection publication date",
    "Inspection outcome: written statement of action required?",
    "Number significant weaknesses identified in written statement of action",
    "Revisit start date",
    "Revisit publication date",
    "Revisit outcome: sufficient progress in addressing all significant weaknesses?",
    "Number significant weaknesses where sufficient progress has been made",
    "Number significant weaknesses where sufficient progress has not been made",
]
REVISITED = ["Page", "E06000006", "Halton", "North West", day("2018-06-25"), day("2018-09-10"), "Yes", 5,
             day("2021-05-24"), day("2021-07-14"), "Some", 1, 4]  # fmt: skip
NO_ACTION = ["Page", "E08000011", "Knowsley", "North West", day("2019-03-18"), day("2019-05-13"), "No"]
WAITING = ["Page", "E10000016", "Kent", "South East", day("2021-09-20"), day("2021-11-24"), "Yes", 2,
           "Not revisited yet"]  # fmt: skip
LISTED = (
    '"","Link.to.report.webpage.for.the.local.authority.and.local.area.partnership","Local.area.partnership",'
    '"Ofsted.region","Inspection.start.date","Inspection.publication.date","Inspection.outcome",'
    '"Priority.action.plan.required.","Number.of.areas.for.priority.action"\n'
    '"1","Report webpage","Halton","North West","27/03/2023","31/05/2023",'
    '"Typically positive experiences and outcomes","No",NA\n'
    '"2","Report webpage","Kent","South East","10/07/2023","10/11/2023",'
    '"Widespread and/or systemic failings","Yes",2\n'
)
OVERVIEW = [
    "urn", "ltla23cd", "local_authority", "inspection_link", "outcome_grade", "previous_inspection_date",
    "inspection_start_date", "inspection_end_date", "publication_date", "inspection_outcome_text",
]  # fmt: skip
SAID = {
    1: "The local area partnership’s SEND arrangements typically lead to positive experiences and outcomes.",
    2: "The partnership’s arrangements lead to inconsistent experiences and outcomes for children with SEND. "
       "The next full inspection will be within three years.",
    3: "There are widespread and/or systemic failings leading to significant concerns about the experiences "
       "of children and young people with special educational needs and/or disabilities (SEND).",
}  # fmt: skip


def first_cycle(*rows, write=ods):
    titles = [["Area SEND inspection and revisit outcomes"], ["One table."]]
    return write({"Cover": [["Cover page"]], "Area_SEND": [*titles, FIRST_CYCLE, *rows]})


def overview(*rows):
    return xlsx({"ofsted_send": [OVERVIEW, *rows]})


def listed(number, words, *, name="halton", start="18/11/24", end="22/11/24", out="04/02/25"):
    return [
        "80471",
        "E06000006",
        name,
        "https://files.example/1",
        number,
        "01/01/1900",
        start,
        end,
        out,
        words,
    ]


def read(data):
    reader = readers.reader_for(Source("any name", data))
    assert reader.NAME == "area_send_tables"
    return reader.read(Source("any name", data))


def named(reading):
    return [
        (one.where, one.field, one.value)
        for one in reading.problems
        if one.field not in ("columns", "sheets")
    ]


@pytest.mark.parametrize("write", [ods, xlsx])
def test_the_first_cycle_is_ungraded_and_says_its_outcome_in_its_own_words(write):
    reading = read(first_cycle(NO_ACTION, REVISITED, WAITING, write=write))

    knowsley, halton, kent, _ = reading.inspections
    assert (knowsley.inspectorate, knowsley.framework, knowsley.kind) == ("joint", "area-send", "full")
    assert (knowsley.fieldwork.start, knowsley.fieldwork.end) == (dt.date(2019, 3, 18), None)
    assert knowsley.published.end == dt.date(2019, 5, 13)
    [judgement] = halton.judgements
    assert (judgement.aspect, judgement.grade, judgement.grade_status) == (
        "area_send_outcome", None, "not_graded",
    )  # fmt: skip
    assert judgement.printed == (
        "Written statement of action required: Yes; significant weaknesses identified: 5"
    )
    assert knowsley.judgements[0].printed == "Written statement of action required: No"
    assert kent.findings[0].passage.endswith("identified: 2; revisit: Not revisited yet")
    assert named(reading) == []
    assert [(table.rows, table.stored, table.named) for table in reading.tables] == [(3, 3, 0)]


def test_other_words_for_the_same_columns():
    header = ["Local area", "Date of inspection", "Date published", "WSOA required?", "Re-visit date",
              "Re-visit outcome"]  # fmt: skip
    row = ["Halton local area", day("2018-06-25"), day("2018-09-10"), "Yes", day("2021-05-24"), "No"]

    inspection, revisit = read(ods({"Outcomes": [header, row]})).inspections

    assert inspection.places[0].raw == "Halton"
    assert inspection.judgements[0].printed == "Written statement of action required: Yes"
    assert (inspection.fieldwork.start, revisit.fieldwork.start) == (
        dt.date(2018, 6, 25),
        dt.date(2021, 5, 24),
    )
    assert revisit.findings[0].passage.endswith("all significant weaknesses: No")


def test_a_monitoring_inspection_gives_no_outcome():
    header = ["Local area partnership", "Inspection type", "Inspection start date", "Publication date",
              "Inspection outcome"]  # fmt: skip
    rows = [
        ["Halton", "Monitoring inspection", day("2024-06-24"), day("2024-08-10"), None],
        [
            "Kent",
            "Full inspection",
            day("2024-06-24"),
            day("2024-08-10"),
            "Inconsistent experiences and outcomes",
        ],
        ["Sutton", "Something new", day("2024-06-24"), day("2024-08-10"), None],
    ]

    reading = read(xlsx({"SEND": [header, *rows]}))

    assert [(one.kind, len(one.judgements)) for one in reading.inspections] == [
        ("monitoring_visit", 0), ("full", 1),
    ]  # fmt: skip
    assert named(reading) == [("SEND row 4 column B", "kind", "Something new")]


def test_a_revisit_is_a_visit_of_its_own_without_a_grade():
    reading = read(first_cycle(REVISITED, NO_ACTION))

    _, _, revisit = reading.inspections
    assert (revisit.kind, revisit.judgements) == ("post_inspection_review", ())
    assert (revisit.fieldwork.start, revisit.published.end) == (dt.date(2021, 5, 24), dt.date(2021, 7, 14))
    assert revisit.findings[0].passage == (
        "Sufficient progress in addressing all significant weaknesses: Some; made on 1; not made on 4"
    )


def test_outcomes_since_2023_are_grades_and_say_whether_a_plan_is_required():
    halton, kent = read(LISTED.encode()).inspections

    assert [one.judgements[0].grade for one in (halton, kent)] == ["positive", "systemic_failings"]
    assert kent.judgements[0].printed == "Widespread and/or systemic failings"
    assert kent.findings[0].passage == "Priority action plan required: Yes; areas for priority action: 2"
    assert halton.findings[0].passage == "Priority action plan required: No"
    assert (kent.fieldwork.start, kent.published.end) == (dt.date(2023, 7, 10), dt.date(2023, 11, 10))


@pytest.mark.parametrize(
    ("number", "grade"), [(1, "positive"), (2, "inconsistent"), (3, "systemic_failings")]
)
def test_the_overview_is_read_by_its_words(number, grade):
    [inspection] = read(overview(listed(number, SAID[number]))).inspections

    assert inspection.judgements[0].grade == grade
    assert inspection.judgements[0].printed == SAID[number].split(". ")[0].rstrip(".") + "."
    assert (inspection.fieldwork.start, inspection.fieldwork.end, inspection.published.end) == (
        dt.date(2024, 11, 18), dt.date(2024, 11, 22), dt.date(2025, 2, 4),
    )  # fmt: skip
    # The district's code may be of an authority that was there before; Ofsted's number is not.
    assert inspection.places[0].code == "80471"
    assert inspection.url == "https://files.example/1"


@pytest.mark.parametrize(
    ("number", "words", "status", "value"),
    [
        (1, SAID[2], "unreadable", f"{SAID[2][:200]} (1)"),
        (2, "The outcome was not found.", "not_reported", "The outcome was not found. (2)"),
        (3, "The arrangements do not lead to positive experiences of SEND.", "not_reported",
         "The arrangements do not lead to positive experiences of SEND. (3)"),
    ],
)  # fmt: skip
def test_where_words_and_number_differ_or_say_none_no_outcome_is_shown(number, words, status, value):
    """The other row, about children with SEND, is what makes the table one of these."""
    reading = read(overview(listed(number, words), listed(3, SAID[3], name="knowsley")))

    judgement = reading.inspections[0].judgements[0]
    assert (judgement.grade, judgement.grade_status) == (None, status)
    assert named(reading) == [("ofsted_send row 2 column J", "area_send_outcome", value)]


def test_an_inspection_without_its_days_is_kept_by_its_publication():
    [inspection] = read(overview(listed(2, SAID[2], start="", end="", out="13/05/25"))).inspections

    assert (inspection.fieldwork.start, inspection.published.end) == (None, dt.date(2025, 5, 13))


@pytest.mark.parametrize(
    ("more", "where", "field"),
    [
        ({"start": "", "end": "", "out": ""}, "ofsted_send row 2", "inspection"),
        ({"start": "soon"}, "ofsted_send row 2 column G", "start"),
    ],
)
def test_a_row_or_a_day_that_cannot_be_read_is_named(more, where, field):
    reading = read(overview(listed(2, SAID[2], **more), listed(3, SAID[3], name="knowsley")))

    assert [one[:2] for one in named(reading)] == [(where, field)]


def test_a_table_of_other_outcomes_is_left_to_others():
    data = b"local_authority,publication_date,outcome_grade,inspection_outcome\nKent,1/2/2024,2,fine\n"

    assert not readers.by_name("area_send_tables").recognises(Source("other.csv", data))


def test_three_tables_give_each_inspection_once_whichever_comes_first(reference, tmp_path):
    files = {
        "a.ods": first_cycle(REVISITED, NO_ACTION),
        "b.csv": LISTED.encode(),
        "c.xlsx": overview(listed(1, SAID[1], start="27/03/23", end="31/03/23", out="31/05/23")),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)

    for name in ("c.xlsx", "a.ods", "b.csv"):
        [run] = pipeline.ingest([pipeline.Incoming(tmp_path / name, name)])
        assert run.result == "stored", name

    published = Inspection.objects.published()
    assert Counter(published.values_list("areas__slug", flat=True)) == {"halton": 3, "knowsley": 1, "kent": 1}
    of_2023 = published.get(areas__slug="halton", fieldwork_end=dt.date(2023, 3, 31))
    assert of_2023.judgements.get(stands=True).grade.code == "positive"
    assert not Problem.objects.exclude(severity="note").exists()


REAL = Path(__file__).resolve().parents[5] / "shared" / "data" / "area_send"
real = pytest.mark.skipif(not REAL.is_dir(), reason="no ../shared/data/area_send beside the checkout")


@pytest.mark.shared
@real
def test_no_row_of_the_real_tables_is_lost():
    """What is expected is counted from the files themselves."""
    name = "Area_SEND_2016_2022.ods"
    rows = open_workbook((REAL / name).read_bytes()).rows("Area_SEND_up_to_31_Aug_2022")[5:]
    revisits = [row for row in rows if isinstance(row[8], dt.date)]

    reading = read((REAL / name).read_bytes())

    assert len(rows) > 140
    assert len(revisits) > 40
    assert Counter(one.kind for one in reading.inspections) == {
        "full": len(rows), "post_inspection_review": len(revisits),
    }  # fmt: skip
    required = Counter(one.judgements[0].printed.split(": ")[1].split(";")[0]
                       for one in reading.inspections if one.judgements)  # fmt: skip
    assert required == Counter(row[6] for row in rows)
    assert named(reading) == []


@pytest.mark.shared
@real
def test_the_real_list_and_overview_agree_where_both_tell_of_an_inspection():
    with (REAL / "mi_ofsted_winter_2223.csv").open(encoding="utf-8-sig", newline="") as file:
        expected = {row["Local.area.partnership"].casefold() for row in csv.DictReader(file)}

    listed_ = read((REAL / "mi_ofsted_winter_2223.csv").read_bytes()).inspections
    told = read((REAL / "ofsted_csc_send_overview.xlsx").read_bytes())

    assert {one.places[0].raw.casefold() for one in listed_} == expected
    overview_ = {one.places[0].raw.replace("&", "and"): one for one in told.inspections}
    assert len(overview_) == told.tables[0].rows == told.tables[0].stored
    met = [(one, overview_[one.places[0].raw.casefold()]) for one in listed_
           if one.places[0].raw.casefold() in overview_]  # fmt: skip
    assert len(met) > 10
    assert all(one.judgements[0].grade == other.judgements[0].grade for one, other in met)
    assert [one[1] for one in named(told)] == ["area_send_outcome"]
