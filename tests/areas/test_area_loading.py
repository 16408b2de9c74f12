"""The data files load, load again without a change, and a wrong row is named by file, line and value."""

import datetime as dt
import shutil

import pytest

from areas.data_files import DATA, AreaDataError
from areas.loading import load_areas
from areas.models import Area, AreaCode, AreaName, CompositeName, PolicingLink, Succession

pytestmark = pytest.mark.django_db


def everything():
    models = (
        Area,
        AreaCode,
        AreaName,
        CompositeName,
        CompositeName.members.through,
        PolicingLink,
        Succession,
    )
    return [list(model.objects.order_by("pk").values()) for model in models]


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(DATA, tmp_path / "data")


def replace(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_numbers_of_areas_are_those_of_the_country():
    load_areas()

    today = Area.objects.current(dt.date(2026, 1, 1))
    assert today.authorities().filter(country="England").count() == 153
    assert today.authorities().filter(country="Wales").count() == 22
    assert Area.objects.authorities().exclude(valid_to=None).count() == 7
    assert Area.objects.forces().count() == 43
    assert CompositeName.objects.count() == 6


def test_loading_twice_changes_nothing():
    load_areas()
    before = everything()

    again = load_areas()

    assert everything() == before
    assert {(table.created, table.changed, table.removed) for table in again.values()} == {(0, 0, 0)}


def test_progress_counts_every_row():
    stored = []

    counts = load_areas(stored.append)

    assert sum(stored) == sum(table.rows for table in counts.values()) > 1000


def test_what_changed_in_the_data_changes_here_and_ids_stay(folder):
    load_areas()
    durham = Area.objects.authorities().get(slug="county-durham").pk
    AreaName.objects.create(area_id=durham, name="Our own alias")
    replace(folder, "names.csv", "authority,county-durham,Durham County Council,official", "authority,county-durham,Durham CC,official")  # fmt: skip  # noqa: E501

    counts = load_areas(folder=folder)

    assert counts["names"][1:] == (1, 0, 1)
    names = set(AreaName.objects.filter(area_id=durham).values_list("name", flat=True))
    assert {"Durham CC", "Our own alias"} <= names
    assert "Durham County Council" not in names


def test_a_border_between_two_codes_may_move(folder):
    load_areas()
    replace(folder, "codes.csv", "barnsley,gss,E08000016,2009-01-01,2025-03-31", "barnsley,gss,E08000016,2009-01-01,2025-04-30")  # fmt: skip  # noqa: E501
    replace(folder, "codes.csv", "barnsley,gss,E08000038,2025-04-01,", "barnsley,gss,E08000038,2025-05-01,")

    load_areas(folder=folder)

    barnsley = Area.objects.authorities().get(slug="barnsley")
    assert barnsley.code_on("gss", dt.date(2025, 4, 30)) == "E08000016"


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "value"),
    [
        ("codes.csv", "darlington,dfe,841,", "darlington,dfe,84I,", "code", "84I"),
        ("codes.csv", "darlington,dfe,841,", "darlington,def,841,", "scheme", "def"),
        ("codes.csv", "darlington,dfe,841,", "darlingtown,dfe,841,", "slug", "darlingtown"),
        ("codes.csv", "darlington,dfe,841,", "darlington,dfe,841,1 April 2009", "valid_from", "1 April 2009"),
        ("policing.csv", "darlington,durham,", "darlington,derham,", "force", "derham"),
        ("policing.csv", "darlington,durham,,,", "darlington,durham,2020-01-02,2020-01-01,", "valid_to", "2020-01-01"),  # noqa: E501
        ("successions.csv", "bournemouth,bournemouth-christchurch-and-poole,2019-04-01", "bournemouth,bournemouth,2019-04-01", "successor", "bournemouth"),  # noqa: E501
        ("composites.csv", "tower-hamlets;city-of-london", "tower-hamlets", "members", "tower-hamlets"),
        ("composites.csv", "tower-hamlets;city-of-london", "tower-hamlets;london", "members", "tower-hamlets;london"),  # noqa: E501
    ],
)  # fmt: skip
def test_a_wrong_row_is_named_and_nothing_is_stored(folder, file, old, new, field, value):
    before = everything()
    line = replace(folder, file, old, new)

    with pytest.raises(AreaDataError) as wrong:
        load_areas(folder=folder)

    assert (wrong.value.file, wrong.value.line, wrong.value.field, wrong.value.value) == (
        file,
        line,
        field,
        value,
    )
    assert str(wrong.value).startswith(f"{file}, line {line}, {field}: {value!r}")
    assert everything() == before


@pytest.mark.parametrize(
    ("file", "row", "field", "earlier"),
    [
        (
            "codes.csv",
            "authority,darlington,dfe,999,2020-01-01,,made up",
            "code",
            "authority,darlington,dfe,841",
        ),
        (
            "codes.csv",
            "authority,bury,gss,E06000005,2010-01-01,2010-01-02,made up",
            "code",
            "authority,bury,gss",
        ),
        ("policing.csv", "darlington,cleveland,2020-01-01,,made up", "authority", "darlington,durham"),
        (
            "names.csv",
            "authority,darlington,DARLINGTON,alias,,,made up",
            "name",
            "authority,darlington,Darlington,",
        ),
    ],
)
def test_rows_that_exclude_each_other_are_both_named(folder, file, row, field, earlier):
    path = folder / file
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(number for number, text in enumerate(lines, 1) if text.startswith(earlier))
    path.write_text("\n".join([*lines, row, ""]), encoding="utf-8")

    with pytest.raises(AreaDataError, match=f"line {first}\\b") as wrong:
        load_areas(folder=folder)

    assert (wrong.value.file, wrong.value.line, wrong.value.field) == (file, len(lines) + 1, field)


def test_a_missing_file_a_wrong_header_and_a_short_row_are_named(folder):
    (folder / "policing.csv").unlink()
    with pytest.raises(AreaDataError, match=r"policing.csv, line 1, file"):
        load_areas(folder=folder)

    (folder / "policing.csv").write_text("authority,police\n")
    with pytest.raises(AreaDataError, match=r"policing.csv, line 1, header"):
        load_areas(folder=folder)

    (folder / "policing.csv").write_text("authority,force,valid_from,valid_to,source\ndarlington,durham\n")
    with pytest.raises(AreaDataError, match=r"policing.csv, line 2, row.*2 cells where 5"):
        load_areas(folder=folder)
