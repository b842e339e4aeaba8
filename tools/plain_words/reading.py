"""Reads the text files of the house: each string with its place, cut into sentences as a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).resolve().parents[2]
HOUSE: Final = ROOT / "src/lebenslage"
LANGUAGES: Final = ("de", "de-einfach", "en", "nl")
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

PLACEHOLDER = re.compile(r"\{\w*\}")
# A paragraph of a law, as lawyers cite it: it is looked up, not read aloud, and its abbreviations are its name.
LAW = r"(?:SGB\s[IVX]+|Sozialgesetzbuch\s[IVX]+|[A-ZÄÖÜ]\w*(?:G|VO?|GB|gesetz|gesetzes|gesetzbuch|ordnung)\b)"
PART = r"(?:\(\d+\)|lid|zin|nr\.|sentence|no\.|§{1,2}|Absatz|Abs\.|Satz|S\.|Nummer|Nr\.|Halbsatz|\d+\w?)(?:\s?\d+\w?)?"
JOINED = r",?\s(?:(?:und|oder|bis|en|of|tot(?:\sen\smet)?|and|or|to)\s)?"
CITED = rf"(?:{LAW}\s)?§{{1,2}}\s?\d+\w?(?:{JOINED}{PART})*(?:\s(?:des\s)?{LAW})?"
CITATION = re.compile(rf"\s?\({CITED}\)|{CITED}")
MONTH = r"Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
ORDINAL = re.compile(rf"\b(\d{{1,2}})\.(?=\s?(?:{MONTH}|\d|[a-zäöü]))")
STOP = re.compile(r"(?<=[.?!…:])[\"“”»’)]*\s+(?=[\"„“«(‘’]*[\w{])|\n+")
WORD = re.compile(r"[^\W_]+(?:[-‑/’'.,][^\W_]+)*")


@dataclass(frozen=True)
class Text:
    """One string of a text file: the file as the repository names it, the key with dots, the words."""

    file: str
    key: str
    language: str
    words: str

    @cached_property
    def plain(self) -> str:
        """The words without soft hyphens; a citation is gone, a placeholder is one word."""
        bare = self.words.replace("\u00ad", "").replace("\u00a0", " ")
        return " ".join(PLACEHOLDER.sub("X", CITATION.sub(_paragraph, bare)).split())

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences; a colon ends one, for the reader may breathe there."""
        whole = ORDINAL.sub(r"\1", self.plain)
        return tuple(piece.strip() for piece in STOP.split(whole) if WORD.search(piece))


def _paragraph(cited: re.Match[str]) -> str:
    return "" if cited[0].lstrip().startswith("(") else "§"


def words_of(sentence: str) -> list[str]:
    """The words of a sentence; what a hyphen or a stroke joins is one."""
    return WORD.findall(sentence)


def read(file: Path) -> list[Text]:
    """Every string of a text file. Its language is the file's name."""
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
    name = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name
    return [Text(name, key, file.stem, words) for key, words in strings(content)]


def strings(content: Mapping[Any, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Each string of nested mappings and lists with its dotted key."""
    for key, below in content.items():
        place = f"{above}{key}"
        if isinstance(below, Mapping):
            yield from strings(below, f"{place}.")
        elif isinstance(below, list):
            yield from strings(dict(enumerate(below)), f"{place}.")
        elif isinstance(below, str):
            yield place, below


def text_files(house: Path = HOUSE) -> list[Path]:
    """The text files of every room, in order; the questions of a topic stand in a folder of their own."""
    return sorted(file for place in ("texts/*.yaml", "texts/*/*.yaml") for file in house.rglob(place) if file.stem in LANGUAGES)
