"""The linter as a whole: what is missing is found, what is spared has its reason, and the command says what to mend."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tools.plain_words import complete, house
from tools.plain_words.__main__ import main
from tools.plain_words.guide import statutory_terms
from tools.plain_words.reading import HOUSE, LANGUAGES, Text, read, text_files
from tools.plain_words.rules import RULES

SAID = "language_of"


def spoken(key: str = SAID, file: str = "room/texts/{}.yaml", **words: str) -> list[Text]:
    """One place in some languages; `de_einfach` is written with a stroke."""
    return [Text(file.format(name.replace("_", "-")), key, name.replace("_", "-"), text) for name, text in words.items()]


def kinds(texts: list[Text]) -> list[str]:
    """What is incomplete about them, the lists' own findings left out."""
    return [found.rule for found in complete.incomplete(texts) if found.rule != "stale"]


def run(*arguments: str) -> Result:
    """The command."""
    return CliRunner().invoke(main, arguments)


WHOLE = {"de": "Guten Tag {name}", "de_einfach": "Hallo {name}", "en": "Good day {name}", "nl": "Goedendag {name}"}


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({}, []),
        ({"nl": "Goedendag"}, ["placeholders"]),
        ({"en": "Guten Tag {name}"}, ["left-in-german"]),
    ],
)
def test_each_place_is_compared_in_all_languages(changed: dict[str, str], kind: list[str]) -> None:
    assert kinds(spoken(**{**WHOLE, **changed})) == kind


def test_a_language_that_lacks_a_string_is_named() -> None:
    (found,) = (one for one in complete.incomplete(spoken(de="Ja", en="Yes")) if one.rule == "missing")

    assert found.better == "not in de-einfach, nl"


def test_a_key_that_nobody_says_is_found_and_one_put_together_is_not() -> None:
    said = complete.Said(HOUSE)

    assert not said.somewhere("room.a_word_no_source_of_the_house_holds")
    assert said.somewhere("room.back")
    assert said.somewhere("reasons.case_something")


def test_german_may_stand_alone_only_where_the_list_says_why() -> None:
    desk, portal = (spoken("back", f"src/lebenslage/{room}/texts/de.yaml", de="Zurück") for room in ("desk", "portal"))

    assert (kinds(desk), kinds(portal)) == ([], ["missing"])


def test_every_exception_has_its_reason_and_names_its_rules() -> None:
    names = {rule.name for rule in RULES}

    assert all(one.reason and set(one.rules) < names for one in house.exemptions())
    assert all(one["reason"] for name, ones in complete.shared().items() if name != "same" for one in ones)
    assert all(statutory_terms().values())


def test_an_exemption_spares_its_rules_alone() -> None:
    words = "Sie müssen das unverzüglich melden, weil man das muss!"
    law = Text("src/lebenslage/benefits/wohngeld/texts/de.yaml", "notice.wohngeld.law.change", "de", words)
    other = Text(law.file, "notice.wohngeld.title", "de", words)

    assert {found.rule for found in house.judged([law])[0]} == {"impersonal", "exclamation"}
    assert {found.rule for found in house.judged([other])[0]} == {"words", "impersonal", "exclamation"}


def test_an_exemption_that_spares_nothing_is_found() -> None:
    stale = {found.text.key for found in house.whole_house(spoken(**WHOLE)) if found.rule == "stale"}

    assert "benefits/wohngeld/texts/de.yaml: notice.wohngeld.law.*" in stale
    assert "Verpflichtungserklärung" in stale


def test_too_many_passives_in_a_language_are_found() -> None:
    texts = spoken("wird", de="Es wird geprüft.") + spoken("gilt", de="Das gilt.")

    assert house.passive_shares(texts) == {"de": 50.0}
    assert "50.0 in a hundred sentences, at most 6" in "\n".join(map(str, house.whole_house(texts)))


def test_the_command_tells_place_sentence_rule_and_what_is_better(tmp_path: Path) -> None:
    file = tmp_path / "de.yaml"
    file.write_text("room:\n  ask: Bitte unverzüglich melden.\n", encoding="utf-8")

    told = run(str(file))

    assert told.exit_code == 1
    assert "de.yaml: room.ask\n    Bitte unverzüglich melden.\n    words: “unverzüglich” -> sofort" in told.output
    assert "to mend: words 1" in told.output


def test_the_command_is_content_with_plain_words(tmp_path: Path) -> None:
    file = tmp_path / "nl.yaml"
    file.write_text("ask: Vul uw naam in.\n", encoding="utf-8")

    assert run(str(file)).exit_code == 0


def test_the_command_says_its_rules_and_helps() -> None:
    rules = run("--list-rules")

    assert rules.exit_code == 0
    assert all(rule.name in rules.output and rule.why in rules.output for rule in RULES)
    assert "--language" in run("--help").output


def test_every_room_with_texts_is_read() -> None:
    files = text_files()

    assert {file.stem for file in files} == set(LANGUAGES)
    assert sum(len(read(file)) for file in files) > 9000
