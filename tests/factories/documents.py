"""Documents: a PDF as a word processor writes it, with what one wants to put in it."""

from django.core.files.uploadedfile import SimpleUploadedFile

from gemeente.lib.documents import CleanDocument, clean_pdf

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>"


def pdf(*objects: bytes, catalog: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF of one empty page, with a true table of its objects; more entries of its catalogue and trailer."""
    root = b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>"
    made = [root, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, *objects]
    data, starts = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, written in enumerate(made, start=1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    rest = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(made) + 1, table)
    rest += b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(made) + 1, trailer)
    return data + rest + b"startxref\n%d\n%%%%EOF\n" % len(data)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """An object that is a stream."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def sent_pdf(data: bytes | None = None, name: str = "tekening.pdf") -> SimpleUploadedFile:
    """A PDF as a browser sends it."""
    return SimpleUploadedFile(name, pdf() if data is None else data)


def a_document(name: str = "tekening.pdf") -> CleanDocument:
    """A PDF that was checked."""
    return clean_pdf(sent_pdf(name=name))
