"""A vault is opened by its resident alone: in her name, or in nobody's until she is known; never while somebody else acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lebenslage.accounts.scope import NOBODY, acting, current
from lebenslage.residents.models import Vault
from lebenslage.residents.problems import NotYourVault


@contextmanager
def opened(vault: Vault) -> Iterator[None]:
    """Act in the name of a vault until the block ends. Raises NotYourVault where another vault or an authority acts."""
    scope = current()
    if scope.vault == vault.pk:
        yield
    elif scope == NOBODY:
        with acting(vault=vault.pk):
            yield
    else:
        raise NotYourVault
