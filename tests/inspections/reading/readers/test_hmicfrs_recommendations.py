"""Recommendations with the time the force was given, in the report's own words."""

from tests.inspections.reading.readers import made_police_pages as made


def recommendations(*body, **page):
    """[(due, theme, passage, locator)]."""
    return [
        (one.due, one.theme, one.passage, one.locator)
        for one in made.read(made.page(*body, **page)).inspections[0].findings
        if one.kind == "recommendation"
    ]


def test_a_sentence_with_its_time():
    words = "We recommend that, within three months, the force finds missing children sooner."

    assert recommendations(made.h(2, "Initial contact"), made.p(words)) == [
        ("within three months", "missing-children", words, "Initial contact, para 1")
    ]


def test_a_time_that_holds_for_the_list_below_it():
    body = (
        made.p("We recommend that the force immediately:"),
        made.ul("asks every missing child where they have been; and", "keeps children out of police cells."),
        made.p("Officers said they were glad of it."),
    )

    assert [(due, theme, passage) for due, theme, passage, _ in recommendations(*body)] == [
        ("immediately", "missing-children", "asks every missing child where they have been; and"),
        ("immediately", "police-detention", "keeps children out of police cells."),
    ]


def test_headings_that_give_the_time():
    body = (
        made.h(2, "Recommendations"),
        made.h(3, "Immediately"),
        made.ul("Look for children who go missing."),
        made.h(3, "Within six months"),
        made.p("Train every officer to recognise child sexual exploitation."),
        made.h(2, "Context"),
        made.ul("Children who go missing are found in the end."),
    )

    assert recommendations(*body) == [
        ("immediately", "missing-children", "Look for children who go missing.", "Immediately, para 1"),
        (
            "within six months",
            "child-sexual-exploitation",
            "Train every officer to recognise child sexual exploitation.",
            "Within six months, para 1",
        ),
    ]


def test_one_of_its_own_time_within_a_list():
    body = (made.h(2, "Recommendations"), made.ul("Within six weeks, count the cars.", "Paint the cells."))

    assert [(due, passage) for due, _, passage, _ in recommendations(*body)] == [
        ("within six weeks", "Within six weeks, count the cars."),
        ("", "Paint the cells."),
    ]


def test_without_a_theme_it_says_where_it_stands():
    found = made.read(
        made.page(made.h(2, "Recommendations"), made.ul("The force should paint its cars blue."))
    )
    (one,) = found.inspections[0].findings

    assert (one.theme, one.topic, one.about, one.kind) == (
        None,
        "Recommendations",
        "police",
        "recommendation",
    )


def test_what_an_earlier_report_recommended_is_not_recommended_again():
    body = (
        made.h(2, "Recommendation from the 2019 inspection report"),
        made.p("We recommend that the force immediately finds missing children sooner."),
    )

    assert recommendations(*body, what=made.REVIEW) == []
