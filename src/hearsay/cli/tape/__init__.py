"""`hearsay tape`: recordings, one module a command, each loaded only when it runs or is listed."""

from __future__ import annotations

import click

from hearsay.cli.lazily import LazyGroup

COMMANDS = (
    "add",
    "list",
    "transcript",
    "transcribe",
    "align",
    "compare",
    "voices",
    "wording",
    "clip",
    "plot",
    "listen",
    "log",
    "note",
    "head",
    "stamp",
    "verify",
    "export",
)


@click.command(
    "tape",
    cls=LazyGroup,
    package="hearsay.cli.tape",
    names=COMMANDS,
    short_help="Keep recordings, and lay the printed words on them.",
)
def command() -> None:
    """Keep recordings in a case, with a log of their custody, and lay what was printed on what was said.

    \b
    Example:
      hearsay tape add story.case dinner.m4a --from "a guest"
      hearsay tape transcript story.case dinner.srt
      hearsay tape verify story.case
    """
