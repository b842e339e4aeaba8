"""What tests of the atlas share: a terminal on which bars can be seen."""

import io
import sys
from collections.abc import Callable

import pytest

from lebenslage.site.commands import program

type OnTerminal = Callable[..., tuple[str, str]]


class Terminal(io.StringIO):
    """Somebody looks."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> OnTerminal:
    """Run `lebenslage` with some arguments at a terminal; gives what it wrote on the output and on the error stream."""

    def runner(*arguments: object) -> tuple[str, str]:
        out, err = Terminal(), Terminal()
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            program.main([str(argument) for argument in arguments], standalone_mode=False)
        return out.getvalue(), err.getvalue()

    return runner


@pytest.fixture
def shows_bars(on_terminal: OnTerminal) -> Callable[..., str]:
    """Run a command at a terminal, as it is and with --json: bars stand on the error stream alone, and with --json there are none."""

    def runner(*arguments: object) -> str:
        said, bars = on_terminal(*arguments)
        quiet, nothing = on_terminal(*arguments, "--json")
        assert "[##" in bars
        assert "[##" not in said + quiet
        assert nothing == ""
        return bars

    return runner
