"""The application as a sealed paper: made from the answers as they are, the same answers give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from lebenslage.authorities.offices import ResponsibleOffice
from lebenslage.cases.assessment import full_name
from lebenslage.cases.beginning import needed
from lebenslage.files.installation_seal import installation_seal
from lebenslage.law.texts import Texts
from lebenslage.pages.languages import DEFAULT
from lebenslage.papers.application import Applicant, ApplicationContent, Office, ProofAsked, application_pdf
from lebenslage.papers.receipt import Section, Stated
from lebenslage.papers.sealing import sealed
from lebenslage.portal.apply.enclosed import Enclosed, enclosed
from lebenslage.portal.apply.particulars import entries
from lebenslage.portal.apply.stay import OF_ADDRESS, REACH, TOWN
from lebenslage.portal.apply.tasks import GROUPS, Application, section_lines
from lebenslage.portal.interviews import interview_in
from lebenslage.residents.models import Vault
from lebenslage.residents.places import particular
from lebenslage.residents.queries import sources_in

NUMBER_LENGTH = 8

type Typed = Mapping[str, Sequence[str]]


def sealed_application(form: Application) -> bytes:
    """The application with the seal of this installation, dated by the last answer."""
    at = last_change(form.draft.vault, form.draft.begun)
    return sealed(application_pdf(content(form, at)), installation_seal(), at=at)


def last_change(vault: Vault, begun: datetime) -> datetime:
    """When an answer of a vault was last given, in the zone of the town."""
    return timezone.localtime(max([begun, *(since for _, since in sources_in(vault).values())]))


def content(form: Application, at: datetime) -> ApplicationContent:
    """What the paper says: for the person in her language, for the office in German."""
    german = replace(form, language=DEFAULT, interview=interview_in(form.typed, DEFAULT))
    return ApplicationContent(
        office=on_paper(form.office),
        applicant=applicant(form.typed),
        number=f"LB-{form.draft.pk.hex[:NUMBER_LENGTH].upper()}",
        right=german.say("benefits", form.draft.version.service, "name"),
        made=at,
        sections=tuple(_sections(german)),
        proofs=tuple(_proof(enclosed(one, german)) for one in german.wanted),
        facts={place: list(texts) for place, texts in needed(form.definition, form.typed).items()},
        language=form.language,
    )


def on_paper(office: ResponsibleOffice) -> Office:
    """The office as papers name it. Where no town is known, any will do."""
    place = f"{office.postcode} {office.town}".strip()
    return Office(office.name, office.department, office.street, place, office.phone, office.email, office.hours)


def applicant(typed: Typed) -> Applicant:
    """Who applies, and where and how she is reached."""
    street, number, postcode, town = (_first(typed, place) for place in OF_ADDRESS)
    lines = (f"{street} {number}".strip(), f"{postcode} {town}".strip())
    reached = (_first(typed, place) for place in (particular("telefon"), particular("email"), REACH))
    return Applicant(full_name(typed), tuple(filter(None, lines)), _first(typed, TOWN), tuple(filter(None, reached)))


def _first(typed: Typed, place: str) -> str:
    return next(iter(typed.get(place, ())), "")


def _sections(german: Application) -> Iterator[Section]:
    say = german.say
    about = [one for page in german.pages for one in entries(page, german.definition, german.typed, say, {}) if one.value]
    yield Section(say("ready", "paper", "about"), tuple(Stated(one.label, one.value) for one in about))
    for group in GROUPS:
        stated = tuple(_stated(group, german, say))
        if stated:
            yield Section(say("ready", "paper", group), stated)


def _stated(group: str, german: Application, say: Texts) -> Iterator[Stated]:
    """The answers of a group. The one who signs is named where there are others, and never called "you"."""
    people = german.interview.names
    named = {say("check", "household"): "", people[0]: full_name(german.typed) if len(people) > 1 else ""}
    for lines in section_lines(group, german):
        yield from (Stated(line.label, line.value, named.get(lines.heading, lines.heading)) for line in lines.lines)


def _proof(told: Enclosed) -> ProofAsked:
    return ProofAsked(told.label, told.why, told.alternatives, told.whose)
