"""A process that opens a stranger's file sets itself limits first: whatever the file does, it costs a refusal and not a machine."""

import resource
from contextlib import suppress


def confine(*, memory: int, seconds: int, files: int) -> None:
    """Give this process at most `memory` bytes, `seconds` of processor time and so many open files; it writes no file at all."""
    with suppress(ValueError, OSError):  # macOS has no limit of addresses; there the seconds hold alone
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
