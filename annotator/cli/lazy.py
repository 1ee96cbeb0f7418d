"""A group of commands of which only the one that runs is imported."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Commands by name, each an attribute ``command`` of a module; other words are paths.

    The first word that names no command, and all after it, go to ``fallback``.
    """

    def __init__(self, *, modules: Mapping[str, str], fallback: str, **settings: Any) -> None:
        super().__init__(**settings)
        self._modules = modules
        self._fallback = fallback

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        module = self._modules.get(cmd_name)
        return _command(module) if module else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first word names, else take the words as paths."""
        if args[0] in self._modules:
            return super().resolve_command(ctx, args)
        command = _command(self._fallback)
        return command.name, command, args


def _command(module: str) -> click.Command:
    command = import_module(module).command
    assert isinstance(command, click.Command)
    return command
