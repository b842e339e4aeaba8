"""What the command line says of a problem stands in one place: two rooms with a problem of one name would speak for each other."""

from collections import Counter

import yaml

from lebenslage.law.texts import ENGINE_TEXTS
from lebenslage.site.commands.speech import ALL_TEXTS


def test_no_two_rooms_have_a_problem_of_one_name() -> None:
    files = [folder / "de.yaml" for folder in {ENGINE_TEXTS, *ALL_TEXTS}]
    said = [yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {} for file in files]
    names = Counter(name for texts in said for name in texts.get("problems", {}))

    assert [name for name, times in names.items() if times > 1] == []
