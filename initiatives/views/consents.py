"""Her own yes to what was written down: a mailed link, a signed card, or a call and a letter. Then it goes online."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.accounts.second_factor import ask_second_factor, has_second_factor
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.models import User
from gemeente.users.requests import SignedInRequest
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.outdoors import (
    forget_note,
    mail_owner,
    publish_for_owner,
    record_call,
    record_card,
    record_letter,
    void_yes,
)
from initiatives.actions.rights import end_helper, name_helper
from initiatives.actions.silence import answer_quiet
from initiatives.forms.outdoors import CallForm, CardForm, LetterForm, MailForm, SureForm
from initiatives.forms.rights import HelperForm
from initiatives.models import Consent, Initiative
from initiatives.outdoor_policies import (
    Policy,
    can_answer_for_owner,
    can_note_outdoors,
    can_publish_for_owner,
    can_record_yes,
    can_withdraw_for_owner,
    can_write_down,
    is_noter,
)
from initiatives.policies import is_concept
from initiatives.views.outdoors import breadcrumbs, get_note_or_404
from initiatives.writing_steps import first_missing

Told = dict[str, Any]


def publish_note(note: Initiative, actor: User) -> Initiative:
    """Put online what the owner said yes to. Raises Refused when her yes fell away in the meantime."""
    if note.standing_yes is None:
        raise Refused("De eigenaar zei nog geen ja tegen deze tekst.")
    return publish_for_owner(initiative=note, actor=actor, consent=note.standing_yes)


@dataclass(frozen=True)
class Ask:
    """One thing that is written down about a note, asked on a page of its own."""

    name: str
    policy: Policy
    form: Callable[..., forms.Form]
    act: Callable[[Initiative, User, Told], Any]
    title: str
    lead: str
    label: str
    done: str
    kind: str = ""
    needs_all_parts: bool = False
    shows_text: bool = False
    ends_note: bool = False


MAIL = Ask(
    "mail",
    can_record_yes,
    MailForm,
    lambda note, actor, told: mail_owner(initiative=note, actor=actor, **told),
    "Mail de eigenaar",
    "De mail heeft een link naar deze tekst. De eigenaar zegt daar ja of nee, en zet het zelf online.",
    "Stuur de mail",
    "De mail is onderweg.",
)
CARD = Ask(
    "card",
    can_write_down,
    CardForm,
    lambda note, actor, told: record_card(initiative=note, actor=actor, **told),
    "De kaart is getekend",
    "Maak een foto van de hele kaart. De tekst kan daarna niet meer veranderen.",
    "Bewaar het ja",
    "Bewaard. Je kunt het nu online zetten.",
    needs_all_parts=True,
)
CALL = Ask(
    "call",
    can_write_down,
    CallForm,
    lambda note, actor, told: record_call(
        initiative=note, actor=actor, given_on=told["given_on"], reader=told["reader"]
    ),
    "Lees de tekst voor",
    "Bel de eigenaar, lees alles voor en vraag: klopt dit, en mag iedereen het lezen?",
    "De eigenaar zei ja",
    "Bewaard. Stuur nu de brief die dit bevestigt.",
    needs_all_parts=True,
    shows_text=True,
)
LETTER = Ask(
    "letter",
    can_record_yes,
    LetterForm,
    lambda note, actor, told: record_letter(initiative=note, actor=actor, **told),
    "De brief is op de post",
    "Druk eerst de brief af en verstuur hem. Daarna kan het online.",
    "Bewaar",
    "Bewaard. Je kunt het nu online zetten.",
)
VOID = Ask(
    "void",
    can_record_yes,
    lambda data: SureForm(data, label="Laat het ja vervallen. Ik vraag het opnieuw."),
    lambda note, actor, _told: void_yes(initiative=note, actor=actor),
    "Klopt de tekst toch niet?",
    "Dan vervalt het ja van de eigenaar. Je kunt de tekst aanpassen en het daarna opnieuw vragen.",
    "Laat het ja vervallen",
    "Je kunt de tekst weer aanpassen.",
)
PUBLISH = Ask(
    "publish",
    can_publish_for_owner,
    lambda data: SureForm(data, label="De eigenaar zei ja tegen deze tekst, en kent de huisregels"),
    lambda note, actor, _told: publish_note(note, actor),
    "Zet het online namens de eigenaar",
    "Zo leest iedereen het. Op de pagina staat dat jij dit namens de eigenaar deed.",
    "Zet online",
    "Het staat online. De gemeente neemt contact op met de eigenaar.",
    kind="sun",
    shows_text=True,
)
ANSWER = Ask(
    "answer",
    can_answer_for_owner,
    lambda data: SureForm(data, label="Ik sprak de eigenaar, en het loopt nog"),
    lambda note, actor, _told: answer_quiet(initiative=note, actor=actor),
    "Loopt het nog?",
    "Bel of bezoek de eigenaar. De fase verandert hier niet: die zet alleen de eigenaar of de helper.",
    "Het loopt nog",
    "Bewaard. Op de pagina staat niet meer dat het stil is.",
)
FORGET = Ask(
    "forget",
    can_record_yes,
    lambda data: SureForm(data, label="Ja, wis de tekst en de gegevens van deze persoon"),
    lambda note, actor, _told: forget_note(initiative=note, actor=actor),
    "Wil de eigenaar het niet?",
    "Dan wissen we alles wat je opschreef. Dit is niet terug te draaien.",
    "Wis alles",
    "Gewist.",
    kind="danger",
    ends_note=True,
)
WITHDRAW = Ask(
    "withdraw",
    can_withdraw_for_owner,
    lambda data: SureForm(data, label="De eigenaar vroeg dit zelf, aan de telefoon of met een brief"),
    lambda note, actor, _told: withdraw_initiative(initiative=note, actor=actor),
    "Wil de eigenaar stoppen?",
    "Dan halen we de pagina weg: de tekst, de foto's en het nieuws. Dit is niet terug te draaien.",
    "Haal de pagina weg",
    "De pagina is weg.",
    kind="danger",
    ends_note=True,
)


@require_http_methods(["GET", "POST"])
@desk_page(can_note_outdoors)
def ask(request: SignedInRequest, note_id: int, question: Ask) -> HttpResponse:
    """The page of one question about a note, and what follows on its answer."""
    initiative = get_note_or_404(request, note_id)
    if not question.policy(request.user, initiative):
        raise PermissionDenied
    if question.needs_all_parts and (missing := first_missing(initiative)):
        messages.info(request, "Hier ontbreekt nog iets. Vul het samen in, dan kan de eigenaar ja zeggen.")
        return redirect("outdoors:part", initiative.pk, missing.slug)
    form = form_of(question, request)
    if form.is_valid():
        try:
            question.act(initiative, request.user, form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, question.done)
            return redirect("outdoors:notes") if question.ends_note else redirect("outdoors:note", initiative.pk)
    context = {
        "initiative": initiative,
        "question": question,
        "form": form,
        "breadcrumbs": breadcrumbs(initiative, request, question.title),
    }
    return render(request, "outdoors/ask.html", context)


def form_of(question: Ask, request: HttpRequest) -> forms.Form:
    """The form of a question, with its file where it asks one."""
    return question.form(posted(request), request.FILES or None) if question == CARD else question.form(posted(request))


# --- Paper ------------------------------------------------------------------------------------------------------------
@require_safe
@desk_page(can_note_outdoors)
def card(request: SignedInRequest, note_id: int) -> HttpResponse:
    """A card to print: the text in large letters, the house rules in short, and a line to sign."""
    return paper(request, get_note_or_404(request, note_id), "outdoors/card.html", "Kaart om te tekenen")


@require_safe
@desk_page(can_note_outdoors)
def letter(request: SignedInRequest, note_id: int) -> HttpResponse:
    """A letter to print: what the owner said yes to, with number, and how to stop it."""
    initiative = get_note_or_404(request, note_id)
    if is_concept(initiative) and initiative.standing_yes is None:
        messages.info(request, "De brief komt na het telefoontje: leg eerst vast dat de eigenaar ja zei.")
        return redirect("outdoors:note", initiative.pk)
    return paper(request, initiative, "outdoors/letter.html", "Brief aan de eigenaar")


def paper(request: SignedInRequest, initiative: Initiative, template: str, title: str) -> HttpResponse:
    """A page to print, once nothing is missing."""
    if first_missing(initiative):
        messages.info(request, "Hier ontbreekt nog iets. Vul het samen in, dan kun je het afdrukken.")
        return redirect("outdoors:note", initiative.pk)
    context = {
        "initiative": initiative,
        "owner": initiative.owner,
        "helpers": initiative.helpers.all(),
        "noter": initiative.noted_by,
        "today": timezone.localdate(),
        "breadcrumbs": breadcrumbs(initiative, request, title),
    }
    return render(request, template, context)


@require_safe
@login_required
def card_photo(request: SignedInRequest, consent_id: int) -> HttpResponseBase:
    """The signed card, for who wrote the plan down and for its owner; everybody else finds nothing."""
    rows = Consent.objects.exclude(card_photo="").select_related("initiative")
    consent = get_object_or_404(rows, pk=consent_id, initiative__withdrawn_at=None)
    is_owner = consent.initiative.owner_id == request.user.pk
    if not is_owner and not is_noter(request.user, consent.initiative):
        raise Http404(consent_id)
    if not is_owner and not has_second_factor(request):
        return ask_second_factor(request)
    try:
        response = FileResponse(consent.card_photo.open(), content_type="image/webp")
    except FileNotFoundError:
        raise Http404(consent_id) from None
    patch_cache_control(response, private=True, no_store=True)
    return response


# --- Who helps her ----------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@desk_page(can_note_outdoors)
def helper(request: SignedInRequest, note_id: int) -> HttpResponse:
    """Write down whom the owner wants to act in her name: card and letter say who."""
    initiative = get_note_or_404(request, note_id)
    if not can_write_down(request.user, initiative):
        raise PermissionDenied
    form = HelperForm(posted(request))
    if form.is_valid():
        try:
            name_helper(initiative=initiative, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Bewaard. De helper krijgt een mail zodra het plan online staat.")
            return redirect("outdoors:note", initiative.pk)
    crumbs = breadcrumbs(initiative, request, "Wie helpt?")
    return render(request, "outdoors/helper.html", {"initiative": initiative, "form": form, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@desk_page(can_note_outdoors)
def stop_helper(request: SignedInRequest, note_id: int, helper_id: int) -> HttpResponse:
    """Write down that the owner no longer wants her helper."""
    initiative = get_note_or_404(request, note_id)
    found = get_object_or_404(initiative.helpers.open().select_related("user__profile"), pk=helper_id)
    if request.method == "POST":
        end_helper(helper=found, actor=request.user)
        messages.success(request, "Bewaard. Deze persoon helpt niet meer.")
        return redirect("outdoors:note", initiative.pk)
    crumbs = breadcrumbs(initiative, request, "Hulp stoppen")
    context = {"initiative": initiative, "helper": found, "breadcrumbs": crumbs}
    return render(request, "outdoors/stop_helper.html", context)
