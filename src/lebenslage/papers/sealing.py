"""Setting a seal on a finished paper, so that a change of a single byte is seen.

Sealing appends to the file (an incremental update): what the press made stays as it is, tagged and PDF/A-3a. The field is invisible and
lies outside the page, as PDF/UA wants it of what nobody reads. Neither a clock nor chance is asked: the same paper sealed at the same
time is the same file.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from lebenslage.papers.seal import Seal, length_of

FIELD: Final = "Siegel"
READ_AS: Final = "Siegel der Plattform, auf der dieses Dokument entstanden ist"
SHA256: Final = "sha256"
OUTSIDE: Final = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)


class _Appendix(IncrementalPdfFileWriter):
    """What is added to a file: numbered after its content instead of by chance, and its metadata left as the press wrote them."""

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> generic.ArrayObject:
        first, _ = prev.trailer["/ID"]
        prev.stream.seek(0)
        return generic.ArrayObject([first, generic.ByteStringObject(hashlib.sha256(prev.stream.read()).digest()[:16])])

    def _update_meta(self) -> None:
        return


def sealed(pdf: bytes, seal: Seal, *, at: datetime) -> bytes:
    """The paper with a seal that covers all of it and allows no change. Raises ValueError for a time without zone, or a second seal."""
    if at.tzinfo is None:
        raise ValueError("the time of a seal needs a zone")
    writer = _Appendix(BytesIO(pdf.rstrip(b"\n") + b"\n"))  # each object of a PDF/A begins a line
    if "/AcroForm" in writer.root:
        raise ValueError("this paper is sealed already, or has a form")
    writer.register_extension(ESIC_EXTENSION_1)
    embedding = PdfCMSEmbedder(SigFieldSpec(FIELD, readable_field_name=READ_AS, invis_sig_settings=OUTSIDE)).write_cms(FIELD, writer)
    _name_in_structure(writer, next(embedding))
    embedding.send(_signature(seal, at))
    prepared, output = embedding.send(SigIOSetup(md_algorithm=SHA256))
    embedding.send(seal.signed(prepared.document_digest))
    return bytes(output.getbuffer())


def _name_in_structure(writer: _Appendix, field: generic.IndirectObject) -> None:
    """Make the field the last element of a tagged paper: PDF/UA lets no field stand outside the structure (7.18.4)."""
    tree, widget = writer.root["/StructTreeRoot"], field.get_object()
    document, number, page = tree["/K"][0], int(tree["/ParentTreeNextKey"]), widget.raw_get("/P")
    name = generic.NameObject
    reference = generic.DictionaryObject({name("/Type"): name("/OBJR"), name("/Obj"): field, name("/Pg"): page})
    element = generic.DictionaryObject({
        name("/Type"): name("/StructElem"),
        name("/S"): name("/Form"),
        name("/P"): tree["/K"].raw_get(0),
        name("/Pg"): page,
        name("/Alt"): generic.TextStringObject(READ_AS),
        name("/Lang"): generic.TextStringObject("de"),
        name("/K"): reference,
    })  # fmt: skip
    placed = writer.add_object(element)
    document["/K"].append(placed)
    tree["/ParentTree"]["/Nums"].extend((generic.NumberObject(number), placed))
    tree[name("/ParentTreeNextKey")] = generic.NumberObject(number + 1)
    widget[name("/StructParent")] = generic.NumberObject(number)
    for changed in (document["/K"], tree["/ParentTree"]["/Nums"], tree):
        writer.update_container(changed)


def _signature(seal: Seal, at: datetime) -> SigObjSetup:
    """An empty place of exactly the length of the seal: nothing is left over to be filled."""
    length = 2 * length_of(seal.certificate)  # in hexadecimal digits
    place = SignatureObject(timestamp=at.astimezone(UTC), subfilter=SigSeedSubFilter.PADES, bytes_reserved=length)
    return SigObjSetup(place, mdp_setup=SigMDPSetup(md_algorithm=SHA256, certify=True, docmdp_perms=MDPPerm.NO_CHANGES))
