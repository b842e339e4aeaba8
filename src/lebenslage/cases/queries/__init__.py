"""Everything that is read of cases: the list, one case for the desk, one for its resident, papers and proofs."""

from lebenslage.cases.assessment import Assessed, assess
from lebenslage.cases.lines import DecisionLine, EvidenceLine, FactLine, RequestLine, facts_of
from lebenslage.cases.queries.casefile import CaseFile, open_case
from lebenslage.cases.queries.papers import paper, paper_content, preview, proof_content
from lebenslage.cases.queries.resident import NoticeTold, ResidentCase, Standing, for_resident, resident_case
from lebenslage.cases.queries.worklist import Page, Row, Totals, colleagues, totals, work_list

__all__ = [
    "Assessed",
    "CaseFile",
    "DecisionLine",
    "EvidenceLine",
    "FactLine",
    "NoticeTold",
    "Page",
    "RequestLine",
    "ResidentCase",
    "Row",
    "Standing",
    "Totals",
    "assess",
    "colleagues",
    "facts_of",
    "for_resident",
    "open_case",
    "paper",
    "paper_content",
    "preview",
    "proof_content",
    "resident_case",
    "totals",
    "work_list",
]
