"""PostgreSQL refuses overlapping periods itself.

Not declared in the models' Meta: SQLite knows no exclusion constraints and would fail on them. There the
same rule is checked in Python (areas/models/dated.py).

Deferrable, so that the loader may move the border between two periods in two statements.
"""

from django.db import migrations

PERIOD = "daterange(valid_from, valid_to, '[]') WITH &&"
CONSTRAINTS = [
    ("areas_areacode", "areacode_one_code_at_a_time", f"area_id WITH =, scheme WITH =, {PERIOD}"),
    ("areas_areacode", "areacode_one_area_at_a_time", f"scheme WITH =, code WITH =, {PERIOD}"),
    ("areas_policinglink", "policinglink_one_force_at_a_time", f"authority_id WITH =, {PERIOD}"),
]


def add(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    for table, name, elements in CONSTRAINTS:
        schema_editor.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist ({elements}) "
            "DEFERRABLE INITIALLY IMMEDIATE"
        )


def remove(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for table, name, _ in CONSTRAINTS:
        schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")


class Migration(migrations.Migration):
    dependencies = [("areas", "0001_initial")]

    operations = [migrations.RunPython(add, remove)]
