"""Tallies in running prose."""

from __future__ import annotations

import re

from inspections.ingest.tallies.tally import Tally, settled

_BRACKETED = re.compile(
    r"audited (?P<cases>\d{1,3}) child protection cases \((?P<good>\d{1,3}) cases were good, "
    r"(?P<ri>\d{1,3}) required improvement and (?P<inadequate>\d{1,3}) were inadequate\)"
)


def tallies_in(text: str) -> list[Tally]:
    """Every tally of a passage, in reading order. First version: only the form of 2022 and 2023."""
    return [
        settled(
            cases=int(found["cases"]),
            parts={
                "good": int(found["good"]),
                "requires_improvement": int(found["ri"]),
                "inadequate": int(found["inadequate"]),
            },
            start=found.start(),
            end=found.end(),
        )
        for found in _BRACKETED.finditer(text)
    ]
