"""Three words for every page: said on the telephone, they tell the hotline which page somebody sees. They say nothing about the person.

The words stand in `page_codes.yaml` and stay over releases; `tools/page_codes.py` adds those of new pages. Two codes differ in two words at
least, so one word that was misheard never leads to another page.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final

import yaml
from django.http import HttpRequest

FILE: Final = Path(__file__).with_name("page_codes.yaml")
WORDS_OF_A_CODE: Final = 3
DIFFERENT: Final = 2
HEARD_ALIKE: Final = 0.6


@cache
def stored() -> Mapping[str, str]:
    """The code of each page: `portal:start`, or with its question `portal:question/miete`."""
    return dict(yaml.safe_load(FILE.read_text(encoding="utf8"))["codes"])


@cache
def words() -> Sequence[str]:
    """The words that codes are made of."""
    return tuple(yaml.safe_load(FILE.read_text(encoding="utf8"))["words"])


@cache
def _pages() -> Mapping[str, str]:
    return {code: page for page, code in stored().items()}


def page_of(request: HttpRequest) -> str:
    """The page that a request asks for, with its question, without whose row or which case it is. Empty where it has no code."""
    match = request.resolver_match
    if match is None:
        return ""
    rest = [value for name, value in match.kwargs.items() if name != "language" and isinstance(value, str)]
    about = rest[0].rsplit("-", 1)[-1] if rest else ""
    return next((page for page in (f"{match.view_name}/{about}", match.view_name) if page in stored()), "")


def page_with(said: str) -> str:
    """The page whose code somebody said or typed, one word wrong at most; empty where there is none."""
    heard = re.findall(r"[a-zäöüß]+", said.lower())
    known = [next(iter(difflib.get_close_matches(word, words(), n=1, cutoff=HEARD_ALIKE)), "") for word in heard]
    if len(known) != WORDS_OF_A_CODE:
        return ""
    return _pages().get("-".join(known)) or next((page for code, page in _pages().items() if not _differ(code.split("-"), known)), "")


def new_code(page: str, taken: Sequence[str]) -> str:
    """A code for a new page, the same on every machine. Every other code differs from it in two words at least."""
    others = [code.split("-") for code in taken]
    for attempt in count():
        digest = sha256(f"{page} {attempt}".encode()).digest()
        code = [words()[int.from_bytes(digest[n : n + 4]) % len(words())] for n in range(0, 4 * WORDS_OF_A_CODE, 4)]
        if len(set(code)) == WORDS_OF_A_CODE and all(_differ(code, other) for other in others):
            return "-".join(code)
    raise AssertionError


def _differ(one: Sequence[str], other: Sequence[str]) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) >= DIFFERENT
