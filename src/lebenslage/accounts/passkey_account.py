"""An account without a password: an address, then a passkey. Nothing is kept of whoever stops in between.

allauth has such pages only where every address must be verified first; here nobody needs mail to go on.
"""

from __future__ import annotations

import uuid
from typing import Any, Final

from allauth.account.fields import EmailField
from allauth.account.internal.flows.manage_email import email_already_exists
from allauth.account.models import Login
from allauth.decorators import rate_limit
from allauth.mfa.webauthn.forms import SignupWebAuthnForm
from allauth.mfa.webauthn.internal import auth, flows
from django.db import IntegrityError
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.generic.edit import FormView

from lebenslage.accounts.actions import open_account
from lebenslage.accounts.models import User
from lebenslage.accounts.views import script_allowed

BEGUN: Final = "passkey-account"


class Address(Form):
    """The address of somebody who has no account yet."""

    email = EmailField()

    def clean_email(self) -> str:
        """The address. Raises ValidationError where somebody has it."""
        return email_already_exists(self.cleaned_data["email"])[0]


@method_decorator(rate_limit(action="signup"), name="dispatch")
class BeginAccount(FormView):
    """First the address."""

    form_class = Address
    template_name = "accounts/passkey_address.html"

    def form_valid(self, form: Address) -> HttpResponse:
        """Remember the address for the next page."""
        self.request.session[BEGUN] = {"email": form.cleaned_data["email"], "id": str(uuid.uuid4())}
        return redirect("finish_passkey_account")


@script_allowed
class FinishAccount(FormView):
    """Then the key: with it the account comes into being, and its owner is signed in."""

    form_class = SignupWebAuthnForm
    template_name = "accounts/passkey_key.html"

    def dispatch(self, request: HttpRequest, *args: Any, **more: Any) -> HttpResponseBase:
        """Back to the address where none was given."""
        begun = request.session.get(BEGUN)
        if begun is None or request.user.is_authenticated:
            return redirect("first_page" if request.user.is_authenticated else "begin_passkey_account")
        self.user = User(id=uuid.UUID(begun["id"]), email=begun["email"])
        return super().dispatch(request, *args, **more)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Whose key it will be."""
        return {**super().get_form_kwargs(), "user": self.user}

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """What the device is asked for."""
        return {**super().get_context_data(**more), "js_data": {"creation_options": auth.begin_registration(self.user, True)}}

    def form_valid(self, form: SignupWebAuthnForm) -> HttpResponse:
        """Open the account and sign in."""
        del self.request.session[BEGUN]
        try:
            passkey = open_account(self.user, form.cleaned_data["name"], form.cleaned_data["credential"])
        except IntegrityError:
            return redirect("begin_passkey_account")
        return flows.perform_passwordless_login(self.request, passkey, Login(user=self.user, signup=True))
