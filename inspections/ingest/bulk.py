"""Many rows of one kind written by one statement.

The ORM's own bulk insert spends more time on wording the statement for 50 passages than a reader spends on
finding them. Values go to the database as they are, so this is for columns of text, numbers and ids only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection, models


def upsert(
    model: type[models.Model], rows: Sequence[dict[str, Any]], *, unique: str, kept: frozenset[str]
) -> None:
    """Insert each row, a dict by column; one whose ``unique`` column is taken changes the row there instead.

    All rows name the same columns; the rest of the model's get its default. ``kept``: columns that a row
    already there does not give up. Raises IntegrityError and DataError as the ORM does.
    """
    if not rows:
        return
    fields = {field.attname: field for field in model._meta.concrete_fields if not field.primary_key}
    default = {name: field.get_default() for name, field in fields.items() if name not in rows[0]}
    quote = connection.ops.quote_name
    columns = {name: quote(str(field.column)) for name, field in fields.items()}
    changes = [
        f"{columns[name]} = EXCLUDED.{columns[name]}" for name in fields if name not in kept | {unique}
    ]
    statement = (
        f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(columns.values())}) "  # noqa: S608 - names only
        f"VALUES ({', '.join(['%s'] * len(columns))}) "
        f"ON CONFLICT ({columns[unique]}) DO UPDATE SET {', '.join(changes)}"
    )
    whole = (default | row for row in rows)
    with connection.cursor() as cursor:
        cursor.executemany(statement, [[row[name] for name in fields] for row in whole])
