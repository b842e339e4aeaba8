"""Check my rights: a question, its answer, the next question; then what is due. Every question has its own address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.authorities.queries import places
from lebenslage.benefits.together.overview import Standing
from lebenslage.journal.actions import RESIDENT
from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import frame, sentences
from lebenslage.portal.check import asking, known, taking
from lebenslage.portal.check.interview import Interview
from lebenslage.portal.check.order import COUNTRY, NAME_OF_NEXT, PAYMENTS, PEOPLE
from lebenslage.portal.check.outcome import due
from lebenslage.portal.check.rights import everything, one_right
from lebenslage.portal.door import PortalRequest, for_anybody, keep
from lebenslage.portal.interviews import interview_of
from lebenslage.portal.outcome import tell
from lebenslage.portal.sentences import Told, told_at_fields
from lebenslage.portal.ways import way_back
from lebenslage.residents import access, actions
from lebenslage.residents.answers import GEMEINDE
from lebenslage.residents.reading import Trouble

OK = 200
CITY = "Antwerpen"


@require_safe
@for_anybody
def begin(request: PortalRequest, language: str) -> HttpResponse:
    return to_next(request, language, interview_of(request.vault, language))


@require_http_methods(["GET", "HEAD", "POST"])
@for_anybody
def question(request: PortalRequest, language: str, name: str) -> HttpResponse:
    interview = interview_of(request.vault, language)
    if request.vault is None and name not in (GEMEINDE, COUNTRY):
        return lost(request, language, name)
    if not asking.is_question(name, interview):
        return to_next(request, language, interview)
    if request.method != "POST":
        return _page(request, language, _Stand(name, interview))
    return _taken(request, language, name, interview)


def _taken(request: PortalRequest, language: str, name: str, interview: Interview) -> HttpResponse:
    if "spaeter" in request.POST:
        taken = taking.put_off(name, interview)
    elif request.POST.get("bisher", "") not in ("", rows_so_far(interview)):
        return to_next(request, language, interview)
    else:
        next_name = _name_of_next(request)
        taken = taking.take(name, asking.typed_in(request.POST, name), next_name, interview)
    if taken.troubles:
        return _page(request, language, _Stand(name, interview, taken.troubles), status=422)
    keep(request, taken.given)
    return to_next(request, language, taken.interview)


def to_next(request: HttpRequest, language: str, interview: Interview) -> HttpResponse:
    """On to the next question; where there is none, back to where a change began, or to the result."""
    name = interview.next()
    way = request.GET.get("von", "")
    if name is None:
        return HttpResponseRedirect(way_back(way, language))
    address = reverse("portal:question", args=[language, name])
    return HttpResponseRedirect(f"{address}?von={way}" if way_back(way, language, "") else address)


@require_safe
@for_anybody
def result(request: PortalRequest, language: str) -> HttpResponse:
    interview = interview_of(request.vault, language)
    if request.vault is None or not interview.answers.given:
        return redirect("portal:check", language)
    say = sentences(language)
    found = everything(interview, say) if interview.for_all_rights else None
    if found is None and interview.in_flanders:
        return redirect("portal:question", language, interview.next() or PEOPLE)
    context = {
        **frame(language, "portal:result"),
        "due": due(interview, say),
        "everything": found,
        "to_check": len(interview.others()),
        "groups": known.lines(interview, say),
        "from_here": "ergebnis",
    }
    return render(request, "portal/check/rights.html" if found else "portal/check/result.html", context)


@require_POST
@for_anybody
def check_everything(request: PortalRequest, language: str) -> HttpResponse:
    interview = interview_of(request.vault, language)
    if request.vault is None:
        return redirect("portal:check", language)
    taken = taking.everything(interview)
    keep(request, taken.given)
    return to_next(request, language, taken.interview)


@require_safe
@for_anybody
def right(request: PortalRequest, language: str, id: str) -> HttpResponse:
    interview = interview_of(request.vault, language)
    found = one_right(interview, id) if request.vault is not None else None
    if found is None:
        return redirect("portal:result", language)
    told, aside = tell(found.told, sentences(language)), found.standing is Standing.SET_ASIDE
    context = {**frame(language, "portal:right", id), "outcome": told, "id": id, "aside": aside}
    return render(request, "portal/check/right.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_anybody
def remove_person(request: PortalRequest, language: str, key: str) -> HttpResponse:
    interview = interview_of(request.vault, language)
    if request.vault is None or key not in interview.answers.rows[PERSON][1:]:
        return redirect("portal:question", language, PEOPLE)
    if request.method == "POST":
        keep(request, taking.without_row(PERSON, key, interview))
        return redirect("portal:question", language, PEOPLE)
    whose = interview.names[list(interview.answers.rows[PERSON]).index(key)]
    return render(request, "portal/check/remove_person.html", {**frame(language, "portal:remove_person", key), "key": key, "whose": whose})


@require_http_methods(["GET", "HEAD", "POST"])
@for_anybody
def delete(request: PortalRequest, language: str) -> HttpResponse:
    if request.vault is None:
        return redirect("portal:deleted", language)
    if request.method != "POST":
        return render(request, "portal/check/delete.html", frame(language, "portal:delete"))
    actions.close_vault(request.vault, by=RESIDENT)
    request.vault = None
    response = redirect("portal:deleted", language)
    access.forget(response)
    return response


@require_safe
def deleted(request: HttpRequest, language: str) -> HttpResponse:
    return render(request, "portal/check/deleted.html", frame(language, "portal:deleted"))


def lost(request: HttpRequest, language: str, name: str) -> HttpResponse:
    """The answers so far are not at hand: say so, and show what was typed just now, so that it is not lost."""
    if request.method != "POST":
        return redirect("portal:check", language)
    typed = ", ".join([*asking.typed_in(request.POST, name), *asking.typed_in(request.POST, NAME_OF_NEXT)])
    return render(request, "portal/check/lost.html", {**frame(language, "portal:check"), "typed": typed}, status=409)


def rows_so_far(interview: Interview) -> str:
    """How many rows there were when a page was drawn: a second click adds nobody."""
    return ".".join(str(len(keys)) for entity, keys in interview.answers.rows.items() if not entity.single)


@dataclass(frozen=True, slots=True)
class _Stand:
    name: str
    interview: Interview
    troubles: Sequence[Trouble] = ()


def _page(request: PortalRequest, language: str, stand: _Stand, status: int = OK) -> HttpResponse:
    say, interview = sentences(language), stand.interview
    told = told_at_fields(stand.troubles, interview.answers, say)
    asked = asking.ask(stand.name, interview, say, _sent(request, stand.name, told))
    way = request.GET.get("von", "")
    context = {
        **frame(language, "portal:question", stand.name),
        "asked": asked,
        "problems": [_linked(one, asked, language) for one in told],
        "left": interview.left(),
        "back": _back(stand, language, way),
        "again": stand.name in interview.notes.later,
        "understood": known.understood(interview.previous(stand.name), interview, say) if not told else None,
        "way": way if way_back(way, language, "") else "",
        "towns": sorted({town.name for town in places()} | {CITY}) if stand.name == GEMEINDE else (),
        "country": COUNTRY,
        "rows": _rows(asked, interview, say),
        "so_far": rows_so_far(interview),
        "open_vault": request.vault is not None,
        # Another language takes along what was typed and not understood.
        "form_id": "frage" if status != OK else "",
    }
    return render(request, "portal/check/question.html", context, status=status)


def _sent(request: PortalRequest, name: str, told: Sequence[Told]) -> asking.Sent:
    if request.method != "POST":
        return asking.Sent()
    errors = {field: " ".join(one.short for one in told if one.field == field) for field in (name, NAME_OF_NEXT)}
    return asking.Sent(asking.typed_in(request.POST, name), errors[name], _name_of_next(request), errors[NAME_OF_NEXT])


def _name_of_next(request: PortalRequest) -> str:
    return "".join(asking.typed_in(request.POST, NAME_OF_NEXT)[:1])


def _linked(told: Told, asked: asking.Asked, language: str) -> dict[str, str]:
    if told.field in (asked.name, NAME_OF_NEXT):
        return {"sentence": told.short, "address": f"#{asked.field.id if told.field == asked.name else NAME_OF_NEXT}"}
    return {"sentence": told.sentence, "address": reverse("portal:question", args=[language, told.field or PEOPLE])}


def _back(stand: _Stand, language: str, way: str) -> str:
    if way_back(way, language, ""):
        return way_back(way, language)
    before = stand.interview.previous(stand.name)
    return reverse("portal:question", args=[language, before]) if before else reverse("portal:start", args=[language])


def _rows(asked: asking.Asked, interview: Interview, say: Texts) -> list[tuple[str, str]]:
    if asked.name == PEOPLE:
        return list(zip(interview.answers.rows[PERSON], interview.names, strict=True))
    keys = [key for entity, keys in interview.answers.rows.items() if not entity.single and entity != PERSON for key in keys]
    return [(key, say("portal", "payment", number=number)) for number, key in enumerate(keys, 1)] if asked.name == PAYMENTS else []
