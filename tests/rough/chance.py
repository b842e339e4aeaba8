"""Input by chance, the same on every machine: texts from the pieces that people use, with any sign of Unicode in between; broken files."""

import os
from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

# How many inputs a fuzzer tries in `make check`, and in `make test`: for files, where each takes milliseconds, a sample.
# `LEBENSLAGE_FUZZ=100000 pytest tests/rough/test_fuzz.py tests/rough/test_fuzz_files.py` tries that many of each.
FEW: Final = 2_000
MANY: Final = int(os.environ.get("LEBENSLAGE_FUZZ", "100000"))
FILES: Final = int(os.environ.get("LEBENSLAGE_FUZZ", "10000"))
SIGNS: Final = [chr(code) for code in (*range(0x3000), *range(0xFB00, 0x10000), *range(0x1F300, 0x1F650), 0x202E, 0xE0001)]


def texts(seed: int, count: int, pieces: Sequence[str]) -> Iterator[str]:
    """Texts of some pieces; in every third one a sign is put in, and in every ninth one many."""
    chance = Random(seed)
    for number in range(count):
        text = "".join(chance.choices(pieces, k=chance.randint(1, 7)))
        for _ in range(chance.randint(1, 40) if number % 9 == 0 else number % 3 == 0):
            place = chance.randint(0, len(text))
            text = text[:place] + chance.choice(SIGNS) + text[place:]
        yield text


def broken(seed: int, count: int, whole: Sequence[bytes]) -> Iterator[bytes]:
    """Files that were cut, joined, or changed in some of their bytes."""
    chance = Random(seed)
    for _ in range(count):
        content = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 3)):
            _WAYS[chance.randrange(len(_WAYS))](content, chance, whole)
        yield bytes(content)


def _change(content: bytearray, chance: Random, whole: Sequence[bytes]) -> None:
    for _ in range(chance.randint(1, 12)):
        if content:
            content[chance.randrange(len(content))] = chance.randrange(256)


def _cut(content: bytearray, chance: Random, whole: Sequence[bytes]) -> None:
    del content[chance.randint(0, len(content)) :]


def _join(content: bytearray, chance: Random, whole: Sequence[bytes]) -> None:
    content += chance.choice(whole)[: chance.randint(0, 4000)]


def _double(content: bytearray, chance: Random, whole: Sequence[bytes]) -> None:
    start = chance.randint(0, len(content))
    content[start:start] = content[start : start + chance.randint(0, 400)]


def _fill(content: bytearray, chance: Random, whole: Sequence[bytes]) -> None:
    start = chance.randint(0, len(content))
    length = len(content[start : start + 64])
    content[start : start + length] = chance.choice((b"\0", b"\xff", b"9")) * length


_WAYS: Final = (_change, _cut, _join, _double, _fill)
