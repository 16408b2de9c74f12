"""For what is looked at and not typed into."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class ReadOnly:
    """For what definitions or a machine decide."""

    def _never(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    has_add_permission = has_change_permission = has_delete_permission = _never


class ReadOnlyAdmin(ReadOnly, admin.ModelAdmin):
    pass
