"""What a column means, by the words of its header; where it stands decides nothing.

The vocabulary (``headers.yaml``) is reviewed by hand: a header is either all known words or it is unknown and
is named in a problem. Guessing from a part of it would read "previous overall effectiveness" as the grade of
today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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
    """Headers that begin with a programme's name; ``typed``: one of them says the kind of inspection."""

    model_config = ConfigDict(extra="forbid")
    begins: re.Pattern[str]
    programme: str
    kind: str = ""
    part: str = ""
    aspects: dict[str, list[str]]
    typed: bool = False


class _Vocabulary(BaseModel):
    model_config = ConfigDict(extra="forbid")
    columns: dict[Role, list[str]]
    aspects: dict[str, list[str]]
    programmes: list[_Programme]
    dates: dict[Role, list[str]]
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
        if of.typed:
            yield "inspection type", Meaning("kind", "", *group)


_WORDS = _Vocabulary.model_validate(yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8")))
# Words of a column of types: programme ("" where only the date tells) and kind.
KINDS = _WORDS.kinds
_PLAIN = dict(_WORDS.plain())
_PROGRAMMES = [(one.begins, dict(_WORDS.rest(one))) for one in _WORDS.programmes]
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
    if words in _PLAIN:
        return _PLAIN[words]
    for begins, rest in _PROGRAMMES:
        found = begins.match(words)
        if found and (known := rest.get(words[found.end() :].strip())):
            return known
    return None


def is_foreign(header: str) -> bool:
    """Whether only a table of providers, or a series for the country, has such a column."""
    return plain_words(header) in _WORDS.foreign
