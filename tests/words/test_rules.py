"""Each rule of plain language finds what it is for, in the languages it is for, and leaves the plain sentence alone."""

import pytest
from tools.plain_words.guide import guide
from tools.plain_words.reading import LANGUAGES, Text, words_of
from tools.plain_words.rules import RULES, Finding, passives

HARD = [
    ("sentence-length", "de", " ".join(["Wort"] * 21) + "."),
    ("sentence-length", "de-einfach", " ".join(["Wort"] * 13) + "."),
    ("sentence-length", "nl", " ".join(["woord"] * 16) + "."),
    ("sentence-length", "en", " ".join(["word"] * 25) + "."),
    ("words", "de", "Bitte reichen Sie die erforderlichen Papiere ein."),
    ("words", "de", "Bezüglich Ihrer Miete fragen wir nach."),
    ("words", "de-einfach", "Sämtliche Papiere sind da."),
    ("words", "de-einfach", "Unverzüglich melden Sie das."),
    ("words", "nl", "Indien u verhuist, meldt u dat."),
    ("words", "nl", "Wij sturen u te zijner tijd een brief."),
    ("words", "en", "Please utilise this form in accordance with the rules."),
    ("abbreviation", "de", "Schicken Sie z. B. den Vertrag."),
    ("abbreviation", "de", "Den Vertrag bzw. die Kopie schicken Sie."),
    ("abbreviation", "nl", "Stuur bijv. het contract."),
    ("abbreviation", "en", "Send a paper, e.g. the contract."),
    ("nominal-style", "de", "Die Durchführung von Prüfungen dauert."),
    ("nominal-style", "de", "Wir handeln nach Überprüfung der Papiere."),
    ("nominal-style", "de", "Die Ermittlung und Anpassung sowie Verrechnung und Rückforderung dauern."),
    ("nominal-style", "nl", "Het verrichten van betalingen duurt lang."),
    ("nominal-style", "en", "We carry out an assessment of your income."),
    ("passive", "de", "Der Antrag wird geprüft. Danach wird der Bescheid verschickt."),
    ("passive", "de-einfach", "Ihr Geld wird überwiesen."),
    ("passive", "nl", "De aanvraag wordt onderzocht. Daarna wordt het geld betaald."),
    ("passive", "en", "The form was sent by mail. It was checked by us."),
    ("parentheses", "de", "Der Vertrag (mit allen Seiten und allen Anlagen) genügt."),
    ("parentheses", "de-einfach", "Der Vertrag (alle Seiten) genügt."),
    ("parentheses", "nl", "Het contract (met elke bladzijde van de huurder) is genoeg."),
    ("double-negation", "de", "Das ist nicht unmöglich."),
    ("double-negation", "de", "Ohne Papier geht es nicht."),
    ("double-negation", "nl", "Zonder papier gaat het niet."),
    ("double-negation", "en", "Nobody sees it without a key."),
    ("impersonal", "de", "Das kann man ändern."),
    ("impersonal", "nl", "Men vraagt een papier."),
    ("impersonal", "en", "One must send a paper."),
    ("genitives", "de", "Die Höhe des Betrags der Leistung steht dort."),
    ("genitives", "de-einfach", "Am Ende des Monats kommt Geld."),
    ("genitives", "nl", "De wil des mensen telt."),
    ("address", "de", "Hast du deinen Ausweis dabei?"),
    ("address", "nl", "Heb je een paspoort?"),
    ("exclamation", "de", "Jetzt sparen!"),
    ("quotes", "en", 'Press "Send" now.'),
    ("umlaut", "de", "Bitte pruefen Sie die Hoehe fuer das Maerz-Geld."),
    ("umlaut", "de-einfach", "Die Strasse ist gross."),
    ("gender-sign", "de", "Vermieter*innen schreiben einen Brief."),
    ("semicolon", "nl", "Wacht niet; stuur de brief."),
    ("semicolon", "de-einfach", "Warten Sie nicht; schicken Sie den Brief."),
    ("long-word", "de-einfach", "Das Grundstücksverkehrsgenehmigungsamt hilft."),
    ("commas", "de-einfach", "Er sagt, dass er kommt, wenn er kann, weil er muss."),
    ("conjunctive", "de-einfach", "Das könnte sein."),
]
PLAIN = [
    ("sentence-length", "de", "Das gilt nach § 27 Abs. 3 Satz 1 Nr. 2 WoGG. " + " ".join(["Wort"] * 20) + "."),
    ("sentence-length", "de-einfach", "Das Geld kommt am 1. März: {amount}. Es bleibt bis zum Ende so."),
    ("words", "de", "Bitte schicken Sie uns die Papiere."),
    ("words", "nl", "Schrijf aan naam@voorbeeld.nl."),
    ("words", "en", "Please use this form."),
    ("abbreviation", "de", "Das steht in § 14 Abs. 2 Nr. 2, 4 und 9 WoGG."),
    ("abbreviation", "nl", "Schrijf aan naam@voorbeeld.nl."),
    ("nominal-style", "de", "Die Wohnung, die Heizung und die Rechnung gehören dazu."),
    ("passive", "de", "Der Antrag wird geprüft. Sie müssen nichts tun."),
    ("passive", "de", "Es wird kalt. Das wird gelten. Wir werden geben."),
    ("passive", "de-einfach", "Wir überweisen das Geld."),
    ("passive", "nl", "De huur wordt hoger. Het geld wordt minder."),
    ("passive", "en", "You are married. You are retired."),
    ("parentheses", "de-einfach", "Das steht im Gesetz (§ 27 Abs. 3 WoGG)."),
    ("parentheses", "de-einfach", "Bescheid laden (PDF)"),
    ("parentheses", "nl", "De kaart (Ausweis der Ausländerbehörde für alle Fälle) is genoeg."),
    ("double-negation", "de", "Wir brauchen das Papier nicht, wenn es kein Konto gibt."),
    ("double-negation", "de", "Ohne Angabe gilt „Es gibt keine“."),
    ("double-negation", "de", "Das ist nicht und war nie so."),
    ("impersonal", "de", "Jemand kann das ändern. Manche tun es."),
    ("impersonal", "en", "One person pays the rent."),
    ("genitives", "de", "Das Ende des Monats zählt."),
    ("genitives", "de-einfach", "Das Ende vom Monat zählt."),
    ("address", "de", "Haben Sie Ihren Ausweis dabei? Seit dem Dutzend ist Ruhe."),
    ("address", "nl", "Hebt u uw paspoort? Een jaar telt."),
    ("quotes", "en", "Press “Send” now; the pages' numbers count."),
    ("umlaut", "de", "Zuerst kommt die neue Steuer, dann das aktuelle Quartal; die Frauen und Bauern zahlen nach Dauer. Michael soeben."),
    ("gender-sign", "de", "Die Vermieterin oder der Vermieter schreibt. Drinnen und in/aus."),
    ("long-word", "de-einfach", "Die Verpflichtungserklärung ist ein Papier. Das Grundstücks\u00adverkehrs\u00adamt hilft."),
    ("commas", "de-einfach", "Nennen Sie zum Beispiel Wasser, Müll, Strom, Gas."),
    ("conjunctive", "de-einfach", "Das kann sein."),
]


def found(rule: str, language: str, words: str) -> list[Finding]:
    """What one rule finds in a sentence."""
    return list(next(one for one in RULES if one.name == rule).findings(Text("texts.yaml", "key", language, words)))


@pytest.mark.parametrize(("rule", "language", "words"), HARD)
def test_a_rule_finds_what_is_hard_and_says_what_is_better(rule: str, language: str, words: str) -> None:
    findings = found(rule, language, words)

    assert findings
    assert all(one.better and one.rule == rule for one in findings)


@pytest.mark.parametrize(("rule", "language", "words"), PLAIN)
def test_a_rule_leaves_what_is_plain_alone(rule: str, language: str, words: str) -> None:
    assert [str(one) for one in found(rule, language, words)] == []


def test_every_rule_is_tried_in_both_ways_and_says_why_it_is_there() -> None:
    names = {rule.name for rule in RULES}

    assert {rule for rule, _, _ in HARD} == names
    assert names - {rule for rule, _, _ in PLAIN} == {"exclamation", "semicolon"}
    assert all(len(rule.why) > 20 for rule in RULES)


def test_the_better_word_is_told() -> None:
    (one,) = found("words", "de", "Sie müssen das unverzüglich melden.")

    assert str(one) == "texts.yaml: key\n    Sie müssen das unverzüglich melden.\n    words: “unverzüglich” -> sofort"


def test_einfache_sprache_keeps_every_word_of_german_and_more() -> None:
    german, einfach = guide("de").phrases("words").better, guide("de-einfach").phrases("words").better

    assert german.items() < einfach.items()
    assert (guide("de-einfach").number("longest_sentence") or 99) < (guide("de").number("longest_sentence") or 0)


def test_a_sentence_is_measured_as_it_is_read() -> None:
    text = Text("texts.yaml", "key", "de", "Am 3. Mai {year} gilt § 5 Abs. 1 und 2 WoGG: Das zählt. Sie\u00adher?")

    assert [len(words_of(sentence)) for sentence in text.sentences] == [5, 2, 1]


def test_passives_are_counted_by_sentence() -> None:
    text = Text("texts.yaml", "key", "de", "Es wird geprüft. Es wird kalt. Das Geld wurde überwiesen, und der Brief ist da.")

    assert len(passives(text, guide("de"))) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_list_of_words_worth_the_name(language: str) -> None:
    assert len(guide(language).phrases("words").better) > 70
    assert len(guide(language).phrases("abbreviations").better) > 10
