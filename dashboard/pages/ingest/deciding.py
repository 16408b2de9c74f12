"""How a page takes a decision: carried out, or the reason why not on its form or on the page."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest

from inspections.review.decisions import AlreadyDecided, NotPossible


def carried_out(request: HttpRequest, act: Callable[[User], object], form: forms.Form | None = None) -> bool:
    """``form``: where to say what cannot be done; without one it stands above the page."""
    if not isinstance(request.user, User):
        return False
    try:
        act(request.user)
    except AlreadyDecided as error:
        messages.error(request, f"Somebody else decided about this first: it is {error.state} already.")
    except NotPossible as error:
        if form is None:
            messages.error(request, str(error))
        elif not form.errors:  # else the form says it beside its fields
            form.add_error(None, str(error))
    else:
        return True
    return False


def decided(
    request: HttpRequest, form: forms.Form | None, act: Callable[[User], object], *, about: str
) -> bool:
    """Whether what was posted decides. ``form`` is None where it names no decision that can be taken."""
    if form is None:
        messages.error(request, f"That is no decision that can be taken about this {about}.")
        return False
    return form.is_valid() and carried_out(request, act, form)
