"""The page of the recipes: its example is a recipe, and every field that a file may have stands there."""

import yaml

from lebenslage.atlas.index.library import checked, recipe_files
from lebenslage.site.commands.atlas_recipes_book import EXAMPLE, PARTS, recipes_book


def test_the_example_of_the_page_is_a_recipe() -> None:
    assert checked(yaml.safe_load(EXAMPLE), "example.yaml").ids == ("very_old", "care_places")


def test_the_page_has_every_field_and_every_recipe() -> None:
    page = recipes_book()
    fields = {field.alias or name for part in PARTS for name, field in part.model_fields.items() if not field.exclude}

    assert [field for field in fields if f"\n| `{field}` | " not in page] == []
    assert [name for name in recipe_files() if f"`lebenslage index {name}" not in page] == []
