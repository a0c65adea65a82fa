"""`hearsay serve`: the workbench, a case in the browser of this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from hearsay.cli.terminal import case_argument


@click.command("serve", short_help="Open a case in the browser, on this machine only.")
@case_argument
@click.option(
    "--port", type=click.IntRange(min=1, max=65535), help="Listen here.  [default: 7453, or a free one]"
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Let other machines in: needs a password."
)
@click.option("--read-only", is_flag=True, help="Nothing can be ruled or changed.")
@click.option(
    "--browser/--no-browser", default=True, help="Open the browser too.  [default: where there is one]"
)
def command(case: str, port: int | None, host: str, read_only: bool, browser: bool) -> None:
    """Open CASE in the browser: read the story, rule on it, hand it on. Ctrl-C ends it.

    The server listens on this machine alone, and the address it prints holds a secret that lets one browser
    in. With --host it listens on another address and asks for the password in HEARSAY_PASSWORD; what passes
    between the browser and this machine is then not encrypted, and whoever runs the network can read it: use
    it inside a network that you trust, or through a tunnel.

    \b
    Example:
      hearsay serve story.case
    """
    from hearsay.case import Case
    from hearsay.workbench.serving import is_local, serve

    path = Path(case)
    # Whatever is wrong with the case is said here, before anything listens.
    Case.open(path).close()

    def started(address: str) -> None:
        click.echo(f"The workbench: {address}")
        if not is_local(host):
            click.echo("Not encrypted: anybody on the network between can read what passes.", err=True)
        click.echo("Ctrl-C ends it.", err=True)
        sys.stdout.flush()
        if browser and _has_display():
            import webbrowser

            webbrowser.open(address)

    serve(
        path,
        host=host,
        port=port,
        password=os.environ.get("HEARSAY_PASSWORD"),
        read_only=read_only,
        started=started,
    )


def _has_display() -> bool:
    """Whether a browser can open a window; one that takes over the terminal instead would be in the way."""
    return sys.platform in ("darwin", "win32") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
