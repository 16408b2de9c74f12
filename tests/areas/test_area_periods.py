"""Overlapping periods are refused: by the checked rule everywhere, by the database itself on PostgreSQL."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from areas.models import Area, AreaCode, OverlappingPeriods, PolicingLink

pytestmark = pytest.mark.django_db
D = dt.date
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL")


def area(slug, kind="authority"):
    return Area.objects.create(
        kind=kind, slug=slug, name=slug.title(), type="unitary authority", country="England",
        region_code="E12000001", region="North East",
    )  # fmt: skip


def code(of, code="E06999001", *, start=None, end=None, scheme="gss"):
    return AreaCode(area=of, scheme=scheme, code=code, valid_from=start, valid_to=end)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (None, None),
        (D(2020, 3, 31), None),
        (None, D(2010, 1, 1)),
        (D(2012, 1, 1), D(2012, 1, 1)),
    ],
)
def test_one_code_of_a_scheme_at_a_time(start, end):
    place = area("northtown")
    code(place, start=D(2010, 1, 1), end=D(2020, 3, 31)).save()

    with pytest.raises(OverlappingPeriods) as refused:
        code(place, "E06999002", start=start, end=end).save()

    assert "E06999001 of authority:northtown" in str(refused.value)
    assert "E06999002 of authority:northtown" in str(refused.value)


def test_one_code_follows_another_and_schemes_do_not_meet():
    place = area("northtown")

    code(place, end=D(2020, 3, 31)).save()
    code(place, "E06999002", start=D(2020, 4, 1)).save()
    code(place, "001", scheme="dfe").save()

    assert place.code_on("gss", D(2020, 3, 31)) == "E06999001"
    assert place.code_on("gss", D(2020, 4, 1)) == "E06999002"


def test_a_code_belongs_to_one_area_at_a_time():
    code(area("northtown"), end=D(2020, 3, 31)).save()
    south = area("southtown")

    with pytest.raises(OverlappingPeriods, match=r"northtown.*southtown"):
        code(south, start=D(2020, 3, 31)).save()
    code(south, start=D(2020, 4, 1)).save()


def test_an_authority_lies_in_one_force_at_a_time():
    place, east, west = area("northtown"), area("east", "force"), area("west", "force")
    PolicingLink.objects.create(authority=place, force=east, valid_to=D(2015, 12, 31))

    with pytest.raises(OverlappingPeriods, match=r"force:east.*force:west"):
        PolicingLink.objects.create(authority=place, force=west, valid_from=D(2015, 12, 31))
    PolicingLink.objects.create(authority=place, force=west, valid_from=D(2016, 1, 1))

    assert place.force_on(D(2015, 12, 31)) == east
    assert place.force_on() == west
    assert [*east.authorities_on(D(2015, 1, 1))] == [place]
    assert not east.authorities_on().exists()


def test_rows_written_in_bulk_are_refused_too_and_none_stays():
    place = area("northtown")

    with pytest.raises((OverlappingPeriods, IntegrityError)), transaction.atomic():
        AreaCode.objects.bulk_create([code(place), code(place, "E06999002")])

    assert not AreaCode.objects.filter(area=place).exists()


def test_a_row_may_be_saved_again():
    row = code(area("northtown"))
    row.save()

    row.valid_from = D(2009, 1, 1)
    row.save()

    assert AreaCode.objects.get(pk=row.pk).valid_from == D(2009, 1, 1)


@on_postgresql
@pytest.mark.postgresql
@pytest.mark.parametrize("second", ["same area", "same code", "link"])
def test_postgresql_refuses_what_goes_round_the_rule(second):
    place, other, force = area("northtown"), area("southtown"), area("east", "force")
    code(place, start=D(2010, 1, 1)).save()
    PolicingLink.objects.create(authority=place, force=force)
    rows = {
        "same area": code(place, "E06999002"),
        "same code": code(other, start=D(2011, 1, 1)),
        "link": PolicingLink(authority=place, force=force, valid_from=D(2011, 1, 1)),
    }

    with pytest.raises(IntegrityError, match=r"at_a_time"), transaction.atomic():
        super(type(rows[second]).__mro__[1], rows[second]).save()


def test_a_period_that_ends_before_it_starts_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        code(area("northtown"), start=D(2020, 1, 2), end=D(2020, 1, 1)).save()


def test_the_same_slug_twice_in_one_kind_is_refused_by_the_database():
    area("northtown")
    area("northtown", "force")

    with pytest.raises(IntegrityError), transaction.atomic():
        area("northtown")
