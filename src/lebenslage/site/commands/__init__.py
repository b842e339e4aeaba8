"""The command line `lebenslage`. Each command lives in a module of its own, which is imported only when that command runs."""

from lebenslage.site.commands.program import main, program

__all__ = ["main", "program"]
