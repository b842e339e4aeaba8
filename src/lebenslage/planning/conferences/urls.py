"""Addresses."""

from django.urls import path

from lebenslage.planning.conferences import briefing_views, meeting, views

urlpatterns = [
    path("", views.conferences, name="conferences_start"),
    path("neu/", views.new_conference, name="conferences_new"),
    path("nachhalten/", meeting.follow_ups, name="conferences_follow_ups"),
    path("adressbuch/", views.address_book, name="conferences_book"),
    path("adressbuch/<int:number>/", views.change_contact, name="conferences_contact"),
    path("adressbuch/<int:number>/weglegen/", views.put_away, name="conferences_put_away"),
    path("beschluss/<int:number>/", meeting.decision, name="conferences_decision"),
    path("beschluss/<int:number>/stand/", meeting.follow, name="conferences_follow"),
    path("beschluss/<int:number>/massnahme/", meeting.make_measure, name="conferences_measure"),
    path("<uuid:key>/", views.conference, name="conferences_one"),
    path("<uuid:key>/bearbeiten/", views.change_conference, name="conferences_change"),
    path("<uuid:key>/entfernen/", views.remove_conference, name="conferences_remove"),
    path("<uuid:key>/schritt/<slug:name>/", views.step, name="conferences_step"),
    path("<uuid:key>/eingeladen/", views.invited, name="conferences_invited"),
    path("<uuid:key>/tagesordnung/", views.agenda, name="conferences_agenda"),
    path("<uuid:key>/einladung/", views.letter, name="conferences_letter"),
    path("<uuid:key>/termin.ics", views.appointment, name="conferences_appointment"),
    path("<uuid:key>/vorbereitung/", briefing_views.briefing, name="conferences_briefing"),
    path("<uuid:key>/mitschrift/", meeting.notes, name="conferences_notes"),
    path("<uuid:key>/mitschrift/<int:number>/", meeting.write, name="conferences_write"),
    path("<uuid:key>/anwesend/", meeting.presence, name="conferences_presence"),
    path("<uuid:key>/beschluss/", meeting.decide, name="conferences_decide"),
    path("<uuid:key>/niederschrift.pdf", meeting.minutes, name="conferences_minutes"),
    path("<uuid:key>/veroeffentlichen/", meeting.publish, name="conferences_publish"),
]
