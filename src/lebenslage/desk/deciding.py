"""Proposing and approving: what is typed, what still stands in the way, how the notice will look, what changed since the proposal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from lebenslage.authorities.models import Staff
from lebenslage.cases import actions, queries
from lebenslage.cases.models import Decision, Evidence, Outcome
from lebenslage.cases.queries import CaseFile
from lebenslage.cases.sealed import snapshot_of
from lebenslage.desk.calculation import Note, calculation
from lebenslage.desk.facts import Facts
from lebenslage.desk.forms import Proposing, wrong
from lebenslage.desk.pictures import MOST_PAGES, sheets
from lebenslage.desk.proofs import proof
from lebenslage.desk.saying import problem_in_words, words
from lebenslage.kernel.errors import Problem
from lebenslage.law.engine import Status

PREVIEW, AS_PDF, SEND = "vorschau", "pdf", "senden"
PDF: Final = "application/pdf"
USUAL: Final = {Status.YES: Outcome.GRANT.value, Status.NO: Outcome.REFUSAL.value}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as it stands on the page."""

    file: CaseFile
    typed: Mapping[str, str]
    form: Proposing | None = None
    step: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def sends(self) -> bool:
        """Whether everything is said and the button was *send*."""
        return self.step == SEND and self.form is not None and not self.errors

    @property
    def prints(self) -> bool:
        """Whether the button was *preview as PDF*."""
        return self.step == AS_PDF and self.form is not None and not self.errors

    def pdf(self, by: Staff) -> bytes:
        """The notice as it would be, of a proposal that is made and taken back at once. Raises what stands in its way."""
        with transaction.atomic():
            decision = actions.propose(self.file.case, by=by, **self.wanted())
            drawn = queries.preview(decision, by=by)
            transaction.set_rollback(True)
        return drawn

    def wanted(self) -> Mapping[str, Any]:
        """The proposal as the domain takes it."""
        assert self.form is not None
        given = self.form.cleaned_data
        return {"outcome": given["ergebnis"], "reasons": given["begruendung"], "revision": given["revision"]}

    def context(self, by: Staff) -> Mapping[str, Any]:
        """What the page needs; with the notice as it would be, where a preview was asked for."""
        say = words()
        wants_preview = self.step == PREVIEW and not self.errors
        drawn, reason = pictured(lambda: self.pdf(by)) if wants_preview else ((), "")
        targets = {"ergebnis": f"ergebnis-{Outcome.GRANT.value}"}
        return {
            "form": self.typed,
            "errors": self.errors,
            "problems": [{"sentence": say("desk", "errors", key), "target": targets.get(at, at)} for at, key in self.errors.items()],
            "outcomes": [{"id": one, "label": say("desk", "propose", "outcomes", one)} for one in Outcome.values],
            "blockers": list(blockers(self.file)),
            "sheets": drawn,
            "no_preview": reason,
        }


def drafted(file: CaseFile, request: HttpRequest) -> Proposal:
    """The proposal of this request: what the law suggests, or what was typed."""
    if request.method != "POST":
        result = file.assessed.result
        usual = USUAL.get(result.status, "") if result is not None else ""
        return Proposal(file, {"revision": str(file.revision), "ergebnis": usual, "begruendung": ""})
    form = Proposing(request.POST)
    typed = {name: request.POST.get(name, "") for name in ("revision", "ergebnis", "begruendung")}
    return Proposal(file, typed, form, request.POST.get("schritt", PREVIEW), {} if form.is_valid() else wrong(form))


def blockers(file: CaseFile) -> Iterator[Note]:
    """What must be settled before a proposal can rest on the facts."""
    found, here = calculation(file), reverse("desk:case", args=[file.case.id])
    yield from found.troubles
    yield from found.missing
    say = words()
    yield from (Note(say("desk", "propose", "confirm", figure=one.label), f"{here}#zahlen") for one in found.to_check if not one.confirmed)


def pictured(draw: Callable[[], bytes]) -> tuple[Sequence[str], str]:
    """A notice as pictures, or the sentence why there are none."""
    try:
        return sheets(draw()), ""
    except Problem as problem:
        return (), problem_in_words(problem)


def approval(file: CaseFile, *, by: Staff) -> Mapping[str, Any]:
    """What the second person looks at: the notice, and what has changed since the proposal."""
    decision = standing(file)
    drawn, reason = pictured(lambda: queries.preview(decision, by=by))
    may_decide = "approve" in file.allowed
    return {"changes": list(changes(file, decision)), "sheets": drawn, "no_preview": reason, "may_decide": may_decide}


def standing(file: CaseFile) -> Decision:
    """The decision that stands. Raises Http404 where there is none."""
    if file.standing is None:
        raise Http404
    return get_object_or_404(Decision.objects, pk=file.standing.id)


def changes(file: CaseFile, decision: Decision) -> Iterator[str]:
    """Every fact that is another now than in the snapshot of the proposal."""
    say, none = words(), words()("desk", "none")
    then = {fact["place"]: (fact["typed"], fact["state"]) for fact in snapshot_of(decision)["facts"]}
    for line in file.facts:
        typed, state = then.get(line.place, ([], ""))
        if (list(line.typed), line.state) != (list(typed), state):
            yield say("desk", "decision", "changed_fact", label=line.label, before=", ".join(typed) or none, after=line.value or none)


def proof_beside_facts(file: CaseFile, proof_id: UUID, *, by: Staff, changing: str) -> Mapping[str, Any]:
    """A proof as pictures with the facts it is for, and what the virus scanner says; before it passed nothing is shown."""
    line = next((one for one in file.evidence if one.id == proof_id), None)
    if line is None:
        raise Http404
    evidence = get_object_or_404(Evidence.objects.select_related("blob"), pk=proof_id, case=file.case.id)
    shown, say = proof(file, line), words()
    addresses = _drawn(evidence, shown.file, by) if evidence.blob.shown else ()
    pages = [
        {"address": one, "label": say("desk", "proof", "page", kind=shown.label, number=number, number_of_pages=len(addresses))}
        for number, one in enumerate(addresses, start=1)
    ]
    more = say("desk", "proof", "more_pages", number=MOST_PAGES) if len(pages) == MOST_PAGES else ""
    scan = say("desk", "proof", "scan", evidence.blob.scan or "none")
    facts = list(Facts(file, changing).proven_by(line))
    return {"proof": shown, "sheets": pages, "more_pages": more, "facts": facts, "scan": scan, "opens": evidence.blob.shown}


def _drawn(evidence: Evidence, address: str, by: Staff) -> Sequence[str]:
    """A PDF is drawn here; a photo comes from its own address."""
    return sheets(queries.proof_content(evidence, by=by)) if evidence.blob.media_type == PDF else [address]
