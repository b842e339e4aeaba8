"""Recipe files: those we ship, and every mistake in one that a person writes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from lebenslage.atlas.areas.problems import RateWithoutDenominator
from lebenslage.atlas.index import problems
from lebenslage.atlas.index.library import checked, find_recipe, read_recipe, recipe_files
from lebenslage.atlas.index.method import method
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import LANGUAGES
from lebenslage.site.commands.speech import speech
from tests.atlas.index.conftest import content, indicator, words

NAMES = sorted(recipe_files())


def test_the_recipes_that_were_promised_are_there() -> None:
    assert NAMES == ["gisd", "imd", "mss", "quarters27", "strengths"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_recipe_and_edition_reads_as_a_method_section(name: str, language: str) -> None:
    for edition in find_recipe(name).editions or [""]:
        recipe = find_recipe(name, edition)
        said = method(recipe, language)

        assert said.startswith(f"# {recipe.title.said(language)}\n")
        assert all(one.label.said(language) in said for one in recipe.indicators)
        assert all(source in said for source in recipe.sources)


def test_a_method_section_says_every_step_of_the_mss() -> None:
    said = method(find_recipe("mss", "2013-2017"), "en")

    assert "- **Long-term unemployment** (S2), per cent of people aged 15 to 64. A high value is a burden." in said
    assert "1. Areas with fewer than 300 people get no index." in said
    assert "We add them up. We bring the result to a scale once more. We take the z value" in said
    assert "- 3: low status, up to 1.5\n- 4: very low status, above 1.5" in said
    assert "- 5 (-): negative, above 1" in said


def test_labels_of_the_recipes_we_ship_are_in_three_languages() -> None:
    for name in NAMES:
        recipe = find_recipe(name)
        labels = [recipe.title, recipe.purpose, *(one.label for one in recipe.indicators), *(one.label for one in recipe.groups)]
        assert all(label.nl for label in labels), name


def test_without_an_edition_the_last_one_counts() -> None:
    assert find_recipe("mss").ids == ("S1", "S3", "S4")
    assert find_recipe("mss", "2013-2017").ids == ("S1", "S2", "S3", "S4")
    assert [group.id for group in find_recipe("imd").groups] == []


def test_a_file_of_ones_own_is_a_recipe(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(yaml.safe_dump(content(indicator("poor"))), encoding="utf8")

    assert read_recipe(file) == find_recipe(str(file))


def test_unknown_names_and_broken_files_are_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: x\ntitle: {de: [\n", encoding="utf8")
    for given, edition, problem in (
        ("msss", "", problems.UnknownRecipe),
        ("nowhere.yaml", "", problems.UnknownRecipe),
        ("mss", "1999", problems.UnknownEdition),
        ("strengths", "1999", problems.UnknownEdition),
        (str(broken), "", problems.UnreadableRecipe),
    ):
        with pytest.raises(problem):
            find_recipe(given, edition)


def test_a_field_that_stands_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "twice.yaml"
    file.write_text("id: one\nmissing: refuse\nid: other\n", encoding="utf8")
    with pytest.raises(problems.RecipeFieldTwice) as raised:
        read_recipe(file)

    assert raised.value.details == {"file": "twice.yaml", "line": 3, "field": "id"}


def cuts(*limits: dict[str, float]) -> dict[str, Any]:
    return {"kind": "cuts", "bands": [{"id": n, "label": words("x"), **limit} for n, limit in enumerate(limits, 1)]}


ONE = indicator("poor")
GROUP = {"id": "g", "label": words("g")}
MISTAKES: dict[str, tuple[Callable[[], dict[str, Any]], type[Problem], str]] = {
    "a field is missing": (lambda: {k: v for k, v in content(ONE).items() if k != "sources"}, problems.RecipeLacksField, "sources"),
    "a label has no English": (
        lambda: content({**ONE, "label": {"de": "Arm"}}),
        problems.RecipeLacksField,
        "indicators.1.label.en",
    ),
    "a field is misspelt": (lambda: content({**ONE, "wieght": 1}), problems.RecipeHasUnknownField, "indicators.1.wieght"),
    "a direction is neither": (lambda: content(indicator("poor", "bad")), problems.RecipeValueWrong, "indicators.1.direction"),
    "a weight is 0": (lambda: content(indicator("poor", weight=0)), problems.RecipeValueWrong, "indicators.1.weight"),
    "no indicator": (content, problems.RecipeValueWrong, "indicators"),
    "a rate of nothing": (lambda: content(indicator("poor") | {"unit": "percent"}), RateWithoutDenominator, "poor"),
    "an id twice": (lambda: content(ONE, ONE), problems.RecipeIdTwice, "poor"),
    "a group that is not there": (lambda: content(indicator("poor", group="g")), problems.NoSuchMember, "indicators.poor.group"),
    "an edition of other indicators": (
        lambda: content(ONE, editions={"1": {"label": words("x"), "indicators": ["rich"]}}),
        problems.NoSuchMember,
        "editions.1.indicators",
    ),
    "a number is a word": (lambda: content(indicator("poor", weight="much")), problems.RecipeValueWrong, "1.5"),
    "an edition of nothing": (
        lambda: content(ONE, editions={"1": {"label": words("x"), "indicators": []}}),
        problems.RecipeValueWrong,
        "editions.1.indicators",
    ),
    "an empty group": (lambda: content(ONE, groups=[GROUP]), problems.EmptyGroup, "groups.g"),
    "limits fall": (lambda: content(ONE, classes=cuts({"below": 1}, {"up_to": 0}, {})), problems.BandsOutOfOrder, "classes.bands"),
    "the last has a limit": (lambda: content(ONE, classes=cuts({"below": 1}, {"up_to": 2})), problems.BandsOutOfOrder, "classes.bands"),
    "a middle one has none": (lambda: content(ONE, classes=cuts({}, {"up_to": 2}, {})), problems.BandsOutOfOrder, "classes.bands"),
    "one class": (lambda: content(ONE, classes=cuts({})), problems.BandsNotCounted, "classes.bands"),
    "names for other classes": (
        lambda: content(ONE, classes={"kind": "shares", "number": 3, "bands": [{"id": 1, "label": words("x")}]}),
        problems.BandsNotCounted,
        "classes",
    ),
    "a root of negatives": (lambda: content(ONE, combine={"how": "geometric"}), problems.RootOfNegative, "combine.how"),
    "a component of ranks": (
        lambda: content(indicator("poor", group="g"), groups=[{**GROUP, "combine": {"weights": "pca"}}], normalise="rank"),
        problems.ComponentNeedsZ,
        "groups.g.combine.weights",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_is_a_sentence_with_file_and_field(mistake: str, language: str) -> None:
    made, problem, place = MISTAKES[mistake]
    with pytest.raises(problem) as raised:
        checked(made(), "own.yaml")

    sentence = speech(language).problem(raised.value)
    assert "own.yaml" in sentence
    assert place in sentence
