"""What an Area SEND document is, and of which local area, by the words on its first page."""

from __future__ import annotations

import re
from typing import NamedTuple

from inspections.reading.language.text import squeezed
from inspections.reading.structure.letters import first_page, named

_HEAD = 2500
_SEND = r"(?:SEND|special educational needs and/?\s?(?:or|and)?\s?disabilit(?:y|ies)(?: \(SEND\))?)"
_TITLE = re.compile(
    rf"\barea {_SEND} (?P<kind>full |monitoring |re-?|pilot )?(?:inspection|visit)s? (?:of|to|in) (?:the )?",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r"(?:^|\s)(?:(?:local )?area partnership|local area|inspection (?:dates?|outcome)|dates? of)\b|[:;]",
    re.IGNORECASE,
)
_LONGEST_NAME = 100
# The letters of 2016 to 2022: "Joint local area SEND inspection in Borset", and visits to see what changed.
_BEFORE_2023 = re.compile(
    rf"\bjoint (?:local )?area {_SEND} (?:inspection|revisit|re-visit)"
    rf"|\b(?:re-?)?visit(?:ed)? (?:to )?the (?:local )?area of .{{2,80}}? to (?:decide|determine) whether"
    r"|\bjoint inspection of the local area of .{2,120}? to judge the effectiveness of the area"
    r"|\beffectiveness of the (?:local )?area in implementing the (?:special educational|SEND|disability)",
    re.IGNORECASE,
)
_OTHER_TITLE = re.compile(
    r"^[ ]*(?:re-?)?(?:inspection of |focus(?:s)?ed visit (?:to|of)|judge?ment grade|joint targeted area)",
    re.IGNORECASE | re.MULTILINE,
)
_PARTNERSHIP = re.compile(r"\blocal area partnership\b", re.IGNORECASE)


class Title(NamedTuple):
    """``kind``: full, monitoring_visit, pilot; "" for a letter of before 2023. ``place`` may be empty."""

    kind: str
    place: str


def title_of(pages: list[str]) -> Title | None:
    """None where the document is none of an Area SEND inspection."""
    page = first_page(pages)[:_HEAD]
    head = squeezed(page)
    title = _TITLE.search(head)
    before = _BEFORE_2023.search(head)
    other = _OTHER_TITLE.search(page)
    # The first title of a document is its own.
    ahead = len(squeezed(page[: other.start()])) if other else len(head)
    if before and before.start() <= ahead:
        return Title("", "")
    if title is None or title.start() > ahead or not _PARTNERSHIP.search(head):
        return None
    name = head[title.end() : title.end() + _LONGEST_NAME]
    ends = _NAME_ENDS.search(name)
    place = named(name[: ends.start()]) if ends else ""
    kind = (title["kind"] or "").strip().lower()
    return Title({"monitoring": "monitoring_visit", "pilot": "pilot"}.get(kind, "full"), place)
