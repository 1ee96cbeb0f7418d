"""The command line as a whole: its commands, its options, and how it ends."""

from __future__ import annotations

from collections.abc import Sequence

import click

from annotator import __version__
from annotator.cli.ending import ending
from annotator.cli.lazy import LazyGroup

COMMANDS = {
    "demo": "annotator.cli.commands.demo",
    "suggest": "annotator.cli.commands.suggest",
    "import": "annotator.cli.commands.import_",
    "export": "annotator.cli.commands.export",
    "formats": "annotator.cli.commands.formats",
    "evaluate": "annotator.cli.commands.evaluate",
    "compare": "annotator.cli.commands.compare",
    "split": "annotator.cli.commands.split",
    "collect": "annotator.cli.commands.collect",
    "merge": "annotator.cli.commands.merge",
    "feedback": "annotator.cli.commands.feedback",
    "train": "annotator.cli.commands.train",
    "models": "annotator.cli.commands.models",
    "stats": "annotator.cli.commands.stats",
    "search": "annotator.cli.commands.search",
    "check": "annotator.cli.commands.check",
}
"""Every command with the module it is in. One line here adds one."""

_WINDOW = "annotator.cli.commands.window"

PROGRAM = "annotator"


@click.group(
    name=PROGRAM,
    cls=LazyGroup,
    modules=COMMANDS,
    fallback=_WINDOW,
    invoke_without_command=True,
    subcommand_metavar="[PATH]... | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--debug", is_flag=True, help="Show the traceback of an unexpected error.")
@click.version_option(__version__, prog_name=PROGRAM)
@click.pass_context
def program(context: click.Context, *, debug: bool) -> int | None:
    """Annotate Arabic news text: entities and quotes.

    Without a command, opens the window: on a project, or on text, JSONL or CoNLL files taken into
    a new one.
    """
    if context.invoked_subcommand is None:
        from annotator.cli.commands.window import open_window

        return open_window([])
    return None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 problems found, 2 could not do it.

    ``arguments`` default to those of the process.
    """
    with ending(arguments) as end:
        end.code = program.main(arguments, prog_name=PROGRAM, standalone_mode=False) or 0
    return end.code
