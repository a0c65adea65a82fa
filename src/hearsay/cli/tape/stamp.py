"""`hearsay tape stamp`: have the custody log time-stamped by an authority (RFC 3161)."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay.cli.tape.options import by_option
from hearsay.cli.terminal import case_argument


@click.command("stamp", short_help="Have the custody log time-stamped by an authority (RFC 3161).")
@case_argument
@click.option("--request", type=click.Path(dir_okay=False), help="Write the request for a stamp here.")
@click.option(
    "--reply", type=click.Path(exists=True, dir_okay=False), help="The authority's reply, to check and keep."
)
@click.option("--send", metavar="URL", help="Send the request to this authority now. Nothing else is sent.")
@click.option(
    "--roots",
    type=click.Path(exists=True, dir_okay=False),
    help="Certificates (PEM) of the authority: its root and what lies between.",
)
@click.option("--allow-private", is_flag=True, help="Let the URL lead to a private address.")
@by_option
def command(
    case: str,
    request: str | None,
    reply: str | None,
    send: str | None,
    roots: str | None,
    allow_private: bool,
    by: str,
) -> None:
    """Have the head of the custody log of CASE time-stamped.

    Write the request, send it to an authority in any way, then give its reply: it is checked on this machine
    and kept.  The request holds a hash of the log's head and nothing else.  Only --send uses the network.

    \b
    Example:
      hearsay tape stamp story.case --request story.tsq
      hearsay tape stamp story.case --reply story.tsr --roots authority.pem
    """
    from hearsay.case import Case
    from hearsay.case.recordings import head, keep_reply
    from hearsay.tape import stamp

    if (request is None) + (reply is None) + (send is None) != 2:
        raise click.UsageError("Give one of --request, --reply and --send.")
    if request is not None:
        with Case.open(case) as ledger:
            Path(request).write_bytes(stamp.request(head(ledger)))
        click.echo(f"Wrote {request}. Send it as application/timestamp-query; nothing was sent.")
        return
    if roots is None:
        raise click.UsageError("--roots says by which certificates the reply is checked.")
    with Case.open(case, write=True) as ledger:
        if send is not None:
            from hearsay.tape.authority import ask

            answer = ask(send, stamp.request(head(ledger)), allow_private=allow_private)
        else:
            answer = Path(reply or "").read_bytes()
        checked = keep_reply(ledger, answer, Path(roots).read_text("utf-8", "replace"), by=by)
    click.echo(
        f"Stamped {checked.at:%Y-%m-%d %H:%M:%S} UTC by {checked.authority}: the log was as it is by then."
    )
