"""The reference of the command line in ``docs/commands.md``, as click knows it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click
from markdown_tables import escaped, table_lines

from annotator.cli.program import PROGRAM, program

_HEADS = ("option", "does")


def reference() -> str:
    """Return a section for the program itself and for every command, those of groups too."""
    return "\n".join(_sections(program, click.Context(program, info_name=PROGRAM)))


def _sections(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"### `{context.command_path}`"
    yield ""
    yield f"    {command.get_usage(context).removeprefix('Usage: ')}"
    yield ""
    yield from (_paragraphs(command), "")
    options = [record for param in command.params if (record := param.get_help_record(context))]
    rows = [(f"`{names}`".replace("|", r"\|"), escaped(told)) for names, told in options if told]
    if rows:
        yield from (*table_lines(_HEADS, rows), "")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from _sections(found, click.Context(found, info_name=name, parent=context))


def _paragraphs(command: click.Command) -> str:
    told = inspect.cleandoc(command.help or "").partition("\f")[0]
    paragraphs = told.split("\n\n")
    return "\n\n".join(
        _as_code(one) if one.startswith("\b") else " ".join(one.split()) for one in paragraphs
    )


def _as_code(paragraph: str) -> str:
    """Return what click leaves as it stands, such as a list of examples."""
    return "\n".join(f"    {line}" for line in paragraph.removeprefix("\b").strip("\n").split("\n"))
