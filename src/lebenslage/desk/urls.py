"""Addresses of the office's door, below /amt/."""

from django.urls import path

from lebenslage.desk import steps, views

app_name = "desk"
CASE = "fall/<uuid:case_id>/"
PROOF = f"{CASE}nachweis/<uuid:proof_id>/"

urlpatterns = [
    path("", views.work_list, name="list"),
    path("liste.csv", views.export, name="export"),
    path("noch-einmal/", views.again, name="again"),
    path(CASE, views.case, name="case"),
    path(f"{CASE}uebernehmen/", steps.take, name="take"),
    path(f"{CASE}weitergeben/", steps.assign, name="assign"),
    path(f"{CASE}pruefen/", steps.review, name="review"),
    path(f"{CASE}weiter/", steps.resume, name="resume"),
    path(f"{CASE}abschliessen/", steps.close, name="close"),
    path(f"{CASE}weiterleiten/", views.forward, name="forward"),
    path(f"{CASE}nachfragen/", views.ask, name="ask"),
    path(f"{CASE}nachfragen/<uuid:request_id>/zuruecknehmen/", steps.withdraw_request, name="withdraw_request"),
    path(f"{CASE}nachricht/", steps.message, name="message"),
    path(f"{CASE}zahl/", steps.confirm, name="confirm"),
    path(f"{CASE}angaben/annehmen/", steps.accept_all, name="accept_all"),
    path(f"{CASE}angabe/<int:fact_id>/urteil/", steps.judge_fact, name="judge_fact"),
    path(f"{CASE}angabe/<str:place>/berichtigen/", steps.correct, name="correct"),
    path(PROOF, views.proof, name="proof"),
    path(f"{PROOF}datei/", views.proof_file, name="proof_file"),
    path(f"{PROOF}urteil/", steps.judge_proof, name="judge_proof"),
    path(f"{CASE}entscheidung/vorschlag/", views.propose, name="propose"),
    path(f"{CASE}entscheidung/", views.decision, name="decision"),
    path(f"{CASE}entscheidung/entwurf.pdf", views.draft, name="draft"),
    path(f"{CASE}entscheidung/freigeben/", steps.approve, name="approve"),
    path(f"{CASE}entscheidung/zurueckgeben/", steps.send_back, name="return"),
    path(f"{CASE}versand/", steps.dispatch, name="dispatch"),
    path(f"{CASE}schriftstueck/<uuid:paper_id>/", views.paper, name="paper"),
]
