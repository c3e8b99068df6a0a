"""Every address x everybody, in one table written by hand. A new address without a row fails the suite.

Each cell is the status of GET and, behind the slash, of POST with an empty form. 302 sends a visitor to the sign-in page.
Rows of /beheer/lijsten/ and /account/ are prefixes: what lies under them is tried by their own tests.
"""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from gemeente.accounts.actions import (
    ask_claim,
    ask_guardian,
    change_work_profile,
    invite_person,
    register_on_paper,
    register_person,
    state_age,
)
from gemeente.accounts.delivery import claim_token, guardian_token, invitation_token
from gemeente.accounts.enums import AgeGroup, GuardianKind, Role
from gemeente.accounts.models import Profile, RoleAssignment
from gemeente.activity.delivery import unsubscribe_token
from gemeente.activity.enums import Pace
from gemeente.activity.models import Notice
from gemeente.cases.actions import claim_case, log_contact, report_absence
from gemeente.cases.enums import Means
from gemeente.demo.models import DemoMail
from gemeente.lib.images import CleanLogo, CleanPhoto
from gemeente.moderation.actions.blocking import block_person, pause_account
from gemeente.moderation.actions.hiding import answer_hiding, hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.actions.worrying import tell_worry
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.links import block_link
from gemeente.moderation.models import HidingGround
from gemeente.moderation.parts import WHOLE
from gemeente.places.models import Wijk
from gemeente.portal.actions import add_door, add_rule, change_gemeente
from gemeente.portal.enums import Matter, RuleName, TextKey
from gemeente.portal.models import TextVersion
from gemeente.users.models import User
from initiatives.actions.documents import add_document
from initiatives.actions.inquiries import ask_owner
from initiatives.actions.joining import request_participation
from initiatives.actions.needing import state_need, state_share
from initiatives.actions.news import tell_news
from initiatives.actions.outdoors import record_card
from initiatives.actions.photos import set_photo
from initiatives.actions.pledging import offer_help
from initiatives.actions.saved_searches import save_search
from initiatives.actions.silence import ask_quiet
from initiatives.delivery import confirm_token, helper_token, quiet_path, thanks_path
from initiatives.enums import NeedKind, ParticipationKind, ShareKind
from initiatives.models import Helper, Initiative, Need, PlanStep, Pledge, Share, ThanksName
from initiatives.parts import news_part
from initiatives.search_delivery import stop_token
from tests.columns import (
    ANYONE,
    FORM,
    MANAGER,
    MANAGER_ACT,
    MANAGER_ASKED,
    MANAGER_FORM,
    MY_FORM,
    OWNER_ACT,
    OWNER_ASKED,
    OWNER_FORM,
    SIGNED_IN,
    WHO,
)
from tests.conftest import person, undone
from tests.factories.documents import a_document
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import complete
from tests.factories.photos import a_photo
from tests.factories.plans import blueprint, card, step
from tests.factories.questions import asked as asked_by
from tests.gemeente.partners import access as partners
from tests.wijken import access as wijken
from tests.wijken.advice import access as advice
from tests.wijken.agenda import access as agenda
from tests.wijken.following import access as following
from tests.wijken.meetings import access as meetings

# fmt: off
TABLE = {
    # address                                       anon    bram    fatima  willem  wilma   noor    joost   aisha   dirk    els     petra   hans    griet   chris   mona    thea    milan   bas
    "/":                                            ANYONE,
    "/initiatieven/":                               ANYONE,
    "/initiatieven/atom.xml":                       ANYONE,
    "/initiatieven/nieuw/":                         FORM,
    "/initiatieven/<slug:slug>/":                   ANYONE,
    "/initiatieven/nieuw/verder/":                 "302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302",
    "/initiatieven/nieuw/<slug:slug>/":            "302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302 302/302",
    "/initiatieven/<slug:slug>/bewerken/<slug:part>/": "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/publiceren/":       "302/302 403/403 302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/ontvangst/":        "302/405 403/405 200/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405",
    "/initiatieven/<slug:slug>/stap/":             "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/nieuws/":           "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/meedoeners/":       "302/405 403/405 200/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405",
    "/initiatieven/<slug:slug>/planning/":          ANYONE,
    "/initiatieven/<slug:slug>/planning/stap/":     OWNER_FORM,
    "/initiatieven/<slug:slug>/planning/datum/":    OWNER_ASKED,
    "/initiatieven/<slug:slug>/planning/draaiboek/": OWNER_FORM,
    "/initiatieven/<slug:slug>/planning/herinneringen/": OWNER_ACT,
    "/initiatieven/<slug:slug>/planning/<int:step_id>/": OWNER_FORM,
    "/initiatieven/<slug:slug>/planning/<int:step_id>/klaar/": OWNER_ACT,
    "/initiatieven/<slug:slug>/planning/<int:step_id>/plaats/": OWNER_ACT,
    "/initiatieven/<slug:slug>/planning/<int:step_id>/weg/": OWNER_ASKED,
    "/initiatieven/<slug:slug>/tip/<slug:code>/":    OWNER_ASKED,
    "/draaiboeken/":                                 ANYONE,
    "/draaiboeken/<slug:code>/":                     ANYONE,
    "/initiatieven/<slug:slug>/nodig/":            "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/nodig/<int:need_id>/": "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/nodig/<int:need_id>/<slug:act>/": "405/302 405/403 405/302 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403",
    "/initiatieven/<slug:slug>/zelf/":             "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/zelf/<int:share_id>/": "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/zelf/<int:share_id>/weg/": "405/302 405/403 405/302 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403",
    "/initiatieven/<slug:slug>/helpen/":           "200/200 200/200 403/403 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200",
    "/initiatieven/<slug:slug>/helpen/<int:need_id>/": "200/200 200/200 403/403 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200",
    "/initiatieven/<slug:slug>/meedoeners/<int:pledge_id>/bedanken/": "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/meedoeners/<int:pledge_id>/gekomen/": "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/mijn-hulp/":        "302/405 " + "200/405 " * 17,
    "/initiatieven/<slug:slug>/mijn-hulp/<int:pledge_id>/weg/": "302/302 200/302 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",
    "/initiatieven/<slug:slug>/steunen/":          "200/200 200/302 403/403 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302",
    "/initiatieven/<slug:slug>/meedoen/":          "200/200 200/200 403/403 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200",
    "/initiatieven/<slug:slug>/steunen/stoppen/":  "302/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302",
    "/initiatieven/<slug:slug>/meedoen/stoppen/":  "302/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302",
    "/meedoen/<str:token>/":                       "200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302 200/302",
    "/foto/<uuid:key>/<str:size>.webp":            ANYONE,
    "/foto/<uuid:key>/phone.jpg":                   ANYONE,
    "/document/<uuid:key>/":                        ANYONE,
    "/initiatieven/<slug:slug>/fotos/":             OWNER_FORM,
    "/initiatieven/<slug:slug>/fotos/voor/":        OWNER_FORM,
    "/initiatieven/<slug:slug>/fotos/na/":          OWNER_FORM,
    "/initiatieven/<slug:slug>/documenten/":        OWNER_FORM,
    "/initiatieven/<slug:slug>/nieuws/<int:update_id>/": OWNER_FORM,
    "/initiatieven/<slug:slug>/nieuws/<int:update_id>/fotos/": OWNER_FORM,
    "/initiatieven/<slug:slug>/nieuws/<int:update_id>/documenten/": OWNER_FORM,
    "/initiatieven/<slug:slug>/nieuws/<int:update_id>/weg/": OWNER_ASKED,
    "/initiatieven/<slug:slug>/document/<uuid:key>/weg/": OWNER_ASKED,
    "/initiatieven/<slug:slug>/foto/<uuid:key>/":   ANYONE,
    "/initiatieven/<slug:slug>/foto/<uuid:key>/beschrijvingen/": OWNER_ACT,
    "/initiatieven/<slug:slug>/foto/<uuid:key>/eerder/": OWNER_ACT,
    "/initiatieven/<slug:slug>/foto/<uuid:key>/later/": OWNER_ACT,
    "/initiatieven/<slug:slug>/foto/<uuid:key>/bovenaan/": OWNER_ACT,
    "/initiatieven/<slug:slug>/foto/<uuid:key>/weg/": "302/302 403/403 200/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/vragen/":                                     ANYONE,
    "/vragen/nieuw/":                               FORM,
    "/vragen/ontvangen/":                           "302/405 " * 18,
    "/vragen/<int:question_id>/":                   "302/405 404/405 200/405 " + "404/405 " * 15,
    "/vragen/<int:question_id>/laten-zien/":        "302/302 404/404 200/200 " + "404/404 " * 15,
    "/vragen/<int:question_id>/weghalen/":          "302/302 404/404 403/403 " + "404/404 " * 15,  # it is private
    "/bel-mij/":                                    FORM,
    "/initiatieven/<slug:slug>/vragen/":           ANYONE,
    "/initiatieven/<slug:slug>/vragen/stellen/":   "302/302 200/200 403/403 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200",
    "/initiatieven/<slug:slug>/vragen/<int:inquiry_id>/antwoord/": "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/vragen/<int:inquiry_id>/weghalen/": "302/302 200/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/resultaat/":        "404/405 " * 18,  # it is not realised
    "/initiatieven/<slug:slug>/resultaat/bewerken/": "302/302 " + "403/403 " * 17,
    "/initiatieven/<slug:slug>/poster/":           ANYONE,
    "/bedankt/<str:token>/":                       FORM,
    "/initiatieven/<slug:slug>/loopt-nog/":         "302/302 403/403 200/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/helper/":            "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
"/initiatieven/<slug:slug>/helper/<int:helper_id>/recht/": "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/versies/": ANYONE,
    "/initiatieven/<slug:slug>/versies/<int:number>/": ANYONE,
    "/initiatieven/<slug:slug>/namen/": "302/302 403/403 200/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/pauze/": "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/verder/": "302/302 403/403 302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",  # it is not paused
    "/initiatieven/<slug:slug>/overdragen/": "302/302 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/initiatieven/<slug:slug>/overdragen/terug/": "405/302 405/403 405/302 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403",
    "/initiatieven/<slug:slug>/overnemen/": "302/302 " + "404/404 " * 17,  # nothing is offered
    "/initiatieven/<slug:slug>/helper/<int:helper_id>/stoppen/":"302/302 403/403 200/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/helpen/<str:token>/":                          "200/302 " * 18,
    "/loopt-nog/<str:token>/":                       "200/302 " * 18,
    "/buiten/":                                     "302/302 403/403 403/403 200/200 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 403/403 200/200",
    "/buiten/mijn/":                                "302/405 403/405 403/405 200/405 403/405 200/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 200/405 403/405 200/405",
    "/buiten/<int:note_id>/":                       "302/405 403/405 403/405 404/405 403/405 404/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 404/405 403/405 200/405",
    "/buiten/<int:note_id>/deel/<slug:part>/":      "302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 200/200",
    "/buiten/<int:note_id>/oppakken/":              "405/302 405/403 405/403 405/404 405/403 405/404 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/404 405/403 405/302",
    "/buiten/<int:note_id>/mail/":                  "302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 200/200",
    "/buiten/<int:note_id>/kaart/":                 "302/405 403/405 403/405 404/405 403/405 404/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 404/405 403/405 200/405",
    "/buiten/<int:note_id>/kaart/foto/":            "302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 200/200",
    "/buiten/<int:note_id>/bellen/":                "302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 200/200",
    "/buiten/<int:note_id>/brief/":                 "302/405 403/405 403/405 404/405 403/405 404/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 404/405 403/405 302/405",
    "/buiten/<int:note_id>/brief/verstuurd/":       "302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 200/200",
    "/buiten/<int:note_id>/opnieuw/":               "302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 200/200",
    "/buiten/<int:note_id>/online/":                "302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 403/403",
    "/buiten/<int:note_id>/helper/":                "302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 200/200",
    "/buiten/<int:note_id>/helper/<int:helper_id>/stoppen/":"302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 200/302",
    "/buiten/<int:note_id>/loopt-nog/":             "302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 403/403",
    "/buiten/<int:note_id>/wissen/":                "302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 200/200",
    "/buiten/<int:note_id>/weghalen/":              "302/302 403/403 403/403 404/404 403/403 404/404 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 404/404 403/403 403/403",
    "/buiten/kaart/<int:consent_id>.webp":          "302/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 200/405",
    "/wijken/":                                     ANYONE,
    "/wijken/welke/":                               FORM,
    "/initiatieven/kaart/":                         ANYONE,
    "/initiatieven/kaart.geojson":                  ANYONE,
    "/rond-mijn-huis/":                             FORM,
    "/wijken/<slug:slug>/":                         ANYONE,
    "/mijn/":                                       SIGNED_IN,
    "/mijn/profiel/":                               MY_FORM,
    "/mijn/bereikbaar/":                           MY_FORM,
    "/mijn/werkprofiel/":                          "302/302 403/403 403/403 403/403 403/403 200/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/302 403/403 403/403",
    "/portret/<str:name>":                         ANYONE,
    "/mijn/contact/<int:case_id>/":                "302/405 404/405 200/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405",
    "/mijn/contact/<int:case_id>/klopt-niet/<int:moment_id>/": "302/302 404/404 200/302 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",
    "/mijn/contact/<int:case_id>/zonder/":         "302/302 404/404 200/302 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",
    "/mijn/contact/<int:case_id>/toch/":           "302/302 404/404 403/302 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",  # after `zonder`
    "/mijn/contact/<int:case_id>/klaar/":          "302/302 404/404 200/302 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",
    "/mijn/contact/<int:case_id>/heropenen/":      "302/302 404/404 403/302 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",  # after `klaar`
    "/werkbak/<int:case_id>/":                     "302/302 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/403 403/403 403/403",
    "/werkbak/<int:case_id>/oppakken/":            "405/302 405/403 405/403 405/403 405/403 405/302 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/302 405/403 405/403",
    "/werkbak/<int:case_id>/afronden/":            "302/302 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/werkbak/<int:case_id>/plannen/": "302/302 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/werkbak/<int:case_id>/niet-door/": "302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",  # nothing is planned
    "/werkbak/<int:case_id>/niet-bereikt/": "302/302 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/werkbak/<int:case_id>/bericht/": "302/302 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403",
    "/werkbak/<int:case_id>/overdragen/": "302/302 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 403/403 403/403",
    "/werkbak/overdragen/": "302/302 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 403/403 403/403",
    "/werkbak/afwezig/": "302/302 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 200/200 403/403 403/403",
    "/werkbak/afwezig/<int:absence_id>/terug/": "405/302 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/302 405/302 405/403 405/403",
    "/mijn/contact/<int:case_id>/bericht/": "302/302 404/404 200/200 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",
    "/mijn/gegevens/":                              SIGNED_IN,
    "/mijn/gegevens/download/":                     SIGNED_IN,
    "/mijn/afscheid/":                              MY_FORM,
    "/mijn/tweede-stap/":                           SIGNED_IN,
    "/mijn/berichten/":                             "302/302 " + "200/302 " * 17,
    "/mijn/ontvangst/":                             SIGNED_IN,
    "/van-mij/<str:token>/":                        "200/302 " * 18,
    "/volgen/<int:subject_id>/":                    "302/302 " + "200/302 " * 17,
    "/afmelden/<str:token>/":                       FORM,
    "/afmelden/zoekopdracht/<str:token>/":          FORM,
    "/mijn/zoekopdrachten/":                        SIGNED_IN,
    "/mijn/zoekopdrachten/nieuw/":                  MY_FORM,
    "/mijn/zoekopdrachten/<int:search_id>/":        "302/302 404/404 200/200 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",
    "/mijn/zoekopdrachten/<int:search_id>/weg/":    "302/302 404/404 200/302 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",
    "/mijn/leeftijd/":                              MY_FORM,
    "/mijn/leeftijd/toestemming/":                  "302/302 " * 18,  # nobody of the cast is young
    "/toestemming/<str:token>/":                    FORM,  # a no forgets the question, so each finds her own
    "/uitnodiging/<str:token>/":                    "200/302 " * 18,
    "/beheer/":                                     "302/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 200/405 403/405 403/405 403/405",
    "/beheer/mensen/":                              "302/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 200/405 403/405 403/405 403/405",
    "/beheer/mensen/uitnodigen/":                   "302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403",
    "/beheer/mensen/uitnodigingen/":                "302/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 200/405 403/405 403/405 403/405",
    "/beheer/mensen/uitnodigingen/<int:invitation_id>/opnieuw/": "405/302 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/302 405/403 405/403 405/403",
    "/beheer/mensen/uitnodigingen/<int:invitation_id>/intrekken/": "405/302 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/302 405/403 405/403 405/403",
    "/beheer/mensen/rechten/":                      "302/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 200/405 403/405 403/405 403/405",
    "/beheer/mensen/rechten.csv":                   "302/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 200/405 403/405 403/405 403/405",
    "/beheer/mensen/rol/<int:assignment_id>/stoppen/": "302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403",
    "/beheer/mensen/<int:person_id>/":              "302/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 200/405 403/405 403/405 403/405",
    "/beheer/mensen/<int:person_id>/rol-geven/":    "302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403",
    "/melden/<int:subject_id>/":                    FORM,
    "/zorgen/<int:subject_id>/":                    "200/200 200/200 403/403 200/200 200/200 403/403 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200 200/200",
    "/mijn/melding/<int:report_id>/":               "302/405 200/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405 404/405",
    "/mijn/verborgen/<int:hiding_id>/":             "302/302 404/404 200/200 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",
    "/mijn/zorg/<int:worry_id>/":                   "302/302 200/200 200/200 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",
    "/mijn/geblokkeerd/":                          "302/405 " + "200/405 " * 17,
    "/mijn/geblokkeerd/<int:block_id>/opheffen/":   "302/302 404/404 200/302 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",
    "/mijn/blokkeren/<str:token>/":                 "302/302 404/404 200/302 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404 404/404",
    "/moderatie/":                                  "302/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 200/405 403/405 200/405 403/405",
    "/moderatie/<int:report_id>/":                  "302/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 200/405 403/405 200/405 403/405",
    "/moderatie/<int:report_id>/laten-staan/":      "302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 403/403 200/200 403/403",
    "/moderatie/<int:report_id>/doorgeven/":        "302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/302 403/403 200/302 403/403",
    "/moderatie/<int:report_id>/verbergen/":        "302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403",
    "/moderatie/<int:report_id>/stilzetten/":       "302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 403/403 200/200 403/403",
    "/moderatie/verborgen/<int:hiding_id>/":        "302/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 200/405 403/405 200/405 403/405",
    "/moderatie/verborgen/<int:hiding_id>/tonen/":  "302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403",
    "/moderatie/verborgen/<int:hiding_id>/zo-laten/":"302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403",
    "/moderatie/stil/<int:block_id>/opheffen/":     "302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/302 403/403 200/302 403/403",
    "/werkbak/zorg/<int:worry_id>/":                "302/302 403/403 403/403 403/403 403/403 200/200 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/403 403/403 403/403",
    "/toegankelijkheid/":                           ANYONE,
    "/privacy/":                                    ANYONE,
    "/stijlgids/":                                  ANYONE,
    "/werkbak/":                                    "302/405 403/405 403/405 403/405 403/405 200/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 403/405 200/405 403/405 403/405",
    "/huisregels/":                                ANYONE,
    "/klacht/":                                    ANYONE,
    "/huisstijl.css":                              ANYONE,
    "/logo/<str:name>":                            ANYONE,
    "/beheer/teksten/":                            MANAGER,
    "/beheer/teksten/<slug:slug>/":                MANAGER_FORM,
    "/beheer/teksten/<slug:slug>/versies/":        MANAGER,
    "/beheer/teksten/<slug:slug>/versies/<int:version_id>/": "302/302 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 403/403 200/302 403/403 403/403 403/403",
    "/beheer/gemeente/":                           MANAGER_FORM,
    "/beheer/loketten/":                           MANAGER,
    "/beheer/loketten/nieuw/":                     MANAGER_FORM,
    "/beheer/loketten/<int:door_id>/weg/":         "405/302 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/302 405/403 405/403 405/403",
    "/beheer/regels/":                             MANAGER,
    "/beheer/regels/nieuw/":                       MANAGER_FORM,
    "/beheer/regels/<int:rule_id>/weg/":           "405/302 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/403 405/302 405/403 405/403 405/403",
    "/beheer/draaiboeken/":                        MANAGER,
    "/beheer/draaiboeken/nieuw/":                  MANAGER_FORM,
    "/beheer/draaiboeken/<slug:code>/":            MANAGER_FORM,
    "/beheer/draaiboeken/<slug:code>/versies/":    MANAGER,
    "/beheer/draaiboeken/<slug:code>/versies/<int:version_id>/": MANAGER_ASKED,
    "/beheer/tips/":                               MANAGER,
    "/beheer/tips/nieuw/":                         MANAGER_FORM,
    "/beheer/tips/<int:card_id>/weg/":             MANAGER_ACT,
    "/beheer/tips/<slug:code>/":                   MANAGER_FORM,
    "/kaart/capelle.svg":                           ANYONE,
    "/kaart/wijken.geojson":                        ANYONE,
    "/tekening/held.svg":                           ANYONE,
    "/tekening/leeg.svg":                           ANYONE,
    "/tekening/<str:scene>/<int:seed>.svg":         ANYONE,
    "/healthz":                                     ANYONE,
    "/readyz":                                      ANYONE,
    "/robots.txt":                                  ANYONE,
    "/.well-known/security.txt":                    ANYONE,
    "/demo/post/":                                  ANYONE,
    "/demo/post/<int:mail_id>/":                    ANYONE,
}
PREFIXES = ("/beheer/lijsten/", "/account/")
# fmt: on
PARTS = (partners, wijken, following, agenda, advice, meetings)  # apps whose rows stand beside their tests
for part in PARTS:
    TABLE |= part.TABLE


def readers() -> list[object]:
    """Who walks through the pages: one for each column of the table, the others (same pages) in the long checks.

    In groups that share a town, since making one takes as long as a short walk.
    """
    columns = {tuple(row.split()[place] for row in TABLE.values()): who for place, who in reversed([*enumerate(WHO)])}
    first = [who for who in WHO if who in columns.values()]
    later = [who for who in WHO if who not in first]
    groups = ((first[::2], ()), (first[1::2], ()), (later, pytest.mark.verify))
    return [pytest.param(group, marks=marks, id="_".join(group)) for group, marks in groups]


READERS = readers()


def routes(patterns: list, prefix: str = "/") -> Iterator[str]:
    """Every route of the resolver but those of Django's admin, in Dutch, as it is written in urls.py."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver) and pattern.app_name == "admin":
            continue
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route


@pytest.fixture
def places(cast: dict[str, User | None], oostgaarde: Wijk, reference: None) -> dict[str, str]:
    """An object for each part of an address."""
    initiative = published(owner=cast["fatima"], wijk=oostgaarde)
    InitiativeFactory(owner=cast["fatima"], wijk=oostgaarde)
    claim_case(case=initiative.case, actor=cast["noor"])
    today = timezone.localdate()
    moment = log_contact(
        case=initiative.case, actor=cast["noor"], means=Means.CALL, was_reached=True, happened_on=today
    )
    set_photo(initiative=initiative, actor=cast["fatima"], photo=CleanPhoto(b"large", b"card", 640, 360))
    initiative.refresh_from_db()
    news = tell_news(initiative=initiative, actor=cast["fatima"], title="De grond is klaar", text="Zaterdag.")
    document = add_document(
        initiative=initiative, actor=cast["fatima"], document=a_document(), title="Tekening", is_public=True
    )
    note = complete(cast["bas"], oostgaarde)
    signed = complete(cast["bas"], oostgaarde, title="Getekend plan")
    yes = record_card(initiative=signed, actor=cast["bas"], photo=a_photo(), given_on=today)
    change_work_profile(
        user=cast["noor"], work_phone="", shows_surname=False, portrait=b"portrait", keeps_portrait=True
    )
    asked = request_participation(
        initiative=initiative, email="buur@voorbeeld.example", kind=ParticipationKind.SUPPORT, language="nl"
    )
    claim = ask_claim(person=register_on_paper(name="Ria"), email="ria@voorbeeld.example")
    absence = report_absence(
        person=cast["thea"], starts_on=today, ends_on=None, stand_in=cast["noor"], actor=cast["thea"]
    )
    invitation = invite_person(
        email="nel@voorbeeld.example",
        name="Nel de Wit",
        role=Role.CLERK,
        wijk=None,
        starts_on=today,
        ends_on=None,
        actor=cast["mona"],
    )
    joiner = register_person(email="nora@voorbeeld.example", name="Nora")
    child = register_person(email="mila@voorbeeld.example", name="Mila")
    state_age(person=child, age_group=AgeGroup.YOUNG, actor=child)
    consent = ask_guardian(person=child, email="ouder@voorbeeld.example", name="Ouder", kind=GuardianKind.PARENT)
    asked_to_help, asked_too, of_ria = waiting_helpers(initiative, note)
    quiet = ask_quiet(initiative=initiative)
    notice = Notice.objects.filter(recipient=cast["fatima"]).earliest("pk")
    mail = DemoMail.objects.create(recipient="fatima@voorbeeld.example", title="Dag", body="Dag Fatima")
    question = asked_by(cast["fatima"])
    gemeente = change_gemeente(actor=cast["mona"], logo=CleanLogo(b"logo", 320, 80), logo_text="Gemeente Capelle")
    later = timezone.localdate() + dt.timedelta(days=30)
    door = add_door(
        actor=cast["mona"], matter=Matter.FUND, wijk=None, starts_on=later, is_here=True, name="Hier", name_en="Here"
    )
    rule = add_rule(actor=cast["mona"], name=RuleName.OWN_AGE, value=15, starts_on=later)
    brakes = brakes_on(initiative, cast)
    need, pledge, share = helped_with(initiative, cast["bram"])
    found: dict[str, str] = {}
    for part in PARTS:
        found |= part.places(cast, oostgaarde, initiative)
    return {
        **found,
        **plans_in_time(),
        "<int:need_id>": str(need.pk),
        "<int:pledge_id>": str(pledge.pk),
        "<int:share_id>": str(share.pk),
        "<slug:act>": "omlaag",
        "/beheer/teksten/<slug:slug>/": "/beheer/teksten/huisregels/",
        "/logo/<str:name>": f"/{gemeente.logo.name}",
        "<int:version_id>": str(TextVersion.objects.get(key=TextKey.HOUSE_RULES).pk),
        "<int:door_id>": str(door.pk),
        "<int:rule_id>": str(rule.pk),
        "/initiatieven/nieuw/<slug:slug>/": "/initiatieven/nieuw/samen/",
        "/initiatieven/<slug:slug>/helper/<int:helper_id>/": f"/initiatieven/{initiative.slug}/helper/{asked_too.pk}/",
        "/helpen/<str:token>/": f"/helpen/{helper_token(asked_to_help.pk)}/",
        "/loopt-nog/<str:token>/": quiet_path(quiet, cast["fatima"]),
        "<int:step_id>": str(plan_with_steps(initiative).pk),
        "<slug:code>": "feest",
        "/bedankt/<str:token>/": thanks_path(ThanksName.objects.create(initiative=initiative, user=joiner)),
        "<int:inquiry_id>": str(ask_owner(initiative=initiative, actor=cast["bram"], text="Mag ik ook?").pk),
        "<int:note_id>": str(note.pk),
        "<int:helper_id>": str(of_ria.pk),
        "<int:number>": "1",
        "<int:consent_id>": str(yes.pk),
        "/initiatieven/<slug:slug>/": f"/initiatieven/{initiative.slug}/",
        "/wijken/<slug:slug>/": f"/wijken/{oostgaarde.slug}/",
        "/meedoen/<str:token>/": f"/meedoen/{confirm_token(asked)}/",
        "/toestemming/<str:token>/": f"/toestemming/{guardian_token(consent)}/",
        "/uitnodiging/<str:token>/": f"/uitnodiging/{invitation_token(invitation)}/",
        "/van-mij/<str:token>/": f"/van-mij/{claim_token(claim)}/",
        **brakes,
        "/portret/<str:name>": Profile.objects.get(user=cast["noor"]).portrait_url,
        "<int:question_id>": str(question.pk),
        "<slug:part>": "idee",
        "/document/<uuid:key>/": f"/document/{document.key}/",
        "<uuid:key>": str(initiative.photo.key),
        "<int:update_id>": str(news.pk),
        "<str:size>": "card",
        "<int:case_id>": str(initiative.case_id),
        "<int:moment_id>": str(moment.pk),
        "<int:absence_id>": str(absence.pk),
        "<int:subject_id>": str(initiative.subject_id),
        "<int:invitation_id>": str(invitation.pk),
        "<int:assignment_id>": str(RoleAssignment.objects.get(user=cast["aisha"]).pk),
        "<int:person_id>": str(cast["aisha"].pk),
        "<str:token>": unsubscribe_token(notice),
        "<str:scene>": "garden",
        "<int:seed>": "3",
        "<int:mail_id>": str(mail.pk),
    }


def brakes_on(initiative: Initiative, cast: dict[str, User | None]) -> dict[str, str]:
    """A report, news that is hidden (one of them answered), a worry, a block and a pause."""
    fatima, bram, mona = cast["fatima"], cast["bram"], cast["mona"]
    ground = HidingGround.objects.get(code="portrait")
    hidings = []
    for title in ("Zaterdag", "Zondag"):
        news = tell_news(initiative=initiative, actor=fatima, title=title, text="We planten.")
        told = report_part(subject=initiative.subject, part=news_part(news), reason=ReportReason.HURTS, actor=bram)
        hidings.append(hide_part(report=told, actor=mona, ground=ground, facts="Er staat een naam in."))
    answer_hiding(hiding=hidings[1], actor=fatima, answer="Die naam mag er staan.")
    report = report_part(subject=initiative.subject, part=WHOLE, reason=ReportReason.OTHER, actor=bram)
    worry = tell_worry(case=initiative.case, actor=bram, text="Komt er geluid?")
    block = block_person(owner=fatima, label="Een buur", email="lastig@voorbeeld.example")
    pause = pause_account(person=cast["petra"], actor=mona, days=7, reason="Reclame.")
    return {
        "/mijn/blokkeren/<str:token>/": block_link(owner=fatima, person=cast["willem"]),
        "/moderatie/verborgen/<int:hiding_id>/zo-laten/": f"/moderatie/verborgen/{hidings[1].pk}/zo-laten/",
        "/moderatie/stil/<int:block_id>/": f"/moderatie/stil/{pause.pk}/",
        "<int:report_id>": str(report.pk),
        "<int:hiding_id>": str(hidings[0].pk),
        "<int:worry_id>": str(worry.pk),
        "<int:block_id>": str(block.pk),
        **saved_search(fatima),
    }


def saved_search(owner: User) -> dict[str, str]:
    """What Fatima keeps looking for, and the link in its mail."""
    search = save_search(actor=owner, name="Alles wat nieuw is", chosen={}, pace=Pace.WEEKLY)
    return {
        "<int:search_id>": str(search.pk),
        "/afmelden/zoekopdracht/<str:token>/": f"/afmelden/zoekopdracht/{stop_token(search)}/",
    }


def plans_in_time() -> dict[str, str]:
    """A ready plan and a tip that count now, and a version of each that comes."""
    later = timezone.localdate() + dt.timedelta(days=30)
    blueprint("feest")
    plan = blueprint("feest", starts_on=later)
    card("feest").save()
    tip = card("feest", starts_on=later)
    tip.save()
    versions = "/beheer/draaiboeken/<slug:code>/versies/<int:version_id>/"
    return {versions: f"/beheer/draaiboeken/feest/versies/{plan.pk}/", "<int:card_id>": str(tip.pk)}


def plan_with_steps(initiative: Initiative) -> PlanStep:
    """Two steps of her own; returns the second."""
    return [step(initiative, title) for title in ("Vraag de buren", "Hang slingers op")][1]


def helped_with(initiative: Initiative, helper: User) -> tuple[Need, Pledge, Share]:
    """Something that is needed, what somebody offers of it, and what the owner does herself."""
    told = {"initiative": initiative, "actor": initiative.owner}
    need = state_need(**told, kind=NeedKind.HANDS, title="Handen op zaterdag", amount=5)
    share = state_share(**told, kind=ShareKind.HOURS, what="Water geven", planned=40)
    return need, offer_help(initiative=initiative, actor=helper, need=need, amount=2), share


def waiting_helpers(initiative: Initiative, note: Initiative) -> list[Helper]:
    """Two people whom Fatima asked, and one whom Ria named."""
    return [
        Helper.objects.create(initiative=row, email=f"hulp{number}@voorbeeld.example", named_by=row.owner)
        for number, row in enumerate((initiative, initiative, note))
    ]


def address(route: str, places: dict[str, str]) -> str:
    """A route with its parts filled in."""
    for part, value in places.items():
        route = route.replace(part, value)
    assert "<" not in route, f"no object for {route}"
    return route


def counts() -> dict[str, int]:
    """How many rows each table holds; the session is the only thing a visit may write."""
    models = [m for m in apps.get_models() if m._meta.managed and m._meta.label != "sessions.Session"]
    return {m._meta.label: m._default_manager.count() for m in models}


def test_every_route_has_a_row() -> None:
    found = {route for route in routes(get_resolver().url_patterns) if not route.startswith(PREFIXES)}

    assert found == set(TABLE)


@pytest.mark.parametrize("group", READERS)
def test_everybody_gets_what_the_table_says(
    group: list[str],
    cast: dict[str, User | None],
    places: dict[str, str],
    client_for: Callable[..., Client],
    unrendered: None,
) -> None:
    for who in group:
        with undone():
            client = client_for(cast["anonymous" if who == "anon" else who])
            expected = {route: row.split()[WHO.index(who)] for route, row in TABLE.items()}
            before = counts()

            got = {route: str(client.get(address(route, places)).status_code) for route in TABLE}
            after_get = counts()
            posted = {route: str(client.post(address(route, places)).status_code) for route in TABLE}

            assert (who, {route: f"{got[route]}/{posted[route]}" for route in TABLE}) == (who, expected)
            assert after_get == before


def test_the_board_of_another_wijk_gets_what_any_neighbour_gets(
    cast: dict[str, User | None],
    places: dict[str, str],
    schollevaar: Wijk,
    client_for: Callable[..., Client],
    unrendered: None,
) -> None:
    rows = {route: row.split()[WHO.index("bram")] for part in PARTS for route, row in part.TABLE.items()}
    expected = {route: cell for route, cell in rows.items() if route.startswith("/wijken/")}
    client = client_for(person("omar", role=Role.WOP_BOARD, role_wijk=schollevaar))
    before = counts()

    got = {route: str(client.get(address(route, places)).status_code) for route in expected}
    after_get = counts()
    posted = {route: str(client.post(address(route, places)).status_code) for route in expected}

    assert {route: f"{got[route]}/{posted[route]}" for route in expected} == expected
    assert after_get == before
