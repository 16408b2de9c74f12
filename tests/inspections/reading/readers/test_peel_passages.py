"""What a PEEL page says on the themes of the site becomes uncoded passages about the force."""

from tests.inspections.reading.readers.made_peel_pages import five_tiers, inspection, items, page, read

SAID = "Officers in this made-up town look for missing children soon after they are reported."


def test_a_passage_says_its_theme_and_where_it_stands():
    html = page(
        "<h2>Protecting vulnerable people</h2><p>Good</p>",
        f"<p>Words about horses and carts only. {SAID}</p>",
    )
    [found] = inspection(html).findings
    assert (found.theme, found.about, found.kind, found.stance) == (
        "missing-children",
        "police",
        "statement",
        None,
    )
    assert found.passage == SAID
    assert found.locator == "under “Protecting vulnerable people”"


def test_items_are_cited_whole_and_headings_and_questions_are_not_passages():
    html = page(
        "<h2>Missing children and how the force looks for them all</h2>",
        "<p>How well does the force look for missing children in towns?</p>",
        items(SAID),
    )
    assert [found.passage for found in inspection(html).findings] == [SAID]


def test_a_page_never_says_that_all_was_searched():
    assert inspection(page(f"<p>{SAID}</p>")).themes_read is False


def test_of_two_visits_the_words_are_the_last_ones():
    dated = "In March 2021 we judged the force to be adequate. In June 2022 we judged it to be good."
    first, second = read(five_tiers(f"<h2>Preventing crime</h2><p>{dated}</p><p>{SAID}</p>")).inspections
    assert [len(first.findings), len(second.findings)] == [0, 1]
