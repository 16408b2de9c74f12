"""Which police forces words name. Whether a force existed on the day is decided elsewhere."""

from __future__ import annotations

import re
from functools import cache

from areas.data_files import read_table
from inspections.reading.readers.hmicfrs_peel.wording import plain

_SUFFIX = re.compile(r" (?:police service|police|constabulary)$")
# Initials are left out: they are words or other bodies too often.
_INITIALS = re.compile(r"[A-Z]{2,4}|Met(?: Police)?")
_GENERIC = re.compile(r"(?:the )?(?:police )?(?:force|constabulary|service)")


@cache
def _by_words() -> dict[str, str]:
    """{"dyfed powys": "Dyfed-Powys"}: every name of a force without "Police", and its short name."""
    short = {row["slug"]: row["short_name"] for row in read_table("areas.csv") if row["kind"] == "force"}
    names = [row for row in read_table("names.csv") if row["kind"] == "force"]
    return {
        _SUFFIX.sub("", _spoken(row["name"])): short[row["slug"]]
        for row in names
        if not _INITIALS.fullmatch(row["name"])
    }


@cache
def any_force() -> str:
    """A pattern for the name of any force in words made ``plain``, hyphen or not, longest names first."""
    names = sorted(_by_words(), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in names) + ")"


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"\b{any_force()}\b")


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"\b{any_force()} (?:police service|police|constabulary)\b", re.IGNORECASE)


def _spoken(words: str) -> str:
    return plain(words).replace("-", " ")


def forces_in(words: str) -> tuple[str, ...]:
    """Short names of the forces named, each once, in order; "dyfed-powys" and "Dyfed Powys" are one."""
    found = _named().finditer(_spoken(words))
    return tuple(dict.fromkeys(_by_words()[match.group()] for match in found))


def body_in(words: str) -> str:
    """The first force named with what it is, as printed: "Durham Constabulary"; empty where none is."""
    words = words.replace("&", "and")
    found = _body().search(words)
    return found.group() if found else ""


def speaks_of(subject: str, force: str) -> bool:
    """Whether a sentence about ``subject`` ("the force", "durham constabulary") is about this force."""
    if _GENERIC.fullmatch(subject):
        return True
    return forces_in(subject) == (force,)
