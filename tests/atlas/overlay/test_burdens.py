"""How many burdens come together; and Berlin 2021/22 as it was published."""

from pathlib import Path

import numpy as np
import pytest

from lebenslage.atlas.areas.reading import read_table
from lebenslage.atlas.overlay import Categories, burdens, combinations, given, social_category

BERLIN = ("Luftbelastungs", "Lärmbelastungs", "Thermische Belastungs", "Grünflächenversorgungs", "Soziale Benachteiligungs")


def of(*values: int) -> Categories:
    return given(np.array(values), worst=3, source="by hand")


def test_only_the_worst_is_a_burden_and_unknown_is_said() -> None:
    found = burdens({"heat": of(3, 2, 0), "noise": of(3, 3, 1)})
    assert found.number.tolist() == [2, 1, 0]
    assert found.unknown.tolist() == [0, 0, 1]
    assert found.kinds == (("heat", "noise"), ("noise",), ())


def test_types_of_burden_with_most_people_first() -> None:
    found = combinations(burdens({"heat": of(3, 3, 1), "noise": of(1, 1, 3)}), np.array([10.0, 20, 40]))
    assert [(one.kinds, one.areas, one.people) for one in found] == [(("noise",), 1, 40), (("heat",), 2, 30)]


def test_the_social_category_follows_the_status_class() -> None:
    assert social_category([1, 2, 3, 4, -9999]).values.tolist() == [1, 2, 3, 3, 0]


@pytest.mark.shared
def test_berlin_542_of_542_numbers_of_burdens_as_published(shared_dir: Path) -> None:
    folder = shared_dir / "data/berlin-lor-2021"
    table = read_table(folder / "environmental_justice_2021_2022.csv", key="Planungsraum-ID")
    categories = {
        name: given(table.numbers(f"{name}-Kategorie")[0].astype(np.int64), worst=3, source="Umweltgerechtigkeit 2021/22")
        for name in BERLIN
    }
    published = table.numbers("Anzahl der Mehrfachbelastungen")[0]
    assert int((burdens(categories).number == published).sum()) == len(published) == 542


@pytest.mark.shared
def test_berlin_542_of_542_social_categories_from_the_status_class(shared_dir: Path) -> None:
    folder = shared_dir / "data/berlin-lor-2021"
    atlas = read_table(folder / "environmental_justice_2021_2022.csv", key="Planungsraum-ID")
    mss = read_table(folder / "mss_2021_indices.csv", key="PLR_ID")
    status = dict(zip(mss.keys, np.nan_to_num(mss.numbers("SI_N")[0], nan=-1).astype(int).tolist(), strict=True))
    found = social_category([status[key] for key in atlas.keys])
    assert found.values.tolist() == atlas.numbers("Soziale Benachteiligungs-Kategorie")[0].astype(int).tolist()
