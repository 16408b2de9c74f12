"""A joint inspection of one authority's partnership: police and social care in one report, in both lanes."""

from __future__ import annotations

from dashboard.series.dates import day_of
from dashboard.series.entries import Drawn, Entry, joint_whose, make_entry
from dashboard.series.place import PlaceFacts, areas_of
from inspections.models import Inspection


def joint_entry(facts: PlaceFacts, inspection: Inspection, block: str, *, order: int) -> Entry:
    """A hollow box, for it gives no grade, with words that say whom it is about."""
    about = f"about {joint_whose(facts, inspection)}"
    looked_at = _topic(inspection) + _with_police(facts, inspection)
    words = f"Joint inspection{f' of {looked_at}' if inspection.topic else looked_at}, not graded; {about}"
    beside = f"{looked_at.removeprefix(' ')}; {about}" if looked_at else about
    return make_entry(
        facts,
        inspection,
        block=block,
        lane="joint",
        label="Joint inspections",
        order=(order, 0, ""),
        subject="Joint inspection",
        drawn=Drawn("visit", words, beside=beside[:1].upper() + beside[1:]),
        result="not graded",
    )


def _topic(inspection: Inspection) -> str:
    """ "exploitation and missing children": of a name only the first letter may be small."""
    topic = inspection.topic
    return topic if topic[:2].isupper() else topic[:1].lower() + topic[1:]


def _with_police(facts: PlaceFacts, inspection: Inspection) -> str:
    """ " with Merseyside Police" on the page of the authority; the force's own page need not say it."""
    if facts.is_force:
        return ""
    authority = next((area for area in areas_of(inspection) if not area.is_force), None)
    force = facts.force_of(authority, day_of(inspection)) if authority else None
    return f" with {force.name}" if force else ""
