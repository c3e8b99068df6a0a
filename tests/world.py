"""A small town for tests that look at every page: something of everything, and who looks at it best."""

from dataclasses import dataclass

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.activity.delivery import unsubscribe_token
from gemeente.activity.models import Notice
from gemeente.demo.models import DemoMail
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions import move_initiative
from initiatives.models import Initiative
from initiatives.workflow import TRANSITIONS
from tests.factories.initiatives import InitiativeFactory, published
from wijken.models import Wop


@dataclass(frozen=True)
class Sight:
    """A page, who opens it (a name of the cast, "" for a visitor), and whether it is for residents (English too)."""

    path: str
    who: str = ""
    in_english: bool = True

    def __str__(self) -> str:
        return f"{self.path} {self.who}".strip()


@dataclass(frozen=True)
class World:
    """What the pages are about."""

    public: Initiative
    ended: Initiative
    concept: Initiative
    sights: tuple[Sight, ...]


def make_world(fatima: User, oostgaarde: Wijk) -> World:
    """Fill the town and list its pages, each with the reader for whom it holds most."""
    theme = Theme.objects.get(code="livability")
    Wop.objects.create(wijk=oostgaarde, name="WOP Oostgaarde", introduction="Wij zijn buren.", phone="010-555 0101")
    public = published(owner=fatima, wijk=oostgaarde, theme=theme, title="Moestuin achter de Hoven")
    ended = published(owner=fatima, wijk=oostgaarde, theme=theme, title="Lange tafel in de Dichtersbuurt")
    stop = next(t for t in TRANSITIONS if (t.source, t.name) == ("published", "stop"))
    ended = move_initiative(initiative=ended, actor=fatima, transition=stop, outcome="Er was te weinig tijd.")
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde, theme=theme, title="Speelplek bij de Linie")
    mail = DemoMail.objects.create(recipient="fatima@voorbeeld.example", title="Je code", body="Je code is 123 456.")
    token = unsubscribe_token(Notice.objects.filter(recipient=fatima).earliest("pk"))
    assert RoleAssignment.objects.filter(role=Role.GEBIEDSREGISSEUR).exists(), "the world needs noor"
    return World(public, ended, concept, sights_of(public, ended, concept, mail, token, oostgaarde))


def sights_of(
    public: Initiative, ended: Initiative, concept: Initiative, mail: DemoMail, token: str, wijk: Wijk
) -> tuple[Sight, ...]:
    """Every page of the portal."""
    visitor = [
        "/",
        "/initiatieven/",
        "/initiatieven/?wijk=oostgaarde&fase=running",
        "/initiatieven/nieuw/",
        f"/initiatieven/{public.slug}/",
        f"/initiatieven/{ended.slug}/",
        "/wijken/",
        "/wijken/welke/",
        f"/wijken/{wijk.slug}/",
        "/toegankelijkheid/",
        "/privacy/",
        "/stijlgids/",
        f"/afmelden/{token}/",
        "/account/login/",
        "/account/login/code/",
        "/account/signup/",
        "/account/password/reset/",
    ]
    owner = [
        f"/initiatieven/{public.slug}/",
        f"/initiatieven/{public.slug}/bewerken/",
        f"/initiatieven/{public.slug}/stap/",
        f"/initiatieven/{concept.slug}/",
        f"/initiatieven/{concept.slug}/publiceren/",
        f"/volgen/{public.subject_id}/",
        "/mijn/",
        "/mijn/profiel/",
        "/mijn/gegevens/",
        "/mijn/afscheid/",
        "/mijn/tweede-stap/",
        "/mijn/berichten/",
        "/account/email/",
        "/account/logout/",
        "/account/password/set/",
        "/account/2fa/",
    ]
    return (
        *(Sight(path) for path in visitor),
        *(Sight(path, "fatima") for path in owner),
        Sight("/werkbak/", "noor", in_english=False),
        Sight("/demo/post/", in_english=False),
        Sight(f"/demo/post/{mail.pk}/", in_english=False),
        Sight("/beheer/", "mona", in_english=False),
    )


def forms_of(public: Initiative) -> tuple[Sight, ...]:
    """Pages with a form that, sent in empty, comes back with errors."""
    visitor = (
        "/initiatieven/nieuw/",
        "/wijken/welke/",
        "/account/login/",
        "/account/signup/",
        "/account/password/reset/",
    )
    owner = (
        f"/initiatieven/{public.slug}/bewerken/",
        f"/initiatieven/{public.slug}/stap/",
        "/mijn/profiel/",
        "/mijn/afscheid/",
        "/account/email/",
        "/account/password/set/",
    )
    return (*(Sight(path) for path in visitor), *(Sight(path, "fatima") for path in owner))


# What a portal shows on its first day, before anybody wrote anything or a wijk was imported.
FIRST_DAY = (
    Sight("/"),
    Sight("/initiatieven/"),
    Sight("/initiatieven/?zoek=niets"),
    Sight("/wijken/"),
    Sight("/wijken/welke/"),
    Sight("/demo/post/", in_english=False),
    Sight("/mijn/", "bram"),
    Sight("/mijn/berichten/", "bram"),
    Sight("/werkbak/", "noor", in_english=False),
)
