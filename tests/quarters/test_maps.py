"""Maps of areas: every class has a word, a sign and a pattern, and the drawing prints as it is."""

from dataclasses import replace
from xml.etree import ElementTree as Tree

import pytest

from lebenslage.quarters.looks import crossed, hidden, missing, ramp
from lebenslage.quarters.maps import MOST_APART, Picture, Spot, drawn_map, placed

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {
    "width": 1000.0,
    "height": 500.0,
    "frame": [2000.0, 1000.0, 4000.0, 2000.0],
    "paths": ["M0 0L500 0L500 500L0 500Z", "M500 0L1000 0L1000 250L500 250Z", "M500 250L1000 250L1000 500L500 500Z"],
    "middles": [[250.0, 250.0], [750.0, 125.0], [750.0, 375.0]],
}
LOOKS = [*ramp(["niedrig", "mittel", "hoch"]), hidden("unterdrückt"), missing("liegt nicht vor")]
PICTURE = Picture(DRAWN, ["Nord", "Süd", "Au & Feld"], [0, 2, 3], LOOKS, "Kinderarmut 2026")


def _words(svg: str) -> list[str]:
    return [text.text or "" for text in Tree.fromstring(svg).iter(f"{SVG}text")]


def test_each_area_says_its_class_by_a_sign_and_by_words() -> None:
    svg = drawn_map(PICTURE)

    assert _words(svg) == ["1", "3", "×"]
    assert "Au &amp; Feld: unterdrückt" in svg


def test_a_class_that_is_not_sure_has_a_question_mark() -> None:
    assert _words(drawn_map(replace(PICTURE, unsure={1}))) == ["1", "3?", "×"]


def test_the_legend_names_the_classes_that_occur_and_counts_them() -> None:
    assert _words(drawn_map(PICTURE, legend=True))[3:] == ["1", "niedrig (1)", "3", "hoch (1)", "×", "unterdrückt (1)"]


def test_areas_lead_on_a_page_and_not_on_paper() -> None:
    linked = replace(PICTURE, links=lambda place: f"?gebiet={place}&x=1")

    assert [link.get("href") for link in Tree.fromstring(drawn_map(linked)).iter(f"{SVG}a")] == [f"?gebiet={n}&x=1" for n in range(3)]
    assert "<a" not in drawn_map(linked, for_print=True)


def test_thousands_of_areas_are_as_many_paths_as_classes() -> None:
    many = MOST_APART + 1
    drawn = {**DRAWN, "paths": ["M0 0h1v1h-1Z"] * many, "middles": [[0, 0]] * many}

    svg = drawn_map(Picture(drawn, ["x"] * many, [place % 3 for place in range(many)], LOOKS, "Raster"))

    areas = Tree.fromstring(svg).find(f"{SVG}g[@fill-rule]")
    assert areas is not None
    assert len(areas) == 3


def test_a_point_lies_where_the_frame_puts_it() -> None:
    assert placed(DRAWN, 3000, 1500) == (500.0, 250.0)
    assert "translate(500 250)" in drawn_map(replace(PICTURE, spots=[Spot(500, 250, "square", "Brunnen")]))


@pytest.mark.parametrize("number", range(2, 8))
def test_no_two_classes_of_a_ramp_look_alike(number: int) -> None:
    looks = ramp([str(one) for one in range(number)])

    assert len({look.pattern for look in looks}) == len({look.shade for look in looks}) == number


def test_nine_classes_of_two_figures_look_different() -> None:
    assert len({(look.shade, look.pattern) for look in crossed([str(one) for one in range(9)])}) == 9
