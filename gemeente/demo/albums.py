"""Photos and documents of the demo, shown by their owners through the actions people use."""

from collections.abc import Iterable

from django.core.files.base import ContentFile

from gemeente.demo.content import DemoAlbum, DemoPaper, DemoShot
from gemeente.demo.shots import shot_of
from gemeente.lib.documents import CleanDocument, clean_pdf
from initiatives.actions.documents import add_document
from initiatives.actions.photos import add_photos, describe_photos
from initiatives.enums import PhotoPlace
from initiatives.models import Initiative, Update


def show_albums(albums: Iterable[DemoAlbum]) -> None:
    """All of them."""
    for album in albums:
        show_album(album)


def show_album(album: DemoAlbum) -> None:
    """Everything of one album."""
    initiative = Initiative.objects.get(title=album.title)
    show(initiative, album.gallery, PhotoPlace.GALLERY)
    if album.of_news:
        show(initiative, album.of_news, PhotoPlace.NEWS, initiative.updates.latest("created_at"))
    for paper in album.papers:
        add_document(
            initiative=initiative,
            actor=initiative.owner,
            document=written(paper),
            title=paper.title,
            is_public=paper.is_public,
        )


def show(initiative: Initiative, shots: tuple[DemoShot, ...], place: PhotoPlace, update: Update | None = None) -> None:
    """Photos of one place, and what is on them."""
    if not shots:
        return
    photos = [shot_of(shot.scene) for shot in shots]
    made = add_photos(initiative=initiative, actor=initiative.owner, photos=photos, place=place, update=update)
    words = {photo.pk: shot.words for photo, shot in zip(made, shots, strict=True)}
    describe_photos(initiative=initiative, actor=initiative.owner, descriptions=words)


def written(paper: DemoPaper) -> CleanDocument:
    """A PDF of one page, as it comes out of an upload."""
    lines = [f"/F1 20 Tf 60 760 Td ({paper.title}) Tj /F1 13 Tf 0 -14 Td"]
    lines += [f"0 -26 Td ({line}) Tj" for line in paper.lines]
    text = f"BT {' '.join(lines)} ET".encode("cp1252")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R/Lang(nl)>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    data, starts = b"%PDF-1.7\n", []
    for number, written in enumerate(objects, start=1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n" + table + end
    return clean_pdf(ContentFile(data, name=f"{paper.title}.pdf"))
