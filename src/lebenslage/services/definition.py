"""What a service is: `benefits/<id>/service.yaml`, checked. Forms, task lists, proofs and remedies are drawn from it, never from code."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from lebenslage.benefits.facts import FACTS
from lebenslage.kernel.citations import Confidence
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import HOUSEHOLD, Entity
from lebenslage.services.problems import WrongDefinition

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
BY_ID: Mapping[str, Fact] = {fact.id: fact for fact in FACTS}


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Cited(_Part):
    """Something that rests on a paragraph, and how sure its source is."""

    cites: Annotated[str, Field(min_length=3)]
    confidence: Confidence


class Section(_Part):
    """A part of the application: facts of one entity that belong together, or particulars."""

    id: Id
    facts: tuple[Id, ...] = ()
    particulars: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _holds_one_kind(self) -> Section:
        unknown = [one for one in self.facts if one not in BY_ID]
        if unknown:
            raise ValueError(f"section {self.id} names {', '.join(unknown)}, which is no fact: facts stand in benefits/facts")
        if bool(self.facts) == bool(self.particulars):
            raise ValueError(f"section {self.id} needs either facts or particulars")
        if len({BY_ID[one].entity for one in self.facts}) > 1:
            raise ValueError(f"section {self.id} mixes facts of several entities: please split it")
        return self

    @property
    def entity(self) -> Entity:
        """The entity whose facts stand here; the household for particulars."""
        return BY_ID[self.facts[0]].entity if self.facts else HOUSEHOLD


class Particular(_Part):
    """Something the office must know that the law does not compute with: how she is called, where she is reached, where the money goes.

    `identifies`: without it nothing can be sent. `needed`: without it nothing can be decided or paid. `unless`, `only_with`: not asked
    where that one has an answer, or has none.
    """

    id: Id
    kind: Literal["name", "street", "number", "postcode", "town", "phone", "mail", "iban", "mark", "reach"]
    identifies: bool = False
    needed: bool = False
    unless: Id | None = None
    only_with: Id | None = None


class EvidenceKind(_Part):
    """A kind of proof. It is wanted once one of its facts was answered in a way that is to be proved.

    `unless`: answers that need no proof, by fact. `required`: the office cannot decide without it. `identity`: a copy of it is marked
    as a copy before the office gets it. `period`: for how many of the last months there is one paper each. `holds_for`: how many months
    after it came, or after the last month that it shows, it is still taken; without it, it holds on.
    """

    id: Id
    required: bool = True
    unless: Mapping[Id, tuple[str, ...]] = {}
    optional_for: tuple[Id, ...] = ()
    identity: bool = False
    period: Annotated[int, Field(ge=0, le=24)] = 0
    holds_for: Annotated[int, Field(ge=1, le=120)] | None = None

    @property
    def facts(self) -> Sequence[Fact]:
        """The facts that it proves."""
        return [fact for fact in FACTS if fact.asked.evidence == self.id]


class BackDating(Cited):
    """From when an application counts."""

    begins: Literal["month_of_application", "day_of_application"]
    exceptions: tuple[Id, ...] = ()


class Period(Cited):
    """For how long a decision is made."""

    months: Annotated[int, Field(ge=1)]
    most_months: Annotated[int, Field(ge=1)]


class Responsible(Cited):
    """Who decides: the kind of authority, and what its area is found by."""

    kind: Literal["gemeinde", "kreis", "jobcenter"]
    where: Literal["dwelling", "stay"]


class Remedy(Cited):
    """What can be done against a decision: how, where, in which form and for how long."""

    kind: Literal["widerspruch", "klage", "einspruch", "beroep"]
    land: Annotated[str, Field(pattern=r"^[A-Z]{2}-[A-Z]{2,3}$")]
    months: Annotated[int, Field(ge=1)]
    months_abroad: int | None = None
    where: Literal["deciding_authority", "court"]
    form: tuple[Literal["written", "electronic", "on_record"], ...]
    then: Literal["verwaltungsgericht", "sozialgericht", "finanzgericht", "none"]


class Decision(_Part):
    """By when the office wants to decide. `own_figure`: our aim, no time limit of the law."""

    within_days: Annotated[int, Field(ge=1)]
    own_figure: bool


class Retention(_Part):
    """How long what was not sent is kept after the last activity."""

    check_hours: Annotated[int, Field(ge=1)]
    draft_days: Annotated[int, Field(ge=1)]


class Definition(_Part):
    """A service."""

    id: Id
    number_prefix: Annotated[str, Field(pattern=r"^[A-Z]{1,4}$")]
    leika: Annotated[str, Field(pattern=r"^\d{14}$")] | None
    application: Cited
    sections: tuple[Section, ...]
    settled_by_office: tuple[Id, ...] = ()
    particulars: tuple[Particular, ...]
    evidence: tuple[EvidenceKind, ...]
    back_dating: BackDating
    period: Period
    responsible: Responsible
    remedy: Remedy
    decision: Decision
    retention: Retention

    @model_validator(mode="after")
    def _fits_together(self) -> Definition:
        _once("fact", [one for section in self.sections for one in section.facts] + list(self.settled_by_office))
        _once("particular", [one for section in self.sections for one in section.particulars])
        _once("evidence", [kind.id for kind in self.evidence])
        asked = {one for section in self.sections for one in section.particulars}
        _same("particulars", asked, {one.id for one in self.particulars}, "each stands in one section and is described once")
        proofs = {BY_ID[one].asked.evidence for section in self.sections for one in section.facts} - {""}
        _same("evidence", proofs, {kind.id for kind in self.evidence}, "each proof of an asked fact is described, and no other")
        return self

    @property
    def decision_within_days(self) -> int:
        """By when the office wants to decide."""
        return self.decision.within_days

    @cached_property
    def facts(self) -> Sequence[Fact]:
        """Every fact that is asked, in the order of the sections."""
        return [BY_ID[one] for section in self.sections for one in section.facts]

    def section(self, id: str) -> Section | None:
        """A section by its id."""
        return next((one for one in self.sections if one.id == id), None)

    def particular(self, id: str) -> Particular | None:
        """A particular by its id."""
        return next((one for one in self.particulars if one.id == id), None)

    def asked(self, answered: Container[str]) -> Sequence[Particular]:
        """The particulars that are asked, given the ids of those that have an answer: some stand in for others."""
        return [one for one in self.particulars if one.unless not in answered and (one.only_with is None or one.only_with in answered)]

    def evidence_kind(self, id: str) -> EvidenceKind | None:
        """A kind of proof by its id."""
        return next((one for one in self.evidence if one.id == id), None)


def _once(what: str, ids: Sequence[str]) -> None:
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise ValueError(f"{what} {', '.join(twice)} is named twice: please keep one")


def _same(what: str, wanted: set[str], described: set[str], rule: str) -> None:
    lacking, spare = sorted(wanted - described), sorted(described - wanted)
    if lacking or spare:
        raise ValueError(f"{what}: missing {', '.join(lacking) or '-'}, superfluous {', '.join(spare) or '-'} ({rule})")


def checked(content: Any, file: str) -> Definition:
    """The definition in a file's content. Raises WrongDefinition with file, place and remedy."""
    try:
        return Definition.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "-"
        raise WrongDefinition(file=file, place=place, reason=first["msg"].removeprefix("Value error, ")) from error
