"""In which line of a definition file an entry and its field stand, for a complaint that can be acted on."""

from __future__ import annotations

from collections.abc import Sequence

import yaml


def line_of(text: str, entry: int | str, field: Sequence[int | str] = (), value: str = "") -> int:
    """The line, counted from 1, of a field of an entry, or as near to it as the file allows.

    ``entry`` is its number, from 0, or its code. A field that the entry takes over from another one (``<<``)
    stands where that one has it. ``value`` is a key or an item of the field, which may go over several lines.
    """
    entries = yaml.compose(text, Loader=yaml.SafeLoader)
    found: yaml.Node | None = None
    if isinstance(entries, yaml.SequenceNode):
        found = _entry(entries, entry)
    if found is None:
        return 1
    line = found.start_mark.line
    for part in field:
        key, inner = _child(found, part)
        if inner is None:
            break
        found, line = inner, (key or inner).start_mark.line
    exact = _named(found, value) if value else None
    return int((exact.start_mark.line if exact else line) + 1)


def _entry(entries: yaml.SequenceNode, entry: int | str) -> yaml.Node | None:
    if isinstance(entry, int):
        return entries.value[entry] if entry < len(entries.value) else None
    for node in entries.value:
        code = _child(node, "code")[1]
        if isinstance(code, yaml.ScalarNode) and code.value == entry:
            found: yaml.Node = node
            return found
    return None


def _child(node: yaml.Node, part: int | str) -> tuple[yaml.Node | None, yaml.Node | None]:
    """(key, value) of a part of a mapping, its own before what it takes over; (None, item) of a list."""
    if isinstance(node, yaml.SequenceNode):
        return None, node.value[part] if isinstance(part, int) and part < len(node.value) else None
    if not isinstance(node, yaml.MappingNode):
        return None, None
    for key, value in node.value:
        if key.value == part:
            return key, value
    for key, value in node.value:
        if key.value == "<<":
            taken = _child(value, part)
            if taken[1] is not None:
                return taken
    return None, None


def _named(node: yaml.Node, value: str) -> yaml.Node | None:
    """The key of a mapping, or the item of a list, with this text."""
    nodes = [pair[0] for pair in node.value] if isinstance(node, yaml.MappingNode) else node.value
    if not isinstance(nodes, list):
        return None
    return next((one for one in nodes if isinstance(one, yaml.ScalarNode) and one.value == value), None)
