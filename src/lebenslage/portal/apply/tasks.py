"""The task list: what is done, what is open, and that nothing but name, address and birth date must be there to send."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.urls import reverse

from lebenslage.authorities.offices import ResponsibleOffice
from lebenslage.authorities.queries import office_where, other_town
from lebenslage.benefits.facts import personen
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.portal.apply.particulars import PAGES, missing, pages_for
from lebenslage.portal.check.interview import Interview
from lebenslage.portal.check.known import Lines, lines
from lebenslage.portal.check.order import PAYMENTS, PEOPLE, place_of
from lebenslage.portal.interviews import interview_in
from lebenslage.residents.answers import GEMEINDE, Place
from lebenslage.residents.models import Draft
from lebenslage.residents.places import particular
from lebenslage.residents.queries import Wanted, proofs_wanted, typed_in
from lebenslage.services.definition import Definition
from lebenslage.services.queries import definition

# Sections of a service as the task list groups them.
GROUPS: Final[Mapping[str, Sequence[str]]] = {
    "haushalt": ("personen", "leistungen", "haushalt"),
    "wohnung": ("wohnung",),
    "einkommen": ("einkommen", "unterhalt", "antrag"),
}
TOWN_OF_ADDRESS: Final = particular("ort")
ACCOUNT: Final = "konto"
OWN: Final[Mapping[str, str]] = {GEMEINDE: "wohnung", PEOPLE: "haushalt", PAYMENTS: "einkommen"}


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the task list."""

    name: str
    address: str
    state: str
    note: str = ""


@dataclass(frozen=True)
class Application:
    """A draft with everything that its pages show: read once."""

    draft: Draft
    language: str
    typed: Mapping[str, Sequence[str]]
    interview: Interview
    wanted: Sequence[Wanted]

    @property
    def definition(self) -> Definition:
        """The service as it was when the draft began."""
        return definition(self.draft.version)

    @property
    def say(self) -> Texts:
        """The sentences of the page."""
        return sentences(self.language)

    @property
    def birth_date_missing(self) -> bool:
        """Whether the applicant did not say when she was born."""
        return not self.interview.answers.at(personen.geburtsdatum, self.interview.answers.rows[PERSON][0])

    @property
    def may_be_sent(self) -> bool:
        """Whether it says who applies, and where. A paper goes to any town hall, so it needs no town of the register."""
        identified = not any(set(missing(page, self.definition, self.typed)) & self._identifying for page in self.pages)
        return identified and not self.birth_date_missing and bool(self.interview.answers.gemeinde or not self.office.connected)

    @property
    def pages(self) -> Sequence[str]:
        """The pages of particulars that concern her."""
        return pages_for(self.typed)

    @cached_property
    def office(self) -> ResponsibleOffice:
        """The office that decides, by the town that she named, else by that of her address. Not connected, the way ends in a paper."""
        return office_where(self.draft.version.service, self.interview.answers.gemeinde or self._address_town)

    @cached_property
    def other_town(self) -> str:
        """The town of her address, where it is another one than she named before: one of the two is a slip, and it decides who decides."""
        return other_town(self.interview.answers.gemeinde, self._address_town)

    @property
    def _address_town(self) -> str:
        return "".join(self.typed.get(TOWN_OF_ADDRESS, ()))

    @property
    def proofs_open(self) -> Sequence[Wanted]:
        """The proofs of which nothing was brought yet."""
        return [one for one in self.wanted if one.required and not one.documents]

    @property
    def _identifying(self) -> set[str]:
        return {one.id for one in self.definition.particulars if one.identifies}


def application(draft: Draft, language: str) -> Application:
    """A draft, read for its pages."""
    typed = typed_in(draft.vault)
    return Application(draft, language, typed, interview_in(typed, language), proofs_wanted(draft, typed))


def tasks(form: Application) -> Sequence[tuple[str, Sequence[Task]]]:
    """The task list in parts: about you, your answers, proofs and account."""
    say = form.say
    about = [_particulars(page, form) for page in form.pages if page != ACCOUNT]
    answers = [_section(group, form) for group in GROUPS]
    return [
        (say("apply", "parts", "about"), about),
        (say("apply", "parts", "answers"), answers),
        (say("apply", "parts", "proofs"), [_proofs(form), _particulars(ACCOUNT, form)]),
    ]


def group_of(name: str, form: Application) -> str:
    """The group in which a question stands."""
    if name in OWN:
        return OWN[name]
    place = place_of(name, form.interview.answers)
    return next((group for group, ids in GROUPS.items() if place and _in_sections(place, ids, form.definition)), "haushalt")


def section_lines(group: str, form: Application) -> Sequence[Lines]:
    """The answers of a group."""
    return lines(form.interview, form.say, lambda name: group_of(name, form) == group)


def _in_sections(place: Place, ids: Sequence[str], service: Definition) -> bool:
    return any(place.fact.id in section.facts for section in service.sections if section.id in ids)


def _particulars(page: str, form: Application) -> Task:
    lacking = missing(page, form.definition, form.typed)
    some = any(form.typed.get(f"angaben-1-{id}") for id in PAGES[page])
    state = "open" if lacking else "done" if some else "optional"
    return Task(form.say("apply", "pages", page, "task"), reverse("portal:particulars", args=[form.language, page]), state)


def _section(group: str, form: Application) -> Task:
    left = [name for name in form.interview.open() if group_of(name, form) == group]
    note = form.say("apply", "open_questions", number=len(left)) if left else ""
    address = reverse("portal:section", args=[form.language, group])
    return Task(form.say("apply", "sections", group), address, "open" if left else "done", note)


def _proofs(form: Application) -> Task:
    if not form.office.connected:
        note = form.say("ready", "proofs_wanted", number=len(form.wanted)) if form.wanted else ""
        return Task(form.say("apply", "sections", "nachweise"), reverse("portal:checklist", args=[form.language]), "later", note)
    brought = sum(bool(one.documents) for one in form.wanted)
    note = form.say("apply", "proofs_brought", brought=brought, wanted=len(form.wanted)) if form.wanted else ""
    state = "later" if form.proofs_open else "done"
    return Task(form.say("apply", "sections", "nachweise"), reverse("portal:proofs", args=[form.language]), state, note)
