"""The application, the running notice and what changed since."""

from lebenslage.kernel.units import CentPerMonth, Count, Months
from lebenslage.law.facts import LAST_DAY, day, flag, money, number
from lebenslage.law.nodes import HOUSEHOLD

NEVER = LAST_DAY

antragsdatum = day("antragsdatum", HOUSEHOLD)
dauer_monate = number("dauer_monate", HOUSEHOLD, Months, least=1, greatest=24, assumed=12)
ablehnung_ab = day("ablehnung_ab", HOUSEHOLD, proof="ablehnungsbescheid", assumed=NEVER, keine=NEVER)
ablehnung_bekannt_am = day("ablehnung_bekannt_am", HOUSEHOLD, proof="ablehnungsbescheid")
bescheid_unwirksam_ab = day("bescheid_unwirksam_ab", HOUSEHOLD, assumed=NEVER, nicht=NEVER)
mieterhoehung_ab = day("mieterhoehung_ab", HOUSEHOLD, proof="mieterhoehung", assumed=NEVER, keine=NEVER)
mieterhoehung_bekannt_am = day("mieterhoehung_bekannt_am", HOUSEHOLD, proof="mieterhoehung")
voraussetzungen_ab = day("voraussetzungen_ab", HOUSEHOLD, assumed=1, sofort=1)
laufender_bescheid_ab = day("laufender_bescheid_ab", HOUSEHOLD, proof="wohngeldbescheid", assumed=NEVER, keiner=NEVER)
laufender_bescheid_bis = day("laufender_bescheid_bis", HOUSEHOLD, proof="wohngeldbescheid", assumed=1, keiner=1)

bescheid_mitglieder = number("bescheid_mitglieder", HOUSEHOLD, Count, least=1, greatest=60, proof="wohngeldbescheid")
bescheid_ausgeschlossene = number("bescheid_ausgeschlossene", HOUSEHOLD, Count, greatest=60, proof="wohngeldbescheid")
bescheid_miete_ohne_heizung = money("bescheid_miete_ohne_heizung", HOUSEHOLD, CentPerMonth, proof="wohngeldbescheid", best=None)
bescheid_bruttokaltmiete = money("bescheid_bruttokaltmiete", HOUSEHOLD, CentPerMonth, proof="wohngeldbescheid", best=None)
bescheid_gesamteinkommen = money("bescheid_gesamteinkommen", HOUSEHOLD, CentPerMonth, proof="wohngeldbescheid", best=None)
bescheid_einnahmen = money("bescheid_einnahmen", HOUSEHOLD, CentPerMonth, proof="wohngeldbescheid", best=None)
bescheid_wohngeld = money("bescheid_wohngeld", HOUSEHOLD, CentPerMonth, proof="wohngeldbescheid", best=None)
aenderung_am = day("aenderung_am", HOUSEHOLD)
aenderung_durch_auszug = flag("aenderung_durch_auszug", HOUSEHOLD)
aenderung_dauerhaft = flag("aenderung_dauerhaft", HOUSEHOLD)
