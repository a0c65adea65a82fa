"""What all commands share at the terminal: options, refusals, progress on standard error only."""

from __future__ import annotations

import os
import sys
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

# Nothing of the stages is imported while the program starts: the model alone takes 20 ms.
if TYPE_CHECKING:
    from rich.progress import TaskID

    from hearsay.case import Progress
    from hearsay.model import Refusal

# A day as the user writes it: 2031-03-09.
DAY = click.DateTime(formats=["%Y-%m-%d"])


def days(value: str) -> tuple[date, date]:
    """The first and the last of some days as the user writes them: 2031, 2031-03-09, 2030..2031-03."""
    first, _, last = value.partition("..")
    try:
        found = _span_of(first)[0], _span_of(last or first)[1]
    except ValueError:
        found = (date.max, date.min)
    if found[0] > found[1]:
        raise click.BadParameter(f"{value!r} is no year, month or day, nor two of them with .. between.")
    return found


def _span_of(text: str) -> tuple[date, date]:
    """The first and the last day of a year, month or day in ISO form."""
    year, *rest = (int(part) for part in text.split("-"))
    month = rest[0] if rest else 1
    first = date(year, month, rest[1] if len(rest) > 1 else 1)
    if len(rest) > 1:
        return first, first
    last_month = month if rest else 12
    return first, date(year, last_month, monthrange(year, last_month)[1])


Command = TypeVar("Command", bound=Callable[..., Any])
Element = TypeVar("Element")

# The exit code of a command that did its work except for what was refused or is damaged.
PARTLY = 3

# Below this many files, starting other processes takes longer than they save.
FEW_FILES = 40

# More refusals than this are counted, not listed: the case keeps them all.
LISTED_REFUSALS = 20


def case_argument(command: Command) -> Command:
    """The CASE argument: the path of a case file."""
    return click.argument("case", type=click.Path(dir_okay=False), metavar="CASE")(command)


def source_options(command: Command) -> Command:
    """SOURCE... and what governs reading them."""
    for decorate in (
        click.option("--quiet", "-q", is_flag=True, help="No progress; errors and refusals only."),
        click.option("--allow-private", is_flag=True, help="Let named URLs lead to private addresses."),
        click.option(
            "--max-megabytes",
            type=click.IntRange(min=1),
            default=32,
            show_default=True,
            help="Refuse a page, record or text that is larger.",
        ),
        click.option(
            "--workers",
            type=click.IntRange(min=1, max=64),
            default=None,
            help="Processes that read and extract.  [default: all cores, 1 for a handful of sources]",
        ),
        click.option(
            "--tagger",
            type=click.Choice(["accurate", "fast"]),
            default=None,
            help="What finds attributions; fast is for archives and first looks.  [default: accurate]",
        ),
        click.option(
            "--offices",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            default=None,
            help="A table of who held which office, which goes before Hearsay's own.",
        ),
        click.argument("sources", nargs=-1, required=True, metavar="SOURCE..."),
    ):
        command = decorate(command)
    return command


def workers_for(sources: Sequence[str], asked: int | None) -> int:
    """How many processes to use: as asked, else one for a handful of files and all cores otherwise."""
    if asked is not None:
        return asked
    size, files = 0, len(sources)
    for source in sources:
        # What cannot be looked at here is refused where it is read; it must not stop the others.
        with suppress(OSError, ValueError):
            path = Path(source)
            if path.is_dir():
                files += sum(1 for _ in islice(path.rglob("*"), FEW_FILES))
            elif path.is_file():
                size += path.stat().st_size
    return 1 if size < 2**21 and files < FEW_FILES else os.cpu_count() or 1


def progress(elements: Iterable[Element], *, label: str, quiet: bool) -> Iterator[Element]:
    """Pass `elements` through, counting them on standard error where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield from elements
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:,}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label)
        for element in elements:
            yield element
            bar.advance(task)


@contextmanager
def add_progress(*, quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A callback that shows on standard error how far an `add` is; `None` where nobody looks."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def show(progress: Progress) -> None:
            if progress.stage not in tasks:
                tasks[progress.stage] = bars.add_task(progress.stage.capitalize(), total=None)
            bars.update(tasks[progress.stage], completed=progress.done, total=progress.total)

        yield show


def report_refusals(refusals: Iterable[Refusal], *, whole_list: str = "") -> None:
    """List refusals on standard error; `whole_list` says where to find those that are too many to list."""
    listed = list(refusals)
    for refusal in listed[:LISTED_REFUSALS]:
        click.echo(refusal_text(refusal, "refused  "), err=True)
    if len(listed) > LISTED_REFUSALS:
        click.echo(f"refused  {len(listed) - LISTED_REFUSALS:,} more{whole_list}", err=True)


def refusal_text(refusal: Refusal, margin: str = "") -> str:
    """A refusal in two lines: where, then what and what to do."""
    from hearsay.export.visible import one_line, visible

    explained = one_line(f"{refusal.what}. {refusal.remedy.rstrip('.')}.")
    return f"{margin}{visible(refusal.location)}\n{' ' * (len(margin) or 4)}{explained}"
