from django.db import migrations
from django.utils import timezone

OUTCOMES = {"confirmed": "accepted", "rejected": "dismissed"}


def of_numbers(apps, schema_editor):
    """A decision about a number proposed from prose said its outcome in its value."""
    for name in ("Decision", "HistoricalDecision"):
        model = apps.get_model("inspections", name)
        rows = []
        for row in model.objects.filter(field="proposal").iterator(chunk_size=500):
            row.outcome = OUTCOMES.get(row.value, "corrected")
            row.value = "" if row.value in OUTCOMES else row.value.removeprefix("corrected: ")
            rows.append(row)
        model.objects.bulk_update(rows, ["outcome", "value"], batch_size=200)


def of_problems(apps, schema_editor):
    """A decision about a problem stood in the problem's history: each change of its state."""
    Problem = apps.get_model("inspections", "Problem")
    HistoricalProblem = apps.get_model("inspections", "HistoricalProblem")
    problems = {row.pk: row for row in Problem.objects.all()}
    was = dict.fromkeys(problems, "open")
    for past in HistoricalProblem.objects.order_by("history_date", "history_id"):
        if past.id not in problems or past.state == was[past.id]:
            continue
        was[past.id] = past.state
        _add(apps, past, past.history_date, past.history_user_id, past.history_change_reason or "")
    for pk, problem in problems.items():
        if problem.state != was[pk] and _is_of_place(problem):
            _add(apps, problem, timezone.now(), None, "As the problem says; by whom and when is not on record.")


def _add(apps, problem, at, user_id, reason):
    """The decision, and the history it would have."""
    Decision = apps.get_model("inspections", "Decision")
    values = {
        "problem_id": problem.id,
        "outcome": problem.state,
        "field": "area" if _is_of_place(problem) else "",
        "value": problem.kept[:300] if _is_of_place(problem) else "",
        "reason": reason,
        "made_on": timezone.localtime(at).date(),
        "made_by_id": user_id,
    }
    decision = Decision.objects.create(**values)
    apps.get_model("inspections", "HistoricalDecision").objects.create(
        id=decision.pk,
        history_date=at,
        history_type="+",
        history_user_id=user_id,
        **values,
    )


def _is_of_place(problem):
    return problem.state == "corrected" and problem.field in ("area", "place") and bool(problem.kept)


class Migration(migrations.Migration):
    """What people decided, wherever it stood, as decisions; the history of problems held nothing else."""

    dependencies = [
        ("inspections", "0010_one_decision"),
    ]

    operations = [
        migrations.RunPython(of_numbers, migrations.RunPython.noop),
        migrations.RunPython(of_problems, migrations.RunPython.noop),
    ]
