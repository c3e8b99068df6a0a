"""The pages of meetings in the small town of tests.world."""

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.documents import a_document
from tests.factories.meetings import acted, noted, planned, pointed, proposed
from tests.sights import Sight
from wijken.meetings.actions.agenda import ask_to_speak
from wijken.meetings.actions.attending import request_sign_up, sign_up, take_slot
from wijken.meetings.actions.meetings import cancel_meeting
from wijken.meetings.actions.papers import add_paper
from wijken.meetings.delivery import confirm_token, sign_off_path
from wijken.meetings.enums import MeetingKind

SITE, DESK = "/wijken/oostgaarde/bijeenkomsten/", "/wijken/oostgaarde/wop/bijeenkomsten/"


def make(fatima: User, oostgaarde: Wijk, initiative: Initiative) -> tuple[Sight, ...]:
    """Something of everything that meetings shows, and its pages."""
    willem = User.objects.get(email="willem@voorbeeld.example")
    held = planned(oostgaarde, willem, days=-40, title="Wijkoverleg van toen")
    pointed(held, willem, title="De moestuin", about=initiative.subject)
    held = noted(held, willem, **{"De moestuin": "Het WOP steunt de moestuin."})
    action = acted(held, willem, what="De sleutel van de pomp regelen", user=fatima)
    meeting = planned(oostgaarde, willem, is_step_free=True, has_hearing_loop=True, directions="Bus 98.")
    point = pointed(meeting, willem, title="Het groen", explanation="Wie snoeit wat?", minutes=20)
    pointed(meeting, willem, title="Rondvraag")
    asked = proposed(meeting, fatima)
    ask_to_speak(point=point, actor=fatima)
    sign_up(meeting=meeting, actor=fatima)
    paper = add_paper(meeting=meeting, actor=willem, document=a_document(), title="Kaart van het groen")
    words = {"is_step_free": False, "title": "Wijkschouw"}
    cancelled = cancel_meeting(meeting=planned(oostgaarde, willem, days=45, **words), actor=willem, reason="Storm.")
    hours = planned(oostgaarde, willem, kind=MeetingKind.OFFICE_HOURS, title="Spreekuur van de wethouder", days=20)
    slots = list(hours.slots.all())
    take_slot(slot=slots[0], actor=fatima, topic="Parkeren voor de deur")
    visitor = request_sign_up(meeting=meeting, email="lies@voorbeeld.example", name="Lies", language="nl")
    here, there, then = (f"{SITE}{one.pk}/" for one in (meeting, hours, held))
    desk, after = f"{DESK}{meeting.pk}/", f"{DESK}{held.pk}/"
    return (
        *(Sight(path) for path in ("/bijeenkomsten/", SITE, f"{SITE}?toon=geweest")),
        *(Sight(path) for path in (here, there, then, f"{SITE}{cancelled.pk}/", f"{then}verslag/")),
        *(Sight(f"{here}uitnodiging/"), Sight(here, "fatima"), Sight(there, "fatima"), Sight(here, "willem")),
        *(Sight(f"{here}komen/"), Sight(f"{there}moment/{slots[1].pk}/"), Sight(f"{here}niet-komen/", "fatima")),
        *(Sight(f"/bijeenkomsten/komen/{confirm_token(visitor)}/"), Sight(sign_off_path(meeting, fatima))),
        *(Sight(f"{here}punt/", "fatima"), Sight(f"{here}punt/{asked.pk}/weg/", "fatima")),
        Sight(f"{here}punt/{point.pk}/spreken/", "fatima"),
        *(Sight(path, "willem") for path in (DESK, f"{DESK}?toon=geweest", f"{DESK}nieuw/", f"{DESK}spreekuur/")),
        *(Sight(path, "willem") for path in (desk, after, f"{DESK}{hours.pk}/", f"{DESK}{cancelled.pk}/")),
        *(Sight(f"{desk}{page}/", "willem") for page in ("aanpassen", "afgelasten", "punt", "stuk")),
        Sight(f"{DESK}{cancelled.pk}/toch/", "willem"),
        *(Sight(f"{desk}punt/{point.pk}/{page}", "willem") for page in ("", "weg/")),
        Sight(f"{desk}punt/{asked.pk}/antwoord/", "willem"),
        Sight(f"{desk}stuk/{paper.key}/weg/", "willem"),
        *(Sight(f"{after}{page}/", "willem") for page in ("verslag", "verslag/openbaar", "actie")),
        *(Sight(f"{after}actie/{action.pk}/{page}", "willem") for page in ("", "weg/")),
        Sight(desk, "wilma"),
    )
