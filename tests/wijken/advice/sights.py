"""The pages of advice in the small town of tests.world."""

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.advice import given, in_voting, laid, replied, written
from tests.factories.documents import a_document
from tests.sights import Sight
from wijken.advice.actions.plans import add_plan_document
from wijken.advice.actions.reactions import react, treat_reactions
from wijken.advice.actions.votes import cast_vote
from wijken.advice.enums import Choice, Treatment

ROOM = "/wijken/oostgaarde/wop/adviezen/"
DESK = "/werkbak/voornemens/"


def make(fatima: User, oostgaarde: Wijk, initiative: Initiative) -> tuple[Sight, ...]:
    """Advice in every state, a plan with reactions, and their pages."""
    willem, noor = (User.objects.get(email=f"{name}@voorbeeld.example") for name in ("willem", "noor"))
    draft = written(oostgaarde, willem, title="Een hondenveld bij de sporthal")
    voting = in_voting(oostgaarde, willem, title="Een veilig fietspad")
    cast_vote(advice=voting, actor=willem, choice=Choice.RECUSED, reason="Ik woon ernaast.")
    out = given(oostgaarde, willem, title="Het winkelplein")
    done = replied(oostgaarde, willem, noor, title="De lantaarns langs de dijk")
    plan = laid(noor, oostgaarde)
    said = react(voornemen=plan, actor=fatima, text="Laat de oude bomen staan.")
    treat_reactions(voornemen=plan, actor=noor, reactions=[said], outcome=Treatment.PARTLY, text="Gezonde bomen wel.")
    add_plan_document(voornemen=plan, actor=noor, document=a_document(), title="Tekening")
    own = f"{DESK}{plan.pk}/"
    visitor = ("/adviezen/", "/wijken/oostgaarde/adviezen/", "/wijken/oostgaarde/voornemens/", plan.get_absolute_url())
    visitor += tuple(one.get_absolute_url() for one in (draft, voting, out, done))
    room = (ROOM, f"{ROOM}nieuw/", *(one.room_url for one in (draft, voting, out, done)))
    return (
        *(Sight(path) for path in visitor),
        *(Sight(path, "willem") for path in room),
        *(Sight(f"{draft.room_url}{act}/", "willem") for act in ("schrijven", "versies", "stemming")),
        *(Sight(f"{voting.room_url}{act}/", "willem") for act in ("stemmen", "sluiten")),
        Sight(f"{draft.get_absolute_url()}intrekken/", "willem"),
        Sight(f"{plan.get_absolute_url()}reageren/", "fatima"),
        Sight("/wijken/oostgaarde/adviezen/vragen/", "noor"),
        *(Sight(path, "noor", in_english=False) for path in ("/werkbak/adviezen/", out.desk_url, done.desk_url)),
        Sight(f"{out.desk_url}overdragen/", "noor", in_english=False),
        *(Sight(path, "noor", in_english=False) for path in (DESK, f"{DESK}nieuw/", own)),
        *(Sight(f"{own}{act}/", "noor", in_english=False) for act in ("document", "termijn", "besluiten", "intrekken")),
    )
