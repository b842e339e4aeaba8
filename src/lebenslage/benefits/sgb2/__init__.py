"""SGB II: Buergergeld, since 2026-07-01 Grundsicherungsgeld. Other rights read the person rules that are exported here."""

from lebenslage.benefits.sgb2.rules.anspruch import SGB2_LEISTUNG, sgb2_leistung, sgb2_sofortzuschlaege, sgb2_summe
from lebenslage.benefits.sgb2.rules.deckung import sgb2_eigenes_einkommen, sgb2_kind_deckt_eigenen_bedarf
from lebenslage.benefits.sgb2.rules.einmalig import sgb2_anrechenbares_einkommen
from lebenslage.benefits.sgb2.rules.erwerb import sgb2_erwerbstaetigenfreibetrag
from lebenslage.benefits.sgb2.rules.lebensbedarf import sgb2_bedarf
from lebenslage.benefits.sgb2.rules.mehrbedarf import sgb2_mehrbedarf
from lebenslage.benefits.sgb2.rules.regelbedarf import sgb2_regelbedarf
from lebenslage.benefits.sgb2.rules.unterkunft import sgb2_unterkunft_kopfteil
from lebenslage.benefits.sgb2.rules.vermoegen import sgb2_bg_mitglied, sgb2_vermoegen_im_freibetrag
from lebenslage.benefits.sgb2.rules.verteilung import sgb2_anspruch, sgb2_berechtigt, sgb2_sofortzuschlag, sgb2_zahlbetrag

__all__ = [
    "SGB2_LEISTUNG",
    "sgb2_anrechenbares_einkommen",
    "sgb2_anspruch",
    "sgb2_bedarf",
    "sgb2_berechtigt",
    "sgb2_bg_mitglied",
    "sgb2_eigenes_einkommen",
    "sgb2_erwerbstaetigenfreibetrag",
    "sgb2_kind_deckt_eigenen_bedarf",
    "sgb2_leistung",
    "sgb2_mehrbedarf",
    "sgb2_regelbedarf",
    "sgb2_sofortzuschlaege",
    "sgb2_sofortzuschlag",
    "sgb2_summe",
    "sgb2_unterkunft_kopfteil",
    "sgb2_vermoegen_im_freibetrag",
    "sgb2_zahlbetrag",
]
