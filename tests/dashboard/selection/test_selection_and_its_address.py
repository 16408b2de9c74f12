"""A selection and its address say the same; what is not understood is ignored visibly."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from dashboard.selection import choices
from dashboard.selection.selection import REPEATABLE, Selection

WITHOUT_PLACES = [name for name in REPEATABLE if name not in ("area", "force")]


def read(address):
    return Selection.from_query(QueryDict(address))


@st.composite
def selections(draw):
    chosen = {}
    for name in WITHOUT_PLACES:
        known = [code for code, _words in choices.CHOICES[name]()]
        wanted = draw(st.sets(st.sampled_from(known), max_size=3))
        chosen[name] = tuple(code for code in known if code in wanted)
    years = sorted(draw(st.lists(st.integers(1900, 2100), min_size=2, max_size=2)))
    chosen["from_year"] = draw(st.sampled_from([None, years[0]]))
    chosen["to_year"] = draw(st.sampled_from([None, years[1]]))
    words = draw(st.text(max_size=40)).strip()
    chosen["q"] = words if words.isprintable() else ""
    return Selection(**chosen)


@given(selections())
def test_an_address_reads_back_as_the_selection_it_was_made_from(selection):
    again = read(selection.query_string())

    assert again == selection
    assert again.ignored == ()
    assert again.query_string() == selection.query_string()


@given(st.text(max_size=200))
def test_no_address_is_an_error_and_what_is_left_is_canonical(text):
    # Addresses that name a place ask the database and are tried apart.
    if "area" in text or "force" in text:
        return

    selection = read(text)

    assert read(selection.query_string()) == selection


def test_order_and_repetition_do_not_matter():
    address = read("to=2020&kind=short&kind=full&inspectorate=hmicfrs&inspectorate=ofsted&kind=full")

    assert address.query_string() == "inspectorate=ofsted&inspectorate=hmicfrs&kind=full&kind=short&to=2020"


def test_nothing_chosen_is_an_empty_address():
    assert read("from=&to=&inspectorate=&q=").query_string() == ""
    assert read("").is_default


@pytest.mark.parametrize(
    ("address", "ignored"),
    [
        ("grade=excellent", (("grade", "excellent"),)),
        ("inspectorate=ofsted&inspectorate=OFSTED", (("inspectorate", "OFSTED"),)),
        ("from=1899", (("from", "1899"),)),
        ("to=2101", (("to", "2101"),)),
        ("from=20l8", (("from", "20l8"),)),
        ("from=٢٠١٨", (("from", "٢٠١٨"),)),
        ("from=2020&to=2018", (("from", "2020"), ("to", "2018"))),
        ("from=2018&from=2019", (("from", "2018"),)),
        ("q=a%00b", (("q", "a\x00b"),)),
        ("rule=S12", (("rule", "S12"),)),
        ("rule=S1&kind=full&rule=S2", (("rule", "S1"), ("rule", "S2"))),
    ],
)
def test_what_is_not_understood_is_named(address, ignored):
    selection = read(address)

    assert selection.ignored == ignored
    for name, value in ignored:
        assert (name, value) not in selection.pairs()


def test_one_year_is_a_span():
    assert (read("from=2019&to=2019").from_year, read("from=2019&to=2019").ignored) == (2019, ())


def test_places_are_known_by_kind(reference):
    selection = read("area=st-helens&area=atlantis&force=merseyside&force=st-helens")

    assert selection.area == ("st-helens",)
    assert selection.force == ("merseyside",)
    assert selection.ignored == (("area", "atlantis"), ("force", "st-helens"))


def test_a_slug_that_no_slug_can_be_asks_nothing(reference, django_assert_num_queries):
    with django_assert_num_queries(0):
        selection = read("area=%00&area=' or 1=1")

    assert len(selection.ignored) == 2
