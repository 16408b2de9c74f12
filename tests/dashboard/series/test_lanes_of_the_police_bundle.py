"""The lanes of all 43 forces on the bundled police facts. Expected numbers: the table of publications that
the facts come from (96 publications of 42 forces) and the sources it names."""

import csv
from collections import defaultdict
from itertools import cycle

import plotly.graph_objects as go
import pytest

from areas.models import Area
from dashboard.charts.lanes.figure import lanes_figures
from dashboard.charts.lanes.layouts import LAYOUTS
from inspections.models import Framework
from inspections.querysets import cycle_spans
from inspections.transfer.load import DATA, load_tables
from tests import factories as make
from tests.worded import picture

TWO = {
    "protecting_vulnerable_people": "Protecting vulnerable people",
    "effectiveness": "Effectiveness",
}


@pytest.fixture
def police(reference):
    load_tables([DATA / name for name in ("case_study", "context", "police")])


def tally(found, label):
    (mark,) = (
        mark
        for block in found.blocks
        for lane in block.lanes
        if lane.label == label
        for mark in lane.marks
        if mark.shape in ("tally", "words")
    )
    return mark


def test_forty_two_of_forty_three_forces_have_a_child_protection_inspection_in_their_lanes(police):
    forces = list(Area.objects.forces())
    without = []
    for force, layout in zip(forces, cycle(LAYOUTS)):
        found = picture(force)
        go.Figure(lanes_figures(found)[layout])  # raises ValueError naming what plotly.js would not know
        if not any(row.framework == "NCPI" for row in found.rows):
            without.append(force.slug)
            assert found.answer == "Latest held here: HMICFRS, PEEL 2023-25, March 2025."

    assert len(forces) == 43
    assert without == ["city-of-london"]


@pytest.mark.parametrize(
    ("slug", "counts", "certainty"),
    [
        ("derbyshire", {"good": 20, "requires_improvement": 31, "inadequate": 28}, ""),
        ("northumbria", {"good": 27, "requires_improvement": 41, "inadequate": 33}, "medium"),
        ("wiltshire", {"good": 12, "requires_improvement": 4, "inadequate": 14}, ""),
    ],
)
def test_a_full_split_is_a_tally_with_its_number_and_its_certainty(police, slug, counts, certainty):
    mark = tally(picture(make.force(slug)), "All cases looked at")

    assert {part.fill: part.count for part in mark.segments} == counts
    assert f"of {sum(counts.values())} cases looked at" in mark.beside
    assert mark.certainty == certainty
    assert ("certainty" in mark.beside) == bool(certainty)


def test_what_does_not_add_up_in_west_yorkshire_is_no_ordinary_strip(police):
    found = picture(make.force("west-yorkshire"))

    (doubtful,) = (mark for mark in found.marks if mark.doubtful)
    assert [part.count for part in doubtful.segments] == [9, 8, 7, 10]
    assert "the parts do not add up to 33" in doubtful.beside
    assert any(row.problem_url for row in found.rows)
    # What the force graded itself stands in a lane of its own.
    (own,) = (mark for mark in found.marks if "graded by the force itself" in mark.beside)
    assert [part.count for part in own.segments] == [17, 8, 5, 3]


@pytest.mark.parametrize(
    ("slug", "segments"),
    [
        ("gloucestershire", [("14 good", "good"), ("75 below good, split not given", "below_good")]),
        ("lancashire", [("30 inad", "inadequate"), ("49 not given", "not_given")]),
    ],
)
def test_what_is_not_given_is_hatched(police, slug, segments):
    mark = tally(picture(make.force(slug)), "All cases looked at")

    assert [(part.words, part.fill) for part in mark.segments] == segments


def test_a_share_alone_stands_as_words(police):
    mark = tally(picture(make.force("humberside")), "All cases looked at")

    assert mark.segments == ()
    assert mark.beside.startswith("26% good, as stated; number and split not given")


def peel_on_record():
    """Of each force its cycles, and of each cycle the grades of the two aspects drawn, as the files say."""
    cycles, grades = defaultdict(set), defaultdict(set)
    with (DATA / "police" / "inspections.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["framework"].startswith("hmicfrs-peel-"):
                cycles[row["areas"].removeprefix("force:")].add(row["framework"])
    with (DATA / "police" / "judgements.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            force, framework, *_rest = row["inspection"].split("/")
            if row["aspect"] in TWO:  # what was not graded is drawn too, without a grade
                grades[force, framework, TWO[row["aspect"]]].add(row["grade"])
    return cycles, grades


def test_every_force_has_its_peel_drawn_in_each_of_its_cycles(police):
    cycles, grades = peel_on_record()
    names = {framework.pk: framework.short_name for framework in Framework.objects.filter(once=True)}

    assert len(cycles) == 43
    for slug, held in cycles.items():
        found = picture(make.force(slug))
        (block,) = (one for one in found.blocks if one.key.endswith(":peel"))
        drawn = {
            (framework, lane.label, mark.grade)
            for lane in block.lanes
            for mark in lane.marks
            for framework in held
            if f"{names[framework]}," in mark.words or f"{names[framework]}:" in mark.words
        }
        assert {framework for framework, _lane, _grade in drawn} == held, slug
        assert len(held) >= 3, slug
        assert not [line for line in found.undated if line.words.startswith("PEEL")], slug
        for framework in held:
            for name in TWO.values():
                shown = {grade for cycle, lane, grade in drawn if (cycle, lane) == (framework, name)}
                told = grades[slug, framework, name]
                assert shown <= told, slug
                assert bool(shown) == bool(told), slug


def test_the_peel_of_durham_has_no_invented_date(police):
    durham = picture(make.force("durham"))

    (block,) = (one for one in durham.blocks if one.key.endswith(":peel"))
    marks = [mark for lane in block.lanes for mark in lane.marks]
    times = {(span.start, span.end) for span in cycle_spans().values()}
    assert len(marks) > 8
    assert {mark.span for mark in marks} <= times
    rows = [row for row in durham.rows if row.framework.startswith("PEEL")]
    assert {row.iso for row in rows} == {""}
    assert all(row.date.startswith("some time in this cycle (") for row in rows)
    assert "preventing crime outstanding (carried over)" in {
        f"{row.subject.partition(': ')[2]} {row.result}" for row in rows if "2018/19" in row.subject
    }


def test_the_count_of_all_grades_stands_beside_the_few_that_are_known(police):
    durham = picture(make.force("durham"))

    counted = "PEEL 2021/22: Outstanding in two of ten areas, good in seven, adequate in one"
    assert any(mark.beside.startswith(counted) for mark in durham.marks)
    (row,) = (row for row in durham.rows if row.subject == "PEEL 2021/22, in words")
    assert counted.endswith(row.result.partition(";")[0])


def test_a_grade_lowered_after_the_report_stands_with_the_one_before_it(police):
    """On 8 August 2024 the grade of Northamptonshire was lowered from adequate to requires improvement."""
    found = picture(make.force("northamptonshire"), "aspect=responding_to_the_public&from=2023")

    (mark,) = found.marks
    assert mark.short.startswith("RI")
    assert "adequate" in mark.beside
    (row,) = found.rows
    assert row.result.startswith("requires improvement")
    assert "adequate" in row.result
