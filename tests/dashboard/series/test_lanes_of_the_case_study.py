"""What the bundled case study shows, mark by mark. Expected values: the seed and the reports it names."""

import datetime as dt

import pytest

from dashboard.selection.selection import Selection
from dashboard.series.lanes import lanes
from tests import factories as make
from tests import worded


@pytest.fixture
def picture(bundle):
    """The lanes of a place, by kind and slug."""

    def build(kind, slug, address=""):
        area = make.force(slug) if kind == "force" else make.authority(slug)
        return worded.picture(area, address)

    return build


def lane(picture, block, label):
    found = [one for one in picture.blocks if one.key.startswith(block)]
    return next(one for one in found[0].lanes if one.label == label)


def drawn(picture, block, label):
    """(year and month, short word or shape) of each mark."""
    return [(f"{mark.on:%Y-%m}", mark.short or mark.shape) for mark in lane(picture, block, label).marks]


def test_st_helens_social_care(picture):
    st_helens = picture("authority", "st-helens")

    assert drawn(st_helens, "social_care", "Overall effectiveness") == [
        ("2014-11", "RI"),
        ("2019-10", "Inad"),
        ("2023-07", "Good"),
    ]
    assert drawn(st_helens, "social_care", "Help and protection") == [
        ("2014-11", "RI"),
        ("2019-10", "RI"),
        ("2023-07", "RI"),
    ]
    assert drawn(st_helens, "social_care", "In care") == [
        ("2014-11", "RI"),
        ("2019-10", "Inad"),
        ("2023-07", "Good"),
    ]
    assert drawn(st_helens, "social_care", "Care leavers") == [
        ("2014-11", "RI"),
        ("2019-10", "words"),
        ("2023-07", "Out"),
    ]
    assert lane(st_helens, "social_care", "Care leavers").marks[1].beside == "judged with in care"


def test_st_helens_visits_are_hollow_and_counted(picture):
    visits = lane(picture("authority", "st-helens"), "social_care", "Visits")

    assert [mark.shape for mark in visits.marks] == ["visit"] * 7
    assert visits.note == "7 focused and monitoring visits, not graded"


def test_st_helens_framework_changes_are_named_between_its_own_inspections(picture):
    breaks = picture("authority", "st-helens").breaks

    assert [(one.on, one.label, one.block) for one in breaks] == [
        (dt.date(2018, 1, 1), "ILACS replaces SIF", "social_care"),
        (dt.date(2023, 1, 16), "Care leavers judged apart", "social_care"),
    ]


def test_st_helens_police_tally_is_whole_force_and_undivided(picture):
    st_helens = picture("authority", "st-helens")
    (tally,) = lane(st_helens, "police", "Child sexual exploitation cases").marks
    (review,) = lane(st_helens, "police", "Whole-force reviews").marks
    row = next(
        row
        for row in st_helens.rows
        if row.subject == "Child sexual exploitation cases" and row.inspectorate == "HMICFRS"
    )

    assert [(part.count, part.fill) for part in tally.segments] == [
        (6, "good"),
        (8, "requires_improvement"),
        (5, "inadequate"),
    ]
    assert tally.beside == "of 19 cases looked at (our sum)"
    assert tally.on == dt.date(2018, 5, 4)
    assert (review.on, review.shape) == (dt.date(2019, 8, 30), "visit")
    assert row.whose == "Merseyside Police, whole force: Knowsley, Liverpool, Sefton, St Helens and Wirral"
    assert "fewer than 20 cases" in row.result
    assert "%" not in row.result
    assert st_helens.blocks[1].label == "Police · HMICFRS, Merseyside Police (whole force, five authorities)"


def test_st_helens_own_audit_is_as_stated(picture):
    (audit,) = lane(picture("authority", "st-helens"), "others", "Own audit of referrals").marks

    assert audit.beside == "16% good, as stated; number and split not given"
    assert audit.segments == ()
    assert audit.on == dt.date(2020, 1, 31)


def test_st_helens_ofsted_2018_to_2020_is_one_graded_inspection_and_three_visits(picture):
    filtered = picture("authority", "st-helens", "inspectorate=ofsted&from=2018&to=2020")
    graded = {mark.inspection for mark in filtered.marks if mark.shape == "grade"}
    hollow = {mark.inspection for mark in filtered.marks if mark.shape == "visit"}

    assert (len(graded), len(hollow)) == (1, 3)
    assert filtered.summary == "Ofsted: 1 full inspection, 3 visits."
    assert {row.inspection for row in filtered.rows} == graded | hollow
    assert filtered.breaks == ()
    # The answer looks past the filter: the latest position is of 2023.
    assert "good overall in July 2023" in filtered.answer


def test_titles_say_something(picture):
    assert picture("authority", "st-helens").title == (
        "St Helens: inadequate in 2019, good in 2023; help and protection requires improvement"
    )
    assert picture("force", "durham").title == (
        "Durham Constabulary: 1 good, 2 requires improvement, 6 inadequate of 9 missing children cases, "
        "2019; later, as far as held here: post-inspection review, date not given"
    )


def test_a_police_title_on_an_authority_names_the_force_and_never_the_authority(picture):
    title = picture("authority", "st-helens", "inspectorate=hmicfrs").title

    assert title.startswith("Merseyside Police, whole force: 6 good")
    assert "St Helens" not in title


def test_a_joint_inspection_stands_in_both_lanes_of_its_authority(picture):
    durham = picture("authority", "county-durham")

    for block in ("social_care", "police"):
        (mark,) = lane(durham, block, "Joint inspections").marks
        assert mark.on == dt.date(2018, 7, 13)
        assert mark.shape == "visit"
        assert "about County Durham alone, not the whole force" in mark.words
        assert "about County Durham alone, not the whole force" in mark.beside
    assert len([row for row in durham.rows if row.subject == "Joint inspection"]) == 1


def test_a_force_has_no_social_care_block_and_shows_joint_inspections_of_its_authorities(picture):
    durham = picture("force", "durham")

    assert [block.key for block in durham.blocks] == ["police:durham", "others"]
    assert lane(durham, "police", "Joint inspections").marks


def test_disclosures_are_words_under_the_chart_and_never_marks(picture):
    durham = picture("authority", "county-durham")
    words = [one.words for one in durham.undated]

    assert any(
        "18 child sexual exploitation cases, disclosed later to the Inquiry; grades not given" in one
        for one in words
    )
    assert all("disclosed" not in mark.words for mark in durham.marks)


def test_the_metropolitan_tally_without_a_split_is_hatched(picture):
    (missing,) = lane(picture("force", "metropolitan"), "police", "Missing children cases").marks

    assert [(part.words, part.fill) for part in missing.segments] == [
        ("36 below good, split not given", "below_good"),
        ("2 not given", "not_given"),
    ]


def test_the_three_different_metropolitan_numbers_stay_apart(picture):
    labels = [one.label for one in picture("force", "metropolitan").blocks[0].lanes]

    assert "Missing children cases" in labels
    assert "All cases looked at: referred back to the force" in labels
    assert "All cases looked at: the force’s own audit" in labels


def test_a_selection_without_a_result_says_which(picture):
    empty = picture("authority", "st-helens", "kind=thematic&from=1990&to=1991")

    assert not empty.rows
    assert "thematic inspection; 1990 to 1991" in empty.summary


def test_the_number_of_questions_is_small_and_the_same_for_every_place(picture, django_assert_num_queries):
    for area in (make.authority("st-helens"), make.force("metropolitan"), make.authority("county-durham")):
        with django_assert_num_queries(11):
            lanes(area, Selection())


def test_every_mark_leads_to_its_inspection(picture):
    marks = picture("authority", "st-helens").marks

    assert marks
    for mark in marks:
        assert mark.url == f"/inspections/{mark.inspection}/"


LATER = "later, as far as held here: post-inspection review, August 2019"


def test_a_tally_of_the_police_never_stands_without_the_review_that_is_held(picture):
    """Merseyside's cases of 2018 were reviewed in August 2019, said where the title is about another."""
    st_helens, merseyside = picture("authority", "st-helens"), picture("force", "merseyside")

    assert st_helens.title.startswith("St Helens: inadequate in 2019")
    assert f"Cases of Merseyside Police looked at in 2018; {LATER}." in st_helens.summary
    assert merseyside.title.endswith(LATER)
    assert LATER not in merseyside.summary
    assert LATER not in picture("authority", "st-helens", "inspectorate=ofsted").summary
