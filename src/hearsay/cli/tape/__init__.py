"""`hearsay tape`: recordings, one module a command, each loaded only when it runs or is listed."""

from __future__ import annotations

import importlib

import click

COMMANDS = (
    "add",
    "list",
    "transcript",
    "transcribe",
    "align",
    "compare",
    "clip",
    "plot",
    "log",
    "note",
    "head",
    "stamp",
    "verify",
    "export",
)


class _Commands(click.Group):
    """Finds a command in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"hearsay.cli.tape.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 -- our own module, not input
        return command


@click.command("tape", cls=_Commands, short_help="Keep recordings, and lay the printed words on them.")
def command() -> None:
    """Keep recordings in a case, with a log of their custody, and lay what was printed on what was said.

    \b
    Example:
      hearsay tape add story.case dinner.m4a --from "a guest"
      hearsay tape transcript story.case dinner.srt
      hearsay tape verify story.case
    """
