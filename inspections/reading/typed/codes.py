"""How typed facts name themes and places, and which of them cannot go together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from inspections.definitions.loader import definitions
from inspections.terms import Disclosure, InspectionKind, Scope

SCOPES = {"authority": Scope.AUTHORITY, "force": Scope.WHOLE_FORCE}
_KINDS = {
    "local authority": "authority", "council": "authority", "la": "authority",
    "police force": "force", "police": "force",
}  # fmt: skip
_OF_WHAT = {"authority": "an authority", "force": "a force"}


@cache
def _themes_by_words() -> dict[str, str]:
    themes = definitions().themes
    return {theme.name.casefold(): code for code, theme in themes.items()} | {code: code for code in themes}


def theme_code(words: str) -> str | None:
    """The code of a theme given by its code or its name; None where there is no such theme."""
    return _themes_by_words().get(words.casefold().replace("'", "’"))


def area_kind(words: str) -> str:
    """The code of a kind of area given by its code or in words; other words as they are."""
    words = words.strip().lower()
    return _KINDS.get(words, words)


def misplaced(framework: str, kinds: Iterable[str]) -> str:
    """Why no inspection under this framework is of such areas alone; empty where it may be."""
    known = definitions().frameworks.get(framework)
    given = set(kinds)
    expected = definitions().inspectorates[known.inspectorate].inspects if known else ""
    if not known or not expected or not given or expected in given:
        return ""
    other = next(words for kind, words in _OF_WHAT.items() if kind != expected)
    return f"an inspection under {known.name} is of {_OF_WHAT[expected]}, not {other}"


def disclosure_of(kind: str) -> Disclosure:
    """How what an inspection of this kind gives came out, where nobody says otherwise."""
    if kind == InspectionKind.DISCLOSURE:
        return Disclosure.TO_INQUIRY
    return Disclosure.OWN_PUBLICATION if kind == InspectionKind.OWN_AUDIT else Disclosure.IN_REPORT
