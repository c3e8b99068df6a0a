"""Reading the werkwijze of a wijk: the version in force, its rules, and how many people may vote."""

import datetime as dt
import re
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.models import DecisionRule, WayKind, WayState, Werkwijze, WijkQuestion, WijkStage
from wijken.policies import ATTENDS_ONLY
from wijken.voting import Matter, Voters, majority_in_words, quorum_in_words


def way_in_force(wijk_id: int | None) -> Werkwijze | None:
    """The last published version of a wijk; None for one that works in the common way, and for the whole town."""
    if wijk_id is None:
        return None
    return Werkwijze.objects.of_wijk(wijk_id).published().first()


def first_stage_in_force(wijk_id: int | None, common: str) -> WijkStage | None:
    """Where something of a common stage begins in the way in force of a wijk; None in the common way: one query."""
    if wijk_id is None:
        return None
    rows = WijkStage.objects.filter(werkwijze__wijk=wijk_id, werkwijze__state=WayState.PUBLISHED, common=common)
    return rows.order_by("-werkwijze__number", "position").first()  # each version has one of each


def first_stage_of(way_id: int | None, common: str) -> WijkStage | None:
    """The first stage of a common one in a version; None in the common way."""
    if way_id is None:
        return None
    return WijkStage.objects.filter(werkwijze=way_id, common=common).order_by("position").first()


def questions_in_force(wijk_id: int | None) -> QuerySet[WijkQuestion]:
    """What a wijk asks now who begins something there; nothing in the common way."""
    newest = Werkwijze.objects.published().filter(wijk=wijk_id or 0).order_by("-number")
    return WijkQuestion.objects.filter(werkwijze=Subquery(newest.values("pk")[:1]))


def common_way() -> Werkwijze:
    """How a wijk works that chose nothing. Raises Werkwijze.DoesNotExist before `load_reference`."""
    return Werkwijze.objects.with_parts().get(kind=WayKind.COMMON)


def way_of(wijk_id: int) -> Werkwijze:
    """How a wijk works now, with its parts: its own way, or else the common one."""
    rows = Werkwijze.objects.with_parts()
    return rows.of_wijk(wijk_id).published().first() or common_way()


def rule_of(wijk: Wijk, matter: str) -> DecisionRule:
    """How the WOP of a wijk decides about a matter (voting.Matter) now: by its own rule, or else by the common one.

    A row of a published version: it never changes, so a vote may keep the rule it began under by its key.
    """
    rules = DecisionRule.objects.filter(matter=matter)
    way = way_in_force(wijk.pk)
    if way is not None:
        return rules.get(werkwijze=way)
    return rules.get(werkwijze__kind=WayKind.COMMON)


def voters_of(wijk: Wijk, voters: str, day: dt.date | None = None) -> QuerySet[User]:
    """The people who may vote in a wijk: its board, or all its members with the board. Nobody who only attends."""
    today = day or timezone.localdate()
    roles = [Role.WOP_BOARD] if voters == Voters.BOARD else [Role.WOP_BOARD, Role.WOP_MEMBER]
    rows = RoleAssignment.objects.on(today)
    attending = rows.filter(role__in=ATTENDS_ONLY)
    held = rows.filter(role__in=roles, wijk=wijk)
    people = User.objects.filter(is_active=True, pk__in=held.values("user_id"))
    return people.exclude(pk__in=attending.values("user_id")).order_by("pk")


# --- What a question may not ask --------------------------------------------------------------------------------------
# Answers are for everybody; how an owner is reached, the gemeente asks already, for who helps her alone.
WORDS = (
    *(r"\be-?mail", r"\bmailadres", "telefoon", r"\bmobiel\b", "mobiele nummer", "06-?nummer", "geboorte", r"\bbsn\b"),
    *(
        "burgerservice",
        r"\bleeftijd",
        r"\biban\b",
        "rekeningnummer",
        "achternaam",
        "huisadres",
        "woonadres",
        "paspoort",
    ),
)
PERSONAL = re.compile("|".join(WORDS), re.IGNORECASE)


def asks_for_personal_data(text: str) -> bool:
    """Whether a question asks how to reach somebody, or who she is."""
    return PERSONAL.search(text) is not None


# --- How many may vote ------------------------------------------------------------------------------------------------
def voter_counts(wijk: Wijk, day: dt.date | None = None) -> dict[str, int]:
    """How many people may vote by each of `Voters`: one query, whatever their number. See `voters_of`."""
    rows = RoleAssignment.objects.on(day or timezone.localdate())
    attending = rows.filter(role__in=ATTENDS_ONLY).values("user_id")
    held = rows.filter(wijk=wijk, role__in=[Role.WOP_BOARD, Role.WOP_MEMBER], user__is_active=True)
    board = Count("user", distinct=True, filter=Q(role=Role.WOP_BOARD))
    return held.exclude(user__in=attending).aggregate(
        **{Voters.BOARD: board, Voters.MEMBERS: Count("user", distinct=True)}
    )


# --- Shown ------------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Line:
    """One part of a way beside the same of another: what it was and what it becomes, each as short texts."""

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        """It says something else."""
        return self.before != self.after


def compared(before: Werkwijze, after: Werkwijze) -> list[Line]:
    """Two ways side by side. Expects `with_parts()`."""
    old, new = parts_in_words(before), parts_in_words(after)
    return [Line(label, old[label], new[label]) for label in old]


def parts_in_words(way: Werkwijze) -> dict[str, tuple[str, ...]]:
    """What a way says, part by part. Expects `with_parts()`."""
    rules = {rule.matter: rule for rule in way.rules.all()}
    told = {
        _("Stappen"): tuple(f"{stage.label} ({stage.get_common_display().lower()})" for stage in way.stages.all()),
        _("Vragen"): tuple(question_in_words(question) for question in way.questions.all()),
    }
    told |= {str(matter.label): (rule_in_words(rules[matter]),) for matter in Matter if matter in rules}
    return told | {
        _("Bijeenkomsten"): (_("%(n)d per jaar") % {"n": way.meetings_per_year},),
        _("Antwoord"): (_("binnen %(n)d dagen") % {"n": way.answer_days},),
    }


def question_in_words(question: WijkQuestion) -> str:
    """A question in one line: what, which answers, and whether somebody must."""
    words = question.label + (f" ({', '.join(question.choices)})" if question.choices else "")
    return _("%(question)s (verplicht)") % {"question": words} if question.is_required else words


def rule_in_words(rule: DecisionRule) -> str:
    """A rule in one line, without numbers of people: those change."""
    words = {
        "voters": _("Het bestuur stemt") if rule.voters == Voters.BOARD else _("Alle leden stemmen"),
        "quorum": quorum_in_words(rule.quorum),
        "majority": majority_in_words(rule.majority),
    }
    sentence = _("%(voters)s. %(quorum)s, en %(majority)s.") % words
    return sentence + (" " + _("Wat de buurt vindt, staat erbij.") if rule.asks_residents else "")


def sources_for(wijk: Wijk) -> list[tuple[Werkwijze, str]]:
    """What a draft of a wijk can begin with and what each choice says: its own, the common one, examples, others."""
    newest = Werkwijze.objects.filter(wijk__isnull=False).published().order_by("wijk_id", "-number").distinct("wijk_id")
    of_wijken = list(Werkwijze.objects.filter(pk__in=newest.values("pk")).select_related("wijk").order_by("wijk__name"))
    of_nobody = Werkwijze.objects.published().filter(wijk=None).order_by("-kind", "position")
    own = [(way, _("Zo werken we nu")) for way in of_wijken if way.wijk_id == wijk.pk]
    rest = [(way, f"{way.name}. {way.intro}") for way in of_nobody]
    others = [(way, _("Zoals %(wijk)s") % {"wijk": way.wijk}) for way in of_wijken if way.wijk_id != wijk.pk]
    return [*own, *sorted(rest, key=lambda pair: pair[0].kind != WayKind.COMMON), *others]
