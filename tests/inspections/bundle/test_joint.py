"""Joint inspections and youth justice ratings in the bundle: every row of the files, no sentence of them."""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from areas.index import forget
from areas.loading import load_areas
from areas.models import Area
from inspections.models import Finding, Inspection, InspectionSource, Judgement, Problem
from inspections.transfer.load import DATA, load_tables
from inspections.transfer.reference import load_reference

JOINT = DATA / "joint"
RATINGS = "hmi_youth_justice_inspection_ratings.csv"


@pytest.fixture(scope="module")
def joint(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The case study, its context and the joint inspections, which tell of two inspections of the context."""
    with django_db_blocker.unblock(), transaction.atomic():
        if not Area.objects.exists():  # emptied by a test with real transactions
            load_areas()
            load_reference()
        forget()
        load_tables([DATA / "case_study", DATA / "context", JOINT])
        yield
        transaction.set_rollback(True)
    forget()


def table(name: str) -> list[dict[str, str]]:
    with (JOINT / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_passage_is_carried_and_every_finding_has_a_theme() -> None:
    findings = table("findings")

    assert findings
    assert not {"passage", "summary"} & set(findings[0])
    assert all(row["theme"] and row["locator"] for row in findings)
    assert not any("case study" in row["locator"].lower() for row in findings)  # they tell of one child
    assert not (JOINT / "case_reviews.csv").exists()


def test_a_file_is_named_by_its_bytes_and_not_by_a_place_on_a_machine() -> None:
    for row in table("sources"):
        assert row["key"] == row["sha256"][:16], row["path"]
        assert not row["path"].startswith("/"), row["path"]


@pytest.mark.shared
@pytest.mark.django_db
@pytest.mark.usefixtures("joint")
def test_every_youth_justice_row_is_an_inspection_or_a_named_problem(shared: Path) -> None:
    with (shared / "data" / "youth_justice" / RATINGS).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    overall = {
        row.locator.split(" ")[1]: row
        for row in Judgement.objects.filter(
            inspection__framework="hmip-youth-justice", aspect="overall"
        ).select_related("grade", "inspection")
    }
    named = set(Problem.objects.filter(source__path=RATINGS, field="area").values_list("where", flat=True))

    for line, row in enumerate(rows, start=2):
        judgement = overall.get(str(line))
        if judgement is None:
            assert f"row {line}" in named, f"{RATINGS}, line {line}: {row['la_name']}"
            continue
        published = dt.datetime.strptime(row["publication_date"], "%d/%m/%y").date()
        assert judgement.inspection.published_to == published, f"{RATINGS}, line {line}"
        words = row["overall_rating"].lower().replace(" ", "_")
        if judgement.grade:
            assert judgement.grade.code == words, f"{RATINGS}, line {line}"
        else:
            assert judgement.grade_status == "unreadable", f"{RATINGS}, line {line}"
            assert words.startswith("1_"), f"{RATINGS}, line {line}"  # a footnote stands there

    assert len(rows) == 83
    assert (len(overall), len(named)) == (80, 3)


@pytest.mark.django_db
@pytest.mark.usefixtures("joint")
def test_empty_ratings_are_unreadable_with_the_reason_and_never_a_grade() -> None:
    below = Judgement.objects.filter(inspection__framework="hmip-youth-justice").exclude(aspect="overall")

    unreadable = below.filter(grade_status="unreadable")

    assert unreadable.exists()
    assert not below.filter(grade__code="requires_improvement").exists()
    for row in unreadable:
        assert row.grade_id is None, row.key
        assert "“Requires improvement” or “not applicable”" in row.locator, row.key


@pytest.mark.django_db
@pytest.mark.usefixtures("joint")
def test_a_service_of_two_authorities_belongs_to_both() -> None:
    shared_services = {
        frozenset(area.slug for area in one.areas.all())
        for one in Inspection.objects.filter(framework="hmip-youth-justice")
        if one.areas.count() > 1
    }

    assert shared_services == {
        frozenset({"conwy", "denbighshire"}),
        frozenset({"blaenau-gwent", "caerphilly"}),
        frozenset({"tower-hamlets", "city-of-london"}),
    }


@pytest.mark.django_db
@pytest.mark.usefixtures("joint")
@pytest.mark.parametrize(
    ("framework", "slug", "start", "end", "published"),
    [
        ("jtai", "bristol", "2017-10-16", "2017-10-20", "2017-12-01"),
        ("jtai", "county-durham", "2018-07-09", "2018-07-13", "2018-08-24"),
        ("jtai", "liverpool", "2016-06-20", "2016-06-24", "2016-08-02"),
        ("jtai", "haringey", "2017-12-04", "2017-12-08", "2018-01-30"),
        ("jtai", "wirral", "2022-12-12", "2022-12-16", "2023-02-16"),
        ("area-send", "haringey", "2024-01-29", "2024-02-02", "2024-04-03"),
    ],
)
def test_the_six_reports_have_the_dates_they_print(
    framework: str, slug: str, start: str, end: str, published: str
) -> None:
    (found,) = Inspection.objects.filter(framework=framework, areas__slug=slug, areas__kind="authority")

    assert (str(found.fieldwork_start), str(found.fieldwork_end)) == (start, end)
    assert str(found.published_to) == published


@pytest.mark.django_db
@pytest.mark.usefixtures("joint")
def test_a_send_inspection_has_its_outcome_and_a_joint_one_has_no_grade() -> None:
    outcome = Judgement.objects.get(inspection__framework="area-send")

    assert outcome.grade
    assert (outcome.grade.code, outcome.printed) == ("positive", "")
    assert not Judgement.objects.filter(inspection__framework="jtai").exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("joint")
def test_all_rows_of_the_overview_are_joint_inspections_once() -> None:
    joint_inspections = Inspection.objects.filter(framework="jtai")
    places = Counter(area.slug for one in joint_inspections for area in one.areas.all())

    # 49 rows and the reports of Bristol, Durham, Haringey, Liverpool and Wirral, which are among them or not
    by_overview = joint_inspections.filter(inspection_sources__source__kind="dataset")
    assert by_overview.count() == 49
    assert max(places.values()) == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("joint")
def test_liverpool_2016_speaks_of_exploitation_and_of_missing_children() -> None:
    themes = set(
        Finding.objects.filter(inspection__key="liverpool/jtai/joint/2016-06-24").values_list(
            "theme", flat=True
        )
    )

    assert {"child-sexual-exploitation", "missing-children"} <= themes


@pytest.mark.django_db
@pytest.mark.usefixtures("joint")
def test_what_the_context_says_of_two_joint_inspections_still_stands() -> None:
    for key, source in (
        ("county-durham/jtai/joint/2018-07-13", "jtai-durham-2018"),
        ("bristol/jtai/joint/2017-10-20", "jtai-bristol-2017"),
    ):
        stated = Inspection.objects.get(key=key).inspection_sources.get(source__key=source)
        assert (stated.locator, stated.published_basis) == ("page 1", "printed"), key


@pytest.mark.django_db
@pytest.mark.shared
@pytest.mark.usefixtures("joint")
def test_the_address_of_every_rating_reaches_its_inspection(shared: Path) -> None:
    with (shared / "data" / "youth_justice" / RATINGS).open(encoding="utf-8-sig", newline="") as file:
        addresses = {f"row {number}": row["report_url"] for number, row in enumerate(csv.DictReader(file), 2)}

    stated = dict(InspectionSource.objects.filter(source__path=RATINGS).values_list("locator", "url"))
    assert len(stated) == 80
    assert stated == {place: addresses[place] for place in stated}


@pytest.mark.django_db
@pytest.mark.usefixtures("joint")
def test_every_joint_inspection_leads_to_its_report() -> None:
    stated = InspectionSource.objects.filter(source__path="ofsted_csc_jtai_overview.xlsx")

    assert stated.count() > 40
    assert all(row.url.startswith("https://files.ofsted.gov.uk/v1/file/") for row in stated)
