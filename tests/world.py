"""A small town for tests that look at every page: something of everything, and who looks at it best."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.utils import timezone

from gemeente.accounts.actions import ask_guardian, invite_person, register_person, state_age
from gemeente.accounts.delivery import claim_token, guardian_token, invitation_token
from gemeente.accounts.enums import AgeGroup, GuardianKind, Role
from gemeente.accounts.models import Claim
from gemeente.accounts.roles import people_with_role
from gemeente.activity.actions import give_receipt
from gemeente.activity.delivery import unsubscribe_token
from gemeente.activity.enums import Pace, ReceiptKind
from gemeente.activity.models import Notice
from gemeente.cases.actions import claim_case, end_case, log_contact, plan_case, report_absence, send_message
from gemeente.cases.enums import Means
from gemeente.cases.models import CaseFile
from gemeente.cases.quarters import quarter_after
from gemeente.demo.models import DemoMail
from gemeente.moderation.actions.blocking import block_person, pause_account
from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.actions.worrying import tell_worry
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.links import block_link
from gemeente.moderation.models import HidingGround
from gemeente.moderation.parts import WHOLE
from gemeente.moderation.queue import TRAYS
from gemeente.places.geography import Place
from gemeente.places.models import Theme, Wijk
from gemeente.portal.actions import add_door, add_rule, save_text
from gemeente.portal.enums import Matter, RuleName, TextKey
from gemeente.portal.models import TextVersion
from gemeente.questions.actions import ask_on_paper
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question
from gemeente.users.models import User
from initiatives.actions.documents import add_document
from initiatives.actions.handover import offer_initiative
from initiatives.actions.inquiries import answer_inquiry, ask_owner
from initiatives.actions.joining import participate, request_participation
from initiatives.actions.moving import move_initiative
from initiatives.actions.naming import choose_name, name_organisation
from initiatives.actions.needing import close_need, state_need, state_share
from initiatives.actions.news import tell_news
from initiatives.actions.outdoors import record_call, record_card
from initiatives.actions.pausing import pause_initiative
from initiatives.actions.photos import add_photos, keep_photo, set_photo
from initiatives.actions.planning import choose_start, take_blueprint, tick_step
from initiatives.actions.pledging import count_delivered, offer_help, thank_helper
from initiatives.actions.results import tell_result
from initiatives.actions.rights import name_helper
from initiatives.actions.saved_searches import save_search
from initiatives.actions.silence import ask_quiet, go_quiet
from initiatives.actions.thanking import answer_thanks
from initiatives.actions.writing import revise_place
from initiatives.delivery import confirm_token, helper_token, quiet_path, thanks_path
from initiatives.enums import NeedKind, ParticipationKind, PhotoPlace, PlaceKind, Right, ShareKind
from initiatives.models import Helper, Initiative, QuietQuestion, ThanksName
from initiatives.parts import photo_part
from initiatives.search_delivery import stop_token
from initiatives.workflow import TRANSITIONS
from tests.factories.documents import a_document
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import complete, give_helper, noted, online
from tests.factories.photos import a_photo
from tests.factories.plans import blueprint, card, in_days, step
from tests.factories.questions import asked, shown
from tests.gemeente.partners import sights as partners
from tests.sights import Sight, sights_of, sights_of_questions
from tests.wijken import sights as wijken
from tests.wijken.advice import sights as advice
from tests.wijken.agenda import sights as agenda
from tests.wijken.following import sights as following
from tests.wijken.meetings import sights as meetings
from wijken.models import Wop

DAY = dt.timedelta(days=1)
PARTS = (partners, wijken, following, agenda, advice, meetings)  # apps whose pages stand beside their tests
PLAN_STEPS = (
    {"title": "Vraag wat mag", "days_before": 70, "is_permit": True},
    {"title": "Kies planten", "days_before": 28, "link_label": "Lees tips", "link_url": "https://voorbeeld.example/"},
    {"title": "Bedank iedereen", "days_before": -2, "explanation": "Met een foto."},
)


@dataclass(frozen=True)
class World:
    """What the pages are about."""

    public: Initiative
    ended: Initiative
    concept: Initiative
    question: Question
    sights: tuple[Sight, ...]
    outdoors: tuple[Sight, ...]


def make_world(fatima: User, oostgaarde: Wijk) -> World:
    """Fill the town and list its pages, each with the reader for whom it holds most."""
    theme = Theme.objects.get(code="livability")
    Wop.objects.create(wijk=oostgaarde, name="WOP Oostgaarde", introduction="Wij zijn buren.", phone="010-555 0101")
    noor = people_with_role(Role.GEBIEDSREGISSEUR, oostgaarde).get()
    public = published(owner=fatima, wijk=oostgaarde, theme=theme, title="Moestuin achter de Hoven", needs="Handen")
    fill(public, noor)
    public.refresh_from_db()
    waiting = published(owner=fatima, wijk=oostgaarde, theme=None, title="Soep op zondag in de Bergen")
    planned = published(owner=fatima, wijk=oostgaarde, theme=theme, title="Licht op het pad langs de Terp")
    plan(planned.case, noor)
    ended = published(owner=fatima, wijk=oostgaarde, theme=theme, title="Lange tafel in de Dichtersbuurt")
    stop = next(t for t in TRANSITIONS if (t.source, t.name) == ("published", "stop"))
    ended = move_initiative(initiative=ended, actor=fatima, transition=stop, outcome="Er was te weinig tijd.")
    end_case(case=ended.case, actor=fatima, reason="We redden het zelf.")
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde, theme=theme, title="Speelplek bij de Linie")
    talking = talk(public, realised(fatima, oostgaarde))
    floor = [sight for part in PARTS for sight in part.make(fatima, oostgaarde, public)]
    outdoors = make_outdoors(people_with_role(Role.BUURTCOACH, oostgaarde).get(), oostgaarde)
    helper = Helper.objects.create(initiative=public, email="wies@voorbeeld.example", name="Wies", named_by=fatima)
    give_helper(public, User.objects.get(email="wilma@voorbeeld.example"))
    mail = DemoMail.objects.create(recipient="fatima@voorbeeld.example", title="Je code", body="Je code is 123 456.")
    asked = request_participation(
        initiative=public, email="buur@voorbeeld.example", kind=ParticipationKind.JOIN, language="nl"
    )
    questions = ask_questions(fatima, noor, oostgaarde)
    claim = Claim.objects.get(email="ria@voorbeeld.example")
    set_up_portal(oostgaarde)
    give_receipt(kind=ReceiptKind.MESSAGE, text="Kan iemand mij bellen?", person=fatima, subject=public.subject)
    planned_pages = make_plans(waiting, concept)
    shared = share_pen(planned, User.objects.get(email="bram@voorbeeld.example"), oostgaarde)
    brakes = brake(public, waiting)  # from here on Bram is silent
    notice = Notice.objects.filter(recipient=fatima).earliest("pk")
    tokens = (unsubscribe_token(notice), confirm_token(asked), claim_token(claim), *asked_by_mail(oostgaarde))
    initiatives = (public, waiting, planned, ended, concept)
    more = (
        Sight(f"/helpen/{helper_token(helper.pk)}/"),
        Sight(quiet_path(QuietQuestion.objects.earliest("pk"), User.objects.get(email="bram@voorbeeld.example"))),
        Sight(f"/initiatieven/{public.slug}/helper/{helper.pk}/stoppen/", "fatima"),
        Sight(f"/initiatieven/{public.slug}/helper/{helper.pk}/recht/", "fatima"),
        *shared,
    )
    sights = sights_of(initiatives, mail, tokens, oostgaarde)
    of_questions = sights_of_questions(*questions)
    everything = (*sights, *of_questions, *brakes, *more, *talking, *planned_pages, *outdoors, *searching(), *floor)
    return World(public, ended, concept, questions[0], everything, outdoors)


def share_pen(planned: Initiative, bram: User, wijk: Wijk) -> tuple[Sight, ...]:
    """One of a group with a co-owner, one that rests, and one that waits for a new owner; with their pages."""
    fatima, wilma = planned.owner, User.objects.get(email="wilma@voorbeeld.example")
    give_helper(planned, wilma, right=Right.OWNER)
    name_organisation(initiative=planned, actor=wilma, organisation="Vereniging Tuindorp")
    choose_name(initiative=planned, actor=wilma, name="Wilma van de hoek")
    rests = published(owner=fatima, wijk=wijk, theme=None, title="Schaatsen op de sloot")
    pause_initiative(initiative=rests, actor=fatima, reason="Er ligt nog geen ijs.", until=timezone.localdate() + DAY)
    passes = published(owner=fatima, wijk=wijk, theme=None, title="Krant van de Hoven")
    helper = give_helper(passes, bram, right=Right.WRITER)
    give_helper(passes, User.objects.get(email="petra@voorbeeld.example"), right=Right.READER)
    offer_initiative(initiative=passes, actor=fatima, helper=helper, stays_on=True)
    return (
        Sight(planned.get_absolute_url()),
        Sight(planned.get_absolute_url(), "wilma"),
        Sight(f"{planned.get_absolute_url()}namen/", "wilma"),
        Sight(planned.versions_url),
        Sight(f"{planned.versions_url}2/"),
        Sight(f"{planned.versions_url}1/?met=9"),
        Sight(f"{planned.get_absolute_url()}overdragen/", "fatima"),
        Sight(rests.get_absolute_url()),
        Sight(f"{rests.get_absolute_url()}pauze/", "fatima"),
        Sight(f"{rests.get_absolute_url()}verder/", "fatima"),
        Sight(f"{passes.get_absolute_url()}overdragen/", "fatima"),
        Sight(f"{passes.get_absolute_url()}overnemen/", "bram"),
        Sight(passes.get_absolute_url(), "bram"),
        Sight(passes.get_absolute_url(), "petra"),
    )


def ask_questions(fatima: User, contact: User, wijk: Wijk) -> tuple[Question, Question, Question]:
    """One that is private with a contact person, one that everybody reads, and a call back; and one on paper."""
    place = {"kind": QuestionKind.PLACE, "wijk": wijk, "place_text": "Reigerlaan", "point": Place(4.505, 51.905)}
    private = asked(fatima, text="De lantaarn is al weken kapot.", **place)
    case = claim_case(case=private.case, actor=contact)
    log_contact(case=case, actor=contact, means=Means.CALL, was_reached=True, happened_on=timezone.localdate())
    public = shown(fatima, wijk=wijk, text="Mag ik een bankje voor mijn deur zetten?")
    call = asked(fatima, kind=QuestionKind.CALLBACK, text="")
    ask_on_paper(
        name="Ria",
        email="ria@voorbeeld.example",
        kind=QuestionKind.STUCK,
        text="Ik kom niet uit het formulier voor de parkeerkaart.",
        place_text="Wiekslag",
        submission_key=uuid.UUID(int=9),
        reach={"contact_way": "visit", "visit_address": "Wiekslag 4"},
        language="nl",
    )
    return private, public, call


def set_up_portal(wijk: Wijk) -> None:
    """What a manager decided: a text in two versions, a door that comes, and a number that comes."""
    mona, later = people_with_role(Role.MANAGER).get(), timezone.localdate() + dt.timedelta(days=30)
    newest = TextVersion.objects.of_key(TextKey.URGENT)[0]
    words = {"dutch": "Is er gevaar? Bel **112**.", "english": "Danger? Call **112**."}
    save_text(key=TextKey.URGENT, **words, based_on=newest.pk, actor=mona)
    names = {"name": "Wijkbudget", "name_en": "Neighbourhood budget"}
    add_door(actor=mona, matter=Matter.WIJK_BUDGET, wijk=wijk, starts_on=later, is_here=True, **names)
    add_rule(actor=mona, name=RuleName.OWN_AGE, value=15, starts_on=later)


def asked_by_mail(wijk: Wijk) -> tuple[str, str]:
    """The pages behind two mailed links: of somebody who was invited, and of a parent."""
    mona = people_with_role(Role.MANAGER).get()
    invitation = invite_person(
        email="nel@voorbeeld.example",
        name="Nel de Wit",
        role=Role.WOP_BOARD,
        wijk=wijk,
        starts_on=timezone.localdate(),
        ends_on=None,
        actor=mona,
    )
    child = register_person(email="mila@voorbeeld.example", name="Mila")
    state_age(person=child, age_group=AgeGroup.YOUNG, actor=child)
    consent = ask_guardian(person=child, email="ouder@voorbeeld.example", name="Karin", kind=GuardianKind.PARENT)
    return f"/uitnodiging/{invitation_token(invitation)}/", f"/toestemming/{guardian_token(consent)}/"


def make_outdoors(bas: User, wijk: Wijk) -> tuple[Sight, ...]:
    """Plans of people without an account at each step of their way, and the pages of who wrote them down."""
    today = timezone.localdate()
    open_note = complete(bas, wijk, title="Soep op vrijdag", email="ria2@voorbeeld.example")
    name_helper(initiative=open_note, actor=bas, name="Wies", email="wies2@voorbeeld.example")
    fresh = noted(bas, wijk, title="Bankje bij de sloot", place_text="bij de sloot")
    called = complete(bas, wijk, title="Schaken in het park")
    record_call(initiative=called, actor=bas, given_on=today)
    signed = complete(bas, wijk, title="Zingen in de flat")
    record_card(initiative=signed, actor=bas, photo=a_photo(), given_on=today)
    public = online(bas, wijk, title="Breien voor de hele straat")
    helper = give_helper(public, User.objects.get(email="bram@voorbeeld.example"))
    ask_quiet(initiative=public)
    quiet = go_quiet(initiative=online(bas, wijk, title="Vissen met kinderen"))
    of_open = ("", "deel/idee/", "deel/samen/", "deel/plek/", "deel/bereikbaar/", "mail/", "kaart/", "kaart/foto/")
    of_open += ("bellen/", "helper/", f"helper/{open_note.helpers.get().pk}/stoppen/", "wissen/")
    pages = [
        "/buiten/",
        "/buiten/mijn/",
        f"/buiten/{fresh.pk}/",
        *(f"/buiten/{open_note.pk}/{page}" for page in of_open),
        *(f"/buiten/{called.pk}/{page}" for page in ("", "brief/", "brief/verstuurd/", "opnieuw/")),
        *(f"/buiten/{signed.pk}/{page}" for page in ("", "online/")),
        *(f"/buiten/{public.pk}/{page}" for page in ("", "brief/", f"helper/{helper.pk}/stoppen/", "weghalen/")),
        *(f"/buiten/{quiet.pk}/{page}" for page in ("", "loopt-nog/")),
    ]
    return (Sight(quiet.get_absolute_url()), *(Sight(page, "bas", in_english=False) for page in pages))


def realised(owner: User, wijk: Wijk) -> Initiative:
    """A result with its story, two photos, and a neighbour who wants to be named."""
    made = published(owner=owner, wijk=wijk, title="Bankje op de dijk", slug="bankje-op-de-dijk")
    bram = User.objects.get(email="bram@voorbeeld.example")
    participate(initiative=made, actor=bram, kind=ParticipationKind.JOIN, message="Ik zaag.")
    steps = {t.name: t for t in TRANSITIONS if t.source != "preparing"}
    told = {"outcome": "De bank staat er.", "people_reached": 40}
    move_initiative(initiative=made, actor=owner, transition=steps["begin"])
    move_initiative(initiative=made, actor=owner, transition=steps["realise"], **told)
    for place in (PhotoPlace.BEFORE, PhotoPlace.AFTER):
        keep_photo(made, a_photo(), "De dijk", place=place)
    answer_thanks(thanks=ThanksName.objects.get(initiative=made), name="Bram")
    story = "Het begon met Gerda.\n\n## Proefzitten\n\n- te hoog\n- goed"
    return tell_result(initiative=made, actor=owner, **told, story=story, follow_up="Elk voorjaar verven.")


def talk(public: Initiative, ended: Initiative) -> tuple[Sight, ...]:
    """A question with an answer and one that waits, a result, a poster; with their pages."""
    bram = User.objects.get(email="bram@voorbeeld.example")
    answered = ask_owner(initiative=public, actor=bram, text="Kan mijn moeder van 80 ook meedoen?")
    answer_inquiry(inquiry=answered, actor=public.owner, answer="Graag! Er is altijd een stoel.")
    waiting = ask_owner(initiative=public, actor=bram, text="Mag mijn hond mee?")
    page, result = f"{public.get_absolute_url()}vragen/", f"{ended.get_absolute_url()}resultaat/"
    return (
        Sight(page),
        Sight(page, "fatima"),
        Sight(page, "bram"),
        Sight(f"{page}stellen/", "bram"),
        Sight(f"{page}{waiting.pk}/weghalen/", "bram"),
        Sight(f"{page}{waiting.pk}/antwoord/", "fatima"),
        Sight(f"{public.get_absolute_url()}poster/"),
        Sight(result),
        Sight(result, "fatima"),
        Sight(f"{result}bewerken/", "fatima"),
        Sight(thanks_path(ThanksName.objects.get(initiative=ended))),
    )


def fill(initiative: Initiative, contact: User) -> None:
    """A place, news, a neighbour, and a contact person who called."""
    owner, today = initiative.owner, timezone.localdate()
    revise_place(
        initiative=initiative,
        actor=owner,
        wijk=initiative.wijk,
        place_kind=PlaceKind.PUBLIC,
        place_text="het grasveld achter de Hoven",
        point=Place(4.505, 51.905),
    )
    set_photo(initiative=initiative, actor=owner, photo=a_photo(), description="Een tuin met bakken")
    add_photos(initiative=initiative, actor=owner, photos=[a_photo("red"), a_photo("blue")])
    told = {"title": "De grond is klaar", "text": "Zaterdag planten we:\n\n- bonen\n- sla", "photos": [a_photo()]}
    tell_news(initiative=initiative, actor=owner, **told)
    for is_public in (True, False):
        add_document(initiative=initiative, actor=owner, document=a_document(), title="Tekening", is_public=is_public)
    bram = User.objects.get(email="bram@voorbeeld.example")
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN, message="Ik heb een schop.")
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.SUPPORT)
    ask_for_help(initiative, bram)
    case = claim_case(case=initiative.case, actor=contact)
    call = {"case": case, "actor": contact, "means": Means.CALL, "happened_on": today}
    log_contact(**call, was_reached=False, note="Voicemail ingesproken.")
    log_contact(**call, was_reached=True, note="We gaan samen kijken.", next_on=today)


def ask_for_help(initiative: Initiative, helper: User) -> None:
    """Needs that are open, full, closed and of one thing, what somebody offers, and the own share in numbers."""
    told = {"initiative": initiative, "actor": initiative.owner}
    hands = state_need(**told, kind=NeedKind.HANDS, title="Handen op zaterdag 12 juni", amount=5)
    goods = state_need(**told, kind=NeedKind.GOODS, title="Een aanhanger", amount=1)
    state_need(**told, kind=NeedKind.MONEY, title="Geld voor planten", amount=150)
    close_need(need=state_need(**told, kind=NeedKind.PLACE, title="Een schuur", amount=1), actor=initiative.owner)
    pledge = offer_help(initiative=initiative, actor=helper, need=hands, amount=2, message="Vanaf tien uur.")
    thanked = offer_help(initiative=initiative, actor=helper, need=goods)
    thank_helper(pledge=thanked, actor=initiative.owner, word="Wat fijn, die aanhanger!")
    count_delivered(pledge=pledge, actor=initiative.owner, delivered=1)
    offer_help(initiative=initiative, actor=helper, message="Ik maak graag soep.")
    state_share(**told, kind=ShareKind.HOURS, what="Water geven", planned=40, done=12)
    state_share(**told, kind=ShareKind.PEOPLE, what="Wie het bijhouden", planned=4)


def make_plans(planned: Initiative, bare: Initiative) -> tuple[Sight, ...]:
    """A planning with something of everything, and the ready plans; with their pages."""
    ready = blueprint("feest", steps=PLAN_STEPS, needs="Tafels\nStroom", title_hint="Feest in de Merelhoven")
    coming = blueprint("feest", starts_on=in_days(30), title="Groot feest")
    card("feest").save()
    card("feest", starts_on=in_days(30)).save()
    take_blueprint(initiative=planned, actor=planned.owner, blueprint=ready)
    choose_start(initiative=planned, actor=planned.owner, starts_on=in_days(60))
    own = step(planned, "Leen een aanhanger", who="Bram", due_on=in_days(-2))
    tick_step(step=planned.plan_steps.earliest("pk"), actor=planned.owner, is_done=True)
    page, empty = planned.planning_url, bare.planning_url
    owner = (page, empty, f"{page}stap/", f"{page}{own.pk}/", f"{page}{own.pk}/weg/", f"{page}datum/")
    owner += (f"{page}draaiboek/", f"{empty}draaiboek/", f"/initiatieven/{planned.slug}/tip/feest/")
    manager = ("", "nieuw/", "feest/", "feest/versies/", f"feest/versies/{coming.pk}/")
    return (
        *(
            Sight(path)
            for path in ("/draaiboeken/", "/draaiboeken/feest/", page, "/initiatieven/nieuw/?draaiboek=feest")
        ),
        *(Sight(path, "fatima") for path in owner),
        *(Sight(f"/beheer/draaiboeken/{path}", "mona", in_english=False) for path in manager),
        *(Sight(f"/beheer/tips/{path}", "mona", in_english=False) for path in ("", "nieuw/", "feest/")),
    )


def plan(case: CaseFile, contact: User) -> None:
    """A case that comes later, a question that was answered, and a contact person who is away for a while."""
    today, thea = timezone.localdate(), people_with_role(Role.TEAM_LEAD).get()
    claim_case(case=case, actor=contact)
    log_contact(case=case, actor=contact, means=Means.VISIT, was_reached=True, happened_on=today)
    plan_case(case=case, actor=contact, what="Zes nieuwe lampen", by="Stadsbeheer", quarter=quarter_after(today))
    send_message(case=case, actor=case.owner, text="Komen de lampen ook bij het bruggetje?")
    send_message(case=case, actor=contact, text="Ja, daar komt er één.")
    report_absence(person=thea, starts_on=today, ends_on=None, stand_in=contact, actor=thea)


def brake(public: Initiative, owned: Initiative) -> tuple[Sight, ...]:
    """Reports, a page that is hidden and answered, a worry, somebody blocked and somebody paused; with their pages."""
    owner = public.owner
    bram, mona = (User.objects.get(email=f"{name}@voorbeeld.example") for name in ("bram", "mona"))
    noisy = published(owner=owner, wijk=public.wijk, theme=None, title="Kermis op het plein")
    open_report = report_part(
        subject=public.subject,
        part=photo_part(public.photo),
        reason=ReportReason.PHOTO,
        text="Mijn zoon staat erop.",
        actor=bram,
    )
    hidden = hide_part(
        report=report_part(subject=noisy.subject, part=WHOLE, reason=ReportReason.HURTS, actor=bram),
        actor=mona,
        ground=HidingGround.objects.get(code="insult"),
        facts="In de tekst staat de naam van een buur, met een scheldwoord.",
    )
    told = {"case": public.case, "actor": bram, "text": "Komt er in de avond geluid?", "owner_sees_name": True}
    worry = tell_worry(**told)
    block = block_person(owner=owner, label="Een buur", email="lastig@voorbeeld.example")
    pause = pause_account(person=bram, actor=mona, days=7, reason="Drie keer reclame op een dag.")
    desk, decided = open_report.desk_url, hidden.desk_url
    return (
        Sight(f"/melden/{public.subject_id}/?deel={photo_part(public.photo)}"),
        Sight(f"/zorgen/{public.subject_id}/"),
        Sight(open_report.get_absolute_url(), "bram"),
        Sight(worry.get_absolute_url(), "bram"),
        Sight("/mijn/geblokkeerd/", "bram"),
        Sight(f"/initiatieven/{noisy.slug}/", "fatima"),
        Sight(hidden.get_absolute_url(), "fatima"),
        Sight(worry.get_absolute_url(), "fatima"),
        Sight("/mijn/geblokkeerd/", "fatima"),
        Sight(f"/mijn/geblokkeerd/{block.pk}/opheffen/", "fatima"),
        Sight(block_link(owner=owner, person=bram), "fatima"),
        Sight(worry.desk_url, "noor", in_english=False),
        *(Sight(f"/moderatie/?bak={tray}", "mona", in_english=False) for tray in TRAYS),
        *(Sight(path, "mona", in_english=False) for path in (desk, f"{desk}laten-staan/", f"{desk}verbergen/")),
        *(Sight(path, "mona", in_english=False) for path in (decided, f"{decided}tonen/")),
        Sight(f"/moderatie/stil/{pause.pk}/opheffen/", "mona", in_english=False),
        Sight(desk, "milan", in_english=False),
        *(Sight(f"{desk}{act}/", "milan", in_english=False) for act in ("doorgeven", "stilzetten")),
    )


def searching() -> tuple[Sight, ...]:
    """What a neighbour keeps looking for."""
    bram = User.objects.get(email="bram@voorbeeld.example")
    search = save_search(actor=bram, name="Tuinen in Oostgaarde", chosen={"zoek": "tuin"}, pace=Pace.DAILY)
    pages = ("", "nieuw/?zoek=tuin", f"{search.pk}/", f"{search.pk}/weg/")
    stop = Sight(f"/afmelden/zoekopdracht/{stop_token(search)}/")
    return (stop, *(Sight(f"/mijn/zoekopdrachten/{page}", "bram") for page in pages))
