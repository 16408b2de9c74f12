"""Only staff get in; everybody else is sent to sign in. Nothing is sent without a token of the form."""

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from inspections.models import IngestRun, Problem, SourceDocument

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def addresses():
    document = SourceDocument.objects.create(
        key="made", kind="report", title="Made", sha256="a" * 64, pages=2
    )
    run = IngestRun.objects.create(source_file="made.pdf", result="stored", document=document)
    problem = Problem.objects.create(
        key="made",
        run=run,
        source=document,
        severity="blocking",
        where="page 1",
        field="overall",
        message="odd",
    )
    one = [("ingest-run", run), ("ingest-again", run), ("ingest-publish", run), ("ingest-problem", problem)]
    return [
        reverse("ingest"),
        reverse("ingest-progress"),
        reverse("ingest-problems"),
        reverse("ingest-page", args=[document.pk, 1]),
        *[reverse(name, args=[row.pk]) for name, row in one],
    ]


@pytest.mark.parametrize("who", ["nobody", "somebody signed in", "staff who left"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_are_sent_to_sign_in(client, addresses, who, method):
    if who != "nobody":
        left = who == "staff who left"
        client.force_login(User.objects.create_user("other", is_staff=left, is_active=not left))

    for address in addresses:
        response = getattr(client, method)(address)
        assert (response.status_code, response["Location"].split("?")[0]) == (302, "/admin/login/"), address


def test_a_part_that_polls_takes_the_whole_page_to_sign_in(client):
    response = client.get(reverse("ingest-progress"), headers={"HX-Request": "true"})

    assert (response.status_code, response.content) == (204, b"")
    assert response["HX-Redirect"].startswith("/admin/login/")


def test_the_permission_to_add_a_run_is_enough(client):
    user = User.objects.create_user("helper")
    user.user_permissions.add(Permission.objects.get(codename="add_ingestrun"))
    client.force_login(user)

    assert client.get(reverse("ingest")).status_code == 200


def test_what_reviewers_see_is_kept_by_nobody(staff):
    response = staff.get(reverse("ingest"))

    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("private, no-store", "noindex")


def test_without_the_token_of_the_form_nothing_happens(reviewer, addresses, sent):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(reviewer)
    file = SimpleUploadedFile("a.pdf", b"%PDF-")

    assert strict.post(reverse("ingest"), {"uploads": file}).status_code == 403
    for address in addresses[4:]:
        assert strict.post(address, {"decision": "accept", "note": "x"}).status_code == 403

    assert IngestRun.objects.count() == 1
    assert Problem.objects.get().state == "open"
    assert sent == []


def test_the_header_leads_there_for_staff_only(staff, client):
    link = f'href="{reverse("ingest")}"'

    assert link in staff.get("/").content.decode()
    client.logout()
    assert link not in client.get("/").content.decode()


@pytest.mark.parametrize("number", [0, 3, 10**30])
def test_what_is_not_there_is_not_found(staff, addresses, number):
    document = SourceDocument.objects.get(key="made")

    assert staff.get(reverse("ingest-page", args=[document.pk, number])).status_code == 404
    assert staff.get(f"/ingest/runs/{10**30}/").status_code == 404
    assert staff.get(f"/ingest/problems/{10**30}/").status_code == 404
