"""What stands beside an inspection on its page: what came before and after, what others said of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, Q

from dashboard.pages.inspection_lines import ReviewLine, review_lines
from dashboard.pages.remarks import once, replies_among
from dashboard.pages.summaries import whom, with_places, with_results
from dashboard.wording.days import day_of
from dashboard.wording.later import no_later_words
from inspections.domain.coverage import complete_to
from inspections.models import CaseReview, Coverage, Finding, Inspection, TrailStep
from inspections.place_facts import SPEAKING, cycle_in, later_held


def beside(inspection: Inspection, findings: Sequence[Finding], held: Sequence[Inspection]) -> dict[str, Any]:
    """Other inspections that belong to this one, remarks about it, replies to it or to its ``findings``.

    ``held``: all that is held of the same bodies. ``no_later``: what is said where nothing later is held.
    ``latest``: the newest full inspection, if later.
    """
    near = with_places(Inspection.objects.published()).filter(
        Q(follows=inspection) | Q(pk=inspection.follows_id) | Q(spoken_of_by=inspection)
    )
    before = [row for row in near if row.pk == inspection.follows_id]
    others = [row for row in near.distinct().in_date_order() if row.pk != inspection.follows_id]
    later = later_held(inspection, held)
    remarks = Finding.objects.published().filter(concerns=inspection)
    answered = {inspection.pk, *(row.concerns_id for row in findings)}
    replies = TrailStep.objects.filter(inspection__in=answered).select_related("source")
    return {
        "follows": before[0] if before else None,
        "followed_by": [row for row in others if row.follows_id == inspection.pk],
        "later": [row for row in later if row.follows_id != inspection.pk],
        "no_later": "" if later else _no_later(inspection),
        "about": [row for row in others if row.follows_id != inspection.pk],
        "remarks": once(remarks),
        "replies": replies_among(replies),
        "disclosures": _disclosures(inspection),
        "latest": _latest_position(inspection),
    }


def _no_later(inspection: Inspection) -> str:
    """What is said where nothing later is held: of visits and inspections, not of what a body does itself."""
    if inspection.kind in (*SPEAKING, Inspection.Kind.OWN_AUDIT):
        return ""
    framework = inspection.framework
    day = day_of(inspection) or cycle_in(inspection).end
    complete = complete_to(Coverage.objects.all(), framework.inspectorate_id, framework.family, day)
    return no_later_words(framework.inspectorate.short_name, whom(inspection), complete)


def _latest_position(inspection: Inspection) -> Inspection | None:
    """The newest full inspection of the same body in the same programme, where it is a later one.

    Ofsted's programmes for children's services replace one another; every other one asks its own questions,
    and so did the review of the safeguarding board.
    """
    family, board = inspection.framework.family, Q(framework__family="lscb")
    replaced = inspection.framework.inspectorate_id == "ofsted" and family != "lscb"
    same = Inspection.objects.published().full().of_same_bodies([inspection])
    same = same.filter(~board if replaced else Q(framework__family=family))
    latest = with_results(same).latest_first().first()
    mine, day = day_of(inspection), day_of(latest) if latest else None
    return latest if latest and latest != inspection and day and not (mine and day <= mine) else None


def _disclosures(inspection: Inspection) -> list[tuple[Inspection, list[ReviewLine]]]:
    """What later speakers (a disclosure, an inquiry) said about it, with the numbers they gave."""
    reviews = CaseReview.objects.published().select_related("theme", "source")
    rows = with_places(Inspection.objects.published().filter(about=inspection)).prefetch_related(
        Prefetch("case_reviews", reviews), "about"
    )
    return [(row, review_lines(row, row.case_reviews.all())) for row in rows.in_date_order()]
