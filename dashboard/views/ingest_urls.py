"""Addresses below /ingest/."""

from django.urls import path

from dashboard.views import ingest, ingest_entry, ingest_pictures, ingest_problem, ingest_proposed, ingest_run

urlpatterns = [
    path("", ingest.ingest, name="ingest"),
    path("progress/", ingest.progress, name="ingest-progress"),
    path("entry/", ingest_entry.entry, name="ingest-entry"),
    path("template.csv", ingest_entry.template, name="ingest-template"),
    path("runs/<int:pk>/", ingest_run.run, name="ingest-run"),
    path("runs/<int:pk>/again/", ingest_run.again, name="ingest-again"),
    path("runs/<int:pk>/publish/", ingest_run.publish, name="ingest-publish"),
    path("problems/", ingest_problem.problems, name="ingest-problems"),
    path("problems/<int:pk>/", ingest_problem.problem, name="ingest-problem"),
    path("proposed/", ingest_proposed.proposed, name="ingest-proposed"),
    path("proposed/<int:pk>/", ingest_proposed.proposal, name="ingest-proposal"),
    path("documents/<int:pk>/pages/<int:number>.png", ingest_pictures.page, name="ingest-page"),
]
