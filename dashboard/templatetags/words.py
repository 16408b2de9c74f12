"""Dates, names and lists in words, as pages say them. What is not known is said, never left empty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from areas.models import Area
from dashboard.pages.disagreements import field_words, value_words
from dashboard.pages.remarks import Replies
from dashboard.pages.summaries import name, result
from dashboard.series.visits import held_of
from dashboard.wording.as_far_as_read import as_far_as_read
from dashboard.wording.certainty import certainty_words
from dashboard.wording.days import day_words, fieldwork_words, month_words, span_words
from dashboard.wording.sentences import capital, listed
from dashboard.wording.sources import locator_words
from inspections.domain.addresses import Address
from inspections.models import Coverage, Inspection, InspectionSource, SourceDocument, TrailStep
from inspections.querysets import is_public as visible

register = template.Library()
register.filter("certainty_words", certainty_words)
register.filter("locator_words", locator_words)
register.filter("field_words", field_words)
register.filter("value_words", value_words)
register.filter("month_words", month_words)
register.filter("result", result)
register.filter("sentence_case", stringfilter(capital))
NOT_GIVEN = "not given"
ONE_CHILD = "one child"


@register.inclusion_tag("_table_head.html")
def table_head(*columns: str) -> dict[str, tuple[str, ...]]:
    """The head of a table of one row."""
    return {"columns": columns}


@register.inclusion_tag("_as_far_as_read.html")
def how_far_read() -> dict[str, list[str]]:
    """What every page says at its foot."""
    return {"lines": as_far_as_read(held_of(Coverage.objects.select_related("inspectorate")))}


@register.filter
def day(value: dt.date | None) -> str:
    return day_words(value) if value else NOT_GIVEN


@register.filter
def fieldwork(row: Inspection | InspectionSource) -> str:
    """When inspectors were there, of an inspection or as one source says it."""
    return fieldwork_words(row) or NOT_GIVEN


@register.filter
def publication(row: Inspection | InspectionSource) -> str:
    return span_words(row.published_from, row.published_to) or NOT_GIVEN


@register.filter
def inspection_name(inspection: Inspection) -> str:
    """ "Ofsted, St Helens: full inspection, 23 September to 4 October 2019"."""
    return f"{inspection.framework.inspectorate.short_name}, {name(inspection)}"


@register.filter
def step_date(step: TrailStep) -> str:
    return span_words(step.on_from, step.on_to) or "date not given"


@register.filter
def is_public(inspection: Inspection | None) -> bool:
    """Whether a link may lead there: what is not yet reviewed has no page."""
    return inspection is not None and visible(inspection)


@register.filter
def how_common(population: str) -> str:
    """What has to stand with every word on a single child."""
    return "One child’s case; it cannot say how common this was." if population == ONE_CHILD else ""


@register.filter
def replies_to(replies: Replies, inspection_id: int | None) -> list[TrailStep]:
    return replies.get(inspection_id, []) if inspection_id else []


@register.filter
def sentence(words: object) -> str:
    """First letter large, a full stop at the end."""
    text = str(words).strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?”" else ".")


@register.filter
def area_links(areas: Iterable[Area]) -> SafeString:
    """Links to areas or forces, as a list in words."""
    links = [
        f'<a class="govuk-link" href="{conditional_escape(area.get_absolute_url())}">'
        f"{conditional_escape(area.name)}</a>"
        for area in areas
    ]
    return mark_safe(listed(links))  # noqa: S308  (every part above is escaped)


@register.filter
def leads_to(address: Address) -> SafeString:
    """Of a source without an address of its own: where its reader can go instead, saying what is there."""
    if not address.url or address.is_document:
        return mark_safe("")
    return format_html(' (<a class="govuk-link" href="{}" rel="noopener">{}</a>)', address.url, address.to)


@register.filter
def cited(source: SourceDocument) -> str:
    """Who publishes a source, short: "Ofsted", "Ofsted statistics", "the Inquiry (IICSA)"."""
    if source.kind == SourceDocument.Kind.INQUIRY:
        return "the Inquiry (IICSA)"
    publisher = source.publisher or source.title
    return f"{publisher} statistics" if source.kind == SourceDocument.Kind.STATISTICS else publisher
