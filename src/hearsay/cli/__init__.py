"""The command line: one file a command, each loaded only when it runs or is listed."""

from __future__ import annotations

import os
import sys

# What a shell reports of a program that was stopped with Ctrl-C.
INTERRUPTED = 130


def main() -> None:
    """Run the command line; the only place where an error becomes a sentence and an exit code."""
    try:
        code = _run()
    except KeyboardInterrupt:
        code = INTERRUPTED
        _say("stopped. What was saved is unharmed; run the same command again to go on")
    sys.exit(code)


def _run() -> int:
    # Loaded here, so that Ctrl-C during the loading ends as it does later.
    import click

    from hearsay.cli.commands import group
    from hearsay.errors import HearsayError

    _open_outputs()
    try:
        code = group.main(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except HearsayError as error:
        _say(str(error))
        return 1
    except BrokenPipeError:
        _abandon_output()  # whoever read it has had enough
        return 1
    except MemoryError:
        _say("the memory is full. Close other programs, or give it fewer or smaller sources at a time")
        return 1
    except OSError as error:
        _abandon_output()
        where = error.filename or "the output"
        _say(f"{where}: cannot be read or written ({error.strerror or error}). Check rights and disk")
        return 1
    except Exception as error:
        # The last border: a user can act on a sentence, and whoever mends the fault asks for the stack.
        if "HEARSAY_TRACEBACK" in os.environ:
            raise
        _say(
            f"a fault of Hearsay itself ({type(error).__name__}: {error}). What was saved is unharmed; "
            "please report it with what HEARSAY_TRACEBACK=1 in front of the same command prints"
        )
        return 1
    return code if isinstance(code, int) else 0


def _open_outputs() -> None:
    """Standard output and error that take every name and quotation, also where they were closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - open until the end
            setattr(sys, name, stream)
        # A pipe or a file may have been opened with a narrow encoding; names and quotations are not narrow.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _abandon_output() -> None:
    """Let Python not try once more at its end to write what could not be written."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _say(sentence: str) -> None:
    from hearsay.export.visible import visible

    print(f"hearsay: {visible(sentence)}", file=sys.stderr)
