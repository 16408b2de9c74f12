"""Which service a row is about and when its report came out."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from inspections.reading.readers.hmip_youth_justice.columns import Column, Row, note
from inspections.reading.records import (
    DateSpan,
    InspectionRecord,
    JudgementRecord,
    PlaceRecord,
    ProblemRecord,
)

_JOINT = re.compile(r"\s?[-–—]\s?JI$", re.IGNORECASE)
_OPENING = re.compile(r"^an inspection of ", re.IGNORECASE)
_DAY_FORMATS = ("%d/%m/%y", "%d/%m/%Y", "%Y-%m-%d")
_FIRST_YEAR = 2005
_ONE_REPORT = dt.timedelta(days=3)


@dataclass(frozen=True)
class Service:
    """``name`` without the words that say it was inspected, and how; ``joint``: the row ends in "JI"."""

    name: str
    joint: bool
    published: dt.date
    printed: str
    where: str


def service_of(row: Row, found: dict[str, Column]) -> tuple[Service | None, ProblemRecord | None]:
    """Either the service or why the row cannot be stored. Which areas it covers is not decided here."""
    printed = row.at(found["name"])
    name = _OPENING.sub("", _JOINT.sub("", printed)).strip()
    if not name:
        return None, note(row.place(found["name"]), "area", printed, "this row names no service")
    said = row.at(found["published"])
    published = day(said)
    if published is None:
        message = (
            f"no day of publication can be read for {name}, so its inspection cannot be told from others"
        )
        return None, note(row.place(found["published"]), "published", said, message)
    joint = bool(_JOINT.search(printed))
    return Service(name, joint, published, said, row.locator), None


def inspection(service: Service, judgements: list[JudgementRecord]) -> InspectionRecord:
    return InspectionRecord(
        inspectorate="hmi-probation",
        framework="hmip-youth-justice",
        kind="joint" if service.joint else "full",
        places=(PlaceRecord(raw=service.name, kind="authority", scope="authority"),),
        locator=service.where,
        published=DateSpan(
            raw=service.printed, start=service.published, end=service.published, basis="statistics"
        ),
        judgements=tuple(judgements),
    )


def day(words: str) -> dt.date | None:
    """ "18/02/25" as 18 February 2025; None for anything that is not one plain day."""
    for form in _DAY_FORMATS:
        try:
            found = dt.datetime.strptime(words, form).date()
        except ValueError:
            continue
        if _FIRST_YEAR <= found.year <= dt.date.today().year + 1:
            return found
    return None


@dataclass
class Earlier:
    """The services of the rows above, to name a row that tells of an inspection a second time."""

    services: dict[str, list[Service]] = field(default_factory=dict)

    def told_of(self, service: Service | None) -> ProblemRecord | None:
        if service is None:
            return None
        before = self.services.setdefault(service.name.casefold(), [])
        for other in before:
            if other.joint == service.joint and abs(other.published - service.published) <= _ONE_REPORT:
                message = f"{other.where} tells of this inspection already; this row was not stored"
                return note(service.where, "inspection", service.name, message)
        before.append(service)
        return None
