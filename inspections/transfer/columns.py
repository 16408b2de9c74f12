"""How a row type says what its columns are: in a CSV file, and in a model.

A row type states once, for the export and for loading, how its columns stand in a model: a column is the
model's field of that name, or holds the key of what that field refers to (``RefersTo``). Columns that are
``Derived`` repeat what other tables hold, for people who read one table alone: they are written, and ignored
when a table is loaded, so that a hand-written file may leave them out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator


@dataclass(frozen=True)
class RefersTo:
    """The cell holds the key of a row of this table; ``by_code`` where that is the row's primary key."""

    table: str
    by_code: bool = False


class Columns(BaseModel):
    """Columns that stand in a model. Those named in ``apart`` are no field of it: each has lines of its own
    in the export and in loading."""

    model_config = ConfigDict(extra="forbid")
    apart: ClassVar[tuple[str, ...]] = ()

    @classmethod
    @cache
    def fields_of_model(cls) -> dict[str, RefersTo | None]:
        """The columns that are fields of the model, with the table whose keys they hold."""
        return {
            name: next((mark for mark in field.metadata if isinstance(mark, RefersTo)), None)
            for name, field in cls.model_fields.items()
            if name not in {"key", *cls.apart} and field.json_schema_extra is None
        }


def cell(value: Any) -> str:
    """How a value stands in a CSV cell: None is empty, a date is ISO, a list of rows is JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple | list):
        rows = [item.model_dump(mode="json", exclude_defaults=True) for item in value]
        return json.dumps(rows, ensure_ascii=False) if rows else ""
    return str(value)


Word = Annotated[str, Field(min_length=1)]
Derived = Annotated[str, BeforeValidator(cell), Field(json_schema_extra={"derived": True})]


class Row(Columns):
    model_config = ConfigDict(str_strip_whitespace=True)
    table: ClassVar[str]
    key: Word

    def own_key(self, number: int) -> str:
        """What a row without a key is known by; ``number`` counts those that would be alike, from 1."""
        return self.key

    @model_validator(mode="before")
    @classmethod
    def _empty_cells_are_unknown(cls, data: Any) -> Any:
        """Text fields keep "", everything else reads an empty cell as None (not given)."""
        if not isinstance(data, dict):
            return data
        return {name: value for name, value in data.items() if value not in ("", None)}

    @classmethod
    def columns(cls) -> list[str]:
        return list(cls.model_fields)

    @classmethod
    def derived_columns(cls) -> set[str]:
        return {name for name, field in cls.model_fields.items() if field.json_schema_extra}

    def cells(self) -> dict[str, str]:
        return {name: cell(getattr(self, name)) for name in self.columns()}
