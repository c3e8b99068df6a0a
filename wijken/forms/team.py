"""What people fill in about the team of a WOP."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import PhoneField
from gemeente.lib.forms import LENGTHS, MailField, OneLineField
from wijken.enums import BOARD_FUNCTIONS, Function
from wijken.models import Attendee, Wop
from wijken.models.wop import WEB
from wijken.team import Doing, TeamMember

ALL = "all"
UNKNOWN_CHOICE = _("Kies een van deze mogelijkheden.")


def choose(label: Any, choices: Iterable[tuple[str, Any]], required: Any) -> forms.ChoiceField:
    """One of a few, as radio buttons."""
    return forms.ChoiceField(
        label=label,
        choices=list(choices),
        widget=forms.RadioSelect,
        error_messages={"required": required, "invalid_choice": UNKNOWN_CHOICE},
    )


def group_field(groups: Iterable[str]) -> forms.CharField:
    """The name of a werkgroep; those that there are as help."""
    known = ", ".join(groups)
    return OneLineField(
        label=_("Welke werkgroep?"),
        help_text=gettext("Alleen nodig bij een werkgroep. Jullie hebben al: %(known)s.") % {"known": known}
        if known
        else _("Alleen nodig bij een werkgroep, bijvoorbeeld Groen of Verkeer."),
        max_length=40,
        required=False,
        error_messages=LENGTHS,
    )


def words_field(label: Any, help_text: Any, **kwargs: Any) -> forms.CharField:
    """A few sentences."""
    return forms.CharField(
        label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": 4}), required=False, **kwargs
    )


class JoinForm(forms.Form):
    """Who asks to join, in a few words."""

    words = forms.CharField(
        label=_("Wie ben je, en waarom wil je meedoen?"),
        help_text=_("Een paar zinnen. Alleen het bestuur van het WOP leest dit."),
        min_length=10,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Vertel in een paar zinnen wie je bent."), **LENGTHS},
    )
    likes = OneLineField(
        label=_("Wat doe je graag?"),
        help_text=_("Bijvoorbeeld: schrijven, iets organiseren, de straat op. Je hoeft nog niets te weten."),
        max_length=160,
        required=False,
        error_messages=LENGTHS,
    )


class AnswerForm(forms.Form):
    """What the board answers."""

    YES, YES_GROUP, NO = "member", "group", "no"

    answer = choose(
        _("Wat is jullie antwoord?"),
        [
            (YES, _("Ja, welkom als lid")),
            (YES_GROUP, _("Ja, welkom in een werkgroep")),
            (NO, _("Nu niet")),
        ],
        _("Kies jullie antwoord."),
    )

    def __init__(self, *args: Any, groups: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"] = group_field(groups)
        self.fields["words"] = words_field(
            _("Een paar vriendelijke woorden"),
            _("Nodig bij nu niet; bij ja mag het ook. Alleen wie het vroeg, leest dit."),
            max_length=600,
            error_messages=LENGTHS,
        )

    def clean(self) -> dict[str, Any]:
        """A werkgroep has a name, and a no has a kind word."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") == self.YES_GROUP and not cleaned.get("group") and not self.has_error("group"):
            self.add_error("group", _("Schrijf op welke werkgroep het is."))
        if cleaned.get("answer") == self.NO and not cleaned.get("words") and not self.has_error("words"):
            self.add_error("words", _("Schrijf er een paar vriendelijke woorden bij."))
        return cleaned


class AppointForm(forms.Form):
    """Which function somebody gets."""

    def __init__(self, *args: Any, member: TeamMember, groups: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = {doing.function for doing in member.doings}
        is_on_board = any(function in BOARD_FUNCTIONS for function in held)
        left = [
            function
            for function in Function
            if function != Function.MEMBER
            and (function == Function.GROUP or function not in held)
            and not (function == Function.BOARD and is_on_board)
        ]
        self.fields["function"] = choose(
            _("Welke functie?"), [(one.value, one.label) for one in left], _("Kies een functie.")
        )
        self.fields["group"] = group_field(groups)

    def clean(self) -> dict[str, Any]:
        """A werkgroep has a name."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("function") == Function.GROUP and not cleaned.get("group") and not self.has_error("group"):
            self.add_error("group", _("Schrijf op welke werkgroep het is."))
        return cleaned


class HandOverForm(forms.Form):
    """What is handed over, to whom, and whether the one who had it stays."""

    def __init__(
        self, *args: Any, member: TeamMember, candidates: list[TeamMember], is_own: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = {str(one.user.pk): one for one in candidates}
        if len(member.doings) > 1:
            self.fields["code"] = choose(
                _("Wat draag je over?"), choices_of(member.doings), _("Kies wat je overdraagt.")
            )
        self.only = member.doings[0].code
        names = [(pk, f"{one.name} ({one.does})") for pk, one in self.candidates.items()]
        self.fields["successor"] = choose(_("Aan wie?"), names, _("Kies aan wie."))
        stays = [("no", _("Ja, als lid") if is_own else _("Ja, deze persoon blijft lid"))]
        goes = [("yes", _("Nee, ik stop met het team") if is_own else _("Nee, deze persoon stopt met het team"))]
        question = _("Blijf je in het team?") if is_own else _("Blijft wie het deed in het team?")
        self.fields["leaves"] = choose(question, stays + goes, _("Kies een van deze twee."))

    @property
    def code(self) -> str:
        """Which function it is, of one or of several."""
        return str(self.cleaned_data.get("code") or self.only)


def choices_of(doings: Iterable[Doing]) -> list[tuple[str, str]]:
    """Functions to choose from."""
    return [(doing.code, doing.label) for doing in doings]


class StopForm(forms.Form):
    """With what somebody stops; of another with a reason for her."""

    def __init__(self, *args: Any, member: TeamMember, is_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        doings = [doing for doing in member.doings if doing.function != Function.MEMBER]
        words = (
            (_("Alleen met: %s. Ik blijf in het team"), _("Met alles. Ik ga uit het team"))
            if is_own
            else (_("Alleen met: %s"), _("Met alles, en gaat uit het team"))
        )
        choices = [(doing.code, words[0] % doing.label) for doing in doings] + [(ALL, words[1])]
        label = _("Waarmee stop je?") if is_own else _("Waarmee stopt deze persoon?")
        self.fields["what"] = choose(label, choices, _("Kies waarmee het stopt."))
        if not is_own:
            self.fields["reason"] = words_field(
                _("Waarom?"), _("Schrijf het zoals je het zelf zou willen horen. Alleen deze persoon leest dit.")
            )
            self.fields["reason"].required = True
            self.fields["reason"].error_messages["required"] = _("Schrijf erbij waarom.")
            self.fields["reason"].widget.attrs["maxlength"] = "500"

    def clean_reason(self) -> str:
        """Not more than its row holds."""
        reason = str(self.cleaned_data["reason"]).strip()
        if len(reason) > 500:
            raise forms.ValidationError(_("Dit is te lang. Gebruik niet meer dan 500 tekens."))
        return reason


class NameForm(forms.Form):
    """Whether others read one's name."""

    shows_name = forms.BooleanField(label=_("Ja, iedereen mag mijn naam hier zien"), required=False)


class WopForm(forms.Form):
    """What a WOP tells about itself."""

    introduction = words_field(
        _("Wie zijn jullie?"),
        _("Dit staat op de pagina van de wijk. Vertel kort wat jullie doen en dat iedereen welkom is."),
        max_length=1000,
        error_messages=LENGTHS,
    )
    introduction_en = words_field(
        _("Hetzelfde in het Engels"), _("Hoeft niet."), max_length=1000, error_messages=LENGTHS
    )
    email = MailField(label=_("E-mailadres van het WOP"), autocomplete="off", required=False)
    phone = PhoneField(label=_("Telefoonnummer van het WOP"))
    website = forms.CharField(
        label=_("Eigen website"),
        help_text=_("Als jullie die hebben. Bijvoorbeeld https://www.wopvoorbeeld.nl."),
        max_length=200,
        required=False,
        validators=[WEB],
        widget=forms.TextInput(attrs={"type": "url", "autocomplete": "off"}),
        error_messages=LENGTHS,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @staticmethod
    def initial_of(wop: Wop | None) -> dict[str, Any]:
        """What it tells now."""
        names = ("introduction", "introduction_en", "email", "phone", "website", "version")
        return {name: getattr(wop, name) for name in names} if wop else {"version": 1}


class AttendeeForm(forms.Form):
    """Who else comes to a WOP, for her work."""

    label = OneLineField(
        label=_("Wat is de rol?"),
        help_text=_("Bijvoorbeeld: wijkwethouder, wijkagent, beheerder."),
        max_length=60,
        error_messages={"required": _("Vul de rol in."), **LENGTHS},
    )
    organisation = OneLineField(
        label=_("Van welke organisatie?"),
        help_text=_("Bijvoorbeeld: politie, Havensteder, stadsbeheer."),
        max_length=80,
        required=False,
        error_messages=LENGTHS,
    )
    name = OneLineField(label=_("Naam"), max_length=80, required=False, error_messages=LENGTHS)
    is_named = forms.BooleanField(
        label=_("Deze persoon vindt het goed dat de naam hier voor iedereen staat"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """A name only with a yes of its owner."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("name") and not cleaned.get("is_named"):
            self.add_error("is_named", _("Vraag eerst of de naam hier mag staan, of laat de naam weg."))
        return cleaned

    @staticmethod
    def initial_of(attendee: Attendee) -> dict[str, Any]:
        """What stands there now."""
        return {name: getattr(attendee, name) for name in ("label", "organisation", "name", "is_named")}
