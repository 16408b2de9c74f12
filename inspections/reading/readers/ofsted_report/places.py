"""Which council the title of a report names."""

from __future__ import annotations

import re

from inspections.reading.language.text import squeezed
from inspections.reading.structure.place_names import telling

_TITLE_WITHIN = 3000
_DATED = re.compile(r"^[ ]*inspection\s+dates?\b", re.IGNORECASE | re.MULTILINE)
_INSPECTION_OF = re.compile(
    r"\b(?:re\s?[-–—]?\s?)?inspection\s+of\s+|\breview\s+of\s+the\s+effectiveness", re.IGNORECASE
)
_AFTER_NAME = re.compile(
    r"\s*(?:\blocal\s+authority(?:[’']s)?)?\s*(?:\bchildren[’']?s[’']?\s+(?:social\s+care\s+)?services?\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_GENERIC = re.compile(
    r"^(?:(?:local\s+authority\s+)?children[’']?s[’']?\s+(?:social\s+care\s+)?services|services\s+for\s+children"
    r"|looked\s+after\s+children|services\s+for\s+looked\s+after|the\s+effectiveness\b)",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(
    r"children[’']?s[’']?\s+(?:social\s+care\s+)?services\s+(?:in|at|of)\s+(.{2,90})", re.I | re.S
)
# What may stand between a title and a name printed under it.
_TITLE_WORDS = re.compile(
    r"^(?:services\s+for\s+)?(?:looked\s+after\s+children(?:\s+(?:and\s+young\s+people|services))*"
    r"|children\s+in\s+need\s+of\s+help\s+and\s+protection,?\s+children\s+looked\s+after\s+and\s+care\s+leavers)"
    r"(?:\s+and)?|^(?:local\s+authority\s+)?children[’']?s[’']?\s+(?:social\s+care\s+)?services"
    r"|^(?:the\s+effectiveness\s+)?\s*of\s+the\s+(?:local\s+)?safeguarding\s+children\s+board\s*\d?",
    re.IGNORECASE,
)
_TRUST = re.compile(
    r"[’']?s?\s*\b(?:children\s+and\s+families|children\s+and\s+young\s+people[’']?s|children[’']?s|families)?"
    r"\s*(?:services\s+)?(?:trust|company|children\s+first)\b.*$",
    re.IGNORECASE,
)
_BOARD = re.compile(r"\s*\b(?:local\s+)?safeguarding\s+children[’']?s?\s+board.*$", re.IGNORECASE | re.DOTALL)
_COUNCIL_AND_MORE = re.compile(r"(.{3,60}?\bcouncil)\b\W+(.+)$", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:inspect\w*|report\w*|lead|majesty|hmi|dates?|published|services?|protection|review|judgement|grade|local|children\w*)\b"
    r"|\d",
    re.IGNORECASE,
)
_LONGEST_NAME = 80


def printed_place(first_page: str) -> str:
    """The council's name as the title prints it; empty where the title names none."""
    first_page = first_page[:_TITLE_WITHIN]
    dated = _DATED.search(first_page)
    head = first_page[: dated.start()] if dated else first_page[:600]
    starts = list(_INSPECTION_OF.finditer(head))
    if not starts:
        return ""
    last = starts[-1]
    named = head[last.end() :]
    if last.group(0).lower().startswith("inspection") and not _GENERIC.match(named):
        return _name(_AFTER_NAME.sub("", squeezed(named)))
    inside = _IN_PLACE.match(squeezed(named))
    if inside:
        return _name(inside.group(1))
    # The name stands over the title, perhaps on two lines, perhaps under a page number; else below it.
    lines = [line.strip() for line in head[: starts[0].start()].split("\n")]
    kept = [line for line in lines if line and not line.isdigit() and line.lower() not in ("ofsted", "and")]
    return _name(_AFTER_NAME.sub("", " ".join(kept[-3:]))) or _name(_TITLE_WORDS.sub(" ", squeezed(named)))


def _name(words: str) -> str:
    """The name without what is not a council's; empty where words of something else are among it."""
    words = squeezed(words).replace("–", "-").replace("—", "-").strip(" ,.:-")
    name = _BOARD.sub("", _TRUST.sub("", words)).strip(" ,.:-’'")
    if found := _COUNCIL_AND_MORE.match(name):
        # "Borset Council and Borset", what is left of a council and its trust, is one council.
        council, more = telling(found.group(1)), telling(found.group(2))
        name = found.group(1) if council and more <= council else name
    if _NO_NAME.search(name) or len(name) > _LONGEST_NAME or not telling(name):
        return ""
    return name
