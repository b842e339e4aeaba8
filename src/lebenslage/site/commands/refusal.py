"""Bad input: one plain sentence on the error stream, and exit code 2."""

from typing import IO, Any, Final

import click

BAD_INPUT: Final = 2


class Refusal(click.ClickException):
    """Ends the command with one line and nothing else."""

    exit_code = BAD_INPUT

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(" ".join(self.message.splitlines()).strip(), file=file, err=file is None)
