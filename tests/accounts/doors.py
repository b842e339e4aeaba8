"""Two small doors behind `staff_required`, beside the real addresses."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import include, path

from lebenslage.accounts.scope import current
from lebenslage.accounts.views import too_many
from lebenslage.authorities.access import staff_required
from lebenslage.authorities.models import Role
from lebenslage.pages.views import nothing_here, something_broke


@staff_required(Role.CASEWORKER)
def desk(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.staff.name} {current().authority}")


@staff_required(Role.PLANNER)
def planning(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.staff.name)


@staff_required()
def late(request: HttpRequest) -> TemplateResponse:
    return Late(request, "unused")


class Late(TemplateResponse):
    """Says in whose name it is drawn."""

    @property
    def rendered_content(self) -> str:
        return str(current().authority)


urlpatterns = [path("amt/", desk), path("spaet/", late), path("planung/", planning), path("", include("lebenslage.site.urls"))]
handler429 = too_many
handler404 = nothing_here
handler500 = something_broke
