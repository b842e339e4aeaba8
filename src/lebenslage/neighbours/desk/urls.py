"""Addresses of connectors and of who appoints them."""

from django.urls import path

from lebenslage.neighbours.desk import views

app_name = "connectors"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("beitrag/<uuid:post_id>/", views.look_at_post, name="post"),
    path("meldung/<uuid:report_id>/", views.look_at_report, name="report"),
    path("neu/", views.put_up_for, name="put_up_for"),
    path("einrichten/", views.set_up, name="set_up"),
]
