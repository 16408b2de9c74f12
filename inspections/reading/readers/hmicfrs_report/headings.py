"""The headings of HMICFRS's child protection reports: the theme each names, and what stands below it.

Headings as the contents lists give them ("Case file analysis", "Breakdown of case file audit results by area
of child protection"). What stands below the headings of the breakdown has not been seen as HMICFRS lays it
out, so any heading there may name an area of child protection.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import yaml

from inspections.reading.language.police_forces import forces_in
from inspections.reading.language.text import plain
from inspections.reading.language.themes.matching import themes_of
from inspections.reading.readers.hmicfrs_report.periods import is_period
from inspections.reading.structure import paragraphs


@dataclass(frozen=True)
class Part(paragraphs.Part):
    """``heading``: the nearest one, as printed; ``theme``: the code it names, if any. ``audit``: the case
    file analysis; ``breakdown``: its part by area of child protection. ``force_assessed``: what stands here
    is the force's own assessment. ``earlier``: it repeats an earlier report's words. ``period``: the words
    for the inspection it is of, where a heading names one."""

    heading: str = ""
    theme: str | None = None
    audit: bool = False
    breakdown: bool = False
    force_assessed: bool = False
    earlier: bool = False
    period: str = ""


_WORDS = yaml.safe_load(Path(__file__).with_name("headings.yaml").read_text(encoding="utf-8"))
_FITS = {"whole": re.Pattern.fullmatch, "begins": re.Pattern.match, "within": re.Pattern.search}
_HEADINGS = {
    name: partial(_FITS[how], re.compile("|".join(lines.splitlines())))
    for how in _FITS
    for name, lines in _WORDS[how].items()
}
_AREAS = [(theme, re.compile(pattern)) for theme, pattern in _WORDS["areas"]]
_NUMBERED = re.compile(r"^(?:\d{1,2}\.){1,3}\s*|^\d{1,2}\s+(?=[A-Z])")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z]\.?)?(?: [A-Z][\w’'-]+){1,2}(?:,? (?:[A-Z]{2,4}))?")
_LONGEST = 80  # topic and place are both part of a row's key


def _tells(heading: str, what: str) -> bool:
    return _HEADINGS[what](heading) is not None


def area_of(words: str) -> str | None:
    """The theme a heading, a caption or a row's label names; None where it names none, or two."""
    plainly = plain(words)
    if _tells(plainly, "both_exploited"):
        return "child-exploitation"
    for theme, pattern in _AREAS:
        if pattern.search(plainly):
            return theme
    named = themes_of(words)
    return named[0] if len(named) == 1 else None


def is_breakdown(heading: str) -> bool:
    """Whether a heading is that of the breakdown itself, not of an area in it."""
    return _tells(plain(heading), "breakdown")


def means_all(label: str) -> bool:
    """Whether a row's label is that of the sum over all areas."""
    return _tells(plain(label).strip(" :."), "all_cases")


def citable(heading: str) -> str:
    """The heading without its number; empty where it is the force's name or may be a person's."""
    words = _NUMBERED.sub("", heading).strip(" :–-")
    if _tells(plain(words), "rank") or any(named.printed == words for named in forces_in(words)):
        return ""
    if _NAME.fullmatch(words) and area_of(words) is None and not _tells(plain(words), "subject"):
        return ""
    return words[:_LONGEST]


def part_below(above: Part, heading: str) -> Part:
    """What stands below a heading; ``above``: what stood below the heading it belongs under."""
    bare = _NUMBERED.sub("", heading).strip()
    if above.audit and is_period(bare):
        return replace(above, section=citable(heading) or above.section, period=bare)
    plainly = plain(bare).strip(" :.")
    breakdown = above.breakdown or _tells(plainly, "breakdown")
    return replace(
        above,
        section=citable(heading) or above.section,
        heading=citable(heading),
        theme=area_of(bare) or (above.theme if not breakdown else None),
        audit=above.audit or breakdown or _tells(plainly, "audit"),
        breakdown=breakdown,
        recommends=_tells(plainly, "recommends") or (above.recommends and not above.audit),
        earlier=_tells(plainly, "earlier") or above.earlier,
        skipped=_tells(plainly, "skipped"),
        about_inspection=_tells(plainly, "about_inspection"),
        force_assessed=_tells(plainly, "force_assessed") or above.force_assessed,
    )
