"""A group of commands, each found in the module of its name, so that `--help` stays quick."""

from __future__ import annotations

import importlib
import keyword
from collections.abc import Sequence
from typing import Any

import click


class LazyGroup(click.Group):
    """The commands `names` of the package `package`: the `command` of the module of each name."""

    def __init__(self, *args: Any, package: str, names: Sequence[str], **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self._package, self._names = package, names

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._names:
            return None
        # No module can be called by a word of the language.
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command = importlib.import_module(f"{self._package}.{module}").command
        assert isinstance(command, click.Command)  # noqa: S101 -- our own module, not input
        return command
