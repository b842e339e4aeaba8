"""Proofs come with an application, with an answer, or by themselves; each once, sealed for the authority; the desk judges them."""

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions, queries
from lebenslage.cases.models import Case, Evidence
from lebenslage.cases.problems import NotAllowed, NothingSaid, NothingToJudge, ReasonMissing
from lebenslage.files.models import Blob, Content
from lebenslage.journal.actions import RESIDENT
from lebenslage.residents.actions import add_document
from lebenslage.residents.models import Document
from lebenslage.residents.problems import UnknownPlace, UnknownProof
from tests.cases.stories import PICTURE, Story, Town, now


def brought(story: Story, kind: str = "mietvertrag", row: str = "", content: bytes = PICTURE) -> Document:
    with acting(vault=story.vault.id):
        return add_document(story.vault, content=content, name="Foto vom Vertrag.png", kind=kind, row=row, by=RESIDENT)


def with_contract(story: Story) -> Case:
    story.drafted()
    brought(story)
    return story.reviewed()


def test_a_proof_stands_beside_the_facts_it_is_for(story: Story, town: Town) -> None:
    case = with_contract(story)
    with acting(authority=town.authority.id):
        file = queries.open_case(case.id, by=town.worker)

    (proof,) = file.evidence
    assert (proof.name, proof.label, proof.state) == (
        "Foto vom Vertrag.pdf",
        "Mietvertrag oder anderer Vertrag über die Wohnung",
        "received",
    )
    assert "haushalt-1-miete" in proof.facts
    assert next(line for line in file.facts if line.place == "haushalt-1-miete").evidence == proof.id


def test_the_copy_is_sealed_for_the_authority_and_opens_there(story: Story, town: Town) -> None:
    with_contract(story)
    with acting(authority=town.authority.id):
        proof = Evidence.objects.get()

        assert queries.proof_content(proof, by=town.worker).startswith(b"%PDF-")
        assert Blob.objects.get(pk=proof.blob_id).key_owner == town.authority.id
        assert b"%PDF-" not in bytes(Content.objects.get(blob_id=proof.blob_id).sealed)


def test_an_answer_brings_a_proof_once(story: Story, town: Town) -> None:
    request = story.asked(evidence_kind="mietvertrag")
    document = brought(story)
    with acting(vault=story.vault.id):
        actions.answer_request(request, text="", documents=[document, document], by=RESIDENT)
        with pytest.raises(NothingSaid):
            actions.bring_proofs(request.case, documents=[document], by=RESIDENT)

        assert Evidence.objects.count() == 1
        assert [line.key for line in story.seen(request.case).messages] == ["submitted", "asked", "proofs_brought"]


def test_a_case_is_complete_with_the_last_proof(story: Story) -> None:
    case = story.submitted()
    missing = [("mietvertrag", ""), ("ausweis", "person-1"), ("rentenbescheid", "person-1"), ("lohnabrechnung", "person-1")]
    for number, (kind, row) in enumerate(missing):
        assert story.seen(case).next_step == "bring_proofs"
        document = brought(story, kind, row, PICTURE)
        with acting(vault=story.vault.id):
            case = actions.bring_proofs(case, documents=[document], by=RESIDENT)
        assert (case.complete is None) == (number < len(missing) - 1)

    assert story.seen(case).next_step == "nothing"


def test_a_rejected_proof_says_why_and_is_wanted_again(story: Story, town: Town) -> None:
    case = with_contract(story)
    with acting(authority=town.authority.id):
        proof = Evidence.objects.get()
        with pytest.raises(ReasonMissing):
            actions.judge_evidence(proof, by=town.worker, accepted=False, reason="", revision=case.revision)
        actions.judge_evidence(proof, by=town.worker, accepted=False, reason="Seite 2 fehlt.", revision=case.revision)
    seen = story.seen(case)

    assert [(one.state, one.reason) for one in seen.evidence] == [("rejected", "Seite 2 fehlt.")]
    assert seen.messages[-1].values["reason"] == "Seite 2 fehlt."


def test_a_proof_is_said_to_be_readable_before_it_is_judged(story: Story, town: Town) -> None:
    case = with_contract(story)
    with acting(authority=town.authority.id):
        proof = Evidence.objects.get()
        case = actions.find_readable(proof, by=town.worker, revision=case.revision)
    assert [one.state for one in story.seen(case).evidence] == ["readable"]

    with acting(authority=town.authority.id):
        case = actions.judge_evidence(proof, by=town.worker, accepted=True, reason="", revision=case.revision)
        with pytest.raises(NothingToJudge):
            actions.find_readable(proof, by=town.worker, revision=case.revision)
    assert [one.state for one in story.seen(case).evidence] == ["accepted"]


def test_a_correction_rests_on_a_proof_of_the_same_case(story: Story, town: Town) -> None:
    case, other = with_contract(story), Story(town, story.days).reviewed()
    with acting(authority=town.authority.id):
        proof = Evidence.objects.get()
        with pytest.raises(NotAllowed):
            actions.correct_fact(
                other, "haushalt-1-miete", ["570"], by=town.worker, reason="Laut Vertrag.", revision=other.revision, evidence=proof
            )
        fact = actions.correct_fact(
            case, "haushalt-1-miete", ["570"], by=town.worker, reason="Laut Vertrag.", revision=case.revision, evidence=proof
        )

        assert (fact.source, fact.evidence_id) == ("proof", proof.id)


@pytest.mark.parametrize(("field", "wrong"), [("evidence_kind", UnknownProof), ("place", UnknownPlace)])
def test_the_office_asks_for_what_there_is(story: Story, field: str, wrong: type[Exception]) -> None:
    with pytest.raises(wrong):
        story.asked(**{field: "quittung"})


def test_an_answer_in_the_last_moment_stops_a_refusal_for_silence(story: Story, town: Town) -> None:
    request = story.asked()
    story.days.go_by(20)
    with acting(authority=town.authority.id):
        case = actions.resume(now(request.case), by=town.worker, revision=now(request.case).revision)
        decision = actions.propose(case, by=town.worker, outcome="refusal", reasons="Keine Antwort (§ 66 SGB I).", revision=case.revision)
    with acting(vault=story.vault.id):
        actions.answer_request(request, text="Ich war im Krankenhaus.", documents=[], by=RESIDENT)
    with acting(authority=town.authority.id), pytest.raises(NotAllowed):
        actions.approve(decision, by=town.approver, revision=now(case).revision)
