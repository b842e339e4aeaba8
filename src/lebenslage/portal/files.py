"""A pasted household file: read with care, for it may come from anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import yaml

from lebenslage.authorities.queries import lookup_gemeinde_on
from lebenslage.benefits.facts import VOCABULARY
from lebenslage.kernel.errors import UnreadableFile
from lebenslage.law.household import load_document
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.yaml_files import LOADER
from lebenslage.portal.months import read_month
from lebenslage.portal.problems import FileTooDeep, FileTooLarge, NothingPasted, TooManyPersons
from lebenslage.residents.answers import GEMEINDE, MOST_ROWS, Answers
from lebenslage.residents.reading import written

LARGEST: Final = 64 * 1024
DEEPEST: Final = 6
MOST_VALUES: Final = 8000
EXAMPLE: Final = Path(__file__).with_name("example.yaml").read_text(encoding="utf8")


def answers_in(text: str, month: str) -> Answers:
    """The answers that a household file holds. Raises a problem that names the person, the fact and the remedy."""
    if not text.strip():
        raise NothingPasted
    if len(text.encode()) > LARGEST:
        raise FileTooLarge(limit=f"{LARGEST // 1024} KB")
    _look_through(text)
    document = load_document(text)
    sections = document.values() if isinstance(document, dict) else ()
    if any(isinstance(rows, dict) and len(rows) > MOST_ROWS for rows in sections):
        raise TooManyPersons(limit=MOST_ROWS)
    household = VOCABULARY.read(document, {GEMEINDE: lookup_gemeinde_on(read_month(month))})
    return written(household, month, _gemeinde(document))


def _look_through(text: str) -> None:
    """Count before building: a few lines of anchors, or of brackets, can stand for more than fits into memory."""
    depth = values = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            values += isinstance(event, yaml.ScalarEvent)
            if depth > DEEPEST or isinstance(event, yaml.AliasEvent):
                raise FileTooDeep
            if values > MOST_VALUES:
                raise FileTooLarge(limit=f"{LARGEST // 1024} KB")
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise UnreadableFile(file="", reason=f"line {mark.line + 1}" if mark else "YAML") from error


def _gemeinde(document: object) -> str:
    household = document.get(HOUSEHOLD.name) if isinstance(document, dict) else None
    return str(household.get(GEMEINDE) or "") if isinstance(household, dict) else ""
