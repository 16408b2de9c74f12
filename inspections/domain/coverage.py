"""How far results are held, and whether the absence of one says anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

# A follow-up may take this long; an inspection younger than that says nothing by having none.
FOLLOW_UP_TIME = dt.timedelta(days=731)


class Held(Protocol):
    """What is known of one programme. ``families``: of its frameworks, none for all of the inspectorate's."""

    @property
    def inspectorate_id(self) -> str: ...
    @property
    def families(self) -> str: ...
    @property
    def complete_from(self) -> dt.date | None: ...
    @property
    def complete_to(self) -> dt.date | None: ...


def complete_to(held: Iterable[Held], inspectorate: str, family: str, day: dt.date | None) -> dt.date | None:
    """Until when everything that may have followed an inspection of that day is held; None where that cannot
    be said, and then no later result on record says nothing."""
    for one in held:
        if one.inspectorate_id != inspectorate or (one.families and family not in one.families.split(";")):
            continue
        if day is None or one.complete_from is None or one.complete_to is None:
            continue
        if one.complete_from <= day and day + FOLLOW_UP_TIME <= one.complete_to:
            return one.complete_to
    return None
