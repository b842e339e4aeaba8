"""Taking an answer: what it changes in the vault, and what is wrong with it. An answer is kept only when it could be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lebenslage.authorities.queries import find
from lebenslage.benefits.facts import einkommen, unterhalt, vlaanderen
from lebenslage.benefits.facts.land import land
from lebenslage.kernel.errors import Problem
from lebenslage.law.nodes import PERSON, Entity
from lebenslage.pages.fields import NO, NONE_OF_THEM, YES
from lebenslage.portal.check.interview import FLANDERS, Interview, Notes
from lebenslage.portal.check.order import COUNTRY, NAME_OF_NEXT, PAYMENTS, PEOPLE, place_of
from lebenslage.portal.problems import NeitherYesNorNo, NothingAnswered, TooManyInHousehold
from lebenslage.residents.answers import FIRST, GEMEINDE, MONTH, MOST_ROWS, Answers, Place, name_field, rows_field
from lebenslage.residents.places import NAME, particular
from lebenslage.residents.problems import TooLong
from lebenslage.residents.reading import Trouble, short_enough

ALL_PEOPLE: Final = particular("pruefen_personen")
ALL_PAYMENTS: Final = particular("pruefen_zahlungen")
LATER: Final = particular("pruefen_spaeter")
EVERYTHING: Final = particular("pruefen_alles")
COMPLETE: Final = "vollstaendig"

# The one city of Flanders whose rights are known here, as people write it.
ANTWERP: Final = frozenset({"antwerpen", "antwerp", "anvers", "stad antwerpen"})

type Given = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that was taken: what is to be kept, and the interview as it stands then."""

    given: Given
    interview: Interview
    troubles: Sequence[Trouble] = ()


def notes_in(typed: Given) -> Notes:
    """The notes of the interview among what a vault holds."""
    return Notes(bool(typed.get(ALL_PEOPLE)), bool(typed.get(ALL_PAYMENTS)), tuple(typed.get(LATER, ())), bool(typed.get(EVERYTHING)))


def take(name: str, typed: Sequence[str], name_of_next: str, interview: Interview) -> Taken:
    """The answer to a question. Nothing is to be kept where there are troubles."""
    given = _given(name, typed, name_of_next, interview)
    if isinstance(given, Problem):
        return Taken({}, interview, [Trouble(NAME_OF_NEXT if isinstance(given, TooLong) and name == PEOPLE else name, given)])
    answered = {**given, **_no_longer_later(name, interview.notes)}
    after = with_given(interview, answered)
    before = {(one.field, one.problem.key) for one in (interview.reading.troubles if interview.reading else ())}
    new = [
        one for one in (after.reading.troubles if after.reading else ()) if one.field == name or (one.field, one.problem.key) not in before
    ]
    return Taken({}, interview, [_at_its_field(one, name) for one in new]) if new else Taken(answered, after)


def _at_its_field(trouble: Trouble, name: str) -> Trouble:
    """Whoever is only just being named has no page of her own yet: her name stands on the page of the list."""
    return replace(trouble, field=NAME_OF_NEXT) if name == PEOPLE and trouble.field.endswith(f"-{NAME}") else trouble


def put_off(name: str, interview: Interview) -> Taken:
    """The answer is not known now: the question comes back once at the end."""
    given = {LATER: [*interview.notes.later, name], **({name: []} if place_of(name, interview.answers) else {})}
    return Taken(given, with_given(interview, given))


def everything(interview: Interview) -> Taken:
    """From here on all rights are checked."""
    given = {EVERYTHING: [COMPLETE]}
    return Taken(given, with_given(interview, given))


def without_row(entity: Entity, key: str, interview: Interview) -> Given:
    """What is to be kept when a person or a payment is taken out: the other rows, and none of its answers."""
    after = interview.answers.removed(entity, key)
    gone: dict[str, Sequence[str]] = {
        place.name: [] for place in interview.answers.given if place.fact.entity == entity and place.key == key
    }
    named: Given = {name_field(key): []} if entity == PERSON else {}
    return {**gone, **named, rows_field(entity): [" ".join(after.rows[entity])]}


def with_given(interview: Interview, given: Given) -> Interview:
    """The interview as it stands when something more is given."""
    answers = _with(interview.answers, given)
    marks = {
        "people": bool(given[ALL_PEOPLE]) if ALL_PEOPLE in given else interview.notes.people,
        "payments": bool(given[ALL_PAYMENTS]) if ALL_PAYMENTS in given else interview.notes.payments,
        "later": tuple(given.get(LATER, interview.notes.later)),
        "everything": bool(given[EVERYTHING]) if EVERYTHING in given else interview.notes.everything,
    }
    return Interview(answers, Notes(**marks), interview.say)  # type: ignore[arg-type]


def _with(answers: Answers, given: Given) -> Answers:
    rows = {entity: given[rows_field(entity)][0].split() if rows_field(entity) in given else keys for entity, keys in answers.rows.items()}
    grown = replace(answers, rows=rows)
    places = {place: typed for name, typed in given.items() if (place := place_of(name, grown)) is not None}
    kept = {place: typed for place, typed in {**answers.given, **places}.items() if typed and place.key in rows[place.fact.entity]}
    names = {**answers.names, **{key: given[name_field(key)][0] for key in rows[PERSON] if given.get(name_field(key))}}
    town = "".join(given[GEMEINDE][:1]) if GEMEINDE in given else answers.gemeinde
    return Answers(rows, kept, {key: name for key, name in names.items() if key in rows[PERSON]}, town, _month(given, answers))


def _month(given: Given, answers: Answers) -> str:
    return given[MONTH][0] if given.get(MONTH) else answers.month


def _no_longer_later(name: str, notes: Notes) -> Given:
    return {LATER: [one for one in notes.later if one != name]} if name in notes.later else {}


def _given(name: str, typed: Sequence[str], name_of_next: str, interview: Interview) -> Given | Problem:
    if name == PAYMENTS:
        return _one_more(unterhalt.UNTERHALTSZAHLUNG, ALL_PAYMENTS, typed, "", interview)
    place = place_of(name, interview.answers)
    try:
        if name == PEOPLE:
            return _one_more(PERSON, ALL_PEOPLE, typed, short_enough(name_of_next), interview)
        if place is None and name != GEMEINDE:
            return {name: [short_enough(one) for one in typed[:1]]}
        if not typed:
            return NothingAnswered()
        return _town(typed[0]) if place is None else {name: typed, **_along(place, typed, interview.answers)}
    except Problem as problem:
        return problem


def _along(place: Place, typed: Sequence[str], answers: Answers) -> Given:
    """What an answer settles besides itself."""
    if place.fact is land and FLANDERS in typed:
        return {GEMEINDE: []}
    return _without_income(place, typed, answers)


def _without_income(place: Place, typed: Sequence[str], answers: Answers) -> Given:
    """Who has no income pays nothing from it; with the first income that is asked again."""
    if place.fact is not einkommen.einkommensarten:
        return {}
    if list(typed) == [NONE_OF_THEM]:
        return {Place(einkommen.abzuege, place.key).name: [NONE_OF_THEM]}
    return {Place(einkommen.abzuege, place.key).name: []} if NONE_OF_THEM in answers.given.get(place, ()) else {}


def _town(typed: str) -> Given:
    if typed.casefold() in ANTWERP:
        return {COUNTRY: [FLANDERS], Place(vlaanderen.woont_in_antwerpen, FIRST).name: [YES], GEMEINDE: []}
    find(short_enough(typed))
    return {GEMEINDE: [typed], COUNTRY: []}


def _one_more(entity: Entity, complete: str, typed: Sequence[str], name: str, interview: Interview) -> Given | Problem:
    rows = interview.answers.rows[entity]
    if list(typed) == [NO]:
        return {complete: [COMPLETE]}
    if list(typed) != [YES]:
        return NeitherYesNorNo()
    if len(rows) >= MOST_ROWS:
        return TooManyInHousehold(limit=MOST_ROWS)
    grown = interview.answers.added(entity).rows[entity]
    named = {name_field(grown[-1]): [name]} if name and entity == PERSON else {}
    return {rows_field(entity): [" ".join(grown)], complete: [], **named}
