"""What may be published of small figures: hide, round or blur them, and attack the result before anybody else does.

A `Table` is divided by `Dimension`s; a `Rule` says what is small. `protect` hides what must be hidden and little beside it, `rounded`
rounds with all sums kept, `Noise` blurs by cell key. `audit` is the attack, beside everything that a `Ledger` says was published before.
The steps between, for who reads on: `pieces` and `relations` (what adds up), `knowledge` (what a reader has), `narrowing` (what follows
at once), `hanging` (what hangs together), `attack`, `puzzle`, `moves`, `repair` and `optimum` (which cells to hide), `overlap` (maps
that cut each other).
"""

from lebenslage.atlas.disclosure.audit import Audit, Finding, audit, possible
from lebenslage.atlas.disclosure.cell_key import Noise, cell_keys, perturbed, record_keys
from lebenslage.atlas.disclosure.dimensions import Dimension, flat, hierarchy
from lebenslage.atlas.disclosure.ledger import Ledger, Publication, read_ledger
from lebenslage.atlas.disclosure.rounding import rounded, rounded_by_chance
from lebenslage.atlas.disclosure.rules import Rule, sensitive
from lebenslage.atlas.disclosure.suppression import Protected, protect
from lebenslage.atlas.disclosure.tables import Table

__all__ = [
    "Audit",
    "Dimension",
    "Finding",
    "Ledger",
    "Noise",
    "Protected",
    "Publication",
    "Rule",
    "Table",
    "audit",
    "cell_keys",
    "flat",
    "hierarchy",
    "perturbed",
    "possible",
    "protect",
    "read_ledger",
    "record_keys",
    "rounded",
    "rounded_by_chance",
    "sensitive",
]
