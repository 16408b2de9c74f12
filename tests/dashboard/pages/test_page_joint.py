"""Journey 14: one joint inspection beside both lanes of its authority, and whom it is about."""

import datetime as dt

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def joint(made_inspection, made_finding):
    row = made_inspection(
        "liverpool", framework="jtai", kind="joint", ended=dt.date(2016, 6, 10), topic="Exploitation"
    )
    made_finding(row, "missing-children", about="partnership", summary="Both share what they know")
    made_finding(row, "return-interviews", about="council", summary="Late")
    made_finding(row, "police-detention", about="police", summary="Too long")
    return row


def cells(page):
    names = [words.split(" Children missing")[0] for words in (row[0] for row in page.rows("on each theme"))]
    return dict(zip(names, (row[1:] for row in page.rows("on each theme")), strict=True))


def test_its_authority_shows_it_once_in_the_table_and_says_whom_it_is_about(joint, read):
    page = read("/areas/liverpool/")

    (row,) = page.rows("everything in the chart")
    assert row[1].startswith("Joint inspection: Exploitation")
    assert "Liverpool alone, not the whole force; its police: Merseyside Police" in row[1]
    assert row[3] == "not graded"


def test_a_theme_has_it_on_the_sides_it_speaks_of(joint, read):
    """Of both in both columns, of one in that one: counted on both sides without doubling."""
    table = cells(read("/areas/liverpool/"))

    for cell in table["Missing children"]:
        assert "1 passage, not coded" in cell
        assert "one inspection, in both columns where it speaks of both" in cell
        assert "About Liverpool alone, not the whole force" in cell
    assert table["Return interviews"][1] == "Not given"
    assert table["Police detention"][0] == "Not given"


def test_the_force_shows_it_as_about_one_of_its_authorities(joint, read):
    page = read("/forces/merseyside/")

    assert "Liverpool, one of five authorities" in page.rows("everything in the chart")[0][1]
    table = cells(page)
    assert "About Liverpool, one of five authorities" in table["Missing children"][0]
    assert "Return interviews" not in table


def test_no_other_authority_of_the_force_shows_it(joint, read):
    assert joint.get_absolute_url() not in read("/areas/wirral/").html.html


def test_its_own_page_says_whom_it_is_about(joint, read):
    page = read(joint.get_absolute_url())

    assert "about Liverpool alone, not the whole force" in page.part(".facts")
    assert "about Liverpool alone, not the whole force" in page.part(".answer")
