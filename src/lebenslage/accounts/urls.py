"""Sign-in, under `/anmelden/`: allauth's views under their own names, so that it finds them, at addresses that people can read."""

from allauth.account import views as account
from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path, re_path
from django.views.generic import RedirectView

from lebenslage.accounts import views
from lebenslage.accounts.passkey_account import BeginAccount, FinishAccount

urlpatterns = [
    path("", views.SignIn.as_view(), name="account_login"),
    path("abmelden/", account.logout, name="account_logout"),
    path("gesperrt/", account.account_inactive, name="account_inactive"),
    path("bestaetigen/", account.reauthenticate, name="account_reauthenticate"),
    path("konto-anlegen/", account.signup, name="account_signup"),
    path("konto-anlegen/passkey/", BeginAccount.as_view(), name="begin_passkey_account"),
    path("konto-anlegen/passkey/schluessel/", FinishAccount.as_view(), name="finish_passkey_account"),
    path("adresse/", account.email_verification_sent, name="account_email_verification_sent"),
    path("adresse/<str:key>/", account.confirm_email, name="account_confirm_email"),
    path("passwort/aendern/", account.password_change, name="account_change_password"),
    path("passwort/festlegen/", account.password_set, name="account_set_password"),
    path("passwort/vergessen/", account.password_reset, name="account_reset_password"),
    path("passwort/vergessen/gesendet/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^passwort/neu/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$", account.password_reset_from_key, name="account_reset_password_from_key"
    ),
    path("passwort/neu/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("weiter/", views.onward, name="first_page"),
    path("konto/", base.index, name="mfa_index"),
    path("zweiter-schritt/", views.SecondStep.as_view(), name="mfa_authenticate"),
    path("zweiter-schritt/bestaetigen/", base.reauthenticate, name="mfa_reauthenticate"),
    path("app/einrichten/", totp.activate_totp, name="mfa_activate_totp"),
    path("app/entfernen/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("ersatzcodes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("ersatzcodes/neu/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("passkey/alle/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("passkey/einrichten/", views.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("passkey/bestaetigen/", views.PasskeyAgain.as_view(), name="mfa_reauthenticate_webauthn"),
    path("passkey/<int:pk>/entfernen/", views.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
]
