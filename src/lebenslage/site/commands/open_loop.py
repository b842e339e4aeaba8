"""Requests at a fixed rate, whether or not the former ones were answered: a slow answer does not slow down the asking.

Time counts from the moment at which a request was due, so a queue in front of a slow server is seen and not omitted.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

END: Final = b"\r\n\r\n"
LATE_START: Final = 0.2
PATIENCE: Final = 30


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, ready to be sent, and the status that is right for it."""

    kind: str
    wire: bytes
    status: int


@dataclass(frozen=True, slots=True)
class Heard:
    """How a request went. Status 0: no answer."""

    kind: str
    milliseconds: float
    status: int
    good: bool


def run(asks: Sequence[Ask], *, port: int, rate: float) -> Sequence[Heard]:
    """Send all at this rate (requests a second) and wait for the last answer."""
    return asyncio.run(_Loop(port).all(asks, rate))


class _Loop:
    def __init__(self, port: int) -> None:
        self.port = port

    async def all(self, asks: Sequence[Ask], rate: float) -> Sequence[Heard]:
        begin = time.perf_counter() + LATE_START
        sent = []
        for number, ask in enumerate(asks):
            due = begin + number / rate
            await asyncio.sleep(max(0, due - time.perf_counter()))
            sent.append(asyncio.create_task(self._one(ask, due)))
        return await asyncio.gather(*sent)

    async def _one(self, ask: Ask, due: float) -> Heard:
        try:
            status = await asyncio.wait_for(self._answered(ask.wire), PATIENCE)
        except (OSError, EOFError, TimeoutError):
            status = 0
        return Heard(ask.kind, 1000 * (time.perf_counter() - due), status, status == ask.status)

    async def _answered(self, wire: bytes) -> int:
        """Everybody comes anew: connections kept open would bind the load to the server process that happened to take them."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(wire)
            head = (await reader.readuntil(END)).lower()
            await _body(head, reader)
        finally:
            writer.close()
        return int(head[9:12])


async def _body(head: bytes, reader: asyncio.StreamReader) -> None:
    """Read the rest of an answer: of a known length, or in pieces."""
    if b"content-length: " in head:
        await reader.readexactly(int(head.split(b"content-length: ")[1].split(b"\r\n")[0]))
        return
    while size := int(await reader.readline(), 16):
        await reader.readexactly(size + 2)
    await reader.readline()
