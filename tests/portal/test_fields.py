"""A question on the page: its choices in order, the rare ones folded, what it opens below it, its hint kept short."""

from lebenslage.benefits.facts import einkommen, leistungen, netto, personen, wohnen
from lebenslage.pages.fields import Group, Sketch, draw
from lebenslage.pages.frame import sentences

SAY = sentences("de")


def test_rare_choices_fold_and_what_is_left_comes_after_them() -> None:
    rare = frozenset({"abkommen", "titel_zur_suche"})

    field = draw(personen.aufenthalt, Sketch("a", rare=rare), SAY)

    assert [option.value for option in field.rare] == ["abkommen", "titel_zur_suche"]
    assert [option.value for option in field.after] == ["kein_recht"]
    assert {option.value for option in (*field.before, *field.rare, *field.after)} == {option.value for option in field.options}


def test_a_fold_stands_open_when_something_in_it_was_chosen() -> None:
    rare = frozenset({"kapital"})

    assert draw(einkommen.einkommensarten, Sketch("e", ["kapital"], rare=rare), SAY).rare_chosen
    assert not draw(einkommen.einkommensarten, Sketch("e", ["lohn"], rare=rare), SAY).rare_chosen


def test_a_list_of_which_several_may_hold_ends_with_none_of_them() -> None:
    assert draw(personen.merkmale, Sketch("m"), SAY).options[-1].label == "Nichts davon"


def test_a_shared_question_is_opened_by_each_of_its_answers() -> None:
    inner = draw(leistungen.leistung_ab, Sketch("ab"), SAY)

    field = draw(leistungen.leistung, Sketch("l", groups=[Group(frozenset({"jugendhilfe"}), [inner])]), SAY)

    assert [option.value for option in field.options if option.opens == [0]] == ["jugendhilfe"]
    assert field.groups == [[inner]]


def test_an_amount_shows_its_unit_and_an_example() -> None:
    field = draw(wohnen.miete, Sketch("m", ["335"]), SAY)

    assert (field.control, field.mode, field.unit, field.value) == ("text", "decimal", "€ im Monat", "335")
    assert field.example == "650,00"


def test_a_word_in_place_of_an_amount_is_a_box_of_its_own() -> None:
    field = draw(wohnen.heizkosten, Sketch("h", ["pauschal"]), SAY)

    assert field.value == ""
    assert [(option.value, option.checked) for option in field.options] == [("pauschal", True)]


def test_a_long_help_leaves_one_short_sentence_open_and_tells_why_we_ask() -> None:
    field = draw(wohnen.miete, Sketch("m"), SAY)

    assert len(field.hint) <= 110
    assert field.help[-1] == SAY("facts", "miete", "why")


def test_a_question_says_where_its_hint_and_its_error_are() -> None:
    assert draw(wohnen.miete, Sketch("m", error="Bitte prüfen."), SAY).described_by == "m-hint m-error"


def test_the_people_are_offered_where_a_person_is_asked_for_and_not_beside_an_amount() -> None:
    sketch = Sketch("f", people=[("2", "Mia"), ("3", "Ben")])

    assert [option.label for option in draw(personen.elternteil_1, sketch, SAY).options][:2] == ["Mia", "Ben"]
    assert [option.value for option in draw(netto.nettolohn, sketch, SAY).options] == ["schaetzen"]
