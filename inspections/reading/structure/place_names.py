"""The names of councils as reports print them, and the folder a report came in ("80999_borsetshire")."""

from __future__ import annotations

import re

from inspections.reading.language.text import plain, squeezed

_FOLDER = re.compile(r"(?:^|[/\\])(\d{5,7})_([^/\\]+)[/\\][^/\\]+$")
_WORDS = re.compile(r"[a-z]+")
_SAYS_LITTLE = frozenset(
    (
        "the", "of", "and", "with", "in", "on", "upon", "by", "county", "council", "city", "borough",
        "metropolitan", "district", "unitary", "authority", "royal", "local", "corporation", "common",
        "children", "childrens", "s", "services", "trust",
    )
)  # fmt: skip
_SIDES = frozenset(("north", "south", "east", "west", "central"))


def urn_and_folder(name: str) -> tuple[str, str]:
    """("80465", "durham") from "80465_durham/report.pdf"; two empty strings without such a folder."""
    found = _FOLDER.search(name)
    return (found.group(1), found.group(2).strip()) if found else ("", "")


def disagree(printed: str, folder: str) -> bool:
    """Whether two names cannot be the same council; words like "county" or "city" decide nothing."""
    one, other = telling(printed), telling(folder)
    if not one or not other:
        return False
    if one & _SIDES != other & _SIDES:
        return True
    return not (one <= other or other <= one)


def names_more(printed: str, folder: str) -> bool:
    """Whether the name says all that the folder says and something else besides, in words that tell."""
    return telling(folder) < telling(printed)


def telling(name: str) -> set[str]:
    """The words of a name that tell one council from another."""
    words = set(_WORDS.findall(plain(name))) - _SAYS_LITTLE
    return words - {"london"} if len(words) > 1 else words


def named(words: str) -> str:
    """A place's name without what a line leaves at its ends: a footnote's number, stops, "the"."""
    words = squeezed(words).strip(" .,:;-–—")
    words = re.sub(r"(?<=[a-z])\s?\d{1,2}$", "", words)
    words = re.sub(r"^the\s+(?=[A-Z])", "", words, flags=re.IGNORECASE)
    return words.strip(" .,:;-–—")[:100]
