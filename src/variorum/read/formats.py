"""Which reader reads which files: one line a suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from variorum.read import plain
from variorum.read.content import Content, Source

__all__ = ["FORMATS"]

FORMATS: Mapping[str, Callable[[Source], Content]] = MappingProxyType(
    {
        ".md": plain.read,
        ".txt": plain.read,
    }
)
