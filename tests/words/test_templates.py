"""No template that residents see holds a word of its own: every word comes from the text files, in the reader's language."""

import re
from pathlib import Path

import pytest
from tools.plain_words.reading import HOUSE

FOR_STAFF = {"pages/staff.html"}
TEMPLATES = sorted(
    file
    for room in ("portal", "pages", "accounts")
    for file in (HOUSE / room).rglob("templates/**/*")
    if file.is_file() and file.relative_to(file.parents[len(file.parts) - file.parts.index("templates") - 2]).as_posix() not in FOR_STAFF
)
# A block of names for the style sheet.
CLASSES = re.compile(r"\{% block column %\}.*?\{% endblock %\}")
LOGIC = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->", re.DOTALL)
READ_ALOUD = re.compile(r"\b(?:aria-label|aria-description|placeholder|alt|title)=\"([^\"]*)\"")
TAG = re.compile(r"<[^>]*>", re.DOTALL)
ENTITY = re.compile(r"&\w+;")
# Names that are the same in every language.
NAMES = {"Lebenslage", "PDF"}


def own_words(template: str) -> list[str]:
    """The words that stand in a template itself: between its tags, and in attributes that are read aloud."""
    markup = LOGIC.sub("", CLASSES.sub("", template))
    shown = [*READ_ALOUD.findall(markup), TAG.sub(" ", markup)]
    return [word for piece in shown for word in re.findall(r"[^\W\d_]{2,}", ENTITY.sub(" ", piece)) if word not in NAMES]


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_template_says_its_words_through_the_text_files(file: Path) -> None:
    assert own_words(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ('<p class="kern-body">{% say "check" "back" %}</p>', []),
        ("<p>Zurück</p>", ["Zurück"]),
        ('<a aria-label="Zur Seite" href="{% url "x" %}">{{ name }}</a>', ["Zur", "Seite"]),
        ('<input placeholder="{% say "a" "b" %}" name="strasse">&nbsp;·', []),
    ],
)
def test_a_word_in_a_template_is_found(template: str, words: list[str]) -> None:
    assert own_words(template) == words


def test_there_are_templates_to_look_at() -> None:
    assert len(TEMPLATES) > 80
