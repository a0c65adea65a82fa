"""Rows in one of three forms: text to read, JSON lines, CSV."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import click

from hearsay.cli.terminal import Command

Row = TypeVar("Row")


def format_options(command: Command) -> Command:
    """`--jsonl` and `--csv`; text without."""
    for decorate in (
        click.option("--csv", "form", flag_value="csv", help="Comma-separated values with a header."),
        click.option("--jsonl", "form", flag_value="jsonl", help="One JSON object a line."),
        click.option("--text", "form", flag_value="text", default=True, help="Text to read.  [default]"),
    ):
        command = decorate(command)
    return command


def write_rows(
    rows: Iterable[Row],
    form: str,
    *,
    columns: Sequence[str],
    tables: Callable[[Row], Sequence[Sequence[str]]],
    row: Callable[[Row], dict[str, Any]],
    text: Callable[[Row], Sequence[str]],
) -> None:
    """Write the rows to standard output as they come; of text, those after the first behind an empty line.

    `tables` gives the lines of a row in CSV, each as its fields.
    """
    if form == "jsonl":
        from hearsay.export.jsonl import line

        for each in rows:
            sys.stdout.buffer.write(line(row(each)))
    elif form == "csv":
        from hearsay.export.cells import csv_line

        sys.stdout.write(csv_line(columns))
        for each in rows:
            sys.stdout.writelines(map(csv_line, tables(each)))
    else:
        for number, each in enumerate(rows):
            click.echo("\n".join([""] * bool(number) + list(text(each))))
