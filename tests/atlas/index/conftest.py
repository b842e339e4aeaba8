"""What tests of an index share: a short recipe, a table written down in the test, and the way from one to the other."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from lebenslage.atlas.index.gather import gather
from lebenslage.atlas.index.library import checked
from lebenslage.atlas.index.recipe import Recipe
from lebenslage.atlas.index.run import Result, run
from lebenslage.atlas.index.tables import read_tables

type Write = Callable[[str], Path]
type Use = Callable[..., Result]

TOWN = """key,name,people,poor,jobless,green
A,Altstadt,1000,10,4,30
B,Bergen,1000,20,6,20
C,Claren,1000,30,8,10
"""


def words(text: str) -> dict[str, str]:
    return {"de": text, "en": text}


def indicator(id: str, direction: str = "burden", **more: Any) -> dict[str, Any]:
    return {"id": id, "label": words(id), "direction": direction, "unit": "number", **more}


def content(*indicators: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """The content of a recipe file: z values, added up and standardised again, unless more is said."""
    return {
        "id": "test",
        "title": words("Test"),
        "purpose": words("For tests."),
        "sources": ["made up"],
        "indicators": [dict(one) for one in indicators],
        "combine": {"again": "z"},
        **more,
    }


def recipe(*indicators: Mapping[str, Any], **more: Any) -> Recipe:
    return checked(content(*indicators, **more), "test.yaml")


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Write a table, and give its path."""

    def write(text: str) -> Path:
        file = tmp_path / f"table{len(list(tmp_path.glob('table*')))}.csv"
        file.write_text(text, encoding="utf8")
        return file

    return write


@pytest.fixture
def use(written: Write) -> Use:
    """Use a recipe on tables given as text; `earlier` is one more."""

    def used(method: Recipe, *texts: str, earlier: str = "", where: Mapping[str, str] | None = None) -> Result:
        tables = read_tables([written(text) for text in texts], method, where=where or {})
        before = read_tables([written(earlier)] if earlier else [], method, where={})
        return run(method, gather(method, tables, earlier=before))

    return used
