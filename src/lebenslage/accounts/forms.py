"""What is typed at the door: a mail address as it was pasted; a one-time code, which opens once, however slow the clock that shows it."""

from collections.abc import Mapping

from allauth.account.forms import LoginForm, ResetPasswordForm, SignupForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.cache import cache
from django.forms import Form

from lebenslage.accounts.models import User
from lebenslage.kernel.typed import as_words

USED_FOR = 120
ADDRESSES = ("login", "email")


class Pasted(Form):
    """Reads a mail address without the marks nobody sees that come along when it is pasted."""

    def __init__(self, data: Mapping[str, str] | None = None, *args: object, **kwargs: object) -> None:
        """Read what was sent; the page shows it so."""
        read = {name: as_words(data[name]) for name in ADDRESSES if name in data} if data else {}
        super().__init__({**data.dict(), **read} if data else data, *args, **kwargs)  # type: ignore[arg-type, attr-defined]


class SignIn(Pasted, LoginForm):
    """The first step of signing in."""


class SignUp(Pasted, SignupForm):
    """A new account."""


class NewPassword(Pasted, ResetPasswordForm):
    """Asking for a new password."""


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
