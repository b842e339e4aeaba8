"""What allauth tells us of."""

from allauth.mfa.signals import authenticator_added

from lebenslage.accounts.access import remember_set_up

authenticator_added.connect(remember_set_up, dispatch_uid="second step")
