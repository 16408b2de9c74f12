"""A page whose layout nobody had seen: staff are told so, and confirm what was read with one button."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from inspections.models import Inspection
from tests.inspections.reading.readers import made_police_pages as made

PAGE = made.page(
    made.p("Fieldwork: 3–14 June 2019"),
    made.p("November 2019"),
    made.h(2, made.ANALYSIS),
    made.p("We audited 27 child protection cases (6 were good, 12 required improvement and 9 inadequate)."),
)  # fmt: skip
WORDS = "Proposed, not confirmed."


@pytest.fixture
def run(taken_in):
    return taken_in(PAGE, "page.html")


def test_the_page_of_the_run_says_so_and_has_the_button(run, staff, read):
    address = reverse("ingest-run", args=[run.pk])
    confirm = reverse("ingest-confirm", args=[run.pk])
    assert WORDS in read(address).words
    assert f'action="{confirm}"' in staff.get(address).content.decode()

    answer = staff.post(confirm)

    assert answer["Location"] == address
    assert WORDS not in read(address).words
    assert Inspection.objects.get().review_status == "published"


def test_the_button_is_good_for_one_press_and_the_second_is_told_so(run, staff):
    confirm = reverse("ingest-confirm", args=[run.pk])
    staff.post(confirm)

    page = staff.post(confirm, follow=True).content.decode()

    assert "Nothing of this file waits to be confirmed." in page


def test_the_inspections_own_page_says_so_to_staff_and_has_the_button(run, client, read):
    client.force_login(User.objects.create_superuser("keeper"))
    inspection = Inspection.objects.get()
    assert WORDS in read(inspection.get_absolute_url()).words

    answer = client.post(reverse("ingest-confirm", args=[run.pk]), {"inspection": inspection.pk})

    assert answer["Location"] == inspection.get_absolute_url()
    client.logout()
    assert WORDS not in read(answer["Location"]).words


def test_the_public_neither_sees_nor_confirms_it(run, client):
    client.logout()
    assert client.get(Inspection.objects.get().get_absolute_url()).status_code == 404

    client.post(reverse("ingest-confirm", args=[run.pk]))

    assert Inspection.objects.get().review_status == "proposed"
