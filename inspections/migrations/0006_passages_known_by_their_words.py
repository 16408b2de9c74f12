import hashlib
import re
import unicodedata

from django.db import migrations

BATCH = 500


def digest(words, subject, about):
    """As the pipeline makes it: the letters and digits of a passage, its theme or topic, whom it is about."""
    letters = "".join(re.findall(r"\w+", unicodedata.normalize("NFKC", words).casefold()))
    return hashlib.sha256("\n".join((subject, about, letters)).encode()).hexdigest()[:16]


def by_words(apps, schema_editor):
    """A passage read here was keyed by its place. Rows of the site's own tables keep the keys they came with:
    most of them have no words."""
    Finding = apps.get_model("inspections", "Finding")
    rows = Finding.objects.filter(run__isnull=False, key__contains="/passage/")
    used, batch = set(Finding.objects.values_list("key", flat=True)), []
    for row in rows.select_related("inspection", "source").order_by("pk").iterator(chunk_size=BATCH):
        known_by = digest(row.passage or row.summary, row.theme_id or row.topic, row.about)
        base = f"{row.inspection.key}/passage/{row.theme_id or 'topic'}/{known_by}"
        key, number = f"{base}@{row.source.key}", 1
        while key in used:
            number += 1
            key = f"{base}/{number}@{row.source.key}"
        used.add(key)
        row.key = key
        batch.append(row)
        if len(batch) == BATCH:
            Finding.objects.bulk_update(batch, ["key"])
            batch = []
    Finding.objects.bulk_update(batch, ["key"])


class Migration(migrations.Migration):

    dependencies = [
        ("inspections", "0005_a_coding_is_a_persons_work"),
    ]

    operations = [
        migrations.RunPython(by_words, migrations.RunPython.noop),
    ]
