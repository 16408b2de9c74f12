"""Passages on themes, each with the heading and paragraph it is cited by."""

from tests.inspections.reading.readers import made_police_pages as made


def passages(*body):
    """[(theme, locator, passage)]."""
    return [
        (one.theme, one.locator, one.passage)
        for one in made.read(made.page(*body)).inspections[0].findings
        if one.kind == "statement"
    ]


def test_a_paragraph_is_cited_whole_by_heading_and_place():
    words = "Officers look for children who go missing. They are quick about it."
    body = (made.h(2, "Initial contact"), made.p("The sun shone on the station."), made.p(words))

    assert passages(*body) == [("missing-children", "Initial contact, para 2", words)]


def test_it_is_about_the_police_of_a_report_searched_for_every_theme():
    found = made.read(made.page(made.p("Officers look for children who go missing."))).inspections[0]

    assert found.themes_read is True
    assert [(one.about, one.page) for one in found.findings] == [("police", None)]


def test_a_paragraph_on_two_themes_is_a_passage_on_each():
    words = "Children who go missing are at risk of sexual exploitation."

    assert [theme for theme, _, _ in passages(made.p(words))] == [
        "child-sexual-exploitation",
        "missing-children",
    ]


def test_contents_menus_and_headings_are_no_passages():
    body = (
        "<nav><a>Missing children are here</a></nav>",
        made.h(2, "Contents"),
        made.ul("Children who go missing from home", "Online child sexual exploitation and its kin"),
        made.h(2, "Children who go missing from home"),
        made.p("Nothing to see."),
    )

    assert passages(*body) == []


def test_a_number_is_taken_off_the_heading_it_is_cited_by():
    body = (made.h(2, "4. Case file analysis"), made.p("Officers look for children who go missing."))

    assert passages(*body)[0][1] == "Case file analysis, para 1"


def test_nobody_is_named_in_a_place_or_a_topic():
    body = (
        made.h(2, "Police detention"),
        made.h(3, "A Person, HM Inspector of Constabulary"),
        made.p("Children are kept in police cells for too long."),
    )
    (one,) = made.read(made.page(*body)).inspections[0].findings

    assert one.locator == "Police detention, para 1"
    assert "Person" not in one.topic
