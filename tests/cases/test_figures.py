"""A decision rests on facts and figures a person stands for, and grants exactly what the law gives."""

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions, printing, queries
from lebenslage.cases.models import CaseFact, Decision
from lebenslage.cases.problems import (
    AgainstTheLaw,
    AmountsDiffer,
    FactsMissing,
    FactsUnreadable,
    FiguresToConfirm,
    NothingToConfirm,
    ReasonMissing,
)
from lebenslage.cases.sealed import seal_snapshot, snapshot_of
from lebenslage.cases.states import State
from tests.cases.stories import Story, Town, now

BIG_FORTUNE = "900000"


def propose(story: Story, outcome: str, reasons: str = "", **changed: str) -> Decision:
    case, town = story.reviewed(**changed), story.town
    with acting(authority=town.authority.id):
        return actions.propose(case, by=town.worker, outcome=outcome, reasons=reasons, revision=case.revision)


def test_a_grant_is_what_the_law_gives(story: Story) -> None:
    decision = story.proposed()
    kept = snapshot_of(decision)

    assert (decision.amount, decision.begins.isoformat(), decision.ends.isoformat()) == (kept["amount"], kept["begins"], kept["ends"])
    assert (kept["day"], kept["begins"], kept["ends"], kept["status"]) == ("2026-11-01", "2026-11-01", "2027-10-31", "yes")
    assert {fact["place"]: fact["typed"] for fact in kept["facts"]}["haushalt-1-miete"] == ["560"]
    assert kept["lines"]
    assert len(kept["law"]["digest"]) == 64


def test_facts_that_decide_must_be_there(story: Story) -> None:
    with pytest.raises(FactsMissing) as caught:
        propose(story, "grant", rente="")

    assert caught.value.details["missing"] == ["person-1-rente"]


def test_a_fact_the_office_rejects_is_a_fact_that_is_missing(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id):
        fact = CaseFact.objects.get(case=case, place="person-1-rente", until=None)
        case = actions.judge_fact(
            fact, by=town.worker, accepted=False, reason="Der Bescheid nennt eine andere Rente.", revision=case.revision
        )

        assert queries.assess(case).missing == ["person-1-rente"]


def test_what_cannot_be_read_is_put_right_first(story: Story) -> None:
    with pytest.raises(FactsUnreadable):
        propose(story, "grant", miete="viel")


def test_a_correction_changes_the_outcome_and_keeps_what_was_said(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id):
        before = queries.assess(case).result.amount
        actions.correct_fact(case, "person-1-rente", ["1100"], by=town.worker, reason="Laut Rentenbescheid.", revision=case.revision)
        line = next(one for one in queries.facts_of(case) if one.place == "person-1-rente")

        assert queries.assess(case).result.amount > before
        assert (line.typed, line.source, line.state, line.reason, line.by) == (
            ["1100"],
            "office",
            "accepted",
            "Laut Rentenbescheid.",
            "Frau Kaya",
        )
        assert [former.typed for former in line.history] == [["1300"]]


def test_a_correction_needs_a_reason(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id), pytest.raises(ReasonMissing):
        actions.correct_fact(case, "person-1-rente", ["1100"], by=town.worker, reason="", revision=case.revision)


def test_what_the_law_gives_is_not_refused(story: Story) -> None:
    with pytest.raises(AgainstTheLaw):
        propose(story, "refusal", "Wir möchten nicht.")


def test_what_the_law_refuses_is_not_granted(story: Story) -> None:
    with pytest.raises(AgainstTheLaw):
        propose(story, "grant", vermoegen=BIG_FORTUNE)


def test_a_refusal_needs_a_reason_and_has_no_amount(story: Story) -> None:
    with pytest.raises(ReasonMissing):
        propose(story, "refusal", vermoegen=BIG_FORTUNE)
    decision = propose(Story(story.town, story.days), "refusal", "Das Vermögen ist zu groß.", vermoegen=BIG_FORTUNE)

    assert (decision.amount, decision.begins, decision.ends) == (0, None, None)


def refused_for_silence(story: Story, after: int, *, warning: bool) -> Decision:
    case, town = story.asked(warning=warning).case, story.town
    story.days.go_by(after)
    with acting(authority=town.authority.id):
        case = actions.resume(case, by=town.worker, revision=now(case).revision)
        return actions.propose(case, by=town.worker, outcome="refusal", reasons="Der Vertrag fehlt (§ 66 SGB I).", revision=case.revision)


def test_silence_after_a_warning_is_a_reason_to_refuse(story: Story) -> None:
    assert snapshot_of(refused_for_silence(story, 20, warning=True))["ground"] == "cooperation"


@pytest.mark.parametrize(("after", "warning"), [(20, False), (14, True)])
def test_silence_is_none_without_a_warning_or_before_its_day_is_over(story: Story, after: int, warning: bool) -> None:
    with pytest.raises(AgainstTheLaw):
        refused_for_silence(story, after, warning=warning)


def test_a_figure_of_low_confidence_waits_for_a_person(story: Story, town: Town) -> None:
    case = story.reviewed(einkommensarten="zuwendung", zuwendungen="9600")
    with acting(authority=town.authority.id):
        with pytest.raises(FiguresToConfirm) as caught:
            actions.propose(case, by=town.worker, outcome="grant", reasons="", revision=case.revision)
        weak = caught.value.details["figures"]
        assert weak == queries.open_case(case.id, by=town.worker).to_confirm
        assert "zuwendungen_frei" in weak
        for figure in weak:
            case = actions.confirm_figure(case, figure, by=town.worker, revision=case.revision)
        decision = actions.propose(case, by=town.worker, outcome="grant", reasons="", revision=case.revision)

        assert [one["figure"] for one in snapshot_of(decision)["confirmed"]] == weak


def test_nothing_is_confirmed_that_does_not_wait(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id), pytest.raises(NothingToConfirm):
        actions.confirm_figure(case, "faktor", by=town.worker, revision=case.revision)


def test_a_notice_with_other_amounts_is_not_printed(story: Story, town: Town) -> None:
    decision = story.approved()
    kept = snapshot_of(decision)
    kept["amount"] += 100
    decision.sealed_snapshot = seal_snapshot(town.authority.id, decision.id, kept)
    with acting(authority=town.authority.id):
        decision.save()
        with pytest.raises(AmountsDiffer):
            printing.issue_notice(decision.id)

        assert now(decision.case).state == State.APPROVED
