"""Police forces as words, titles and addresses name them; whether one existed then is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from areas.data_files import read_table
from inspections.reading.language.text import squeezed

_SUFFIX = re.compile(r"\s+(?:Police Service|Police|Constabulary)$")
# Between two words of a name: "Avon & Somerset", "Dyfed Powys", "avon-somerset".
_GAP = r"[\s_–-]{1,3}(?:(?:and|&|the)[\s_–-]{1,3})?"
_POLICE = r"(?:['’]s?)?[\s_-]{1,2}(?:police(?:[\s_-]{1,2}(?:service|force))?|constabulary)"
# Initials are names only as they stand: "the police met a child" names nobody; others are other bodies.
_INITIALS = {"Met": "metropolitan", "MPS": "metropolitan", "GMP": "greater-manchester"}
_LONGEST_TEXT = 400_000


class Force(NamedTuple):
    """A force as a document names it: ``slug`` of the area tables, ``printed`` as it stands there."""

    slug: str
    printed: str

    @property
    def short_name(self) -> str:
        return _short_names()[self.slug]


def mentions(text: str, *, with_police: bool, initials: bool = True) -> Iterator[Force]:
    """Every naming of a force, in order. ``with_police``: running text means a force only by "Kent Police",
    a name alone may be the county; in a title or an address "kent" will do."""
    for match in _pattern(with_police).finditer(text[:_LONGEST_TEXT]):
        if match["name"]:
            yield Force(_slugs()[_key(match["name"])], squeezed(match.group()))
        elif initials:
            yield Force(_INITIALS[match["initials"]], squeezed(match.group()))


def forces_in(words: str, *, with_police: bool = False, initials: bool = True) -> list[Force]:
    """The forces words name, each once, as first printed."""
    first: dict[str, Force] = {}
    for force in mentions(words, with_police=with_police, initials=initials):
        first.setdefault(force.slug, force)
    return list(first.values())


@cache
def any_force() -> str:
    """A pattern for the bare name of any force, longest first; letters of any size, if so compiled."""
    return "(?:" + "|".join(_GAP.join(map(re.escape, name.split())) for name in _slugs()) + ")"


@cache
def _slugs() -> dict[str, str]:
    """{name in small letters, bare of "Police" and the like: slug}, longest first."""
    rows = [row for row in read_table("names.csv") if row["kind"] == "force"]
    names = {_SUFFIX.sub("", row["name"]): row["slug"] for row in rows}
    keys = {_key(name): slug for name, slug in names.items() if name not in _INITIALS}
    return dict(sorted(keys.items(), key=lambda item: -len(item[0])))


@cache
def _short_names() -> dict[str, str]:
    return {row["slug"]: row["short_name"] for row in read_table("areas.csv") if row["kind"] == "force"}


def _key(name: str) -> str:
    words = re.split(r"[\s_&–-]+", name.lower())
    return " ".join(word for word in words if word not in ("and", "the", ""))


@cache
def _pattern(with_police: bool) -> re.Pattern[str]:
    initials = "|".join(rf"(?-i:{initial})" for initial in _INITIALS)
    tail = _POLICE if with_police else rf"(?:{_POLICE})?"
    return re.compile(
        rf"\b(?:(?P<name>{any_force()}){tail}|(?P<initials>{initials})(?:{tail})?)\b", re.IGNORECASE
    )
