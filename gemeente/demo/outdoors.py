"""Plans on paper and a long silence, lived day by day through the actions people use."""

import uuid
from collections.abc import Callable
from functools import partial
from io import BytesIO

from django.core.files.base import ContentFile
from django.utils import timezone

from gemeente.cases.models import CaseFile
from gemeente.demo.content import DemoNote, DemoSilence
from gemeente.demo.story import Event, People, case_of, live, moment, post_letters
from gemeente.lib.images import CleanPhoto, clean_photo
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.moving import move_initiative
from initiatives.actions.news import tell_news
from initiatives.actions.outdoors import note_outdoors, publish_for_owner, record_card
from initiatives.actions.publishing import publish_initiative
from initiatives.actions.rights import accept_helper, name_helper
from initiatives.actions.silence import ask_who_is_quiet
from initiatives.actions.writing import revise_place, revise_share, start_initiative
from initiatives.enums import PlaceKind, Stage
from initiatives.models import Initiative
from initiatives.workflow import TRANSITIONS

BEGIN = next(t for t in TRANSITIONS if (t.source, t.target) == (Stage.PUBLISHED, Stage.RUNNING))
QUIET_NIGHTS = (366, 732, 763)  # days after the last sign: a question, another, and the month after it


# --- On paper ---------------------------------------------------------------------------------------------------------
def tell_note(plan: DemoNote, people: People) -> None:
    """Write a plan down on its day, and let happen what followed until today."""
    noter = people[plan.by]
    with moment(plan.noted):
        initiative = write_down(plan, noter)
        if plan.helper:
            helper = people[plan.helper]
            name_helper(initiative=initiative, actor=noter, name=helper.name, email=helper.email or "")
    if plan.signed is not None:
        told = case_of(plan.case, lambda: CaseFile.objects.get(initiative=initiative), people) if plan.case else []
        live([*of_helper(plan, initiative, people), *told], plan.noted)


def write_down(plan: DemoNote, noter: User) -> Initiative:
    """What the buurtcoach typed on the spot, and what they completed together."""
    wijk = Wijk.objects.get(slug=plan.wijk)
    initiative = note_outdoors(
        actor=noter,
        name=plan.name,
        phone=plan.phone,
        visit_address=plan.address,
        summary=plan.summary,
        title=plan.title,
        wijk=wijk,
        place_text=plan.place,
    )
    Initiative.objects.filter(pk=initiative.pk).update(scene=plan.scene)
    revise_share(initiative=initiative, actor=noter, own_share=plan.own_share, needs=plan.needs)
    return revise_place(
        initiative=initiative, actor=noter, wijk=wijk, place_kind=PlaceKind.PUBLIC, place_text=plan.place
    )


def of_helper(plan: DemoNote, initiative: Initiative, people: People) -> list[Event]:
    """The signed card, and what the helper did in the owner's name."""
    noter, helper = people[plan.by], people[plan.helper]
    tell: Callable[..., object] = partial(tell_news, initiative=initiative, actor=helper)
    return [
        (plan.signed or 0, lambda: sign(plan, initiative, noter)),
        (plan.helped, lambda: accept_helper(helper=initiative.helpers.get())),
        (plan.helped + 2, lambda: move_initiative(initiative=initiative, actor=helper, transition=BEGIN)),
        *((update.day, partial(tell, title=update.title, text=update.text)) for update in plan.updates),
    ]


def sign(plan: DemoNote, initiative: Initiative, noter: User) -> None:
    """The owner signs the card, and what she said yes to goes online."""
    photo, today = signed_card(plan.title), timezone.localdate()
    consent = record_card(initiative=initiative, actor=noter, photo=photo, given_on=today)
    publish_for_owner(initiative=initiative, actor=noter, consent=consent)


def signed_card(title: str) -> CleanPhoto:
    """A photo of a card with a name under it, drawn by code."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (900, 1200), "#b08a5a")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((70, 60, 830, 1140), fill="#fffdf6", outline="#d8d2c0", width=4)
    draw.text((120, 120), f"Ja, dit is mijn plan: {title}", fill="#1d1d1b", font_size=30)
    for line in range(11):
        draw.line((120, 210 + line * 58, 780 - line % 3 * 120, 210 + line * 58), fill="#c9c6bd", width=10)
    loops = [(150, 1020), (210, 950), (240, 1040), (300, 940), (330, 1030), (420, 960), (470, 1030), (600, 985)]
    draw.line(loops, fill="#1b3f8b", width=9, joint="curve")
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return clean_photo(ContentFile(buffer.getvalue(), name="kaart.png"))


# --- Silence ----------------------------------------------------------------------------------------------------------
def tell_silence(plan: DemoSilence, people: People, number: int) -> None:
    """Publish it, begin, tell news, and then nothing more but our questions."""
    owner = people[plan.owner]
    with moment(plan.days_ago):
        initiative = publish(plan, owner, number)
        post_letters(plan.days_ago)
    last = max([plan.began, *(update.day for update in plan.updates)])
    tell: Callable[..., object] = partial(tell_news, initiative=initiative, actor=owner)
    live(
        [
            *case_of(plan.case, lambda: CaseFile.objects.get(initiative=initiative), people),
            (plan.began, lambda: move_initiative(initiative=initiative, actor=owner, transition=BEGIN)),
            *((update.day, partial(tell, title=update.title, text=update.text)) for update in plan.updates),
            *((last + night, ask_who_is_quiet) for night in QUIET_NIGHTS),
        ],
        plan.days_ago,
    )


def publish(plan: DemoSilence, owner: User, number: int) -> Initiative:
    """Write it the way its owner would, and put it online."""
    wijk = Wijk.objects.get(slug=plan.wijk)
    initiative = start_initiative(
        actor=owner,
        title=plan.title,
        summary=plan.summary,
        theme=None,
        scene=plan.scene,
        submission_key=uuid.UUID(int=number),
    )
    revise_share(initiative=initiative, actor=owner, own_share=plan.own_share, needs="")
    revise_place(initiative=initiative, actor=owner, wijk=wijk, place_kind=PlaceKind.WIJK)
    return publish_initiative(initiative=initiative, actor=owner)
