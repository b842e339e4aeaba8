"""The pages that everybody may read, and those on which a neighbour puts something up."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lebenslage.accounts.scope import acting
from lebenslage.journal.actions import RESIDENT
from lebenslage.neighbours import actions, queries
from lebenslage.neighbours.door import BoardRequest, NeighbourRequest, account_of, for_anybody, for_neighbours, with_account
from lebenslage.neighbours.filled import Field, Filled, filled
from lebenslage.neighbours.framing import page_of_board
from lebenslage.neighbours.models import Kind, Reason, Side
from lebenslage.pages.frame import frame, sentences
from lebenslage.residents.actions import attach, open_vault

TITLE: Final = Field("title", 80, public=True)
TEXT: Final = Field("text", 600, lines=True, public=True)
POST_FIELDS: Final = (Field("side", choices=Side.values), Field("kind", choices=Kind.values), TITLE, TEXT, Field("far", needed=False))
REPORT_FIELDS: Final = (Field("reason", choices=Reason.values), Field("words", 1000, lines=True, needed=False))


@require_safe
def towns(request: HttpRequest, language: str) -> HttpResponse:
    found = list(queries.towns())
    if len(found) == 1:
        return redirect("neighbours:board", language, found[0].key)
    return render(request, "neighbours/towns.html", {**frame(language, "neighbours:towns"), "towns": found})


@require_safe
@for_anybody
def board(request: BoardRequest, language: str) -> HttpResponse:
    names = queries.quarters(request.town)
    own = request.neighbour.area if request.neighbour else ""
    asked = {"area": request.GET.get("quartier", own), "side": request.GET.get("art", ""), "kind": request.GET.get("was", "")}
    known = {"area": names, "side": Side.values, "kind": Kind.values}
    wish = queries.Wish(**{name: value for name, value in asked.items() if value in known[name]})
    shown = queries.on_board(request.town, wish)
    place = request.town.town or request.town.name
    context = {"place": place, "posts": shown, "wish": wish, "quarters": names, "connectors": queries.connectors(request.town, wish.area)}
    return page_of_board(request, "board", language, context)


@require_safe
@for_anybody
def sheet(request: BoardRequest, language: str, area: str) -> HttpResponse:
    names = queries.quarters(request.town)
    if area not in names:
        raise Http404
    context = {"quarter": names[area], "posts": queries.on_sheet(request.town, area), "connectors": queries.connectors(request.town, area)}
    return render(
        request, "neighbours/sheet.html", {**frame(language, "neighbours:sheet", request.town.key, area), "town": request.town, **context}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_anybody
def post(request: BoardRequest, language: str, post_id: UUID) -> HttpResponse:
    shown = queries.standing(request.town, post_id)
    if shown is None:
        return page_of_board(request, "gone", language, {}, post_id, page="post", status=404)
    form = Filled(sentences(language))
    if request.method == "POST" and request.neighbour is not None:
        form = filled(request.POST, [Field("text", 2000, lines=True)], form.say)
        neighbour, about = request.neighbour, shown.post
        if form.try_to(lambda: actions.answer(neighbour, about, form.values["text"]), at="text"):
            return redirect("neighbours:mine", language, request.town.key)
    mine = request.vault is not None and shown.post.vault_id == request.vault.id
    context = {"shown": shown, "form": form, "mine": mine, "connectors": queries.connectors(request.town, shown.post.area)}
    return page_of_board(request, "post", language, context, post_id)


@require_http_methods(["GET", "HEAD", "POST"])
@with_account
def join(request: BoardRequest, language: str) -> HttpResponse:
    names, form = queries.quarters(request.town), Filled(sentences(language))
    form.values = {"name": queries.chosen_name(request.neighbour), "area": request.neighbour.area if request.neighbour else ""}
    if request.method == "POST":
        form = filled(request.POST, [Field("name", 40, public=True), Field("area", choices=list(names)), Field("rules")], form.say)
        if form.try_to(lambda: _joined(request, form, language), at="name"):
            return redirect("neighbours:new", language, request.town.key)
    return page_of_board(request, "join", language, {"form": form, "quarters": names})


def _joined(request: BoardRequest, form: Filled, language: str) -> None:
    """Who has an account and no vault gets one."""
    vault = request.vault
    if vault is None:
        with acting():
            vault = attach(open_vault(), account_of(request), by=RESIDENT)
    with acting(authority=request.town.id, vault=vault.id):
        actions.join(request.town, vault, name=form.values["name"], area=form.values["area"], language=language)


@require_http_methods(["GET", "HEAD", "POST"])
@for_neighbours
def new(request: NeighbourRequest, language: str) -> HttpResponse:
    form = Filled(sentences(language))
    if request.method == "POST":
        form = filled(request.POST, POST_FIELDS, form.say)
        if form.try_to(lambda: actions.put_up(request.neighbour, wording(form)), at="title"):
            return redirect("neighbours:mine", language, request.town.key)
    return page_of_board(request, "new", language, {"form": form, "quarter": queries.quarters(request.town).get(request.neighbour.area)})


def wording(form: Filled) -> actions.Wording:
    """A post as it was filled in."""
    values = form.values
    return actions.Wording(values["side"], values["kind"], values["title"], values["text"], whole_town=bool(values["far"]))


@require_http_methods(["GET", "HEAD", "POST"])
@for_anybody
def report(request: BoardRequest, language: str, post_id: UUID) -> HttpResponse:
    shown, form = queries.standing(request.town, post_id), Filled(sentences(language))
    if shown is None:
        return page_of_board(request, "gone", language, {}, post_id, page="report", status=404)
    if request.method == "POST":
        form = filled(request.POST, REPORT_FIELDS, form.say)
        by, about = request.vault.id if request.vault else None, shown.post
        values = form.values
        if form.try_to(lambda: actions.report(about, reason=values["reason"], text=values["words"], vault=by), at="reason"):
            return page_of_board(request, "thanks", language, {}, post_id, page="report")
    return page_of_board(request, "report", language, {"shown": shown, "form": form, "reasons": Reason.values}, post_id)


@require_safe
@for_neighbours
def mine(request: NeighbourRequest, language: str) -> HttpResponse:
    context = {"posts": queries.own_posts(request.neighbour), "talks": queries.talks(request.neighbour)}
    return page_of_board(request, "mine", language, context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_neighbours
def manage(request: NeighbourRequest, language: str, post_id: UUID) -> HttpResponse:
    shown = queries.own_post(request.neighbour, post_id)
    if shown is None:
        return redirect("neighbours:mine", language, request.town.key)
    if request.method == "POST":
        step = STEPS.get(request.POST.get("step", ""))
        if step is not None:
            step(shown.post)
        return redirect("neighbours:mine", language, request.town.key)
    return page_of_board(request, "manage", language, {"shown": shown}, post_id)


STEPS: Final[dict[str, Any]] = {
    "renew": lambda one: actions.renew(one, by=RESIDENT),
    "worked": lambda one: actions.end(one, worked=True, by=RESIDENT),
    "end": lambda one: actions.end(one, worked=False, by=RESIDENT),
    "delete": lambda one: actions.delete(one, by=RESIDENT),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_neighbours
def leave(request: NeighbourRequest, language: str) -> HttpResponse:
    if request.method == "POST":
        actions.leave(request.neighbour)
        return redirect("neighbours:board", language, request.town.key)
    return page_of_board(request, "leave", language, {})
