"""`lebenslage completion`: the script by which a shell completes our commands."""

import click
from click.shell_completion import get_completion_class

from lebenslage.site.commands.examples_in_help import WithExamples
from lebenslage.site.commands.program import program

SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    cls=WithExamples,
    examples=(
        "lebenslage completion bash > ~/.local/share/bash-completion/completions/lebenslage",
        "lebenslage completion zsh > ~/.zfunc/_lebenslage",
        "lebenslage completion fish > ~/.config/fish/completions/lebenslage.fish",
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print the completion script for SHELL."""
    known = get_completion_class(shell)
    assert known is not None, "click knows the shells of SHELLS"
    click.echo(known(program, {}, "lebenslage", "_LEBENSLAGE_COMPLETE").source())
