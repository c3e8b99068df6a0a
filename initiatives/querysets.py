"""How initiatives are read."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, Value
from django.utils import timezone

from gemeente.accounts.enums import OUTDOOR_ROLES, Role
from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.roles import held_roles
from initiatives.enums import UNDER_WAY, Stage

if TYPE_CHECKING:
    from gemeente.places.models import Wijk
    from gemeente.users.models import User
    from initiatives.models import CubeCell, Helper, Initiative, Inquiry, Offer, PlanStep, SavedSearch, Version

MAIL_DAYS = 14  # who did not answer our mail by then is called or visited


def open_helpers() -> "models.Prefetch[Any, Any, Any]":
    """Who helps and who was asked, with their names: what `active_helpers` reads."""
    helpers = apps.get_model("initiatives", "Helper")._default_manager
    return models.Prefetch("helpers", helpers.open().select_related("user__profile"))


def asked_lately() -> "models.QuerySet[Any]":
    """Mails to its owner that may still be answered, for use in Exists."""
    claims = apps.get_model("accounts", "Claim")._default_manager
    return claims.filter(person=OuterRef("owner"), created_at__gt=timezone.now() - dt.timedelta(days=MAIL_DAYS))


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    def public(self) -> "InitiativeQuerySet":
        """What anyone may read: no concepts, nothing that is hidden (moderation) or taken away by its owner."""
        return self.exclude(stage=Stage.CONCEPT).filter(subject__is_public=True, withdrawn_at=None)

    def visible_to(self, user: "User | Any") -> "InitiativeQuerySet":
        """What is public; of one's own, and of what one helps with, also concepts and what is hidden.

        Who wrote it down has pages of her own.
        """
        if not user.is_authenticated:
            return self.public()
        theirs = Q(owner_id=user.pk) | Q(pk__in=self.helped_ids(user))
        return self.filter(Q(subject__is_public=True) | theirs, withdrawn_at=None)

    @staticmethod
    def helped_ids(user: "User | Any") -> "models.QuerySet[Any]":
        """The ids of what somebody helps with now."""
        helpers = apps.get_model("initiatives", "Helper")._default_manager
        return helpers.filter(user_id=user.pk, accepted_at__isnull=False, ended_at=None).values("initiative_id")

    def owned_by(self, user: "User") -> "InitiativeQuerySet":
        """Concepts included."""
        return self.filter(owner=user, withdrawn_at=None)

    def in_wijk(self, wijk: "Wijk") -> "InitiativeQuerySet":
        """Those of one wijk; initiatives for the whole town are not among them."""
        return self.filter(wijk=wijk)

    def under_way(self) -> "InitiativeQuerySet":
        """Public, and not ended."""
        return self.filter(stage__in=UNDER_WAY, withdrawn_at=None)

    def running(self) -> "InitiativeQuerySet":
        """What is being worked on, as far as we know: not what has been silent for long, nor what rests."""
        return self.public().filter(stage=Stage.RUNNING, quiet_since=None, paused_at=None)

    def realised(self) -> "InitiativeQuerySet":
        """Public, and done: the last one first."""
        return self.public().filter(stage=Stage.REALISED, realised_at__isnull=False).order_by("-realised_at", "-pk")

    def newest_first(self) -> "InitiativeQuerySet":
        """By the day they went public."""
        return self.order_by("-published_at", "-pk")

    def for_cards(self) -> "InitiativeQuerySet":
        """With what a card shows, and without the long texts it does not."""
        rows = self.select_related("wijk", "theme").defer("own_share", "needs", "outcome")
        return rows.defer("wijk__boundary", "wijk__introduction", "wijk__introduction_en", "wijk__area_codes")

    def with_case(self) -> "InitiativeQuerySet":
        """With its case and contact person."""
        return self.select_related("case__contact__profile")

    def with_helpers(self) -> "InitiativeQuerySet":
        """With who acts in its owner's name, as policies and pages read them: one query more."""
        return self.prefetch_related(open_helpers())

    # --- Written down for somebody else ------------------------------------------------------------------------------
    def on_paper(self) -> "InitiativeQuerySet":
        """Whose owner has no account."""
        return self.filter(owner__email=None, owner__is_active=True, withdrawn_at=None)

    def notes_of(self, user: "User") -> "InitiativeQuerySet":
        """What somebody wrote down herself, wherever it stands now."""
        return self.filter(noted_by=user, withdrawn_at=None)

    def written_for_others(self) -> "InitiativeQuerySet":
        """Concepts of people without an account: noted outdoors, or brought over from elsewhere."""
        written = Q(noted_by__isnull=False) | Q(reference__isnull=False)
        return self.on_paper().filter(written, stage=Stage.CONCEPT)

    def in_the_care_of(self, user: "User") -> "InitiativeQuerySet":
        """Plans of people without an account that somebody wrote down, or is the contact person of."""
        return self.on_paper().filter(Q(noted_by=user) | Q(case__contact=user))

    def with_yes(self) -> "InitiativeQuerySet":
        """With what a page of a note shows and its policies ask."""
        rows = self.select_related("owner__profile", "wijk", "theme", "case__contact", "noted_by__profile")
        return rows.defer("wijk__boundary").with_helpers().prefetch_related("consents", "owner__claims")

    def waiting_for(self, user: "User") -> "InitiativeQuerySet":
        """Concepts on paper that nobody goes after: brought over without an answer, or of a noter who left.

        For a gebiedsregisseur those of her wijken, for the team of civil servants all; nobody else sees how to reach
        the people.
        """
        today = timezone.localdate()
        roles = RoleAssignment.objects.on(today).filter(user=OuterRef("noted_by"), role__in=OUTDOOR_ROLES)
        rows = self.written_for_others().filter(~Exists(roles), ~Exists(asked_lately()))
        held = held_roles(user)
        if any(one.role in (Role.CIVIL_SERVANT, Role.TEAM_LEAD) for one in held):
            return rows
        return rows.filter(wijk__in=[one.wijk_id for one in held if one.role == Role.GEBIEDSREGISSEUR])

    def unanswered_since(self, moment: dt.datetime) -> "InitiativeQuerySet":
        """Concepts on paper of before a moment without a yes, and without a mail that may still be answered."""
        consents = apps.get_model("initiatives", "Consent")._default_manager
        yes = consents.filter(initiative=OuterRef("pk"), voided_at=None)
        old = self.written_for_others().filter(created_at__lt=moment)
        return old.filter(~Exists(yes), ~Exists(asked_lately()))


class HelperQuerySet(models.QuerySet["Helper"]):
    def open(self) -> "HelperQuerySet":
        """Those who help, and those who were asked."""
        return self.filter(ended_at=None)

    def active(self) -> "HelperQuerySet":
        """Those who help now."""
        return self.open().filter(accepted_at__isnull=False)

    def waiting_at(self, email: str) -> "HelperQuerySet":
        """Those who were asked at an address."""
        return self.open().filter(accepted_at=None, email__iexact=email)


class CubeQuerySet(models.QuerySet[Any]):
    def total(self) -> int:
        """How many initiatives these cells hold together."""
        return self.aggregate(total=models.Sum("count"))["total"] or 0


class OfferQuerySet(models.QuerySet["Offer"]):
    def open(self) -> "OfferQuerySet":
        """Those that wait for an answer."""
        return self.filter(accepted_at=None, ended_at=None)


class VersionQuerySet(models.QuerySet["Version"]):
    def newest_first(self) -> "VersionQuerySet":
        """As a list reads."""
        return self.order_by("-number")

    def with_people(self) -> "VersionQuerySet":
        """With who wrote it and in whose name, wijk and theme."""
        rows = self.select_related("author__profile", "in_name_of__profile", "wijk", "theme")
        return rows.defer("wijk__boundary", "wijk__introduction", "wijk__introduction_en", "wijk__area_codes")

    def from_number(self, number: int) -> "VersionQuerySet":
        """That one and what came after it."""
        return self.filter(number__gte=number)


class CheckedQuerySet(models.QuerySet[Any]):
    """Photos and documents."""

    def checked(self) -> "CheckedQuerySet":
        """Those of which the file was found harmless: nothing else is ever given to anybody."""
        return self.filter(checked_at__isnull=False)


class DatedQuerySet(models.QuerySet[Any]):
    def in_force(self, day: dt.date) -> list[Any]:
        """Of each code the row that began last, of those of one day the newest; nothing whose last day has passed."""
        newest = self.filter(starts_on__lte=day).order_by("code", "-starts_on", "-pk").distinct("code")
        found = [row for row in newest if row.ends_on is None or row.ends_on >= day]
        return sorted(found, key=lambda row: (row.position, row.code))


class PlanStepQuerySet(models.QuerySet["PlanStep"]):
    def to_tell(self, today: dt.date, days: int) -> "PlanStepQuerySet":
        """Open steps of which nobody was told: that come up within so many days, or whose day has passed."""
        soon = Q(due_on__range=(today, today + dt.timedelta(days=days)), soon_entry=None)
        late = Q(due_on__lt=today, late_entry=None)
        return self.open().filter(soon | late)

    def open(self) -> "PlanStepQuerySet":
        """Those not yet done."""
        return self.filter(done_at=None)

    def in_order(self) -> "PlanStepQuerySet":
        """As the owner put them."""
        return self.order_by("position", "pk")


class InquiryQuerySet(models.QuerySet["Inquiry"]):
    def with_people(self) -> "InquiryQuerySet":
        """With the names that a page shows."""
        return self.select_related("asker__profile", "answered_by__profile", "in_name_of__profile")

    def newest_first(self) -> "InquiryQuerySet":
        """As a page shows them."""
        return self.order_by("-asked_at", "-pk")

    def open(self) -> "InquiryQuerySet":
        """Without an answer."""
        return self.filter(answered_at=None)


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def of(self, user: "User") -> "SavedSearchQuerySet":
        """Somebody's own, the newest first."""
        rows = self.filter(user=user).select_related("wijk", "theme").defer("wijk__boundary")
        return rows.order_by("-created_at", "-pk")

    def looking_for(self, initiative: "Initiative", kinds: "list[str]") -> "SavedSearchQuerySet":
        """Those that a public initiative answers now, with the kinds of needs it still has; not its owner's."""
        subject = initiative.subject
        assert subject is not None
        rests = initiative.quiet_since or initiative.paused_at
        stage = "" if initiative.stage == Stage.RUNNING and rests else initiative.stage
        rows = self.filter(
            Q(wijk=None) | Q(wijk=initiative.wijk_id),
            Q(theme=None) | Q(theme=initiative.theme_id),
            stage__in=["", stage],
            need__in=["", *kinds],
            scale__in=["", initiative.scale],
            has_place__in=[False, subject.longitude is not None],
            is_open_for_help__in=[False, initiative.is_open_for_help],
            paused_at=None,
            user__is_active=True,
        )
        says = Func(Value(subject.pk), F("words"), F("parts"), function="initiatives_says", output_field=BooleanField())
        return rows.exclude(user=initiative.owner_id).filter(Q(words="") | Q(says))

    def with_news(self, *paces: str) -> "SavedSearchQuerySet":
        """Of these paces, those that found something of which nobody told her yet."""
        hits = apps.get_model("initiatives", "SavedHit")._default_manager.filter(search=OuterRef("pk"), told_at=None)
        return self.filter(Exists(hits), pace__in=paces, paused_at=None)
