"""Every page of the site with all facts the project brings: what no page may say, and what each must.

One walk over all areas, forces and inspections; expected values come from rows of the database, and for the
answers from the facts beside this checkout.
"""

import csv
import datetime as dt
import re
from collections import defaultdict

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from areas.models import Area
from inspections.models import Inspection, SourceDocument
from inspections.transfer.load import bundle_folders, load_tables

LISTS = (
    "/",
    "/areas/",
    "/forces/",
    "/inspections/",
    "/inspections/?page=9",
    "/areas/?q=hel",
    "/areas/nowhere/",
)
READ = re.compile(r"As far as read here: Ofsted: reports read to \w+ 20\d\d, official list to \d+ \w+ 20\d\d")
# In one process: the walk is made once.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("every-page")]

FULL = ("full", "short", "reinspection")


def day_of(row):
    return row.fieldwork_end or row.fieldwork_start or row.published_to or row.published_from


def later_by_inspection():
    """Of each inspection those by the same inspectorate in one of its places with a later date."""
    held = defaultdict(set)
    rows = Inspection.objects.published().exclude(kind__in=("disclosure", "inquiry", "own_audit"))
    rows = list(rows.select_related("framework").prefetch_related("areas"))
    for row in rows:
        for area in row.areas.all():
            held[row.framework.inspectorate_id, area.pk].add(row)
    return {
        row: {
            other
            for area in row.areas.all()
            for other in held[row.framework.inspectorate_id, area.pk]
            if day_of(row) and day_of(other) and day_of(other) > day_of(row)
        }
        for row in rows
    }


class Page:
    """What the tests ask of a page, kept without its markup."""

    def __init__(self, html):
        read = LexborHTMLParser(html)
        self.words = " ".join(read.body.text(separator=" ").split())
        answer = read.css_first(".answer")
        self.answer = " ".join(answer.text(separator=" ").split()) if answer else ""
        self.links = {node.attributes.get("href") for node in read.css("main a")}
        self.unlinked = set(self._unlinked(read))

    @staticmethod
    def _unlinked(read):
        """Titles of sources that a row of results or a citation names without a link."""
        for title in read.css("main .govuk-visually-hidden"):
            cited = title.parent
            if title.text().startswith(": ") and cited.tag != "a" and not cited.css_first("a"):
                yield title.text().removeprefix(": ")


@pytest.fixture(scope="module")
def whole_site(django_db_setup, django_db_blocker):
    """All facts of the bundle, loaded once for the walks of this file; static files need no manifest."""
    patch = pytest.MonkeyPatch()
    backend = "django.contrib.staticfiles.storage.StaticFilesStorage"
    patch.setattr(settings, "STORAGES", settings.STORAGES | {"staticfiles": {"BACKEND": backend}})
    with django_db_blocker.unblock(), transaction.atomic():
        load_tables(bundle_folders())
        yield
        transaction.set_rollback(True)
    patch.undo()


@pytest.fixture(scope="module")
def pages(whole_site):
    """Every page by its address: the lists, each area and force, each inspection."""
    rows = [*Area.objects.all(), *Inspection.objects.published()]
    client = Client()
    addresses = (*LISTS, *(row.get_absolute_url() for row in rows))
    return {address: Page(client.get(address).content.decode()) for address in addresses}


def wrong_on(pages, is_wrong):
    """Addresses of the pages on which something is, at most ten."""
    return [address for address, page in pages.items() if is_wrong(page)][:10]


def test_every_page_says_how_far_was_read(pages):
    assert len(pages) > 1600
    assert wrong_on(pages, lambda page: not READ.search(page.words)) == []


def test_no_source_with_an_address_stands_without_a_link(pages):
    with_address = set(SourceDocument.objects.exclude(url="").values_list("title", flat=True))

    assert len(with_address) > 500
    assert wrong_on(pages, lambda page: with_address & page.unlinked) == []
    assert wrong_on(pages, lambda page: "place in it not given" in page.words) == []


def test_no_page_says_that_nothing_followed_where_something_later_is_held(pages):
    later = later_by_inspection()
    of_inspections = {row.get_absolute_url() for row in later}
    others = {address: page for address, page in pages.items() if address not in of_inspections}
    wrong = []
    for row, found in later.items():
        page = pages[row.get_absolute_url()]
        denies = "No follow-up" in page.words or "holds no later" in page.words
        if (found and denies) or not {one.get_absolute_url() for one in found} <= page.links:
            wrong.append(row.key)

    assert len(later) > 1300
    assert wrong == []
    assert wrong_on(others, lambda page: "No follow-up" in page.words) == []


def newest_full(shared):
    """By area, the newest full inspection of the national facts: its end, and its overall grade or None."""
    folder = shared / "data" / "ofsted_national"
    day = {}
    grades = {}

    def rows(name):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    for row in rows("judgements"):
        if row["aspect"] == "overall" and row["stands"]:
            grades[row["inspection"]] = row["grade"]
    for row in rows("inspections"):
        stated = row["fieldwork_end"] or row["fieldwork_start"] or row["published_to"]
        if row["kind"] in FULL and row["framework"] != "ofsted-lscb" and stated:
            for area in row["areas"].split(";"):
                day[area] = max(day.get(area, ("", "")), (stated, row["key"]))
    return {area: (dt.date.fromisoformat(on), grades.get(key)) for area, (on, key) in day.items()}


WORDS = {
    "requires_improvement": "require improvement",
    "outstanding": "outstanding",
    "good": "good",
    "inadequate": "inadequate",
}


@pytest.mark.shared
def test_each_answer_is_the_newest_full_inspection_and_says_how_far_was_read(pages, shared):
    expected = newest_full(shared)
    english = Area.objects.authorities().current().filter(country="England")
    wrong = []
    for area in english:
        day, grade = expected[area.reference]
        answer = pages[area.get_absolute_url()].answer
        verb = str(grade).replace("requires_improvement", "require improvement")
        judged = f"{verb} overall" if grade else "gives no overall grade"
        first = answer.split(". ")[0]
        if judged not in first or f"{day:%B %Y}" not in first:
            wrong.append((area.slug, grade, day, first))
        if "Ofsted: reports read to" not in answer or "later inspections may exist" not in answer:
            wrong.append((area.slug, "does not say how far was read"))

    assert len(english) == 153
    assert wrong == []
