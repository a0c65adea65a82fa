"""A chart or graph of a page as a file of its own, to stand in an article or a memo."""

from __future__ import annotations

from markupsafe import Markup
from starlette.responses import Response


def as_file(svg: Markup, style: str, name: str) -> Response:
    """The drawing with the style that a page gives it in its light colours, to be saved under this name."""
    whole = str(svg).replace(">", f"><style>{style}</style>", 1)
    return Response(
        whole.encode("utf-8", "backslashreplace"),
        media_type="image/svg+xml",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
