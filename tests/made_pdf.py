"""An empty PDF for made-up words, without the time of writing: the same words are the same bytes."""

import datetime as dt

from fpdf import FPDF


def new_pdf() -> FPDF:
    pdf = FPDF()
    pdf.set_creation_date(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    return pdf
