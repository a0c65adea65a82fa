"""The commands as one program, each found in the module of its name."""

from __future__ import annotations

import importlib

import click

from hearsay import __version__

COMMANDS = (
    "add",
    "extract",
    "statements",
    "show",
    "search",
    "actors",
    "answers",
    "exchanges",
    "findings",
    "copies",
    "spread",
    "compare",
    "outlets",
    "page",
    "serve",
    "tape",
    "verify",
)

EXIT_CODES = """
Exit codes: 0 done; 1 could not be done; 2 wrong usage; 3 done, but something was refused or is damaged;
130 stopped with Ctrl-C.
"""


class _Commands(click.Group):
    """Finds a command in the module of its name, so that `--help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"hearsay.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 -- our own module, not input
        return command


@click.command(cls=_Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hearsay")
def group() -> None:
    """Turn the coverage of a disputed story into a ledger of statements.

    Everything happens on this machine. Nothing is fetched unless you name its URL.

    \b
    Example:
      hearsay add story.case saved-pages/ wire.jsonl
      hearsay show story.case
      hearsay search story.case "bomb the capital"
    """
