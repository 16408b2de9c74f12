"""The headings of an Area SEND report, and what stands below each of them."""

from __future__ import annotations

import re

from inspections.reading.structure import paragraphs
from inspections.reading.structure.letters import about_of
from inspections.reading.structure.paragraphs import Part
from inspections.reading.structure.passages import About

_SKIPPED = (
    r"(?:Inspection outcome|Outcome|Information about (?:the|this) (?:local )?area(?: partnership)?|Contents"
    r"|Information about this (?:monitoring )?inspection|About this inspection|Inspection team"
    r"|Local area partnership details|The Office for Standards in Education[^\n]*|Piccadilly Gate"
    r"|If you are not happy with[^\n]*|Any complaints about[^\n]*)"
)
_SECTIONS = (
    (
        "What it is like to be a child or young person with SEND",
        r"What is it like to be a child or young person with[^\n]{0,60}(?:\n[^\n]{0,60}\?)?",
    ),
    (
        "What the partnership does that is effective",
        r"What (?:is|are) the (?:local )?(?:area )?partnerships? doing (?:that is effective|well)",
    ),
    (
        "What the partnership needs to do better",
        r"What do(?:es)? the (?:local )?(?:area )?partnerships? need to (?:do better|improve)",
    ),
    ("Areas for priority action", r"Areas? for priority actions?"),
    ("Areas for improvement", r"Areas? for improvement"),
    ("Progress", r"(?:What progress has[^\n]{0,120}|Progress (?:made )?(?:against|since|on)[^\n]{0,120})"),
)
_ANY_SECTION = "|".join(pattern for _, pattern in _SECTIONS)
HEADING = rf"(?P<heading>{_SKIPPED}|{_ANY_SECTION})[?:]?[ ]*(?=\n|\Z)"
_IS_SKIPPED = re.compile(_SKIPPED)
_IS_SECTION = tuple((cited, re.compile(pattern)) for cited, pattern in _SECTIONS)
_TO_DO = frozenset(("Areas for priority action", "Areas for improvement"))


def part_after(part: Part, heading: str, page: int) -> Part:
    if _IS_SKIPPED.fullmatch(heading):
        return Part(skipped=True)
    cited = next(cited for cited, pattern in _IS_SECTION if pattern.fullmatch(heading))
    return Part(section=cited, recommends=cited in _TO_DO)


LAYOUT = paragraphs.Layout(HEADING, part_after)


def about(part: Part, opening: str) -> About:
    return about_of(opening)
