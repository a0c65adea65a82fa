"""Half-open Unicode code-point offsets into `Document.text`."""

from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
