"""Values for the rules: few days, so that spans often touch; any end may be unknown."""

import datetime as dt

from hypothesis import strategies as st

from inspections.domain.spans import Span

days = st.dates(dt.date(2018, 11, 20), dt.date(2019, 3, 10))
perhaps_days = st.none() | days
spans = st.builds(Span, perhaps_days, perhaps_days)
usable_spans = spans.filter(lambda span: span.is_usable)
