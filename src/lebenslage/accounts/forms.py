"""A one-time code opens once: also within the minute and a half in which a slow clock may still show it."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.cache import cache
from django.forms import Form

from lebenslage.accounts.models import User

USED_FOR = 120


class OneUse(Form):
    """Refuses a code that this user has used already, in whichever process."""

    user: User

    def clean_code(self) -> str:
        """The code, if it is right and new. Raises ValidationError."""
        code: str = super().clean_code()  # type: ignore[misc]
        if not cache.add(f"code-used:{self.user.pk}:{code.replace(' ', '')}", 1, timeout=USED_FOR):
            raise get_adapter().validation_error("incorrect_code")
        return code


class Code(OneUse, AuthenticateForm):
    """The second step of signing in."""


class CodeAgain(OneUse, ReauthenticateForm):
    """The second step once more, before something sensitive."""


class FirstCode(OneUse, ActivateTOTPForm):
    """The code that shows that the app was set up."""
