"""The page of an area on the case study: header, filters, trails, what was disclosed later."""

import datetime as dt
import re

import pytest

from inspections.models import Inspection

pytestmark = pytest.mark.django_db


DATE, INSPECTION, WHAT, RESULT, SOURCE = range(5)


def chart_rows(page):
    return page.rows("everything in the chart")


def test_the_header_names_the_force_and_the_other_authorities_it_covers(reference, read):
    page = read("/areas/st-helens/")

    assert page.part("h1") == "St Helens"
    lede = page.part(".lede")
    assert "policed by Merseyside Police, which also covers Knowsley, Liverpool, Sefton and Wirral" in lede
    assert page.html.css_first('.lede a[href="/forces/merseyside/"]')
    assert page.part(".govuk-breadcrumbs") == "Areas North West St Helens"


def test_an_abolished_area_speaks_of_its_own_time_and_leads_to_its_successors(reference, read):
    page = read("/areas/cumbria/")

    assert "until 31 March 2023" in page.part(".notice")
    assert page.html.css_first('.notice a[href="/areas/cumberland/"]')
    assert page.html.css_first('.notice a[href="/areas/westmorland-and-furness/"]')
    assert "was policed by Cumbria Constabulary" in page.part(".lede")


def test_a_new_area_names_what_was_there_before(reference, read):
    page = read("/areas/cumberland/")

    assert "exists since 1 April 2023. Before it: Cumbria (to March 2023)" in page.words


def test_wales_is_told_apart(reference, read):
    assert "Ofsted does not inspect in Wales" in read("/areas/swansea/").words


def test_st_helens_shows_both_sides_with_their_dates_and_grades(bundle, read):
    """Acceptance of part 1, point 2."""
    page = read("/areas/st-helens/")

    rows = chart_rows(page)
    overall = [row for row in rows if row[WHAT] == "Overall effectiveness"]
    assert [row[RESULT] for row in overall] == [
        "requires improvement to be good", "inadequate", "good",
    ]  # fmt: skip
    assert [
        "Nov 2014" in overall[0][DATE],
        "Sept–Oct 2019 23 Sept–4 Oct 2019" in overall[1][DATE],
        "July 2023" in overall[2][DATE],
    ] == [
        True,
        True,
        True,
    ]
    police = next(row for row in rows if row[INSPECTION].startswith("HMICFRS") and "2018" in row[DATE])
    assert "6 good, 8 requires improvement, 5 inadequate of 19 cases" in police[RESULT]
    assert "whole force" in police[INSPECTION]
    assert all(name in police[INSPECTION] for name in ("Knowsley", "Liverpool", "Sefton", "Wirral"))
    assert any(row[INSPECTION].startswith("HMICFRS") and "2019" in row[DATE] for row in rows)


def test_the_filters_leave_one_graded_inspection_and_three_visits(bundle, read):
    """Acceptance of part 1, point 2: the table says the same as the chart."""
    page = read("/areas/st-helens/?inspectorate=ofsted&from=2018&to=2020")

    rows = chart_rows(page)
    assert {row[INSPECTION].split(":")[0] for row in rows} == {"Ofsted"}
    graded = {row[DATE] for row in rows if row[INSPECTION].startswith("Ofsted: full inspection")}
    visits = {row[DATE] for row in rows if "visit" in row[INSPECTION]}
    assert (len(graded), len(visits)) == (1, 3)


def test_the_form_shows_what_the_address_asks_for(bundle, read):
    page = read("/areas/st-helens/?inspectorate=ofsted&from=2018&to=2020")

    checked = [box.attributes["value"] for box in page.html.css(".filters input[checked]")]
    chosen = [option.attributes["value"] for option in page.html.css(".filters option[selected]")]
    assert (checked, chosen) == (["ofsted"], ["2018", "2020"])
    form = page.html.css_first(".filters")
    assert (form.attributes["method"], form.attributes["action"]) == ("get", "/areas/st-helens/")
    assert form.css_first('a[href="/areas/st-helens/"]').text() == "Clear"


def test_only_what_was_done_here_can_be_chosen(bundle, read):
    page = read("/areas/st-helens/")

    offered = {box.attributes["value"] for box in page.html.css('.filters input[name="inspectorate"]')}
    assert {"ofsted", "hmicfrs", "own", "dfe"} <= offered
    assert not {"cqc", "ciw", "hmi-probation"} & offered


def test_values_that_do_not_exist_are_ignored_and_named(bundle, read):
    page = read("/areas/st-helens/?inspectorate=ofsteed&from=20x8")

    assert "inspectorate “ofsteed”" in page.part(".notice")
    assert "from “20x8”" in page.part(".notice")
    assert len(chart_rows(page)) == len(chart_rows(read("/areas/st-helens/")))


def test_htmx_gets_the_results_alone_and_no_cache_may_keep_them(bundle, client):
    response = client.get(
        "/areas/st-helens/?to=2020&inspectorate=ofsted&from=", headers={"HX-Request": "true"}
    )

    words = response.content.decode()
    assert "<h1" not in words
    assert "everything in the chart" in words
    assert response["Cache-Control"] == "no-store"
    assert "HX-Request" in response["Vary"]
    assert response["HX-Push-Url"] == "/areas/st-helens/?inspectorate=ofsted&to=2020"


def test_going_back_gets_the_whole_page(bundle, client):
    response = client.get(
        "/areas/st-helens/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    )

    assert b"<h1" in response.content
    assert "HX-Request" in response["Vary"]


def test_the_trail_is_an_ordered_list_with_its_speakers_dates_and_sources(bundle, read):
    page = read("/areas/st-helens/")

    steps = [" ".join(node.text(separator=" ").split()) for node in page.html.css("ol.trail li")]
    named = ("July 2018", "October 2019", "January 2020", "Department for Education", "July 2023")
    place = {name: next(i for i, step in enumerate(steps) if name in step) for name in named}
    assert list(place.values()) == sorted(place.values())
    assert any("date not given" in step and "Interim Director" in step for step in steps)
    assert all("source:" in step for step in steps)
    assert "Merseyside Police (whole force)" in page.words


def test_what_was_disclosed_later_stands_apart_and_grades_are_not_given(bundle, read):
    page = read("/areas/tower-hamlets/")

    assert (
        "28 child sexual exploitation cases, disclosed later to the Inquiry; grades not given" in page.words
    )
    about = [link.attributes["href"] for link in page.html.css("#disclosed ~ ul a[href^='/inspections/']")]
    inspections = Inspection.objects.filter(
        key__startswith="tower-hamlets/ofsted", fieldwork_end__lt=dt.date(2020, 1, 1)
    )
    assert {row.get_absolute_url() for row in inspections} <= set(about)


def test_a_remark_about_another_place_does_not_show(bundle, read):
    """The Inquiry’s chapter speaks of seven bodies; its words on Durham are not words on St Helens."""
    page = read("/areas/st-helens/")

    themes = page.rows("say on each theme")
    assert not any("IICSA, inquiry" in cell for row in themes for cell in row)


def test_a_theme_without_police_evidence_says_not_given(bundle, read):
    rows = {
        row[0].split(" Children missing")[0]: row
        for row in read("/areas/st-helens/").rows("say on each theme")
    }

    missing = rows["Missing children"]
    assert "Qualified strength, as read by one reader" in missing[1]
    assert missing[2] == "Not given"
    assert "6 good, 8 requires improvement, 5 inadequate of 19 cases" in rows["Child sexual exploitation"][2]


def test_an_inspection_says_its_date_once_and_its_source_in_each_row(bundle, read):
    page = read("/areas/st-helens/?inspectorate=ofsted&from=2019&to=2019")

    groups = page.html.css("#lanes-table tbody")
    assert [len(group.css("th[scope=rowgroup]")) for group in groups] == [1]
    rows = chart_rows(page)
    assert len(rows) == 5
    assert {row[INSPECTION] for row in rows} == {"Ofsted: full inspection ILACS"}
    # A link of a few words; its title in full is there for who cannot see where it leads.
    assert all(row[SOURCE].startswith("Ofsted report : St Helens:") for row in rows)
    assert all(row[SOURCE].endswith(", page 1") for row in rows)


def test_words_of_strength_beside_a_bad_tally_are_called_mixed(bundle, read):
    """Stance and tally of one side are read together; where they differ it is mixed (domain, S2)."""
    rows = {row[0]: row for row in read("/forces/merseyside/").rows("say on each theme")}

    exploitation = rows["Child sexual exploitation"][1]
    assert "5 inadequate of 19 cases" in exploitation
    assert "In words, one finding:" in exploitation
    assert "(strength, as read by the Inquiry)" in exploitation
    assert "Together mixed: most of these cases were below good" in exploitation
    assert "Together mixed" not in rows["Strategy discussions"][1]


@pytest.mark.parametrize(
    ("slug", "words", "number"),
    [
        ("county-durham", "“one missing child”", "1 case"),
        ("st-helens", "“two other cases”", "2 other cases"),
        ("tower-hamlets", "“two criminal exploitation cases”", "2 child criminal"),
    ],
)
def test_a_count_under_five_stands_only_in_the_words_of_the_inquiry(
    bundle, read, client, slug, words, number
):
    page = read(f"/areas/{slug}/")
    csv = client.get(f"/charts/lanes.csv?area={slug}").content.decode()
    (disclosure,) = Inspection.objects.filter(kind="disclosure", areas__slug=slug)

    disclosed = page.html.css_first("#disclosed ~ ul").text(separator=" ")
    assert words in disclosed
    assert "the Inquiry (IICSA)" in disclosed
    for shown in (page.words, csv, read(disclosure.get_absolute_url()).words):
        assert words in shown
        assert number not in shown


def test_no_sentence_has_a_space_before_its_full_stop(bundle, read):
    for address in ("/areas/st-helens/", "/areas/tower-hamlets/", "/forces/durham/"):
        html = read(address).html
        nodes = html.css("#disclosed ~ ul li, [aria-labelledby=themes-caption] td")
        assert nodes
        for node in nodes:
            assert not re.search(r"\s[.;]", node.text()), node.text()


def test_a_proportion_without_its_number_is_shown_as_stated(bundle, read):
    assert "16% good, as stated; number and split not given" in read("/areas/st-helens/").words


def test_a_support_line_stands_on_the_page(bundle, read):
    assert "0808 800 5000" in read("/areas/st-helens/").part("footer")


def test_unpublished_inspections_never_show(made_inspection, made_finding, made_review, read):
    hidden = made_inspection("halton", grades={"overall": "inadequate"}, review_status="needs_review")
    made_finding(hidden, summary="A sentence nobody has checked")
    made_review(hidden, cases=31)

    page = read("/areas/halton/")

    for words in ("inadequate", "nobody has checked", "31"):
        assert words not in page.words
    assert f"/inspections/{hidden.pk}/" not in page.html.html


def test_unpublished_facts_of_a_published_inspection_never_show(
    made_inspection, made_finding, made_review, read
):
    shown = made_inspection("halton", grades={"overall": "good"})
    made_finding(shown, summary="A sentence nobody has checked", review_status="proposed")
    made_review(shown, cases=31, review_status="proposed")

    for address in ("/areas/halton/", shown.get_absolute_url(), "/inspections/"):
        page = read(address)
        assert "nobody has checked" not in page.words
        assert "31 cases" not in page.words


@pytest.mark.parametrize(
    "address",
    [
        "/areas/atlantis/",
        "/forces/st-helens/",
        "/areas/metropolitan/",
        "/inspections/0/",
        f"/inspections/{10**30}/",
    ],
)
def test_what_does_not_exist_is_not_found(reference, client, address):
    assert client.get(address).status_code == 404


def test_every_area_and_force_has_a_page(bundle, client):
    """Those with an apostrophe, "&" or a comma in their name too, and those nothing is known about."""
    for slug in (
        "hammersmith-and-fulham",
        "bournemouth-christchurch-and-poole",
        "isle-of-anglesey",
        "city-of-london",
    ):
        assert client.get(f"/areas/{slug}/").status_code == 200, slug


def test_nothing_on_record_shows_no_filters_and_says_so(bundle, read):
    page = read("/areas/cumbria/")

    assert not page.html.css(".filters")
    assert "No inspection of Cumbria is on record here yet." in page.part(".answer")
    assert read("/areas/cumbria/?from=2018").html.css(".filters")
