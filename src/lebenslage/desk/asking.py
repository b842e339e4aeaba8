"""A question to the resident: what is asked for, a text that suggests itself, three weeks' time, and how she will read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.http import HttpRequest, QueryDict

from lebenslage.cases.lines import proof_label
from lebenslage.cases.queries import CaseFile
from lebenslage.desk.casefile import head
from lebenslage.desk.facts import heading_of
from lebenslage.desk.forms import FACT, PROOF, Asking, wrong
from lebenslage.desk.saying import day, words
from lebenslage.journal.clock import today
from lebenslage.kernel.deadlines import days_after
from lebenslage.kernel.holidays import NRW
from lebenslage.law.nodes import PERSON
from lebenslage.residents.answers import FIRST, Place
from lebenslage.residents.places import ENTITIES, ON_A_ROW
from lebenslage.services.definition import BY_ID, Section
from lebenslage.services.queries import definition

DAYS_TO_ANSWER: Final = 21
SUGGEST, PREVIEW, SEND = "vorschlag", "vorschau", "senden"
type Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A question as it stands on the page: what is typed, what is wrong with it, and whether it is to be sent."""

    file: CaseFile
    typed: Mapping[str, str]
    kinds: Options
    places: Sequence[tuple[str, Options]]
    form: Asking | None = None
    step: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def sends(self) -> bool:
        """Whether everything is said and the button was *send*."""
        return self.step == SEND and self.form is not None and not self.errors

    def wanted(self) -> Mapping[str, Any]:
        """The question as the domain takes it."""
        assert self.form is not None
        given = self.form.cleaned_data
        return {
            "text": given["text"],
            "evidence_kind": given["art"] if given["was"] == PROOF else "",
            "place": given["angabe"] if given["was"] == FACT else "",
            "due": given["faellig"],
            "warning": given["hinweis"],
            "revision": given["revision"],
        }

    def context(self) -> Mapping[str, Any]:
        """What the page needs."""
        say = words()
        previewed = self.form is not None and self.step == PREVIEW and not self.errors
        preview = as_read(self.form.cleaned_data) if self.form is not None and previewed else ""
        return {
            "head": head(self.file),
            "form": self.typed,
            "errors": self.errors,
            "problems": [
                {"sentence": say("desk", "errors", key), "target": "was-nachweis" if at == "was" else at} for at, key in self.errors.items()
            ],
            "kinds": self.kinds,
            "places": self.places,
            "preview": preview,
            "paused": say("desk", "ask", "paused", due=day(self.file.case.due)),
        }


def drafted(file: CaseFile, request: HttpRequest) -> Draft:
    """The question of this request: an empty one with a suggestion, or what was typed."""
    kinds, places = _kinds(file), _places(file)
    if request.method != "POST":
        return Draft(file, _suggested(request.GET, file, places), kinds, places)
    step = request.POST.get("schritt", PREVIEW)
    if step == SUGGEST:
        return Draft(file, _suggested(request.POST, file, places), kinds, places)
    form = Asking(request.POST, kinds=kinds, places=[one for _, group in places for one in group], after=today())
    typed = {name: request.POST.get(name, "") for name in ("revision", "was", "art", "angabe", "text", "faellig", "hinweis")}
    return Draft(file, typed, kinds, places, form, step, {} if form.is_valid() else wrong(form))


def _suggested(given: QueryDict, file: CaseFile, places: Sequence[tuple[str, Options]]) -> Mapping[str, str]:
    """What suggests itself: a text for the proof or the fact, and three weeks to answer, to the next working day."""
    what = given.get("was", PROOF)
    typed = {"revision": str(file.revision), "was": what, "art": given.get("art", ""), "angabe": given.get("angabe", "")}
    typed["hinweis"] = given.get("hinweis", "" if "revision" in given else "ja")
    due = given.get("faellig") or days_after(today(), DAYS_TO_ANSWER, holidays=NRW).isoformat()
    return {**typed, "text": suggestion(what, typed["art"], typed["angabe"], places), "faellig": due}


def suggestion(what: str, kind: str, place: str, places: Sequence[tuple[str, Options]]) -> str:
    """A plain text for what is asked; nothing where it is not chosen yet."""
    say = words()
    if what == PROOF and kind:
        return say("desk", "ask", "suggestions", PROOF, kind=proof_label(kind, say))
    if what == FACT and (parts := ON_A_ROW.match(place)) and parts[3] in BY_ID:
        person = next((group for group, options in places for id, _ in options if id == place), "")
        question = say("facts", parts[3], "question")
        if parts[1] == PERSON.name:
            return say("desk", "ask", "suggestions", "angabe_person", person=person, question=question)
        return say("desk", "ask", "suggestions", FACT, question=question)
    return ""


def as_read(given: Mapping[str, Any]) -> str:
    """The whole question as the resident reads it: the text, the day, and what follows from silence where it says so."""
    say, due = words(), day(given["faellig"])
    after = say("cases", "warning", due=due) if given["hinweis"] else say("desk", "ask", "until", day=due)
    return f"{given['text'].strip()}\n\n{after}"


def _kinds(file: CaseFile) -> Options:
    """Every kind of proof of the service, by its name."""
    return sorted(((one.id, proof_label(one.id, words())) for one in definition(file.case.version).evidence), key=lambda pair: pair[1])


def _places(file: CaseFile) -> Sequence[tuple[str, Options]]:
    """Every fact that the service asks, for each person: grouped by section, or by person."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for section in definition(file.case.version).sections:
        for row, heading in _rows(file, section):
            groups.setdefault(heading, []).extend((Place(BY_ID[id], row).name, words().label(BY_ID[id])) for id in section.facts)
    return [(heading, options) for heading, options in groups.items() if options]


def _rows(file: CaseFile, section: Section) -> Sequence[tuple[str, str]]:
    """The rows of a section with what stands above their facts."""
    entity = section.entity
    keys = file.assessed.answers.rows[entity] if section.facts and entity.name in ENTITIES else [FIRST]
    if entity is PERSON and file.assessed.household is not None:
        return list(zip(keys, file.assessed.household.names[PERSON], strict=True))
    if entity.single:
        return [(FIRST, heading_of(section.id))]
    return [(key, f"{heading_of(section.id)} {key}") for key in keys]
