"""Numbers a reader found in prose, each decided beside its page, and what the next reading makes of that."""

import io

import pytest
from django.core.management import call_command
from django.urls import reverse

from inspections.models import CaseReview, Decision, IngestRun
from tests.factories import case_review

pytestmark = pytest.mark.usefixtures("reference")

LIST = "/ingest/proposed/"


@pytest.fixture
def document(made, taken_in):
    """Two numbers on page 3: 3 of 9, and 4 of 8."""
    pages = made.ilacs_pages(
        made.ilacs_grades, title="Inspection of Halton local authority \nchildren’s services"
    )
    pages.append(
        "1. Children go missing.\n2. In 3 of the 9 cases sampled, nobody looked for missing children.\n"
        "3. In 4 of the 8 cases sampled, domestic abuse was overlooked."
    )

    def take():
        run = taken_in(made.as_pdf(pages), "halton.pdf")
        assert run.result == "stored"
        return run

    take()
    return take


@pytest.fixture
def missing(document):
    return CaseReview.objects.get(theme="missing-children")


def decide(client, row, decision, **fields):
    return client.post(reverse("ingest-proposal", args=[row.pk]), {"decision": decision} | fields)


def correct(client, row, **fields):
    names = ("cases", "good", "adequate", "requires_improvement", "inadequate", "below_good", "percent_good",
             "observed", "observed_what", "stated")  # fmt: skip
    shown = {name: "" if getattr(row, name) is None else getattr(row, name) for name in names}
    return decide(client, row, "correct", **{f"correct-{k}": v for k, v in (shown | fields).items()})


def again(staff, work):
    staff.post(reverse("ingest-again", args=[IngestRun.objects.first().pk]))
    work()
    assert IngestRun.objects.first().result == "stored"


def status(theme):
    return CaseReview.objects.get(theme=theme).review_status


def test_the_list_shows_what_waits_and_the_ingest_page_says_so(document, staff, read):
    page = read(LIST)

    assert "2 wait to be confirmed." in page.words
    assert "3 of the 9 cases sampled" in page.words
    assert "2 numbers found in prose wait to be confirmed" in read("/ingest/").words


def test_what_was_read_here_comes_before_places_that_tables_name(document, staff, read):
    first, second = CaseReview.objects.order_by("pk")
    CaseReview.objects.filter(pk=first.pk).update(run=None)

    words = read(LIST).words

    assert words.index(second.stated) < words.index(first.stated)


def test_only_reviewers_see_them(missing, client):
    client.logout()

    for address in (LIST, reverse("ingest-proposal", args=[missing.pk])):
        assert client.get(address).status_code == 302
    decide(client, missing, "confirm")
    assert status("missing-children") == "proposed"


def test_a_proposal_stands_beside_its_words_its_passage_and_its_page(missing, staff, read):
    page = read(reverse("ingest-proposal", args=[missing.pk]))

    assert "Missing children: is this number right?" in page.words
    assert "“3 of the 9 cases sampled" in page.words
    assert "nobody looked for missing children" in page.words
    picture = page.html.css_first("main img.page-picture")
    assert picture.attributes["src"] == reverse("ingest-page", args=[missing.source_id, 3])


def test_confirmed_it_is_public_and_the_next_one_is_asked(missing, staff, reviewer):
    other = CaseReview.objects.get(theme="domestic-abuse")

    response = decide(staff, missing, "confirm")

    assert response["Location"] == reverse("ingest-proposal", args=[other.pk])
    assert list(CaseReview.objects.published()) == [missing]
    decision = Decision.objects.get()
    assert (decision.made_by, decision.outcome, decision.theme_id) == (
        reviewer,
        "accepted",
        "missing-children",
    )
    assert decision.history.get().history_user == reviewer


def test_rejected_it_stays_out_and_is_not_proposed_again(missing, staff, work, read):
    decide(staff, missing, "reject", reason="These are visits, not cases.")

    again(staff, work)

    assert (status("missing-children"), status("domestic-abuse")) == ("rejected", "proposed")
    assert not CaseReview.objects.published().exists()
    assert "1 waits to be confirmed." in read(LIST).words
    page = read(reverse("ingest-proposal", args=[CaseReview.objects.get(theme="missing-children").pk]))
    assert "Rejected on" in page.words
    assert "by reviewer. Reason: These are visits, not cases." in page.words


def test_corrected_it_is_public_with_the_right_numbers_and_stays_so(missing, staff, work):
    response = correct(staff, missing, cases="10", reason="The table on the page says ten.")

    assert response.status_code == 302
    again(staff, work)
    row = CaseReview.objects.published().get()
    assert (row.cases, row.observed, row.review_status, row.certainty) == (10, 3, "corrected", "high")
    decision = Decision.objects.get()
    assert (decision.outcome, decision.value) == ("corrected", "cases 9 → 10")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"observed": "11", "reason": "x"}, "11 is more than the 9 cases looked at"),
        ({"cases": "nine", "reason": "x"}, "A whole number is expected"),
        ({"cases": "10"}, "What was wrong: This field is required"),
    ],
)
def test_numbers_that_cannot_be_right_are_refused(missing, staff, fields, said):
    response = correct(staff, missing, **fields)

    assert said in response.content.decode()
    assert status("missing-children") == "proposed"
    assert not Decision.objects.exists()


def test_a_place_alone_cannot_be_confirmed_but_read_there_or_rejected(missing, staff):
    """As the site's own tables have it: a number stands there, and nobody has read it."""
    unread = {"cases": None, "cases_basis": "", "observed": None, "observed_what": "", "stated": ""}
    CaseReview.objects.update(run=None, completeness="stated_only", **unread)

    response = decide(staff, missing, "confirm")
    assert "Nobody has read this number yet" in response.content.decode()
    assert status("missing-children") == "proposed"

    missing.refresh_from_db()
    correct(staff, missing, cases="9", reason="Read in the sentence.")
    row = CaseReview.objects.published().get()
    assert (row.cases, row.completeness, row.review_status) == (9, "total_only", "corrected")


def test_nothing_is_decided_twice(missing, staff):
    decide(staff, missing, "confirm")

    response = decide(staff, missing, "reject")

    assert "Somebody else decided about this first: it is published already." in response.content.decode()
    assert status("missing-children") == "published"


def test_no_decision_is_no_decision(missing, staff):
    assert "That is no decision" in decide(staff, missing, "burn").content.decode()
    assert status("missing-children") == "proposed"


def test_a_document_that_waits_comes_first(made, taken_in, staff):
    pages = made.ilacs_pages(
        made.ilacs_grades,
        title="Inspection of Halton local authority \nchildren’s services",
        headings={"help_protection": "Inadequate"},
    )
    pages.append(
        "1. Children go missing.\n2. In 3 of the 9 cases sampled, nobody looked for missing children."
    )
    assert taken_in(made.as_pdf(pages)).result == "needs_review"

    response = decide(staff, CaseReview.objects.get(), "confirm")

    assert "1 blocking problem of this document must be decided first" in response.content.decode()
    assert status("missing-children") == "proposed"


def test_the_public_page_lists_no_decision_about_what_was_never_shown(missing, staff, client, read):
    decide(staff, missing, "reject", reason="These are visits.")
    client.logout()

    page = read(missing.inspection.get_absolute_url())

    assert "visits" not in page.words
    assert "proposal" not in page.words.lower()


def test_facts_passed_on_hold_neither_proposals_nor_rejected_ones(missing, staff):
    decide(staff, missing, "reject")
    case_review(missing.inspection, "referrals", cases=5, completeness="total_only")
    out = io.StringIO()

    call_command("export", "case_reviews", "--facts-only", stdout=out)

    assert out.getvalue().count("\n") == 2
    assert "referrals" in out.getvalue()
