"""The fields that forms of the ingest pages are made of."""

from __future__ import annotations

from typing import Any

from django import forms


def line(label: str, *, longest: int, width: str = "", **more: Any) -> forms.CharField:
    css = f"govuk-input{f' govuk-input--width-{width}' if width else ''}"
    widget = forms.TextInput(attrs={"class": css, "autocomplete": "off"} | more.pop("attrs", {}))
    return forms.CharField(label=label, max_length=longest, widget=widget, **more)


def choice(label: str, choices: Any, **more: Any) -> forms.ChoiceField:
    widget = forms.Select(attrs={"class": "govuk-select"})
    return forms.ChoiceField(label=label, choices=choices, widget=widget, **more)


def number(label: str, *, least: int = 0, **more: Any) -> forms.IntegerField:
    attrs = {"class": "govuk-input govuk-input--width-4", "inputmode": "numeric", "autocomplete": "off"}
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=999_999_999,
        required=False,
        widget=forms.TextInput(attrs=attrs),
        error_messages={"invalid": "A whole number is expected; leave it empty if not given."},
        **more,
    )


def percentage(label: str) -> forms.FloatField:
    attrs = {"class": "govuk-input govuk-input--width-4", "inputmode": "decimal"}
    return forms.FloatField(label=label, required=False, widget=forms.TextInput(attrs=attrs))


def tick(label: str) -> forms.BooleanField:
    widget = forms.CheckboxInput(attrs={"class": "govuk-checkboxes__input"})
    return forms.BooleanField(label=label, required=False, widget=widget)


def day(label: str) -> forms.DateField:
    attrs = {"class": "govuk-input govuk-input--width-10", "type": "date"}
    return forms.DateField(label=label, widget=forms.DateInput(attrs=attrs))
