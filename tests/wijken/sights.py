"""The pages of wijken in the small town of tests.world."""

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.documents import a_document
from tests.factories.pages import TEXT_BLOCK, page, row
from tests.factories.teams import asks, comes, in_team
from tests.factories.ways import a_way, draft_of
from tests.sights import Sight
from wijken.actions.documents import add_document
from wijken.enums import Function

TEAM = "/wijken/oostgaarde/wop/team/"


def make(fatima: User, oostgaarde: Wijk, initiative: Initiative) -> tuple[Sight, ...]:
    """Something of everything that wijken shows, and its pages."""
    willem, wilma = (User.objects.get(email=f"{name}@voorbeeld.example") for name in ("willem", "wilma"))
    made = add_document(wijk=oostgaarde, actor=willem, document=a_document(), title="Jaarverslag")
    in_team(willem, oostgaarde, Function.SECRETARY, shows_name=True)
    in_team(wilma, oostgaarde, Function.GROUP, "Groen")
    page(
        oostgaarde, TEXT_BLOCK, row("initiatives", title="Wat wij doen", text="Doe mee."), welcome="Welkom in de wijk."
    )
    page(oostgaarde, TEXT_BLOCK, is_draft=True)
    asked, attendee = asks(fatima, oostgaarde), comes(oostgaarde)
    visitor = ("/wijken/oostgaarde/team/", "/wijken/oostgaarde/")
    board: tuple[str, ...] = (
        "/wijken/oostgaarde/wop/",
        "/wijken/oostgaarde/wop/documenten/",
        f"/wijken/oostgaarde/wop/documenten/{made.key}/weg/",
        TEAM,
        f"{TEAM}aanvraag/{asked.pk}/",
        f"{TEAM}{wilma.pk}/functie/",
        f"{TEAM}{wilma.pk}/stoppen/",
        f"{TEAM}{willem.pk}/overdragen/",
        f"{TEAM}{willem.pk}/stoppen/",
        "/wijken/oostgaarde/wop/gegevens/",
        "/wijken/oostgaarde/wop/erbij/",
        f"/wijken/oostgaarde/wop/erbij/{attendee.pk}/",
    )
    board += tuple(
        f"/wijken/oostgaarde/wop/pagina/{path}"
        for path in (
            *("", "welkom/", "tekst/", "voorbeeld/", "weggooien/", "versies/", "versies/1/"),
            *("deel/initiatives/", "deel/text-1/", "deel/text-1/weg/"),
        )
    )
    member = ("/wijken/oostgaarde/wop/", TEAM, f"{TEAM}vroeger/", "/wijken/oostgaarde/wop/naam/", "/mijn/")
    a_way(oostgaarde)
    draft = draft_of(oostgaarde, number=2)
    stage, question = draft.stages.all()[1], draft.questions.get()
    room = "/wijken/oostgaarde/wop/werkwijze/"
    ways = (room, f"{room}stappen/", f"{room}vragen/", f"{room}stappen/{stage.pk}/", f"{room}vragen/{question.pk}/")
    more = (f"{room}stappen/{stage.pk}/weg/", f"{room}regels/budget/", f"{room}beloften/", f"{room}nakijken/")
    return (
        Sight("/wijken/oostgaarde/werkwijze/"),
        Sight("/wijken/schollevaar/werkwijze/"),
        Sight("/wijken/oostgaarde/werkwijze/1/"),
        *(
            Sight(path, "willem")
            for path in (*ways, *more, f"{room}weg/", f"{room}overzetten/", f"{room}overzetten/0/")
        ),
        *(Sight(path) for path in visitor),
        *(Sight(path, "willem") for path in board),
        *(Sight(path, "wilma") for path in member),
        *(Sight("/wijken/oostgaarde/team/meedoen/", who) for who in ("fatima", "bram", "noor")),
    )
