"""Each closed list of words of the field is declared once; whatever offers one takes it from there."""

import inspect
import json
import pickle

import pytest
from django.apps import apps

from inspections import terms

LISTS = [
    term
    for _, term in inspect.getmembers(terms, inspect.isclass)
    if issubclass(term, terms.Term) and term is not terms.Term
]


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_every_term_is_its_stored_word_and_has_a_label(words):
    for term in words:
        assert term == term.value == str(term) == json.loads(json.dumps(term))
        assert term.label
        assert words(term.value) is term
        assert pickle.loads(pickle.dumps(term)) is term  # noqa: S301  (records cross to another process)


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_forms_and_migrations_get_plain_strings(words):
    assert [value for value, _ in words.choices] == words.values == [term.value for term in words]
    assert {type(part) for choice in words.choices for part in choice} == {str}


def test_every_choice_of_a_model_is_a_list_of_terms():
    known = [words.choices for words in LISTS]
    fields = [
        field
        for model in apps.get_app_config("inspections").get_models()
        if not model.__name__.startswith("Historical")
        for field in model._meta.get_fields()
        if getattr(field, "choices", None)
    ]
    assert len(fields) > 20
    assert [str(field) for field in fields if list(field.choices) not in known] == []


def test_a_word_that_is_none_of_them_is_refused():
    with pytest.raises(ValueError, match="splendid"):
        terms.GradeStatus("splendid")
