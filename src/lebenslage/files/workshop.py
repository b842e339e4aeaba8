"""Whatever opens a stranger's file is done by a child process: limited in memory and time, without keys, ended with its work.

A picture that would fill the memory, or a PDF that never ends, costs a refusal and not a worker.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lebenslage.files import problems
from lebenslage.files.inspection import LONGEST_NAME, MEGABYTE, MOST_MEGABYTES
from lebenslage.files.problems import BrokenFile, EmptyFile, FileTooBig, ManyAtWork

PATIENCE: Final = 30
# A path leads the child to its libraries; nothing else of our environment is its business, least of all a key.
ENVIRONMENT: Final = {"MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "1"}
# No more children than the machine has room for, whoever sends files: a gigabyte each at most.
BENCHES: Final = 2
_benches = threading.BoundedSemaphore(BENCHES)
COMMAND: Final = (sys.executable, "-I", "-m", "lebenslage.files.bench")


@dataclass(frozen=True, slots=True)
class Taken:
    """What was brought, as a clean PDF; `photo` where it was a photo."""

    pdf: bytes
    pages: int
    photo: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pages as JPEG pictures; for each page of the document why it may be hard to read."""

    pictures: Sequence[bytes]
    hints: Sequence[Sequence[str]]


def take(content: bytes, name: str) -> Taken:
    """Look at what was brought and make a clean PDF of it. Raises what `inspect` raises."""
    name = name[:LONGEST_NAME]
    if not content:
        raise EmptyFile(name=name)
    if len(content) > MOST_MEGABYTES * MEGABYTE:
        raise FileTooBig(name=name, limit=MOST_MEGABYTES)
    told, made = _asked("take", [content], name=name)
    return Taken(made[0], told["pages"], told["photo"])


def join(several: Sequence[bytes]) -> bytes:
    """One document after the other as one. Raises BrokenFile."""
    return several[0] if len(several) == 1 else _asked("join", several)[1][0]


def rearrange(pdf: bytes, order: Sequence[tuple[int, int]]) -> bytes:
    """The pages with these numbers, in this order, each turned by so many quarters to the right. Raises BrokenFile."""
    return _asked("rearrange", [pdf], order=list(order))[1][0]


def mark(pdf: bytes, words: str) -> bytes:
    """Words across every page. Raises BrokenFile."""
    return _asked("mark", [pdf], words=words)[1][0]


def draw(pdf: bytes, *, width: int, most: int, first: int = 0) -> Drawn:
    """Pages as pictures, from the page with this number on. Raises BrokenFile."""
    told, made = _asked("draw", [pdf], first=first, most=most, width=width)
    return Drawn(made, told["hints"])


def _asked(work: str, files: Sequence[bytes], **how: Any) -> tuple[Mapping[str, Any], Sequence[bytes]]:
    head = json.dumps({"work": work, "how": how, "sizes": [len(one) for one in files]})
    answer = _at_a_bench(b"".join([head.encode(), b"\n", *files]), how.get("name", ""))
    line, _, rest = answer.partition(b"\n")
    told = json.loads(line)
    if "problem" in told:
        raise getattr(problems, told["problem"])(**told["details"])
    return told, _cut(rest, told["sizes"])


def _at_a_bench(asked: bytes, name: str) -> bytes:
    """What a child answers. Raises ManyAtWork, BrokenFile."""
    if not _benches.acquire(timeout=PATIENCE):
        raise ManyAtWork
    try:
        done = subprocess.run(  # noqa: S603 - our own program, with nothing of the file in its arguments
            COMMAND, input=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT, timeout=PATIENCE, check=True
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise BrokenFile(name=name) from error
    finally:
        _benches.release()
    return done.stdout


def _cut(content: bytes, sizes: Sequence[int]) -> Sequence[bytes]:
    ends = [sum(sizes[: number + 1]) for number in range(len(sizes))]
    return [content[end - size : end] for end, size in zip(ends, sizes, strict=True)]
