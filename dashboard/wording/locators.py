"""Where in its source a fact stands, in words. Exports keep the locator as it is stored."""

from __future__ import annotations

import re

# "LA_inspections_2009-2022 row 17": a sheet or a file, a row in it, and maybe a column with its heading.
_ROW_OF = re.compile(r"(\S{1,80}) row (\d{1,7})(?: column ([A-Z]{1,3})(?: \((\w{1,80})\))?)?")
_SHEET = re.compile(r"sheet (\S{1,80})")


def locator_words(locator: str) -> str:
    """ "row 17 of “LA inspections 2009-2022”"; what is words already stays: "para 12", "page 3"."""
    return "; ".join(_in_words(part) for part in locator.split("; ")) if locator else ""


def _in_words(part: str) -> str:
    if sheet := _SHEET.fullmatch(part):
        return f"sheet “{sheet[1].replace('_', ' ')}”"
    found = _ROW_OF.fullmatch(part)
    if not found:
        return part
    name = found[1].removesuffix(".csv").replace("_", " ")
    heading = (
        f"column “{found[4].replace('_', ' ')}”" if found[4] else f"column {found[3]}" if found[3] else ""
    )
    return f"{', '.join(part for part in (f'row {found[2]}', heading) if part)} of “{name}”"
