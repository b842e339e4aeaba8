"""A notice as data: everything that §§ 33, 35 and 36 SGB X ask for, whatever the benefit. What a benefit adds stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from lebenslage.kernel.deadlines import Remedy
from lebenslage.papers.letter import Addressee, Sender
from lebenslage.papers.plain import plain

FORMAT: Final = "lebenslage/notice/1"


class Outcome(StrEnum):
    """What is decided: what was asked for, less than that, or nothing."""

    GRANT = "grant"
    PARTIAL = "partial"
    REFUSAL = "refusal"


class Dispatch(StrEnum):
    """How a notice reaches somebody: by post, or in the portal with her consent."""

    POST = "post"
    PORTAL = "portal"


@dataclass(frozen=True, slots=True)
class CalculationLine:
    """A numbered step that can be disputed. `exact` is the whole number in `unit`, as the rule concluded it."""

    number: int
    rule: str
    row: int
    person: str
    label: str
    sentence: str
    value: str
    exact: int
    unit: str
    cites: str


@dataclass(frozen=True, slots=True)
class PersonTold:
    """Somebody in the dwelling: whether she counts, and why not."""

    name: str
    counted: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceAmount:
    """A figure that later changes are measured against; `limit` is the amount beyond which, and `tell` in words when, it is to be told."""

    name: str
    label: str
    value: str
    exact: int
    unit: str
    limit: str
    tell: str
    cites: str


@dataclass(frozen=True, slots=True)
class ConfirmedFigure:
    """A figure of the law with a weak source that a person checked for this case."""

    figure: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Payment:
    """Where the money goes. The account number is masked before it comes here."""

    iban_masked: str
    holder: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RemedyTold:
    """What can be done against the decision, where, and the last day if it goes out on the day foreseen."""

    remedy: Remedy
    where: str
    sent_on: date
    counts_from: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Matter:
    """What a caseworker and the case hand in: everything of a notice that does not follow from the calculation.

    `reasons` are the caseworker's own words; `conditions` are Auflagen; `signed_by` is the name under the notice (§ 33 Abs. 3 SGB X), the
    caseworker's where it is empty. A draft is marked as such and may lack confirmations.
    """

    outcome: Outcome
    sender: Sender
    addressee: Addressee
    case_number: str
    applied_on: date
    dated: date
    sent_on: date
    remedy: Remedy
    dispatch: Dispatch = Dispatch.POST
    reasons: str = ""
    conditions: tuple[str, ...] = ()
    payment: Payment | None = None
    confirmed: tuple[ConfirmedFigure, ...] = ()
    signed_by: str = ""
    court: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class NoticeContent:
    """A whole notice. `amount` is in cents a month, None in a refusal; `cites` are the paragraphs that the decision rests on.

    `burden` is true for a subsidy to owners; `because` is what the calculation says of the reasons, `matter.reasons` the caseworker.
    """

    benefit: str
    language: str
    subject: str
    matter: Matter
    decision: str
    burden: bool
    amount: int | None
    begins: date | None
    ends: date | None
    persons: tuple[PersonTold, ...]
    because: str
    cites: tuple[str, ...]
    lines: tuple[CalculationLine, ...]
    reference_amounts: tuple[ReferenceAmount, ...]
    remedy: RemedyTold
    law_of: date

    def data(self) -> Mapping[str, Any]:
        """The machine-readable copy: this very content, with days as `2026-11-24` and amounts in cents."""
        return {"format": FORMAT, **plain(self)}
