"""A joint inspection of one authority's partnership: police and social care in one report, in both lanes."""

from __future__ import annotations

from dashboard.series.entries import Drawn, Entry, joint_force, joint_whose, make_entry
from dashboard.series.place import PlaceFacts
from inspections.models import Inspection

JOINT = "joint"  # the lane, in the block of either side


def joint_entry(facts: PlaceFacts, inspection: Inspection, block: str, *, order: int) -> Entry:
    """A hollow box, for it gives no grade, with words that say whom it is about."""
    about = f"about {joint_whose(facts, inspection)}"
    topic = _small(inspection.topic)
    of = f" of {topic}" if topic else ""
    words = f"Joint inspection{of}{_with_police(facts, inspection)}, not graded; {about}"
    # A deep dive is what sets it apart from the others; the hover and the table have the topic in full.
    short = topic.rpartition("deep dive: ")[2]
    beside = f"{short}; {about}" if short else about
    return make_entry(
        facts,
        inspection,
        block=block,
        lane=JOINT,
        label="Joint inspections",
        order=(order, 0, ""),
        subject="Joint inspection",
        drawn=Drawn("visit", words, beside=beside[:1].upper() + beside[1:]),
        result="not graded",
    )


def _small(topic: str) -> str:
    """ "exploitation and missing children": within a sentence; what begins with two capitals is a name."""
    return topic if topic[:2].isupper() else topic[:1].lower() + topic[1:]


def _with_police(facts: PlaceFacts, inspection: Inspection) -> str:
    """ " with Merseyside Police" on the page of the authority; the force's own page need not say it."""
    force = None if facts.is_force else joint_force(facts, inspection)
    return f" with {force.name}" if force else ""
