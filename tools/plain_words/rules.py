"""The rules of plain language: each with its reason, and what it finds in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from tools.plain_words.guide import Guide, guide, statutory_terms
from tools.plain_words.reading import LANGUAGES, Text, words_of

GERMAN: Final = ("de", "de-einfach")
CLAUSE = re.compile(r"[,;:–]|\s-\s|\b(?:oder|und|wenn|weil|dass|of|en|als|omdat|or|and|if|when|because)\b")
# What stands on a paper or a button is quoted as it stands there.
QUOTED = re.compile(r"[„“‘][^“”’]*[“”’]")
PARENTHESES = re.compile(r"\(([^()]*)\)")
# In English and Dutch, what the German papers call a thing stands behind it.
GERMAN_NAME = re.compile(r"[A-ZÄÖÜ]|kalte |heimat|pflege|freiberuf|gesetz")
STRAIGHT_QUOTE = re.compile(r"\"\w[^\"]*\"")
GENDER_SIGN = re.compile(r"\w[*:_/]-?in(?:nen)?\b")

type Looked = Iterator[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence that is not plain: by which rule, and what would be better."""

    text: Text
    sentence: str
    rule: str
    better: str

    def __str__(self) -> str:
        return f"{self.text.file}: {self.text.key}\n    {self.sentence}\n    {self.rule}: {self.better}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, why it is there, the languages it counts in, and what it looks for."""

    name: str
    why: str
    look: Callable[[Text, Guide], Looked]
    languages: tuple[str, ...] = LANGUAGES

    def findings(self, text: Text) -> Iterator[Finding]:
        """What it finds in a text."""
        if text.language in self.languages:
            yield from (Finding(text, sentence, self.name, better) for sentence, better in self.look(text, guide(text.language)))


def too_long(text: Text, plain: Guide) -> Looked:
    """Sentences with more words than the language bears."""
    most = plain.number("longest_sentence") or 0
    for sentence in text.sentences:
        count = len(words_of(sentence))
        if count > most:
            yield sentence, f"{count} words, at most {most}: make two sentences"


def hard_words(text: Text, plain: Guide) -> Looked:
    """Words that offices use and people do not."""
    phrases = plain.phrases("words")
    for sentence in text.sentences if phrases.pattern.search(text.plain) else ():
        for said, better in phrases.found_in(QUOTED.sub("", sentence)):
            yield sentence, f"“{said}” -> {better}"


def abbreviated(text: Text, plain: Guide) -> Looked:
    """Abbreviations; those of a citation are its name."""
    for said, better in plain.phrases("abbreviations").found_in(text.plain):
        yield text.plain, f"“{said}” -> {better}"


def nominal(text: Text, plain: Guide) -> Looked:
    """Deeds that hide in nouns."""
    for sentence in text.sentences:
        most, nouns = plain.number("most_nominal") or 0, _deeds(sentence, plain)
        if len(nouns) > most:
            yield sentence, f"{', '.join(nouns)}: say it with verbs"
        for name in ("nominal_chain", "nominal_verbs"):
            pattern = plain.pattern(name)
            if pattern and (match := pattern.search(sentence)):
                yield sentence, f"“{match[0].strip()}” -> a verb: who does what"


def _deeds(sentence: str, plain: Guide) -> list[str]:
    free = plain.entries("nominal_free") | set(statutory_terms())
    endings = tuple(plain.entries("nominal_endings"))
    return [
        word
        for word in words_of(sentence)
        if len(word) > 6 and word.endswith(endings) and not word.endswith(tuple(free)) and word not in free
    ]


def passives(text: Text, plain: Guide) -> list[str]:
    """The sentences in which something is done and nobody does it."""
    auxiliary, participle = plain.pattern("passive"), plain.pattern("participle")
    free = plain.entries("participle_free")
    found: list[str] = []
    if not auxiliary or not auxiliary.search(text.plain):
        return found
    for sentence in text.sentences:
        for clause in re.split(r"[,;:–]", sentence):
            if participle and auxiliary.search(clause) and any(w not in free for w in participle.findall(clause)):
                found.append(sentence)
                break
    return found


def passive(text: Text, plain: Guide) -> Looked:
    """More passives in one text than the language bears."""
    most, found = plain.number("most_passives") or 0, passives(text, plain)
    for sentence in found[most:]:
        yield sentence, f"{len(found)} passive in this text, at most {most}: say who does it"


def parentheses(text: Text, plain: Guide) -> Looked:
    """Asides in brackets; a German name behind its translation is none."""
    most = plain.number("longest_parentheses") or 0
    for inside in PARENTHESES.findall(text.plain):
        named = text.language not in GERMAN and GERMAN_NAME.match(inside)
        if len(words_of(inside)) > most and not named:
            yield text.plain, f"“({inside})” -> a sentence of its own"


def double_negation(text: Text, plain: Guide) -> Looked:
    """Two negations in one clause: most readers lose one of them."""
    pattern, negations = plain.pattern("double_negation"), plain.entries("negations")
    for sentence in text.sentences:
        clauses = CLAUSE.split(QUOTED.sub("", sentence))
        twice = next((clause for clause in clauses if sum(word.lower() in negations for word in words_of(clause)) > 1), None)
        match = pattern.search(sentence) if pattern else None
        if twice or match:
            yield sentence, f"“{(match[0] if match else twice or '').strip()}” -> say what is, not what is not"


def matched(name: str, default: str = "") -> Callable[[Text, Guide], Looked]:
    """Look for the pattern of this name, sentence by sentence; the lists say what is better."""

    def look(text: Text, plain: Guide) -> Looked:
        pattern = plain.pattern(name)
        for sentence in text.sentences if pattern else ():
            for match in pattern.finditer(QUOTED.sub("", sentence)) if pattern else ():
                yield sentence, f"“{match[0].strip()}” -> {plain.text(f'{name}_better') or default}"

    return look


def long_words(text: Text, plain: Guide) -> Looked:
    """Words that cannot be read at one look; a soft hyphen, a hyphen or the name a law gives excuses them."""
    most = plain.number("longest_word")
    for word in re.findall(r"[^\W\d_]+", text.words) if most else ():
        if len(word) > (most or 0) and word not in statutory_terms():
            yield word, f"{len(word)} letters, at most {most}: take it apart"


def commas(text: Text, plain: Guide) -> Looked:
    """More than one thought in a sentence; a list of things after “zum Beispiel” or “oder” is one thought."""
    most = plain.number("most_commas")
    for sentence in text.sentences if most is not None else ():
        if sentence.count(",") > (most or 0) and not re.search(r", \w+(?: \w+)? (?:und|oder) |zum Beispiel", sentence):
            yield sentence, f"{sentence.count(',')} commas, at most {most}: one thought, one sentence"


def exclamation(text: Text, _plain: Guide) -> Looked:
    """Shouting."""
    if "!" in text.plain:
        yield text.plain, "“!” -> a full stop"


def semicolon(text: Text, _plain: Guide) -> Looked:
    """Two sentences that pretend to be one."""
    yield from ((sentence, "“;” -> a full stop") for sentence in text.sentences if ";" in sentence)


def umlauts(text: Text, plain: Guide) -> Looked:
    """ae, oe, ue, ss where German writes ä, ö, ü, ß."""
    letters, sharp, free = plain.pattern("umlaut"), plain.pattern("sharp_s"), plain.entries("umlaut_free")
    for word in words_of(text.plain):
        if sharp and sharp.fullmatch(word):
            yield word, "ss -> ß"
        elif letters and letters.search(word) and not any(one in word.lower() for one in map(str.lower, free)):
            yield word, plain.text("umlaut_better")


def quotes(text: Text, _plain: Guide) -> Looked:
    """Quotation marks of a typewriter."""
    if match := STRAIGHT_QUOTE.search(text.plain):
        yield text.plain, f"{match[0]} -> the marks of the language"


def gender_sign(text: Text, _plain: Guide) -> Looked:
    """Signs inside a word, which a screen reader reads aloud."""
    for sentence in text.sentences:
        if match := GENDER_SIGN.search(sentence):
            yield sentence, f"“{match[0]}” -> a word for all, or both"


RULES: Final = (
    Rule("sentence-length", "Who is tired, ill or new to the language holds a dozen words in mind, not thirty.", too_long),
    Rule("words", "Words of the office keep out those whom the office is for.", hard_words),
    Rule("abbreviation", "An abbreviation saves the writer a second and costs each reader five.", abbreviated),
    Rule("nominal-style", "A noun of a deed hides who does it; the verb says it in fewer words.", nominal),
    Rule("passive", "“wird geprüft” does not say who must act: you, or the office.", passive),
    Rule("parentheses", "An aside in brackets interrupts the sentence that it stands in.", parentheses),
    Rule("double-negation", "Two negations make a riddle, and a wrong answer costs money.", double_negation),
    Rule("impersonal", "“man” is nobody. A person wants to know whether she is meant.", matched("impersonal")),
    Rule("genitives", "Genitive behind genitive is read twice.", matched("genitives")),
    Rule("address", "One house, one form of address: Sie, u, you.", matched("address")),
    Rule("exclamation", "Nobody is shouted at here.", exclamation),
    Rule("quotes", "Typewriter marks are read aloud as “inch”.", quotes),
    Rule("umlaut", "“fuer” looks like a form of the nineties and sounds wrong read aloud.", umlauts, GERMAN),
    Rule("gender-sign", "A sign inside a word stops the eye and the screen reader.", gender_sign, GERMAN),
    Rule("semicolon", "Half-stops are for people who read much.", semicolon, ("de-einfach", "nl")),
    Rule("long-word", "A word of more than twenty letters is not read, it is deciphered.", long_words, ("de-einfach",)),
    Rule("commas", "One thought, one sentence.", commas, ("de-einfach",)),
    Rule("conjunctive", "“könnte” and “würde” leave open what is true.", matched("conjunctive"), ("de-einfach",)),
)
