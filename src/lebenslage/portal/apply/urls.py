"""Addresses of applying, saving and resuming."""

from django.urls import path

from lebenslage.portal.apply import paper, proof_pages, proofs, saving, views

urlpatterns = [
    path("weiter/", saving.resume, name="resume"),
    path("antrag/", views.apply, name="apply"),
    path("antrag/unterlagen/", paper.checklist, name="checklist"),
    path("antrag/fertig/", paper.ready, name="ready"),
    path("antrag/fertig/antrag.pdf", paper.application_pdf, name="application_pdf"),
    path("antrag/angaben/<slug:page>/", views.particulars, name="particulars"),
    path("antrag/abschnitt/<slug:id>/", views.section, name="section"),
    path("antrag/nachweise/", proofs.proofs, name="proofs"),
    path("antrag/nachweise/datei/<uuid:document_id>/entfernen/", proofs.remove, name="remove_document"),
    path("antrag/nachweise/datei/<uuid:document_id>/zurueckholen/", proofs.restore, name="restore_document"),
    path("antrag/nachweise/datei/<uuid:document_id>/", proof_pages.document, name="document"),
    path("antrag/nachweise/datei/<uuid:document_id>/monate/", proof_pages.months, name="document_months"),
    path("antrag/nachweise/datei/<uuid:document_id>/seite/<int:number>/", proof_pages.page, name="document_page"),
    path("antrag/nachweise/datei/<uuid:document_id>/seite/<int:number>/<slug:step>/", proof_pages.change, name="change_page"),
    path("antrag/nachweise/<slug:kind>/<slug:row>/", proofs.proof, name="proof"),
    path("antrag/nachweise/<slug:kind>/<slug:row>/<uuid:document_id>/", proofs.reuse, name="reuse_document"),
    path("antrag/pruefen/", views.check_answers, name="check_answers"),
    path("antrag/absenden/", views.send, name="send"),
    path("antrag/gesendet/<uuid:case_id>/", views.sent, name="sent"),
    path("antrag/speichern/", saving.save, name="save"),
    path("antrag/speichern/code/", saving.code, name="code"),
    path("antrag/konto/", saving.connect, name="connect"),
    path("antrag/beenden/", saving.stop, name="stop"),
    path("antrag/beendet/", saving.stopped, name="stopped"),
]
