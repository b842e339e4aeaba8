"""No sentence hides in the code: what residents read on pages, in mails and on paper comes from the text files."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.plain_words.reading import HOUSE

ROOMS = ("accounts", "cases", "contact", "files", "pages", "papers", "portal", "residents", "services", "benefits")
SENTENCE = re.compile(r"\b(?:und|oder|nicht|Sie|Ihre?n?|Ihnen|[Bb]itte|für|wird|haben|können|Antrag|Bescheid|uw|het|wij|niet)\b(?=.* )")
SOURCES = sorted(file for room in ROOMS for file in (HOUSE / room).rglob("*.py") if "migrations" not in file.parts)
PAPERS = sorted(HOUSE.rglob("*.typ"))
# Django's own words for models and constraints, for those who develop: help_text, verbose_name, name.
OF_MODELS = ("help_text", "verbose_name", "verbose_name_plural", "violation_error_message", "name")


def spoken_constants(source: str) -> Iterator[str]:
    """The strings of a module that are sentences, its docstrings and its words for developers left out."""
    tree = ast.parse(source)
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    quiet |= {id(word.value) for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords if word.arg in OF_MODELS}
    quiet |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.Raise) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet and is_sentence(node.value):
            yield node.value


def is_sentence(words: str) -> bool:
    """Whether it is German or Dutch and no citation of a law."""
    return "§" not in words and SENTENCE.search(words) is not None


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.relative_to(HOUSE).as_posix())
def test_a_module_holds_no_sentence_for_residents(file: Path) -> None:
    assert list(spoken_constants(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("file", PAPERS, ids=lambda file: file.name)
def test_a_paper_takes_its_words_from_outside(file: Path) -> None:
    code = re.sub(r"//.*", "", file.read_text(encoding="utf-8"))
    words = [word for line in code.splitlines() for word in SENTENCE.findall(line)]

    assert words == []


def test_a_sentence_in_the_code_is_found() -> None:
    source = '"""Bitte nicht."""\nSAID = "Bitte schicken Sie das."\nKEY = "bitte"\nraise ValueError("the key is not there")\n'

    assert list(spoken_constants(source)) == ["Bitte schicken Sie das."]
    assert not is_sentence("WoGG § 5 Abs. 1 und 2")
