"""For what is looked at and not typed into."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


class ReadOnly:
    """For what definitions or a machine decide: to look at, not to type into."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
