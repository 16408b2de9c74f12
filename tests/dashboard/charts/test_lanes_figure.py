"""The figure shows every mark of its series, in its colours, and nothing overlaps or is cut."""

import datetime as dt
import json
from dataclasses import replace
from itertools import combinations, pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts import palette, text
from dashboard.charts.lanes.arrange import arrange
from dashboard.charts.lanes.figure import lanes_figure, lanes_figures
from dashboard.charts.lanes.items import FOOT
from dashboard.charts.lanes.layouts import LAYOUTS
from dashboard.charts.lanes.picture import Block, Break, Lane, Mark, Picture, picture_of
from dashboard.selection.selection import Selection
from dashboard.series.lanes import lanes
from dashboard.wording.cases import Segment
from tests import factories as make

NAMES = sorted(LAYOUTS)
GRADES = {
    "outstanding": "Out",
    "good": "Good",
    "adequate": "Adeq",
    "requires_improvement": "RI",
    "inadequate": "Inad",
}
# As wide as a box may have to be: Area SEND's words, and a star for what is less than certain.
SHORT = {**GRADES, "positive": "Positive*", "inconsistent": "Inconsist*", "systemic_failings": "Failings*"}
SEGMENTS = (
    Segment("6 good", "good", 6),
    Segment("8 RI", "requires_improvement", 8),
    Segment("5 inad", "inadequate", 5),
)


def mark(on, shape="grade", **fields):
    number = fields.pop("inspection", 1)
    if shape == "grade":
        fields = {"grade": "good", "short": "Good"} | fields
    return Mark(
        shape=shape, on=on, inspection=number, url=f"/inspections/{number}/", words="In words", **fields
    )


def picture(*lanes, breaks=()):
    block = Block("social_care", "Children’s social care · Ofsted, Kent", lanes)
    return Picture(
        place="Kent", title="Kent: good in 2019", subtitle="Each", summary="Ofsted: 1.", answer="",
        as_far_as_read="",
        filters="", blocks=(block,), breaks=breaks, source_line="Source and dates: 1 document.",
    )  # fmt: skip


def in_a_cycle(first, last, grade="good", **fields):
    middle = first + (last - first) / 2
    fields = {"grade": grade, "short": SHORT[grade], "beside": "2018/19", "under": True} | fields
    return mark(middle, span=(first, last), **fields)


days = st.dates(dt.date(2009, 1, 1), dt.date(2026, 8, 31))
words = st.sampled_from(
    ["", "Focused visit, not graded", "of 374 cases looked at; 74% below good; medium certainty"]
)
marks = st.one_of(
    st.builds(
        lambda on, grade, beside: mark(on, grade=grade, short=SHORT[grade], beside=beside),
        days,
        st.sampled_from(sorted(SHORT)),
        st.sampled_from(["", "protecting vulnerable people", "one service with City of London"]),
    ),
    st.builds(lambda on, beside: mark(on, "visit", beside=beside), days, words),
    st.builds(lambda on: mark(on, "not_given", beside="not given"), days),
    st.builds(lambda on, beside: mark(on, "tally", segments=SEGMENTS, beside=beside, stem=True), days, words),
    st.builds(lambda on: mark(on, "words", beside="judged with in care"), days),
    st.builds(
        lambda start, long, grade: in_a_cycle(start, start + dt.timedelta(days=long), grade),
        days,
        st.integers(300, 900),
        st.sampled_from(sorted(SHORT)),
    ),
    st.builds(
        lambda on: mark(on, "words", beside="16% good, as stated; number and split not given", stem=True),
        days,
    ),
)


def boxes(placed, lane):
    """Each item with (left, right, top, bottom) of its head, words and band, in pixels of the plot."""
    layout = placed.layout
    for item in lane.items:
        x, half = placed.axis.x(item.mark.on), item.height / 2
        yield item, (x + item.head[0], x + item.head[1], item.y - half, item.y + half)
        if item.words:
            yield item, _words_box(item, x, layout)
        if item.band:
            first, last = map(placed.axis.x, item.band)
            yield item, (first, last, item.y - half, item.y + half + FOOT)


def _words_box(item, x, layout):
    wide = text.widest(item.words.lines, layout.small)
    tall = len(item.words.lines) * layout.line
    left = x + item.words.offset - (wide if item.words.anchor == "right" else 0)
    middle = item.words_y(layout)
    return left, left + wide, middle - tall / 2, middle + tall / 2


def overlap(one, other):
    # Half a pixel may be shared: rounding, not overlap.
    return (
        one[0] < other[1] - 0.5
        and other[0] < one[1] - 0.5
        and one[2] < other[3] - 0.5
        and other[2] < one[3] - 0.5
    )


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None)
@given(found=st.lists(marks, min_size=1, max_size=9))
def test_no_two_boxes_of_a_lane_overlap_and_none_is_cut(name, found):
    layout = LAYOUTS[name]
    placed = arrange(picture(Lane("overall", "Overall effectiveness", tuple(found))), layout)
    (lane,) = placed.blocks[0].lanes
    whole = {id(item): None for item in lane.items}

    assert len(whole) == len(found)
    found_boxes = list(boxes(placed, lane))
    for (one, its), (other, others) in combinations(found_boxes, 2):
        assert one is other or not overlap(its, others)
    for _item, (left, right, top, bottom) in found_boxes:
        assert left >= -1
        assert right <= layout.room + 1
        assert lane.top <= top
        assert bottom <= lane.bottom + 2


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=30, deadline=None)
@given(found=st.lists(marks, min_size=2, max_size=9), stretch=st.floats(1, 3))
def test_a_wider_container_never_makes_marks_of_a_row_meet(name, found, stretch):
    placed = arrange(picture(Lane("overall", "Overall", tuple(found))), LAYOUTS[name])
    (lane,) = placed.blocks[0].lanes

    for row in {item.row for item in lane.items}:
        items = sorted((item for item in lane.items if item.row == row), key=lambda item: item.mark.on)
        for before, after in pairwise(items):
            end = placed.axis.x(before.mark.on) * stretch + before.extent[1]
            start = placed.axis.x(after.mark.on) * stretch + after.extent[0]
            assert end <= start + 0.01


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_is_in_the_figure_with_its_address(name):
    found = (
        mark(dt.date(2014, 11, 25), inspection=1),
        mark(dt.date(2018, 5, 4), "tally", segments=SEGMENTS, inspection=2, stem=True),
        mark(dt.date(2019, 5, 4), "visit", inspection=3),
        mark(dt.date(2020, 5, 4), "words", beside="in words", inspection=4, stem=True),
        mark(dt.date(2021, 5, 4), "not_given", beside="not given", inspection=5),
    )

    figure = lanes_figure(picture(Lane("overall", "Overall", found)), LAYOUTS[name])
    points = [point for trace in figure["data"] for point in trace["customdata"]]

    assert sorted(points) == [[f"/inspections/{number}/", number] for number in range(1, 6)]
    assert {one["name"] for one in figure["layout"]["annotations"] if one.get("captureevents")} <= {
        url for url, _number in points
    }


def test_boxes_have_the_colour_of_their_grade_and_words_that_can_be_read():
    found = tuple(
        mark(dt.date(2014 + number, 5, 4), grade=grade, short=short, inspection=number)
        for number, (grade, short) in enumerate(GRADES.items())
    )

    figure = lanes_figure(picture(Lane("overall", "Overall", found)), LAYOUTS["wide"])
    drawn = {
        shape["name"]: shape
        for shape in figure["layout"]["shapes"]
        if shape.get("name", "").startswith("grade")
    }
    inside = {
        one["text"]: one["font"]["color"]
        for one in figure["layout"]["annotations"]
        if one["text"] in GRADES.values()
    }

    colours = [drawn[f"grade {number}"]["fillcolor"] for number in range(5)]
    assert colours == ["#12436D", "#4A8BC4", "#C9D6E2", "#D4721A", "#7A1140"]
    assert {shape["line"]["color"] for shape in drawn.values()} == {"#0b0c0c"}
    for number, short in enumerate(GRADES.values()):
        assert contrast(colours[number], inside[short]) >= 4.5


def contrast(one, other):
    def light(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_not_graded_is_hollow_and_dashed_and_not_given_is_hatched():
    found = (mark(dt.date(2019, 5, 4), "visit"), mark(dt.date(2021, 5, 4), "not_given", beside="not given"))

    shapes = lanes_figure(picture(Lane("overall", "Overall", found)), LAYOUTS["wide"])["layout"]["shapes"]
    visit = next(shape for shape in shapes if shape.get("name") == "visit 1")

    assert (visit["fillcolor"], bool(visit["line"].get("dash"))) == (palette.WHITE, True)
    assert any(shape.get("name") == "hatching" for shape in shapes)


def test_parts_that_do_not_add_up_are_hatched_each_with_its_words_and_the_key_says_so():
    found = (mark(dt.date(2018, 5, 4), "tally", segments=SEGMENTS, stem=True, doubtful=True),)

    layout = lanes_figure(picture(Lane("cases", "Cases", found)), LAYOUTS["wide"])["layout"]

    boxes = [shape for shape in layout["shapes"] if shape.get("name") == "tally 1"]
    assert [box["fillcolor"] for box in boxes] == [palette.WHITE] * 3
    assert len([shape for shape in layout["shapes"] if shape.get("name") == "hatching"]) == 3
    words = {one["text"] for one in layout["annotations"]}
    assert {"6 good", "8 RI", "5 inad"} <= words
    assert any("they do not add up" in one for one in words)


@pytest.mark.parametrize(("short", "told"), [("Good*", True), ("Good", False)])
def test_the_key_explains_the_star_where_one_is(short, told):
    found = (mark(dt.date(2018, 5, 4), short=short),)

    layout = lanes_figure(picture(Lane("overall", "Overall", found)), LAYOUTS["wide"])["layout"]

    key = next(one["text"] for one in layout["annotations"] if one.get("name") == "footer")
    assert ("medium or low certainty" in key) == told


def test_a_change_named_above_the_block_before_is_a_line_without_words():
    changes = (Break(dt.date(2018, 1, 1), "", "social_care"),)
    lane = Lane("overall", "Overall", (mark(dt.date(2016, 1, 1)), mark(dt.date(2020, 1, 1))))

    layout = lanes_figure(picture(lane, breaks=changes), LAYOUTS["wide"])["layout"]

    assert [one["x0"] for one in layout["shapes"] if one.get("name") == "framework change"] == ["2018-01-01"]
    assert all(one["text"] for one in layout["annotations"])


def test_nothing_joins_two_marks():
    found = tuple(mark(dt.date(year, 5, 4)) for year in (2014, 2019, 2023))
    change = Break(dt.date(2018, 1, 1), "ILACS replaces SIF", "social_care")

    figure = lanes_figure(picture(Lane("overall", "Overall", found), breaks=(change,)), LAYOUTS["wide"])

    assert {trace["mode"] for trace in figure["data"]} == {"markers"}
    slanted = [
        shape for shape in figure["layout"]["shapes"]
        if shape["type"] == "line" and shape.get("xref") != "paper" and shape["x0"] != shape["x1"]
    ]  # fmt: skip
    assert slanted == []
    lines = [shape for shape in figure["layout"]["shapes"] if shape.get("name") == "framework change"]
    assert [line["x0"] for line in lines] == ["2018-01-01"]
    assert "ILACS replaces SIF" in {one["text"] for one in figure["layout"]["annotations"]}


@pytest.mark.parametrize("name", NAMES)
def test_labels_of_changes_close_together_do_not_touch(name):
    changes = tuple(
        Break(day, words, "social_care")
        for day, words in (
            (dt.date(2018, 1, 1), "ILACS replaces SIF"),
            (dt.date(2018, 3, 1), "Care leavers judged apart"),
            (dt.date(2018, 6, 1), "No overall grade"),
        )
    )
    lane = Lane("overall", "Overall", (mark(dt.date(2016, 1, 1)), mark(dt.date(2020, 1, 1))))

    placed = arrange(picture(lane, breaks=changes), LAYOUTS[name])

    assert len({one.label.y for one in placed.breaks}) == 3
    assert all(one.label.y < placed.blocks[0].top for one in placed.breaks)


def test_what_comes_from_data_is_no_markup():
    found = (mark(dt.date(2019, 5, 4), "visit", beside="<b>Front</b> & back"),)

    text = json.dumps(lanes_figure(picture(Lane("visits", "<i>Visits", found)), LAYOUTS["wide"]))

    assert "<b>" not in text
    assert "<i>" not in text
    assert "&lt;b&gt;Front&lt;/b&gt; &amp; back" in text


def test_a_figure_without_dates_does_not_exist():
    assert lanes_figures(picture()) == {}
    with pytest.raises(ValueError, match="no mark"):
        lanes_figure(picture(), LAYOUTS["wide"])


@pytest.mark.parametrize("layout", NAMES)
@pytest.mark.parametrize(("kind", "slug"), [("authority", "tower-hamlets"), ("force", "durham")])
def test_plotly_knows_every_property_and_value_of_the_figure(bundle, kind, slug, layout):
    area = make.force(slug) if kind == "force" else make.authority(slug)
    figure = lanes_figure(picture_of(lanes(area, Selection())), LAYOUTS[layout])

    go.Figure(figure)  # raises ValueError naming what plotly.js would not understand

    assert json.loads(json.dumps(figure)) == figure


@pytest.mark.parametrize("name", NAMES)
def test_a_grade_of_a_cycle_has_a_band_across_it_and_two_bands_do_not_touch(name):
    before, after = (dt.date(2015, 3, 1), dt.date(2016, 2, 28)), (dt.date(2016, 2, 29), dt.date(2017, 3, 31))
    lane = Lane("peel", "Effectiveness", (in_a_cycle(*before), in_a_cycle(*after), mark(dt.date(2019, 1, 1))))

    figure = lanes_figure(picture(lane), LAYOUTS[name])
    bands = [shape for shape in figure["layout"]["shapes"] if shape.get("name") == "cycle"]

    assert len(bands) == 2
    for band, (first, last) in zip(bands, (before, after), strict=True):
        # In dates, so that it grows with the picture; all but a sliver of the cycle.
        assert "xsizemode" not in band
        start, end = dt.date.fromisoformat(band["x0"]), dt.date.fromisoformat(band["x1"])
        assert first < start < end < last
        assert (end - start) > (last - first) * 0.6
    said = [text for trace in figure["data"] for text in trace["text"]]
    assert any("some time in this cycle (March 2015 to" in text.replace("<br>", " ") for text in said)
    assert sum("some time in this cycle" in text.replace("<br>", " ") for text in said) == 2
    (key,) = (one["text"] for one in figure["layout"]["annotations"] if one.get("name") == "footer")
    assert "rey band: some time in this cycle, its day not given" in key.replace("<br>", " ")


def test_a_grade_carried_over_keeps_its_colour_and_has_an_edge_of_its_own():
    day = dt.date(2019, 5, 4)
    found = (mark(day, carried=True), mark(day, inspection=2), mark(day, "visit", inspection=3))

    layout = lanes_figure(picture(Lane("overall", "Overall", found)), LAYOUTS["wide"])["layout"]
    edge, carried, plain, visit = (
        shape for shape in layout["shapes"] if shape.get("name") in ("grade 1", "grade 2", "visit 3")
    )

    assert carried["fillcolor"] == plain["fillcolor"] != visit["fillcolor"] == edge["fillcolor"]
    assert edge["x0"] < carried["x0"] < carried["x1"] < edge["x1"]
    assert edge["y0"] < carried["y0"] < carried["y1"] < edge["y1"]
    assert len({one["line"].get("dash", "") for one in (edge, plain, visit)}) == 3
    (key,) = (one["text"] for one in layout["annotations"] if one.get("name") == "footer")
    assert "ollow edge: carried over" in key


@pytest.mark.parametrize(("name", "said"), [("wide", True), ("medium", True), ("narrow", False)])
def test_what_leaves_the_page_says_how_far_was_read(name, said):
    read = "Ofsted: reports read to July 2026; later inspections may exist."
    shown = replace(picture(Lane("overall", "Overall", (mark(dt.date(2019, 5, 4)),))), as_far_as_read=read)

    layout = lanes_figure(shown, LAYOUTS[name])["layout"]

    (key,) = (one["text"] for one in layout["annotations"] if one.get("name") == "footer")
    assert (f"As far as read here: {read}" in key.replace("<br>", " ")) == said


def test_a_picture_that_leaves_the_page_has_its_title_above_and_where_it_is_from_below():
    lane = Lane("overall", "Overall", (mark(dt.date(2019, 5, 4)),))
    address = "https://example.org/areas/kent/?" + "aspect=overall&" * 20
    shown = replace(picture(lane), title="Kent: good in 2019 " * 8, filters="Ofsted")

    figures = lanes_figures(shown, address)
    around = figures["wide"]["layout"]["meta"]["picture"]
    title, subtitle, below = ([text.replace("&amp;", "&") for text in one["text"].split("<br>")]
                              for one in around["annotations"])  # fmt: skip

    assert (" ".join(title), " ".join(subtitle)) == (shown.title.strip(), shown.subtitle)
    assert len(title) > 1
    assert around["top"] >= 26 * len(title)
    assert around["bottom"] >= 17 * len(below)
    assert below[:3] == [shown.summary, "Shown: Ofsted.", shown.source_line]
    assert "".join(below[3:]) == address
    # What goes around it is drawn as plotly.js reads it, and only where pictures are made.
    go.Figure(layout={"annotations": around["annotations"]})
    assert "picture" not in figures["narrow"]["layout"]["meta"]
