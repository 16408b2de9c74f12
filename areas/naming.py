"""What may stand around a place's name without changing the place: "London Borough of ...", "... UA".

Such words are dropped only where they fit the area. "Durham City Council" was a district, not the county;
"Leicester County Council" could be either of two: both stay unknown rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from areas.models import Area

# By style, the words that may stand before or after the name of an authority of that style.
_AUTHORITY_BEFORE = {
    "london": ("london borough of", "lb of", "lb"),
    "royal": ("royal borough of",),
    "metropolitan": ("metropolitan borough of",),
    "borough": ("county borough of", "borough of"),
    "city": ("city and county of", "city of"),
    "county": ("county of", "cyngor sir"),
    "council": ("council of", "cyngor"),
}
_AUTHORITY_AFTER = {
    "council": (
        "local authority childrens services",
        "childrens services",
        "local authority",
        "council",
        # Who runs the services for it.
        "childrens services trust",
        "childrens trust",
        "children first",
        "together for children",
        "tfchildren",
    ),
    "unitary": ("unitary authority", "unitary", "ua"),
    "london": ("london borough", "london boro", "lb"),
    "metropolitan": ("metropolitan", "mbc", "mdc"),
    "borough": ("county borough", "borough", "district", "bc"),
    "city": ("city of", "city", "cc"),
    "county": ("county", "cc"),
}
_FORCE_AFTER = {"police": ("police service", "police force", "police", "constabulary")}

Form = tuple[str, frozenset[str]]


def forms(normalised: str, kind: str) -> Iterator[Form]:
    """The name, then shorter forms of it, each with the styles dropped so far; longest form first."""
    before, after = (_AUTHORITY_BEFORE, _AUTHORITY_AFTER) if kind == "authority" else ({}, _FORCE_AFTER)
    waiting: list[Form] = [(normalised, frozenset())]
    seen = set(waiting)
    while waiting:
        waiting.sort(key=lambda form: -len(form[0]))
        name, styles = waiting.pop(0)
        yield name, styles
        shorter = [
            (name.removeprefix(f"{words} "), style)
            for style, some in before.items()
            for words in some
            if name.startswith(f"{words} ")
        ]
        shorter += [
            (name.removesuffix(f" {words}"), style)
            for style, some in after.items()
            for words in some
            if name.endswith(f" {words}")
        ]
        for rest, style in shorter:
            form = rest.removeprefix("the "), styles | {style}
            if form[0] and form not in seen:
                seen.add(form)
                waiting.append(form)


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
