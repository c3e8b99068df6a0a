"""The pages of the small town of tests.world: every address, and who looks at it best."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gemeente.accounts.models import RoleAssignment
from gemeente.demo.models import DemoMail
from gemeente.places.models import Wijk
from gemeente.portal.enums import TextKey
from gemeente.portal.models import TextVersion
from gemeente.questions.models import Question
from initiatives.models import Initiative

if TYPE_CHECKING:
    from tests.world import World


@dataclass(frozen=True)
class Sight:
    """A page, who opens it (a name of the cast, "" for a visitor), and whether it is for residents (English too)."""

    path: str
    who: str = ""
    in_english: bool = True

    def __str__(self) -> str:
        return f"{self.path} {self.who}".strip()


def pages_of_people() -> list[str]:
    """Where a manager gives and ends roles."""
    aisha = RoleAssignment.objects.get(user__name="Aisha Jansen")
    return [
        "/beheer/mensen/",
        "/beheer/mensen/?rol=partner",
        "/beheer/mensen/uitnodigen/",
        "/beheer/mensen/uitnodigingen/",
        "/beheer/mensen/rechten/",
        f"/beheer/mensen/{aisha.user_id}/",
        f"/beheer/mensen/{aisha.user_id}/rol-geven/",
        f"/beheer/mensen/rol/{aisha.pk}/stoppen/",
    ]


def sights_of(
    initiatives: tuple[Initiative, ...], mail: DemoMail, tokens: tuple[str, ...], wijk: Wijk
) -> tuple[Sight, ...]:
    """Every page of the portal."""
    public, waiting, planned, ended, concept = initiatives
    return (
        *(Sight(path) for path in pages_of_visitor(public, waiting, ended, tokens, wijk)),
        *(Sight(path, "bram") for path in pages_of_neighbour(public)),
        *(Sight(path, "fatima") for path in pages_of_owner(public, waiting, concept)),
        *(Sight(path, "fatima") for path in pages_of_account(public, waiting, planned, ended)),
        *(Sight(path, "noor", in_english=False) for path in pages_of_desk(public, waiting, planned, ended, mail)),
        Sight("/mijn/werkprofiel/", "noor"),
        *(Sight(path, "mona", in_english=False) for path in pages_of_manager()),
        Sight("/beheer/lijsten/", "mona", in_english=False),
    )


def pages_of_visitor(
    public: Initiative, waiting: Initiative, ended: Initiative, tokens: tuple[str, ...], wijk: Wijk
) -> list[str]:
    """What anybody can read, and what somebody with a link from a mail can."""
    unsubscribe, confirm, claim, *links = tokens
    needs = public.needed.order_by("position").values_list("pk", flat=True)
    return [
        "/",
        "/initiatieven/",
        "/initiatieven/?wijk=oostgaarde&fase=running",
        "/initiatieven/?zoek=burttuin",
        "/initiatieven/?wijk=nergens&hulp=ja",
        "/initiatieven/nieuw/",
        f"/initiatieven/{public.slug}/",
        f"/initiatieven/{waiting.slug}/",
        f"/initiatieven/{ended.slug}/",
        public.photo.get_absolute_url(),
        f"/initiatieven/{public.slug}/steunen/",
        f"/initiatieven/{public.slug}/meedoen/",
        *(f"/initiatieven/{public.slug}/helpen/{page}" for page in ("", *(f"{pk}/" for pk in needs))),
        f"/meedoen/{confirm}/",
        "/wijken/",
        "/wijken/welke/",
        "/rond-mijn-huis/",
        "/initiatieven/kaart/",
        "/initiatieven/kaart/?wijk=oostgaarde&venster=4.5020,51.9020,4.5080,51.9080",
        "/initiatieven/kaart/?venster=4.6000,51.9900,4.6100,51.9950",
        "/initiatieven/kaart/?venster=hier&zoek=moestuin",
        f"/wijken/{wijk.slug}/",
        "/huisregels/",
        "/klacht/",
        "/toegankelijkheid/",
        "/privacy/",
        "/stijlgids/",
        f"/afmelden/{unsubscribe}/",
        f"/van-mij/{claim}/",
        *links,
        "/account/login/",
        "/account/login/code/",
        "/account/signup/",
        "/account/password/reset/",
    ]


def pages_of_neighbour(public: Initiative) -> list[str]:
    """What who takes part sees of it."""
    thanked = public.pledges.order_by("pk")[1]
    return [
        f"/initiatieven/{public.slug}/",
        f"/initiatieven/{public.slug}/meedoen/",
        f"/initiatieven/{public.slug}/steunen/",
        f"/initiatieven/{public.slug}/meedoen/stoppen/",
        f"/initiatieven/{public.slug}/steunen/stoppen/",
        f"/initiatieven/{public.slug}/mijn-hulp/",
        f"/initiatieven/{public.slug}/mijn-hulp/{thanked.pk}/weg/",
        "/mijn/",
    ]


def pages_of_owner(public: Initiative, waiting: Initiative, concept: Initiative) -> list[str]:
    """What an owner does with what is hers."""
    news, share = public.updates.get(), public.shares.earliest("pk")
    needs = public.needed.order_by("position").values_list("pk", flat=True)
    pledge, thanked = public.pledges.order_by("pk")[:2]
    return [
        f"/initiatieven/{public.slug}/",
        *(f"/initiatieven/{public.slug}/bewerken/{part}/" for part in ("idee", "samen", "plek", "foto")),
        *(f"/initiatieven/{concept.slug}/bewerken/{part}/" for part in ("idee", "samen", "plek", "foto", "bereikbaar")),
        f"/initiatieven/{public.slug}/foto/{public.photo.key}/weg/",
        *(f"/initiatieven/{public.slug}/{page}/" for page in ("fotos", "fotos/voor", "fotos/na", "documenten")),
        *(f"/initiatieven/{public.slug}/nieuws/{news.pk}/{page}" for page in ("", "fotos/", "documenten/", "weg/")),
        f"/initiatieven/{public.slug}/document/{public.documents.first().key}/weg/",
        f"/initiatieven/{public.slug}/stap/",
        f"/initiatieven/{public.slug}/nieuws/",
        f"/initiatieven/{public.slug}/meedoeners/",
        f"/initiatieven/{public.slug}/meedoeners/{pledge.pk}/bedanken/",
        f"/initiatieven/{public.slug}/meedoeners/{thanked.pk}/bedanken/",
        f"/initiatieven/{public.slug}/meedoeners/{pledge.pk}/gekomen/",
        f"/initiatieven/{public.slug}/nodig/",
        f"/initiatieven/{public.slug}/nodig/?soort=goods",
        f"/initiatieven/{public.slug}/nodig/{needs[0]}/",
        f"/initiatieven/{public.slug}/zelf/",
        f"/initiatieven/{public.slug}/zelf/{share.pk}/",
        f"/initiatieven/{concept.slug}/nodig/",
        f"/initiatieven/{public.slug}/helper/",
        f"/initiatieven/{public.slug}/loopt-nog/",
        f"/initiatieven/{public.slug}/ontvangst/",
        f"/initiatieven/{waiting.slug}/ontvangst/",
        f"/initiatieven/{concept.slug}/",
        f"/initiatieven/{concept.slug}/publiceren/",
    ]


def pages_of_account(public: Initiative, waiting: Initiative, planned: Initiative, ended: Initiative) -> list[str]:
    """Her contact with the gemeente, and what is about herself."""
    moment = public.case.moments.first()
    return [
        f"/volgen/{public.subject_id}/",
        public.case.get_absolute_url(),
        waiting.case.get_absolute_url(),
        ended.case.get_absolute_url(),
        f"{public.case.get_absolute_url()}klopt-niet/{moment.pk}/",
        planned.case.get_absolute_url(),
        f"{public.case.get_absolute_url()}bericht/",
        f"{public.case.get_absolute_url()}zonder/",
        f"{public.case.get_absolute_url()}klaar/",
        f"{ended.case.get_absolute_url()}heropenen/",
        "/mijn/",
        "/mijn/profiel/",
        "/mijn/bereikbaar/",
        "/mijn/leeftijd/",
        "/mijn/gegevens/",
        "/mijn/afscheid/",
        "/mijn/tweede-stap/",
        "/mijn/berichten/",
        "/mijn/ontvangst/",
        "/account/email/",
        "/account/logout/",
        "/account/password/set/",
        "/account/2fa/",
    ]


def pages_of_desk(
    public: Initiative, waiting: Initiative, planned: Initiative, ended: Initiative, mail: DemoMail
) -> list[str]:
    """What a civil servant works with."""
    return [
        "/werkbak/",
        "/werkbak/?bak=mijn",
        "/werkbak/?bak=alles",
        "/werkbak/?bak=klaar",
        public.case.desk_url,
        waiting.case.desk_url,
        ended.case.desk_url,
        f"{public.case.desk_url}afronden/",
        planned.case.desk_url,
        *(f"{public.case.desk_url}{page}/" for page in ("plannen", "niet-bereikt", "bericht", "overdragen")),
        f"{planned.case.desk_url}niet-door/",
        "/werkbak/?bak=gepland",
        "/werkbak/overdragen/",
        "/werkbak/afwezig/",
        "/demo/post/",
        f"/demo/post/{mail.pk}/",
    ]


def pages_of_manager() -> list[str]:
    """What a manager decides."""
    changed = TextVersion.objects.of_key(TextKey.URGENT)[0]
    return [
        "/beheer/",
        "/beheer/teksten/",
        "/beheer/teksten/huisregels/",
        "/beheer/teksten/gevaar/versies/",
        f"/beheer/teksten/gevaar/versies/{changed.pk}/",
        "/beheer/gemeente/",
        "/beheer/loketten/",
        "/beheer/loketten/nieuw/",
        "/beheer/regels/",
        "/beheer/regels/nieuw/",
        *pages_of_people(),
    ]


def sights_of_questions(private: Question, public: Question, call: Question) -> tuple[Sight, ...]:
    """Pages of questions: for their asker, for everybody, and their cases at the desk."""
    visitor = ("/vragen/", "/vragen/?zoek=niets", "/vragen/nieuw/", "/bel-mij/", public.get_absolute_url())
    asker = (
        "/vragen/nieuw/",
        f"/initiatieven/nieuw/?vraag={private.pk}",
        *(question.get_absolute_url() for question in (private, public, call)),
        f"{private.get_absolute_url()}laten-zien/",
        f"{public.get_absolute_url()}weghalen/",
        private.case.get_absolute_url(),
    )
    desk = (private.case.desk_url, call.case.desk_url)
    return (
        *(Sight(path) for path in visitor),
        *(Sight(path, "fatima") for path in asker),
        *(Sight(path, "noor", in_english=False) for path in desk),
    )


def forms_of(world: "World") -> tuple[Sight, ...]:
    """Pages with a form that, sent in empty, comes back with errors."""
    public = world.public
    pages = ("", "afronden/", "plannen/", "niet-bereikt/", "bericht/", "overdragen/")
    desk = (*(f"{public.case.desk_url}{page}" for page in pages), "/werkbak/overdragen/", "/werkbak/afwezig/")
    manager = (
        "/beheer/teksten/huisregels/",
        "/beheer/gemeente/",
        "/beheer/loketten/nieuw/",
        "/beheer/regels/nieuw/",
    )
    manager += ("/beheer/draaiboeken/nieuw/", "/beheer/tips/nieuw/")
    manager += tuple(path for path in pages_of_people() if path.endswith(("/uitnodigen/", "/rol-geven/")))
    return (
        *(Sight(path) for path in forms_of_visitor(public)),
        *(Sight(path, "fatima") for path in forms_of_owner(public, world.concept, world.question)),
        *(Sight(path, "noor", in_english=False) for path in desk),
        *(Sight(path, "mona", in_english=False) for path in manager),
        Sight("/buiten/", "bas", in_english=False),
    )


def forms_of_visitor(public: Initiative) -> tuple[str, ...]:
    """What anybody can fill in."""
    need = public.needed.earliest("position")
    return (
        "/vragen/nieuw/",
        "/bel-mij/",
        "/initiatieven/nieuw/",
        f"/initiatieven/{public.slug}/steunen/",
        f"/initiatieven/{public.slug}/meedoen/",
        f"/initiatieven/{public.slug}/helpen/",
        f"/initiatieven/{public.slug}/helpen/{need.pk}/",
        f"/melden/{public.subject_id}/",
        f"/zorgen/{public.subject_id}/",
        "/wijken/welke/",
        "/rond-mijn-huis/",
        "/account/login/",
        "/account/signup/",
        "/account/password/reset/",
    )


def forms_of_owner(public: Initiative, concept: Initiative, question: Question) -> tuple[str, ...]:
    """What an owner fills in."""
    need = public.needed.earliest("position")
    return (
        *(f"/initiatieven/{public.slug}/bewerken/{part}/" for part in ("idee", "samen", "foto")),
        f"/initiatieven/{public.slug}/nodig/{need.pk}/",
        f"/initiatieven/{public.slug}/zelf/{public.shares.earliest('pk').pk}/",
        f"/initiatieven/{public.slug}/meedoeners/{need.pledges.get().pk}/bedanken/",
        f"/initiatieven/{concept.slug}/bewerken/plek/",  # without a pin, which says the wijk
        f"/initiatieven/{public.slug}/stap/",
        f"/initiatieven/{public.slug}/nieuws/",
        "/initiatieven/bankje-op-de-dijk/resultaat/bewerken/",
        f"{public.planning_url}stap/",
        f"{public.planning_url}draaiboek/",
        f"{public.case.get_absolute_url()}bericht/",
        f"/initiatieven/{public.slug}/helper/",
        f"/initiatieven/{public.slug}/pauze/",
        f"/initiatieven/{public.slug}/overdragen/",
        "/mijn/profiel/",
        f"{question.get_absolute_url()}laten-zien/",
        "/mijn/bereikbaar/",
        "/mijn/zoekopdrachten/nieuw/",
        "/mijn/afscheid/",
        "/account/email/",
        "/account/password/set/",
    )


# Pages that come only as the answer to a form, each with what was sent.
HERE = {"pin_longitude": "4.505", "pin_latitude": "51.905"}  # where `fill` puts the garden


ANSWERS = (
    (Sight("/rond-mijn-huis/"), HERE | {"metres": "100"}),
    (Sight("/rond-mijn-huis/"), {"pin_longitude": "4.6", "pin_latitude": "51.99", "metres": "1000"}),
    (Sight("/rond-mijn-huis/"), {"pin_longitude": "hier", "pin_latitude": "daar", "metres": "7"}),
)


# What a portal shows on its first day, before anybody wrote anything or a wijk was imported.
FIRST_DAY = (
    Sight("/"),
    Sight("/initiatieven/"),
    Sight("/initiatieven/?zoek=niets"),
    Sight("/vragen/"),
    Sight("/vragen/nieuw/"),
    Sight("/wijken/"),
    Sight("/wijken/welke/"),
    Sight("/rond-mijn-huis/"),
    Sight("/initiatieven/kaart/"),
    Sight("/demo/post/", in_english=False),
    Sight("/mijn/", "bram"),
    Sight("/mijn/berichten/", "bram"),
    Sight("/mijn/ontvangst/", "bram"),
    Sight("/mijn/zoekopdrachten/", "bram"),
    Sight("/huisregels/"),
    Sight("/klacht/"),
    Sight("/beheer/teksten/", "mona", in_english=False),
    Sight("/beheer/loketten/", "mona", in_english=False),
    Sight("/beheer/", "mona", in_english=False),
    Sight("/beheer/mensen/uitnodigingen/", "mona", in_english=False),
    Sight("/mijn/geblokkeerd/", "bram"),
    Sight("/buiten/mijn/", "bas", in_english=False),
    Sight("/werkbak/", "noor", in_english=False),
    Sight("/werkbak/?bak=mijn", "noor", in_english=False),
    Sight("/werkbak/?bak=klaar", "noor", in_english=False),
    Sight("/werkbak/?bak=gepland", "noor", in_english=False),
    Sight("/werkbak/overdragen/", "noor", in_english=False),
    Sight("/werkbak/afwezig/", "noor", in_english=False),
)
