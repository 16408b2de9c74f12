"""The admin holds every model; what a machine read is not typed over, what a person decides is kept."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse

from dashboard.site import urls  # noqa: F401  # the admin's pages are found with the addresses
from inspections.models import Decision, IngestRun, Judgement, Problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    user = User.objects.create_superuser("keeper", password="not-a-real-one")
    client.force_login(user)
    return user


def models_of(label):
    own = apps.get_app_config(label).get_models()
    return [model for model in own if not model.__name__.startswith("Historical")]


def test_every_model_has_a_list_that_opens_and_can_be_searched(bundle, staff, client):
    for model in (*models_of("areas"), *models_of("inspections")):
        assert model in admin.site._registry, model
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"

        assert client.get(reverse(f"{name}_changelist")).status_code == 200, model
        assert client.get(reverse(f"{name}_changelist"), {"q": "durham"}).status_code == 200, model
        if row := model.objects.first():
            assert client.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200, model


def test_a_row_that_a_reading_made_keeps_its_grade(made_inspection, staff, client):
    made_inspection(grades={"overall": "good"})
    row = Judgement.objects.get()
    row.run = IngestRun.objects.create(source_file="report.pdf")
    row.save()

    address = reverse("admin:inspections_judgement_change", args=[row.pk])
    client.post(address, {"grade": "ofsted:inadequate", "review_status": "needs_review", "certainty": "low"})

    row.refresh_from_db()
    assert row.grade_id == "ofsted:good"
    assert (row.review_status, row.certainty) == ("needs_review", "low")


def test_definitions_are_looked_at_and_not_typed_into(bundle, staff, client):
    for name in ("inspectorate", "framework", "scale", "grade", "aspect", "theme", "ingestrun"):
        assert client.get(reverse(f"admin:inspections_{name}_add")).status_code == 403, name


def test_a_decision_remembers_who_made_it(made_inspection, staff, client):
    row = made_inspection(grades={"overall": "good"})
    client.post(
        reverse("admin:inspections_decision_add"),
        {"inspection": row.pk, "aspect": "overall", "field": "grade", "value": "inadequate",
         "reason": "The report says so on page 2", "made_on": "2026-01-05"},
    )  # fmt: skip

    decision = Decision.objects.get()
    assert decision.made_by == staff
    assert decision.history.get().history_user == staff


def test_what_becomes_of_a_problem_is_a_decision_of_its_own(made_inspection, staff, client):
    problem = Problem.objects.create(
        key="made", severity="conflict", where="here", field="overall", message="two grades", kept="good"
    )
    client.post(
        reverse("admin:inspections_problem_change", args=[problem.pk]), {"state": "dismissed", "kept": "x"}
    )

    problem.refresh_from_db()
    assert (problem.state, problem.kept) == ("dismissed", "good")
    decision = problem.decisions.get()
    assert (decision.outcome, decision.made_by) == ("dismissed", staff)
    assert decision.history.get().history_user == staff


def test_strangers_are_sent_to_the_login(client):
    response = client.get(reverse("admin:inspections_inspection_changelist"))

    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]
