"""The tour of the atlas: its town, its maps, its chapters. That its results are up to date is asked by `lebenslage docs --check`."""

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from lebenslage.atlas.areas.reading import read_areas, read_table
from lebenslage.atlas.overlay.bivariate import CELLS, PATTERNS
from lebenslage.site.commands.atlas_tour import atlas_tour, berlin_chapter
from lebenslage.site.commands.atlas_tour_map import Ground, drawn_map, shaded
from lebenslage.site.commands.atlas_tour_town import write_town
from tests.atlas.overlay.town import squares

DOCS = Path(__file__).parents[3] / "docs"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.slow
def test_the_same_seed_makes_the_same_town(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_town(tmp_path / name, seed=5)
    for file in (tmp_path / "one").glob("*.csv"):
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


@pytest.mark.slow
def test_the_cells_of_the_town_add_up_to_its_quarters(tmp_path: Path) -> None:
    write_town(tmp_path, seed=5)
    areas = read_areas(tmp_path / "quarters.gpkg", key="key", name="name")
    cells = read_table(tmp_path / "cells.csv", key="cell")
    by_quarter = np.bincount(np.array(cells.text("quarter"), int) - 1, cells.numbers("people")[0], len(areas))
    population = read_table(tmp_path / "figures_2026.csv", key="key").numbers("population")[0]
    assert len(areas) == 27
    assert by_quarter.tolist() == population.tolist()


def test_a_map_says_with_numbers_and_words_what_its_colours_say() -> None:
    areas = squares()
    assert areas.shapes is not None
    legend = shaded(["cool", "hot", "unused"])
    drawn = drawn_map(areas.shapes, [0, 1, 1], legend, title="Heat & more", marks=[("fountain", np.array([[50.0, 50.0]]))])
    root = ElementTree.fromstring(drawn)
    assert root.find(f"{SVG}title").text == "Heat & more"
    assert [text.text for text in root.iter(f"{SVG}text")] == ["0", "1", "1", "0", "cool", "1", "hot", "○", "fountain"]
    assert len({path.get("fill") for path in root.iter(f"{SVG}path")}) == 2
    assert len(list(root.iter(f"{SVG}circle"))) == 1


def test_two_figures_are_told_apart_by_lines_and_dots() -> None:
    areas = squares()
    assert areas.shapes is not None
    legend = {cell: Ground(cell, 0, PATTERNS[cell]) for cell in CELLS}
    root = ElementTree.fromstring(drawn_map(areas.shapes, ["11", "23", "32"], legend, title="Two"))
    inside = [[len(list(pattern.iter(f"{SVG}{sign}"))) for sign in ("rect", "circle")] for pattern in root.iter(f"{SVG}pattern")]
    assert inside == [[1, 0], [2, 2], [3, 1]]


@pytest.mark.slow
def test_the_tour_leads_to_every_chapter_and_picture() -> None:
    pages = {name.removeprefix("atlas/"): text for name, text in atlas_tour().items()}
    linked = set(re.findall(r"\]\((\S+?)\)", "".join(text for name, text in pages.items() if name.endswith(".md"))))
    assert set(pages) - {"README.md"} <= linked
    missing = [link for link in linked if link not in pages and not (DOCS / "atlas" / link).exists()]
    assert missing == []


@pytest.mark.slow
def test_every_block_that_prints_shows_what_it_printed() -> None:
    for name, text in atlas_tour().items():
        blocks = re.findall(r"```python\n(.*?)```\n(\n```text)?", text, re.DOTALL)
        assert all(shown for code, shown in blocks if re.search(r"^print\(", code, re.MULTILINE)), name


@pytest.mark.slow
@pytest.mark.shared
def test_the_chapter_on_berlin_is_what_the_published_data_give(shared_dir: Path) -> None:
    pages = berlin_chapter(shared_dir / "data/berlin-lor-2021")
    assert "status class as published: 536 of 536" in pages["atlas/berlin.md"]
    assert "number of burdens as published: 542 of 542" in pages["atlas/berlin.md"]
    assert {name: (DOCS / name).read_text(encoding="utf8") for name in pages} == pages
