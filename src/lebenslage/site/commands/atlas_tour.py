"""`docs/atlas/`: a tour of the planner's mathematics. The chapters of `atlas_tour/` are run one after the other on a made-up town."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from lebenslage.site.commands.library_tour import run_page

CHAPTERS: Final = Path(__file__).with_name("atlas_tour")


@cache
def atlas_tour() -> Mapping[str, str]:
    """The chapters and their pictures by name below `docs`. They share one namespace, as one long session. Raises what a block raises."""
    with TemporaryDirectory() as folder:
        return _run([CHAPTERS / "README.md", *sorted(CHAPTERS.glob("[0-9]*.md"))], {"folder": Path(folder)})


def berlin_chapter(data: Path) -> Mapping[str, str]:
    """The chapter on published data of Berlin, from the files of a folder. Raises what a block raises."""
    return _run([CHAPTERS / "berlin.md"], {"folder": data})


def _run(chapters: list[Path], given: Mapping[str, Any]) -> Mapping[str, str]:
    """Run chapters; `pictures` holds what they draw, by file name."""
    pictures: dict[str, str] = {}
    names: dict[str, Any] = {"__name__": "tour", "pictures": pictures, **given}
    pages = {chapter.name: "".join(run_page(chapter.read_text(encoding="utf8"), names, chapter.name)) for chapter in chapters}
    return {f"atlas/{name}": text for name, text in (pages | pictures).items()}
