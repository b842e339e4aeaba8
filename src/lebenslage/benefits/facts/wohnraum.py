"""The dwelling that is looked for: a subsidised flat, or an own house (WFNG NRW)."""

from lebenslage.kernel.units import CentPerYear
from lebenslage.law.facts import MAX_AMOUNT, day, flag, money
from lebenslage.law.nodes import HOUSEHOLD, PERSON

wohnung_in_nrw = flag("wohnung_in_nrw", HOUSEHOLD, assumed=1)
zieht_mit_ein = flag("zieht_mit_ein", PERSON, assumed=1)
aufenthalt_noch_ein_jahr = flag("aufenthalt_noch_ein_jahr", HOUSEHOLD, proof="aufenthaltstitel", best=1)
heirat_am = day("heirat_am", HOUSEHOLD, proof="heiratsurkunde")
wohneigentum_geplant = flag("wohneigentum_geplant", HOUSEHOLD, assumed=0)
kauf_oder_bau_begonnen = flag("kauf_oder_bau_begonnen", HOUSEHOLD, best=0, when=wohneigentum_geplant.yes())
wfng_abzug_anerkannt = money("wfng_abzug_anerkannt", HOUSEHOLD, CentPerYear, proof="abzugsbestaetigung", best=MAX_AMOUNT)
