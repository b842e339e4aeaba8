"""What we ask of allauth, in our words: where to go after signing in, what is said, what a mail holds, who may sign up."""

from pathlib import PurePosixPath
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.module_loading import import_string

from lebenslage.accounts.access import SECOND_STEPS, just_signed_in
from lebenslage.accounts.seals import seal, unseal
from lebenslage.pages.frame import sentences
from lebenslage.pages.middleware import language_of

SAID = (
    "totp_activated",
    "totp_deactivated",
    "webauthn_added",
    "webauthn_removed",
    "password_changed",
    "password_set",
    "email_confirmed",
    "keep_one",
)


class SignIn(DefaultAccountAdapter):
    """Sign-in and sign-up."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The first page of whoever signs in; the roof knows it, since rooms above this one have the doors."""
        return import_string(settings.FIRST_PAGE)(request)

    get_signup_redirect_url = get_login_redirect_url

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """The start page in the reader's language."""
        return resolve_url(settings.START_PAGE, language_of(request))

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Who has just signed in is not asked for the password at once again."""
        return super().is_reauthentication_required(app=app, **more) and not just_signed_in(context.request)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say what has changed, from our own text files; what needs no words is not said."""
        name = PurePosixPath(message_template or "").stem
        words = message or (sentences(language_of(request))("accounts", "messages", name) if name in SAID else "")
        if words:
            messages.add_message(request, level, words, extra_tags=extra_tags)

    def render_mail(self, template_prefix: str, email: str | list[str], context: dict[str, Any], headers: Any = None) -> EmailMessage:
        """A mail from our own text files: no name, no case, no amount; a link at the most."""
        say, name = sentences(language_of(context["request"])), PurePosixPath(template_prefix).name
        link = next((context[key] for key in ("password_reset_url", "activate_url", "signup_url") if context.get(key)), "")
        body = say("accounts", "mails", name, "text", link=link, host=context["request"].get_host())
        subject = say("accounts", "mails", name, "subject")
        return EmailMessage(subject, body, self.get_from_email(), [email] if isinstance(email, str) else email, headers=headers)


class SecondStep(DefaultMFAAdapter):
    """One-time codes and passkeys."""

    def encrypt(self, text: str) -> str:
        """Seal the secret of the codes."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open the secret of the codes."""
        return unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        """What the app shows beside the codes."""
        return f"Lebenslage {context.request.get_host()}"

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Staff keep at least one second step."""
        user: Any = authenticator.user
        others = Authenticator.objects.filter(user_id=user.pk, type__in=SECOND_STEPS).exclude(pk=authenticator.pk)
        return not user.is_staff_member or others.exists()
