"""What the commands on recordings share."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def by_option(command: Command) -> Command:
    """--by: who does it, for the custody log."""
    return click.option(
        "--by", metavar="NAME", default=_user, show_default="login name", help="Who does this, for the log."
    )(command)


def recording_option(command: Command) -> Command:
    """--recording: which one, where the case has several."""
    return click.option(
        "--recording", metavar="ID", help="Its id or file name.  [default: the only one of the case]"
    )(command)


def stretch(start: str, stop: str) -> tuple[float, float]:
    """FROM and TO in seconds; raises `UsageError` for what is no time."""
    from hearsay.tape.transcripts.times import seconds

    begin, end = seconds(start), seconds(stop)
    if begin is None or end is None:
        raise click.UsageError("FROM and TO are seconds (86.9) or minutes:seconds (1:26.9).")
    return begin, end


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user id without a name, as in containers
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unnamed user"
