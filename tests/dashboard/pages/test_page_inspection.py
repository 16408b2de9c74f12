"""The page of one inspection: facts, dates by source, judgements, cases, findings, and who may see it."""

import datetime as dt

import pytest

from inspections.models import (
    Coding,
    Coverage,
    Finding,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from tests import factories as make

pytestmark = pytest.mark.django_db


def of(key_begins):
    return Inspection.objects.get(key__startswith=key_begins).get_absolute_url()


def test_facts_say_who_whom_when_and_under_which_framework(bundle, read):
    page = read(of("merseyside/hmicfrs-ncpi-2014/full"))

    facts = page.part(".facts")
    assert "Merseyside Police (whole force: Knowsley, Liverpool, Sefton, St Helens and Wirral)" in facts
    assert "National child protection inspections, 2014 to 2023" in facts
    assert "23 April to 4 May 2018" in facts
    assert page.part("h1").startswith("Merseyside Police: full inspection")
    assert "Merseyside Police: full inspection" in page.html.css_first("title").text()


def test_the_answer_ends_with_the_latest_position(bundle, read):
    answer = read(of("st-helens/ofsted-ilacs-2018/full")).part(".answer")

    assert "inadequate overall" in answer
    assert "July 2023: good overall" in answer
    assert "Latest" not in read(of("st-helens/ofsted-ilacs-2023/full")).part(".answer")


def test_peel_and_child_protection_inspections_are_each_followed_by_their_own(reference, read):
    force = make.force("kent")
    first = make.inspection(force, "hmicfrs-ncpi-2014", ended="2015-04-12")
    make.inspection(force, "hmicfrs-ncpi-2014", ended="2019-04-12")
    peel = make.inspection(force, "hmicfrs-peel-2015")
    make.inspection(force, "hmicfrs-peel-2023")

    assert "Latest full inspection held here, April 2019" in read(first.get_absolute_url()).part(".answer")
    answer = read(peel.get_absolute_url())
    assert "Latest full inspection" not in answer.part(".answer")
    assert answer.part("h1").endswith("some time in this cycle (March 2015 to February 2016)")


def test_dates_stand_as_each_source_states_them_and_the_decider_is_marked(bundle, read):
    rows = read(of("st-helens/ofsted-ilacs-2018/full")).rows("When it was, by source")

    report = next(row for row in rows if "(decides)" in row[0])
    inquiry = next(row for row in rows if "Child sexual exploitation by organised networks" in row[0])
    assert report[1].startswith("23 September to 4 October 2019")
    assert report[2].startswith("4 November 2019")
    assert inquiry[1].startswith("October 2019")
    assert inquiry[2] == "not given"


def test_sources_that_disagree_are_both_shown_with_their_names(bundle, read):
    rows = read(of("st-helens/ofsted-ilacs-2018/full")).rows("Both values are kept")

    assert rows[0][0] == "Publication date"
    assert rows[0][1].startswith("4 November 2019")
    assert rows[0][2].startswith("3 November 2019")
    assert "underlying data" in rows[0][2]


def test_a_dismissed_or_blocking_problem_is_not_for_the_public(made_inspection, read):
    row = made_inspection(grades={"overall": "good"})
    for number, (severity, state) in enumerate([("conflict", "dismissed"), ("blocking", "open")]):
        Problem.objects.create(
            key=f"made/{number}", inspection=row, severity=severity, state=state,
            where="here", field="overall", value="x", message="Not for a stranger",
        )  # fmt: skip

    assert "Not for a stranger" not in read(row.get_absolute_url()).words


def test_a_judgement_carries_its_words_its_page_and_what_other_sources_say(made_inspection, document, read):
    row = made_inspection(grades={"overall": "good"})
    other = SourceDocument.objects.create(key="other", kind="statistics", title="A table", publisher="Ofsted")
    Judgement.objects.create(
        key="made/other", inspection=row, aspect_id="overall", grade_id="ofsted:inadequate",
        grade_status="graded", source=other, locator="row 7", confidence="read",
        review_status="published",
    )  # fmt: skip

    line = read(row.get_absolute_url()).rows("What was judged")[0]

    assert line[0] == "Overall effectiveness"
    assert line[1].startswith("Good good")
    assert "Another source differs: inadequate. Source: Ofsted statistics : A table, row 7" in line[1]
    assert line[2] == "“Good”"
    assert "page 1" in line[3]


def test_an_aspect_without_judgement_is_named_and_never_counted_as_a_result(made_inspection, read):
    row = made_inspection(grades={"overall": "good"})

    page = read(row.get_absolute_url())

    assert "Help and protection: no judgement on record." in page.words


def test_an_aspects_only_framework_misses_no_overall_grade(made_inspection, read):
    row = made_inspection(
        framework="ofsted-ilacs-2026", ended=dt.date(2026, 5, 15), grades={"help_protection": "good"}
    )

    page = read(row.get_absolute_url())

    assert "Overall effectiveness" not in page.words
    assert "help and protection good" in page.part(".answer")


def test_fewer_than_20_cases_have_counts_and_no_percentage(bundle, read):
    page = read(of("durham/hmicfrs-ncpi-2014/full"))

    assert "1 good, 2 requires improvement, 6 inadequate of 9 cases looked at" in page.words
    assert "fewer than 20 cases" in page.part(".qualifier")
    assert "not a sample of all cases" in page.words
    assert "%" not in page.words


def test_a_sum_of_ours_is_said_to_be_ours(bundle, read):
    assert "of 19 cases looked at (our sum)" in read(of("merseyside/hmicfrs-ncpi-2014/full")).words


def test_small_counts_about_one_authority_appear_only_as_the_sources_words(
    made_inspection, made_review, read
):
    row = made_inspection()
    made_review(
        row, cases=7, good=3, requires_improvement=4, completeness="full_split", stated="most of seven"
    )

    page = read(row.get_absolute_url())

    assert "Most of seven." in page.words
    assert "3 good" not in page.words
    assert not page.html.css(".tally")


def test_the_same_counts_about_a_whole_force_are_shown(made_inspection, made_review, read):
    row = made_inspection("durham", framework="hmicfrs-ncpi-2014")
    made_review(row, cases=7, good=3, requires_improvement=4, completeness="full_split")

    page = read(row.get_absolute_url())

    assert "3 good" in page.part(".tally")
    assert "4 RI" in page.part(".tally")


def test_what_is_not_given_is_said_and_is_no_zero(made_inspection, made_review, read):
    row = made_inspection("durham", framework="hmicfrs-ncpi-2014")
    made_review(row, cases=38, below_good=36, completeness="merged")

    page = read(row.get_absolute_url())

    assert "36 below good, split not given" in page.words
    assert "2 not given" in page.words
    assert not any(f"0 {word}" in page.words for word in ("good", "RI", "inad"))


def test_a_known_zero_is_shown_as_zero(made_inspection, made_review, read):
    row = made_inspection("durham", framework="hmicfrs-ncpi-2014")
    made_review(row, cases=8, good=0, requires_improvement=2, inadequate=6, completeness="full_split")

    assert "0 good" in read(row.get_absolute_url()).words


def test_a_theme_without_a_number_of_cases_says_so(made_inspection, made_finding, read):
    row = made_inspection()
    made_finding(row, "child-exploitation")

    page = read(row.get_absolute_url())

    assert "Child exploitation: how many cases were looked at is not given." in page.words


def test_a_finding_says_where_it_stands_and_that_nobody_has_coded_it(made_inspection, made_finding, read):
    row = made_inspection()
    made_finding(row, summary="Plans are late")

    words = read(row.get_absolute_url()).words

    assert "Plans are late. Statement about the council. Stance: not coded. Source: Ofsted" in words
    assert "para 14" in words


def test_a_coding_says_by_which_role_and_when(made_inspection, made_finding, read):
    row = made_inspection()
    finding = made_finding(row)
    Coding.objects.create(finding=finding, role="inquiry", stance="concern", at=dt.date(2022, 2, 1))

    assert "Stance: concern, as read by the Inquiry (February 2022)" in read(row.get_absolute_url()).words


def test_a_passage_is_marked_as_printed(made_inspection, made_finding, read):
    row = made_inspection()
    made_finding(row, summary="", passage="Plans are <late> & few.")

    assert "As printed: “Plans are <late> & few.”" in read(row.get_absolute_url()).words


def test_what_followed_and_what_it_follows_are_linked(made_inspection, read):
    first = made_inspection(ended=dt.date(2019, 3, 15), grades={"overall": "inadequate"})
    second = made_inspection(ended=dt.date(2019, 9, 6), kind="monitoring_visit", follows=first)

    before, after = read(first.get_absolute_url()), read(second.get_absolute_url())

    assert "Followed by: Ofsted, Halton: monitoring visit, 6 September 2019" in before.words
    assert "Follows: Ofsted, Halton: full inspection, 15 March 2019" in after.words
    assert "This site holds no later inspection of Halton by Ofsted, and does not hold all" in after.words
    assert "This site holds no later" not in before.words


def test_no_follow_up_is_said_only_where_every_one_would_be_held(made_inspection, read):
    row = made_inspection(ended=dt.date(2019, 3, 15))
    Coverage.objects.create(
        key="made",
        inspectorate_id="ofsted",
        what="list",
        complete_from=dt.date(2018, 1, 1),
        complete_to=dt.date(2025, 3, 31),
    )

    said = "No follow-up to it is on record here, where every one to 31 March 2025 is held."
    assert f"{said} Not found is not the same as not done." in read(row.get_absolute_url()).words

    made_inspection(ended=dt.date(2022, 5, 20), kind="focused_visit")
    page = read(row.get_absolute_url()).words
    assert "No follow-up" not in page
    assert "Later, held here: Ofsted, Halton: focused visit, 20 May 2022" in page


def test_what_an_inquiry_said_later_is_on_the_page_it_speaks_about(bundle, read):
    """Journey 5: 28 + 2 on both inspections; which inspection: not given."""
    for key in ("tower-hamlets/ofsted-sif/full", "tower-hamlets/ofsted-ilacs-2018/full"):
        page = read(of(key))
        assert (
            "about this and other inspections together; which numbers belong to which: not given"
            in page.words
        )
        assert "28 child sexual exploitation cases" in page.words


def test_a_remark_stands_on_the_page_of_its_inspection(bundle, read):
    page = read(of("warwickshire/ofsted-sif/full"))

    assert "What the Inquiry said about it" in page.words
    remark = Finding.objects.filter(concerns__key__startswith="warwickshire/ofsted-sif").first()
    assert remark.summary.rstrip(".") in page.words


def test_sources_carry_their_licence(bundle, read):
    assert "Licence: OGL v3.0" in read(of("st-helens/ofsted-ilacs-2018/full")).words


def test_certainty_below_high_is_said(made_inspection, made_review, read):
    row = made_inspection("durham", framework="hmicfrs-ncpi-2014")
    made_review(row, cases=41, certainty="medium")

    page = read(row.get_absolute_url())

    assert "41 cases, grades not given; medium certainty" in page.words
    assert "medium certainty" in page.part(".qualifier")


def test_the_support_line_stands_where_cases_or_findings_do(made_inspection, made_finding, read):
    plain = made_inspection(grades={"overall": "good"})
    speaking = made_inspection(ended=dt.date(2020, 1, 10))
    made_finding(speaking)

    assert "0808 800 5000" not in read(plain.get_absolute_url()).part("footer")
    assert "0808 800 5000" in read(speaking.get_absolute_url()).part("footer")


def test_an_inspection_without_any_date_says_so(made_inspection, read):
    row = made_inspection(ended=None)
    InspectionSource.objects.all().delete()

    page = read(row.get_absolute_url())

    assert page.part("h1") == "Halton: full inspection, date not given"
    assert "No source on record here gives a date." in page.words
    assert "When inspectors were there: not given." in page.words


def test_many_places_are_counted_not_listed_in_the_title(bundle, read):
    page = read(of("iicsa/inquiry"))

    assert page.part("h1") == "4 authorities and 3 police forces: inquiry, published February 2022"
    assert page.part(".answer") == "IICSA: an inquiry, which gives no grade."
    assert "What is not given" not in page.words


def test_a_visit_claims_no_judgement_on_any_aspect(made_inspection, read):
    out = dt.date(2019, 4, 12)
    row = made_inspection(kind="focused_visit", published_from=out, published_to=out)

    words = read(row.get_absolute_url()).words

    assert "Dates are on record here. This kind of inspection gives no grade." in words
    assert "judgement on each aspect" not in words


def test_what_a_framework_does_not_judge_is_not_missed(made_inspection, read):
    row = made_inspection(framework="ofsted-slac", ended=dt.date(2011, 5, 13))

    words = read(row.get_absolute_url()).words

    assert "Safeguarding services: no judgement on record." in words
    assert "Overall effectiveness" not in words


def test_the_latest_position_of_a_force_stays_within_one_programme(made_inspection, read):
    first = made_inspection("durham", framework="hmicfrs-ncpi-2014", ended=dt.date(2016, 5, 13))
    made_inspection(
        "durham", framework="hmicfrs-peel-2018", ended=dt.date(2019, 5, 2), grades={"effectiveness": "good"}
    )
    assert "Latest full inspection" not in read(first.get_absolute_url()).words

    made_inspection("durham", framework="hmicfrs-ncpi-2014", ended=dt.date(2019, 10, 11))
    assert "Latest full inspection held here, October 2019" in read(first.get_absolute_url()).words


def test_ofsteds_programmes_replace_one_another(made_inspection, read):
    first = made_inspection(
        framework="ofsted-sif", ended=dt.date(2014, 5, 16), grades={"overall": "inadequate"}
    )
    made_inspection(ended=dt.date(2019, 3, 15), grades={"overall": "good"})

    assert (
        "Latest full inspection held here, March 2019: good overall" in read(first.get_absolute_url()).words
    )


def test_a_year_cut_at_publication_gives_no_day(made_inspection, read):
    row = made_inspection("kent", framework="hmicfrs-ncpi-2014", ended=dt.date(2021, 8, 26))
    Inspection.objects.update(fieldwork_start=dt.date(2021, 1, 1), published_to=dt.date(2021, 8, 26))

    assert read(row.get_absolute_url()).part("h1").endswith("some time from January 2021 to 26 August 2021")


def test_what_only_some_reports_judge_is_not_missed_in_the_others(made_inspection, read):
    row = made_inspection("kent", framework="hmicfrs-peel-2021", ended=dt.date(2022, 5, 13))

    words = read(row.get_absolute_url()).words

    assert "Preventing crime: no judgement on record." in words
    assert "Supporting victims" not in words
