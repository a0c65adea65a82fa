"""The document in which something that is handed on is printed, as every form tells it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hearsay.export.redaction import Censor
from hearsay.model import Document, Moment


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that is handed on with what it prints; `sha256` is that of the original that is kept."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    url: str | None
    published: Moment | None
    language: str | None
    sha256: str


def paper(document: Document, censor: Censor) -> Paper:
    """A document of the case, less what must not leave the desk."""
    return open_part(
        Paper(
            document.id,
            document.name,
            document.outlet,
            document.title,
            document.url,
            document.published,
            document.language,
            document.sha256,
        ),
        censor,
    )


def open_part(paper: Paper, censor: Censor) -> Paper:
    """The same less what must not leave the desk: the words of it, and an address that tells a name."""
    return replace(
        paper,
        name=censor.clean(paper.name),
        title=censor.clean_or_none(paper.title),
        url=None if censor.rule.hides(paper.url) else paper.url,
    )
