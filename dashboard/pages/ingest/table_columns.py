"""What the columns of a typed table mean, with an example that is made up, for people who fill one in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from inspections.definitions.loader import definitions
from inspections.reading.readers.case_reviews_csv.columns import ESSENTIAL, TEMPLATE
from inspections.terms import Assessor, Certainty, Completeness, Confidence, InspectionKind

_WORDS = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True)
class Column:
    name: str
    meaning: str
    example: str
    required: bool


def columns() -> list[Column]:
    words = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    codes = {
        "kinds": _either(InspectionKind.values),
        "themes": _either(list(definitions().themes)),
        "assessors": _either(Assessor.values),
        "completenesses": _either(Completeness.values),
        "confidences": _either(Confidence.values),
        "certainties": _either(Certainty.values),
    }
    made = []
    for name in TEMPLATE:
        said = words[name]
        meaning = said["meaning"].format(**codes)
        made.append(Column(name, meaning, said.get("example", ""), required=name in ESSENTIAL))
    return made


def _either(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
