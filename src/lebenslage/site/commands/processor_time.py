"""How much processor time a process and everything below it have used, from Linux' `/proc`: time on a busy machine says less."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PARENT, USED = 1, slice(11, 13)
MILLISECONDS_A_TICK: Final = 1000 / os.sysconf("SC_CLK_TCK")


def used(root: int) -> float:
    """Milliseconds of a process and of all that it has started and that still live."""
    fields = {int(folder.name): found for folder in Path("/proc").glob("[0-9]*") if (found := _fields(folder))}
    return sum(sum(map(int, fields[pid][USED])) for pid in _below(root, fields) if pid in fields) * MILLISECONDS_A_TICK


def busy() -> float:
    """Milliseconds that all processors together have worked since the machine started, for whomever."""
    user, nice, system, _idle, _waiting, *interrupts = map(int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9])
    return (user + nice + system + sum(interrupts)) * MILLISECONDS_A_TICK


def _fields(folder: Path) -> list[str]:
    """What stands after the name, which may hold spaces; nothing where the process has just ended."""
    try:
        return (folder / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _below(root: int, fields: dict[int, list[str]]) -> Iterator[int]:
    yield root
    for pid in [pid for pid, found in fields.items() if int(found[PARENT]) == root]:
        yield from _below(pid, fields)
