from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("inspections", "0011_decisions_taken_before"),
    ]

    operations = [
        migrations.DeleteModel("HistoricalProblem"),
    ]
