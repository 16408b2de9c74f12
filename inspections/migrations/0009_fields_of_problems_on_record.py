import re

from django.db import migrations

PAGE = re.compile(r"\bpage (\d{1,4})\b")
LONGEST = 120


def fields_from_words(apps, schema_editor):
    """What the words in ``where`` say, once and for all, for the problems on record."""
    Problem = apps.get_model("inspections", "Problem")
    InspectionSource = apps.get_model("inspections", "InspectionSource")
    aspects = set(apps.get_model("inspections", "Aspect").objects.values_list("pk", flat=True))
    locators = {}
    rows = InspectionSource.objects.exclude(locator="")
    for source, read_in, locator in rows.values_list("source_id", "run__document_id", "locator"):
        for document in {source, read_in}:
            locators.setdefault(document, set()).add(locator)
    changed = []
    for row in Problem.objects.order_by("pk").iterator(chunk_size=500):
        page = PAGE.search(row.where)
        row.page = int(page[1]) if page else None
        row.aspect_id = row.field if row.field in aspects else None
        told = locators.get(row.source_id, ()) if row.source_id else ()
        here = [one for one in told if row.where == one or row.where.startswith(f"{one} ")]
        # A row whose place was not known was never stored: it is known by the words alone.
        unplaced = row.where if row.field in ("area", "place") and " row " in f" {row.where}" else ""
        row.locator = max(here, key=len, default=unplaced)[:LONGEST]
        changed.append(row)
    Problem.objects.bulk_update(changed, ["page", "aspect", "locator"], batch_size=200)


class Migration(migrations.Migration):

    dependencies = [
        ("inspections", "0008_where_a_problem_was_met_in_fields"),
    ]

    operations = [
        migrations.RunPython(fields_from_words, migrations.RunPython.noop),
    ]
