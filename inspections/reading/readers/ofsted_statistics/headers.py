"""What a column means, by the words of its header; where it stands decides nothing.

The vocabulary (``headers.yaml``) is reviewed by hand: a header is either all known words or it is unknown and
is named in a problem. Guessing from a part of it would read "previous overall effectiveness" as the grade of
today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

Group = tuple[str, str, str]
Role = Literal["name", "code", "start", "end", "published", "kind", "theme", "grade", "known"]


@dataclass(frozen=True)
class Meaning:
    """What the cells of a column say.

    ``programme`` and ``kind`` are given where the header itself names them (tables with a group of columns
    per programme); ``part`` parts two groups of one programme and kind that have a date each.
    """

    role: Role
    aspect: str = ""
    programme: str = ""
    kind: str = ""
    part: str = ""

    @property
    def group(self) -> Group:
        return self.programme, self.kind, self.part


NAME, CODE, KNOWN = Meaning("name"), Meaning("code"), Meaning("known")


class _Programme(BaseModel):
    """Headers that begin with a programme's name."""

    model_config = ConfigDict(extra="forbid")
    begins: re.Pattern[str]
    programme: str
    kind: str = ""
    part: str = ""
    aspects: dict[str, list[str]]


class _InAnyOrder(BaseModel):
    """Words of headers that say which of several inspections they are about."""

    model_config = ConfigDict(extra="forbid")
    places: dict[str, list[str]]
    places_of_a_programme: dict[str, list[str]]
    programmes: dict[str, str]
    says_little: frozenset[str]
    aspects: dict[str, list[str]]
    columns: dict[Role, list[str]]

    def telling(self, words: str) -> frozenset[str]:
        return frozenset(words.split()) - self.says_little

    def meanings(self) -> Iterator[tuple[frozenset[str], Meaning]]:
        for aspect, phrases in self.aspects.items():
            yield from ((self.telling(phrase), Meaning("grade", aspect)) for phrase in phrases)
        for role, phrases in self.columns.items():
            yield from ((self.telling(phrase), Meaning(role)) for phrase in phrases)


class _Vocabulary(BaseModel):
    model_config = ConfigDict(extra="forbid")
    columns: dict[Role, list[str]]
    aspects: dict[str, list[str]]
    programmes: list[_Programme]
    dates: dict[Role, list[str]]
    in_any_order: _InAnyOrder
    foreign: frozenset[str]
    kinds: dict[str, tuple[str, str]]

    def plain(self) -> Iterator[tuple[str, Meaning]]:
        """Headers that name no programme, and what they mean."""
        for role, phrases in self.columns.items():
            yield from ((phrase, Meaning(role)) for phrase in phrases)
        for aspect, phrases in self.aspects.items():
            yield from ((phrase, Meaning("grade", aspect)) for phrase in phrases)

    def rest(self, of: _Programme) -> Iterator[tuple[str, Meaning]]:
        """What may follow the programme's name, and what it means."""
        group = (of.programme, of.kind, of.part)
        for aspect, phrases in of.aspects.items():
            yield from ((phrase, Meaning("grade", aspect, *group)) for phrase in phrases)
        for role, phrases in self.dates.items():
            yield from ((phrase, Meaning(role, "", *group)) for phrase in phrases)


_WORDS = _Vocabulary.model_validate(yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8")))
# Words of a column of types: programme ("" where only the date tells) and kind.
KINDS = _WORDS.kinds
_PLAIN = dict(_WORDS.plain())
_PROGRAMMES = [(one.begins, dict(_WORDS.rest(one))) for one in _WORDS.programmes]
_ANY_ORDER = _WORDS.in_any_order
_TELLING = dict(_ANY_ORDER.meanings())
_PLACES = {word: place for place, words in _ANY_ORDER.places.items() for word in words}
_PLACES_OF_A_PROGRAMME = {
    word: place for place, words in _ANY_ORDER.places_of_a_programme.items() for word in words
}
_DAY = re.compile(r"\b(first|last|start|end) (?:day|date)\b")
_DAYS = {"first": "startday", "start": "startday", "last": "endday", "end": "endday"}
_SAID_OF_A_GRADE = re.compile(r" (?:grade|judgement|rating)$")
_NOTE = re.compile(r"\[[^\]]*\]")
_APOSTROPHES = re.compile(r"['’‘]")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def plain_words(header: str) -> str:
    """Lower case, "&" as "and", "OE" as what it stands for, no punctuation, notes or articles."""
    words = _APOSTROPHES.sub("", _NOTE.sub(" ", header.lower()).replace("&", " and "))
    words = f" {_NOT_WORDS.sub(' ', words).strip()} "
    words = words.replace(" overall effectiveness oe ", " overall effectiveness ")
    words = words.replace(" overall judgement oe ", " overall judgement ")
    words = words.replace(" oe ", " overall effectiveness ").replace(" judgment ", " judgement ")
    for article in (" the ", " an "):
        words = words.replace(article, " ")
    return " ".join(words.split())


def meaning(header: str) -> Meaning | None:
    """What the column says; None where its header is not in the vocabulary."""
    words = plain_words(header)
    if known := _PLAIN.get(words) or _PLAIN.get(_SAID_OF_A_GRADE.sub("", words)):
        return known
    for begins, rest in _PROGRAMMES:
        found = begins.match(words)
        if found and (known := rest.get(words[found.end() :].strip())):
            return known
    which, rest_of_it = _which(words)
    return _in_any_order(which, rest_of_it) if which else None


def says_which(header: str) -> bool:
    """Whether the header is about one of several inspections of a row, whatever else it says."""
    return _which(plain_words(header))[0] is not None


def _which(words: str) -> tuple[Meaning | None, str]:
    """The programme and place the words name, as a meaning without its role; and the other words."""
    words = _DAY.sub(lambda found: _DAYS[found[1]], words).replace("most recent", "latest")
    left: list[str] = []
    programme = place = ""
    for word in words.split():
        if word in _ANY_ORDER.programmes:
            programme = _ANY_ORDER.programmes[word]
        elif not place and (word in _PLACES or word in _PLACES_OF_A_PROGRAMME):
            place = word
        else:
            left.append(word)
    if not programme and place not in _PLACES:
        return None, words
    part = _PLACES.get(place) or _PLACES_OF_A_PROGRAMME.get(place, "")
    return Meaning("known", programme=programme, part=part), " ".join(left)


def _in_any_order(which: Meaning, words: str) -> Meaning | None:
    telling = _ANY_ORDER.telling(words)
    means = _TELLING.get(telling)
    if means is None and telling == {"date"} and "inspection" in words:
        means = Meaning("start")  # "first ILACS inspection date"
    if means is None:
        return None
    return replace(which, role=means.role, aspect=means.aspect)


def is_foreign(header: str) -> bool:
    """Whether only a table of providers, or a series for the country, has such a column."""
    return plain_words(header) in _WORDS.foreign
