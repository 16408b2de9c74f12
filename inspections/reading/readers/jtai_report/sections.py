"""The headings of a joint inspection's letter, and what stands below each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from inspections.reading.structure import paragraphs
from inspections.reading.structure.letters import about_of
from inspections.reading.structure.passages import About


@dataclass(frozen=True)
class Part(paragraphs.Part):
    """``body``: whom everything here is about, where a heading says so; None: each sentence tells."""

    body: About | None = None


# A case study tells of one child, under a changed name; it is nobody's finding about a place.
_SKIPPED = (
    r"(?:(?:Case|Practice) [Ss]tud(?:y|ies)[^\n]{0,100}"
    r"|Next [Ss]teps|Yours (?:sincerely|faithfully)|Background|Context"
    r"|(?:About|Information about) (?:this|the) (?:joint )?(?:inspection|letter|report)"
    r"|(?:About|Information about) (?:the|this) (?:local )?(?:area|partnership)"
    r"|The Office for Standards in Education[^\n]*|Piccadilly Gate|Annex(?: \w)?|Contents)"
)
# As cited, and how they are printed.
_SECTIONS = (
    ("Key strengths", r"(?:Key [Ss]trengths|Summary of (?:key )?strengths)"),
    ("Strengths", r"Strengths"),
    ("Areas for priority action", r"(?:Multi-agency )?[Aa]reas? for (?:immediate )?priority actions?"),
    ("Areas for improvement", r"(?:Key )?[Aa]reas? for (?:further )?improvements?"),
    ("What needs to improve", r"What needs to improve"),
    ("Headline findings", r"(?:Headline|Key) [Ff]indings|Summary(?: of (?:key )?findings)?"),
    ("Main findings", r"(?:Main [Ff]indings|(?:Inspection )?[Ff]indings)"),
)
_POLICE = r"(?:The )?(?:[Pp]olice|[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Police|Constabulary))(?: service)?"
_COUNCIL = r"(?:Children[’']s (?:social care|services)|(?:The )?[Ll]ocal authority|The [Cc]ouncil)"
_SEVERAL = (
    r"(?:Health(?: services?| agencies)?|Education|Schools|(?:National )?[Pp]robation(?: services?)?"
    r"|Youth offending (?:team|service)|Youth justice(?: service)?|(?:The )?[Pp]artnership(?: working)?"
    r"|Leadership(?: and management)?(?: of [^\n]{1,60})?|Multi-agency [^\n]{1,60})"
)
_ANY_SECTION = "|".join(pattern for _, pattern in _SECTIONS)
HEADING = (
    rf"(?P<heading>{_SKIPPED}|{_ANY_SECTION}|{_POLICE}|{_COUNCIL}|{_SEVERAL})"
    r"[?:]?[ ]*(?=\n|\Z)"
)
_BODIES: tuple[tuple[re.Pattern[str], About | None], ...] = (
    (re.compile(_POLICE), "police"),
    (re.compile(_COUNCIL), "council"),
    (re.compile(_SEVERAL), None),
)
_IS_SKIPPED = re.compile(_SKIPPED)
_IS_SECTION = tuple((cited, re.compile(pattern)) for cited, pattern in _SECTIONS)
_TO_DO = frozenset(("Areas for priority action", "What needs to improve"))


def part_after(part: Part, heading: str, page: int) -> Part:
    """A section lasts to the next one; a heading below it may say whom its text is about."""
    if part.skipped and part.section == _LAST:
        return part
    if _IS_SKIPPED.fullmatch(heading):
        return Part(skipped=True, section=_LAST if heading.startswith("Yours") else "")
    for cited, pattern in _IS_SECTION:
        if pattern.fullmatch(heading):
            return Part(section=cited, recommends=cited in _TO_DO)
    body = next((body for pattern, body in _BODIES if pattern.fullmatch(heading)), None)
    return replace(part, body=body)


# Below the letter's close stand names and offices only.
_LAST = "close"
LAYOUT = paragraphs.Layout(HEADING, part_after)


def about(part: Part, opening: str) -> About:
    return part.body or about_of(opening)
