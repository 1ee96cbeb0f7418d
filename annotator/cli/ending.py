"""How a command ends: an exit code, and at most two lines about what went wrong."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import click

from annotator.core.errors import UserError
from annotator.core.progress import Cancelled

DONE, PROBLEMS, FAILED = 0, 1, 2
"""Exit codes (CONTRACTS: commands)."""


@dataclass(slots=True)
class Ending:
    """The exit code."""

    code: int = DONE


@contextmanager
def ending(arguments: Sequence[str] | None) -> Iterator[Ending]:
    """Turn every way in which the block can end into an exit code and its lines on stderr."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    end = Ending()
    _make_streams_lenient()
    try:
        yield end
        sys.stdout.flush()
    except UserError as error:
        end.code = _fail(str(error))
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "annotator"
        end.code = _fail(f"{error.format_message()}\nSee {command} --help.")
    except click.ClickException as error:
        end.code = _fail(error.format_message())
    except (KeyboardInterrupt, click.Abort, Cancelled):
        end.code = _fail("Stopped; nothing was changed.")
    except BrokenPipeError:
        end.code = FAILED
        _drop_output()
    except Exception:  # noqa: BLE001 - a bug: said in one line here, kept whole in the log
        end.code = _fail_by_bug(debug="--debug" in words)


def _fail(text: str) -> int:
    click.echo(f"Error: {text}", err=True)
    return FAILED


def _fail_by_bug(*, debug: bool) -> int:
    details = traceback.format_exc()
    if debug:
        click.echo(details, err=True)
    log = _logged(details)
    where = f"The details are in {log}" if log else "annotator --debug … shows the details"
    return _fail(f"This is a fault of the program; your files are as they were.\n{where}.")


def _logged(details: str) -> Path | None:
    from platformdirs import user_log_path

    try:
        path = user_log_path("annotator", appauthor=False, ensure_exists=True) / "commands.log"
        with path.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"{details}\n")
    except OSError:
        return None
    return path


def _make_streams_lenient() -> None:
    """Never fail on a character that the terminal cannot show; it is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Send what Python still flushes at its end to nowhere: who read it has gone."""
    with suppress(OSError, io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
