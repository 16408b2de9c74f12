"""What strangers may see: nothing unpublished, no officer by name, no child through a search engine."""

import pytest
from django.contrib.auth.models import Permission, User

from inspections.models import Inspection

pytestmark = pytest.mark.django_db


def of(key_begins):
    return Inspection.objects.get(key__startswith=key_begins).get_absolute_url()


@pytest.mark.parametrize("status", ["needs_review", "proposed"])
def test_what_is_not_published_does_not_exist_for_the_public(made_inspection, client, status):
    row = made_inspection(grades={"overall": "good"}, review_status=status)

    assert client.get(row.get_absolute_url()).status_code == 404
    client.force_login(User.objects.create_user("reader"))
    assert client.get(row.get_absolute_url()).status_code == 404


def test_staff_with_permission_see_it_under_a_banner_that_no_cache_keeps(made_inspection, client):
    row = made_inspection(grades={"overall": "good"}, review_status="needs_review")
    reviewer = User.objects.create_user("reviewer", is_staff=True)
    reviewer.user_permissions.add(Permission.objects.get(codename="view_inspection"))
    client.force_login(reviewer)

    response = client.get(row.get_absolute_url())

    assert "Not published." in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


def test_a_corrected_inspection_is_public(made_inspection, client):
    row = made_inspection(grades={"overall": "good"}, review_status="corrected")

    assert client.get(row.get_absolute_url()).status_code == 200


OFFICERS = ("Leivers",)


def test_no_officer_is_named_on_any_page(bundle, read):
    rows = Inspection.objects.published()

    assert len(rows) > 20
    for row in rows:
        page = read(row.get_absolute_url())
        assert not any(name in page.words for name in OFFICERS), row.key
        assert "lead inspector" not in page.words.lower()


def test_a_page_with_a_childs_cipher_is_kept_from_search_engines(bundle, client):
    for address in (of("iicsa/inquiry"), of("warwickshire/ofsted-sif/full"), "/areas/warwickshire/"):
        response = client.get(address)
        assert b"CS-A1" in response.content
        assert response["X-Robots-Tag"] == "noindex"

    assert "X-Robots-Tag" not in client.get(of("st-helens/ofsted-ilacs-2018/full"))
