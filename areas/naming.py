"""What may stand around a place's name without changing the place: "London Borough of ...", "... UA".

Such words are dropped only where they fit the area. "Durham City Council" was a district, not the county;
"Leicester County Council" could be either of two: both stay unknown rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from areas.models import Area

_AUTHORITY_BEFORE = [
    ("london borough of", "london"),
    ("lb of", "london"),
    ("royal borough of", "royal"),
    ("metropolitan borough of", "metropolitan"),
    ("county borough of", "borough"),
    ("borough of", "borough"),
    ("city and county of", "city"),
    ("city of", "city"),
    ("county of", "county"),
    ("council of", "council"),
    ("cyngor sir", "county"),
    ("cyngor", "council"),
]
_AUTHORITY_AFTER = [
    ("local authority childrens services", "council"),
    ("childrens services", "council"),
    ("local authority", "council"),
    ("unitary authority", "unitary"),
    ("unitary", "unitary"),
    ("ua", "unitary"),
    ("london borough", "london"),
    ("london boro", "london"),
    ("county borough", "borough"),
    ("metropolitan", "metropolitan"),
    ("mbc", "metropolitan"),
    ("mdc", "metropolitan"),
    ("borough", "borough"),
    ("district", "borough"),
    ("city of", "city"),
    ("city", "city"),
    ("county", "county"),
    ("council", "council"),
]
_FORCE_AFTER = [(words, "police") for words in ("police service", "police force", "police", "constabulary")]

Form = tuple[str, frozenset[str]]


def forms(normalised: str, kind: str) -> Iterator[Form]:
    """The name, then shorter forms of it, each with the styles dropped so far; longest form first."""
    before, after = (_AUTHORITY_BEFORE, _AUTHORITY_AFTER) if kind == "authority" else ([], _FORCE_AFTER)
    waiting: list[Form] = [(normalised, frozenset())]
    seen = {normalised}
    while waiting:
        waiting.sort(key=lambda form: -len(form[0]))
        name, styles = waiting.pop(0)
        yield name, styles
        shorter = [(name[len(words) + 1 :], style) for words, style in before if name.startswith(f"{words} ")]
        shorter += [(name[: -len(words) - 1], style) for words, style in after if name.endswith(f" {words}")]
        for rest, style in shorter:
            rest = rest.removeprefix("the ")
            if rest and rest not in seen:
                seen.add(rest)
                waiting.append((rest, styles | {style}))


def styles_of(area: Area, names: list[str], codes: list[str]) -> frozenset[str]:
    """The styles that may stand around this area's name. ``names`` are normalised."""
    if area.is_force:
        return frozenset({"police"})
    words = set(re.split(r"\W+", " ".join(names)))
    styles = {"council"}
    was_county = area.type == "county council" or any(code.startswith("E10") for code in codes)
    if was_county or area.country == "Wales" or "county" in words:
        styles.add("county")
    if area.type != "county council":
        styles.add("unitary")
    if not was_county:
        styles |= {"borough", "city"} if "county" not in words or "city" in words else {"borough"}
    if area.type == "London borough":
        styles.add("london")
    if area.type == "metropolitan district":
        styles.add("metropolitan")
    if any(name.startswith("royal borough of") for name in names):
        styles.add("royal")
    return frozenset(styles)
