"""Where a link leads: to the document, else to the report its row names, else to a list; said which."""

import pytest

from inspections.domain.addresses import Address, LeadsTo, address_of

DOCUMENT, REPORT, URN = "https://example.org/table.ods", "https://example.org/report.pdf", "80471"
LIST = "https://reports.ofsted.gov.uk/provider/44/80471"


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"document": DOCUMENT, "report": REPORT, "urn": URN}, Address(DOCUMENT, LeadsTo.DOCUMENT)),
        ({"report": REPORT, "urn": URN}, Address(REPORT, LeadsTo.REPORT)),
        ({"urn": URN}, Address(LIST, LeadsTo.LIST)),
        ({}, Address("", LeadsTo.NOWHERE)),
        ({"urn": None}, Address("", LeadsTo.NOWHERE)),
    ],
)
def test_the_nearest_address_there_is(known, expected):
    assert address_of(**known) == expected


def test_only_the_document_itself_is_called_so():
    assert Address(DOCUMENT, LeadsTo.DOCUMENT).is_document
    assert not Address(LIST, LeadsTo.LIST).is_document
    assert not Address().is_document
