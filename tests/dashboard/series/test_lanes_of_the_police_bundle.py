"""The lanes of all 43 forces on the bundled police facts. Expected numbers: the table of publications that
the facts come from (96 publications of 42 forces) and the sources it names."""

import pytest

from areas.models import Area
from dashboard.charts.lanes.figure import lanes_figures
from inspections.transfer.load import DATA, load_tables
from tests import factories as make
from tests.worded import picture


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
    for force in forces:
        found = picture(force)
        lanes_figures(found)
        if not any(row.framework == "NCPI" for row in found.rows):
            without.append(force.slug)
            assert found.answer == "Latest on record: HMICFRS, PEEL 2023-25, date not given."

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
    assert mark.beside.startswith("26% good, as stated; number not given")


def test_cycles_of_peel_without_a_date_are_words_under_the_chart(police):
    durham = picture(make.force("durham"))

    words = [one.words for one in durham.undated]
    assert not any(block.key.endswith(":peel") for block in durham.blocks)
    assert [one.split(",")[0] for one in words if one.startswith("PEEL")] == [
        "PEEL 2015", "PEEL 2016", "PEEL 2017", "PEEL 2018/19", "PEEL 2021/22", "PEEL 2023-25",
    ]  # fmt: skip
    (cycle,) = (one for one in words if one.startswith("PEEL 2018/19"))
    for grade in (
        "protecting vulnerable people good",
        "effectiveness outstanding",
        "preventing crime outstanding (carried over)",
    ):
        assert grade in cycle


def test_the_count_of_all_grades_stands_before_the_few_that_are_known(police):
    durham = picture(make.force("durham"))

    (cycle,) = (one.words for one in durham.undated if one.words.startswith("PEEL 2021/22"))
    counted = "outstanding in two of ten areas, good in seven, adequate in one"
    assert cycle.startswith(f"PEEL 2021/22, date not given: {counted}")
    assert cycle.index("disrupting serious organised crime outstanding") > len(counted)
