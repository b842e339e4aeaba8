"""Every mistake is a sentence in every language, filled with the details that its class promises."""

import inspect
import re

import pytest

from lebenslage.atlas.overlay import problems
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import LANGUAGES
from lebenslage.site.commands.speech import speech

CLASSES = [one for _, one in inspect.getmembers(problems, inspect.isclass) if issubclass(one, Problem) and one is not Problem]


def details(one: type[Problem]) -> list[str]:
    promised = re.search(r"Details: ([\w, ]+)\.", one.__doc__ or "")
    assert promised
    return promised[1].split(", ")


@pytest.mark.parametrize("one", CLASSES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_names_what_its_class_promises(one: type[Problem], language: str) -> None:
    sentence = speech(language).problem(one(**{name: f"<{name}>" for name in details(one)}))
    assert all(f"<{name}>" in sentence for name in details(one))
