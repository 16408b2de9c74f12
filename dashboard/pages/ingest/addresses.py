"""Addresses below /ingest/."""

from django.urls import path

from dashboard.pages.ingest import entry_page, pictures, problem_page, proposed_page, run_page, uploading

urlpatterns = [
    path("", uploading.ingest, name="ingest"),
    path("progress/", uploading.progress, name="ingest-progress"),
    path("entry/", entry_page.entry, name="ingest-entry"),
    path("template.csv", entry_page.template, name="ingest-template"),
    path("runs/<int:pk>/", run_page.run, name="ingest-run"),
    path("runs/<int:pk>/again/", run_page.again, name="ingest-again"),
    path("runs/<int:pk>/publish/", run_page.publish, name="ingest-publish"),
    path("runs/<int:pk>/confirm/", run_page.confirm, name="ingest-confirm"),
    path("problems/", problem_page.problems, name="ingest-problems"),
    path("problems/<int:pk>/", problem_page.problem, name="ingest-problem"),
    path("proposed/", proposed_page.proposed, name="ingest-proposed"),
    path("proposed/<int:pk>/", proposed_page.proposal, name="ingest-proposal"),
    path("documents/<int:pk>/pages/<int:number>.png", pictures.page, name="ingest-page"),
]
