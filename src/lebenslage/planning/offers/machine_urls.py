"""Addresses of the directory for machines: HSDS 3.0 in JSON."""

from django.urls import path

from lebenslage.planning.offers.hsds import views

urlpatterns = [
    path("", views.about, name="hsds"),
    path("services", views.services, name="hsds_services"),
    path("services/<uuid:uid>", views.service, name="hsds_service"),
    path("organizations", views.organizations, name="hsds_organizations"),
    path("organizations/<uuid:uid>", views.organization, name="hsds_organization"),
    path("locations", views.locations, name="hsds_locations"),
    path("locations/<uuid:uid>", views.location, name="hsds_location"),
    path("service_at_locations", views.sites, name="hsds_sites"),
    path("service_at_locations/<uuid:uid>", views.site, name="hsds_site"),
    path("taxonomies", views.taxonomies, name="hsds_taxonomies"),
    path("taxonomy_terms", views.terms, name="hsds_terms"),
]
