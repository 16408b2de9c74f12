"""What the page tests share: reading a page as a visitor does, and inspections made for the purpose."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from selectolax.lexbor import LexborHTMLParser

from areas.models import Area
from inspections.models import (
    CaseReview,
    Finding,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    SourceDocument,
    Theme,
)


class Reader:
    """A page as text: ``words`` is what stands in it, ``rows`` a table by its caption."""

    def __init__(self, response):
        assert response.status_code == 200, response.status_code
        self.html = LexborHTMLParser(response.content.decode())

    @staticmethod
    def _squeezed(node):
        return " ".join(node.text(separator=" ").split()).replace(" ,", ",").replace(" .", ".")

    def _spread(self, rows):
        spanning = []  # (rows left, words): the cells at the start of a row that come from one above
        for row in rows:
            cells = [
                (int(cell.attributes.get("rowspan") or 1), self._squeezed(cell)) for cell in row.css("th, td")
            ]
            cells = [pair for pair in spanning if pair[0] > 0] + cells
            yield [words for _left, words in cells]
            spanning = [(left - 1, words) for left, words in cells if left > 1]

    @property
    def words(self):
        return self._squeezed(self.html.css_first("main") or self.html.body)

    def part(self, selector):
        return " ".join(self._squeezed(node) for node in self.html.css(selector))

    def rows(self, caption):
        """Cells by row; one that spans rows stands in each of them, as it does for a reader."""
        for table in self.html.css("table"):
            if caption in table.css_first("caption").text():
                return list(self._spread(table.css("tbody tr")))
        raise AssertionError(f"no table called {caption!r}")


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Nothing is collected for a test: addresses of static files need no manifest here."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


@pytest.fixture
def read(client):
    """Opens an address as the public does and reads the page."""
    return lambda address, **headers: Reader(client.get(address, headers=headers))


@pytest.fixture
def document(reference):
    return SourceDocument.objects.create(
        key="made-report", kind="report", title="A made-up report", publisher="Ofsted", licence="OGL v3.0"
    )


@pytest.fixture
def made_inspection(document):
    """Builds an inspection of one place with its source; grades, findings and cases where asked for."""
    numbers = itertools.count(1)

    def build(
        slug="halton",
        *,
        kind="full",
        framework="ofsted-ilacs-2018",
        ended=dt.date(2019, 3, 15),
        grades=None,
        review_status="published",
        **fields,
    ):
        number = next(numbers)
        is_force = framework.startswith("hmicfrs")
        area = Area.objects.get(kind="force" if is_force else "authority", slug=slug)
        inspection = Inspection.objects.create(
            key=f"made/{number}",
            framework_id=framework,
            kind=kind,
            fieldwork_start=ended,
            fieldwork_end=ended,
            review_status=review_status,
            **fields,
        )
        scope = "whole_force" if is_force else "authority"
        InspectedArea.objects.create(inspection=inspection, area=area, scope=scope)
        InspectionSource.objects.create(
            inspection=inspection,
            source=document,
            fieldwork_start=ended,
            fieldwork_end=ended,
            decides=True,
            confidence="read",
            review_status=review_status,
        )
        for aspect, grade in (grades or {}).items():
            Judgement.objects.create(
                key=f"made/{number}/{aspect}",
                inspection=inspection,
                aspect_id=aspect,
                grade_id=f"ofsted:{grade}",
                grade_status="graded",
                printed=grade.title(),
                source=document,
                page=1,
                confidence="read",
                stands=True,
                review_status=review_status,
            )
        return inspection

    return build


@pytest.fixture
def made_finding(document):
    numbers = itertools.count(1)

    def build(inspection, theme="missing-children", **fields):
        values = {"summary": "Our own words on it", "kind": "statement", "about": "council"}
        values |= {"review_status": "published"} | fields
        return Finding.objects.create(
            key=f"made-finding/{next(numbers)}",
            inspection=inspection,
            theme=Theme.objects.get(code=theme),
            source=document,
            locator="para 14",
            confidence="read",
            **values,
        )

    return build


@pytest.fixture
def made_review(document):
    numbers = itertools.count(1)

    def build(inspection, theme="missing-children", **fields):
        values = {"assessor": "inspectors", "disclosure": "in_report", "completeness": "total_only"}
        values |= {"review_status": "published"} | fields
        if values.get("cases") is not None:
            values.setdefault("cases_basis", "printed")
        return CaseReview.objects.create(
            key=f"made-review/{next(numbers)}",
            inspection=inspection,
            theme=Theme.objects.get(code=theme),
            source=document,
            locator="page 9",
            confidence="read",
            **values,
        )

    return build
