"""The pages of agenda in the small town of tests.world."""

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import people_with_role
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.agenda import promised, yes
from tests.sights import Sight
from tests.wijken.agenda.access import worked_out
from wijken.agenda.actions.agreeing import sign_text
from wijken.agenda.actions.exploring import sum_up
from wijken.agenda.actions.promising import change_promise, counter_sign, reply_to_promise, tell_progress
from wijken.agenda.enums import ContributionKind, Progress
from wijken.models import WijkTheme


def make(fatima: User, oostgaarde: Wijk, initiative: Initiative) -> tuple[Sight, ...]:
    """Something of everything that agenda shows, and its pages."""
    roles = {"willem": Role.WOP_BOARD, "petra": Role.PARTNER, "noor": Role.GEBIEDSREGISSEUR}
    cast = {name: people_with_role(role).get() for name, role in roles.items()} | {"fatima": fatima}
    willem, petra = cast["willem"], cast["petra"]
    WijkTheme.objects.create(wijk=oostgaarde, name="Verkeer")
    opgave = worked_out(cast, oostgaarde)
    sum_up(opgave=opgave, actor=willem, kind=ContributionKind.MATTER, text="Het is te druk.", based_on=0)
    sign_text(party=opgave.parties.earliest("pk"), actor=willem, number=1)
    promise = promised(opgave, petra)
    counter_sign(promise=promise, actor=willem, number=1)
    change_promise(promise=promise, actor=petra, said=yes(what="Een zebrapad met lichten."), based_on=1)
    reply_to_promise(promise=promise, actor=willem, text="Kan het eerder?")
    tell_progress(promise=promise, actor=petra, state=Progress.BUSY, text="De tekening is klaar.")
    now, before = oostgaarde.agendas.order_by("-pk")
    agenda, work = "/wijken/oostgaarde/agenda/", "/wijken/oostgaarde/wop/agenda/"
    page, answer = f"{agenda}{opgave.slug}/", f"{agenda}{opgave.slug}/toezegging/{promise.pk}/"
    contribution, offer, party = opgave.contributions.get(), opgave.offers.get(), opgave.parties.latest("pk")
    version = now.versions.get()
    visitor = ("", "uitvoeringsplan/", "versies/", f"versies/{version.pk}/", f"vroeger/{before.pk}/")
    own = ("signaal/", "rangorde/", f"{opgave.slug}/", f"{opgave.slug}/bijdrage/")
    table = ("", "schrijven/", f"{opgave.slug}/", f"{opgave.slug}/tekst/", f"{opgave.slug}/samenvatting/matter/")
    table += (f"{opgave.slug}/partij/", f"{opgave.slug}/partij/{party.pk}/weg/", f"{opgave.slug}/stap/drop/")
    return (
        *(Sight(f"{agenda}{path}") for path in visitor),
        *(Sight(path) for path in (page, f"{page}bijdragen/", f"{page}teksten/", answer)),
        *(Sight(f"{agenda}{path}", "fatima") for path in own),
        Sight(f"{page}bijdrage/{contribution.pk}/weg/", "fatima"),
        Sight(f"{page}steunen/", "bram"),
        *(Sight(f"{work}{path}", "wilma") for path in table),
        *(Sight(path, "willem") for path in (f"{work}aanbieden/", f"{page}tekenen/", f"{answer}tekenen/", answer)),
        Sight("/wijken/oostgaarde/wop/themas/", "willem"),
        *(
            Sight(f"{page}{path}", "petra")
            for path in ("aanbod/", f"aanbod/{offer.pk}/weg/", "tekenen/", "toezegging/")
        ),
        *(Sight(f"{answer}{path}", "petra") for path in ("wijzigen/", "intrekken/", "reactie/", "voortgang/")),
        Sight(f"/initiatieven/{initiative.slug}/opgave/", "fatima"),
        Sight("/werkbak/wop-punten/", "noor", in_english=False),
    )
