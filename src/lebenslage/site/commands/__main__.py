"""`python -m lebenslage.site.commands` is the command `lebenslage`."""

from lebenslage.site.commands.program import main

main()
