"""The six real documents of joint inspections through the whole pipeline; typed from reading them."""

import datetime as dt

import pytest

from inspections.ingest import pipeline
from inspections.models import Finding, IngestRun, Inspection, Judgement
from inspections.reading import readers
from inspections.reading.documents.source import Source
from inspections.reading.readers import area_send_report, jtai_report, welsh_joint

# (area, framework, first and last day, published)
READ = {
    ("bristol", "jtai", "2017-10-16", "2017-10-20", "2017-12-01"),
    ("county-durham", "jtai", "2018-07-09", "2018-07-13", "2018-08-24"),
    ("liverpool", "jtai", "2016-06-20", "2016-06-24", "2016-08-02"),
    ("haringey", "jtai", "2017-12-04", "2017-12-08", "2018-01-30"),
    ("wirral", "jtai", "2022-12-12", "2022-12-16", "2023-02-16"),
    ("haringey", "area-send", "2024-01-29", "2024-02-02", "2024-04-03"),
}
TOPICS = {
    "bristol": "abuse and neglect",
    "county-durham": "domestic abuse",
    "liverpool": "child sexual exploitation",
    "haringey": "abuse and neglect",
    "wirral": "children and families who need help",
}


@pytest.fixture
def taken(reference, shared):
    """The runs of the six files, all stored."""
    return list(pipeline.ingest(pipeline.find_files([shared / "reports" / "joint"])))


def test_all_six(taken):
    assert [run.result for run in taken] == [IngestRun.Result.STORED] * 6
    assert {
        (
            area.slug,
            one.framework.code,
            str(one.fieldwork_start),
            str(one.fieldwork_end),
            str(one.published_from),
        )
        for one in Inspection.objects.all()
        for area in one.areas.all()
    } == READ
    for slug, words in TOPICS.items():
        assert words in Inspection.objects.get(framework__code="jtai", areas__slug=slug).topic.lower()

    judgement = Judgement.objects.get()
    assert (judgement.inspection.areas.get().slug, judgement.grade.code) == ("haringey", "positive")

    liverpool = Inspection.objects.get(areas__slug="liverpool")
    themes = set(Finding.objects.filter(inspection=liverpool).values_list("theme__code", flat=True))
    assert {"child-sexual-exploitation", "missing-children"} <= themes
    assert liverpool.fieldwork_end == dt.date(2016, 6, 24)
    assert sorted((problem.severity, problem.field) for run in taken for problem in run.problems.all()) == [
        ("conflict", "published"),
        ("note", "fieldwork"),
    ]  # the year and the second date of Liverpool's

    priority = Finding.objects.filter(topic="Areas for priority action")
    assert {one.kind for one in priority} == {"recommendation"}
    assert {one.inspection.areas.get().slug for one in priority} == {"county-durham", "liverpool"}


def test_no_real_ofsted_report_is_taken_for_one(shared):
    paths = sorted((shared / "reports" / "ofsted").glob("*/*.pdf"))[::9]

    assert len(paths) > 10
    for path in paths:
        source = Source(f"{path.parent.name}/{path.name}", path.read_bytes())

        assert not [
            one.NAME for one in (area_send_report, jtai_report, welsh_joint) if one.recognises(source)
        ]


def test_no_joint_letter_is_taken_for_an_ofsted_report(shared):
    paths = sorted((shared / "reports" / "joint").glob("*/*.pdf"))

    assert len(paths) == len(READ)
    for path in paths:
        assert not readers.by_name("ofsted_report").recognises(Source("report.pdf", path.read_bytes()))
