"""Where a reader finds what a fact rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

_LIST = "https://reports.ofsted.gov.uk/provider/44/{urn}"


class LeadsTo(StrEnum):
    DOCUMENT = "the document itself"
    REPORT = "the report"
    LIST = "list of the council’s reports"
    NOWHERE = ""


class Address(NamedTuple):
    """``url`` is empty where nobody gives one."""

    url: str = ""
    to: LeadsTo = LeadsTo.NOWHERE

    @property
    def is_document(self) -> bool:
        return self.to == LeadsTo.DOCUMENT


def address_of(*, document: str = "", report: str = "", urn: str | None = None) -> Address:
    """``document``: of the source; ``report``: as the source gives it of this inspection; ``urn``: Ofsted's
    number of the one council an inspection of Ofsted's was about."""
    if document:
        return Address(document, LeadsTo.DOCUMENT)
    if report:
        return Address(report, LeadsTo.REPORT)
    return Address(_LIST.format(urn=urn), LeadsTo.LIST) if urn else Address()
