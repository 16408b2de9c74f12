"""What the blocks of the police show: cases, five topics since 2024, PEEL, and joint inspections."""

import datetime as dt

import pytest

from inspections.models import InspectedArea
from tests import factories as make
from tests.worded import picture

pytestmark = pytest.mark.usefixtures("reference")

TOPICS = (
    "topic_leadership",
    "partnership_working",
    "initial_response",
    "risk_assessment_and_referral",
    "investigation",
)


def block(found, end):
    return next(one for one in found.blocks if one.key.endswith(end))


def peel(place, framework, grades, **dates):
    found = make.inspection(place, framework, **dates)
    scale = "peel-five" if framework >= "hmicfrs-peel-2021" else "peel-four"
    for aspect, grade in grades.items():
        make.judgement(found, aspect, f"{scale}:{grade}")
    return found


def test_peel_has_a_lane_an_aspect_and_says_that_no_cycle_may_be_compared():
    force = make.force("kent")
    peel(force, "hmicfrs-peel-2018", {"protecting_vulnerable_people": "good"}, ended="2019-05-02")
    peel(force, "hmicfrs-peel-2021", {"protecting_vulnerable_people": "adequate"}, ended="2022-05-02")

    found = picture(force)

    (only,) = found.blocks
    (lane,) = only.lanes
    assert lane.label == "Protecting vulnerable people"
    assert "no cycle is comparable with another" in only.label
    assert [one.label for one in found.breaks] == ["PEEL 2021/22 begins"]
    assert dt.date(2019, 5, 2) < found.breaks[0].on <= dt.date(2022, 5, 2)
    assert [(mark.short, mark.beside) for mark in lane.marks] == [("Good", "2018/19"), ("Adeq", "2021/22")]
    for mark, cycle in zip(lane.marks, ("PEEL 2018/19", "PEEL 2021/22"), strict=True):
        assert mark.words.startswith(f"{cycle}, protecting vulnerable people:")
        assert "not comparable with another cycle" in mark.words


def test_of_twelve_peel_grades_two_are_drawn_and_all_are_in_the_table():
    force = make.force("kent")
    grades = {
        "efficiency": "inadequate",
        "legitimacy": "good",
        "preventing_crime": "outstanding",
        "effectiveness": "outstanding",
        "protecting_vulnerable_people": "requires_improvement",
    }
    peel(force, "hmicfrs-peel-2017", grades, ended="2017-11-02")

    found = picture(force)

    drawn = [(lane.label, mark.short) for lane in found.blocks[0].lanes for mark in lane.marks]
    assert drawn == [("Protecting vulnerable people", "RI"), ("Effectiveness", "Out")]
    assert {row.subject: row.result for row in found.rows} == {
        "PEEL 2017: protecting vulnerable people": "requires improvement",
        "PEEL 2017: effectiveness": "outstanding",
        "PEEL 2017: efficiency": "inadequate",
        "PEEL 2017: legitimacy": "good",
        "PEEL 2017: preventing crime": "outstanding",
    }
    assert {row.subject for row in picture(make.authority("kent")).rows} == {
        "PEEL 2017: protecting vulnerable people",
        "PEEL 2017: effectiveness",
    }


def test_eight_cycles_of_all_aspects_make_two_lanes():
    force = make.force("kent")
    four = ("effectiveness", "efficiency", "legitimacy", "protecting_vulnerable_people", "meeting_demand")
    five = ("recording_crime_data", "protecting_vulnerable_people", "managing_offenders", "use_of_resources")
    for year, framework, aspects in (
        (2014, "2014", four), (2015, "2015", four), (2016, "2016", four), (2017, "2017", four),
        (2019, "2018", four), (2022, "2021", five), (2024, "2023", five), (2026, "2025", five),
    ):  # fmt: skip
        grades = dict.fromkeys(aspects, "good")
        peel(force, f"hmicfrs-peel-{framework}", grades, ended=f"{year}-06-02")

    (only,) = picture(force).blocks

    lanes = {lane.label: len(lane.marks) for lane in only.lanes}
    assert lanes == {"Protecting vulnerable people": 8, "Effectiveness": 5}


def test_of_a_cycle_with_neither_of_the_two_the_first_two_others_are_drawn_in_one_lane_each():
    force = make.force("kent")
    peel(force, "hmicfrs-peel-2016", {"legitimacy": "good", "preventing_crime": "good"}, ended="2016-11-02")
    peel(force, "hmicfrs-peel-2021", {"preventing_crime": "adequate"}, ended="2022-11-02")

    lanes = {lane.label: len(lane.marks) for lane in picture(force).blocks[0].lanes}

    assert lanes == {"Legitimacy": 1, "Preventing crime": 2}


def test_a_cycle_without_a_date_is_drawn_across_its_time_and_every_face_says_so():
    force = make.force("kent")
    peel(force, "hmicfrs-peel-2018", {"legitimacy": "good", "effectiveness": "outstanding"})

    found = picture(force)

    (mark,) = found.marks
    assert (mark.short, mark.beside) == ("Out", "2018/19")
    assert mark.span == (dt.date(2018, 9, 1), dt.date(2020, 2, 29))
    assert found.undated == ()
    said = "some time in this cycle (September 2018 to February 2020); date not given"
    for row in found.rows:
        assert (row.iso, row.date, row.placed_at) == ("", said, "some time in this cycle")
        assert row.month == "Sept 2018–Feb 2020"
    (group,) = found.groups
    assert group.days == ("some time in this cycle",)


def test_a_cycle_whose_end_is_not_known_yet_stands_under_the_chart():
    force = make.force("kent")
    peel(force, "hmicfrs-peel-2025", {"protecting_vulnerable_people": "good", "preventing_crime": "adequate"})

    found = picture(force)

    assert found.marks == ()
    (line,) = found.undated
    assert line.words.startswith(
        "PEEL 2025-27, date not given: protecting vulnerable people good, preventing crime adequate"
    )
    assert "Kent Police, whole force" in line.words


def test_a_grade_with_a_day_stands_at_its_day_whatever_its_cycle():
    force = make.force("kent")
    peel(force, "hmicfrs-peel-2018", {"effectiveness": "good"}, ended="2019-05-02")

    (mark,) = picture(force).marks

    assert (mark.on, mark.span) == (dt.date(2019, 5, 2), None)


def test_years_and_order_take_a_cycle_for_its_time():
    force = make.force("kent")
    peel(force, "hmicfrs-peel-2021", {"effectiveness": "good"})
    first = make.inspection(force, "hmicfrs-ncpi-2014", ended="2015-04-12")
    last = make.inspection(force, "hmicfrs-ncpi-2014", ended="2022-04-12")

    shown = picture(force)

    assert [row.inspection for row in shown.rows][::2] == [first.pk, last.pk]
    assert len(picture(force, "from=2023&to=2023").rows) == 1
    assert picture(force, "to=2020").rows[-1].inspection == first.pk
    assert not picture(force, "from=2024").rows


def test_the_latest_held_may_be_a_cycle_without_a_date():
    force = make.force("kent")
    make.inspection(force, "hmicfrs-ncpi-2014", "post_inspection_review", ended="2017-11-12")
    peel(force, "hmicfrs-peel-2023", {"effectiveness": "good"})

    cycle = "some time in this cycle (April 2023 to August 2025)"
    assert f"HMICFRS, PEEL 2023-25, {cycle}." in picture(force).answer
    assert f"newest inspection shown: PEEL 2023-25, {cycle}" in picture(force).source_line
    assert "2017" not in picture(force).answer


def test_what_was_carried_over_is_marked():
    force = make.force("kent")
    inspected = peel(force, "hmicfrs-peel-2018", {"effectiveness": "good"})
    make.judgement(inspected, "protecting_vulnerable_people", "peel-four:good", grade_status="carried_over")

    assert [(mark.short, mark.carried) for mark in picture(force).marks] == [("Good", True), ("Good", False)]


def test_of_a_grade_told_otherwise_elsewhere_both_are_seen():
    force = make.force("kent")
    inspected = peel(force, "hmicfrs-peel-2023", {"protecting_vulnerable_people": "requires_improvement"})
    make.judgement(inspected, "protecting_vulnerable_people", "peel-five:adequate", stands=False)

    (mark,) = picture(force).marks

    assert (mark.short, mark.beside) == ("RI", "2023-25; another source: adequate")


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("Ten areas, none inadequate", "PEEL 2021/22: Ten areas, none inadequate"),
        ("Ten areas" + ", one adequate" * 9, "PEEL 2021/22: grades counted in words, see the table"),
    ],
)
@pytest.mark.parametrize("ended", ["2022-05-02", None])
def test_a_cycle_known_only_by_its_overall_words_shows_them(said, beside, ended):
    make.inspection(make.force("kent"), "hmicfrs-peel-2021", ended=ended, overall_words=said)

    found = picture(make.force("kent"))

    (mark,) = found.marks
    assert (mark.shape, mark.beside, mark.stem) == ("words", beside, ended is not None)
    assert said in mark.words
    assert [row.result for row in found.rows] == [said]


def test_an_aspect_asked_for_is_drawn():
    force = make.force("kent")
    peel(force, "hmicfrs-peel-2017", {"efficiency": "good", "effectiveness": "good"}, ended="2017-11-02")

    (only,) = picture(force, "aspect=efficiency").blocks

    assert [lane.label for lane in only.lanes] == ["Efficiency"]


def test_five_topics_are_a_block_of_their_own_behind_a_named_change():
    force = make.force("kent")
    before = make.inspection(force, "hmicfrs-ncpi-2014", ended="2019-04-12")
    make.case_review(before, "all-cases", cases=60, good=20, requires_improvement=20, inadequate=20)
    after = make.inspection(force, "hmicfrs-ncpi-2024", ended="2025-04-12")
    for topic in reversed(TOPICS):
        make.judgement(after, topic, "peel-five:adequate")

    found = picture(force)

    cases, topics = found.blocks
    assert [lane.label for lane in topics.lanes] == [
        "Leadership", "Partnership working", "Initial response", "Risk assessment and referral",
        "Investigation",
    ]  # fmt: skip
    assert "five topics graded instead of cases" in topics.label
    assert "Leadership" not in [lane.label for lane in cases.lanes]
    assert [(one.label, one.block) for one in found.breaks] == [
        ("Five topics graded instead of cases", cases.key),
        ("", topics.key),
    ]
    assert {one.on for one in found.breaks} == {dt.date(2024, 2, 1)}


def test_topics_whose_grades_are_known_only_together_are_words():
    make.inspection(
        make.force("kent"), "hmicfrs-ncpi-2024", ended="2025-04-12", overall_words="Two good, three adequate"
    )

    (mark,) = block(picture(make.force("kent")), ":topics").lanes[0].marks

    assert (mark.shape, mark.beside) == ("words", "Two good, three adequate")


def test_topics_without_any_grade_are_not_given():
    make.inspection(make.force("kent"), "hmicfrs-ncpi-2024", ended="2025-04-12")

    (mark,) = block(picture(make.force("kent")), ":topics").lanes[0].marks

    assert mark.shape == "not_given"


def test_what_the_force_graded_itself_has_a_lane_of_its_own_after_the_inspectors():
    force = make.force("kent")
    police = make.inspection(force, "hmicfrs-ncpi-2014", ended="2015-04-12")
    counts = {"cases": 30, "good": 10, "requires_improvement": 10, "inadequate": 10}
    make.case_review(police, "all-cases", sample="first set", assessor="force", **counts)
    make.case_review(police, "all-cases", sample="first set", **counts)

    (only,) = picture(force).blocks

    assert [lane.label for lane in only.lanes] == [
        "All cases looked at: first set",
        "All cases looked at: first set (graded by the force itself)",
    ]
    assert "graded by the force itself" in only.lanes[1].marks[0].beside


def test_parts_that_do_not_add_up_are_marked_doubtful_and_lead_to_their_problem():
    force = make.force("kent")
    police = make.inspection(force, "hmicfrs-ncpi-2014", ended="2015-04-12")
    make.case_review(
        police, "all-cases", cases=33, good=9, requires_improvement=10, inadequate=15,
        completeness="inconsistent",
    )  # fmt: skip

    found = picture(force)

    (mark,) = found.marks
    assert mark.doubtful
    assert "the parts do not add up to 33" in mark.beside
    assert found.rows[0].problem_url == f"/inspections/{police.pk}/#disagreements"
    # Neither the title nor the answer builds on it.
    assert "33" not in found.title + found.answer


@pytest.mark.parametrize("certainty", ["medium", "low"])
def test_what_is_less_than_certain_is_marked_by_more_than_a_colour(certainty):
    force = make.force("kent")
    graded = peel(force, "hmicfrs-peel-2017", {}, ended="2017-11-02")
    make.judgement(graded, "effectiveness", "peel-four:good", certainty=certainty)
    counted = make.inspection(force, "hmicfrs-ncpi-2014", ended="2016-11-02")
    make.case_review(counted, "all-cases", cases=40, certainty=certainty, completeness="total_only")
    visited = make.inspection(force, "hmicfrs-ncpi-2014", "post_inspection_review", ended="2018-11-02")
    visited.inspection_sources.update(certainty=certainty)

    found = picture(force)

    marks = {mark.inspection: mark for mark in found.marks}
    assert {mark.certainty for mark in marks.values()} == {certainty}
    assert marks[graded.pk].short == "Good*"
    assert f"{certainty} certainty" in marks[counted.pk].beside
    assert marks[visited.pk].beside.endswith("*")
    assert all(f"{certainty} certainty" in mark.words for mark in marks.values())
    rows = {row.inspection: row for row in found.rows}
    assert rows[graded.pk].result == f"good ({certainty} certainty)"
    assert (rows[graded.pk].grade, rows[graded.pk].remark) == ("good", f"({certainty} certainty)")
    assert all(f"{certainty} certainty" in row.sure for row in rows.values())


def test_what_is_certain_carries_no_mark():
    peel(make.force("kent"), "hmicfrs-peel-2017", {"effectiveness": "good"}, ended="2017-11-02")

    (mark,) = picture(make.force("kent")).marks

    assert (mark.short, mark.certainty, mark.starred) == ("Good", "", False)


@pytest.mark.parametrize("with_force", [False, True])
def test_a_joint_inspection_is_about_one_authority_alone(with_force):
    liverpool, force = make.authority("liverpool"), make.force("merseyside")
    joint = make.inspection(liverpool, "jtai", "joint", ended="2016-06-10", topic="Criminal exploitation")
    if with_force:
        InspectedArea.objects.create(inspection=joint, area=force, scope="authority")

    own, forces, other = picture(liverpool), picture(force), picture(make.authority("wirral"))

    assert [one.key for one in own.blocks] == ["social_care", "police:merseyside"]
    for mark in own.marks:
        assert mark.shape == "visit"
        assert "about Liverpool alone, not the whole force" in mark.beside
        assert "criminal exploitation with Merseyside Police, not graded" in mark.words
    (row,) = own.rows
    assert row.whose == "Liverpool alone, not the whole force; its police: Merseyside Police"
    (mark,) = forces.marks
    assert "about Liverpool, one of five authorities" in mark.beside
    assert not other.rows


def test_a_block_of_police_stands_before_its_topics_and_its_peel():
    force = make.force("kent")
    peel(force, "hmicfrs-peel-2017", {"effectiveness": "good"}, ended="2017-11-02")
    make.inspection(force, "hmicfrs-ncpi-2024", ended="2025-04-12")
    make.inspection(force, "hmicfrs-ncpi-2014", ended="2016-11-02")

    keys = [one.key for one in picture(make.authority("kent")).blocks]

    assert keys == ["police:kent", "police:kent:topics", "police:kent:peel"]


def test_a_share_without_a_number_is_the_answer_where_there_is_no_tally():
    force = make.force("kent")
    found = make.inspection(force, "hmicfrs-ncpi-2014", "post_inspection_review", ended="2017-11-12")
    make.case_review(
        found, "all-cases", percent_good=27, certainty="medium", completeness="proportion_only"
    )  # fmt: skip

    kent = picture(force)

    assert (
        kent.title == "Kent Police: 27% good, as stated; number and split not given; medium certainty, "
        "post-inspection review, 2017"
    )
    assert "(Kent Police, whole force): 27% good, as stated; number and split not given" in kent.answer
    assert "Nothing on record" not in kent.answer


def test_what_is_about_one_authority_is_not_the_latest_on_its_force():
    force = make.force("kent")
    make.inspection(force, "hmicfrs-ncpi-2014", "post_inspection_review", ended="2017-11-12")
    make.inspection("kent", "jtai", "joint", ended="2023-11-12")

    assert picture(force).answer.endswith("Latest held here: HMICFRS, post-inspection review, November 2017.")
