"""Addresses of the boards; the language stands before them."""

from django.urls import path

from lebenslage.neighbours import views
from lebenslage.neighbours.mails import views as mails
from lebenslage.neighbours.talks import views as talks

app_name = "neighbours"
TOWN = "<slug:town>/"
POST = f"{TOWN}beitrag/<uuid:post_id>/"
TALK = f"{TOWN}gespraech/<uuid:talk_id>/"
urlpatterns = [
    path("", views.towns, name="towns"),
    path("meine/", mails.news, name="news"),
    path("keine-mails/<str:signed>/", mails.no_mail, name="no_mail"),
    path(TOWN, views.board, name="board"),
    path(f"{TOWN}mitmachen/", views.join, name="join"),
    path(f"{TOWN}neu/", views.new, name="new"),
    path(f"{TOWN}meine/", views.mine, name="mine"),
    path(f"{TOWN}meine/<uuid:post_id>/", views.manage, name="manage"),
    path(f"{TOWN}meine/stunden/", talks.hours, name="hours"),
    path(f"{TOWN}meine/mails/", mails.mails, name="mails"),
    path(f"{TOWN}meine/aufhoeren/", views.leave, name="leave"),
    path(f"{TOWN}aushang/<slug:area>/", views.sheet, name="sheet"),
    path(POST, views.post, name="post"),
    path(f"{POST}melden/", views.report, name="report"),
    path(TALK, talks.talk, name="talk"),
    path(f"{TALK}abstand/", talks.keep_away, name="keep_away"),
    path(f"{TALK}melden/", talks.report_talk, name="report_talk"),
]
