"""What a recipe says to people is held to the same rules as every other sentence of the house."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from tools.plain_words.house import judged
from tools.plain_words.reading import Text

from lebenslage.atlas.index.library import recipe_files


def said(content: Any, place: str, file: str) -> Iterator[Text]:
    """Every word to people: what has a German and an English side."""
    if isinstance(content, dict) and {"de", "en"} <= content.keys():
        yield from (Text(file, place, language, words) for language, words in content.items())
    elif isinstance(content, dict | list):
        pairs = content.items() if isinstance(content, dict) else enumerate(content, 1)
        for key, below in pairs:
            yield from said(below, f"{place}.{key}", file)


@pytest.mark.parametrize("name", sorted(recipe_files()))
def test_a_recipe_speaks_plainly(name: str) -> None:
    file = recipe_files()[name]
    texts = list(said(yaml.safe_load(file.read_text(encoding="utf8")), name, file.name))

    assert len(texts) > 30
    assert judged(texts)[0] == []
