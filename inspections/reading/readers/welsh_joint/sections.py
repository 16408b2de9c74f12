"""The headings of a Welsh report, as far as they are known, and what stands below each of them."""

from __future__ import annotations

import re

from inspections.reading.structure import paragraphs
from inspections.reading.structure.letters import about_of
from inspections.reading.structure.paragraphs import Part
from inspections.reading.structure.passages import About

_SKIPPED = (
    r"(?:Contents|Next [Ss]teps|Yours (?:sincerely|faithfully)|Method(?:ology)?|Glossary|Appendix[^\n]{0,60}"
    r"|Acknowledge?ments|Context|Background|About (?:us|this report)|Inspection team|Welsh [Ll]anguage)"
)
_OPENS = r"(?:Dear [^\n]{0,80}|Introduction|Overview)"
_SECTIONS = (
    ("Summary", r"(?:Executive [Ss]ummary|Summary(?: of (?:key )?findings)?|Headline [Ff]indings)"),
    ("Key findings", r"(?:Key|Main|Inspection) [Ff]indings(?: and [Ee]vidence)?|Findings"),
    ("Strengths", r"(?:Key )?[Ss]trengths|Positive [Pp]ractice|Good [Pp]ractice"),
    ("Areas for improvement", r"Areas? for [Ii]mprovement|What needs to improve"),
    ("Areas for priority action", r"Areas? for (?:immediate |priority )+actions?"),
    ("Recommendations", r"Recommendations?"),
    ("People", r"People(?: [-–] [^\n]{0,60})?"),
    ("Prevention", r"Prevention(?: [-–] [^\n]{0,60})?"),
    ("Partnerships", r"Partnerships?(?: and [Ii]ntegration)?(?: [-–] [^\n]{0,60})?"),
    ("Well-being", r"Well-?being(?: [-–] [^\n]{0,60})?"),
)
_ANY_SECTION = "|".join(pattern for _, pattern in _SECTIONS)
HEADING = rf"(?P<heading>{_SKIPPED}|{_OPENS}|{_ANY_SECTION})[?:]?[ ]*(?=\n|\Z)"
_IS_SKIPPED, _IS_OPENING = re.compile(_SKIPPED), re.compile(_OPENS)
_IS_SECTION = tuple((cited, re.compile(pattern)) for cited, pattern in _SECTIONS)
_TO_DO = frozenset(("Areas for priority action", "Recommendations"))


def part_after(part: Part, heading: str, page: int) -> Part:
    if _IS_SKIPPED.fullmatch(heading):
        return Part(skipped=True)
    if _IS_OPENING.fullmatch(heading):
        return Part()
    cited = next(cited for cited, pattern in _IS_SECTION if pattern.fullmatch(heading))
    return Part(section=cited, recommends=cited in _TO_DO)


LAYOUT = paragraphs.Layout(HEADING, part_after)


def about_joint(part: Part, opening: str) -> About:
    return about_of(opening)


def about_council(part: Part, opening: str) -> About:
    """CIW inspects the council: a sentence that names nobody is about it."""
    found = about_of(opening)
    return found if found != "partnership" or "partner" in opening or "agenc" in opening else "council"
