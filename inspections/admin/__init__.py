"""The admin of everything inspections are made of.

Rows a machine read are shown and not typed over here: a re-reading would replace them. What a person puts
right is a Decision, which survives re-reading and keeps its history.
"""

from inspections.admin import definitions, documents, facts, inspections

__all__ = ["definitions", "documents", "facts", "inspections"]
