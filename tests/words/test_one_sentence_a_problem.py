"""What is said of a problem stands in one place: two rooms with a problem of one name would speak for each other."""

from collections import Counter
from pathlib import Path

import yaml

import lebenslage

HOUSE = Path(lebenslage.__file__).parent


def test_no_two_rooms_have_a_problem_of_one_name() -> None:
    files = sorted(HOUSE.rglob("texts/de.yaml"))
    said = [yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {} for file in files]
    names = Counter(name for texts in said for name in texts.get("problems", {}))

    assert len(names) > 100
    assert [name for name, times in names.items() if times > 1] == []
