"""The commands as one program, each found in the module of its name."""

from __future__ import annotations

import click

from hearsay import __version__
from hearsay.cli.lazily import LazyGroup

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
    "actions",
    "copies",
    "spread",
    "compare",
    "outlets",
    "rulings",
    "page",
    "export",
    "import",
    "serve",
    "tape",
    "verify",
)

EXIT_CODES = """
Exit codes: 0 done; 1 could not be done; 2 wrong usage; 3 done, but something was refused or is damaged;
130 stopped with Ctrl-C.
"""


@click.command(
    cls=LazyGroup,
    package="hearsay.cli",
    names=COMMANDS,
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
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
