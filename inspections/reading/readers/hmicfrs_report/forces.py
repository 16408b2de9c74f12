"""Which police force a report is about: the names of the area tables, found in words and addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from areas.data_files import read_table

_SUFFIX = re.compile(r"\s+(?:Police Service|Police|Constabulary)$")
# Between two words of a name: "Avon & Somerset", "Dyfed Powys", "avon-somerset".
_GAP = r"[\s_–-]{1,3}(?:(?:and|&|the)[\s_–-]{1,3})?"
_POLICE = r"(?:['’]s?)?[\s_-]{1,2}(?:police(?:[\s_-]{1,2}(?:service|force))?|constabulary)"
# Initials are names only as they stand: "the police met a child" names nobody.
_INITIALS = ("Met", "MPS", "GMP")
_LONGEST_TEXT = 400_000


class Named(NamedTuple):
    """A force as the document names it: ``slug`` of the area tables, ``printed`` as it stands there."""

    slug: str
    printed: str


@cache
def _names() -> dict[str, str]:
    """{name in small letters, bare of "Police" and the like: slug}, longest first."""
    found: dict[str, str] = {}
    for row in read_table("names.csv"):
        name = _SUFFIX.sub("", row["name"])
        if row["kind"] == "force" and name not in _INITIALS:
            found[_key(name)] = row["slug"]
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _key(name: str) -> str:
    words = re.split(r"[\s_&–-]+", name.lower())
    return " ".join(word for word in words if word not in ("and", "the", ""))


@cache
def _pattern(with_police: bool) -> re.Pattern[str]:
    names = "|".join(_GAP.join(map(re.escape, name.split())) for name in _names())
    initials = "|".join(rf"(?-i:{initial})" for initial in _INITIALS)
    tail = _POLICE if with_police else rf"(?:{_POLICE})?"
    return re.compile(rf"\b(?:(?P<name>{names}){tail}|(?P<initials>{initials})(?:{tail})?)\b", re.IGNORECASE)


def _found(text: str, *, with_police: bool) -> Iterable[Named]:
    for match in _pattern(with_police).finditer(text[:_LONGEST_TEXT]):
        name = match["name"]
        slug = _names()[_key(name)] if name else _slug_of(match["initials"])
        yield Named(slug, " ".join(match.group(0).split()))


def _slug_of(initials: str) -> str:
    return "greater-manchester" if initials == "GMP" else "metropolitan"


def in_title(words: str) -> list[Named]:
    """Forces a title, heading or address names, each once; a name alone will do ("Durham")."""
    first: dict[str, Named] = {}
    for named in _found(words, with_police=False):
        first.setdefault(named.slug, named)
    return list(first.values())


def in_text(text: str) -> Counter[str]:
    """How often running text names each force ("Kent Police"); a name alone may be the county."""
    return Counter(named.slug for named in _found(text, with_police=True))


def first_in_text(text: str) -> list[Named]:
    """Forces running text names, each as first printed."""
    first: dict[str, Named] = {}
    for named in _found(text, with_police=True):
        first.setdefault(named.slug, named)
    return list(first.values())
