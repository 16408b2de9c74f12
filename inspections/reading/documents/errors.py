"""The one exception for a file that cannot be read as what it claims to be."""

from __future__ import annotations


class UnreadableSource(Exception):
    """The file cannot be read as what it claims to be.

    ``where``, ``field`` and ``value`` say what was looked at; the message is for a person.
    """

    def __init__(self, message: str, *, where: str = "file", field: str = "content", value: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.field = field
        self.value = value
