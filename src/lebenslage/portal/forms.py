"""The form, laid out from the facts: sections, a part for each person, questions below the answers that open them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lebenslage.benefits.facts import personen
from lebenslage.benefits.facts.wohnen import mietenstufe
from lebenslage.kernel.typed import quoted
from lebenslage.law.engine import Missing
from lebenslage.law.nodes import PERSON, Entity
from lebenslage.law.texts import Texts
from lebenslage.pages.fields import Field, Group, Sketch, draw
from lebenslage.portal.assessment import names_of_people
from lebenslage.portal.questions import AFTERWARDS, NOT_OFFERED, RARE, SECTIONS, UP_FRONT, Section, opened_by
from lebenslage.residents.answers import GEMEINDE, HEAD, Answers, Place, name_field, rows_field

MUNICIPALITIES_LIST: Final = "gemeinden"
OPEN: Final = "offen"
CROWD: Final = 8
type Wanted = Callable[[Place], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """The questions about one row: a person, a payment, or the household as a whole."""

    id: str
    heading: str
    key: str
    fields: Sequence[Field]
    removable: bool = False
    name: Field | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A section with its parts. `adds` names the entity of which a row can be added here."""

    id: str
    heading: str
    parts: Sequence[Part]
    adds: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """Everything that stands in the form: what is open now, and what was answered before."""

    open: Sequence[Block]
    answered: Sequence[Block]
    anchors: Mapping[str, str]
    hidden: Sequence[tuple[str, str]] = ()

    @property
    def number_open(self) -> int:
        """How many questions are open."""
        return sum(not one.fold for block in self.open for part in block.parts for one in part.fields)


def questionnaire(answers: Answers, say: Texts, errors: Mapping[str, str] = {}) -> Form:
    """Every question that is asked of everybody, and every one answered so far."""
    drawer = _Drawer(answers, say, errors)
    return Form(drawer.blocks(drawer.wanted, everything=True), (), drawer.anchors, _hidden(answers))


def with_open_questions(answers: Answers, say: Texts, ahead: Sequence[Missing]) -> Form:
    """The open questions first, then what was answered."""
    drawer = _Drawer(answers, say, {})
    open_places = {Place(missing.fact, answers.rows[missing.fact.entity][missing.row]) for missing in ahead}
    first = drawer.blocks(open_places.__contains__, everything=False)
    return Form(
        first,
        drawer.blocks(lambda place: place.fact in AFTERWARDS or drawer.wanted(place), everything=True),
        drawer.anchors,
        _hidden(answers),
    )


def _hidden(answers: Answers) -> Sequence[tuple[str, str]]:
    """What travels with the form unseen: the rows, who applies, and the name that a file gave to the first person."""
    rows = [(rows_field(entity), " ".join(keys)) for entity, keys in answers.rows.items() if not entity.single]
    heads = [(place.name, HEAD) for place, typed in answers.given.items() if place.fact is personen.verhaeltnis and HEAD in typed]
    first = answers.rows[PERSON][0]
    return [*rows, *heads, *([(name_field(first), answers.names[first])] if first in answers.names else [])]


class _Drawer:
    """Draws each place once: where it is first wanted, with what it opens below it."""

    def __init__(self, answers: Answers, say: Texts, errors: Mapping[str, str]) -> None:
        self.answers, self.say, self.errors = answers, say, errors
        self.names = dict(zip(answers.rows[PERSON], names_of_people(answers, say), strict=True))
        self.headed = any(HEAD in answers.at(personen.verhaeltnis, key) for key in answers.rows[PERSON])
        self.crowded = len(answers.rows[PERSON]) > CROWD
        self.drawn: set[Place] = set()
        self.anchors: dict[str, str] = {}

    def wanted(self, place: Place) -> bool:
        """Whether a place belongs to what everybody is asked, or holds an answer."""
        return place.fact in UP_FRONT or bool(self.answers.given.get(place)) or place.name in self.errors

    def blocks(self, wanted: Wanted, *, everything: bool) -> Sequence[Block]:
        """The sections in which something is wanted; with `everything` also those to which a row can be added."""
        blocks = [self._block(section, wanted, everything=everything) for section in SECTIONS]
        return [block for block in blocks if block.parts or (everything and block.adds)]

    def _block(self, section: Section, wanted: Wanted, *, everything: bool) -> Block:
        parts = [self._part(section, key, wanted, everything=everything) for key in self.answers.rows[section.entity]]
        kept = [part for part in parts if part.fields or (everything and not section.entity.single)]
        adds = section.entity.name if everything and not section.entity.single else ""
        return Block(section.id, self.say("portal", "sections", section.id), kept, adds)

    def _part(self, section: Section, key: str, wanted: Wanted, *, everything: bool) -> Part:
        places = [Place(fact, key) for fact in section.facts]
        fields = [one for place in places if wanted(place) for one in self.fields(place)]
        first = section.entity == PERSON and key == self.answers.rows[PERSON][0]
        row = f"{section.entity.name}-{key}"
        return Part(
            id=row if everything else f"{OPEN}-{row}",
            heading=self._heading(section.entity, key),
            key=key,
            fields=fields,
            removable=everything and not section.entity.single and not first,
            name=self._name(key) if everything and section.entity == PERSON and not first else None,
        )

    def _name(self, key: str) -> Field:
        name, say = name_field(key), self.say
        value, error = self.answers.names.get(key, ""), self.errors.get(name, "")
        return Field(name, "text", say("portal", "name", "question"), value, hint=say("portal", "name", "hint"), error=error)

    def _heading(self, entity: Entity, key: str) -> str:
        if entity.single:
            return ""
        number = 1 + list(self.answers.rows[entity]).index(key)
        return quoted(self.names[key]) if entity == PERSON else self.say("portal", "payment", number=number)

    def fields(self, place: Place) -> Sequence[Field]:
        """The field of a place, unless it is drawn already. The rent level is asked by the name of the town."""
        if place in self.drawn or (place.fact is personen.verhaeltnis and HEAD in self.answers.given.get(place, ())):
            return []
        self.drawn.add(place)
        drawn = self._draw(place)
        fields = [self._town(), _folded(drawn, self.say("portal", "town", "not_listed"))] if place.fact is mietenstufe else [drawn]
        self.anchors |= {one.name: one.id for one in fields}
        return fields

    def _draw(self, place: Place) -> Field:
        then, groups = self._below(place)
        left_out = frozenset({HEAD}) if place.fact is personen.verhaeltnis and self.headed else NOT_OFFERED.get(place.fact, frozenset())
        sketch = Sketch(
            name=place.name,
            given=self.answers.given.get(place, ()),
            error=self.errors.get(place.name, ""),
            left_out=left_out,
            rare=RARE.get(place.fact, frozenset()),
            people=[(key, name) for key, name in self.names.items() if key != place.key],
            then=then,
            groups=groups,
        )
        return draw(place.fact, sketch, self.say)

    def _below(self, place: Place) -> tuple[Mapping[str, Sequence[Field]], Sequence[Group]]:
        """The questions that answers open. What a rare answer opens is drawn once it is given: the law asks for it on the next page.

        So is what any answer opens where many live together: the page of thirty people would else be as large as a film.
        """
        by_openers: defaultdict[frozenset[str], list[Field]] = defaultdict(list)
        given = frozenset(self.answers.given.get(place, ()))
        for fact, openers in opened_by(place.fact).items():
            if openers & given or not (self.crowded or openers <= RARE.get(place.fact, frozenset())):
                by_openers[openers] += self.fields(Place(fact, place.key))
        then = {next(iter(openers)): fields for openers, fields in by_openers.items() if len(openers) == 1 and fields}
        groups = [Group(openers, fields) for openers, fields in by_openers.items() if len(openers) > 1 and fields]
        return then, groups

    def _town(self) -> Field:
        return Field(
            name=GEMEINDE,
            control="text",
            label=self.say("portal", "town", "question"),
            value=self.answers.gemeinde,
            hint=self.say("portal", "town", "hint"),
            example=self.say("portal", "town", "example"),
            error=self.errors.get(GEMEINDE, ""),
            suggestions=MUNICIPALITIES_LIST,
        )


def _folded(one: Field, fold: str) -> Field:
    return replace(one, fold=fold)
