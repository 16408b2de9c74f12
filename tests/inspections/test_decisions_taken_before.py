"""Decisions of a database from before they were one thing: each row arrives, with who, when and why."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE = ("inspections", "0009_fields_of_problems_on_record")
LATER = dt.datetime(2026, 3, 9, 23, 30, tzinfo=dt.UTC)


@pytest.fixture
def before():
    """The models as they were; whatever happens, the newest tables stand again afterwards."""
    executor = MigrationExecutor(connection)
    yield executor.migrate([BEFORE]).apps
    migrate()


def migrate():
    executor = MigrationExecutor(connection)
    [newest] = [node for node in executor.loader.graph.leaf_nodes() if node[0] == "inspections"]
    return executor.migrate([newest]).apps


@pytest.fixture
def rows(before):
    """One framework, one inspection, one document, and somebody who decides."""
    made = {name: before.get_model("inspections", name) for name in (
        "Inspectorate", "Framework", "Theme", "Aspect", "Inspection", "SourceDocument", "Problem",
        "HistoricalProblem", "Correction", "HistoricalCorrection",
    )}  # fmt: skip
    made["Inspectorate"].objects.create(code="own-i", name="I", short_name="I", position=900)
    made["Framework"].objects.create(code="f", name="F", short_name="F", inspectorate_id="own-i", graded=True)
    made["Theme"].objects.create(code="missing", name="Missing", position=900)
    made["Aspect"].objects.create(code="all", name="All of it", position=900)
    inspection = made["Inspection"].objects.create(key="here/f/2019", framework_id="f", kind="full")
    source = made["SourceDocument"].objects.create(key="d", kind="report", title="D")
    user = User.objects.create(username="keeper")

    def problem(key, field, *past, **more):
        words = {"severity": "blocking", "where": "page 1", "message": "odd", "field": field}
        row = made["Problem"].objects.create(key=key, source=source, **words, **more)
        for day, state, reason in past:
            made["HistoricalProblem"].objects.create(
                id=row.pk, key=key, history_type="~", history_date=LATER + dt.timedelta(days=day),
                state=state, history_change_reason=reason, history_user_id=user.pk, kept=row.kept, **words,
            )  # fmt: skip
        return row

    def correction(field, value, **about):
        row = made["Correction"].objects.create(
            inspection=inspection, field=field, value=value, reason="Seen.", made_by_id=user.pk, **about
        )
        made["HistoricalCorrection"].objects.create(
            id=row.pk, history_type="+", history_date=LATER, history_user_id=user.pk, field=field,
            value=value, reason="Seen.", inspection=inspection, made_by_id=user.pk, **about,
        )  # fmt: skip

    return problem, correction


def said(apps, **about):
    rows = apps.get_model("inspections", "Decision").objects.filter(**about)
    return list(rows.order_by("id").values_list("outcome", "field", "value", "reason", "made_by__username"))


def test_corrections_stay_and_numbers_say_their_outcome(rows):
    _, correction = rows
    correction("grade", "good", aspect_id="all")
    correction("fieldwork_end", "2019-03-15")
    for value in ("confirmed", "rejected", "corrected: cases 9 → 10"):
        correction("proposal", value, theme_id="missing", sample="in para 9")

    apps = migrate()

    assert said(apps) == [
        ("corrected", "grade", "good", "Seen.", "keeper"),
        ("corrected", "fieldwork_end", "2019-03-15", "Seen.", "keeper"),
        ("accepted", "proposal", "", "Seen.", "keeper"),
        ("dismissed", "proposal", "", "Seen.", "keeper"),
        ("corrected", "proposal", "cases 9 → 10", "Seen.", "keeper"),
    ]
    past = apps.get_model("inspections", "HistoricalDecision").objects.order_by("history_id")
    assert list(past.values_list("outcome", "value"))[2:] == [
        ("accepted", ""), ("dismissed", ""), ("corrected", "cases 9 → 10"),
    ]  # fmt: skip


def test_each_decision_about_a_problem_is_kept_with_its_day(rows):
    problem, _ = rows
    problem(
        "a",
        "overall",
        (0, "accepted", "Fine."),
        (1, "open", None),
        (2, "dismissed", "No."),
        state="dismissed",
    )
    problem("b", "overall")

    apps = migrate()

    assert said(apps) == [
        ("accepted", "", "", "Fine.", "keeper"),
        ("open", "", "", "", "keeper"),
        ("dismissed", "", "", "No.", "keeper"),
    ]
    decision = apps.get_model("inspections", "Decision").objects.first()
    assert decision.made_on == dt.date(2026, 3, 9)
    past = apps.get_model("inspections", "HistoricalDecision").objects.get(id=decision.pk)
    assert (past.history_date, past.history_user.username) == (LATER, "keeper")


def test_a_place_put_right_is_the_value_of_its_decision(rows):
    problem, _ = rows
    problem("a", "place", (0, "corrected", "Its cover."), state="corrected", kept="authority:halton")
    problem("b", "area", state="corrected", kept="authority:knowsley")  # came with an export

    apps = migrate()

    assert said(apps, field="area") == [
        ("corrected", "area", "authority:halton", "Its cover.", "keeper"),
        ("corrected", "area", "authority:knowsley",
         "As the problem says; by whom and when is not on record.", None),
    ]  # fmt: skip
    assert set(apps.get_model("inspections", "Problem").objects.values_list("kept", flat=True)) == {
        "authority:halton", "authority:knowsley",
    }  # fmt: skip


def test_the_way_back_leaves_corrections_that_older_code_understands(rows):
    _, correction = rows
    correction("grade", "good", aspect_id="all")
    migrate()

    apps = MigrationExecutor(connection).migrate([BEFORE]).apps

    assert apps.get_model("inspections", "Correction").objects.get().value == "good"
