"""Passing a case on: the office is searched by its town, the reason written, and a second click confirms what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.http import HttpRequest

from lebenslage.authorities.municipality import Municipality
from lebenslage.authorities.queries import invented_towns, office_for, search
from lebenslage.authorities.spelling import folded
from lebenslage.cases.assessment import applied_day
from lebenslage.cases.queries import CaseFile
from lebenslage.desk.casefile import head
from lebenslage.desk.forms import Forwarding as ForwardingForm
from lebenslage.desk.forms import wrong
from lebenslage.desk.saying import words

SEARCH, PREVIEW, SEND = "suchen", "vorschau", "senden"
MOST_OFFERED: Final = 8
TARGETS: Final = {"ziel": "ort"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A forwarding as it stands on the page: what is typed, the towns that were found, what is wrong, and whether it is to be sent."""

    file: CaseFile
    typed: Mapping[str, str]
    towns: Sequence[Municipality]
    form: ForwardingForm | None = None
    step: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def sends(self) -> bool:
        """Whether everything is said and was confirmed."""
        return self.step == SEND and self.form is not None and not self.errors

    def wanted(self) -> Mapping[str, Any]:
        """The forwarding as the domain takes it."""
        assert self.form is not None
        given = self.form.cleaned_data
        return {"place": self._town, "reason": given["grund"], "revision": given["revision"]}

    def context(self) -> Mapping[str, Any]:
        """What the page needs."""
        say, town = words(), self._town
        previewed = self.step == PREVIEW and not self.errors and town is not None
        return {
            "head": head(self.file),
            "form": self.typed,
            "errors": self.errors,
            "problems": [{"sentence": say("desk", "errors", key), "target": TARGETS.get(at, at)} for at, key in self.errors.items()],
            "towns": [(one.key.key, say("desk", "forward", "town", name=one.name, kreis=one.kreis)) for one in self.towns],
            "searched": bool(self.typed["ort"].strip()),
            "confirm": self._confirmation(town) if previewed and town is not None else None,
        }

    @property
    def _town(self) -> Municipality | None:
        return next((one for one in self.towns if one.key.key == self.typed["ziel"]), None)

    def _confirmation(self, town: Municipality) -> Mapping[str, Any]:
        """Where it goes, what happens to it, and that the date stays."""
        office = office_for(self.file.case.version.service, town)
        say, way = words(), "connected" if office.connected else "by_post"
        return {
            "lines": list(office.lines),
            "way": say("desk", "forward", way),
            "unknown": "" if office.connected or office.known else say("desk", "forward", "address_unknown"),
            "date": say("desk", "forward", "date_stays", day=applied_day(self.file.case)),
        }


def drafted(file: CaseFile, request: HttpRequest) -> Draft:
    """The forwarding of this request: an empty one, or what was typed."""
    given = request.POST if request.method == "POST" else request.GET
    typed = {name: given.get(name, "") for name in ("ort", "ziel", "grund")} | {"revision": given.get("revision", str(file.revision))}
    towns, step = _found(typed["ort"]), given.get("schritt", SEARCH)
    if request.method != "POST":
        return Draft(file, typed, towns)
    if step == SEARCH:
        return Draft(file, typed, towns, step=step, errors={} if towns else {"ort": "no_town_found"})
    form = ForwardingForm(request.POST, towns=[(one.key.key, one.name) for one in towns])
    return Draft(file, typed, towns, form, step, {} if form.is_valid() else wrong(form))


def _found(text: str) -> Sequence[Municipality]:
    """The towns whose name has this text, those of this installation first."""
    wanted = folded(text)
    if not wanted:
        return ()
    return [*(town for town in invented_towns() if wanted in folded(town.name)), *search(text)][:MOST_OFFERED]
