"""Pages of sign-in that allauth has not, or has in another shape: the passkey pages, where a script may run, and too many tries."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.views import LoginView
from allauth.mfa.adapter import get_adapter as second_steps
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.views.decorators.csp import csp_override

from lebenslage.pages.views import sorry

# A passkey needs the browser's help: one script of our own, on these pages alone.
WITH_SCRIPT: dict[str, Any] = {**settings.SECURE_CSP, "script-src": [CSP.SELF], "connect-src": [CSP.SELF]}
script_allowed = method_decorator(csp_override(WITH_SCRIPT), name="dispatch")


@script_allowed
class SignIn(LoginView):
    """Mail and password, or a passkey."""


@script_allowed
class SecondStep(AuthenticateView):
    """A code, or a passkey."""


@script_allowed
class PasskeyAgain(ReauthenticateWebAuthnView):
    """A passkey once more, before something sensitive."""


@script_allowed
class AddPasskey(AddWebAuthnView):
    """A passkey that opens without a password: the device checks finger, face or PIN, and the server insists on it."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Ask the device for a key that it can find by itself."""
        found = super().get_context_data(**more)
        return {**found, "js_data": {"creation_options": auth.begin_registration(self.request.user, True)}}


class RemovePasskey(RemoveWebAuthnView):
    """Take a passkey away; staff keep their last one. allauth asks this of codes alone."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it, or say why not."""
        if not second_steps().can_delete_authenticator(self.object):
            get_adapter().add_message(self.request, messages.ERROR, "keep_one")
            return redirect("mfa_index")
        return super().form_valid(form)


@login_required
def onward(request: HttpRequest) -> HttpResponse:
    return redirect(get_adapter().get_login_redirect_url(request))


def too_many(request: HttpRequest) -> HttpResponse:
    return sorry(request, "too_many", status=429)
