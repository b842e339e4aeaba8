"""Addresses of the dossier."""

from django.urls import path

from lebenslage.portal.dossier import bringing, mail, views

urlpatterns = [
    path("meine/", views.mine, name="mine"),
    path("meine/post/", mail.mail, name="mail"),
    path("post/abbestellen/<str:signed>/", mail.no_mail, name="no_mail"),
    path("meine/<uuid:case_id>/", views.case, name="case"),
    path("meine/<uuid:case_id>/bescheid/", views.notice, name="notice"),
    path("meine/<uuid:case_id>/papier/<uuid:paper_id>/", views.paper, name="paper"),
    path("meine/<uuid:case_id>/antwort/<uuid:request_id>/", views.answer, name="answer"),
    path("meine/<uuid:case_id>/nachweise/", bringing.bring, name="bring"),
    path("meine/<uuid:case_id>/nachweise/<uuid:document_id>/", bringing.arrived, name="arrived"),
    path("meine/<uuid:case_id>/nachricht/", views.message, name="message"),
    path("meine/<uuid:case_id>/zuruecknehmen/", views.withdraw, name="withdraw"),
]
